"""How long each rule takes: every rule asked alone, with nothing known of the record before."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from screener.rules.evaluate import Evaluator
from screener.rules.leaves import Facts
from screener.rules.row import Row

Clock = Callable[[], int]
"""Tells a time in nanoseconds; ``time.perf_counter_ns`` is one. Below the command nothing reads it."""


class RuleTime(NamedTuple):
    """A rule, and how long it takes to ask it of one record, in microseconds."""

    rule: str
    microseconds: float


def rule_times(
    evaluator: Evaluator, rows: Sequence[Row], as_of: date, clock: Clock
) -> tuple[RuleTime, ...]:
    """Return the rules that are asked with their times, the slowest first; none without rows.

    A screening shares what rules have in common and asks of equal values once; these times
    compare rules with one another, and add up to more than a screening takes.
    """
    if not rows:
        return ()
    judged = [Facts(row) for row in rows]
    for facts in judged:
        evaluator.ask(facts, as_of)
    times = []
    for rule in evaluator.rules:
        fresh = [Facts(facts.row) for facts in judged]
        for facts, known in zip(fresh, judged, strict=True):
            facts.fired.update(known.fired)
        began = clock()
        for facts in fresh:
            try:
                rule.when.truth(facts)
            except Exception:  # noqa: BLE001, S112  an error takes its time as well
                continue
        times.append(RuleTime(rule.rule.id, (clock() - began) / 1_000 / len(rows)))
    return tuple(sorted(times, key=lambda one: (-one.microseconds, one.rule)))
