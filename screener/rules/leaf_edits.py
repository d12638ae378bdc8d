"""Small edits of one leaf: a limit moved, a value dropped, another column or role.

They are the slips an author makes; the tests of a rule should notice each of them.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from screener.model.field import Field, FieldType
from screener.rules.literals import date_literal, hs_literal, money_literal, number_literal
from screener.rules.schema import Compare, Condition, Finds, Fired, Test

_Item = TypeVar("_Item")

_LIMITS = {"below": "at_most", "at_most": "below", "above": "at_least", "at_least": "above"}
"""Each limit with the one that differs from it only for a value exactly at the limit."""

_COMPARED = frozenset({*_LIMITS, "between", "on_or_after", "before", "within_days_of"})


_EVERY_ROLE = frozenset({"party", "site", "payment", "transport"})
"""The roles that a search without `role` looks for: all but mentions."""


class Edit(NamedTuple):
    """An edited leaf, what was changed, and the test that would notice."""

    change: str
    advice: str
    leaf: Condition


def edits(leaf: Condition, fields: Mapping[str, Field]) -> Iterator[Edit]:
    """Yield the edits of a leaf in the order of its parts.

    >>> rank = {"peer_price_rank": Field(name="peer_price_rank", type="number", meaning="Rank")}
    >>> [edit.change for edit in edits(Test("peer_price_rank", "at_most", ("5",)), rank)]
    ['limit 5 moved to 4', 'limit 5 moved to 6', 'at_most turned into below']
    """
    match leaf:
        case Test():
            yield from _of_test(leaf, fields)
        case Finds():
            yield from _of_finds(leaf)
        case Compare():
            yield from _of_compare(leaf)
        case Fired():
            return


def _of_test(test: Test, fields: Mapping[str, Field]) -> Iterator[Edit]:
    kind = fields[test.column].type
    if test.test in _COMPARED:
        yield from _moved_limits(test, kind)
    elif len(test.values) > 1:
        for at, value in enumerate(test.values):
            if kind == "hs" and _is_implied(value, _without(test.values, at)):
                continue
            kept = "all but" if test.test == "says_all" else "only"
            advice = f"add a test in which {test.column} holds {kept} {value}"
            yield Edit(f"without {value}", advice, replace(test, values=_without(test.values, at)))
    if test.test in _LIMITS:
        other = _LIMITS[test.test]
        advice = f"add a test with {test.column}: {test.values[0]}"
        yield Edit(f"{test.test} turned into {other}", advice, replace(test, test=other))
    for at, (name, value) in enumerate(test.options):
        advice = f"add a test that depends on {name} {value}"
        edited = replace(test, options=_without(test.options, at))
        yield Edit(f"without {name} {value}", advice, edited)
    column = _sibling(test.column, fields)
    if column is not None:
        advice = f"add a test in which {test.column} and {column} differ"
        yield Edit(f"{column} read instead", advice, replace(test, column=column))


def _is_implied(code: str, others: tuple[str, ...]) -> bool:
    """Say whether a code lies under another one listed, so that it changes nothing."""
    digits = hs_literal(code)
    prefixes = [hs_literal(other) for other in others]
    return digits is not None and any(p is not None and digits.startswith(p) for p in prefixes)


def _moved_limits(test: Test, kind: FieldType) -> Iterator[Edit]:
    """Yield the limits moved by one step of their last digit, or by a day."""
    for at, value in enumerate(test.values):
        for moved in _beside(value, kind):
            values = (*test.values[:at], moved, *test.values[at + 1 :])
            advice = f"add tests with {test.column}: {value} and {test.column}: {moved}"
            yield Edit(f"limit {value} moved to {moved}", advice, replace(test, values=values))


def _beside(value: str, kind: FieldType) -> tuple[str, ...]:
    """Return the literals one step below and one above.

    >>> _beside("1 CNY per piece", "money"), _beside("0.5", "number")
    (('0 CNY per piece', '2 CNY per piece'), ('0.4', '0.6'))
    """
    day = date_literal(value)
    if kind == "date" and day is not None:
        step = timedelta(days=1)
        return (day - step).isoformat(), (day + step).isoformat()
    money = money_literal(value) if kind == "money" else None
    number = money.amount if money is not None else number_literal(value)
    if number is None:
        return ()
    moved = (number - _step(number), number + _step(number))
    if money is None:
        return tuple(f"{one:f}" for one in moved)
    return tuple(replace(money, amount=one).text() for one in moved)


def _step(number: Decimal) -> Decimal:
    """Return one unit of the last digit written."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _of_finds(finds: Finds) -> Iterator[Edit]:
    for at, entry in enumerate(finds.any_of if len(finds.any_of) > 1 else ()):
        edited = replace(finds, any_of=_without(finds.any_of, at))
        yield Edit(f"without {entry}", f"add a test in which only {entry} is found", edited)
    for at, place in enumerate(finds.within if len(finds.within) > 1 else ()):
        edited = replace(finds, within=_without(finds.within, at))
        yield Edit(f"without {place}", f"add a test in which only {place} is found", edited)
    for key in ("goods", "time", "seated_in", "legs"):
        words: tuple[str, ...] = getattr(finds, key)
        for word in words if len(words) > 1 else ():
            left = tuple(one for one in words if one != word)
            advice = f"add a test of a listing with {key} {word}"
            yield Edit(f"without {key} {word}", advice, replace(finds, **{key: left}))
        if words:
            advice = f"add a test of a listing whose {key} is none of {', '.join(words)}"
            yield Edit(f"whatever the {key}", advice, replace(finds, **{key: ()}))
    if finds.columns is not None:
        yield from _of_columns(finds, finds.columns)
    if finds.roles is not None:
        yield from _of_roles(finds, finds.roles)
    if finds.similarity is not None:
        advice = f"add a test with a name less than {finds.similarity} alike"
        yield Edit(
            f"without similarity {finds.similarity}", advice, replace(finds, similarity=None)
        )


