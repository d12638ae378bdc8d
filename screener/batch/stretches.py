"""Records of a file that follow one another, held as columns, and which of them need a closer look."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute

from screener.batch.blocks import Block
from screener.batch.lines import Raw
from screener.batch.mapping import ColumnMap
from screener.batch.totals import TOTAL
from screener.batch.wrapped import MARK
from screener.model.record import MAX_CHARACTERS
from screener.text.unstated import UNSTATED

LINE_ID = "line_id"
MOST_ID_CHARACTERS = 1_000
_SPACE = 0x20
_SAYS_NOTHING = (UNSTATED, TOTAL)
# Bytes that blanks other than those of ASCII begin with, in UTF-8.
_MAYBE_BLANK = np.frombuffer(b"\xc2\xe1\xe2\xe3", dtype=np.uint8)

Bools = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]


class Stretch(NamedTuple):
    """Sound records in order: line and number of the first, and all cells as columns of text.

    Each is one line of the file, and one further in number than the record before.
    """

    line: int
    number: int
    columns: tuple[pa.LargeStringArray, ...]

    @property
    def rows(self) -> int:
        """The number of records."""
        return len(self.columns[0])

    def part(self, first: int, rows: int) -> "Stretch":
        """Return so many of the records."""
        columns = tuple(column.slice(first, rows) for column in self.columns)
        return Stretch(self.line + first, self.number + first, columns)


def parts_of(block: Block, mapping: ColumnMap) -> Iterator[Raw | Stretch]:
    """Yield a block as stretches, their records uncounted, and between them what may be unsound."""
    odd = np.flatnonzero(doubtful(block.columns, mapping)).tolist()
    raws = list(block.raws()) if odd else []
    whole = Stretch(block.line, 0, block.columns)
    began = 0
    for at in (*odd, block.rows):
        if at > began:
            yield whole.part(began, at - began)
        if at < block.rows:
            yield raws[at]
        began = at + 1


def doubtful(columns: Sequence[pa.LargeStringArray], mapping: ColumnMap) -> Bools:
    """Return which rows may be blank or say nothing to screen, or hold a value too long or one that is not its cell.

    Not all of them are: a cell of many bytes may have few enough characters.
    """
    rows = len(columns[0])
    telling, long, wrapped = (np.zeros(rows, dtype=np.bool_) for _ in range(3))
    for field, places in mapping.sources.items():
        size = np.zeros(rows, dtype=np.int64)
        for at in places:
            wrapped |= _holds_mark(columns[at])
            size += lengths(columns[at]) + len(mapping.joints.get(field, ""))
            if field in mapping.screenable:
                telling |= surely_filled(columns[at])
        long |= size > (MOST_ID_CHARACTERS if field == LINE_ID else MAX_CHARACTERS)
    return ~telling | long | wrapped | _saying_nothing(columns, mapping)


def _saying_nothing(columns: Sequence[pa.LargeStringArray], mapping: ColumnMap) -> Bools:
    """Return which rows hold words for a sum or for nothing alone in the columns that are screened."""
    rows = np.arange(len(columns[0]))
    for field, places in mapping.sources.items():
        for at in places if field in mapping.screenable else ():
            # Nearly every row is out after the first column or two.
            cells = columns[at].take(pa.array(rows))
            rows = rows[np.any([_matches(cells, pattern) for pattern in _SAYS_NOTHING], axis=0)]
    found = np.zeros(len(columns[0]), dtype=np.bool_)
    found[rows] = True
    return found


def _matches(cells: pa.LargeStringArray, pattern: str) -> Bools:
    found: Bools = pa.compute.match_substring_regex(cells, pattern).to_numpy(zero_copy_only=False)
    return found


def _holds_mark(column: pa.LargeStringArray) -> Bools:
    found: Bools = pa.compute.match_substring(column, MARK).to_numpy(zero_copy_only=False)
    return found


def surely_filled(column: pa.LargeStringArray) -> Bools:
    """Return which cells begin with what is no blank; few others are filled."""
    first = first_bytes(column)
    return (first > _SPACE) & ~np.isin(first, _MAYBE_BLANK)


def first_bytes(column: pa.LargeStringArray) -> npt.NDArray[np.uint8]:
    """Return the first byte of each cell, 0 of an empty one."""
    starts, data = offsets(column), text_bytes(column)
    first = np.zeros(len(column), dtype=np.uint8)
    held = starts[1:] > starts[:-1]
    first[held] = data[starts[:-1][held]]
    return first


def lengths(column: pa.LargeStringArray) -> Numbers:
    """Return how many bytes each cell has."""
    return np.diff(offsets(column))


def offsets(column: pa.LargeStringArray) -> Numbers:
    """Return where each cell begins in ``text_bytes``, and where the last ends."""
    buffer = column.buffers()[1]
    if buffer is None or not len(column):
        return np.zeros(len(column) + 1, dtype=np.int64)
    every = np.frombuffer(buffer, dtype=np.int64)
    return every[column.offset : column.offset + len(column) + 1]


def text_bytes(column: pa.LargeStringArray) -> npt.NDArray[np.uint8]:
    """Return the bytes that the cells of a column lie in."""
    buffer = column.buffers()[2]
    return np.zeros(0, dtype=np.uint8) if buffer is None else np.frombuffer(buffer, dtype=np.uint8)
