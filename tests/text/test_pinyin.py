"""Tests of screener.text.pinyin."""

import pytest

from screener.text.pinyin import reads_as_pinyin, sounds_merged


@pytest.mark.parametrize(
    "word", ["huayang", "xinjiang", "zhongsheng", "anshan", "hengde", "lvcheng"]
)
def test_words_of_chinese_syllables_read_as_pinyin(word: str) -> None:
    assert reads_as_pinyin(word)


@pytest.mark.parametrize("word", ["huayamg", "toyota", "ford", "hua", "an", "sinhung", "", "qaida"])
def test_other_words_and_single_syllables_do_not(word: str) -> None:
    assert not reads_as_pinyin(word)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("huayang", "huayan"),
        ("zhongsheng", "zongsen"),
        ("chengda", "cengda"),
        ("xinlin", "xingling"),
    ],
)
def test_what_many_speakers_do_not_tell_apart_is_the_same_sound(first: str, second: str) -> None:
    assert sounds_merged(first) == sounds_merged(second)


def test_other_sounds_stay_apart() -> None:
    assert sounds_merged("hengda") != sounds_merged("hengde")
