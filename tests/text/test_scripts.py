"""Scripts of characters and texts."""

import pytest

from screener.text.scripts import main_script, script_of


@pytest.mark.parametrize(
    ("character", "script"),
    [
        ("a", "latn"),
        ("ŏ", "latn"),
        ("ǒ", "latn"),
        ("К", "cyrl"),
        ("丹", "hani"),
        ("々", "hani"),
        ("つ", "kana"),
        ("신", "hang"),
        ("ㄱ", "hang"),
        ("7", "digit"),
        ("７", "digit"),
        ("-", "other"),
        ("α", "other"),
        ("გ", "other"),
        ("Ն", "other"),
        ("ش", "other"),
        ("ש", "other"),
        ("ไ", "other"),
        ("ế", "latn"),
        ("ʼ", "latn"),
        ("Ａ", "latn"),
    ],
)
def test_script_of_a_character(character: str, script: str) -> None:
    assert script_of(character) == script


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Sinuiju", "latn"),
        ("제8군단", "hang"),
        ("KN95", "latn"),
        ("95", "digit"),
        ("口罩 mask", "latn"),
        ("新义州 KP", "hani"),
        ("", "other"),
        ("...", "other"),
    ],
)
def test_main_script_is_that_of_most_letters(text: str, script: str) -> None:
    assert main_script(text) == script
