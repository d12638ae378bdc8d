"""A user's file, of whatever kind, opened for reading row by row."""

from screener.batch.collapse import collapsed
from screener.batch.delimited import read_delimited
from screener.batch.jsonlines import read_jsonl
from screener.batch.mapping import Dictionary
from screener.batch.parquet import read_parquet
from screener.batch.source import Source
from screener.batch.tables import Opened, Table, opened
from screener.batch.workbooks import read_workbook


def open_file(source: Source, dictionary: Dictionary, encoding: str | None = None) -> Opened:
    """Return a file ready to be screened: its columns, its rows in order, what to tell of it.

    ``encoding`` is that of a text file, where it is not to be found out.

    Raises:
        InputError: The file is empty or broken, too large once unpacked, or has no column with
            anything to screen.

    """
    return collapsed(opened(read_table(source, dictionary, encoding), dictionary))


def read_table(source: Source, dictionary: Dictionary, encoding: str | None = None) -> Table:
    """Return the headers and rows of a file, whatever the headers are.

    Raises:
        InputError: The file is empty or broken, or too large once unpacked.

    """
    if source.kind == "jsonl":
        return read_jsonl(source, dictionary, encoding)
    if source.kind == "workbook":
        return read_workbook(source, dictionary)
    if source.kind == "parquet":
        return read_parquet(source)
    return read_delimited(source, dictionary, encoding)
