"""Tables, whatever they were written in: the header row found, and each row checked."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from screener.batch.blocks import Block
from screener.batch.encodings import NAME_ENCODING
from screener.batch.heard import Heard
from screener.batch.legible import legible
from screener.batch.lines import Raw, is_filled
from screener.batch.mapping import ColumnMap, Dictionary
from screener.batch.second_header import without_second_headers
from screener.batch.source import Reading
from screener.batch.stretches import LINE_ID, MOST_ID_CHARACTERS, Stretch, parts_of
from screener.batch.totals import is_total
from screener.errors import InputError
from screener.model.record import MAX_CHARACTERS
from screener.text.unstated import is_unstated

MOST_COLUMNS = 16_384
HEADER_WITHIN = 30
_BESIDE = (":", "：")
_SURELY = 2
"""Fields that a header row heads, of whatever row; a title may hold the name of one."""


class Reject(NamedTuple):
    """A row that could not be screened: where, why, what to do, and the row as read."""

    row: int
    column: str
    wrong: str
    remedy: str
    text: str
    line_id: str = ""


class Collapsed(NamedTuple):
    """A row that repeats another under an additional tariff code, and the row that it went into."""

    row: int
    line_id: str
    into_row: int
    into_line_id: str
    code: str
    text: str


class Before(NamedTuple):
    """What a record was in an earlier run, and whether its fields are still the same."""

    tier: str
    reasons: str
    entries: str
    same: bool


class Line(NamedTuple):
    """A record to screen: its row number, id, filled fields, and the user's own cells.

    ``before`` is what it was in an earlier run, where one is compared and had it.
    """

    row: int
    line_id: str
    values: dict[str, str]
    cells: Sequence[str]
    before: Before | None = None


Item = Line | Reject | Collapsed
"""What a row of a file came to."""


class Table(NamedTuple):
    """A table being read: its headers, its filled rows in order, and what to tell of it.

    Rows come one by one, or many at once with blank ones among them. ``late`` is what to tell of
    it once all rows are read.
    """

    headers: tuple[str, ...]
    stretches: Iterator[Raw | Block]
    remarks: tuple[str, ...] = ()
    late: Callable[[], tuple[str, ...]] = tuple

    @property
    def rows(self) -> Iterator[Raw]:
        """The rows one by one; to be read instead of ``stretches``."""
        for one in self.stretches:
            if isinstance(one, Block):
                yield from filter(is_filled, one.raws())
            else:
                yield one


class Opened(NamedTuple):
    """A file being read: its own columns, what its rows came to in order, and what to tell of it.

    Rows come one by one, or many at once. ``collapses`` says that rows of one entry line may be
    collapsed. ``late`` is what to tell of it once all rows are read.
    """

    mapping: ColumnMap
    stretches: Iterator[Item | Stretch]
    remarks: tuple[str, ...] = ()
    collapses: bool = False
    late: Callable[[], tuple[str, ...]] = tuple
    reading: Reading = Reading()

    @property
    def lines(self) -> Iterator[Item]:
        """What the rows came to, one by one; to be read instead of ``stretches``."""
        for one in self.stretches:
            if isinstance(one, Stretch):
                yield from _one_by_one(one, self.mapping)
            else:
                yield one


def opened(table: Table, dictionary: Dictionary, reading: Reading) -> Opened:
    """Return a table with its columns mapped and its rows checked, and how it was asked to be read.

    Raises:
        InputError: No column gives something to screen.

    """
    mapping = _telling(table, dictionary)
    remarks = (*table.remarks, *mapping.remarks())
    heard = Heard(mapping)
    records = without_second_headers(table.stretches, table.headers, dictionary)
    rows = _sound(records, mapping, heard)

    def late() -> tuple[str, ...]:
        return (*table.late(), *heard.remarks())

    return Opened(mapping, rows, remarks, late=late, reading=reading)


def _telling(table: Table, dictionary: Dictionary) -> ColumnMap:
    """Return how columns are read; what was decided before is told even where none of them is known."""
    try:
        return dictionary.telling(table.headers)
    except InputError as error:
        told = "".join(f"; {remark}" for remark in table.remarks)
        raise InputError(f"{error}{told}") from error


def header_at(rows: Sequence[Sequence[str]], dictionary: Dictionary) -> int:
    """Return which of a file's first rows is the header row; titles may stand above it.

    It is the first that heads two fields, of which one gives something to screen; failing that
    the fullest that heads one such field; failing that, the first row. Of header rows one under
    the other, the first being of groups of columns, it is the one that heads the most fields.
    A cell that ends with a colon heads what stands beside it.
    """
    heads = [[cell for cell in row if not cell.rstrip().endswith(_BESIDE)] for row in rows]
    counts = [dictionary.tells(row) for row in heads]
    if not any(counts):
        counts = [dictionary.tells(row) for row in rows]
    most = max(counts, default=0)
    if most == 1:
        filled = [
            count and sum(map(bool, map(str.strip, row)))
            for count, row in zip(counts, rows, strict=True)
        ]
        return filled.index(max(filled))
    found = next((at for at, count in enumerate(counts) if count >= min(most, _SURELY)), 0)
    while found + 1 < len(counts) and counts[found + 1] > counts[found]:
        found += 1
    return found


def titles_remark(header_row: int, above: int) -> tuple[str, ...]:
    """Return what to tell of the filled rows above a header row, if there are any."""
    if not above:
        return ()
    titles = "one row above it is a title" if above == 1 else f"{above} rows above it are titles"
    told = "not screened but for what a label there states (Supplier: ...)"
    return (f"the header row is row {header_row}; {titles}, {told}",)


def row_text(cells: Sequence[str]) -> str:
    """Return cells that were never text as one line of CSV, to show a rejected row."""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(cells)
    return line.getvalue()


def _sound(
    stretches: Iterator[Raw | Block], mapping: ColumnMap, heard: Heard
) -> Iterator[Line | Reject | Stretch]:
    """Yield rows as records, or as what keeps them from being records, and count them."""
    count = 1
    for one in stretches:
        for part in (one,) if isinstance(one, Raw) else parts_of(one, mapping):
            if isinstance(part, Stretch):
                heard.stretch(part)
                yield part._replace(number=count)
                count += part.rows
            elif is_filled(part):
                line = line_of(part, count, mapping)
                if isinstance(line, Line):
                    heard.line(line.cells, line.values, part.cells)
                yield line
                count += 1


def _one_by_one(stretch: Stretch, mapping: ColumnMap) -> Iterator[Line]:
    rows = zip(*(column.to_pylist() for column in stretch.columns), strict=True)
    for at, cells in enumerate(rows):
        values = mapping.values(cells)
        line_id = values.pop(LINE_ID, str(stretch.number + at))
        yield Line(stretch.line + at, line_id, values, cells)


def line_of(raw: Raw, count: int, mapping: ColumnMap) -> Line | Reject:
    """Return a row as a record, or the reject that says why it is none.

    ``count`` is its number among the records of the file, and its id where it has none.
    """
    text = legible(raw.text.rstrip("\r\n"))
    if raw.fault is None and len(raw.cells) == len(mapping.headers):
        values = mapping.values(raw.cells)
        line_id = values.pop(LINE_ID, str(count))
        return _checked(Line(raw.line, line_id, values, raw.cells), mapping, text)
    if raw.fault is not None:
        line_id = mapping.values(raw.cells).get(LINE_ID, "") if raw.cells else ""
        return Reject(raw.line, raw.column, raw.fault, raw.remedy, text, line_id)
    return Reject(raw.line, "", *uneven(len(raw.cells), len(mapping.headers)), text)


def uneven(cells: int, headers: int) -> tuple[str, str]:
    """Return what is wrong with a row of so many cells under so many headers, and what to do."""
    wrong = f"the row has {cells} cell{'s' * (cells != 1)}, the header has {headers}"
    if cells > headers:
        return wrong, "quote cells that hold the delimiter"
    return wrong, "quote cells that hold a line break; delete the row if it is no record"


def _checked(line: Line, mapping: ColumnMap, text: str) -> Line | Reject:
    fault = _broken_cell(line, mapping) or _long_cell(line, mapping) or _says_nothing(line, mapping)
    if fault is None:
        sound = is_text("".join(line.cells))
        return line if sound else line._replace(cells=tuple(map(legible, line.cells)))
    # An id that is itself at fault would spoil the reject as well.
    line_id = "" if fault[0] == mapping.named(LINE_ID) else line.line_id
    return Reject(line.row, *fault, text or row_text(line.cells), line_id)


def _says_nothing(line: Line, mapping: ColumnMap) -> tuple[str, str, str] | None:
    filled = [value for field, value in line.values.items() if field in mapping.screenable]
    if not filled:
        wrong = "the row holds nothing to screen: no party, product, place or code"
        return "", wrong, "fill one of these columns"
    stated = [value for value in filled if not is_unstated(value)]
    if not stated:
        wrong = (
            f"the row holds nothing to screen but words for what is not stated, as {filled[0]!r}"
        )
        return "", wrong, "fill a party, product, place or code"
    if is_total(stated):
        wrong = "the row is a sum of others: it holds nothing to screen but a word for it"
        return "", wrong, "leave such rows out; if it is a record, fill a second column of it"
    return None


def _broken_cell(line: Line, mapping: ColumnMap) -> tuple[str, str, str] | None:
    if is_text("".join(line.cells)):
        return None
    read = mapping.read()
    at = next((at for at in sorted(read) if not is_text(line.cells[at])), None)
    if at is None:
        return None
    if "\0" in line.cells[at]:
        wrong = "the cell holds a NUL character, which is no text"
        return mapping.headers[at], wrong, "delete it"
    wrong = "the cell holds bytes that are no text in the encoding of the file"
    return mapping.headers[at], wrong, f"write it in that encoding, or {NAME_ENCODING}"


def is_text(text: str) -> bool:
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
    if len(line.line_id) > MOST_ID_CHARACTERS:
        wrong = f"the id has more than {MOST_ID_CHARACTERS:,} characters"
        return mapping.named(LINE_ID), wrong, "give a shorter id"
    if max(map(len, line.values.values()), default=0) <= MAX_CHARACTERS:
        return None
    field, value = next(pair for pair in line.values.items() if len(pair[1]) > MAX_CHARACTERS)
    wrong = f"the cell has {len(value):,} characters, at most {MAX_CHARACTERS:,} are read"
    return mapping.named(field), wrong, "shorten the cell or split the row"
