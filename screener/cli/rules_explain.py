"""``screener rules explain``: a rule in plain words, or why it answers as it does for a record."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from screener.cli import options
from screener.cli.proofs import outcome_lines
from screener.cli.records import Given, record_of, written_record
from screener.errors import InputError
from screener.evidence.verdicts import Verdicts
from screener.factory import load
from screener.model.columns import columns_of
from screener.model.screening import Reason, Screening
from screener.pipeline import Screener
from screener.rules.outcome import Outcome
from screener.rules.plain import rule_in_words
from screener.rules.row import Row
from screener.rules.schema import NamedCondition, Rule


def explain(
    name: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="A rule; without one, a whole record.")
    ] = None,
    row: Annotated[
        Path | None, typer.Option("--row", help="A YAML file with one record, a field a line.")
    ] = None,
    source: Annotated[
        Path | None, typer.Option("--input", help="A CSV or JSONL file that holds the record.")
    ] = None,
    line: Annotated[str | None, typer.Option("--line", help="Its line_id in that file.")] = None,
    rules: options.Rules = None,
    lists: options.Lists = None,
    as_of: options.AsOf = None,
) -> int:
    """Say what a rule asks for in plain words; with a record, prove what it answers and why."""
    screener = load(rules=rules, lists=lists, as_of=options.day(as_of))
    rule = _rule(screener, name) if name is not None else None
    given = _given(screener, row, source, line)
    if rule is None and given is None:
        raise InputError("name a rule, or a record by --row, or by --input and --line")
    if given is None:
        lines = _in_words(screener, rule) if rule is not None else iter(())
    else:
        lines = _record(screener, _judged(screener, given), rule)
    for text in lines:
        typer.echo(text)
    return 0


class _Case(NamedTuple):
    """A record with its screening, as rules see it, and what every rule answers."""

    screening: Screening
    row: Row
    outcomes: tuple[Outcome, ...]


def _rule(screener: Screener, name: str) -> Rule:
    found = next((rule for rule in screener.pack.rules if rule.id == name), None)
    if found is None:
        raise InputError(f"no rule {name!r}; screener rules docs and validate name them")
    if found.status == "retired":
        raise InputError(f"{name} is retired and is never asked")
    return found


def _given(
    screener: Screener, row: Path | None, source: Path | None, line: str | None
) -> Given | None:
    if row is not None and (source is not None or line is not None):
        raise InputError("give the record by --row, or by --input and --line, not by both")
    if (source is None) != (line is None):
        raise InputError("--input names the file and --line the record in it: give both")
    if row is not None:
        return written_record(screener, row)
    if source is not None and line is not None:
        return record_of(screener, source, line)
    return None


def _judged(screener: Screener, given: Given) -> _Case:
    columns = columns_of([given.values], screener.record_fields)
    verdicts: Verdicts = screener.screen_columns(columns, [given.line_id])
    row = verdicts.row(0)
    return _Case(verdicts.screening(0), row, screener.evaluator.evaluate(row, screener.today))


def _in_words(screener: Screener, rule: Rule) -> Iterator[str]:
    """Yield a rule's head, its logic, what it says and rests on, and its tests."""
    names = {entry.id: entry.name for entry in screener.entries.values()}
    conditions: dict[str, NamedCondition] = dict(screener.pack.conditions)
    yield f"{rule.id} v{rule.version}   {rule.status}   family {rule.family}"
    yield rule.title
    yield ""
    yield f"why: {rule.why}"
    yield ""
    yield from rule_in_words(rule, conditions, names)
    yield ""
    yield f"says: {rule.says}"
    yield from (f"asks: {ask}" for ask in rule.asks)
    yield from _sources(screener, rule, rule.claims)
    yield f"tests: {len(rule.tests)} ({_tests(rule)})"


def _tests(rule: Rule) -> str:
    kinds = dict.fromkeys(test.expect for test in rule.tests)
    counted = {kind: sum(test.expect == kind for test in rule.tests) for kind in kinds}
    return ", ".join(f"{count} {kind}" for kind, count in counted.items())


def _sources(screener: Screener, rule: Rule, claims: tuple[str, ...]) -> Iterator[str]:
    for name in claims:
        claim = screener.register.claims[name]
        told = f"{claim.paraphrase} ({claim.grade}, confidence {claim.confidence})"
        yield f"source: {name}  {told}"
    for name in rule.basis:
        yield f"basis: {name}  {screener.register.provisions[name].provision}"


def _record(screener: Screener, case: _Case, rule: Rule | None) -> Iterator[str]:
    """Yield what a record came to, then the proof of one rule, or of all that did not miss."""
    yield from _head(case.screening)
    chosen = [rule] if rule is not None else _telling(screener, case)
    for one in chosen:
        outcome = screener.evaluator.explain(case.row, screener.today, one.id)
        yield ""
        yield from outcome_lines(one, outcome, case.row)
        yield from (f"  says: {reason.sentence}" for reason in _reasons(case.screening, one))
        if outcome.state != "miss":
            yield from (f"  {text}" for text in _sources(screener, one, outcome.claims))
    if case.screening.would_change:
        yield ""
        for change in case.screening.would_change:
            yield f"changes the result: {change.change}: {change.tier}"


def _head(screening: Screening) -> Iterator[str]:
    reach = ""
    if screening.points_if_adverse > screening.points:
        reach = f", could reach {screening.points_if_adverse} if every open rule turned out adverse"
    yield f"Line {screening.line_id}"
    yield (
        f"Tier {screening.tier} {screening.tier_name}: {screening.points} points{reach}. "
        f"Completeness {screening.completeness:.0%}."
    )
    floors = [reason for reason in screening.reasons if reason.floor == screening.tier]
    yield from (f"{reason.rule} sets the floor {reason.floor}" for reason in floors)
    yield from (
        f"{unknown.rule} is open: {', '.join(unknown.settles_with)} would settle it"
        for unknown in screening.unknown
    )


def _telling(screener: Screener, case: _Case) -> list[Rule]:
    """Return the rules to show of a whole record: hits and exceptions, then open ones."""
    by_id = {rule.id: rule for rule in screener.pack.rules}
    shown = [one for one in case.outcomes if one.state in ("hit", "excepted", "muted", "error")]
    shown += [one for one in case.outcomes if one.open]
    return [by_id[outcome.rule] for outcome in shown]


def _reasons(screening: Screening, rule: Rule) -> tuple[Reason, ...]:
    return tuple(reason for reason in screening.reasons if reason.rule == rule.id)
