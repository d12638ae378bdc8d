"""Tests of screener.index.names: what is found, by which words, and that nothing is lost."""

import csv
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.index.names import LOWEST_THRESHOLD, NameIndex, NameMatch
from screener.index.weights import DEFAULT_THRESHOLD
from tests.index.made_names import disturbed, made_name, made_names
from tests.index.shipped_words import GENERIC, PLACES
from tests.index.slow_names import slow_search

EMPTY = NameIndex.build([], GENERIC, places=PLACES)
LISTED = [
    (1, "Dandong Huayang Textiles and Garments Co., Ltd."),
    (2, "Sinuiju Textile Factory"),
    (3, "Korea Sinhung Trading Corporation"),
    (4, "丹东华洋纺织服装有限公司"),
    (5, "조선대성무역회사"),
    (6, "Dandong No. 2 Garment Factory"),
    (6, "Dandong Second Apparel Works"),
    (7, "Hoshine Silicon Industry Co. Ltd."),
]
INDEX = NameIndex.build(LISTED, GENERIC, places=PLACES)


def pairs() -> list[object]:
    with Path(__file__).with_name("name_pairs.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows, "no pairs"
    return [
        pytest.param(
            row["first"],
            row["second"],
            row["same"] == "yes",
            id=f"{row['kind']}: {row['first']} / {row['second']}",
        )
        for row in rows
    ]


@pytest.mark.parametrize(("first", "second", "same"), pairs())
def test_names_are_alike_exactly_when_they_mean_one_company(
    first: str,
    second: str,
    same: bool,  # noqa: FBT001
) -> None:
    assert (EMPTY.compare(first, second).similarity >= DEFAULT_THRESHOLD) is same


@pytest.mark.parametrize(("first", "second", "same"), pairs())
def test_a_search_decides_as_a_comparison_does(first: str, second: str, same: bool) -> None:  # noqa: FBT001
    index = NameIndex.build([(1, second)], GENERIC, places=PLACES)

    assert bool(index.search([first])[0]) is same


@pytest.mark.parametrize("seed", range(6))
def test_the_index_loses_no_pair_the_slow_way_finds(seed: int) -> None:
    dice = random.Random(seed)
    names = made_names(90, seed)
    index = NameIndex.build(list(enumerate(names)), GENERIC, places=PLACES if seed % 2 else None)
    values = [disturbed(dice.choice(names), dice) for _ in range(40)]

    found = index.search(values, LOWEST_THRESHOLD)

    slow = slow_search(index, values, LOWEST_THRESHOLD)
    assert [[(match.key, match.similarity) for match in matches] for matches in found] == slow
    assert any(slow)


NAMES = st.integers(0, 10_000).map(lambda seed: made_name(random.Random(seed)))


@settings(max_examples=200)
@given(NAMES, NAMES)
def test_a_comparison_is_the_same_either_way_round(first: str, second: str) -> None:
    assert EMPTY.compare(first, second).similarity == EMPTY.compare(second, first).similarity


@given(NAMES)
def test_case_and_spacing_change_nothing(name: str) -> None:
    changed = "  ".join(name.upper().split()) + " "

    assert EMPTY.compare(changed, name).similarity == EMPTY.compare(name, name).similarity


@pytest.mark.parametrize(
    "form", ["Co., Ltd.", "Corporation", "LLC", "GmbH & Co. KG", "S.A. de C.V.", "Sdn. Bhd.", ""]
)
def test_the_legal_form_changes_nothing(form: str) -> None:
    (match,) = INDEX.search([f"Korea Sinhung Trading {form}"])[0]

    assert (match.key, match.similarity) == (3, 1.0)


@given(st.permutations(["Korea", "Sinhung", "Trading"]))
def test_the_order_of_words_changes_nothing(words: list[str]) -> None:
    (match,) = INDEX.search([" ".join(words)])[0]

    assert (match.key, match.similarity) == (3, 1.0)


@pytest.mark.parametrize("listed", LISTED, ids=lambda listed: listed[1])
def test_every_listed_name_finds_itself(listed: tuple[int, str]) -> None:
    key, name = listed

    assert (key, 1.0) in [(match.key, match.similarity) for match in INDEX.search([name])[0]]


def test_matches_come_best_first_and_one_a_key() -> None:
    matches = INDEX.search(["Dandong Second Garment Works", "丹东华洋纺织服装有限公司"])

    assert [[match.key for match in found] for found in matches] == [[6], [4, 1]]


def test_a_repeated_value_is_answered_each_time() -> None:
    found = INDEX.search(["Sinuiju Textile Factory", "nobody", "Sinuiju Textile Factory"])

    assert [len(matches) for matches in found] == [1, 0, 1]


def test_the_batch_does_not_change_the_answer() -> None:
    values = [made_name(random.Random(seed)) for seed in range(60)]

    assert INDEX.search(values) == [INDEX.search([value])[0] for value in values]


def how(match: NameMatch) -> list[tuple[str, str, str]]:
    return [(line.ours, line.theirs, line.how) for line in match.alignment]


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        (
            "SINHUNG Trdg (Korea) Corp",
            [
                ("SINHUNG", "Sinhung", "exact"),
                ("Trdg", "Trading", "abbreviation"),
                ("Korea", "Korea", "order"),
                ("Corp", "Corporation", "legal_form"),
            ],
        ),
        (
            "Korea Sin Hung Tradng",
            [
                ("Korea", "Korea", "exact"),
                ("Sin Hung", "Sinhung", "split"),
                ("Tradng", "Trading", "fuzzy"),
            ],
        ),
        (
            "KoreaSinhung Trading",
            [("KoreaSinhung", "Korea Sinhung", "glued"), ("Trading", "Trading", "exact")],
        ),
    ],
    ids=["moved and shortened", "split and misspelt", "glued"],
)
def test_the_alignment_says_which_word_met_which(
    value: str, lines: list[tuple[str, str, str]]
) -> None:
    (match,) = INDEX.search([value])[0]

    assert how(match) == lines


