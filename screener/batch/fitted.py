"""Rows of text brought to the width of their header where that loses nothing, and headers that stand again."""

from collections.abc import Iterator, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute

from screener.batch.blocks import Block
from screener.batch.lines import Raw, is_filled
from screener.batch.wrapped import inside

_END_OF_TEXT = "\x1a"
_DRAWN = "-=_*+~ \t" + _END_OF_TEXT

Rows = Iterator[Raw | Block]


class Repeats:
    """Counts the rows that are the header row once more, as printed reports begin each page with."""

    def __init__(self, headers: Sequence[str]) -> None:
        """Begin with none; headers are bare, as a table has them."""
        self._headers = tuple(headers)
        self._at = next((at for at, name in enumerate(headers) if name), None)
        self._count = 0

    def left_out(self, rows: Rows) -> Rows:
        """Yield all other rows."""
        for one in rows:
            if isinstance(one, Block):
                yield from self._of_block(one)
            elif self._is_one(one):
                self._count += 1
            else:
                yield one

    def remarks(self) -> tuple[str, ...]:
        """Return what to tell of them once all rows are read."""
        told = f"rows that repeat the header row, left out: {self._count:,}"
        return (told,) if self._count else ()

    def _of_block(self, block: Block) -> Rows:
        if self._at is None or not _stands_in(block.columns[self._at], self._headers[self._at]):
            yield block
        else:
            yield from self.left_out(raw for raw in block.raws() if is_filled(raw))

    def _is_one(self, raw: Raw) -> bool:
        if self._at is None or raw.fault is not None or len(raw.cells) != len(self._headers):
            return False
        return tuple(inside(cell).strip() for cell in raw.cells) == self._headers


def fitted(rows: Rows, headers: Sequence[str]) -> Rows:
    """Yield rows without empty cells beyond the header, and with those that only nameless headers lack.

    Lines that are drawn between rows, and the mark by which DOS ends a text, are left out.
    """
    width = len(headers)
    least = max((at for at, name in enumerate(headers, start=1) if name), default=width)
    for one in rows:
        if isinstance(one, Block):
            yield one
        elif not _is_drawn(one, width):
            yield _fitted(one, width, least)


def _is_drawn(raw: Raw, width: int) -> bool:
    """Say whether a row is a line drawn between others; one with a cell for each header is none."""
    if raw.text.strip() == _END_OF_TEXT:
        return True
    return raw.fault is None and len(raw.cells) != width and not "".join(raw.cells).strip(_DRAWN)


def _fitted(raw: Raw, width: int, least: int) -> Raw:
    cells = raw.cells
    if len(cells) == width or len(cells) < least or any(map(str.strip, cells[width:])):
        return raw
    return raw.of_width(width)


def _stands_in(column: pa.LargeStringArray, header: str) -> bool:
    found = pa.compute.match_substring(column, header).to_numpy(zero_copy_only=False)
    cells = column.filter(pa.array(found)) if np.any(found) else ()
    return any(inside(cell.as_py()).strip() == header for cell in cells)
