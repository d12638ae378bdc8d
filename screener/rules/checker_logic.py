"""Checks of what a condition can never be, and of what it always is."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from screener.content.diagnostics import Diagnostics
from screener.content.nodes import Mark, Node
from screener.rules.checker_branches import Branch, branches
from screener.rules.implies import excludes, implies
from screener.rules.labels import column_test_label, compare_label, finds_label
from screener.rules.located import located
from screener.rules.schema import (
    All,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Finds,
    Fired,
    NamedCondition,
    Test,
    Use,
)
from screener.rules.world import World, Written


def check_logic(written: Written, world: World) -> None:
    """Report parts of a rule that can never match (R031), or are true anyway (R032)."""
    for condition, node in _conditions(written):
        check_condition_logic(condition, node, world.named, world.diagnostics)


def check_condition_logic(
    condition: Condition,
    node: Node,
    named: Mapping[str, NamedCondition],
    diagnostics: Diagnostics,
) -> None:
    """Report the same of one condition."""
    parts = tuple(located(condition, node))
    ways = branches(condition, named)
    if ways is not None:
        _check_dead(parts, ways, diagnostics)
    for part, _ in parts:
        if isinstance(part, All | AnyOf):
            _check_idle(part, parts, diagnostics)


def _conditions(written: Written) -> Iterator[tuple[Condition, Node]]:
    rule, node = written.rule, written.node
    when, unless = node.get("when"), node.get("unless")
    if when is not None and written.readable:
        yield rule.when, when
    if unless is not None and rule.unless is not None:
        yield rule.unless, unless


def _check_dead(
    parts: tuple[tuple[Condition, Mark], ...], ways: tuple[Branch, ...], diagnostics: Diagnostics
) -> None:
    """Report the first leaf of each pair that makes every way through it impossible."""
    clashes = {way: _clash(way) for way in ways}
    reported: set[Condition] = set()
    for part, mark in parts:
        through = [way for way in ways if part in way]
        pair = next((clashes[way] for way in through if clashes[way] is not None), None)
        if not through or pair is None or any(clashes[way] is None for way in through):
            continue
        if part not in pair or reported & {*pair}:
            continue
        reported.update(pair)
        other = pair[1] if part == pair[0] else pair[0]
        message = f'"{label(part)}" is never true beside "{label(other)}": this can never match'
        diagnostics.add("R031", mark, message, "drop one of the two, or put them under any")


def _clash(way: Branch) -> tuple[Condition, Condition] | None:
    pairs = combinations(way, 2)
    return next(((one, other) for one, other in pairs if excludes(one, other)), None)


def _check_idle(
    whole: All | AnyOf, parts: tuple[tuple[Condition, Mark], ...], diagnostics: Diagnostics
) -> None:
    """Report parts of `all` that follow from another, and pairs of `any` of which one is true."""
    marks = {id(part): mark for part, mark in parts}
    for one, other in combinations(whole.parts, 2):
        if isinstance(whole, AnyOf):
            if _always(one, other):
                message = f'"{label(one)}" or "{label(other)}" is true of every record'
                _warn(diagnostics, marks.get(id(other)), message, "drop the whole any")
            continue
        for first, second in ((one, other), (other, one)):
            if implies(first, second):
                message = f'"{label(second)}" is always true where "{label(first)}" is'
                _warn(diagnostics, marks.get(id(second)), message, "drop it, or write the narrower")
                break


def _always(one: Condition, other: Condition) -> bool:
    """Return whether one of two tests is true whatever the record says."""
    if not isinstance(one, Test) or not isinstance(other, Test):
        return False
    tests = {one.test, other.test}
    values = {one.values, other.values}
    return one.column == other.column and tests == {"is_missing"} and len(values) > 1


def _warn(diagnostics: Diagnostics, mark: Mark | None, message: str, advice: str) -> None:
    if mark is not None:
        diagnostics.add("R032", mark, message, advice, severity="warning")


def label(condition: Condition) -> str:
    """Return a part of a condition in words."""
    match condition:
        case Test():
            return column_test_label(condition)
        case Finds():
            return finds_label(condition)
        case Compare():
            return compare_label(condition)
        case All() | AnyOf() | AtLeast():
            return "this group"
        case Use(name) | Fired(name):
            return name
