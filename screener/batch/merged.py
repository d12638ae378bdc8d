"""Cells of a sheet that are merged over several rows, read as what they show in each."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

Area = tuple[tuple[int, int], tuple[int, int]]
"""The first and the last cell of a merged area, each as its row and column from 0."""


def shown(rows: Iterable[Sequence[Any]], areas: Iterable[Area]) -> Iterator[list[Any]]:
    """Yield the rows of a sheet with a merged text in each row that it stands over.

    A file keeps what a merged cell shows in its first row alone, so that a maker named once for
    three lines would go unseen in two. Numbers and days stay where they are: an amount shown
    once for three lines is not the amount of each. A row that holds nothing else stays empty.
    """
    begins: dict[int, list[tuple[int, int]]] = {}
    for (top, left), (bottom, _) in areas:
        if bottom > top:
            begins.setdefault(top, []).append((left, bottom))
    held: dict[int, tuple[int, str]] = {}
    for at, row in enumerate(rows):
        cells = list(row)
        held = {column: one for column, one in held.items() if one[0] >= at}
        if held and any(cell not in ("", None) for cell in cells):
            for column, (_, text) in held.items():
                cells[column] = cells[column] or text
        for column, last in begins.get(at, ()):
            if column < len(cells) and isinstance(cells[column], str) and cells[column].strip():
                held[column] = last, cells[column]
        yield cells
