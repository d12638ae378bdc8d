"""Names as published on two official lists are found however a trade paper writes them."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from screener.index.lexicon import Kind
from screener.index.names import NameIndex
from screener.index.readings import readings
from tests.index.shipped_words import GENERIC, PLACES


def listed() -> list[str]:
    with Path(__file__).with_name("listed_names.csv").open(encoding="utf-8", newline="") as stream:
        names = [row["name"] for row in csv.DictReader(stream)]
    assert names, "no names"
    return names


NAMES = listed()
INDEX = NameIndex.build(list(enumerate(NAMES)), GENERIC, places=PLACES)


def brand(name: str) -> str:
    """Return the longest distinctive word of a name; empty if all are generic."""
    (reading, *_) = readings(name, INDEX.rows.lexicon)
    words = [term.word.form for term in reading.terms if term.word.kind is Kind.WORD]
    return max(words, key=len, default="")


def found(value: str, key: int) -> float:
    similarities = [match.similarity for match in INDEX.search([value])[0] if match.key == key]
    return max(similarities, default=0.0)


def shouted(name: str) -> str:
    return "".join(
        character
        for character in name.upper().replace("-", " ")
        if character.isalnum() or character == " "
    )


def reversed_words(name: str) -> str:
    return " ".join(reversed(name.replace(",", " ").split()))


def without_form(name: str) -> str:
    (reading, *_) = readings(name, INDEX.rows.lexicon)
    return name[reading.terms[0].start : reading.terms[-1].end]


def with_address(name: str) -> str:
    return f"{name} 12 Harbour Street"


CHANGES = [shouted, without_form, str.lower]


@pytest.mark.parametrize("key", range(len(NAMES)), ids=NAMES)
def test_a_listed_name_finds_itself(key: int) -> None:
    assert found(NAMES[key], key) == 1.0


@pytest.mark.parametrize("change", CHANGES, ids=["shouted", "without form", "lower case"])
@pytest.mark.parametrize("key", range(len(NAMES)), ids=NAMES)
def test_writing_habits_lose_no_listed_name(key: int, change: Callable[[str], str]) -> None:
    assert found(change(NAMES[key]), key) >= 0.95


@pytest.mark.parametrize(
    "key", [key for key, name in enumerate(NAMES) if len(brand(name)) >= 6], ids=str
)
def test_a_doubled_letter_in_the_brand_loses_no_listed_name(key: int) -> None:
    word = brand(NAMES[key])
    at = NAMES[key].lower().replace("-", "").find(word)
    changed = NAMES[key].replace("-", "")
    changed = changed[: at + 3] + changed[at + 2 :]

    assert at < 0 or found(changed, key) > 0.0


@pytest.mark.parametrize(
    "key", [key for key, name in enumerate(NAMES) if len(brand(name)) >= 5], ids=str
)
def test_another_brand_with_the_same_other_words_is_another_company(key: int) -> None:
    changed = NAMES[key].lower().replace(brand(NAMES[key]), "quoxevilbrat")

    assert changed == NAMES[key].lower() or found(changed, key) < 0.9


@pytest.mark.parametrize("key", range(len(NAMES)), ids=NAMES)
def test_a_listed_name_is_found_inside_a_sentence(key: int) -> None:
    text = f"the goods were made by {NAMES[key]}, and inspected there"

    found_inside = {match.key: match for match in INDEX.search_within(text)}

    said = found_inside[key]
    assert said.similarity >= 0.95
    assert said.start >= len("the goods were made by")
