"""Tests of screener.rules.timing: each rule is timed alone, by the clock that is given."""

from collections.abc import Iterator
from datetime import date
from itertools import accumulate, repeat

from screener.pipeline import Screener
from screener.rules.timing import rule_times

DAY = date(2026, 6, 1)
ROWS = [
    {"product_description": "hand knitted doll", "supplier_city": "Dandong"},
    {"product_description": "steel bolts", "country_of_origin": "KP"},
]


def ticks() -> Iterator[int]:
    """Yield 0, 1000, 2000 and so on: a clock on which nothing takes longer than another."""
    return accumulate(repeat(1_000), initial=0)


def test_every_rule_is_timed_once_and_equal_ones_come_by_id(screener: Screener) -> None:
    clock = ticks()
    rows = screener.examined(ROWS)

    times = rule_times(screener.evaluator, rows, DAY, lambda: next(clock))

    assert [one.rule for one in times] == sorted(one.rule.id for one in screener.evaluator.rules)
    assert {one.microseconds for one in times} == {0.5}
    assert next(clock) == 2_000 * len(times)


def test_the_slowest_come_first(screener: Screener) -> None:
    squares = iter(number * number for number in range(10_000))
    rows = screener.examined(ROWS)

    times = rule_times(screener.evaluator, rows, DAY, lambda: next(squares))

    assert [one.rule for one in times] == [
        one.rule.id for one in reversed(screener.evaluator.rules)
    ]


def test_without_records_nothing_is_timed(screener: Screener) -> None:
    assert rule_times(screener.evaluator, [], DAY, lambda: 0) == ()
