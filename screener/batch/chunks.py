"""The rows of a file taken together, a given number at a time."""

from collections.abc import Iterator

from screener.batch.chunk import Others
from screener.batch.mapping import ColumnMap
from screener.batch.rows import rows_of
from screener.batch.stretches import Stretch
from screener.batch.tables import Collapsed, Item, Line, Reject
from screener.batch.workers import Chunk


class Supply:
    """The rows of a file, given out as many at a time as are asked for."""

    def __init__(self, stretches: Iterator[Item | Stretch], mapping: ColumnMap) -> None:
        """Begin with the first row."""
        self._stretches = stretches
        self._mapping = mapping
        self._left: Stretch | None = None

    def chunks(self, size: int) -> Iterator[Chunk]:
        """Yield the rows in chunks of so many, the last of fewer."""
        while taken := list(self._taken(size)):
            yield _chunk(taken, self._mapping)

    def skip(self, rows: int) -> int:
        """Pass over so many rows, and return how many there were."""
        return sum(one.rows if isinstance(one, Stretch) else 1 for one in self._taken(rows))

    def _taken(self, rows: int) -> Iterator[Item | Stretch]:
        """Yield what the next rows came to, at most so many."""
        while rows > 0:
            one = self._left if self._left is not None else next(self._stretches, None)
            self._left = None
            if one is None:
                return
            if isinstance(one, Stretch) and one.rows > rows:
                self._left = one.part(rows, one.rows - rows)
                one = one.part(0, rows)
            rows -= one.rows if isinstance(one, Stretch) else 1
            yield one


def _chunk(taken: list[Item | Stretch], mapping: ColumnMap) -> Chunk:
    records = (one for one in taken if isinstance(one, Line | Stretch))
    rejects = tuple(one for one in taken if isinstance(one, Reject))
    collapsed = tuple(one for one in taken if isinstance(one, Collapsed))
    return Chunk(rows_of(records, mapping), Others(rejects, collapsed))
