"""A user's CSV file read row by row: records, and rejects that say what is wrong and what to do."""

import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import BinaryIO, NamedTuple, TextIO

from screener.batch.encodings import SAMPLE_BYTES, Encoding, delimiter_of, encoding_of
from screener.batch.lines import Numbered, Raw, records
from screener.batch.mapping import ColumnMap, map_columns, telling
from screener.errors import InputError
from screener.model.field import Field
from screener.model.record import MAX_CHARACTERS

_MOST_ID_CHARACTERS = 1_000
_NAME_ENCODING = "name the right one with --encoding"


class Reject(NamedTuple):
    """A row that could not be screened: where, why, what to do, and the row as read."""

    row: int
    column: str
    wrong: str
    remedy: str
    text: str
    line_id: str = ""


class Line(NamedTuple):
    """A record to screen: its row number, id, filled fields, and the user's own cells."""

    row: int
    line_id: str
    values: Mapping[str, str]
    cells: Sequence[str]


class Table(NamedTuple):
    """A CSV file being read: how, its headers, and its rows in order."""

    encoding: Encoding
    headers: tuple[str, ...]
    rows: Iterator[Raw]


class Opened(NamedTuple):
    """A file being read: its encoding, its own columns, and its lines and rejects in order."""

    encoding: Encoding
    mapping: ColumnMap
    lines: Iterator[Line | Reject]


def open_csv(stream: BinaryIO, fields: Mapping[str, Field], encoding: str | None = None) -> Opened:
    """Return a CSV file ready to be read row by row.

    Raises:
        InputError: The file is empty, its encoding cannot be told, its header row is broken, or
            no column is recognised.

    """
    table = open_table(stream, encoding)
    mapping = telling(map_columns(table.headers, fields), fields)
    return Opened(table.encoding, mapping, _lines(table.rows, mapping))


def open_table(stream: BinaryIO, encoding: str | None = None) -> Table:
    """Return the headers and rows of a CSV file; rows without content are left out.

    Raises:
        InputError: The file is empty, its encoding cannot be told, or its header row is broken.

    """
    chosen, text = open_text(stream, encoding)
    numbered = numbered_lines(text, chosen.name)
    first = next((line for line in numbered if line[1].strip(" \t\r\n,;|\ufeff")), None)
    if first is None:
        message = "the file is empty: there is not even a header row"
        raise InputError(message)
    number, header = first[0], first[1].lstrip("\ufeff")
    delimiter = delimiter_of(header)
    top = next(records(chain([(number, header)], numbered), delimiter))
    if top.fault is not None:
        message = f"the header row cannot be read: {top.fault}; {top.remedy}"
        raise InputError(message, row=number)
    if not _is_text(top.text):
        message = f"the header row holds bytes that are no text in {chosen.name}; {_NAME_ENCODING}"
        raise InputError(message, row=number)
    headers = tuple(cell.strip() for cell in top.cells)
    rows = records(numbered, delimiter, len(headers))
    filled = (raw for raw in rows if raw.fault or any(map(str.strip, raw.cells)))
    return Table(chosen, headers, filled)


def open_text(stream: BinaryIO, encoding: str | None = None) -> tuple[Encoding, TextIO]:
    """Return the encoding of a file and its text; bytes it does not know are lone surrogates.

    Raises:
        InputError: The encoding is unknown or cannot be told.

    """
    sample = stream.read(SAMPLE_BYTES)
    chosen = encoding_of(sample, encoding, whole=len(sample) < SAMPLE_BYTES)
    stream.seek(0)
    text = _Borrowed(stream, encoding=chosen.name, errors="surrogateescape", newline="")
    return chosen, text


class _Borrowed(io.TextIOWrapper):
    """Text of a stream that whoever opened it closes."""

    def close(self) -> None:
        """Leave the stream open."""


def numbered_lines(text: Iterator[str], encoding: str) -> Iterator[Numbered]:
    """Yield the lines of a file with their numbers, from 1.

    Raises:
        InputError: The text is so far from the encoding that reading cannot go on.

    """
    number = 0
    try:
        for number, line in enumerate(text, start=1):
            yield number, line
    except UnicodeError as error:
        message = f"somewhere below this row the file is no {encoding}; {_NAME_ENCODING}"
        raise InputError(message, row=number) from error


def _lines(rows: Iterator[Raw], mapping: ColumnMap) -> Iterator[Line | Reject]:
    for count, raw in enumerate(rows, start=1):
        text = raw.text.rstrip("\r\n")
        if raw.fault is not None:
            yield Reject(raw.line, "", raw.fault, raw.remedy, text)
        elif len(raw.cells) != len(mapping.headers):
            wrong = f"the row has {len(raw.cells)} cells, the header has {len(mapping.headers)}"
            remedy = "quote cells that hold the delimiter or a line break"
            yield Reject(raw.line, "", wrong, remedy, text)
        else:
            values = mapping.values(raw.cells)
            line_id = values.pop("line_id", str(count))
            yield checked(Line(raw.line, line_id, values, raw.cells), mapping, text)


def checked(line: Line, mapping: ColumnMap, text: str) -> Line | Reject:
    """Return the line, or the reject that says why it cannot be screened."""
    fault = _broken_cell(line, mapping) or _long_cell(line, mapping)
    if fault is None and mapping.screenable.isdisjoint(line.values):
        wrong = "the row holds nothing to screen: no party, product, place or code"
        fault = ("", wrong, "fill one of these columns")
    if fault is None:
        return line
    # An id that is itself at fault would spoil the reject as well.
    line_id = "" if fault[0] == mapping.named("line_id") else line.line_id
    return Reject(line.row, *fault, text, line_id)


def _broken_cell(line: Line, mapping: ColumnMap) -> tuple[str, str, str] | None:
    if _is_text("".join(line.cells)):
        return None
    at = next(at for at, cell in enumerate(line.cells) if not _is_text(cell))
    if "\0" in line.cells[at]:
        wrong = "the cell holds a NUL character, which is no text"
        return mapping.headers[at], wrong, "delete it"
    wrong = "the cell holds bytes that are no text in this encoding"
    return mapping.headers[at], wrong, _NAME_ENCODING


def _is_text(text: str) -> bool:
    """Say whether text can be written: bytes that the encoding does not know became surrogates.

    A NUL would part a name unseen.
    """
    if "\0" in text:
        return False
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _long_cell(line: Line, mapping: ColumnMap) -> tuple[str, str, str] | None:
    if len(line.line_id) > _MOST_ID_CHARACTERS:
        wrong = f"the id has more than {_MOST_ID_CHARACTERS:,} characters"
        return mapping.named("line_id"), wrong, "give a shorter id"
    if max(map(len, line.values.values()), default=0) <= MAX_CHARACTERS:
        return None
    field, value = next(pair for pair in line.values.items() if len(pair[1]) > MAX_CHARACTERS)
    wrong = f"the cell has {len(value):,} characters, at most {MAX_CHARACTERS:,} are read"
    return mapping.named(field), wrong, "shorten the cell or split the row"
