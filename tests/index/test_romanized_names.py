"""Names in Hangul and Latin letters, through the index and by comparison."""

import csv
from pathlib import Path

import pytest

from benchmarks.accuracy.shipped_index import shipped_index
from screener.index.names import NameIndex
from tests.index.shipped_words import GENERIC, PLACES

LISTED = ["조선대성무역회사", "정주", "은률", "Korea Sinhung Trading Corporation", "백토교화소"]
INDEX = NameIndex.build(list(enumerate(LISTED)), GENERIC, places=PLACES)


@pytest.mark.parametrize(
    ("asked", "key", "system"),
    [
        ("Korea Daeseong Trading Company", 0, "RR"),
        ("KOREA TAESONG TRADING CO", 0, "MR"),
        ("Choson Tae Song Trading Co.", 0, "MR"),
        ("Korea Daesung Trading", 0, "usage"),
        ("Chŏngju", 1, "MR"),
        ("Jeongju", 1, "RR"),
        ("Jongju", 1, "DPRK"),
        ("Ŭnnyul", 2, "MR"),
        ("eunlyul", 2, "RR letters"),
        ("조선신흥무역회사", 3, "MR"),
        ("Paektho kyohwaso", 4, "DPRK"),
        ("Baekto gyohwaso", 4, "RR"),
    ],
)
def test_one_entry_is_found_by_every_spelling_and_says_by_which_system(
    asked: str, key: int, system: str
) -> None:
    (match,) = INDEX.search([asked])[0]

    assert match.key == key
    assert system in {pair.system for pair in match.alignment if pair.how != "exact"}


@pytest.mark.parametrize(
    "asked",
    ["Cheongju", "Jeonju", "Korea Taedong Trading Company", "청주", "Trading Korea"],
)
def test_another_name_is_not_found(asked: str) -> None:
    assert INDEX.search([asked])[0] == ()


def test_what_is_found_is_what_the_comparison_says() -> None:
    asked = ["Korea Daesong Trading", "Jeongju", "Eunryul", "Korea Sinhung Trading"]

    found = INDEX.search(asked)

    assert all(found)
    for name, matches in zip(asked, found, strict=True):
        assert matches[0].similarity == INDEX.compare(name, matches[0].text).similarity


def test_composed_names_with_another_brand_never_match() -> None:
    path = Path(__file__).with_name("composed_pairs.csv")
    with path.open(encoding="utf-8", newline="") as stream:
        pairs = [row for row in csv.DictReader(stream) if "brand" in row["kind"]]
    others = [row for row in pairs if row["same"] == "no"]

    index = shipped_index([])
    alike = [row for row in others if index.compare(row["first"], row["second"]).similarity >= 0.76]

    assert others
    assert alike == []
