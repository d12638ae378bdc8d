"""A batch of records held as columns: distinct values and codes, only for filled columns."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int32]
MISSING = -1
_FEW = 256
"""So many rows at most are combined sooner one by one than by numpy."""


class Column(NamedTuple):
    """One column: its distinct values, and for each row the number of its value or -1."""

    values: Sequence[str]
    codes: Codes

    def at(self, row: int) -> str | None:
        """Return the value of a row; None is missing."""
        code = int(self.codes[row])
        return None if code == MISSING else self.values[code]


class Columns(NamedTuple):
    """Records as columns; a column that is empty throughout is left out."""

    rows: int
    columns: Mapping[str, Column]


def column_of(cells: Iterable[str | None]) -> Column:
    """Return a column made of cells; blank text is missing.

    >>> column_of(["CN", None, "CN", " "]).codes.tolist()
    [0, -1, 0, -1]
    """
    numbers: dict[str, int] = {}
    codes = [
        MISSING if cell is None or not cell.strip() else numbers.setdefault(cell, len(numbers))
        for cell in cells
    ]
    return Column(list(numbers), np.array(codes, dtype=np.int32))


def columns_of(rows: Sequence[Mapping[str, str]], fields: Iterable[str]) -> Columns:
    """Return records given as mappings of filled fields, as columns in the order of fields."""
    given = set[str]().union(*rows)
    columns = {
        field: column_of([row.get(field) for row in rows]) for field in fields if field in given
    }
    filled = {field: column for field, column in columns.items() if len(column.values)}
    return Columns(len(rows), filled)


def occurring(numbers: Codes) -> list[int]:
    """Return the numbers that occur, ascending; none may be below zero.

    numpy's own way first imports what masked arrays need.
    """
    return np.flatnonzero(np.bincount(numbers)).tolist()


def combinations(parts: Sequence[Codes], rows: int) -> tuple[Codes, Codes]:
    """Return for each row the number of its combination of codes, and a first row of each.

    Combinations are numbered in the order in which they first occur.
    """
    if rows <= _FEW:
        return _combined_singly(parts, rows)
    combined = np.zeros(rows, dtype=np.int64)
    for part in parts:
        shifted = part.astype(np.int64) + 1
        width = int(shifted.max(initial=0)) + 1
        _, combined = np.unique(combined * width + shifted, return_inverse=True)
    _, first, inverse = np.unique(combined, return_index=True, return_inverse=True)
    order = np.argsort(first, kind="stable")
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    return rank[inverse].astype(np.int32), first[order].astype(np.int32)


def _combined_singly(parts: Sequence[Codes], rows: int) -> tuple[Codes, Codes]:
    """Return what ``combinations`` does; for few rows a call of numpy costs more than all of them."""
    keys = zip(*(part.tolist() for part in parts), strict=True) if parts else [()] * rows
    numbers: dict[object, int] = {}
    first: list[int] = []
    codes: list[int] = []
    for row, key in enumerate(keys):
        number = numbers.setdefault(key, len(first))
        if number == len(first):
            first.append(row)
        codes.append(number)
    return np.array(codes, dtype=np.int32), np.array(first, dtype=np.int32)
