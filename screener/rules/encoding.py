"""Columns of a batch by their distinct values, and numbers for combinations of them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screener.rules.row import HitLike, Row

Codes = NDArray[np.int64]

_ROOM = 1 << 62


class Encoded(NamedTuple):
    """A column of a batch: distinct values (None is empty), and the number of each row's."""

    values: Sequence[str | None]
    codes: Codes

    def at(self, row: int) -> str | None:
        """Return the value of one row; None if it is empty."""
        return self.values[int(self.codes[row])] or None


class HitSets(NamedTuple):
    """The hits of a batch: distinct tuples of them, and the number of each row's."""

    values: Sequence[tuple[HitLike, ...]]
    codes: Codes

    def at(self, row: int) -> tuple[HitLike, ...]:
        """Return the hits of one row."""
        return self.values[int(self.codes[row])]


def encoded(values: Sequence[str | None]) -> Encoded:
    """Return a column by its distinct values in the order of their first rows.

    >>> encoded(["CN", None, "CN"]).values
    ('CN', None)
    """
    distinct = dict.fromkeys(values)
    numbers = {value: number for number, value in enumerate(distinct)}
    codes = np.fromiter((numbers[value] for value in values), dtype=np.int64, count=len(values))
    return Encoded(tuple(distinct), codes)


def row_at(columns: Mapping[str, Encoded], hits: HitSets, row: int) -> Row:
    """Return one row of a batch as rules see it."""
    values = {name: column.at(row) for name, column in columns.items()}
    return Row({name: value for name, value in values.items() if value}, hits.at(row))


def combined(left: Codes, right: Codes) -> Codes:
    """Return one number for each pair of numbers, renumbered before it could overflow.

    >>> combined(np.array([0, 0, 1]), np.array([1, 2, 1])).tolist()
    [1, 2, 4]
    """
    if len(left) == 0:
        return left
    width = int(right.max()) + 1
    if (int(left.max()) + 1) * width >= _ROOM:
        left = np.unique(left, return_inverse=True)[1].astype(np.int64)
    if (int(left.max()) + 1) * width >= _ROOM:
        right = np.unique(right, return_inverse=True)[1].astype(np.int64)
        width = int(right.max()) + 1
    return left * width + right


def grouped(codes: Codes) -> tuple[Codes, Codes]:
    """Return the first row of each number, in row order, and which of them each row belongs to.

    >>> first, group = grouped(np.array([7, 3, 7]))
    >>> first.tolist(), group.tolist()
    ([0, 1], [0, 1, 0])
    """
    _, first, inverse = np.unique(codes, return_index=True, return_inverse=True)
    rank = np.argsort(first, kind="stable")
    position = np.empty_like(rank)
    position[rank] = np.arange(len(rank))
    return first[rank].astype(np.int64), position[inverse].astype(np.int64)
