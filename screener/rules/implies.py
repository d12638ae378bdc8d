"""What tests of one column say about each other: one follows from another, or excludes it."""

from collections.abc import Callable
from decimal import Decimal

from screener.codes.money import Money
from screener.rules.literals import date_literal, hs_literal, money_literal, number_literal
from screener.rules.schema import UNASKED, Condition, Finds, Test

Bound = tuple[object, bool]
"""A limit, and whether the limit itself is meant too."""

_EMPTY, _FILLED = ("true",), ("false",)
_MEMBERS = frozenset({"is", "in"})
_FEWER = frozenset({"says_any", "within", "near", "on_list"})
"""Tests of which fewer values ask for more."""
_MORE = frozenset({"not_in", "says_all", "says_none"})
_LOWER = {"above": False, "at_least": True, "on_or_after": True}
_UPPER = {"below": False, "at_most": True, "before": False}


def implies(first: Condition, second: Condition) -> bool:
    """Return whether ``second`` is true wherever ``first`` is; False where it cannot be told.

    >>> implies(Test("country_of_origin", "is", ("CN",)), Test("country_of_origin", "in", ("CN",)))
    True
    """
    if first == second:
        return True
    if isinstance(first, Finds) and isinstance(second, Finds):
        return _finds_implies(first, second)
    if not isinstance(first, Test) or not isinstance(second, Test) or first.column != second.column:
        return False
    if second.test == "is_missing":
        return second.values == _FILLED and _needs_value(first)
    if first.options or second.options:
        return False
    return _test_implies(first, second)


def excludes(first: Condition, second: Condition) -> bool:
    """Return whether the two can never be true together; False where it cannot be told.

    >>> excludes(Test("hs_code", "under", ("63",)), Test("hs_code", "under", ("9503",)))
    True
    """
    if not isinstance(first, Test) or not isinstance(second, Test) or first.column != second.column:
        return False
    if "is_missing" in {first.test, second.test}:
        pairs = ((first, second), (second, first))
        return any(_is_empty(one) and _needs_value(other) for one, other in pairs)
    for one, other in ((first, second), (second, first)):
        if one.test in _MEMBERS and other.test == "not_in":
            return set(one.values) <= set(other.values)
        if one.test == "under" and other.test == "not_under":
            return all(_under_any(code, other.values) for code in one.values)
    if first.test == second.test == "under":
        return not any(
            one.startswith(other) or other.startswith(one)
            for one in _codes(first)
            for other in _codes(second)
        )
    return _apart(first, second) or _apart(second, first)


def _finds_implies(first: Finds, second: Finds) -> bool:
    """Return whether every hit that satisfies one search satisfies the other."""
    columns = second.columns is None or (
        first.columns is not None and set(first.columns) <= set(second.columns)
    )
    return (
        columns
        and first.roles == second.roles
        and first.similarity == second.similarity
        and set(first.any_of) <= set(second.any_of)
        and set(first.within) <= set(second.within)
        and set(first.under) <= set(second.under)
        and _narrower(first.goods, second.goods)
        and _narrower(first.time, second.time)
        and _narrower(first.seated_in, second.seated_in)
        and set(first.legs or UNASKED) <= set(second.legs or UNASKED)
    )


def _narrower(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Return whether one choice among hits lets none pass that the other keeps out."""
    return not second or (first != () and set(first) <= set(second))


def _test_implies(first: Test, second: Test) -> bool:
    both = first.test if first.test == second.test else ""
    if both in _FEWER or {first.test, second.test} <= _MEMBERS:
        return set(first.values) <= set(second.values)
    if both in _MORE:
        return set(first.values) >= set(second.values)
    if both == "under":
        return all(_under_any(code, second.values) for code in first.values)
    if _lower(second) is None and _upper(second) is None:
        return False
    return _reaches(_lower(first), _lower(second), _above) and _reaches(
        _upper(first), _upper(second), _below
    )


def _reaches(
    first: Bound | None, second: Bound | None, beyond: Callable[[Bound, Bound], bool]
) -> bool:
    """Return whether one limit is as strict as another; no limit is the loosest."""
    return second is None or (first is not None and (first == second or beyond(first, second)))


def _needs_value(test: Test) -> bool:
    """Return whether a test can be true only where its column is filled."""
    return test.values == _FILLED if test.test == "is_missing" else test.test != "says_none"


def _is_empty(test: Test) -> bool:
    return test.test == "is_missing" and test.values == _EMPTY


def _codes(test: Test) -> tuple[str, ...]:
    return tuple(code for text in test.values if (code := hs_literal(text)) is not None)


def _under_any(code: str, prefixes: tuple[str, ...]) -> bool:
    digits = hs_literal(code)
    known = [hs_literal(prefix) for prefix in prefixes]
    return digits is not None and any(one is not None and digits.startswith(one) for one in known)


def _lower(test: Test) -> Bound | None:
    if test.test == "between":
        return _limit(test.values[0], inclusive=True)
    return _limit(test.values[0], inclusive=_LOWER[test.test]) if test.test in _LOWER else None


def _upper(test: Test) -> Bound | None:
    if test.test == "between":
        return _limit(test.values[1], inclusive=True)
    return _limit(test.values[0], inclusive=_UPPER[test.test]) if test.test in _UPPER else None


def _limit(text: str, *, inclusive: bool) -> Bound | None:
    for read in (number_literal, money_literal, date_literal):
        value = read(text)
        if value is not None:
            return value, inclusive
    return None


def _order(first: object, second: object) -> int | None:
    """Return -1, 0 or 1 as a limit is below, at or above another; None if not comparable."""
    if isinstance(first, Money) and isinstance(second, Money):
        return first.compared(second)
    if isinstance(first, Decimal) and isinstance(second, Decimal):
        return (first > second) - (first < second)
    one, other = str(first), str(second)
    same = type(first) is type(second)
    return (one > other) - (one < other) if same else None


def _above(first: Bound, second: Bound) -> bool:
    """Return whether a lower limit is at least as strict as another."""
    order = _order(first[0], second[0])
    return order == 1 or (order == 0 and (second[1] or not first[1]))


def _below(first: Bound, second: Bound) -> bool:
    """Return whether an upper limit is at least as strict as another."""
    order = _order(first[0], second[0])
    return order == -1 or (order == 0 and (second[1] or not first[1]))


def _apart(first: Test, second: Test) -> bool:
    """Return whether one test ends below the beginning of the other."""
    upper, lower = _upper(first), _lower(second)
    if upper is None or lower is None:
        return False
    order = _order(upper[0], lower[0])
    return order == -1 or (order == 0 and not (upper[1] and lower[1]))
