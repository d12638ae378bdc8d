"""The first sheet of a workbook (XLSX) as rows."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime

from screener.content.sheets import MOST_CELLS, spanned
from screener.lists.readers.grid import Row
from screener.lists.readers.lines import Source, refused
from screener.lists.texts import clean

MAX_PACKED = 50_000_000
"""Bytes of a workbook; lists of a hundred thousand rows have about ten million."""
MAX_UNPACKED = 100_000_000
"""Bytes of all that it holds, so that a small file cannot fill the memory."""

_UNSOUND = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, zlib.error)


def sheet_rows(source: Source) -> Iterator[Row]:
    """Yield the rows of the first sheet that hold anything; the workbook is read as a whole.

    Whole numbers lose their ".0" and days are written as ISO text.

    Raises:
        ListError: The file is no workbook, is cut short, or too large: packed, unpacked or in the
            cells between its first and its last.

    """
    try:
        import python_calamine  # noqa: PLC0415 - comes with the extra "batch" alone
    except ModuleNotFoundError as error:
        remedy = "install forced-labor-screener[batch], or save the sheet as CSV"
        raise refused(source.path, 1, "workbooks cannot be read here", remedy) from error
    data = source.stream.read(MAX_PACKED + 1)
    _check_size(source.path, data)
    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        sheet = book.get_sheet_by_index(0)
        rows = sheet.iter_rows()
    except (python_calamine.CalamineError, IndexError, OSError) as error:
        raise _no_workbook(source.path) from error
    for number, cells in enumerate(rows, start=1):  # blank rows before the first filled, too
        texts = tuple(_text(cell) for cell in cells)
        if any(texts):
            yield Row(number, texts)


def _check_size(path: str, data: bytes) -> None:
    """Refuse what is too large packed, unpacked, or in cells, before the workbook is opened."""
    if len(data) > MAX_PACKED:
        problem = f"a workbook of more than {MAX_PACKED:,} bytes"
        raise refused(path, 1, problem, "save the sheet as CSV")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if sum(part.file_size for part in parts) > MAX_UNPACKED:
                problem = f"a workbook that unpacks to more than {MAX_UNPACKED:,} bytes"
                raise refused(path, 1, problem, "do not use this file; save the sheet as CSV")
            cells = max((spanned(packed, part) for part in parts), default=0)
    except _UNSOUND as error:
        raise _no_workbook(path) from error
    if cells > MOST_CELLS:
        problem = f"a sheet that spans {cells:,} cells, more than {MOST_CELLS:,}"
        raise refused(path, 1, problem, "delete what lies far off, or save the sheet as CSV")


def _no_workbook(path: str) -> Exception:
    return refused(path, 1, "no sound workbook", "the file may be cut short; load it anew")


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return clean(str(cell))
