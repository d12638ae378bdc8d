"""Rules in plain words: what makes one fire, what stops it, what it adds."""

from collections.abc import Iterator, Mapping

from screener.rules.labels import column_test_label, compare_label, finds_label
from screener.rules.schema import (
    All,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Finds,
    Fired,
    NamedCondition,
    Rule,
    Test,
    Use,
)

STEP = "  "
_MOST_NAMED = 4
Names = Mapping[str, str]
"""The names of watchlist entries by their ids."""


def rule_in_words(
    rule: Rule, conditions: Mapping[str, NamedCondition], names: Names
) -> Iterator[str]:
    """Yield what decides a rule, line by line, in the order of its file."""
    yield "fires if"
    yield from condition_in_words(rule.when, conditions, names)
    if rule.unless is not None:
        yield "but not if"
        yield from condition_in_words(rule.unless, conditions, names)
    for exemption in rule.exemptions:
        yield f"excepted until {exemption.expires} ({exemption.reason}) if"
        yield from condition_in_words(exemption.when, conditions, names)
    yield f"adds {rule.points} points in the group {rule.group}"
    for extra in rule.more:
        yield f"{STEP}+{extra.points} if"
        for line in condition_in_words(extra.condition, conditions, names):
            yield f"{STEP}{line}"
    if rule.cap is not None:
        yield f"{STEP}{rule.cap} points at most"
    if rule.raises_to is not None:
        yield f"lifts the record to {rule.raises_to} at least"


def condition_in_words(
    condition: Condition, conditions: Mapping[str, NamedCondition], names: Names, depth: int = 1
) -> Iterator[str]:
    """Yield a condition as indented lines; entries are named beside their ids.

    >>> list(condition_in_words(Finds(any_of=("G-DOLL",)), {}, {"G-DOLL": "Dolls"}))
    ['  - G-DOLL (Dolls) found']
    """
    dash = f"{STEP * depth}- "
    match condition:
        case All(parts):
            heading, inner = "all of these", parts
        case AnyOf(parts):
            heading, inner = "one of these", parts
        case AtLeast(count, parts):
            heading, inner = f"at least {count} of these", parts
        case Use(name):
            meaning = conditions[name].meaning if name in conditions else "unknown condition"
            heading, inner = f"{meaning} [{name}]", ()
        case leaf:
            heading, inner = _leaf(leaf, names), ()
    yield dash + heading
    for part in inner:
        yield from condition_in_words(part, conditions, names, depth + 1)


def _leaf(condition: Test | Finds | Compare | Fired, names: Names) -> str:
    match condition:
        case Test():
            named = condition.test in ("on_list", "within", "near")
            return _named(column_test_label(condition), condition.values if named else (), names)
        case Finds():
            entries = (*condition.any_of, *condition.within)
            return _named(finds_label(condition), entries, names)
        case Compare():
            return compare_label(condition)
        case Fired(rule):
            return f"rule {rule} fired"


def _named(label: str, entries: tuple[str, ...], names: Names) -> str:
    """Return a label with the name of each entry behind its id; of many only the ids."""
    if len(entries) > _MOST_NAMED:
        return label
    for entry in entries:
        if entry in names:
            label = label.replace(entry, f"{entry} ({names[entry]})", 1)
    return label
