"""Tests of glued words cut and broken words put together."""

import pytest

from screener.index.respelling import pieces, respelt
from screener.text.folding import fold

WORDS = {"face", "mask", "masks", "knitted", "hat", "hats", "eyelash", "eyelashes"}


@pytest.mark.parametrize(
    ("form", "cut"),
    [
        ("facemask50pcs", ("face", "mask", "50pcs")),
        ("knittedhats", ("knitted", "hats")),
        ("eyelashesset", ("eyelashes", "set")),
        ("hatfields", ()),
        ("womensset", ()),
        ("hatface", ()),
        ("facemask" * 6, ()),
    ],
)
def test_a_word_is_cut_only_into_words_of_goods_and_counts(form: str, cut: tuple[str, ...]) -> None:
    assert pieces(form, WORDS) == cut


def test_pieces_stand_at_their_own_places() -> None:
    found = respelt(fold("new KNITTEDHATS"), lambda form: pieces(form, WORDS), lambda _: None)

    assert found is not None
    assert [token[:3] for token in found.tokens] == [
        ("new", 0, 3), ("knitted", 4, 11), ("hats", 11, 15),
    ]  # fmt: skip
    assert found.altered == {1, 2}


@pytest.mark.parametrize(
    ("text", "form"), [("eye-\nlashes", "eyelashes"), ("knit\nted hat", "knitted")]
)
def test_a_word_broken_at_the_end_of_a_line_is_put_together(text: str, form: str) -> None:
    found = respelt(fold(text), lambda _: (), lambda whole: whole if whole in WORDS else None)

    assert found is not None
    assert found.tokens[0].form == form
    assert found.tokens[0].start == 0


@pytest.mark.parametrize("text", ["face mask", "face\nmask", "face, \nmask", "face"])
def test_words_that_stand_by_themselves_stay(text: str) -> None:
    assert respelt(fold(text), lambda _: (), lambda one: one if one in WORDS else None) is None
