"""Combining: the rules that fired, by group, with diminishing shares."""

from collections.abc import Iterable, Sequence

import msgspec

from screener.rules.outcome import Outcome
from screener.rules.schema import Policy
from screener.score.tiers import Tier, tier_of


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """What a record's outcomes add up to.

    ``counted`` gives what each rule that fired added to ``points``, by rule id in order; a
    rule behind the last share of its group stands there with 0.
    """

    points: int
    points_if_adverse: int
    tier: Tier
    counted: dict[str, int]


def combine(outcomes: Iterable[Outcome], policy: Policy) -> Score:
    """Return points, tier and what each rule counted; the order of ``outcomes`` is nothing.

    Shadow, excepted and muted rules add nothing and set no floor. ``points_if_adverse`` counts
    every open rule as if it had fired; the tier does not.
    """
    kept = [outcome for outcome in outcomes if not outcome.shadow]
    hits = [outcome for outcome in kept if outcome.state == "hit"]
    open_rules = [outcome for outcome in kept if outcome.open]
    counted = shares(hits, policy.within_group)
    points = sum(counted.values())
    floors = [Tier(outcome.floor) for outcome in hits if outcome.floor is not None]
    return Score(
        points=points,
        points_if_adverse=sum(shares([*hits, *open_rules], policy.within_group).values()),
        tier=tier_of(points, floors, policy.tiers, Tier(policy.without_floor)),
        counted=counted,
    )


def shares(outcomes: Iterable[Outcome], within_group: Sequence[int]) -> dict[str, int]:
    """Return what each outcome counts: in its group the best in full, the next a share.

    Ties fall by rule id. Shares are percent, divided as whole numbers.

    >>> first = Outcome(rule="a.one", state="hit", group="g", points=25)
    >>> second = Outcome(rule="a.two", state="hit", group="g", points=15)
    >>> shares([second, first], (100, 25, 10))
    {'a.one': 25, 'a.two': 3}
    """
    ranks: dict[str, int] = {}
    counted: dict[str, int] = {}
    for outcome in sorted(outcomes, key=lambda each: (each.group, -each.points, each.rule)):
        rank = ranks.get(outcome.group, 0)
        ranks[outcome.group] = rank + 1
        share = within_group[rank] if rank < len(within_group) else 0
        counted[outcome.rule] = outcome.points * share // 100
    return dict(sorted(counted.items()))
