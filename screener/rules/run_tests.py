"""Running the tests that rules and named conditions carry; their results as data."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

import msgspec

from screener.rules.evaluate import Evaluator
from screener.rules.outcome import Outcome
from screener.rules.proof import Proof, bearing, gap
from screener.rules.row import Row
from screener.rules.schema import At, Example, NamedCondition, Rule, Truth

Examine = Callable[[Sequence[dict[str, str]]], Sequence[Row]]
"""Returns the rows of tests as rules see them: derived columns added, hits found."""

_ANSWERS = {Truth.TRUE: "true", Truth.UNKNOWN: "unknown", Truth.FALSE: "false"}


class ExampleResult(msgspec.Struct, frozen=True, kw_only=True):
    """How one inline test went.

    ``subject`` is a rule's id or a condition's name. ``expected`` and ``got`` are the outcome,
    with points where the test names some. ``because`` says in order what the answer rests on.
    """

    subject: str
    test: str
    passed: bool
    expected: str
    got: str
    because: tuple[str, ...]
    at: At


def run_tests(
    evaluator: Evaluator, examine: Examine, as_of: date, subjects: Sequence[str] = ()
) -> tuple[ExampleResult, ...]:
    """Return the result of every inline test, rules first, all in pack order.

    ``subjects`` limits the run to rules and conditions of these names. Drafts are tested,
    retired rules are not.
    """
    pack = evaluator.pack
    rules = [
        (rule, example)
        for rule in pack.rules
        if rule.status != "retired" and (not subjects or rule.id in subjects)
        for example in rule.tests
    ]
    conditions = [
        (named, example)
        for named in pack.conditions.values()
        if not subjects or named.name in subjects
        for example in named.tests
    ]
    rows = iter(examine([example.row for _, example in (*rules, *conditions)]))
    results = [_rule_result(evaluator, rule, example, next(rows), as_of) for rule, example in rules]
    results += [
        _condition_result(evaluator, named, example, next(rows), as_of)
        for named, example in conditions
    ]
    return tuple(results)


def _rule_result(
    evaluator: Evaluator, rule: Rule, example: Example, row: Row, as_of: date
) -> ExampleResult:
    outcome = evaluator.explain(row, as_of, rule.id)
    expected, got = example.expect, str(outcome.state)
    if example.points is not None:
        expected, got = f"{expected} with {example.points} points", _with_points(outcome)
    return ExampleResult(
        subject=rule.id,
        test=example.name,
        passed=expected == got,
        expected=expected,
        got=got,
        because=tuple(_rule_reasons(rule, outcome, row)),
        at=example.at,
    )


def _with_points(outcome: Outcome) -> str:
    return f"{outcome.state} with {outcome.points} points"


def _rule_reasons(rule: Rule, outcome: Outcome, row: Row) -> Iterator[str]:
    """Yield what decided a rule: its error, its veto, its exception, or its leaves and extras."""
    if outcome.error is not None:
        yield f"error {outcome.error}"
    if outcome.proof is not None:
        yield from _leaf_lines(outcome.proof, "when", row.values)
    if outcome.unless is not None and outcome.unless.truth is Truth.TRUE:
        yield from _leaf_lines(outcome.unless, "unless", row.values)
    if outcome.excepted_by is not None:
        yield f"except {outcome.excepted_by}"
    if outcome.state == "hit":
        yield f"points {rule.points}"
        for number, extra in enumerate(outcome.extras):
            lines = "; ".join(leaf.label for leaf in bearing(extra.proof))
            added = f"+{extra.points}"
            if extra.proof.truth is not Truth.TRUE:
                added = f"{_ANSWERS[extra.proof.truth]}, {added} not added"
            yield f"more[{number}] {lines} ({added})"
        if outcome.points < rule.points + sum(
            extra.points for extra in outcome.extras if extra.proof.truth is Truth.TRUE
        ):
            yield f"capped at {outcome.points}"


def _leaf_lines(proof: Proof, part: str, values: Mapping[str, str]) -> Iterator[str]:
    for leaf in bearing(proof):
        open_by = f" ({gap(leaf, values)})" if leaf.settles else ""
        yield f"{part} {_ANSWERS[leaf.truth]}: {leaf.label}{open_by}"


def _condition_result(
    evaluator: Evaluator, named: NamedCondition, example: Example, row: Row, as_of: date
) -> ExampleResult:
    proof = evaluator.condition(row, as_of, named.name)
    got = _ANSWERS[proof.truth]
    return ExampleResult(
        subject=named.name,
        test=example.name,
        passed=example.expect == got,
        expected=example.expect,
        got=got,
        because=tuple(_leaf_lines(proof, "condition", row.values)),
        at=example.at,
    )
