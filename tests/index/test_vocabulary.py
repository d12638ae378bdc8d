"""Tests of screener.index.vocabulary."""

import pytest

from screener.index.lexicon import Kind, Lexicon, Word
from screener.index.spelling import edits_between
from screener.index.vocabulary import (
    SUPPORT,
    Vocabulary,
    meeting,
)
from screener.index.weights import BACKGROUND_NAMES
from tests.index.shipped_words import GENERIC, PLACES

LEXICON = Lexicon(GENERIC, PLACES)
FORMS = "huayang hengda camel 华洋 华孚色纺 газпром dandong textile trade carpet xyz ab".split()
VOCABULARY = Vocabulary.build(map(LEXICON.word, FORMS), {"camel": 40, "huayang": 1}, 1_000, LEXICON)


def met(first: str, second: str) -> tuple[float, str] | None:
    ours, theirs = LEXICON.word(first), LEXICON.word(second)
    near = LEXICON.misspelt([first, second])
    found = meeting(ours, theirs, near, edits_between(ours.key, theirs.key))
    assert found == meeting(theirs, ours, near, edits_between(ours.key, theirs.key))
    return None if found is None else (found.similarity, found.how)


@pytest.mark.parametrize(
    ("first", "second", "similarity", "how"),
    [
        ("huayang", "huayang", 1.0, "exact"),
        ("trdg", "trading", 1.0, "exact"),
        ("贸易", "trading", 1.0, "exact"),
        ("huayamg", "huayang", 0.857, "fuzzy"),
        ("bulding", "building", 0.9, "fuzzy"),
        ("华洋", "huayang", 0.95, "romanization"),
        ("газпром", "gazprom", 0.95, "romanization"),
        ("华孚色纺", "华孚", 0.7, "glued"),
    ],
)
def test_words_meet_in_the_way_they_are_alike(
    first: str, second: str, similarity: float, how: str
) -> None:
    assert met(first, second) == (similarity, how)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("华洋", "华阳"),
        ("华洋", "huayan"),
        ("대성", "대상"),
        ("대성무역회", "대성"),
        ("dandong", "shenyang"),
        ("textile", "trade"),
        ("ford", "fjord"),
        ("toyota", "tayata"),
    ],
)
def test_other_words_do_not_meet(first: str, second: str) -> None:
    assert met(first, second) is None


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    rare, common = LEXICON.word("huayang"), LEXICON.word("camel")

    assert VOCABULARY.weight(common) < VOCABULARY.weight(rare) == 1.0


@pytest.mark.parametrize(
    ("form", "kind"),
    [("textile", Kind.GENERIC), ("dandong", Kind.PLACE), ("v", Kind.INITIAL)],
)
def test_what_cannot_carry_has_the_weight_of_its_kind(form: str, kind: Kind) -> None:
    assert VOCABULARY.weight(LEXICON.word(form)) == SUPPORT[kind]


def test_a_word_weighs_the_same_in_a_short_list_whoever_else_is_on_it() -> None:
    alone = Vocabulary.build([LEXICON.word("huayang")], {"huayang": 1}, 1, LEXICON)

    assert alone.weight(LEXICON.word("huayang")) == VOCABULARY.weight(LEXICON.word("huayang"))
    assert VOCABULARY.content.names < BACKGROUND_NAMES


@pytest.mark.parametrize(
    ("form", "listed"),
    [
        ("huayang", ["huayang", "华洋"]),
        ("华洋", ["huayang", "华洋"]),
        ("huayamg", ["huayang"]),
        ("华孚", ["华孚色纺"]),
        ("gazprom", ["газпром"]),
        ("trdg", ["trade"]),
        ("texttile", ["textile"]),
        ("nothing", []),
    ],
)
def test_neighbours_are_the_words_of_the_list_that_may_be_meant(
    form: str, listed: list[str]
) -> None:
    table, _ = VOCABULARY.neighbours([LEXICON.word(form)])

    (found,) = table.values()
    assert sorted(VOCABULARY.parts[index].word.form for index in found) == listed


def test_spellings_of_one_place_meet_the_list_each_by_itself() -> None:
    listed = Vocabulary.build([Word("hetian", Kind.WORD, "hetian", "latn")], {}, 1, LEXICON)
    han = Word("CN-XJ/hotan/", Kind.PLACE, "hetian", "hani", "CN-XJ/hotan/")
    latin = han._replace(key="hotan", script="latn")

    table, _ = listed.neighbours([han, latin])

    assert (len(table[han]), len(table[latin])) == (1, 0)
    assert listed.neighbours([latin, han])[0] == table


def test_neighbours_are_the_same_alone_and_among_others_and_asked_again() -> None:
    words = [
        LEXICON.word(one) for one in ("huayamg", "华孚", "gazprom", "trdg", "texttile", "trade")
    ]
    fresh = [Vocabulary(VOCABULARY.content, LEXICON).neighbours([word]) for word in words]
    vocabulary = Vocabulary(VOCABULARY.content, LEXICON)

    for _ in range(2):
        table, near = vocabulary.neighbours(words)
        assert table == {form: met for alone, _ in fresh for form, met in alone.items()}
        assert near == {form: meant for _, alone in fresh for form, meant in alone.items()}


def test_a_misspelt_generic_word_left_alone_weighs_as_a_generic_one() -> None:
    word = Word("texttile", Kind.WORD, "texttile", "latn")

    part = VOCABULARY.part(word, {"texttile": "textile"})

    assert part.floor == SUPPORT[Kind.GENERIC] < part.weight
