"""Definitions that go round in a circle: conditions that use, rules that ask about, each other."""

from collections.abc import Iterator, Mapping, Sequence

from screener.content.diagnostics import Diagnostics
from screener.content.nodes import Mark
from screener.rules.conditions import walk
from screener.rules.dependencies import asked_rules, conditions_of
from screener.rules.schema import At, NamedCondition, Rule, Use


def report_circles(
    rules: Sequence[Rule], named: Mapping[str, NamedCondition], diagnostics: Diagnostics
) -> None:
    """Report every condition and rule that depends on itself (R029)."""
    uses = {name: tuple(_used(one)) for name, one in named.items()}
    asks = {rule.id: asked_rules(conditions_of(rule), named) for rule in rules}
    for name in _in_circles(uses):
        _report("condition", name, named[name].at, diagnostics)
    places = {rule.id: rule.at for rule in rules}
    for name in _in_circles(asks):
        _report("rule", name, places[name], diagnostics)


def _used(condition: NamedCondition) -> Iterator[str]:
    return (part.condition for part in walk(condition.condition) if isinstance(part, Use))


def _in_circles(follows: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the names from which following leads back to the name itself, in order."""
    for name in follows:
        reached: set[str] = set()
        waiting = [*follows[name]]
        while waiting:
            current = waiting.pop()
            if current not in reached:
                reached.add(current)
                waiting.extend(follows.get(current, ()))
        if name in reached:
            yield name


def _report(what: str, name: str, at: At, diagnostics: Diagnostics) -> None:
    mark = Mark(at.path, at.line, at.column, at.column + 1)
    message = f'the {what} "{name}" depends on itself'
    diagnostics.add("R029", mark, message, "break the circle: write one of the conditions out")
