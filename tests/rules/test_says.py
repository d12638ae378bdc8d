"""Phrases of rules are found as aliases of watchlists are."""

import pytest

from screener.rules.says import Phrasebook, Prose, is_phrase

BOOK = Phrasebook(
    ["hand knitted", "mask", "Dalian Chenxi Knit", "면마스크", "手工", "毛线", "毛线娃娃", "KN95"],
    ["crocheted", "amigurumi", "hat"],
    frozenset({"basket"}),
)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("HAND-KNITTED dolls", "hand knitted", id="case and hyphen"),
        pytest.param("handknitted", "hand knitted", id="written together"),
        pytest.param("hand\nknitted", "hand knitted", id="broken line"),
        pytest.param("surgical masks", "mask", id="English plural"),
        pytest.param(
            "DALIAN CHENXI KNIT CO., LTD", "Dalian Chenxi Knit", id="inside a longer name"
        ),
        pytest.param("면마스크를 판매", "면마스크", id="Korean with a particle"),
        pytest.param("手工针织娃娃", "手工", id="short Han at the beginning of a run"),
        pytest.param("儿童毛线娃娃批发", "毛线娃娃", id="longer Han inside a run"),
        pytest.param("KN 95 respirator", "KN95", id="space inside a code"),
    ],
)
def test_a_phrase_is_found_however_it_is_written(text: str, phrase: str) -> None:
    assert phrase in BOOK.said(text)[0]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        pytest.param("masking tape", "mask", id="part of an English word"),
        pytest.param("unmasked", "mask", id="end of an English word"),
        pytest.param("hand held, knitted", "hand knitted", id="other words between"),
        pytest.param("儿童毛线帽", "毛线", id="short Han inside a run"),
        pytest.param("면마스크팩", "면마스크", id="Korean inside a longer word"),
        pytest.param("crochetted", "mask", id="nothing of the kind"),
    ],
)
def test_a_phrase_is_not_found_inside_other_words(text: str, phrase: str) -> None:
    assert phrase not in BOOK.said(text)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("crocheted toy", {"crocheted"}, id="as written"),
        pytest.param("crochetted toy", {"crocheted"}, id="one edit"),
        pytest.param("amigurimi", {"amigurumi"}, id="another vowel"),
        pytest.param("amigurumi crochted", {"amigurumi", "crocheted"}, id="two phrases"),
        pytest.param("hst", set(), id="short words must be exact"),
        pytest.param("knitted", set(), id="another word"),
    ],
)
def test_similar_phrases_may_be_misspelt(text: str, expected: set[str]) -> None:
    assert BOOK.said(text)[1] == expected


def test_a_phrase_asked_for_exactly_is_not_found_misspelt() -> None:
    book = Phrasebook(["crocheted"], ["amigurumi"])

    assert book.said("crochetted") == (frozenset(), frozenset())


def test_a_word_of_the_trade_is_no_misspelling() -> None:
    book = Phrasebook([], ["blanket"], frozenset({"blanked"}))

    assert book.said("blanked steel") == (frozenset(), frozenset())


def test_a_pack_without_phrases_finds_none() -> None:
    assert Phrasebook([], []).said("anything") == (frozenset(), frozenset())


def test_prose_is_searched_once_and_keeps_the_text() -> None:
    prose = Prose("crochetted masks", BOOK)

    assert prose.raw == "crochetted masks"
    assert prose.says == {"mask"}
    assert prose.nearly_says == {"crocheted"}


@pytest.mark.parametrize(
    "text", ["", "--", " . ", "\u200b"], ids=["none", "dashes", "dots", "blank"]
)
def test_signs_alone_are_no_phrase(text: str) -> None:
    assert not is_phrase(text)
