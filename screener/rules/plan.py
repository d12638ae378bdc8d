"""The plan: rows that no rule can tell apart are evaluated once.

A value matters to the pack only through the answers of the leaves that read it. Values of a
column with the same answers form a class; rows with the same classes and the same hits have
the same outcomes. Leaves that read several columns (a comparison; an amount completed by the
record's currency) make joint classes of those columns.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from screener.rules.encoding import Codes, Encoded, HitSets, combined, grouped, row_at
from screener.rules.evaluate import Evaluator
from screener.rules.finds import FindsLeaf
from screener.rules.leaves import Facts, Judgement, Leaf
from screener.rules.outcome import Outcome
from screener.rules.proof import Proof
from screener.rules.row import Row
from screener.rules.sieve import Truths, column_truths, finds_truths, let_through

Answers = dict[int, Judgement | Exception]

MISSING = 0
"""The class of an empty value, and of a joint one in which every column is empty."""


class Evaluated(NamedTuple):
    """The outcomes of a batch: one tuple a signature, its first row, and each row's signature."""

    outcomes: tuple[tuple[Outcome, ...], ...]
    first: Codes
    signatures: Codes


class _Group(NamedTuple):
    """Columns that leaves read together: each row's class, and the answers of each class."""

    codes: Codes
    answers: list[Answers]


class Plan:
    """Which columns a pack reads, and which of their values it cannot tell apart."""

    def __init__(self, evaluator: Evaluator) -> None:
        """Sort the leaves by the columns they read."""
        self._evaluator = evaluator
        self._reading: dict[tuple[str, ...], list[Leaf]] = {}
        looked_at: set[str] = set()
        for leaf in evaluator.leaves:
            looked_at.update(leaf.columns, leaf.reads)
            if leaf.reads:
                self._reading.setdefault(leaf.reads, []).append(leaf)
        self.columns = tuple(name for name in evaluator.fields if name in looked_at)
        self.joint = tuple(sorted(columns for columns in self._reading if len(columns) > 1))

    def classes(self, column: str, values: Sequence[str | None]) -> Codes:
        """Return the class of each value of a column; numbers hold within this call.

        Two values of one class give every leaf on the column the same answer.
        """
        return self.joint_classes((column,), [(value,) for value in values])

    def joint_classes(
        self, columns: tuple[str, ...], values: Sequence[tuple[str | None, ...]]
    ) -> Codes:
        """Return the class of each tuple of values of columns that leaves read together."""
        return self._classified(columns, values).codes

    def signatures(self, columns: Mapping[str, Encoded], hits: HitSets) -> tuple[Codes, Codes]:
        """Return the first row of each signature, and the signature of each row.

        Signatures are numbered in the order of their first rows.
        """
        return _signatures(self._groups(columns), hits)

    def evaluate(self, columns: Mapping[str, Encoded], hits: HitSets, as_of: date) -> Evaluated:
        """Return the outcomes of every row of a batch, each signature evaluated once."""
        groups = self._groups(columns)
        first, signatures = _signatures(groups, hits)
        sifted = self._sifted(groups, first, columns, hits.chosen(first))
        outcomes = []
        for row, among in zip(first.tolist(), sifted, strict=True):
            facts = Facts(row_at(columns, hits, row))
            for group in groups:
                facts.learn(group.answers[int(group.codes[row])])
            outcomes.append(self._evaluator.ask(facts, as_of, among))
        return Evaluated(tuple(outcomes), first, signatures)

    def _sifted(
        self,
        groups: Sequence[_Group],
        first: Codes,
        columns: Mapping[str, Encoded],
        hits: HitSets,
    ) -> list[list[int]]:
        """Return for each signature the rules that may answer other than miss."""
        known: dict[int, Truths] = {}
        broken = np.zeros(len(first), dtype=np.bool_)
        for group in groups:
            codes = group.codes[first]
            for number in group.answers[MISSING]:
                answers = [each[number] for each in group.answers]
                known[number] = column_truths(answers)[codes]
                broken |= np.array([isinstance(each, Exception) for each in answers])[codes]
        nowhere = np.zeros(len(first), dtype=np.bool_)
        filled = {name: _filled(column)[first] for name, column in columns.items()}
        for leaf in self._evaluator.leaves:
            if isinstance(leaf, FindsLeaf):
                known[leaf.number], failed = finds_truths(
                    leaf, hits, lambda name: filled.get(name, nowhere)
                )
                broken |= failed
        return let_through(self._evaluator.whens, known, broken)

    def _classified(
        self, columns: tuple[str, ...], values: Sequence[tuple[str | None, ...]]
    ) -> _Group:
        """Return the class of each tuple of values, and the answers of each class."""
        leaves = self._reading.get(columns, [])
        numbers: dict[tuple[Judgement | str, ...], int] = {}
        codes = np.full(len(values), MISSING, dtype=np.int64)
        answers = [_answers(leaves, Row({}))]
        for at, row in enumerate(values):
            filled = {name: value for name, value in zip(columns, row, strict=True) if value}
            if filled:
                found = _answers(leaves, Row(filled))
                key = tuple(_comparable(answer) for answer in found.values())
                codes[at] = numbers.setdefault(key, len(answers))
                if codes[at] == len(answers):
                    answers.append(found)
        return _Group(codes, answers)

    def _groups(self, columns: Mapping[str, Encoded]) -> list[_Group]:
        """Return the classes of every row, by column and by columns read together."""
        found = []
        for name in self.columns:
            if name in columns:
                group = self._classified((name,), [(value,) for value in columns[name].values])
                found.append(_Group(group.codes[columns[name].codes], group.answers))
        for names in self.joint:
            present = [columns[name].codes for name in names if name in columns]
            if present:
                found.append(self._joint_group(names, columns, present))
        return found

    def _joint_group(
        self, names: tuple[str, ...], columns: Mapping[str, Encoded], present: Sequence[Codes]
    ) -> _Group:
        numbers = present[0]
        for codes in present[1:]:
            numbers = combined(numbers, codes)
        first, group = grouped(numbers)
        distinct = [
            tuple(columns[name].at(int(row)) if name in columns else None for name in names)
            for row in first
        ]
        classified = self._classified(names, distinct)
        return _Group(classified.codes[group], classified.answers)


