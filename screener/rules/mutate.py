"""Mutation: which edits of a rule or named condition would none of its tests notice?"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from screener.rules.compile import Compiler
from screener.rules.dependencies import all_conditions
from screener.rules.evaluate import Evaluator
from screener.rules.leaves import Facts
from screener.rules.mutants import Asked, Breeder, Kind, Pieces
from screener.rules.row import Row
from screener.rules.schema import At, Example, NamedCondition, Rule

ExamineAll = Callable[[Sequence[dict[str, str]]], Sequence[Row]]
"""Returns the rows of tests as rules see them: derived columns added, hits found."""


class Mutation(msgspec.Struct, frozen=True, kw_only=True):
    """One edit of a rule: what it changes, whether a test noticed, which test would.

    ``accepted`` says that the file lists it under ``x: {mutation_ok: ...}`` with a reason.
    """

    kind: Kind
    change: str
    caught: bool
    accepted: bool
    advice: str

    @property
    def survives(self) -> bool:
        """Whether no test catches it and nobody has accepted that."""
        return not self.caught and not self.accepted


class MutationResult(msgspec.Struct, frozen=True, kw_only=True):
    """The mutations of one rule or named condition.

    ``failed`` counts tests that fail as they stand; with one no mutation is tried.
    ``needless`` are accepted mutations that there are none of, or that a test catches.
    """

    subject: str
    version: int
    tests: int
    failed: int
    mutations: tuple[Mutation, ...]
    needless: tuple[str, ...]
    at: At

    @property
    def is_proved(self) -> bool:
        """Whether the tests pass and every logic mutation is caught or accepted."""
        survivors = (one for one in self.mutations if one.kind == "logic" and one.survives)
        return not self.failed and not self.needless and next(survivors, None) is None


class _Case(NamedTuple):
    """A test and its row; each leaf is judged once, however many mutants ask it."""

    example: Example
    facts: Facts

    def notices(self, asked: Asked | Pieces, as_of: date) -> bool:
        """Say whether the test fails."""
        try:
            state, points = asked.answer(self.facts, as_of)
        except Exception:  # noqa: BLE001  to answer with an error is to be noticed
            return True
        wanted = self.example.points
        return state != self.example.expect or (wanted is not None and points != wanted)


def mutate(
    evaluator: Evaluator, examine: ExamineAll, as_of: date, subjects: Sequence[str] = ()
) -> tuple[MutationResult, ...]:
    """Return for each rule and named condition which of its mutations its tests catch.

    ``subjects`` limits the run. Retired rules are left out.
    """
    pack = evaluator.pack
    wanted = frozenset(subjects)
    chosen: list[Rule | NamedCondition] = [
        *(rule for rule in pack.rules if rule.status != "retired"),
        *pack.conditions.values(),
    ]
    if wanted:
        chosen = [one for one in chosen if _name(one) in wanted]
    cases = _cases(evaluator, examine, as_of, chosen)
    breeder = Breeder(evaluator, Compiler(evaluator.references, all_conditions(pack)))
    return tuple(
        _result(subject, breeder, tests, as_of)
        for subject, tests in zip(chosen, cases, strict=True)
    )


def _name(subject: Rule | NamedCondition) -> str:
    return subject.id if isinstance(subject, Rule) else subject.name


def _cases(
    evaluator: Evaluator,
    examine: ExamineAll,
    as_of: date,
    subjects: Sequence[Rule | NamedCondition],
) -> Iterator[list[_Case]]:
    """Yield the tests of each subject with their rows, all examined together."""
    rows = iter(examine([test.row for subject in subjects for test in subject.tests]))
    for subject in subjects:
        yield [_Case(test, _facts(evaluator, next(rows), as_of)) for test in subject.tests]


def _facts(evaluator: Evaluator, row: Row, as_of: date) -> Facts:
    """Return a row with nothing judged, but with what other rules answer for it."""
    judged, facts = Facts(row), Facts(row)
    evaluator.ask(judged, as_of)
    facts.fired.update(judged.fired)
    return facts


def _result(
    subject: Rule | NamedCondition, breeder: Breeder, cases: Sequence[_Case], as_of: date
) -> MutationResult:
    whole = breeder.whole(subject)
    failed = sum(case.notices(whole, as_of) for case in cases)
    found = tuple(
        Mutation(
            kind=mutant.kind,
            change=mutant.change,
            caught=any(case.notices(mutant.asked, as_of) for case in cases),
            accepted=mutant.change in subject.mutation_ok,
            advice=mutant.advice,
        )
        for mutant in (() if failed else breeder.mutants(subject))
    )
    uncaught = {one.change for one in found if not one.caught}
    needless = () if failed else tuple(ok for ok in subject.mutation_ok if ok not in uncaught)
    return MutationResult(
        subject=_name(subject),
        version=subject.version,
        tests=len(cases),
        failed=failed,
        mutations=found,
        needless=needless,
        at=subject.at,
    )
