"""The plan: the rules of a pack asked about a whole batch, each only where it may answer.

For each rule the rows are found in which it may be other than a miss; among them those that
its leaves cannot tell apart are judged once, by the evaluator that also judges single rows.
Time follows rules and distinct values, not rows (rules.md, section 6).
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import date
from threading import Lock
from typing import NamedTuple

import numpy as np

from screener.rules.answers import Texts, ValueAnswers
from screener.rules.bulk import Batch, Known, readers
from screener.rules.compiled_rule import CompiledRule
from screener.rules.encoding import Codes, Encoded, HitSets, combined, grouped, row_at
from screener.rules.evaluate import Evaluator
from screener.rules.leaves import Facts, Judgement
from screener.rules.one_by_one import OneByOne
from screener.rules.outcome import Outcome, firing
from screener.rules.proof import is_grounded
from screener.rules.row import Row
from screener.rules.sieve import candidates

FEW = 16
"""So many rows at most are judged one by one, which takes less time than laying them out."""

MOST_VALUES = 20_000
"""With so many values of a column known, they are forgotten before the next batch."""


class Evaluated(NamedTuple):
    """The outcomes of a batch other than misses, in pack order: one tuple for each signature.

    ``first`` is the first row of each signature, in row order; ``signatures`` tells each row's.
    ``alike`` numbers some rows: those with the same number are the same to every leaf. Of few
    rows ``keys`` has one each, the same in any batch for rows that are the same to every leaf.
    """

    outcomes: tuple[tuple[Outcome, ...], ...]
    first: Codes
    signatures: Codes
    alike: Callable[[Codes], Codes]
    keys: tuple[Hashable, ...] = ()


class _Answered(NamedTuple):
    """Rows with an outcome of one rule, and each one's number among all outcomes."""

    rows: Codes
    outcomes: Codes


class Plan:
    """A pack ready for batches. It remembers what its leaves answered for values."""

    def __init__(self, evaluator: Evaluator, *, few: int = FEW) -> None:
        """Sort the leaves by what they look at; ``few`` rows at most are judged one by one."""
        self._evaluator = evaluator
        self._few = few
        self._readers = readers(evaluator.leaves)
        self._known = Known({}, {})
        self._one_by_one = OneByOne(evaluator, self._readers)
        self._lock = Lock()

    def evaluate(self, columns: Mapping[str, Encoded], hits: HitSets, as_of: date) -> Evaluated:
        """Return what every rule answers for every row of a batch, misses left out."""
        total = len(hits.codes)
        if total <= self._few:
            rows = [row_at(columns, hits, row) for row in range(total)]
            keys = tuple(self._one_by_one.key(row, as_of) for row in rows)
            return _numbered(
                [
                    self._one_by_one.outcomes(row, as_of, key)
                    for row, key in zip(rows, keys, strict=True)
                ],
                keys,
            )
        with self._lock:
            batch = Batch(self._readers, self._remembered(), columns, hits)
            outcomes: list[Outcome] = []
            answered = [
                (rule.place, self._answered(rule, batch, as_of, outcomes))
                for rule in self._evaluator.rules
            ]
        counted = [each for place, each in sorted(answered, key=_place) if place is not None]
        return _gathered(counted, outcomes, total, self._alike(batch))

    def _alike(self, batch: Batch) -> Callable[[Codes], Codes]:
        def alike(rows: Codes) -> Codes:
            with self._lock:
                return batch.alike(rows)

        return alike

    def _remembered(self) -> Known:
        """Return what is known so far of values and texts; too much of it is forgotten first."""
        answers, texts = self._known
        for source, leaves in self._readers.sources.items():
            if source not in answers or len(answers[source]) > MOST_VALUES:
                answers[source] = ValueAnswers(source, leaves)
            answers[source].begin()
        for column, asking in self._readers.texts.items():
            if column not in texts or len(texts[column]) > MOST_VALUES:
                texts[column] = Texts(asking[0])
        return Known(dict(answers), dict(texts))

    def _answered(
        self, rule: CompiledRule, batch: Batch, as_of: date, outcomes: list[Outcome]
    ) -> _Answered:
        """Return where a rule answers other than miss; new outcomes are added to ``outcomes``."""
        rows = candidates(rule.when, batch.table, batch.total)
        tables = [(leaf, batch.table(leaf)) for leaf in rule.leaves]
        kinds = [table.kinds(rows) for _, table in tables]
        numbers = np.zeros(len(rows), dtype=np.int64)
        for each in kinds:
            numbers = combined(numbers, each)
        first, group = grouped(numbers)
        told = np.full(len(first), -1, dtype=np.int64)
        for at, row in enumerate(first.tolist()):
            facts = Facts(Row({}))
            facts.learn(
                {
                    leaf.number: table.of.answers[int(each[row])]
                    for (leaf, table), each in zip(tables, kinds, strict=True)
                }
            )
            outcome = self._evaluator.outcome(rule, facts, as_of)
            if outcome.state == "miss":
                continue
            told[at] = len(outcomes)
            outcomes.append(outcome)
            if rule.rule.id in self._evaluator.asked_about:
                batch.learn(rule.rule.id, rows[group == at], meaning(outcome))
        answers = told[group]
        return _Answered(rows[answers >= 0], answers[answers >= 0])


def meaning(outcome: Outcome) -> Judgement:
    """Return what an outcome answers to a leaf that asks whether its rule fired."""
    grounded = outcome.proof is not None and is_grounded(outcome.proof)
    fired = firing(outcome, grounded=grounded)
    return Judgement(fired.truth, settles=fired.settles, grounded=fired.grounded)


def _place(answered: tuple[int | None, _Answered]) -> int:
    return -1 if answered[0] is None else answered[0]


def _numbered(rows: Sequence[tuple[Outcome, ...]], keys: tuple[Hashable, ...]) -> Evaluated:
    """Return the outcomes of a few rows, each row one signature."""
    numbers = np.arange(len(rows), dtype=np.int64)
    return Evaluated(tuple(rows), numbers, numbers, lambda some: some, keys)


def _gathered(
    answered: Sequence[_Answered],
    outcomes: Sequence[Outcome],
    total: int,
    alike: Callable[[Codes], Codes],
) -> Evaluated:
    """Return the outcomes of each row gathered over all rules, which stand in pack order."""
    rows = np.concatenate([each.rows for each in answered] or [np.empty(0, dtype=np.int64)])
    numbers = np.concatenate([each.outcomes for each in answered] or [np.empty(0, dtype=np.int64)])
    order = np.argsort(rows, kind="stable")
    rows, numbers = rows[order], numbers[order]
    ends = np.searchsorted(rows, np.arange(total), side="right").tolist()
    parts: dict[bytes, int] = {}
    signatures = np.empty(total, dtype=np.int64)
    found: list[tuple[int, tuple[Outcome, ...]]] = []
    start = 0
    for row, end in enumerate(ends):
        key = numbers[start:end].tobytes() if end > start else b""
        number = parts.setdefault(key, len(parts))
        if number == len(found):
            found.append((row, tuple(outcomes[one] for one in numbers[start:end].tolist())))
        signatures[row] = number
        start = end
    first = np.array([row for row, _ in found], dtype=np.int64)
    return Evaluated(tuple(each for _, each in found), first, signatures, alike)
