"""Tests of screener.index.persons."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.index.persons import compare_persons
from screener.index.weights import DEFAULT_THRESHOLD

NAMES = st.lists(
    st.sampled_from(
        "Kim Jong Un On Song Min Chol Ahmad Ahmed bin Muhammad Mohamed Al J J.-C. Putin, Puttin "
        "Vladimir 金正恩 Газпром Ли".split()
    ),
    max_size=5,
).map(" ".join)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Kim Jong-un", "KIM JONG UN", True),
        ("Kim, Jong Un", "Jong Un Kim", True),
        ("Mr. Choe Ryong-hae", "Choe Ryong Hae", True),
        ("Choe Ryong-hae", "Choe Kyong-song", False),
        ("Kim Song Min", "Kim Song Chol", False),
        ("N. Nazarbayev", "Nursultan Nazarbayev", True),
        ("A. Nazarbayev", "Nursultan Nazarbayev", False),
        ("N.N.", "Nursultan Nazarbayev", False),
        ("J.-L. Durand", "Jean-Luc Durand", True),
        ("JL Durand", "Jean-Luc Durand", True),
        ("VladimirPutin", "Vladimir Putin", True),
        ("Vladimir Vladimirovich Putin", "Vladimir Putin", True),
        ("Putin", "Vladimir Putin", False),
        ("Wolodymyr Selenskyj", "Volodymyr Zelenskyy", True),
        ("Володимир Зеленський", "Volodymyr Zelenskyy", True),
        ("ბარაკ ობამა", "Barack Obama", True),
        ("Hassan Rouhani", "Hasan Rohani", True),
        ("Abd al-Aziz Nuristani", "Abdul Aziz Nooristani", True),
        ("Ahmad Khalaf Al-Duri", "Ahmad Khalaf Al-Ubaydi", False),
        ("Salman bin Muhammad al-Rawi", "Muhammad bin Salman al-Rawi", False),
        ("Frank Richter", "Frederik Richter", False),
        ("Pol Pot", "Paul Murphy", False),
        ("이재형", "이재명", False),
        ("", "Kim", False),
        ("???", "???", False),
    ],
)  # fmt: skip
def test_persons_are_alike_exactly_when_they_may_be_one(
    first: str,
    second: str,
    same: bool,  # noqa: FBT001
) -> None:
    assert (compare_persons(first, second).similarity >= DEFAULT_THRESHOLD) is same


@given(NAMES, NAMES)
def test_the_similarity_is_the_same_either_way_round(first: str, second: str) -> None:
    assert compare_persons(first, second).similarity == compare_persons(second, first).similarity


@given(NAMES)
def test_a_person_is_like_himself(name: str) -> None:
    assert compare_persons(name, name).similarity in {0.0, 1.0, 0.7}


@given(NAMES, NAMES)
def test_the_weights_add_up_to_the_similarity(first: str, second: str) -> None:
    found = compare_persons(first, second)

    total = sum(line.weight for line in found.alignment)
    assert total == pytest.approx(found.similarity, abs=0.001 * (1 + len(found.alignment)))


def test_a_word_that_no_latin_letters_spell_is_passed_over() -> None:
    assert compare_persons("ا", "Kim Song Min").similarity == 0.0
    assert compare_persons("Kim Song Min", "ا 김").similarity < DEFAULT_THRESHOLD


def test_each_line_says_how_two_names_met() -> None:
    found = compare_persons("Putin, W.", "Vladimir Puttin")

    assert [(line.ours, line.theirs, line.how) for line in found.alignment] == [
        ("Putin", "Puttin", "romanization")
    ]


@pytest.mark.parametrize(
    ("native", "latin", "similarity", "system"),
    [
        ("김정은", "Kim Jong Un", 0.95, "MR"),
        ("김정은", "Jong-un Kim", 0.95, "MR"),
        ("리영호", "Lee Young Ho", 0.9, "usage"),
        ("박봉주", "Park Bong Joo", 0.9, "usage"),
    ],
)
def test_a_person_in_hangul_is_the_spelling_of_a_system(
    native: str, latin: str, similarity: float, system: str
) -> None:
    found = compare_persons(native, latin)

    assert found == compare_persons(native, latin)
    assert (found.similarity, found.alignment[0].system) == (similarity, system)
    assert compare_persons(latin, native).similarity == similarity
