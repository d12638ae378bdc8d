"""Which conditions a pack holds, and in which order its rules must be asked."""

from collections.abc import Iterator, Mapping, Sequence

from screener.errors import RuleError
from screener.rules.conditions import walk
from screener.rules.schema import Condition, Fired, NamedCondition, Pack, Rule, Use


def conditions_of(rule: Rule) -> Iterator[Condition]:
    """Yield the conditions written in a rule: when, unless, extras, exemptions."""
    yield rule.when
    if rule.unless is not None:
        yield rule.unless
    yield from (extra.condition for extra in rule.more)
    yield from (exemption.when for exemption in rule.exemptions)


def all_conditions(pack: Pack) -> Iterator[Condition]:
    """Yield every condition of a pack, those of rules first."""
    for rule in pack.rules:
        yield from conditions_of(rule)
    yield from (named.condition for named in pack.conditions.values())


def asked_rules(
    conditions: Iterator[Condition], named: Mapping[str, NamedCondition]
) -> tuple[str, ...]:
    """Return the rules whose firing the conditions ask about, named conditions included."""
    found: dict[str, None] = {}
    seen: set[str] = set()
    waiting = list(conditions)
    while waiting:
        for part in walk(waiting.pop()):
            if isinstance(part, Fired):
                found[part.rule] = None
            elif isinstance(part, Use) and part.condition not in seen and part.condition in named:
                seen.add(part.condition)
                waiting.append(named[part.condition].condition)
    return tuple(sorted(found))


def in_dependency_order(
    rules: Sequence[Rule], named: Mapping[str, NamedCondition]
) -> tuple[Rule, ...]:
    """Return the rules with those asked about before those that ask, else as they stand.

    Raises:
        RuleError: A rule asks about an unknown rule, or rules ask each other in a circle.
    """
    asks = {rule.id: asked_rules(conditions_of(rule), named) for rule in rules}
    by_id = {rule.id: rule for rule in rules}
    done: dict[str, Rule] = {}
    for rule in rules:
        # Each entry is a rule and what it still waits for; no recursion, whatever the depth.
        path = {rule.id: list(asks[rule.id])}
        while path:
            current = next(reversed(path))
            if not path[current]:
                done.setdefault(current, by_id[current])
                path.pop(current)
                continue
            wanted = path[current].pop(0)
            if wanted in path:
                raise _error(by_id[current], f"rules ask each other in a circle: {wanted}")
            if wanted not in by_id:
                raise _error(by_id[current], f'asks whether "{wanted}" fired, which is no rule')
            if wanted not in done:
                path[wanted] = list(asks[wanted])
    return tuple(done.values())


def _error(rule: Rule, message: str) -> RuleError:
    return RuleError(f"{rule.id}: {message}", path=rule.at.path, line=rule.at.line)
