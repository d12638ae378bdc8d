"""Whether one condition holds wherever another does, told from the ways each can be true."""

from collections.abc import Mapping

from screener.rules.checker_branches import Branch, branches
from screener.rules.implies import implies
from screener.rules.schema import Condition, NamedCondition

Ways = tuple[Branch, ...]
"""Sets of leaves, each of which makes a condition true; without any it never is."""


def ways_of(condition: Condition | None, named: Mapping[str, NamedCondition]) -> Ways | None:
    """Return the ways a condition can be true; None if there are too many to compare.

    A condition that is not there has no way to be true.
    """
    return branches(condition, named) if condition is not None else ()


def covered(narrow: Ways, wide: Ways) -> bool:
    """Return whether wherever one holds the other does; False where it cannot be told."""
    return all(any(_follows(other, way) for other in wide) for way in narrow)


def _follows(wider: Branch, narrower: Branch) -> bool:
    return all(any(implies(leaf, wanted) for leaf in narrower) for wanted in wider)
