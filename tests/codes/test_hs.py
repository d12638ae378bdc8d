"""Tests of screener.codes.hs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.codes.hs import digits_of, hs_chapter, hs_heading, is_under


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("9503", "9503"),
        ("9503.00", "950300"),
        ("0101", "0101"),
        ("0101.21", "010121"),
        ("95", "95"),
        ("6307.90.9891", "6307909891"),
        ("6307 90 98 91", "6307909891"),
        ("6307-90-98", "63079098"),
        ("HS 6307.90", "630790"),
        ("HTS Code: 6307.90", "630790"),
        ("'0101", "0101"),
        ("６３０７", "6307"),
        ("6307.9", "630790"),
        ("630790.0", "630790"),
        ("6307909891.0", "6307909891"),
        ("99", "99"),
    ],
)
def test_code_is_read_in_every_usual_form(text: str, digits: str) -> None:
    assert digits_of(text) == digits


@pytest.mark.parametrize(
    "text",
    ["", " ", "1", "123", "95030", "950300007", "63O7.90", "abc", "00", "0012", "7701",
     "6307.90/95",
     "6307.90.98.91.00", "-9503", "9503-", "1.2e5", "x" * 500, "٦٣٠٧"],
)  # fmt: skip
def test_garbage_is_refused(text: str) -> None:
    assert digits_of(text) is None


@pytest.mark.parametrize(
    ("code", "prefix", "answer"),
    [
        ("9503.00.00", "9503", True),
        ("9503.00", "95", True),
        ("6307.90", "9503", False),
        ("95", "9503.00", None),
        ("9503", "9503.00", None),
        ("9504", "9503.00", False),
        ("none", "9503", None),
    ],
)
def test_prefix_decides_and_a_shorter_code_leaves_it_open(
    code: str, prefix: str, answer: object
) -> None:
    assert is_under(code, prefix) is answer


def test_chapter_and_heading_are_prefixes() -> None:
    assert (hs_chapter("9503.00"), hs_heading("9503.00")) == ("95", "9503")
    assert (hs_chapter("95"), hs_heading("95")) == ("95", None)
    assert (hs_chapter("x"), hs_heading("x")) == (None, None)


@given(digits=st.from_regex(r"(0[1-9]|[1-68][0-9]|9[0-9])([0-9]{2}){0,4}", fullmatch=True))
def test_dots_and_spaces_never_matter(digits: str) -> None:
    assert digits_of(".".join(digits[n : n + 2] for n in range(0, len(digits), 2))) == digits
    assert digits_of(" ".join(digits)) == digits


@given(text=st.text(max_size=30))
def test_any_text_is_a_code_or_none(text: str) -> None:
    digits = digits_of(text)

    assert digits is None or (digits.isascii() and len(digits) in {2, 4, 6, 8, 10})
