"""Tests of screener.lists.dates."""

import pytest

from screener.lists.dates import is_date, is_partial_date


@pytest.mark.parametrize("text", ["2016-07-06", "2024-02-29"])
def test_whole_day_is_a_date(text: str) -> None:
    assert is_date(text)


@pytest.mark.parametrize("text", ["2016", "2016-07", "2023-02-29", "06.07.2016", "", "2016-7-6"])
def test_anything_else_is_no_day(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize("text", ["2016", "2016-07", "2016-07-06"])
def test_source_may_know_less_than_the_day(text: str) -> None:
    assert is_partial_date(text)


@pytest.mark.parametrize("text", ["2016-13", "2016-00-01", "2016-07-06T00:00", "July 2016", "16"])
def test_wrong_date_is_no_partial_date(text: str) -> None:
    assert not is_partial_date(text)
