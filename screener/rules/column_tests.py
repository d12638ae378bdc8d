"""The tests of rules.md 3.3 that read the value of one column, by test and type of value.

A value is what ``literals.read_value`` makes of a column: money, number, date, countries, the
digits of an HS code, or a text with the phrases it says.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

import re2

from screener.codes.hs import is_under
from screener.codes.money import Money
from screener.errors import RuleError
from screener.rules.literals import (
    Countries,
    country_literal,
    date_literal,
    hs_literal,
    money_literal,
    number_literal,
)
from screener.rules.says import Prose, is_phrase
from screener.rules.schema import Test, Truth
from screener.text.folding import comparison_form

Decide = Callable[[object], Truth]
"""Answers for one value; a value of another type than the test's is unknown."""


def decision(test: Test, kind: str) -> Decide:
    """Return what decides a test of a column of the type ``kind``.

    Raises:
        RuleError: There is no such test for the type, or a literal cannot be read.

    >>> elsewhere = decision(Test("country_of_origin", "not_in", ("CN", "KP")), "country")
    >>> elsewhere(Countries(("VN",), complete=True))
    <Truth.TRUE: 2>
    """
    make = _TESTS.get(kind, {}).get(test.test)
    if make is None:
        raise RuleError(f'"{test.test}" is not a test for {test.column}, which is a {kind} field')
    if not test.values:
        raise RuleError(f"{test.column}: {test.test} names nothing to compare with")
    return make(test, kind)


def order(value: object, limit: object) -> int | None:
    """Return -1, 0 or 1 as a value is below, at or above a limit; None if not comparable.

    >>> order(Decimal("0.8"), Decimal(1)), order(Decimal(1), date(2026, 1, 1)) is None
    (-1, True)
    """
    if isinstance(value, Money) and isinstance(limit, Money):
        return value.compared(limit)
    if isinstance(value, Decimal) and isinstance(limit, Decimal):
        return (value > limit) - (value < limit)
    if isinstance(value, date) and isinstance(limit, date):
        return (value > limit) - (value < limit)
    return None


def shown(answer: bool | None) -> Truth:  # noqa: FBT001  it is the value itself
    """Return true, false, or unknown for None."""
    return Truth.UNKNOWN if answer is None else Truth.TRUE if answer else Truth.FALSE


def opposite(truth: Truth) -> Truth:
    """Return false for true and true for false; unknown stays unknown."""
    return Truth(Truth.TRUE - truth)


def _literal(test: Test, kind: str, text: str) -> object:
    read = _LITERALS[kind]
    literal = read(text)
    if literal is None:
        raise RuleError(f'{test.column}: "{text}" is not a {kind}')
    return literal


_LITERALS: Mapping[str, Callable[[str], object | None]] = {
    "money": money_literal,
    "number": number_literal,
    "date": date_literal,
    "hs": hs_literal,
    "country": country_literal,
    "code": lambda text: comparison_form(text) or None,
}


def _ordered(holds: Callable[[int], bool]) -> Callable[[Test, str], Decide]:
    """Return the maker of a test that compares with one limit."""

    def make(test: Test, kind: str) -> Decide:
        limit = _literal(test, kind, test.values[0])

        def decide(value: object) -> Truth:
            found = order(value, limit)
            return shown(None if found is None else holds(found))

        return decide

    return make


def _between(test: Test, kind: str) -> Decide:
    """Return whether a value lies between two limits, or at one of them."""
    if len(test.values) != 2:  # noqa: PLR2004
        raise RuleError(f"{test.column}: between names a lower and an upper limit")
    low, high = (_literal(test, kind, text) for text in test.values)

    def decide(value: object) -> Truth:
        above, below = order(value, low), order(value, high)
        return shown(None if above is None or below is None else above >= 0 >= below)

    return decide


