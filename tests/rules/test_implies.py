"""Tests of screener.rules.implies."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.rules.column_tests import decision
from screener.rules.implies import excludes, implies
from screener.rules.literals import money_literal
from screener.rules.schema import Finds, Truth
from screener.rules.schema import Test as ColumnTest

NUMBERS = st.integers(0, 6).map(str)
LIMITS = st.one_of(
    st.tuples(st.sampled_from(["below", "at_most", "above", "at_least"]), st.tuples(NUMBERS)),
    st.tuples(NUMBERS, NUMBERS).map(lambda pair: ("between", tuple(sorted(pair)))),
)
DAYS = st.tuples(
    st.sampled_from(["on_or_after", "before"]),
    st.tuples(st.integers(1, 5).map(lambda day: f"2026-05-0{day}")),
)
CODES = st.sampled_from(["63", "6307", "630710", "95", "9503"])
HS = st.tuples(
    st.sampled_from(["under", "not_under"]), st.lists(CODES, min_size=1, max_size=3).map(tuple)
)


def _number(pair: tuple[str, tuple[str, ...]]) -> ColumnTest:
    return ColumnTest("peer_price_rank", *pair)


@given(LIMITS, LIMITS)
def test_limits_agree_with_what_they_answer(
    one: tuple[str, tuple[str, ...]], other: tuple[str, tuple[str, ...]]
) -> None:
    values = [Decimal(number) / 2 for number in range(-1, 15)]
    _compare(_number(one), _number(other), "number", values)


@given(LIMITS, LIMITS)
def test_limits_of_money_agree_with_what_they_answer(
    one: tuple[str, tuple[str, ...]], other: tuple[str, tuple[str, ...]]
) -> None:
    # An amount of zero compares with nothing, so limits are from 1 on.
    first, second = (
        ColumnTest(
            "stated_processing_fee",
            name,
            tuple(f"{int(text) + 1} CNY per piece" for text in values),
        )
        for name, values in (one, other)
    )
    values = [money_literal(f"{number / 2} CNY per piece") for number in range(1, 18)]
    _compare(first, second, "money", values)


@given(DAYS, DAYS)
def test_days_agree_with_what_they_answer(
    one: tuple[str, tuple[str, ...]], other: tuple[str, tuple[str, ...]]
) -> None:
    values = [date(2026, 4, 30) + timedelta(days) for days in range(8)]
    _compare(ColumnTest("ship_date", *one), ColumnTest("ship_date", *other), "date", values)


@given(HS, HS)
def test_codes_agree_with_what_they_answer(
    one: tuple[str, tuple[str, ...]], other: tuple[str, tuple[str, ...]]
) -> None:
    values = ["630710", "630790", "620110", "950300", "950400", "010121"]
    _compare(ColumnTest("hs_code", *one), ColumnTest("hs_code", *other), "hs", values)


def _compare(one: ColumnTest, other: ColumnTest, kind: str, values: Sequence[object]) -> None:
    """Check what is said of two tests against what they answer for values."""
    first, second = decision(one, kind), decision(other, kind)
    answers = [(first(value), second(value)) for value in values]
    if implies(one, other):
        assert all(b is Truth.TRUE for a, b in answers if a is Truth.TRUE)
    if excludes(one, other):
        assert (Truth.TRUE, Truth.TRUE) not in answers
    assert excludes(one, other) == excludes(other, one)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ColumnTest("notes", "says_any", ("doll",)),
            ColumnTest("notes", "says_any", ("doll", "hat")),
        ),
        (
            ColumnTest("notes", "says_all", ("doll", "hat")),
            ColumnTest("notes", "says_all", ("hat",)),
        ),
        (
            ColumnTest("notes", "says_none", ("doll", "hat")),
            ColumnTest("notes", "says_none", ("hat",)),
        ),
        (ColumnTest("notes", "pattern", ("a",)), ColumnTest("notes", "is_missing", ("false",))),
        (Finds(any_of=("G-DOLL",), columns=("notes",)), Finds(any_of=("G-DOLL", "G-HAT"))),
        (Finds(within=("P-KP",)), Finds(within=("P-KP", "P-LNJL"))),
    ],
)
def test_the_narrower_implies_the_wider_and_not_the_reverse(
    first: ColumnTest | Finds, second: ColumnTest | Finds
) -> None:
    assert implies(first, second)
    assert not implies(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ColumnTest("notes", "says_none", ("doll",)),
            ColumnTest("notes", "is_missing", ("false",)),
        ),
        (
            ColumnTest("notes", "says_any", ("doll",)),
            ColumnTest("product_description", "says_any", ("doll",)),
        ),
        (
            ColumnTest("a", "on_list", ("L",), (("similarity", "0.9"),)),
            ColumnTest("a", "on_list", ("L", "M")),
        ),
        (Finds(any_of=("G-DOLL",), roles=("mention",)), Finds(any_of=("G-DOLL",))),
        (Finds(any_of=("G-DOLL",)), ColumnTest("notes", "says_any", ("doll",))),
        (ColumnTest("a", "is", ("CN",)), ColumnTest("a", "at_most", ("5",))),
    ],
)
def test_nothing_is_implied_that_cannot_be_told(
    first: ColumnTest | Finds, second: ColumnTest | Finds
) -> None:
    assert not implies(first, second)
    assert not excludes(first, second)


def test_an_empty_column_passes_no_test_of_its_value() -> None:
    empty = ColumnTest("notes", "is_missing", ("true",))

    assert excludes(empty, ColumnTest("notes", "says_any", ("doll",)))
    assert excludes(ColumnTest("notes", "is_missing", ("false",)), empty)
    assert not excludes(empty, ColumnTest("notes", "says_none", ("doll",)))
