"""Tests of screener.index.spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.index.spelling import (
    SpellingIndex,
    edits_between,
    forgiven,
    spelling_similarity,
)
from screener.index.weights import BOTH_PINYIN

WORDS = st.lists(st.text("abc", min_size=4, max_size=12), max_size=30)


def slow_near(index: SpellingIndex, words: list[str]) -> list[tuple[int, int, int]]:
    """Measure every word against every word of the list."""
    return [
        (position, owner, edits_between(word, known))
        for position, word in enumerate(words)
        for owner, known in enumerate(index.words)
        if 0 < edits_between(word, known) <= forgiven(word, known)
    ]


@given(WORDS, WORDS)
def test_the_index_finds_exactly_what_measuring_all_pairs_finds(
    known: list[str], asked: list[str]
) -> None:
    index = SpellingIndex(known)

    assert index.near(asked) == slow_near(index, asked)


@given(st.text("abcd", min_size=9, max_size=14), st.data())
def test_any_two_edits_of_a_long_word_are_found(word: str, data: st.DataObject) -> None:
    changed = word
    for _ in range(2):
        at = data.draw(st.integers(0, len(changed) - 1))
        changed = data.draw(
            st.sampled_from(
                [
                    changed[:at] + "x" + changed[at:],
                    changed[:at] + "x" + changed[at + 1 :],
                    changed[:at] + changed[at + 1 : at + 2] + changed[at] + changed[at + 2 :],
                ]
            )
        )
    index = SpellingIndex([word])

    assert index.near([changed]) == slow_near(index, [changed])


@pytest.mark.parametrize(
    ("first", "second", "edits"),
    [
        ("huafu", "huafuu", 1),
        ("shell", "schell", 1),
        ("ford", "fjord", 0),
        ("stellantis", "stellaris", 2),
        ("alphabet", "alphanet", 1),
        ("kn9501", "kn9502", 0),
        ("a" * 50, "a" * 51, 0),
    ],
)
def test_short_words_and_codes_are_forgiven_nothing(first: str, second: str, edits: int) -> None:
    assert forgiven(first, second) == forgiven(second, first) == edits


def test_likeness_falls_with_edits_and_rises_with_length() -> None:
    short = spelling_similarity("shell", "shelk", 1)
    long = spelling_similarity("petrochina", "petrochima", 1)

    assert 0.0 < short < long < 1.0


def test_more_edits_than_forgiven_are_no_likeness() -> None:
    assert spelling_similarity("toyota", "tayata", 2) == 0.0


@pytest.mark.parametrize(
    ("first", "second", "low"),
    [("hengda", "hengde", True), ("huayang", "huayan", False), ("hengda", "hengdx", False)],
)
def test_two_sound_pinyin_brands_are_hardly_alike(first: str, second: str, low: bool) -> None:  # noqa: FBT001
    similarity = spelling_similarity(first, second, 1)

    assert (similarity == BOTH_PINYIN) is low


def test_an_empty_list_is_near_nothing() -> None:
    assert SpellingIndex([]).near(["huayang"]) == []
