"""A workbook (XLSX or XLSM) read as a table: the first sheet in view that has a header row."""

import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from screener.batch.fitted import Repeats
from screener.batch.lines import Raw
from screener.batch.mapping import Dictionary
from screener.batch.merged import shown
from screener.batch.source import Source
from screener.batch.tables import HEADER_WITHIN, Table, header_at, row_text, titles_remark
from screener.batch.titles import with_titles
from screener.batch.unvalued import unvalued_remarks
from screener.batch.values import cell_of
from screener.content.sheets import MOST_CELLS, spanned
from screener.errors import InputError

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

MOST_UNPACKED = 1_000_000_000
"""Bytes of all parts; a sheet of a million rows of ten filled cells has about 500 million."""
MOST_TIMES = 200
UNPACKED_ANYWAY = 50_000_000
MOST_SHEETS = 1_000

_OTHERWISE = "save the sheet as CSV"


def read_workbook(source: Source, dictionary: Dictionary, sheet: str | None = None) -> Table:
    """Return the headers and rows of a workbook's table; rows without content are left out.

    ``sheet`` is the name or the number (from 1) of the sheet to read, where it is not to be found.

    Raises:
        InputError: The file is no workbook, is cut short or locked, is too large once unpacked,
            holds no filled cell, or has not the sheet asked for.

    """
    try:
        import python_calamine  # noqa: PLC0415 - comes with the extra "batch" alone
    except ModuleNotFoundError as error:
        message = f"workbooks need the extra: install forced-labor-screener[batch], or {_OTHERWISE}"
        raise InputError(message) from error
    _check_parts(source)
    try:
        book = python_calamine.load_workbook(source.path)
        name, table = (
            _first_table(book, dictionary) if sheet is None else _asked(book, sheet, dictionary)
        )
        return table._replace(remarks=(*table.remarks, *unvalued_remarks(source, name)))
    except (python_calamine.CalamineError, OSError) as error:
        message = f"{source.path.name} is no sound workbook: {error}; or {_OTHERWISE}"
        raise InputError(message) from error


def _first_table(book: "CalamineWorkbook", dictionary: Dictionary) -> tuple[str, Table]:
    """Return the name and table of the first sheet that heads two fields; failing that, one; failing that, none.

    Hidden sheets come last: whoever sent the workbook did not see them.
    """
    names = _names(book)
    best: tuple[int, str, Table] | None = None
    for name in names:
        table = _table(book, name, dictionary)
        if table is None:
            continue
        told = min(dictionary.tells(table.headers), 2)
        if best is None or told > best[0]:
            best = told, name, table
        if told == 2:  # noqa: PLR2004 - as a header row is found within a sheet
            break
    if best is None:
        message = "the workbook is empty: no sheet holds a filled cell"
        raise InputError(message)
    told, read, table = best
    return read, _with_others(table, read, names) if told else table


def _asked(book: "CalamineWorkbook", sheet: str, dictionary: Dictionary) -> tuple[str, Table]:
    """Return the name and table of the sheet of a name; failing that, of a number among all sheets."""
    names = [one.name for one in book.sheets_metadata[:MOST_SHEETS]]
    numbered = {str(number): name for number, name in enumerate(names, start=1)}
    name = sheet if sheet in names else numbered.get(sheet.strip())
    if name is None:
        shown = ", ".join(repr(one) for one in names)
        message = f"--sheet {sheet!r} is no sheet of the workbook; its sheets: {shown}"
        raise InputError(message)
    table = _table(book, name, dictionary)
    if table is None:
        message = f"the sheet {name!r} is empty: it holds no filled cell"
        raise InputError(message)
    return name, _with_others(table, name, names)


def _with_others(table: Table, read: str, names: Sequence[str]) -> Table:
    """Return a table that tells which sheet it is, if there are others."""
    others = ", ".join(repr(other) for other in names if other != read)
    if not others:
        return table
    which = f"sheet {read!r} is read, the others are not: {others}"
    return table._replace(remarks=(which, *table.remarks))


def _names(book: "CalamineWorkbook") -> Sequence[str]:
    """Return the names of the sheets, those in view first."""
    from python_calamine import SheetVisibleEnum  # noqa: PLC0415 - comes with the extra "batch" alone

    sheets = book.sheets_metadata[:MOST_SHEETS]
    ordered = sorted(sheets, key=lambda sheet: sheet.visible != SheetVisibleEnum.Visible)
    return [sheet.name for sheet in ordered]


def _table(book: "CalamineWorkbook", name: str, dictionary: Dictionary) -> Table | None:
    rows = _filled(book.get_sheet_by_name(name))
    first = list(islice(rows, HEADER_WITHIN))
    if not first:
        return None
    at = header_at([raw.cells for raw in first], dictionary)
    headers = tuple(cell.strip() for cell in first[at].cells)
    while headers and not headers[-1]:
        headers = headers[:-1]
    repeats = Repeats(headers)
    below = (_below_headers(raw, len(headers)) for part in (first[at + 1 :], rows) for raw in part)
    remarks = titles_remark(first[at].line, at)
    table = Table(headers, repeats.left_out(below), remarks, repeats.remarks)
    return with_titles(table, [raw.cells for raw in first[:at]], dictionary)


def _filled(sheet: "CalamineSheet") -> Iterator[Raw]:
    """Yield the rows that hold anything, under their numbers in the sheet."""
    if sheet.start is None:
        return
    merged = sheet.merged_cell_ranges or ()
    for number, row in enumerate(shown(sheet.iter_rows(), merged), start=1):
        cells = tuple(map(cell_of, row))
        if any(map(str.strip, cells)):
            yield Raw(number, "", cells)


def _below_headers(raw: Raw, width: int) -> Raw:
    """Return a row with as many cells as there are headers; one filled beyond them is at fault."""
    if any(map(str.strip, raw.cells[width:])):
        fault = f"the row has a filled cell beyond the last of its {width} headers"
        return Raw(raw.line, row_text(raw.cells), (), fault, "give its column a header or empty it")
    return raw.of_width(width)


def _check_parts(source: Source) -> None:
    """Unpack all parts once, bit by bit, so that none is larger than its size says.

    Raises:
        InputError: The file is no sound zip archive, or too large in bytes or in cells.

    """
    name = source.path.name
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as packed:
            parts = packed.infolist()
            unpacked = sum(part.file_size for part in parts)
            bound = max(UNPACKED_ANYWAY, MOST_TIMES * sum(part.compress_size for part in parts))
            if unpacked > min(MOST_UNPACKED, bound):
                message = f"{name} unpacks to {unpacked:,} bytes, too many; {_OTHERWISE}"
                raise InputError(message)
            for part in parts:
                _check_part(packed, part, name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        message = f"{name} is no sound workbook: {error}; it may be cut short or have a password"
        raise InputError(message) from error


def _check_part(packed: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> None:
    """Read a part to its end, and measure the area that the cells of a sheet span."""
    cells = spanned(packed, part)
    if cells > MOST_CELLS:
        message = f"a sheet of {name} spans {cells:,} cells, at most {MOST_CELLS:,} are read"
        raise InputError(f"{message}; delete what lies far off, or {_OTHERWISE}")
