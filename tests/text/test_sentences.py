"""Where sentences begin."""

import pytest

from screener.text.sentences import sentences


def _cut(text: str) -> list[str]:
    found = sentences(text)
    ends = [*found.starts[1:], len(text)]
    return [text[start:end].strip() for start, end in zip(found.starts, ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Made here. Sent there.", ["Made here.", "Sent there."]),
        ("Camp No. 3 in Sinuiju", ["Camp No. 3 in Sinuiju"]),
        ("Huayang Co. Ltd. of Dandong", ["Huayang Co. Ltd. of Dandong"]),
        ("fee 0.80 CNY", ["fee 0.80 CNY"]),
        ("D.P.R. Korea is named", ["D.P.R. Korea is named"]),
        ("N. Korea", ["N. Korea"]),
        ("新义州加工。验货后返丹东", ["新义州加工。", "验货后返丹东"]),
        ("Q1? none; Q2! yes", ["Q1?", "none;", "Q2!", "yes"]),
        ("first document|second document", ["first document|", "second document"]),
        ("crocheted at\nsinuiju plant", ["crocheted at\nsinuiju plant"]),
        ("Line one\nLine two", ["Line one", "Line two"]),
    ],
)
def test_sentences_of_trade_prose(text: str, parts: list[str]) -> None:
    assert _cut(text) == parts


def test_around_returns_the_sentence_of_a_position() -> None:
    text = "One. Two. Three"

    assert text[slice(*sentences(text).around(6))].strip() == "Two."


def test_a_text_without_an_end_is_one_sentence() -> None:
    assert sentences("abc").around(1) == (0, 3)
