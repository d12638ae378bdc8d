"""What is known of a file only once its rows are read, to be told after them."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute

from screener.batch.groups import OTHERWISE_NAMED, Groups
from screener.batch.legible import NUL
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
        self._groups = {field: Groups() for field in self._makers}
        self._illegible: Counter[int] = Counter()
        read = set(self._read)
        self._unnamed: Counter[int] = Counter(
            {
                at: 0
                for at, name in enumerate(mapping.headers)
                if at not in read and not name.strip()
            }
        )

    def line(self, cells: Sequence[str], values: Mapping[str, str], given: Sequence[str]) -> None:
        """Take in one record: its cells, the fields they filled, and the cells as the file has them."""
        if cells is not given:
            self._illegible.update(at for at, cell in enumerate(given) if cell != cells[at])
        self._wrapped.update(
            at for at in self._read if MARK in cells[at] and inside(cells[at]) != cells[at]
        )
        self._unnamed.update(at for at in self._unnamed if cells[at].strip())
        for field, groups in self._groups.items():
            name = cells[self._mapping.sources[field][0]] or OTHERWISE_NAMED
            groups.one(name if field in values else "")

    def stretch(self, stretch: Stretch) -> None:
        """Take in many records; none of them has a cell written as ="..."."""
        for at in self._unnamed:
            self._unnamed[at] += int(_filled(stretch.columns[at]).sum())
        for field, groups in self._groups.items():
            columns = [stretch.columns[at] for at in self._mapping.sources[field]]
            filled: Bools = np.any([_filled(column) for column in columns], axis=0)
            groups.many(filled, columns[0])

    def remarks(self) -> tuple[str, ...]:
        """Return what to tell, once all rows are taken in."""
        named = self._mapping.headers
        wrapped = (
            f'column {named[at]!r}: cells written as ="..." are read as the text inside: {count:,}'
            for at, count in sorted(self._wrapped.items())
        )
        illegible = (
            f"column {named[at]!r}: cells with what is no text, carried along with signs for it "
            f"({NUL} for NUL, \\xNN for a byte): {count:,}"
            for at, count in sorted(self._illegible.items())
        )
        below = (
            f"rows without {field} below a row with one: {groups.blank:,}, screened without it; if a name "
            f"stands in the first row of its group alone, write it in each row, or read it so with "
            f"--fill-down {named[self._mapping.sources[field][0]]!r}"
            for field, groups in self._groups.items()
            if groups.are_likely
        )
        unnamed = (
            f"column {at + 1} has no header: its filled cells, {count:,}, are carried along and not read; "
            "if it holds parties, places, goods or codes, give it a header"
            for at, count in sorted(self._unnamed.items())
            if count
        )
        return (*wrapped, *illegible, *below, *unnamed)


def _filled(column: pa.LargeStringArray) -> Bools:
    sure = surely_filled(column)
    if sure.all():
        return sure
    bare: Bools = pa.compute.utf8_trim_whitespace(column).to_numpy(zero_copy_only=False) == ""
    return ~bare
