"""The days that a date on a trade paper may mean."""

from datetime import date

import pytest

from screener.codes.day_spans import days_meant

SPANS = {
    "2022-03-04": ("2022-03-04", "2022-03-04"),
    "03/04/2022": ("2022-03-04", "2022-04-03"),
    "04-03-2022": ("2022-03-04", "2022-04-03"),
    "13/04/2022": ("2022-04-13", "2022-04-13"),
    "03.04.2022": ("2022-04-03", "2022-04-03"),
    "05/05/2022": ("2022-05-05", "2022-05-05"),
    "2022-03": ("2022-03-01", "2022-03-31"),
    "2022/3": ("2022-03-01", "2022-03-31"),
    "03/2022": ("2022-03-01", "2022-03-31"),
    "12.2022": ("2022-12-01", "2022-12-31"),
    "February 2024": ("2024-02-01", "2024-02-29"),
    "Feb-2023": ("2023-02-01", "2023-02-28"),
    "marzo de 2022": ("2022-03-01", "2022-03-31"),
    "2022 Mar": ("2022-03-01", "2022-03-31"),
    "2022年3月": ("2022-03-01", "2022-03-31"),
    "2022년 3월": ("2022-03-01", "2022-03-31"),
    "2022": ("2022-01-01", "2022-12-31"),
    "２０２２年": ("2022-01-01", "2022-12-31"),
    "44621": ("2022-03-01", "2022-03-01"),
}
NONE = [
    "",
    "13/2022",
    "2022-00",
    "spring of 2022",
    "March",
    "1022",
    "Foo 2022",
    "31/02/2022",
    "TBD",
]


@pytest.mark.parametrize("text", SPANS)
def test_first_and_last_day_that_a_date_may_mean(text: str) -> None:
    first, last = SPANS[text]

    assert days_meant(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date_means_no_day(text: str) -> None:
    assert days_meant(text) is None
