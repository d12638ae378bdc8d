"""A user's file, of whatever kind, opened for reading row by row."""

from screener.batch.collapse import collapsed
from screener.batch.delimited import read_delimited
from screener.batch.fill_down import filled_down
from screener.batch.jsonlines import read_jsonl
from screener.batch.mapping import Dictionary
from screener.batch.misnamed import check_content
from screener.batch.parquet import read_parquet
from screener.batch.source import Reading, Source
from screener.batch.tables import Opened, Table, opened
from screener.batch.workbooks import read_workbook
from screener.errors import InputError

_AS_FOUND = Reading()


def open_file(source: Source, dictionary: Dictionary, reading: Reading = _AS_FOUND) -> Opened:
    """Return a file ready to be screened: its columns, its rows in order, what to tell of it.

    Raises:
        InputError: The file is empty or broken, too large once unpacked, has no column with
            anything to screen, or not the sheet or a column asked for.

    """
    return collapsed(opened(read_table(source, dictionary, reading), dictionary, reading))


def read_table(source: Source, dictionary: Dictionary, reading: Reading = _AS_FOUND) -> Table:
    """Return the headers and rows of a file, whatever the headers are.

    Raises:
        InputError: The file is empty or broken, too large once unpacked, of another kind than
            its name says, or has not the sheet or a column asked for.

    """
    if reading.sheet is not None and source.kind != "workbook":
        message = f"--sheet names a sheet of a workbook; {source.path.name} is none"
        raise InputError(message)
    check_content(source)
    return filled_down(_table(source, dictionary, reading), reading.fill_down, dictionary)


def _table(source: Source, dictionary: Dictionary, reading: Reading) -> Table:
    if source.kind == "jsonl":
        return read_jsonl(source, dictionary, reading.encoding)
    if source.kind == "workbook":
        return read_workbook(source, dictionary, reading.sheet)
    if source.kind == "parquet":
        return read_parquet(source, dictionary)
    return read_delimited(source, dictionary, reading.encoding)
