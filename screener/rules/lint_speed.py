"""Rules that must be asked of almost every record."""

from screener.rules.checker_branches import branches
from screener.rules.reader import Reading
from screener.rules.schema import Compare, Condition, Finds, Fired, Test

_RARE = frozenset(
    {
        *("on_list", "within", "near", "under", "says_any", "says_all", "is", "in", "similar_to"),
        *("below", "at_most", "above", "at_least", "between", "within_days_of"),
    }
)
"""Tests that few records pass, so that a plan can start from them."""


def lint_speed(reading: Reading) -> None:
    """Report rules that have a way to be true without one rare test (R073)."""
    for written in reading.rules:
        ways = branches(written.rule.when, reading.world.named) if written.readable else ()
        if ways is None:
            message = "this condition can be true in so many ways that not all can be looked at"
        elif any(not any(map(_is_rare, way)) for way in ways):
            message = "most records pass every test of one way in which this rule can fire"
        else:
            continue
        advice = "begin each way with goods, a place, a name, a code or a word to look for"
        reading.world.diagnostics.add(
            "R073", written.key("when"), message, advice, severity="warning"
        )


def _is_rare(leaf: Condition) -> bool:
    match leaf:
        case Finds() | Fired() | Compare():
            return True
        case Test(_, "is_missing", values):
            return values == ("true",)
        case Test(_, test):
            return test in _RARE
        case _:
            return False
