"""How points add up, reason by reason, as bars that a page draws."""

from collections.abc import Iterable
from typing import NamedTuple

WIDTH = 1_000
"""The width that the bars share, in units of the drawing."""


class Bar(NamedTuple):
    """One reason's part of the points: where its bar begins and how wide it is, of ``WIDTH``."""

    rule: str
    counted: int
    points: int
    total: int
    start: float
    width: float


def bars(reasons: Iterable[tuple[str, int, int]]) -> tuple[Bar, ...]:
    """Return a bar for each reason (rule, points, counted points), in the order given.

    >>> [(bar.start, bar.width) for bar in bars([("a", 30, 30), ("b", 10, 10)])]
    [(0.0, 750.0), (750.0, 250.0)]
    """
    given = list(reasons)
    whole = max(1, sum(counted for _, _, counted in given))
    made: list[Bar] = []
    total = 0
    for rule, points, counted in given:
        start, width = total * WIDTH / whole, counted * WIDTH / whole
        total += counted
        made.append(Bar(rule, counted, points, total, round(start, 2), round(width, 2)))
    return tuple(made)
