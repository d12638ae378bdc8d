"""Tests of the Latin spellings of Hangul names, and the system that explains each."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.text.folding import tokens_of
from screener.text.hangul import LETTERS, USAGE, spellings, system_between

PAIRS = Path(__file__).parents[1] / "index" / "korean_pairs.csv"
NAMES = st.text([chr(code) for code in range(0xAC00, 0xD7A4, 7)], min_size=1, max_size=6)
# Sounds that people hear or write and no system gives: h left out, n for r between vowels.
UNEXPLAINED = {"백학", "부령", "회령", "신의주", "평성"}


def folded(text: str) -> str:
    return "".join(token.form for token in tokens_of(text))


def pairs(source: str) -> list[dict[str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["source"] == source]


@pytest.mark.parametrize(
    ("name", "spelling", "system"),
    [
        ("정주", "Chŏngju", "MR"),
        ("정주", "Jeongju", "RR"),
        ("정주", "Jŏngju", "DPRK"),
        ("정주", "Jongju", "DPRK"),
        ("청주", "Cheongju", "RR"),
        ("백토", "Paekt'o", "MR"),
        ("백토", "Baekto", "RR"),
        ("백토", "Paektho", "DPRK"),
        ("토성리", "T'osŏng-ni", "MR"),
        ("토성리", "Tosong-ri", "MR"),
        ("룡강읍", "Ryonggang-up", "MR"),
        ("룡강읍", "Yonggang-up", "MR"),
        ("용강", "Ryonggang", "MR"),
        ("라선", "Nasŏn", "MR"),
        ("라선", "Rason", "MR"),
        ("은률", "Ŭnnyul", "MR"),
        ("압록강", "Amrokgang", "DPRK"),
        ("덕천", "deogcheon", LETTERS),
        ("대성", "Daesung", USAGE),
        ("신흥", "Shinheung", USAGE),
        ("이", "Lee", USAGE),
        ("리", "Yi", USAGE),
        ("박", "Park", USAGE),
        ("박", "Pak", "MR"),
        ("박봉주", "Park Bong Joo", USAGE),
        ("리영호", "Lee Young Ho", USAGE),
        ("김정은", "Kim Jong Un", "MR"),
        ("백토교화소", "Paekt'o kyohwaso", "MR"),
        ("신의주방직공장", "Sinuiju pangjikkongjang", "MR"),
        ("해돋이", "haedoji", "MR"),
        ("좋고", "joko", "RR"),
    ],
)
def test_a_spelling_is_explained_by_its_system(name: str, spelling: str, system: str) -> None:
    assert system_between(name, folded(spelling)) == system


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("정주", "Cheongju"), ("정주", "Jeonju"), ("청주", "Jeongju"), ("선천", "Suncheon"),
        ("순천", "Seoncheon"), ("평성", "Pyongyang"), ("염주", "Yeoju"), ("룡산", "Yangsan"),
        ("대성", "Taedong"), ("신의주", "Sinpo"),
    ],
)  # fmt: skip
def test_another_name_is_no_spelling(name: str, spelling: str) -> None:
    assert system_between(name, folded(spelling)) == ""


@pytest.mark.parametrize(
    "row", pairs("geonames"), ids=lambda row: f"{row['hangul']}:{row['latin']}"
)
def test_the_spellings_of_a_gazetteer_are_explained(row: dict[str, str]) -> None:
    explained = system_between(row["hangul"], folded(row["latin"]))

    assert explained or (row["system"] == "usage" and row["hangul"] in UNEXPLAINED)


@given(NAMES)
def test_spellings_are_folded_and_explained(name: str) -> None:
    found = spellings(name)

    assert found
    assert all(folded(spelling) == spelling for spelling in found)
    assert set(found.values()) <= {"MR", "RR", "DPRK", LETTERS, USAGE}


@pytest.mark.parametrize("text", ["", "Pak", "ㅋㅋ", "제8군단", "가" * 13])
def test_only_names_of_some_syllables_are_spelt(text: str) -> None:
    assert not spellings(text)
