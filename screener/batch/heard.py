"""What is known of a file only once its rows are read, to be told after them."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute

from screener.batch.mapping import ColumnMap
from screener.batch.stretches import Bools, Stretch, surely_filled
from screener.batch.wrapped import MARK, inside

_MAKERS = ("supplier_name", "manufacturer_name")
"""Fields whose name a listing by groups often gives in the first row of a group alone."""


class Heard:
    """Counts, row by row, what a user should know of how the rows were read."""

    def __init__(self, mapping: ColumnMap) -> None:
        """Begin with no row."""
        self._mapping = mapping
        self._read = sorted(mapping.read())
        self._wrapped: Counter[int] = Counter()
        self._makers = tuple(field for field in _MAKERS if field in mapping.sources)
        self._below: dict[str, int] = {}
        """Blank rows below the first that names a maker, by field."""

    def line(self, cells: Sequence[str], values: Mapping[str, str]) -> None:
        """Take in one record: its cells, and the fields they filled."""
        self._wrapped.update(
            at for at in self._read if MARK in cells[at] and inside(cells[at]) != cells[at]
        )
        for field in self._makers:
            if field in values:
                self._below.setdefault(field, 0)
            elif field in self._below:
                self._below[field] += 1

    def stretch(self, stretch: Stretch) -> None:
        """Take in many records; none of them has a cell written as ="..."."""
        for field in self._makers:
            columns = [stretch.columns[at] for at in self._mapping.sources[field]]
            filled: Bools = np.any([_filled(column) for column in columns], axis=0)
            if field not in self._below:
                if not filled.any():
                    continue
                filled = filled[int(filled.argmax()) :]
            self._below[field] = self._below.get(field, 0) + int((~filled).sum())

    def remarks(self) -> tuple[str, ...]:
        """Return what to tell, once all rows are taken in."""
        named = self._mapping.headers
        wrapped = (
            f'column {named[at]!r}: cells written as ="..." are read as the text inside: {count:,}'
            for at, count in sorted(self._wrapped.items())
        )
        below = (
            f"rows without {field} below a row with one: {count:,}, screened without it; where a name "
            f"stands in the first row of its group alone, write it in each row, or read it so with "
            f"--fill-down {named[self._mapping.sources[field][0]]!r}"
            for field in self._makers
            if (count := self._below.get(field))
        )
        return (*wrapped, *below)


def _filled(column: pa.LargeStringArray) -> Bools:
    sure = surely_filled(column)
    if sure.all():
        return sure
    bare: Bools = pa.compute.utf8_trim_whitespace(column).to_numpy(zero_copy_only=False) == ""
    return ~bare
