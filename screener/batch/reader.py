"""A user's file, of whatever kind, opened for reading row by row."""

from screener.batch.delimited import read_delimited
from screener.batch.jsonlines import open_jsonl
from screener.batch.mapping import Dictionary
from screener.batch.parquet import read_parquet
from screener.batch.source import Source
from screener.batch.tables import Opened, opened
from screener.batch.workbooks import read_workbook


def open_file(source: Source, dictionary: Dictionary, encoding: str | None = None) -> Opened:
    """Return a file ready to be read: its columns, its rows in order, what to tell of it.

    ``encoding`` is that of a text file, where it is not to be found out.

    Raises:
        InputError: The file is empty or broken, too large once unpacked, or has no column with
            anything to screen.

    """
    if source.kind == "jsonl":
        return open_jsonl(source, dictionary, encoding)
    if source.kind == "workbook":
        return opened(read_workbook(source, dictionary), dictionary)
    if source.kind == "parquet":
        return opened(read_parquet(source), dictionary)
    return opened(read_delimited(source, dictionary, encoding), dictionary)
