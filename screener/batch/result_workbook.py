"""Results as a workbook: filters, a frozen header, tiers in colour, and a sheet of the evidence."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING

from screener.batch.result_parquet import part_rows
from screener.batch.writer import REASONS_PART, ROWS_PART, cell_safe
from screener.errors import ConfigError, InputError
from screener.evidence.cells import ADDED, added_names

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

WORKBOOK = "results.xlsx"
MOST_ROWS = 1_048_575
"""Rows of a sheet below its header; what is beyond goes on in a further sheet."""
MOST_COLUMNS = 16_384
MOST_CELL = 32_767
_CUT = " … (cut; whole in screenings.jsonl)"
_MOST_LINKS = 65_000
_NUMBERS = ("risk_score", "points", "completeness")
_COLOURS = {"T1": "#EEF3D2", "T2": "#FFF2CC", "T3": "#F8CBAD", "T4": "#E99999"}
_REASON_HEADERS = ("line_id", "tier", "rule", "title", "sentence", "found", "claims", "questions")
_WIDTHS = {"sentence": 60, "questions": 60, "title": 40, "reasons": 30, "entries": 20}
_WIDTH = 16


def check_workbook(headers: Sequence[str]) -> None:
    """Refuse, before a run, what could not be written after it.

    Raises:
        ConfigError: The library that writes workbooks is not installed.
        InputError: A sheet cannot have so many columns.

    """
    try:
        import xlsxwriter  # noqa: F401, PLC0415 - comes with the extra "batch" alone
    except ModuleNotFoundError as error:
        message = "writing xlsx needs the extra: install forced-labor-screener[batch]"
        raise ConfigError(message) from error
    if len(headers) + len(ADDED) > MOST_COLUMNS:
        message = f"a sheet has {MOST_COLUMNS:,} columns at most; leave xlsx out of --format"
        raise InputError(message)


def write_workbook(folder: Path, headers: Sequence[str], as_of: str) -> None:
    """Write results.xlsx from the rows and reasons of a run; it holds no time of writing.

    Raises:
        OSError: The disk is full or gone.

    """
    import xlsxwriter  # noqa: PLC0415 - comes with the extra "batch" alone

    part = folder / f"{WORKBOOK}.new"
    with xlsxwriter.Workbook(part, {"constant_memory": True}) as book:
        book.set_properties({"created": datetime.fromisoformat(as_of)})
        columns = (*headers, *added_names(headers))
        _write_results(book, columns, part_rows(folder, ROWS_PART))
        sheets = _sheets(book, "evidence", _REASON_HEADERS)
        for sheet, row, cells in _placed(sheets, part_rows(folder, REASONS_PART)):
            for at, cell in enumerate(cells):
                sheet.write_string(row, at, _text(cell))
    part.replace(folder / WORKBOOK)


def _write_results(book: "Workbook", columns: Sequence[str], rows: Iterator[list[str]]) -> None:
    """Write the rows with tiers in colour; the reasons of a row lead to its first evidence."""
    tiers = {tier: book.add_format({"bg_color": colour}) for tier, colour in _COLOURS.items()}
    link = book.add_format({"font_color": "#0563C1", "underline": 1})
    added = dict(enumerate(ADDED, start=len(columns) - len(ADDED)))
    reasons = links = 0
    for sheet, row, (*cells, own) in _placed(_sheets(book, "results", columns), rows):
        for at, cell in enumerate(cells):
            kind = added.get(at)
            if kind in _NUMBERS:
                sheet.write_number(row, at, float(cell))
            elif kind == "tier":
                sheet.write_string(row, at, cell, tiers.get(cell))
            elif kind == "reasons" and cell and links < _MOST_LINKS:
                sheet.write_url(row, at, _evidence_place(reasons), link, _text(cell))
                links += 1
            elif cell:
                sheet.write_string(row, at, _text(cell))
        reasons += int(own)


def _evidence_place(reasons: int) -> str:
    """Return where the evidence of a row begins that has so many reasons before its own."""
    sheet, row = divmod(reasons, MOST_ROWS)
    return f"internal:'{_sheet_name('evidence', sheet + 1)}'!A{row + 2}"


def _sheet_name(name: str, number: int) -> str:
    return name if number == 1 else f"{name} {number}"


def _sheets(book: "Workbook", name: str, columns: Sequence[str]) -> Iterator["Worksheet"]:
    """Yield sheets with the header row frozen and filters, one after the other as they fill."""
    bold = book.add_format({"bold": True, "bottom": 1})
    for number in count(1):
        sheet = book.add_worksheet(_sheet_name(name, number))
        sheet.freeze_panes(1, 0)
        for at, column in enumerate(columns):
            sheet.set_column(at, at, _WIDTHS.get(column, _WIDTH))
            sheet.write_string(0, at, _text(column), bold)
        yield sheet


def _placed(
    sheets: Iterator["Worksheet"], rows: Iterator[list[str]]
) -> Iterator[tuple["Worksheet", int, list[str]]]:
    """Yield each row with the sheet and the number of the row that it goes to."""
    for sheet in sheets:
        last = 0
        for last, cells in enumerate(islice(rows, MOST_ROWS), start=1):
            yield sheet, last, cells
        sheet.autofilter(0, 0, last, sheet.dim_colmax)
        if last < MOST_ROWS:
            return


def _text(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula, cut to what a cell can hold."""
    safe = cell_safe(cell)
    return safe if len(safe) <= MOST_CELL else safe[: MOST_CELL - len(_CUT)] + _CUT
