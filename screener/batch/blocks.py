"""Many lines of a CSV file read at once as columns, where that gives what reading them one by one would."""

from collections.abc import Iterator
from typing import NamedTuple

import pyarrow as pa
import pyarrow.csv

from screener.batch.feed import Feed
from screener.batch.lines import Ahead, Raw, records

TEXT = pa.large_string()
MOST, LEAST = 1 << 21, 1 << 13
"""Bytes that are read at once: so many, and fewer around lines that must be read one by one."""
_FIRST, _FINER, _COARSER = 1 << 16, 8, 2
_MARK = "\ufeff".encode()


class Block(NamedTuple):
    """Records of a line each: the number of the first line, the columns, and the lines' bytes."""

    line: int
    columns: tuple[pa.LargeStringArray, ...]
    data: bytes

    @property
    def rows(self) -> int:
        """The number of records."""
        return len(self.columns[0])

    def raws(self) -> Iterator[Raw]:
        """Yield the records one by one."""
        texts = self.data.decode().split("\n")
        cells = zip(*(column.to_pylist() for column in self.columns), strict=True)
        for at, (text, row) in enumerate(zip(texts, cells, strict=False)):
            yield Raw(self.line + at, text, row)


class Shape(NamedTuple):
    """How the lines of a file are read: the encoding, the delimiter, the number of columns."""

    encoding: str
    delimiter: str
    width: int


def stretches(feed: Feed, ahead: Ahead, shape: Shape) -> Iterator[Raw | Block]:
    """Yield the records of a file in order, many at once where they can be.

    ``ahead`` are its lines from a place on, one by one, of which the last are of the ``feed``.
    """
    slow = records(ahead, shape.delimiter, shape.width)
    size, one_by_one = _FIRST, feed.number
    while True:
        while ahead.waits or feed.number < one_by_one:
            raw = next(slow, None)
            if raw is None:
                return
            yield raw
        data = feed.block(size)
        block = block_of(data, feed.number, shape) if data else None
        if block is not None:
            feed.took(data, block.rows)
            yield block
        elif data and size > LEAST:
            size //= _FINER
            continue
        else:
            # The last line of a file, and one longer than the bytes looked at, end in no block.
            one_by_one = feed.number + max(1, data.count(b"\n"))
        size = min(size * _COARSER, MOST)


def block_of(data: bytes, line: int, shape: Shape) -> Block | None:
    """Return whole lines as a block; None if they must be read one by one.

    They need not be if each is a record with as many cells as there are columns: the parser
    finds a record a line then, since a quoted line break or an empty line would leave it fewer,
    and reads cells as the csv module does. A plain line put behind them shows that none leaves
    a cell open.
    """
    ends, returns = data.count(b"\n"), data.count(b"\r")
    if returns and (returns != ends or data.count(b"\r\n") != ends):
        return None
    if b"\0" in data:
        return None
    try:
        text = data if shape.encoding == "utf-8" else data.decode(shape.encoding).encode()
        table = _parsed(text + f"x{shape.delimiter * (shape.width - 1)}\n".encode(), shape)
    except (UnicodeError, pa.ArrowException):
        return None
    if table.num_rows != ends + 1 or text.startswith(_MARK):
        return None
    columns = (column.combine_chunks().slice(0, ends) for column in table.columns)
    return Block(line, tuple(columns), text)


def _parsed(text: bytes, shape: Shape) -> pa.Table:
    names = [str(at) for at in range(shape.width)]
    return pa.csv.read_csv(
        pa.py_buffer(text),
        read_options=pa.csv.ReadOptions(
            column_names=names, block_size=min(len(text) + 1, 2**31 - 1), use_threads=False
        ),
        parse_options=pa.csv.ParseOptions(delimiter=shape.delimiter, newlines_in_values=True),
        convert_options=pa.csv.ConvertOptions(
            column_types=dict.fromkeys(names, TEXT), strings_can_be_null=False
        ),
    )
