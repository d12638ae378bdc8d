"""Tests of screener.codes.hs_edition."""

import pytest

from screener.codes.hs_edition import EDITIONS, not_in_edition


@pytest.mark.parametrize(
    "digits", ["01", "0101", "630710", "6307909891", "9503", "9706", "98", "9802", "9903", "4820"]
)
def test_what_the_system_has_is_found(digits: str) -> None:
    assert not_in_edition(digits) is None


@pytest.mark.parametrize(
    ("digits", "problem"),
    [
        ("77", "there is no chapter 77"),
        ("0000", "there is no chapter 00"),
        ("6399", "chapter 63 ends with heading 6310"),
        ("950900", "chapter 95 ends with heading 9508"),
        ("6300", "headings of chapter 63 begin with 6301"),
    ],
)
def test_what_it_does_not_have_is_said(digits: str, problem: str) -> None:
    assert not_in_edition(digits) == problem


def test_a_heading_is_new_until_its_edition() -> None:
    assert not_in_edition("961900", "2007") == "heading 9619 is new in edition 2012"
    assert [not_in_edition("961900", edition) for edition in EDITIONS if edition >= "2012"] == [
        None, None, None,
    ]  # fmt: skip