def _of_columns(finds: Finds, columns: tuple[str, ...]) -> Iterator[Edit]:
    if len(columns) == 1:
        advice = f"add a test in which it stands in another column than {columns[0]}"
        yield Edit("searched in every column", advice, replace(finds, columns=None))
        return
    for at, column in enumerate(columns):
        advice = f"add a test in which it stands in {column} alone"
        edited = replace(finds, columns=_without(columns, at))
        yield Edit(f"not searched in {column}", advice, edited)


def _of_roles(finds: Finds, roles: tuple[str, ...]) -> Iterator[Edit]:
    advice = f"add a test in which its role is none of {', '.join(roles)}"
    if not set(roles) >= _EVERY_ROLE:
        yield Edit("in any role", advice, replace(finds, roles=None))
    for at, role in enumerate(roles if len(roles) > 1 else ()):
        advice = f"add a test in which its only role is {role}"
        yield Edit(f"not in role {role}", advice, replace(finds, roles=_without(roles, at)))


def _of_compare(compare: Compare) -> Iterator[Edit]:
    if compare.factor in ("", "1"):
        return
    for moved in _beside(compare.factor, "number"):
        advice = (
            f"add tests with {compare.left} between {compare.factor} and {moved} x {compare.right}"
        )
        edited = replace(compare, factor=moved)
        yield Edit(f"factor {compare.factor} moved to {moved}", advice, edited)


def _sibling(column: str, fields: Mapping[str, Field]) -> str | None:
    """Return the next column of the same type, around the end of the dictionary.

    A derived column says the same as its source, so none is taken for another.
    """
    own = (column, *fields[column].derived_from)
    names = [
        name
        for name, field in fields.items()
        if name == column or (field.type == fields[column].type and not field.derived_from)
    ]
    after = names.index(column) + 1
    return next((name for name in (*names[after:], *names[:after]) if name not in own), None)


def _without(items: tuple[_Item, ...], at: int) -> tuple[_Item, ...]:
    return items[:at] + items[at + 1 :]