def _signatures(groups: Sequence[_Group], hits: HitSets) -> tuple[Codes, Codes]:
    numbers = hits.classes()
    for group in groups:
        numbers = combined(numbers, group.codes)
    return grouped(numbers)


def _filled(column: Encoded) -> NDArray[np.bool_]:
    """Return in which rows a column is filled."""
    return np.array([bool(value) for value in column.values], dtype=np.bool_)[column.codes]


def outcomes_at(evaluated: Evaluated, hits: HitSets, row: int) -> tuple[Outcome, ...]:
    """Return the outcomes of one row of a batch, with the ids of its own hits."""
    signature = int(evaluated.signatures[row])
    theirs, ours = hits.at(int(evaluated.first[signature])), hits.at(row)
    ids = {their.id: our.id for their, our in zip(theirs, ours, strict=True)}
    outcomes = evaluated.outcomes[signature]
    if all(their == our for their, our in ids.items()):
        return outcomes
    return tuple(_rebased(outcome, ids) for outcome in outcomes)


def _answers(leaves: Sequence[Leaf], row: Row) -> Answers:
    """Return the answers of leaves for a row, by their numbers."""
    facts = Facts(row)
    found: Answers = {}
    for leaf in leaves:
        try:
            found[leaf.number] = facts.answer(leaf)
        except Exception as problem:  # noqa: BLE001  an error is an answer like others
            found[leaf.number] = problem
    return found


def _comparable(answer: Judgement | Exception) -> Judgement | str:
    return type(answer).__name__ if isinstance(answer, Exception) else answer


def _rebased(outcome: Outcome, ids: Mapping[str, str]) -> Outcome:
    """Return an outcome with the hits of another row of its signature."""
    if outcome.proof is None:
        return outcome
    return replace(
        outcome,
        hits=tuple(ids[hit] for hit in outcome.hits),
        proof=_moved(outcome.proof, ids),
        unless=_moved(outcome.unless, ids) if outcome.unless is not None else None,
        extras=tuple(replace(extra, proof=_moved(extra.proof, ids)) for extra in outcome.extras),
    )


def _moved(proof: Proof, ids: Mapping[str, str]) -> Proof:
    return replace(
        proof,
        hits=tuple(ids[hit] for hit in proof.hits),
        children=tuple(_moved(child, ids) for child in proof.children),
    )
