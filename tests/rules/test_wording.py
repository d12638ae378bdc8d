"""Tests of screener.rules.wording."""

import pytest

from screener.content.diagnostics import Diagnostics
from screener.content.nodes import compose
from screener.rules.wording import Kind, betrayals, forbidden, read_wording

KINDS = {
    "prison-site": Kind(means="A prison is stated", betrayed_by=("prison", "监狱")),
    "made-in-dprk": Kind(means="Made in the DPRK", betrayed_by=("made in north korea",)),
    "quiet": Kind(means="Nothing"),
}


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Goods made in a prison.", "made in a prison"),
        ("MADE IN A\n  PRISON", "made in a prison"),
        ("uses forced labor", "forced labour"),
        ("uses forced-labour", "forced labour"),
        ("在监狱里制造", "监狱"),
        ("교도소에서 생산", "교도소"),
    ],
)
def test_phrase_is_found_whatever_its_spelling(text: str, phrase: str) -> None:
    assert forbidden(text, [phrase]) == (phrase,)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [("imprisoned goods", "prison"), ("{prison} named", "prison"), ("made in", "made in a prison"),
     ("anything", ""), ("anything", "?!")],
)  # fmt: skip
def test_other_words_and_placeholders_are_no_phrase(text: str, phrase: str) -> None:
    assert forbidden(text, [phrase]) == ()


def test_phrase_betrays_the_kind_that_is_not_asserted() -> None:
    text = "A prison made this, made in North Korea"

    assert list(betrayals(text, KINDS, ["prison-site"])) == [
        ("made-in-dprk", "made in north korea")
    ]
    assert list(betrayals(text, KINDS, ["prison-site", "made-in-dprk"])) == []


def test_phrase_of_an_asserted_kind_may_be_said_although_it_betrays_another() -> None:
    kinds = {**KINDS, "site": Kind(means="A site", betrayed_by=("prison",))}

    assert list(betrayals("a prison", kinds, ["site"])) == []


def test_kind_may_be_a_mapping_or_its_meaning_alone() -> None:
    diagnostics = Diagnostics()
    node = compose("a: {means: x, betrayed_by: [y]}\nb: z", "wording.yaml", diagnostics)
    assert node is not None

    assert read_wording(node, diagnostics) == {
        "a": Kind(means="x", betrayed_by=("y",)),
        "b": Kind(means="z"),
    }
    assert diagnostics.found == ()


@pytest.mark.parametrize("text", ["[a]", "a: {meaning: x}", "a: [b]", "a:"])
def test_other_wording_is_reported(text: str) -> None:
    diagnostics = Diagnostics()
    node = compose(text, "wording.yaml", diagnostics)
    assert node is not None

    assert read_wording(node, diagnostics) == {}
    assert diagnostics.errors
