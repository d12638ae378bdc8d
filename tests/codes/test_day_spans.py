"""The days that a date on a trade paper may mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    "23/11/26": ("2023-11-26", "2026-11-23"),
    "11/23/26": ("2026-11-23", "2026-11-23"),
    "26-11-23": ("2023-11-26", "2026-11-23"),
    "26.11.23": ("2023-11-26", "2026-11-23"),
    "26. 11. 30.": ("2026-11-30", "2026-11-30"),
    "11.12.26": ("2026-12-11", "2026-12-11"),
    "11/12/26": ("2026-11-12", "2026-12-11"),
    "05/06/98": ("1998-05-06", "1998-06-05"),
    "23-Nov-26": ("2026-11-23", "2026-11-23"),
    "23 Nov '26": ("2026-11-23", "2026-11-23"),
    "26年11月23日": ("2026-11-23", "2026-11-23"),
    "26년 11월 23일": ("2026-11-23", "2026-11-23"),
    "11/23/26 08:30": ("2026-11-23", "2026-11-23"),
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
    "45/13/67",
    "31/02/29/26",
    "1/2/3",
]


@pytest.mark.parametrize("text", SPANS)
def test_first_and_last_day_that_a_date_may_mean(text: str) -> None:
    first, last = SPANS[text]

    assert days_meant(text) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_date_means_no_day(text: str) -> None:
    assert days_meant(text) is None


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("24/01/31", "2024-01-31", "2024-01-31"),
        ("27/10/26", "2026-10-27", "2027-10-26"),
        ("30/12/30", "2030-12-30", "2030-12-30"),
        ("25/11/26", "2025-11-26", "2026-11-25"),
        ("19/11/26", "2026-11-19", "2026-11-19"),
    ],
)
def test_year_of_two_digits_is_of_the_years_around_the_day_of_judging(
    text: str, first: str, last: str
) -> None:
    meant = days_meant(text, date(2026, 11, 25))

    assert meant == (date.fromisoformat(first), date.fromisoformat(last))


@given(day=st.dates(min_value=date(2000, 1, 1), max_value=date(2049, 12, 31)))
def test_no_way_of_writing_a_short_year_loses_the_day_on_its_own_day(day: date) -> None:
    for form in ("%d/%m/%y", "%m/%d/%y", "%y/%m/%d", "%d-%m-%y", "%y.%m.%d"):
        meant = days_meant(day.strftime(form), day)

        assert meant is not None
        assert meant[0] <= day <= meant[1]
