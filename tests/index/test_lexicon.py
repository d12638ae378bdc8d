"""Tests of screener.index.lexicon."""

import pytest

from screener.index.lexicon import Kind, Lexicon, latin_key, telling
from screener.index.trade_words import COUNTRIES, NATIVE_WORDS, SPELLINGS
from screener.text.folding import comparison_form
from tests.index.shipped_words import GENERIC, PLACES

LEXICON = Lexicon(GENERIC, PLACES)


@pytest.mark.parametrize(
    ("form", "kind", "standing"),
    [
        ("trdg", Kind.GENERIC, "trade"),
        ("trading", Kind.GENERIC, "trade"),
        ("textiles", Kind.GENERIC, "textile"),
        ("贸易", Kind.GENERIC, "trade"),
        ("무역", Kind.GENERIC, "trade"),
        ("dandong", Kind.PLACE, "CN-LN/dandong/"),
        ("丹东", Kind.PLACE, "CN-LN/dandong/"),
        ("iranian", Kind.PLACE, "iran"),
        ("chinese", Kind.PLACE, "CN"),
        ("huayang", Kind.WORD, "huayang"),
        ("华洋", Kind.WORD, "华洋"),
        ("v", Kind.INITIAL, "v"),
    ],
)
def test_a_word_has_a_kind_and_a_form_that_stands_for_it(
    form: str, kind: Kind, standing: str
) -> None:
    word = LEXICON.word(form)

    assert (word.kind, word.form) == (kind, standing)


def test_two_trades_in_one_word_stand_as_two() -> None:
    assert [word.form for word in LEXICON.words("进出口")] == ["import", "export"]
    assert [word.form for word in LEXICON.words("impex")] == ["import", "export"]


def test_a_place_whose_path_has_a_space_stands_as_one() -> None:
    lexicon = Lexicon(GENERIC, {"la romana": "DO/la romana/"})

    assert [word.form for word in lexicon.words("romana")] == ["DO/la romana/"]


@pytest.mark.parametrize(
    ("words", "length", "form"),
    [
        (["hong", "kong", "trading"], 2, "hong kong"),
        (["liao", "ning", "huafu"], 2, "liaoning"),
        (["united", "states"], 2, "united states"),
        (["hua", "yang"], 1, "hua"),
        (["hong"], 1, "hong"),
    ],
)
def test_known_phrases_and_words_written_apart_are_one(
    words: list[str], length: int, form: str
) -> None:
    assert LEXICON.phrase(words, 0) == (length, form)


@pytest.mark.parametrize(
    ("form", "meant"),
    [
        ("bulding", "building"),
        ("internatioal", "international"),
        ("guangzou", "guangzhou"),
        ("shenyong", None),
        ("motrs", None),
    ],
)
def test_a_slip_away_from_a_generic_word_is_seen(form: str, meant: str | None) -> None:
    assert LEXICON.misspelt([form]).get(form) == meant


@pytest.mark.parametrize("form", sorted({*SPELLINGS, *NATIVE_WORDS, *COUNTRIES}))
def test_every_table_word_is_written_as_texts_are_folded(form: str) -> None:
    assert comparison_form(form) == form


@pytest.mark.parametrize("form", sorted({*SPELLINGS.values(), *NATIVE_WORDS.values()}))
def test_what_stands_for_a_word_stands_for_itself(form: str) -> None:
    assert [
        SPELLINGS.get(part, NATIVE_WORDS.get(part, part)) for part in form.split()
    ] == form.split()


@pytest.mark.parametrize(
    ("form", "script", "key"),
    [
        ("华洋", "hani", "huayang"),
        ("绿城", "hani", "lvcheng"),
        ("газпром", "cyrl", "gazprom"),
        ("대성", "hang", "대성"),
    ],
)
def test_a_latin_key_spells_what_one_spelling_can_say(form: str, script: str, key: str) -> None:
    assert latin_key(form, script) == key


def test_a_phrase_of_function_words_only_stays() -> None:
    assert telling("of the") == "of the"


def test_the_answer_does_not_depend_on_what_was_asked_before() -> None:
    fresh = Lexicon(GENERIC, PLACES)

    assert fresh.word("trdg") == LEXICON.word("trdg")
    assert fresh.misspelt(["bulding", "carpetz"]) == LEXICON.misspelt(["carpetz", "bulding"])


@pytest.mark.parametrize("name", ["ui", "安", "a"])
def test_a_name_as_short_as_a_syllable_is_no_place(name: str) -> None:
    assert Lexicon(GENERIC, {name: "KP/ui/"}).word(name).kind is not Kind.PLACE


def test_a_place_is_the_same_in_its_own_name_in_pinyin_and_as_before() -> None:
    lexicon = Lexicon(GENERIC, {"hotan": "CN-XJ/hotan/", "xinjiang": "CN-XJ"})

    assert lexicon.word("hetian").path == lexicon.word("hotan").path == "CN-XJ/hotan/"
    assert lexicon.word("khotan") == lexicon.word("khotan")._replace(kind=Kind.PLACE)
    assert lexicon.word("sinkiang").path == "CN-XJ"
    # Of a place that no gazetteer tells, other spellings are words.
    assert lexicon.word("akesu").kind is Kind.WORD
