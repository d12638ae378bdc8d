"""Whether a column looks like that of a listing by groups, which names a maker in the first row of each alone."""

import numpy as np
import pyarrow as pa
import pyarrow.compute

from screener.batch.stretches import Bools

OTHERWISE_NAMED = " "
"""The name of a row whose cell is blank, but for which another column of the field gives one."""
_OFTEN = 0.25


class Groups:
    """Counts how filled and blank cells of a column follow one another.

    In such a listing blanks follow many of the filled cells, and hardly any name stands again in the
    row below. In other files a name is missing here and there: few filled cells have a blank one below.
    """

    def __init__(self) -> None:
        """Begin with no row."""
        self.blank = 0
        """Blank cells below the first that is filled."""
        self._filled = self._followed = self._repeated = 0
        self._last = ""

    @property
    def are_likely(self) -> bool:
        """Whether the column looks like that of a listing by groups."""
        often = _OFTEN * self._filled
        return self.blank > 0 and self._followed >= often and self._repeated < often

    def one(self, name: str) -> None:
        """Take in the next row: its name, empty where the cell is blank."""
        if name:
            self._filled += 1
            self._repeated += name == self._last
        elif self._filled:
            self.blank += 1
            self._followed += bool(self._last)
        self._last = name

    def many(self, filled: Bools, names: pa.LargeStringArray) -> None:
        """Take in the next rows: which cells are filled, and all cells."""
        if not len(filled):
            return
        begun = np.logical_or.accumulate(filled) | bool(self._filled)
        before = np.concatenate([[bool(self._last)], filled[:-1]])
        same = pa.compute.equal(names[1:], names[:-1]).to_numpy(zero_copy_only=False)
        first = filled[0] and (names[0].as_py() or OTHERWISE_NAMED) == self._last
        self.blank += int((begun & ~filled).sum())
        self._followed += int((before & ~filled).sum())
        self._filled += int(filled.sum())
        self._repeated += int((filled[1:] & same).sum()) + int(first)
        self._last = (names[-1].as_py() or OTHERWISE_NAMED) if filled[-1] else ""
