"""A user's JSON Lines read line by line: records, and rejects that say what is wrong."""

import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import BinaryIO, NamedTuple

from screener.batch.delimited import guess_remark, open_lines
from screener.batch.lines import Numbered
from screener.batch.mapping import ColumnMap, Dictionary
from screener.batch.source import Source
from screener.batch.tables import MOST_COLUMNS, Line, Opened, Reject, checked
from screener.errors import InputError
from screener.pipeline import DOCUMENT_SEPARATOR

_ONE_OBJECT = "write one JSON object a line"
_KEY_SETS = 1_024

_Given = dict[str, object]
_MappingOf = Callable[[tuple[str, ...]], ColumnMap]


class _Fault(NamedTuple):
    """Why a line or one value of it cannot be read, and what to do."""

    column: str
    wrong: str
    remedy: str = _ONE_OBJECT


class _DoubledKeyError(ValueError):
    """An object gives two values under one key, and one of them would be lost."""


def open_jsonl(source: Source, dictionary: Dictionary, encoding: str | None = None) -> Opened:
    """Return a JSON Lines file ready to be read; its columns are all keys of all its lines.

    Raises:
        InputError: The file is empty, its encoding cannot be told, or no key of it is a
            product, party, place or code.

    """
    chosen, numbered = open_lines(source, encoding)
    keys, filled = _keys(numbered)
    if not filled:
        message = "the file is empty: there is not even one line"
        raise InputError(message)
    mapping = dictionary.telling(keys) if keys else dictionary.map(keys)
    lines = _lines(open_lines(source, chosen.name)[1], lambda _: mapping)
    return Opened(mapping, lines, (*guess_remark(chosen), *mapping.remarks()))


def stream_jsonl(stream: BinaryIO, dictionary: Dictionary) -> Iterator[Line | Reject]:
    """Yield the records of JSON Lines in UTF-8 as they come; each line has its own keys."""
    numbered = (
        (number, data.decode("utf-8-sig" if number == 1 else "utf-8", errors="surrogateescape"))
        for number, data in enumerate(stream, start=1)
    )
    return _lines(numbered, lru_cache(_KEY_SETS)(dictionary.map))


def _keys(numbered: Iterator[Numbered]) -> tuple[tuple[str, ...], bool]:
    """Return the keys of all objects in the order in which they come, and whether a line is filled.

    Raises:
        InputError: There are more keys than a table can have columns.

    """
    keys: dict[str, None] = {}
    filled = False
    for number, text in numbered:
        filled = filled or not text.isspace()
        given = _object(text)
        if isinstance(given, dict):
            keys.update(dict.fromkeys(given))
        if len(keys) > MOST_COLUMNS:
            message = f"more than {MOST_COLUMNS:,} different keys; are these records?"
            raise InputError(message, row=number)
    return tuple(keys), filled


def _lines(numbered: Iterator[Numbered], mapping_of: _MappingOf) -> Iterator[Line | Reject]:
    count = 0
    for number, line in numbered:
        text = line.rstrip("\r\n")
        if not text or text.isspace():
            continue
        count += 1
        given = _object(text)
        if isinstance(given, _Fault):
            yield Reject(number, *given, text)
            continue
        mapping = mapping_of(tuple(given))
        cells = _cells(given, mapping)
        if isinstance(cells, _Fault):
            line_id = given.get("line_id", str(count))
            yield Reject(number, *cells, text, line_id if isinstance(line_id, str) else "")
            continue
        values = mapping.values(cells)
        line_id = values.pop("line_id", str(count))
        yield checked(Line(number, line_id, values, cells), mapping, text)


def _object(text: str) -> _Given | _Fault:
    try:
        given = json.loads(text, object_pairs_hook=_pairs, parse_constant=_no_number)
    except _DoubledKeyError as error:
        return _Fault(str(error), "the key stands twice in the object", "keep one of the two")
    except (ValueError, RecursionError) as error:
        return _Fault("", f"the line is no JSON: {error}")
    return given if isinstance(given, dict) else _Fault("", "the line is no JSON object")


def _pairs(pairs: list[tuple[str, object]]) -> _Given:
    given = dict(pairs)
    if len(given) < len(pairs):
        names = [name for name, _ in pairs]
        raise _DoubledKeyError(next(name for name in names if names.count(name) > 1))
    return given


def _no_number(name: str) -> object:
    message = f"{name} is no value in JSON"
    raise ValueError(message)


def _cells(given: _Given, mapping: ColumnMap) -> list[str] | _Fault:
    cells = []
    for at, name in enumerate(mapping.headers):
        value = given.get(name)
        cell = cell_text(value)
        if cell is None and at in mapping.read():
            wrong = "the value is neither text nor a number"
            return _Fault(name, wrong, "give text, a number, or a list of text")
        cells.append(json.dumps(value, ensure_ascii=False) if cell is None else cell)
    return cells


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
        return repr(value)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return DOCUMENT_SEPARATOR.join(value)
    return None
