"""What stands in one form of a rule and not in another, in a few words each."""

from collections.abc import Iterator

from screener.rules.dependencies import conditions_of
from screener.rules.labels import column_test_label, compare_label, finds_label
from screener.rules.rule_senses import Form
from screener.rules.schema import Compare, Condition, Finds, Fired, Test
from screener.rules.world import leaves_of


def differences(before: Form, after: Form) -> Iterator[str]:
    """Yield what was added (+), taken away (-) or set to another figure, logic first."""
    old, new = _asked(before), _asked(after)
    yield from (f"+ {label}" for label in new if label not in old)
    yield from (f"- {label}" for label in old if label not in new)
    one, other = before.rule, after.rule
    for word, was, now in (
        ("points", one.points, other.points),
        ("cap", one.cap, other.cap),
        ("floor", one.raises_to, other.raises_to),
        ("group", one.group, other.group),
        ("extras", _extras(before), _extras(after)),
    ):
        if was != now:
            yield f"{word} {_shown(was)} -> {_shown(now)}"


def _asked(form: Form) -> dict[str, None]:
    """Return the entries asked for, then what else is asked, each once, in order.

    An entry more is told by its id alone; how it is searched for counts once.
    """
    leaves = [leaf for one in conditions_of(form.rule) for leaf in leaves_of(one, form.named)]
    found = [leaf for leaf in leaves if isinstance(leaf, Finds)]
    entries = [name for leaf in found for name in (*leaf.any_of, *leaf.within)]
    return dict.fromkeys([*entries, *(_label(leaf) for leaf in leaves)])


def _label(leaf: Condition) -> str:
    match leaf:
        case Test():
            return column_test_label(leaf)
        case Finds(columns=columns, roles=roles, similarity=similarity):
            sought = Finds(any_of=("entries",), columns=columns, roles=roles, similarity=similarity)
            return finds_label(sought)
        case Compare():
            return compare_label(leaf)
        case Fired(rule):
            return f"rule {rule} fired"
        case _:
            return ""


def _extras(form: Form) -> str:
    return " ".join(f"+{extra.points}" for extra in form.rule.more)


def _shown(value: object) -> str:
    return "none" if value is None or value == "" else str(value)
