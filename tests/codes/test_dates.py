"""Tests of screener.codes.dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.codes.dates import read_date

FIFTH_OF_MARCH = date(2026, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-05", "2026-3-5", "2026/03/05", "2026.03.05", "2026 03 05", "20260305",
        "2026-03-05T10:00:00Z", "2026-03-05 10:00", "05.03.2026", "5.3.2026", "2026年3月5日",
        "2026年03月05日", "2026년 3월 5일", "2026. 3. 5.", "5 March 2026", "5-Mar-2026",
        "05MAR2026", "March 5, 2026", "Mar. 5th, 2026", "5th March 2026", "5 de marzo de 2026",
        "５．３．２０２６", "46086", "46086.0", "'2026-03-05",
    ],
)  # fmt: skip
def test_day_is_read_in_every_clear_form(text: str) -> None:
    assert read_date(text) == FIFTH_OF_MARCH


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15/03/2026", date(2026, 3, 15)),
        ("03/15/2026", date(2026, 3, 15)),
        ("15-03-2026", date(2026, 3, 15)),
        ("05/05/2026", date(2026, 5, 5)),
    ],
)
def test_order_of_day_and_month_is_read_where_only_one_is_possible(text: str, day: date) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    "text",
    ["", "03/05/2026", "03-05-2026", "5/3/26", "2026-13-01", "2026-02-30", "March 2026", "2026-03",
     "2026", "12345", "99999", "4608", "0001-01-01", "yesterday", "5 Foo 2026", "x" * 100],
)  # fmt: skip
def test_ambiguous_or_no_day_is_unknown(text: str) -> None:
    assert read_date(text) is None


def test_habit_of_a_file_settles_an_ambiguous_day() -> None:
    assert read_date("03/05/2026", day_first=True) == date(2026, 5, 3)
    assert read_date("03/05/2026", day_first=False) == date(2026, 3, 5)


@given(day=st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)))
def test_iso_day_reads_back(day: date) -> None:
    assert read_date(day.isoformat()) == day


@given(text=st.text(max_size=30) | st.text(alphabet="0123456789/.-年月日 mar", max_size=16))
def test_any_text_is_a_day_or_none(text: str) -> None:
    found = read_date(text)

    assert found is None or 1950 <= found.year <= 2100
