"""Tests of screener.index.explanation."""

import pytest

from screener.index.alignment import Alignment, Pair
from screener.index.explanation import explain, span
from screener.index.lexicon import Lexicon
from screener.index.names import NameIndex
from screener.index.readings import readings
from screener.index.vocabulary import EXACT
from tests.index.shipped_words import GENERIC, PLACES

INDEX = NameIndex.build([], GENERIC, places=PLACES)
LEXICON = Lexicon(GENERIC, PLACES)


def how(first: str, second: str) -> list[tuple[str, str, str]]:
    alignment = INDEX.compare(first, second).alignment
    return [(line.ours, line.theirs, line.how) for line in alignment]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Huayang", "HUAYANG", ("Huayang", "HUAYANG", "exact")),
        ("Huayáng", "Huayang", ("Huayáng", "Huayang", "exact")),
        ("Huayamg", "Huayang", ("Huayamg", "Huayang", "fuzzy")),
        ("Hua-Yang", "Huayang", ("Hua-Yang", "Huayang", "split")),
        ("Huayang", "Hua Yang", ("Huayang", "Hua Yang", "glued")),
        ("华洋", "Huayang", ("华洋", "Huayang", "romanization")),
        ("Газпром", "Gazprom", ("Газпром", "Gazprom", "romanization")),
        ("華洋", "华洋", ("華洋", "华洋", "exact")),
    ],
)
def test_a_brand_says_how_it_met(first: str, second: str, expected: tuple[str, str, str]) -> None:
    assert how(first, second) == [expected]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Huayang Trading", "Huayang TRADING", ("Trading", "TRADING", "exact")),
        ("Huayang Trdg", "Huayang Trading", ("Trdg", "Trading", "abbreviation")),
        ("Huayang Trade", "Huayang Trading", ("Trade", "Trading", "abbreviation")),
        ("Huayang Tradng", "Huayang Trading", ("Tradng", "Trading", "fuzzy")),
        ("华洋贸易", "Huayang Trading", ("贸易", "Trading", "translation")),
        ("Huayang No. 2", "Second Huayang", ("No. 2", "Second", "abbreviation")),
        ("华洋第二厂", "Huayang No. 2 Factory", ("第二", "No. 2", "abbreviation")),
        ("华洋第二厂", "Huayang No. 2 Factory", ("厂", "Factory", "translation")),
        ("丹东华洋", "Dandong Huayang", ("丹东", "Dandong", "romanization")),
        ("丹東華洋", "丹东华洋", ("丹東", "丹东", "exact")),
        ("丹东市华洋", "丹东华洋", ("丹东市", "丹东", "abbreviation")),
    ],
)
def test_a_supporting_word_says_how_it_met(
    first: str, second: str, expected: tuple[str, str, str]
) -> None:
    assert expected in how(first, second)


@pytest.mark.parametrize(
    ("first", "second", "moved"),
    [
        ("Huayang Textile Garment", "Huayang Textile Garment", []),
        ("Textile Huayang Garment", "Huayang Textile Garment", ["Huayang"]),
        ("Garment Huayang Textile", "Huayang Textile Garment", ["Garment"]),
    ],
)
def test_only_what_stands_out_of_order_is_said_to_be_moved(
    first: str, second: str, moved: list[str]
) -> None:
    assert [ours for ours, _, said in how(first, second) if said == "order"] == moved


@pytest.mark.parametrize(
    ("first", "second", "legal"),
    [
        ("Huayang Co., Ltd.", "Huayang Limited", [("Co., Ltd", "Limited")]),
        ("华洋有限公司", "Huayang Co., Ltd.", [("有限公司", "Co., Ltd")]),
        ("Huayang LLC", "Huayang", []),
        ("PT Huayang Tbk", "PT Huayang", [("PT", "PT")]),
    ],
)
def test_legal_forms_stand_last_and_weigh_nothing(
    first: str, second: str, legal: list[tuple[str, str]]
) -> None:
    lines = INDEX.compare(first, second).alignment
    forms = [line for line in lines if line.how == "legal_form"]

    assert [(line.ours, line.theirs) for line in forms] == legal
    assert lines[len(lines) - len(forms) :] == tuple(forms)
    assert all(line.weight == 0.0 for line in forms)


def test_the_span_runs_from_the_first_to_the_last_word_that_met() -> None:
    text = "Foo Huayang bar Textile baz"
    (reading,) = readings(text, LEXICON)
    pairs = (
        Pair((1,), (0,), EXACT, 1.0, carries=True),
        Pair((3,), (1,), EXACT, 0.25, carries=False),
    )

    start, end = span(reading, Alignment(1.0, pairs, 1.0))

    assert text[start:end] == "Huayang bar Textile"


def test_weights_are_shares_of_the_similarity() -> None:
    text = "Huayang Textile"
    (reading,) = readings(text, LEXICON)
    pairs = (
        Pair((0,), (0,), EXACT, 1.0, carries=True),
        Pair((1,), (1,), EXACT, 0.25, carries=False),
    )

    lines = explain((text, reading), (text, reading), Alignment(1.0, pairs, 0.8))

    assert [line.weight for line in lines] == [0.8, 0.2]
