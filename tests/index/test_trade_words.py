"""Tests of screener.index.trade_words: the tables are sound."""

import pytest

from screener.index.trade_words import COUNTRIES, NATIVE_WORDS, PHRASES, SPELLINGS
from screener.text.folding import comparison_form
from screener.text.legal_forms import legal_forms


@pytest.mark.parametrize("phrase", sorted(PHRASES))
def test_a_phrase_stands_for_words_that_stand_for_themselves(phrase: str) -> None:
    words = PHRASES[phrase].split()

    assert [SPELLINGS.get(word, word) for word in words] == words
    assert comparison_form(phrase) == phrase


@pytest.mark.parametrize("country", sorted(COUNTRIES))
def test_a_country_is_one_word_and_has_its_code(country: str) -> None:
    assert " " not in country
    assert (COUNTRIES[country] == "") is (country in {"america", "europe", "korea"})
    assert country == "hongkong" or len(COUNTRIES[country]) in {0, 2}


@pytest.mark.parametrize("word", sorted(word for word in NATIVE_WORDS if not word.isascii()))
def test_a_native_word_of_one_character_is_no_ending_of_brands(word: str) -> None:
    assert len(word) > 1 or word == "厂"


@pytest.mark.parametrize("word", sorted(set(SPELLINGS.values())))
def test_a_trade_word_is_no_legal_form(word: str) -> None:
    assert not legal_forms([word])
