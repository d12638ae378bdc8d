"""Verdicts over a batch: decided once for each distinct signature, written out row by row."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np

from screener.evidence.goods_laws import DESCRIPTION, codes_in_words
from screener.evidence.screenings import (
    Judged,
    Library,
    Subject,
    goods_laws,
    latest_law,
    screening_of,
)
from screener.evidence.sentences import placeholders
from screener.evidence.whatif import Subject as Question
from screener.evidence.whatif import changes
from screener.match.columns import CODE as HS_CODE
from screener.match.columns import Matched
from screener.match.features import NOTHING
from screener.match.listing_days import DATES
from screener.match.listings import COLUMNS, OF_A_NAME, Listings
from screener.match.matcher import Matcher
from screener.match.order_kinds import days_of
from screener.match.order_regions import REGIONS, TEXTS
from screener.model.columns import MISSING, Codes, Columns, combinations, occurring
from screener.model.field import Field
from screener.model.hit import Hit
from screener.model.screening import Change, Screening
from screener.rules.encoding import Encoded, HitSets, row_at
from screener.rules.evaluate import Evaluator
from screener.rules.outcome import Outcome
from screener.rules.plan import Evaluated, Plan
from screener.rules.row import Row
from screener.score.combine import Score, combine
from screener.score.completeness import completeness
from screener.score.tiers import Tier, risk_score

_MOST_KNOWN = 20_000


class Engine(NamedTuple):
    """What judges: the matcher, the compiled pack and its plan, and the data dictionary.

    ``known`` is what would change the tier, by the keys that the plan gives few rows.
    """

    matcher: Matcher
    evaluator: Evaluator
    plan: Plan
    fields: Mapping[str, Field]
    names: Mapping[str, str]
    listings: Listings
    known: dict[Hashable, tuple[Change, ...]]


class Verdicts:
    """The answer for each row of a batch; a screening is put together when asked for."""

    def __init__(
        self, engine: Engine, matched: Matched, columns: Columns, line_ids: Sequence[str],
        library: Library,
    ) -> None:  # fmt: skip
        """Take what was found; rules are asked once a distinct signature, when first needed.

        ``columns`` are those of ``matched`` with the derived ones.
        """
        self._engine = engine
        self._matched = matched
        self._columns = columns
        self._line_ids = line_ids
        self._library = library
        self._day = date.fromisoformat(library.snapshot.as_of)
        self._encoded = {
            name: Encoded([None, *column.values], column.codes.astype(np.int64) + 1)
            for name, column in columns.columns.items()
        }
        self._meets = engine.listings.kinds(columns, library.snapshot.as_of)
        self._hits = self._hit_sets()
        self._changes: dict[Hashable, tuple[Change, ...]] = {}
        self._gap_of, self._gaps = self._completeness()

    @cached_property
    def _evaluated(self) -> Evaluated:
        return self._engine.plan.evaluate(self._encoded, self._hits, self._day)

    @cached_property
    def _scores(self) -> list[Score]:
        policy = self._engine.evaluator.pack.policy
        return [combine(outcomes, policy) for outcomes in self._evaluated.outcomes]

    def __len__(self) -> int:
        """Return the number of rows."""
        return self._columns.rows

    def distinct(self) -> Iterator[tuple[tuple[Outcome, ...], int]]:
        """Yield the outcomes of each signature, misses left out, and how many rows have it."""
        counts = np.bincount(self._evaluated.signatures, minlength=len(self._evaluated.outcomes))
        yield from zip(self._evaluated.outcomes, counts.tolist(), strict=True)

    @property
    def found(self) -> frozenset[str]:
        """The entries found in any row."""
        return frozenset(hit.entry for hits in self._hits.values for hit in hits)

    def tier(self, row: int) -> str:
        """Return the tier of a row."""
        return str(self._score(row).tier)

    def outcomes(self, row: int) -> tuple[Outcome, ...]:
        """Return what rules answer for a row other than a miss, in pack order."""
        return self._evaluated.outcomes[int(self._evaluated.signatures[row])]

    def shown(self, row: int) -> bool:
        """Say whether a row has a hit, a statement, a reason or an open rule."""
        if self._matched.groups[int(self._matched.group_of[row])]:
            return True
        return self._telling[int(self._evaluated.signatures[row])]

    def figures(self, row: int) -> list[str]:
        """Return tier, risk score, points and completeness of a row as text."""
        score = self._score(row)
        share = self._gaps[int(self._gap_of[row])][0]
        risk = risk_score(score.tier, score.points)
        return [str(score.tier), f"{risk:.4f}", str(score.points), f"{share:.4f}"]

    def missing(self, row: int) -> tuple[str, ...]:
        """Return the gap fields that are empty in a row, in record order."""
        return self._gaps[int(self._gap_of[row])][1]

    def screening(self, row: int) -> Screening:
        """Return the whole screening of a row."""
        signature = int(self._evaluated.signatures[row])
        score = self._scores[signature]
        share, missing = self._gaps[int(self._gap_of[row])]
        result = self._engine.matcher.result(self._matched.settled(row))
        values = self.row(row).values
        hits = self._judged(result.hits, row)
        subject = Subject(self._line_ids[row], values, hits, result.statements)
        judged = Judged(
            self._evaluated.outcomes[signature],
            score,
            risk_score(score.tier, score.points),
            share,
            missing,
            self._changed(row),
        )
        return screening_of(subject, judged, self._library)

    def row(self, row: int) -> Row:
        """Return a row as rules see it."""
        return row_at(self._encoded, self._hits, row)

    @cached_property
    def alike(self) -> Codes:
        """For each row a number; rows with the same one have one screening, but for their ids.

        It parts what the rules answer, the gaps, the hits with the very values they stand in,
        and the columns that wordings quote.
        """
        columns = self._columns.columns
        parts = [
            codes.astype(np.int32)
            for codes in (self._evaluated.signatures, self._kind, self._gap_of, self._hits.codes)
        ]
        parts.append(self._matched.group_of)
        parts += [*self._worded(), *self._early(), *self._of_goods()]
        for name, values in self._matched.found.items():
            # The last place answers for rows without a value, whose code is -1.
            holds = np.array([*(value != NOTHING for value in values), False])
            if holds.any():
                codes = columns[name].codes
                parts.append(np.where(holds[codes], codes, MISSING).astype(np.int32))
        quoted = placeholders(rule.says for rule in self._engine.evaluator.pack.rules)
        parts += [columns[name].codes for name in sorted({HS_CODE, *quoted} & columns.keys())]
        return combinations(parts, len(self))[0]

    @cached_property
    def _telling(self) -> list[bool]:
        return [
            any(_tells(outcome) for outcome in outcomes) for outcomes in self._evaluated.outcomes
        ]

    def _score(self, row: int) -> Score:
        return self._scores[int(self._evaluated.signatures[row])]

    def _hit_sets(self) -> HitSets:
        """Return the hits of a first row of each group; their ids are those of every row in it.

        Groups with a hit on a public list are parted by the columns that decide how it bears, those
        with a place in the region of an order by their texts, and all by the orders and pairs that their rows meet without a name.
        """
        first: dict[int, int] = {}
        for row, group in enumerate(self._matched.group_of.tolist()):
            first.setdefault(group, row)
        values: list[tuple[Hit, ...]] = [
            self._engine.matcher.result(self._matched.settled(first[group])).hits
            for group in range(len(self._matched.groups))
        ]
        listed = np.array([self._engine.listings.concern(hits) for hits in values], dtype=np.bool_)
        group_of, kinds = self._matched.group_of, self._meets.codes
        if not listed.any() and not (kinds != MISSING).any():
            return HitSets(values, group_of.astype(np.int64))
        beside = [self._engine.listings.read_beside(hits) for hits in values]
        spoken = np.array(beside, dtype=np.bool_)[group_of]
        telling = [
            *(np.where(listed[group_of], codes, MISSING) for codes in self._codes(OF_A_NAME)),
            *(np.where(spoken, codes, MISSING) for codes in self._codes(TEXTS)),
        ]
        parted, rows = combinations([group_of, kinds, *telling], self._columns.rows)
        return HitSets(
            [self._judged(values[int(group_of[row])], int(row)) for row in rows],
            parted.astype(np.int64),
        )

    def _worded(self) -> list[Codes]:
        """Return what parts rows that meet orders and pairs alike: their words, and their day."""
        meets, dated = self._meets.codes != MISSING, self._meets.dated
        return [
            *(np.where(meets, codes, MISSING) for codes in self._codes(REGIONS)),
            *(np.where(dated, codes, MISSING) for codes in self._codes(OF_A_NAME)),
        ]

    def _early(self) -> list[Codes]:
        """Return what parts rows above a note of a day before some law applied: their dates."""
        latest = latest_law(self._library)
        numbers, days = days_of(self._columns, self._day.isoformat())
        early = np.array([day.first < latest for day in days], dtype=np.bool_)[numbers]
        held = [score.tier > Tier.T1 for score in self._scores]
        early &= np.array(held, dtype=np.bool_)[self._evaluated.signatures]
        return [np.where(early, codes, MISSING) for codes in self._codes(DATES)]

    def _of_goods(self) -> list[Codes]:
        """Return what parts rows with a law on certain goods behind them: what their words tell of these."""
        column = self._columns.columns.get(DESCRIPTION)
        laws = goods_laws(self._library)
        if column is None or not laws:
            return []
        behind = [
            any(
                one.fired and not laws.isdisjoint(self._library.rules[one.rule].basis)
                for one in several
            )
            for several in self._evaluated.outcomes
        ]
        told = np.array(behind, dtype=np.bool_)[self._evaluated.signatures] & (
            column.codes != MISSING
        )
        numbers: dict[frozenset[str], int] = {}
        of_value = np.full(len(column.values), MISSING, dtype=np.int32)
        for at in occurring(column.codes[told]):
            of_value[at] = numbers.setdefault(codes_in_words(column.values[at]), len(numbers))
        codes = np.full(len(self), MISSING, dtype=np.int32)
        codes[told] = of_value[column.codes[told]]
        return [codes]

    def _codes(self, names: Sequence[str]) -> list[Codes]:
        columns = self._columns.columns
        return [columns[name].codes for name in names if name in columns]

    def _judged(self, hits: Sequence[Hit], row: int) -> tuple[Hit, ...]:
        """Return the hits of a row with how public lists bear on it."""
        values = {
            name: value
            for name in COLUMNS
            if name in self._columns.columns
            and (value := self._columns.columns[name].at(row)) is not None
        }
        return self._engine.listings.judged(hits, values, self._day.isoformat())

    def _changed(self, row: int) -> tuple[Change, ...]:
        kind = int(self._kind[row])
        if kind == MISSING:
            return ()
        keys = self._evaluated.keys
        known, key = (self._engine.known, keys[row]) if keys else (self._changes, kind)
        found = known.get(key)
        if found is None:
            question = Question(self.row(row), self._day, self._engine.names)
            found = changes(self._engine.evaluator, question, self.outcomes(row))
            if len(known) >= _MOST_KNOWN:
                known.clear()
            known[key] = found
        return found

    @cached_property
    def _kind(self) -> Codes:
        """For each row above the lowest tier a number for all that rules can tell of it."""
        kinds = np.full(len(self), MISSING, dtype=np.int32)
        above = [score.tier > Tier.T0 for score in self._scores]
        rows = np.flatnonzero(np.array(above, dtype=np.bool_)[self._evaluated.signatures])
        kinds[rows] = self._evaluated.alike(rows)
        return kinds

    def _completeness(self) -> tuple[Codes, list[tuple[float, tuple[str, ...]]]]:
        """Return for each row the number of its pattern of gaps, and what each pattern means."""
        filled = {
            name: (column.codes != MISSING).astype(np.int32)
            for name, column in self._columns.columns.items()
            if self._engine.fields[name].gap_if_empty
        }
        patterns, first = combinations(list(filled.values()), self._columns.rows)
        return patterns, [
            completeness(
                self._engine.fields, [name for name, codes in filled.items() if codes[int(row)]]
            )
            for row in first
        ]


def _tells(outcome: Outcome) -> bool:
    return outcome.fired or (outcome.open and not outcome.shadow)
