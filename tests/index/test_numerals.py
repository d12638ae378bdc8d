"""Tests of screener.index.numerals."""

import pytest

from screener.index.numerals import counts, han_number, number, roman, tens_and_units


@pytest.mark.parametrize(
    ("form", "value"),
    [
        ("8", 8),
        ("08", 8),
        ("8th", 8),
        ("21st", 21),
        ("no8", 8),
        ("eight", 8),
        ("eighth", 8),
        ("forty", 40),
        ("fourty", 40),
        ("2000", 2000),
        ("0", 0),
        ("kn95", None),
        ("3m", None),
        ("1234567890", None),
        ("huayang", None),
        ("", None),
    ],
)
def test_a_number_is_read_however_it_is_written(form: str, value: int | None) -> None:
    assert number(form) == value


@pytest.mark.parametrize("value", range(1, 100))
def test_chinese_numerals_up_to_ninety_nine_are_read(value: int) -> None:
    digits = "零一二三四五六七八九"
    tens, units = divmod(value, 10)
    written = {0: "", 1: "十"}.get(tens, digits[tens] + "十") + (digits[units] if units else "")

    assert han_number(written) == value


@pytest.mark.parametrize("text", ["十十", "二三十", "三十四五", "华洋", "一华", ""])
def test_what_is_no_chinese_numeral_is_none(text: str) -> None:
    assert han_number(text) is None


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [
        ("forty", "four", 44),
        ("ninety", "9", 99),
        ("forty", "fourth", 44),
        ("forty", "ten", None),
        ("four", "four", None),
        ("forty", "hua", None),
    ],
)
def test_tens_and_units_are_one_number(first: str, second: str, value: int | None) -> None:
    assert tens_and_units(first, second) == value


@pytest.mark.parametrize(("form", "value"), [("i", 1), ("iv", 4), ("xix", 19), ("xxi", None)])
def test_roman_numerals_are_read_up_to_twenty(form: str, value: int | None) -> None:
    assert roman(form) == value


@pytest.mark.parametrize("form", ["8", "8th", "eighth", "no", "第", "forty", "kn95"])
def test_whatever_may_begin_a_number_counts(form: str) -> None:
    assert counts(form)


def test_a_plain_word_does_not_count() -> None:
    assert not counts("huayang")
