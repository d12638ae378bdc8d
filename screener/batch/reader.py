"""A user's file read in chunks: records, and rejects that say what is wrong and what to do."""

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import BinaryIO, NamedTuple

from screener.batch.encodings import SAMPLE_BYTES, Encoding, delimiter_of, encoding_of
from screener.batch.lines import Raw, records
from screener.batch.mapping import ColumnMap, map_columns
from screener.errors import InputError
from screener.model.field import Field
from screener.model.record import MAX_CHARACTERS

DOCUMENT_SEPARATOR = "|"
_MOST_ID_CHARACTERS = 1_000


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


class Opened(NamedTuple):
    """A file being read: how it is read, its own columns, and its lines and rejects in order."""

    encoding: Encoding
    delimiter: str
    mapping: ColumnMap
    lines: Iterator[Line | Reject]


def open_csv(stream: BinaryIO, fields: Mapping[str, Field], encoding: str | None = None) -> Opened:
    """Return a CSV file ready to be read row by row.

    Raises:
        InputError: The file is empty, its encoding cannot be told, or no column is recognised.

    """
    sample = stream.read(SAMPLE_BYTES)
    chosen = encoding_of(sample, encoding, whole=len(sample) < SAMPLE_BYTES)
    stream.seek(0)
    text = io.TextIOWrapper(stream, encoding=chosen.name, errors="surrogateescape", newline="")
    header_line = _first_filled(text)
    if header_line is None:
        message = "the file is empty: there is not even a header row"
        raise InputError(message)
    number, header = header_line
    delimiter = delimiter_of(header)
    rows = records(_numbered(header, text), delimiter)
    headers = [cell.strip() for cell in next(rows).cells]
    mapping = map_columns(headers, fields)
    return Opened(chosen, delimiter, mapping, _lines(rows, mapping, fields, number))


def _numbered(header: str, text: Iterator[str]) -> Iterator[str]:
    yield header
    yield from text


def _first_filled(text: Iterator[str]) -> tuple[int, str] | None:
    for number, line in enumerate(text, start=1):
        if line.strip(" \t\r\n,;|\ufeff"):
            return number, line.lstrip("\ufeff")
    return None


def _lines(
    rows: Iterator[Raw], mapping: ColumnMap, fields: Mapping[str, Field], header_row: int
) -> Iterator[Line | Reject]:
    for count, raw in enumerate(rows, start=1):
        if raw.fault is None and not any(cell.strip() for cell in raw.cells):
            continue
        row = raw.line + header_row - 1
        yield _line(raw, mapping, fields, row, count)


def _line(
    raw: Raw, mapping: ColumnMap, fields: Mapping[str, Field], row: int, count: int
) -> Line | Reject:
    text = raw.text.rstrip("\r\n")
    if raw.fault is not None:
        return Reject(row, "", raw.fault, "close or double the quotation mark and run again", text)
    if len(raw.cells) != len(mapping.headers):
        wrong = f"the row has {len(raw.cells)} cells, the header has {len(mapping.headers)}"
        return Reject(row, "", wrong, "quote cells that hold the delimiter or a line break", text)
    values = {field: raw.cells[at] for at, field in mapping.fields.items() if raw.cells[at].strip()}
    line_id = values.pop("line_id", str(count)).strip()
    return checked(Line(row, line_id, values, raw.cells), fields, text)


def checked(line: Line, fields: Mapping[str, Field], text: str) -> Line | Reject:
    """Return the line, or the reject that says why it cannot be screened."""
    for field, value in line.values.items():
        if len(value) > MAX_CHARACTERS:
            wrong = f"the cell has {len(value):,} characters, at most {MAX_CHARACTERS:,} are read"
            return Reject(
                line.row, field, wrong, "shorten the cell or split the row", text, line.line_id
            )
        if any("\ud800" <= character <= "\udfff" for character in value):
            wrong = "the cell holds bytes that are no text in this encoding"
            return Reject(
                line.row, field, wrong, "name the right one with --encoding", text, line.line_id
            )
    if len(line.line_id) > _MOST_ID_CHARACTERS:
        wrong = f"the id has more than {_MOST_ID_CHARACTERS:,} characters"
        return Reject(line.row, "line_id", wrong, "give a shorter id", text)
    if not any(screenable(fields[name]) for name in line.values):
        wrong = "the row holds nothing to screen: no party, product, place or code"
        return Reject(line.row, "", wrong, "fill one of these columns", text, line.line_id)
    return line


def screenable(field: Field) -> bool:
    """Say whether a filled field alone gives something to screen."""
    return bool(field.carries or field.may_carry) or field.type in ("hs", "country", "code")


def open_jsonl(stream: BinaryIO, fields: Mapping[str, Field]) -> Iterator[Line | Reject]:
    """Yield the records of a JSON Lines file, each a line with an object of fields."""
    count = 0
    for row, data in enumerate(stream, start=1):
        if not data.strip():
            continue
        count += 1
        yield _json_line(data, fields, row, count)


def _json_line(data: bytes, fields: Mapping[str, Field], row: int, count: int) -> Line | Reject:
    text = data.decode("utf-8", errors="replace").rstrip("\r\n")
    try:
        given = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        return Reject(
            row, "", f"the line is no JSON: {error}", "write one JSON object a line, in UTF-8", text
        )
    if not isinstance(given, dict):
        return Reject(row, "", "the line is no JSON object", "write one JSON object a line", text)
    values: dict[str, str] = {}
    for name, value in given.items():
        if name in fields or name == "line_id":
            cell = cell_text(value)
            if cell is None:
                wrong = "the value is neither text nor a number"
                return Reject(row, name, wrong, "give text, a number, or a list of text", text)
            if cell.strip():
                values[name] = cell
    line_id = values.pop("line_id", str(count)).strip()
    return checked(Line(row, line_id, values, ()), fields, text)


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
