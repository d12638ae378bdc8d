"""Tests of screener.index.slips."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.index.alignment import NOTHING
from screener.index.lexicon import Lexicon
from screener.index.names import NameIndex
from screener.index.readings import readings
from screener.index.slips import Whole, slips_allowed, with_slip
from screener.index.vocabulary import Vocabulary
from screener.index.weights import COST_OF_SLIP, SHORTEST_SLIPPED
from tests.index.made_names import made_name
from tests.index.shipped_words import GENERIC, PLACES

LEXICON = Lexicon(GENERIC, PLACES)
VOCABULARY = Vocabulary.build([], {}, 0, LEXICON)
INDEX = NameIndex.build([(1, "Fajr Industries Group"), (2, "Air Koryo")], GENERIC, places=PLACES)


def whole(name: str) -> Whole:
    (reading,) = readings(name, LEXICON)
    return Whole(reading.whole, [VOCABULARY.part(term.word, {}) for term in reading.terms])


def similarity(first: str, second: str) -> float:
    return with_slip(whole(first), whole(second), NOTHING).similarity


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Airkoryo", "Air Koryo Co., Ltd.", 1.0),
        ("The Stars of Sanabel", "Stars Sanabel", 0.0),
        ("Fadjr Industry", "Fajr Industry", round(1 - COST_OF_SLIP / 13, 3)),
        ("Hon Wai Precision", "Hon Hai Precision", round(1 - COST_OF_SLIP / 15, 3)),
        ("Wai Precision", "Hai Precision", 0.0),
        ("Reed International", "Meed International", 0.0),
        ("Reed International", "Reid International", round(1 - COST_OF_SLIP / 17, 3)),
        ("Fordx", "Fordy", 0.0),
        ("Ford", "Fo Rd", 0.0),
        ("LYSZD Machinery", "LYSZT Machinery", 0.0),
        ("Hengda Machinery", "Hengde Machinery", 0.0),
        ("Brigade 44 Machinery", "Brigade 45 Machinery", 0.0),
        ("Iran Machinery", "Iraq Machinery", 0.0),
        ("Fadjr Industry", "Fajra Industry", 0.0),
        ("Goldleaf", "Goldleaf", 0.0),
    ],
)  # fmt: skip
def test_what_is_a_slip_and_what_another_name(first: str, second: str, expected: float) -> None:
    assert similarity(first, second) == similarity(second, first) == expected


@pytest.mark.parametrize("length", [SHORTEST_SLIPPED - 1, SHORTEST_SLIPPED, 80, 81])
def test_short_and_endless_names_are_forgiven_nothing(length: int) -> None:
    assert slips_allowed("a" * length) == (SHORTEST_SLIPPED <= length <= 80)


def test_words_side_by_side_show_the_slip() -> None:
    (match,) = INDEX.search(["Fadjr Industries Group"])[0]

    assert [(line.ours, line.theirs, line.how) for line in match.alignment] == [
        ("Fadjr", "Fajr", "fuzzy"),
        ("Industries", "Industries", "exact"),
        ("Group", "Group", "exact"),
    ]
    assert sum(line.weight for line in match.alignment) == pytest.approx(
        match.similarity, abs=0.003
    )


def test_a_name_cut_otherwise_is_shown_as_one() -> None:
    (match,) = INDEX.search(["AIRKORYO"])[0]

    assert [(line.ours, line.theirs, line.how) for line in match.alignment] == [
        ("AIRKORYO", "Air Koryo", "glued")
    ]


@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_slip_is_the_same_either_way_round(one: int, other: int) -> None:
    first, second = (made_name(random.Random(seed)) for seed in (one, other))

    assert INDEX.compare(first, second).similarity == INDEX.compare(second, first).similarity