def _within_days_of(test: Test, kind: str) -> Decide:
    """Return whether a day is at most so many days before or after another.

    The day and the number of days may be written in either order.
    """
    days = [day for text in test.values if (day := date_literal(text)) is not None]
    counts = [count for text in test.values if (count := number_literal(text)) is not None]
    if len(days) != 1 or len(counts) != 1 or kind != "date":
        raise RuleError(f"{test.column}: within_days_of names a day and a number of days")
    day, count = days[0], counts[0]

    def decide(value: object) -> Truth:
        return shown(abs((value - day).days) <= count if isinstance(value, date) else None)

    return decide


def _under(test: Test, kind: str) -> Decide:
    """Return whether a code lies under one of the prefixes."""
    prefixes = [str(_literal(test, kind, text)) for text in test.values]

    def decide(value: object) -> Truth:
        answers = [is_under(value, prefix) for prefix in prefixes] if isinstance(value, str) else []
        return max((shown(answer) for answer in answers), default=Truth.UNKNOWN)

    return decide


def _not(make: Callable[[Test, str], Decide]) -> Callable[[Test, str], Decide]:
    """Return the maker of the opposite test."""

    def negated(test: Test, kind: str) -> Decide:
        decide = make(test, kind)
        return lambda value: opposite(decide(value))

    return negated


def _is_in(test: Test, kind: str) -> Decide:
    """Return whether a country or code is one of those named."""
    wanted = frozenset(str(_literal(test, kind, text)) for text in test.values)

    def decide(value: object) -> Truth:
        if isinstance(value, Countries):
            if not wanted.isdisjoint(value.codes):
                return Truth.TRUE
            return shown(False if value.complete else None)
        return shown(comparison_form(value) in wanted if isinstance(value, str) else None)

    return decide


def _says(holds: Callable[[frozenset[str], Prose], bool]) -> Callable[[Test, str], Decide]:
    """Return the maker of a test for phrases."""

    def make(test: Test, _kind: str) -> Decide:
        for phrase in test.values:
            if not is_phrase(phrase):
                raise RuleError(f'{test.column}: "{phrase}" holds nothing to look for')
        wanted = frozenset(test.values)
        return lambda value: shown(holds(wanted, value) if isinstance(value, Prose) else None)

    return make


def _pattern(test: Test, _kind: str) -> Decide:
    """Return whether one of the RE2 patterns is found in the text as sent."""
    options = re2.Options()
    options.log_errors = False
    try:
        patterns = [re2.compile(text, options) for text in test.values]
    except re2.error as problem:
        raise RuleError(f"{test.column}: pattern outside RE2: {test.values}") from problem

    def decide(value: object) -> Truth:
        if not isinstance(value, Prose):
            return Truth.UNKNOWN
        return shown(any(pattern.search(value.raw) is not None for pattern in patterns))

    return decide


_Makers = Mapping[str, Callable[[Test, str], Decide]]

_WORDS: _Makers = {
    "says_any": _says(lambda wanted, prose: not wanted.isdisjoint(prose.says)),
    "says_all": _says(lambda wanted, prose: wanted <= prose.says),
    "says_none": _says(lambda wanted, prose: wanted.isdisjoint(prose.says)),
    "similar_to": _says(lambda wanted, prose: not wanted.isdisjoint(prose.nearly_says)),
    "pattern": _pattern,
}
_MEMBERS: _Makers = {"is": _is_in, "in": _is_in, "not_in": _not(_is_in)}
_LIMITS: _Makers = {
    "below": _ordered(lambda found: found < 0),
    "at_most": _ordered(lambda found: found <= 0),
    "above": _ordered(lambda found: found > 0),
    "at_least": _ordered(lambda found: found >= 0),
    "between": _between,
}
_DAYS: _Makers = {
    "on_or_after": _ordered(lambda found: found >= 0),
    "before": _ordered(lambda found: found < 0),
    "within_days_of": _within_days_of,
}
_TESTS: Mapping[str, _Makers] = {
    "text": _WORDS,
    "name": _WORDS,
    "place": _WORDS,
    "hs": {"under": _under, "not_under": _not(_under)},
    "country": _MEMBERS,
    "code": {**_MEMBERS, **_WORDS},
    "money": _LIMITS,
    "number": _LIMITS,
    "date": {**_LIMITS, **_DAYS},
}
