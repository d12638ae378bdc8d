"""The plan: rows that no rule can tell apart are evaluated once.

A value matters to the pack only through the answers of the leaves that read it. Values of a
column with the same answers form a class; rows with the same classes and the same hits have
the same outcomes. Leaves that read several columns (a comparison; an amount completed by the
record's currency) make joint classes of those columns.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
from msgspec.structs import replace

from screener.rules.encoding import Codes, Encoded, HitSets, combined, grouped, row_at
from screener.rules.evaluate import Evaluator
from screener.rules.leaves import Facts, Judgement, Leaf
from screener.rules.outcome import Outcome
from screener.rules.proof import Proof
from screener.rules.row import Row

MISSING = 0
"""The class of an empty value, and of a joint one in which every column is empty."""


class Evaluated(NamedTuple):
    """The outcomes of a batch: one tuple a signature, its first row, and each row's signature."""

    outcomes: tuple[tuple[Outcome, ...], ...]
    first: Codes
    signatures: Codes


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
        leaves = self._reading.get(columns, [])
        numbers: dict[tuple[Judgement | str, ...], int] = {}
        classes = np.full(len(values), MISSING, dtype=np.int64)
        for at, row in enumerate(values):
            filled = {name: value for name, value in zip(columns, row, strict=True) if value}
            if filled:
                facts = Facts(Row(filled))
                answers = tuple(_answer(leaf, facts) for leaf in leaves)
                classes[at] = numbers.setdefault(answers, len(numbers) + 1)
        return classes

    def signatures(self, columns: Mapping[str, Encoded], hits: HitSets) -> tuple[Codes, Codes]:
        """Return the first row of each signature, and the signature of each row.

        Signatures are numbered in the order of their first rows.
        """
        numbers = hits.classes()
        for codes in self._row_classes(columns):
            numbers = combined(numbers, codes)
        return grouped(numbers)

    def evaluate(self, columns: Mapping[str, Encoded], hits: HitSets, as_of: date) -> Evaluated:
        """Return the outcomes of every row of a batch, each signature evaluated once."""
        first, signatures = self.signatures(columns, hits)
        outcomes = tuple(
            self._evaluator.evaluate(row_at(columns, hits, int(row)), as_of) for row in first
        )
        return Evaluated(outcomes, first, signatures)

    def _row_classes(self, columns: Mapping[str, Encoded]) -> Iterator[Codes]:
        for name in self.columns:
            if name in columns:
                yield self.classes(name, columns[name].values)[columns[name].codes]
        for names in self.joint:
            present = [columns[name].codes for name in names if name in columns]
            if present:
                yield self._joint_row_classes(names, columns, present)

    def _joint_row_classes(
        self, names: tuple[str, ...], columns: Mapping[str, Encoded], present: Sequence[Codes]
    ) -> Codes:
        numbers = present[0]
        for codes in present[1:]:
            numbers = combined(numbers, codes)
        first, group = grouped(numbers)
        distinct = [
            tuple(columns[name].at(int(row)) if name in columns else None for name in names)
            for row in first
        ]
        return self.joint_classes(names, distinct)[group]


def outcomes_at(evaluated: Evaluated, hits: HitSets, row: int) -> tuple[Outcome, ...]:
    """Return the outcomes of one row of a batch, with the ids of its own hits."""
    signature = int(evaluated.signatures[row])
    theirs, ours = hits.at(int(evaluated.first[signature])), hits.at(row)
    ids = {their.id: our.id for their, our in zip(theirs, ours, strict=True)}
    outcomes = evaluated.outcomes[signature]
    if all(their == our for their, our in ids.items()):
        return outcomes
    return tuple(_rebased(outcome, ids) for outcome in outcomes)


def _answer(leaf: Leaf, facts: Facts) -> Judgement | str:
    try:
        return facts.answer(leaf)
    except Exception as problem:  # noqa: BLE001  an error is an answer like others
        return type(problem).__name__


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
