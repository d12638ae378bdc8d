"""How many lines of a supplier were screened month by month, as bars that a page draws."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from api.ui.waterfall import Bar, bars


class Month(NamedTuple):
    """A month (``2026-11``), its lines by tier, and a bar for each tier, gravest first."""

    month: str
    tiers: Mapping[str, int]
    bars: tuple[Bar, ...]


def months(found: Iterable[tuple[str, Mapping[str, int]]]) -> tuple[Month, ...]:
    """Return months drawn to one scale: the fullest one is as wide as there is room.

    >>> [one.bars[0].width for one in months([("2026-10", {"T0": 2}), ("2026-11", {"T0": 1})])]
    [1000.0, 500.0]
    """
    given = list(found)
    most = max((sum(tiers.values()) for _, tiers in given), default=1)
    return tuple(Month(month, tiers, _drawn(tiers, most)) for month, tiers in given)


def _drawn(tiers: Mapping[str, int], most: int) -> tuple[Bar, ...]:
    share = sum(tiers.values()) / most
    drawn = bars((name, count, count) for name, count in sorted(tiers.items(), reverse=True))
    return tuple(
        one._replace(start=round(one.start * share, 2), width=round(one.width * share, 2))
        for one in drawn
    )