def test_han_meets_latin_by_sound_and_by_meaning() -> None:
    found = {match.key: match for match in INDEX.search(["丹东华洋纺织服装有限公司"])[0]}

    assert how(found[1]) == [
        ("丹东", "Dandong", "romanization"),
        ("华洋", "Huayang", "romanization"),
        ("纺织", "Textiles", "translation"),
        ("服装", "Garments", "translation"),
        ("有限公司", "Co., Ltd", "legal_form"),
    ]


@given(NAMES)
def test_the_weights_add_up_to_the_similarity(name: str) -> None:
    for match in INDEX.search([name], LOWEST_THRESHOLD)[0]:
        total = sum(line.weight for line in match.alignment)

        assert total == pytest.approx(match.similarity, abs=0.001 * len(match.alignment))


@given(NAMES)
def test_the_span_holds_every_word_that_met(name: str) -> None:
    for match in INDEX.search([name], LOWEST_THRESHOLD)[0]:
        words = [line.ours for line in match.alignment if line.how != "legal_form"]

        assert all(word in name[match.start : match.end] for word in words)


def test_a_place_contradicts_only_with_what_says_where_it_lies() -> None:
    without = NameIndex.build(LISTED, GENERIC)
    value = "Shenyang Huayang Textiles and Garments"

    with_places = INDEX.compare(value, LISTED[0][1]).similarity
    assert with_places < without.compare(value, LISTED[0][1]).similarity < DEFAULT_THRESHOLD


@pytest.mark.parametrize("value", ["", " ", "???", "Co., Ltd.", "有限公司", "and"])
def test_what_says_nothing_finds_nothing(value: str) -> None:
    assert INDEX.search([value], LOWEST_THRESHOLD) == [()]


@pytest.mark.parametrize("value", ["Huayangtextile", "Hoshinesilicon"])
def test_a_name_known_by_the_halves_of_its_one_word_alone_is_found(value: str) -> None:
    (match, *_) = INDEX.search([value])[0]

    assert match.key in {1, 7}
    assert "glued" in {part.how for part in match.alignment}


def test_a_name_that_shares_but_half_a_word_with_a_list_is_searched_alone() -> None:
    listed = [(1, "Zhong"), (2, "Taian Steel")]
    index = NameIndex.build(listed, {"furniture"}, places={"taian": "CN/37"})

    assert index.search(["Zhongtaian"]) == [()]


def test_an_empty_list_finds_nothing() -> None:
    assert EMPTY.search(["Huayang"]) == [()]
    assert EMPTY.search_within("made by Huayang") == ()
