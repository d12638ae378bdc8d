"""A user's JSON Lines read line by line: records, and rejects that say what is wrong."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import BinaryIO, NamedTuple, Self

from screener.batch.delimited import guess_remark, open_lines
from screener.batch.lines import Numbered, Raw
from screener.batch.mapping import Dictionary
from screener.batch.source import Source
from screener.batch.tables import MOST_COLUMNS, Line, Reject, Table, line_of
from screener.errors import InputError
from screener.pipeline import DOCUMENT_SEPARATOR

_ONE_OBJECT = "write one JSON object a line"
_NO_CELL = "the value is neither text nor a number"
_KEY_SETS = 1_024
_MOST_DIGITS = 40

_Given = dict[str, object]


class _Fault(NamedTuple):
    """Why a line or one value of it cannot be read, and what to do."""

    wrong: str
    remedy: str = _ONE_OBJECT
    column: str = ""


class _Written(float):
    """A number with its digits as they were written: 0.10 is not 0.1, and 1e400 is not endless."""

    digits: str

    def __new__(cls, text: str) -> Self:
        """Take a number from its text; an exponent becomes digits where they are not too many."""
        made = super().__new__(cls, text)
        plain = f"{Decimal(text):f}" if abs(Decimal(text).adjusted()) < _MOST_DIGITS else text
        made.digits = plain
        return made


class _DoubledKeyError(ValueError):
    """An object gives two values under one key, and one of them would be lost."""


def read_jsonl(source: Source, dictionary: Dictionary, encoding: str | None = None) -> Table:
    """Return a JSON Lines file as a table; its headers are all keys of all its lines.

    Raises:
        InputError: The encoding cannot be told, or no line is a JSON object.

    """
    chosen, numbered = open_lines(source, encoding)
    keys = _keys(numbered)
    if not keys:
        raise _nothing_in(open_lines(source, chosen.name)[1])
    lines = open_lines(source, chosen.name)[1]
    rows = (
        _row(number, _object(line), keys, dictionary)._replace(text=line.rstrip("\r\n"))
        for number, line in lines
        if line and not line.isspace()
    )
    return Table(keys, rows, guess_remark(chosen))


def _nothing_in(numbered: Iterator[Numbered]) -> InputError:
    """Return why a file without a key has no record: it is empty, or what its first line lacks."""
    filled = ((number, text) for number, text in numbered if text and not text.isspace())
    number, text = next(filled, (None, ""))
    if number is None:
        return InputError("the file is empty")
    given = _object(text)
    fault = given if isinstance(given, _Fault) else _Fault("the object has no key")
    key = f" ({fault.column!r})" if fault.column else ""
    message = f"no line can be read as a record; the first: {fault.wrong}{key}; {fault.remedy}"
    return InputError(message, row=number)


def stream_jsonl(stream: BinaryIO, dictionary: Dictionary) -> Iterator[Line | Reject]:
    """Yield the records of JSON Lines in UTF-8 as they come; each line has its own keys."""
    mapping_of = lru_cache(_KEY_SETS)(dictionary.map)
    count = 0
    for number, data in enumerate(stream, start=1):
        encoding = "utf-8-sig" if number == 1 else "utf-8"
        text = data.decode(encoding, errors="surrogateescape").rstrip("\r\n")
        if not text or text.isspace():
            continue
        count += 1
        given = _object(text)
        keys = tuple(given) if isinstance(given, dict) else ()
        raw = _row(number, given, keys, dictionary)._replace(text=text)
        yield line_of(raw, count, mapping_of(keys))


def _keys(numbered: Iterator[Numbered]) -> tuple[str, ...]:
    """Return the keys of all objects in the order in which they come.

    Raises:
        InputError: There are more keys than a table can have columns.

    """
    keys: dict[str, None] = {}
    for number, text in numbered:
        given = _object(text)
        if isinstance(given, dict):
            keys.update(dict.fromkeys(given))
        if len(keys) > MOST_COLUMNS:
            message = f"more than {MOST_COLUMNS:,} different keys; are these records?"
            raise InputError(message, row=number)
    return tuple(keys)


def _row(number: int, given: _Given | _Fault, keys: tuple[str, ...], dictionary: Dictionary) -> Raw:
    if isinstance(given, _Fault):
        return Raw(number, "", (), *given)
    cells, fault = [], None
    for name in keys:
        cell = cell_text(given.get(name))
        if cell is None:
            if dictionary.field_of(name) is not None:
                fault = _Fault(_NO_CELL, "give text, a number, or a list of text", name)
            cell = json.dumps(given[name], ensure_ascii=False)
        cells.append(cell)
    return Raw(number, "", tuple(cells), *(fault or ()))


def _object(text: str) -> _Given | _Fault:
    try:
        given = json.loads(
            text, object_pairs_hook=_pairs, parse_float=_Written, parse_constant=_no_number
        )
    except _DoubledKeyError as error:
        return _Fault("the key stands twice in the object", "keep one of the two", str(error))
    except (ValueError, RecursionError) as error:
        return _Fault(f"the line is no JSON: {error}")
    return given if isinstance(given, dict) else _Fault("the line is no JSON object")


def _pairs(pairs: list[tuple[str, object]]) -> _Given:
    given = dict(pairs)
    if len(given) < len(pairs):
        raise _DoubledKeyError(doubled_key(pairs))
    return given


def doubled_key(pairs: Iterable[tuple[str, object]]) -> str:
    """Return the first key that stands twice in an object; time grows with their number alone.

    >>> doubled_key([("country", "CN"), ("notes", ""), ("country", "KP")])
    'country'
    """
    times = Counter(name for name, _ in pairs)
    return next(name for name in times if times[name] > 1)


def _no_number(name: str) -> object:
    message = f"{name} is no value in JSON"
    raise ValueError(message)


def cell_text(value: object) -> str | None:
    """Return a JSON value as the text of a cell; None if it is neither text, number nor list.

    >>> cell_text(4.4), cell_text(["audit", "payroll"]), cell_text(None), cell_text({"a": 1})
    ('4.4', 'audit|payroll', '', None)
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, int | float):
        return value.digits if isinstance(value, _Written) else repr(value)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return DOCUMENT_SEPARATOR.join(value)
    return None
