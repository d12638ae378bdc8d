"""Tiers, and the ordinal index that places a record inside its tier."""

from collections.abc import Iterable, Mapping
from enum import StrEnum


class Tier(StrEnum):
    """The verdict, from clear to stop; their names sort as they rank."""

    T0 = "T0"
    T1 = "T1"
    T2 = "T2"
    T3 = "T3"
    T4 = "T4"

    @property
    def number(self) -> int:
        """The rank, 0 to 4."""
        return int(self.value[1])

    @property
    def label(self) -> str:
        """The tier's name in words.

        >>> Tier.T2.label
        'review'
        """
        return ("clear", "note", "review", "hold", "stop")[self.number]


HIGHEST_BY_POINTS = Tier.T2
"""T3 and T4 come from floors only, whatever the points (rules.md, 3.5)."""

_BAND = 20
_HALF_BAND = 60


def tier_of(
    points: int, floors: Iterable[Tier], thresholds: Mapping[str, int], without_floor: Tier
) -> Tier:
    """Return the tier of a record from its points and the floors of the rules that fired.

    Points lift it up to T2, and only to ``without_floor`` while no floor of T2 or higher stands.

    >>> tier_of(140, [], {"T1": 20, "T2": 57, "T3": 101}, Tier.T1).label
    'note'
    >>> tier_of(25, [Tier.T2], {"T1": 20, "T2": 57, "T3": 101}, Tier.T1).label
    'review'
    """
    floor = max(floors, default=Tier.T0)
    limit = HIGHEST_BY_POINTS if floor >= Tier.T2 else min(without_floor, HIGHEST_BY_POINTS)
    passed = (Tier(tier) for tier, least in thresholds.items() if points >= least)
    reached = max(passed, default=Tier.T0)
    return max(floor, min(reached, limit))


def risk_score(tier: Tier, points: int) -> float:
    """Return the index for queues in [0, 100), rounded to four decimals; not a probability.

    Each tier owns a band of 20, and points place the record inside it.

    >>> risk_score(Tier.T2, 55), risk_score(Tier.T0, 0)
    (49.5652, 0.0)
    """
    return round(_BAND * tier.number + _BAND * points / (points + _HALF_BAND), 4)
