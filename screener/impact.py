"""What a pack, or the change of one, does to records: tiers, review load, precision of rules."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import NamedTuple

import msgspec

from screener.evidence.verdicts import Verdicts
from screener.model.columns import columns_of
from screener.pipeline import Screener
from screener.rules.coverage import Coverage, Tally
from screener.rules.row import Row
from screener.score.tiers import Tier

REVIEWED = Tier.T2
"""The lowest tier that a person must look at; the review budget is about it and all above."""

SAMPLE = 500
"""So many records are kept to time rules on."""

_Z = 1.96
_TIERS = tuple(str(tier) for tier in Tier)


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """A record whose tier is another under the new pack."""

    line_id: str
    before: str
    after: str


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """How many records lie in each tier, all five named, and what share a person must look at."""

    tiers: dict[str, int]
    share: float
    budget: float

    @property
    def exceeded(self) -> bool:
        """Whether more records ask for review than the policy allows."""
        return self.share > self.budget


class Precision(msgspec.Struct, frozen=True, kw_only=True):
    """How many reviewed records that a rule hit were confirmed.

    ``low`` and ``high`` bound the share at 95 % (Wilson's interval).
    """

    rule: str
    reviewed: int
    confirmed: int
    low: float
    high: float


class Impact(msgspec.Struct, frozen=True, kw_only=True):
    """What was counted: the load, each rule, and against another pack the moves.

    ``transitions`` counts records by tier before and after, those that stay included; it, the
    moves and ``before`` are empty or None without another pack.
    """

    rows: int
    load: Load
    coverage: Coverage
    precision: tuple[Precision, ...]
    before: Load | None
    transitions: dict[str, dict[str, int]]
    moves: tuple[Move, ...]


class Count:
    """Counts what screeners say of the same records, batch by batch."""

    def __init__(
        self, screener: Screener, before: Screener | None = None,
        reviews: Mapping[str, bool] | None = None,
    ) -> None:  # fmt: skip
        """Count nothing yet.

        ``before`` judges by the pack to compare with. ``reviews`` says of records, by their
        ids, whether a review confirmed what was suspected.
        """
        self._screener, self._before = screener, before
        self._reviews = reviews if reviews is not None else {}
        self._tally = Tally(screener.pack, screener.entries)
        self._tiers: Counter[str] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._moves: list[Move] = []
        self._judged: Counter[tuple[str, bool]] = Counter()
        self._sample: list[Row] = []

    def add(self, records: Sequence[Mapping[str, str]], line_ids: Sequence[str]) -> None:
        """Screen a batch of records, given by their filled fields, and count."""
        verdicts = _verdicts(self._screener, records, line_ids)
        for outcomes, rows in verdicts.distinct():
            self._tally.add(outcomes, rows)
        self._tally.found(verdicts.found)
        self._tiers.update(verdicts.tier(row) for row in range(len(verdicts)))
        self._review(verdicts, line_ids)
        wanted = min(len(verdicts), SAMPLE - len(self._sample))
        self._sample += [verdicts.row(row) for row in range(wanted)]
        if self._before is not None:
            others = _verdicts(self._before, records, line_ids)
            for row, line_id in enumerate(line_ids):
                tiers = (others.tier(row), verdicts.tier(row))
                self._pairs[tiers] += 1
                if tiers[0] != tiers[1]:
                    self._moves.append(Move(line_id=line_id, before=tiers[0], after=tiers[1]))

    def _review(self, verdicts: Verdicts, line_ids: Iterable[str]) -> None:
        for row, line_id in enumerate(line_ids):
            confirmed = self._reviews.get(line_id)
            if confirmed is not None:
                hits = [one.rule for one in verdicts.outcomes(row) if one.state == "hit"]
                self._judged.update((rule, confirmed) for rule in hits)

    @property
    def sample(self) -> tuple[Row, ...]:
        """The first records, SAMPLE at most, as rules see them."""
        return tuple(self._sample)

    def impact(self) -> Impact:
        """Return what was counted."""
        load = _load(self._tiers, self._screener)
        old = Counter[str]()
        for (tier, _), rows in self._pairs.items():
            old[tier] += rows
        return Impact(
            rows=sum(self._tiers.values()),
            load=load,
            coverage=self._tally.coverage(),
            precision=tuple(self._precision()),
            before=_load(old, self._before) if self._before is not None else None,
            transitions={
                before: {after: self._pairs[before, after] for after in _TIERS}
                for before in (_TIERS if self._before is not None else ())
            },
            moves=tuple(self._moves),
        )

    def _precision(self) -> list[Precision]:
        found = []
        for rule in self._screener.pack.rules:
            confirmed = self._judged[rule.id, True]
            reviewed = confirmed + self._judged[rule.id, False]
            if reviewed:
                low, high = interval(confirmed, reviewed)
                found.append(
                    Precision(
                        rule=rule.id, reviewed=reviewed, confirmed=confirmed, low=low, high=high
                    )
                )
        return found


def _verdicts(
    screener: Screener, records: Sequence[Mapping[str, str]], line_ids: Sequence[str]
) -> Verdicts:
    return screener.screen_columns(columns_of(records, screener.record_fields), line_ids)


def _load(tiers: Mapping[str, int], screener: Screener) -> Load:
    rows = sum(tiers.values())
    reviewed = sum(count for tier, count in tiers.items() if tier >= REVIEWED)
    return Load(
        tiers={tier: tiers.get(tier, 0) for tier in _TIERS},
        share=reviewed / rows if rows else 0.0,
        budget=screener.pack.policy.review_budget,
    )


class Interval(NamedTuple):
    """A share's bounds."""

    low: float
    high: float


def interval(confirmed: int, reviewed: int) -> Interval:
    """Return the bounds of a share at 95 %, after Wilson (1927), to three decimals.

    >>> interval(11, 97)
    Interval(low=0.065, high=0.192)
    """
    share, square = confirmed / reviewed, _Z * _Z
    centre = share + square / (2 * reviewed)
    spread = _Z * sqrt(share * (1 - share) / reviewed + square / (4 * reviewed * reviewed))
    whole = 1 + square / reviewed
    return Interval(round((centre - spread) / whole, 3), round((centre + spread) / whole, 3))
