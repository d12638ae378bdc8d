"""Header rows under the header row: the same heads once more, in another language or as a system names them."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, takewhile

import pyarrow as pa
import pyarrow.compute

from screener.batch.blocks import Block
from screener.batch.lines import Raw, is_filled
from screener.batch.mapping import Dictionary

Rows = Iterator[Raw | Block]
Cells = tuple[str, ...]
_WRONG = "the row heads the columns once more, in other words; it is no record"
_REMEDY = "leave such rows out, or give them to the header: 供应商/Supplier"
_SURELY = 2
"""Cells that head the column they stand in; one may be a name by chance."""


def without_second_headers(rows: Rows, headers: Sequence[str], dictionary: Dictionary) -> Rows:
    """Yield rows, those directly below the header row that head its columns again as faulty ones.

    Where pages repeat them, they are found by what stood below the first header row.
    """
    taken: list[Raw | Block] = []
    found: set[Cells] = set()
    for one in rows:
        taken.append(one)
        heads = {raw.cells for raw in takewhile(_heading(headers, dictionary), _one_by_one(one))}
        found |= heads
        if isinstance(one, Block) or not heads:
            break
    whole = chain(taken, rows)
    yield from _told(whole, found) if found else whole


def _one_by_one(rows: Raw | Block) -> Iterator[Raw]:
    return rows.raws() if isinstance(rows, Block) else iter([rows])


def _told(rows: Rows, found: set[Cells]) -> Rows:
    for one in rows:
        if isinstance(one, Block) and not any(_may_hold(one, cells) for cells in found):
            yield one
            continue
        for raw in filter(is_filled, _one_by_one(one)):
            yield raw._replace(fault=_WRONG, remedy=_REMEDY) if raw.cells in found else raw


def _may_hold(block: Block, cells: Cells) -> bool:
    at = next(at for at, cell in enumerate(cells) if cell)
    return bool(pa.compute.any(pa.compute.equal(block.columns[at], cells[at])).as_py())


def _heading(headers: Sequence[str], dictionary: Dictionary) -> Callable[[Raw], bool]:
    """Return what says of a row whether it heads the columns again.

    Most of the cells that are read, and two at least, mean the field of the column they stand in;
    none is without a letter.
    """
    fields = [dictionary.field_of(header) for header in headers]

    def heads(raw: Raw) -> bool:
        if raw.fault is not None or len(raw.cells) != len(headers):
            return False
        cells = [(one, cell) for one, cell in zip(fields, raw.cells, strict=True) if cell.strip()]
        read = [(field, cell) for field, cell in cells if field is not None]
        same = sum(dictionary.usual(cell) == field for field, cell in read)
        lettered = all(any(map(str.isalpha, cell)) for _, cell in cells)
        return lettered and same >= _SURELY and 2 * same > len(read)

    return heads
