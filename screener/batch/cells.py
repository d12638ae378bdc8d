"""Columns of text written out as lines of CSV, as the csv module writes rows."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute

from screener.batch.blocks import TEXT
from screener.batch.stretches import Bools, first_bytes, offsets, text_bytes
from screener.batch.writer import FORMULA_STARTS, cell_safe

_STARTS = np.array([ord(start) for start in sorted(FORMULA_STARTS)], dtype=np.uint8)
_QUOTED = np.zeros(256, dtype=np.bool_)
_QUOTED[[ord(character) for character in ',"\r\n']] = True
_COMMA, _QUOTE, _NOTHING = (pa.scalar(text, TEXT) for text in (",", '"', ""))


def own_cells(columns: Sequence[pa.LargeStringArray], *, safe: bool) -> pa.LargeStringArray:
    """Return the cells of each row as a line of CSV without its end.

    With ``safe`` no spreadsheet runs formulas of it.
    """
    made = [quoted(made_safe(column) if safe else column) for column in columns]
    return pa.compute.binary_join_element_wise(*made, _COMMA)


def made_safe(column: pa.LargeStringArray) -> pa.LargeStringArray:
    """Return cells that no spreadsheet runs as formulas (see ``cell_safe``)."""
    starts = np.isin(first_bytes(column), _STARTS)
    if not starts.any():
        return column
    cells = column.filter(pa.array(starts)).to_pylist()
    return _with(column, starts, pa.array(map(cell_safe, cells), TEXT))


def quoted(column: pa.LargeStringArray) -> pa.LargeStringArray:
    """Return cells in quotation marks where a line of CSV needs them."""
    needs = _needs_quotes(column)
    if not needs.any():
        return column
    cells = column.filter(pa.array(needs))
    doubled = pa.compute.replace_substring(cells, '"', '""')
    within = pa.compute.binary_join_element_wise(_QUOTE, doubled, _QUOTE, _NOTHING)
    return _with(column, needs, within)


def column_bytes(column: pa.LargeStringArray) -> bytes:
    """Return all cells of a column, one after the other."""
    places = offsets(column)
    return text_bytes(column)[places[0] : places[-1]].tobytes()


def _needs_quotes(column: pa.LargeStringArray) -> Bools:
    places = offsets(column)
    found = np.flatnonzero(_QUOTED[text_bytes(column)[places[0] : places[-1]]]) + places[0]
    needs = np.zeros(len(column), dtype=np.bool_)
    needs[np.searchsorted(places, found, side="right") - 1] = True
    return needs


def _with(
    column: pa.LargeStringArray, where: Bools, cells: pa.LargeStringArray
) -> pa.LargeStringArray:
    return pa.compute.replace_with_mask(column, pa.array(where), cells)
