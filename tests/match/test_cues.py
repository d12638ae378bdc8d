"""Tests of where a word must stand to confirm or remove a hit."""

import pytest

from screener.match.catalogue import LocalCue
from screener.match.cues import cue_stands
from screener.match.denials import Span
from screener.match.reading import Reading
from screener.model.listing import Scope
from screener.text.folding import fold
from screener.text.sentences import sentences


def stands(text: str, hit: str, cue: str, scope: Scope) -> bool:
    """Return whether a cue stands where its scope wants it, seen from a hit."""
    at, word = text.index(hit), text.index(cue)
    spans = {0: [Span(word, word + len(cue))]}
    reading = Reading(text, fold(text), sentences(text), (), spans, {}, ())
    return cue_stands(reading, at, at + len(hit), LocalCue("cue", scope, 0, frozenset()))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("doll stroller", True),
        ("doll-stroller", True),
        ("doll, stroller", False),
        ("doll (stroller)", False),
        ("doll and stroller", False),
        ("stroller doll", False),
        ("doll stroller made", False),
    ],
)
def test_a_compound_is_what_its_last_word_is(text: str, *, found: bool) -> None:
    assert stands(text, "doll", "stroller", "behind") is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bouncer with doll", True),
        ("bouncer with small soft doll", True),
        ("bouncer with one two three four doll", False),
        ("bouncer with bells; doll", False),
        ("bouncer with bells, doll", False),
        ("doll with bells", False),
        ("gift set with doll", False),
    ],
)
def test_a_governing_word_reaches_a_few_words_and_no_further(text: str, *, found: bool) -> None:
    assert stands(text, "doll", "with", "governs") is found


def test_without_spans_nothing_stands() -> None:
    reading = Reading("doll", fold("doll"), sentences("doll"), (), {}, {}, ())

    assert not cue_stands(reading, 0, 4, LocalCue("cue", "behind", 0, frozenset()))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chairs. They have a black and white chevron print doll", True),
        ("Chairs. They have arms. Sold with a doll", False),
        ("Chairs. The doll may have blue eyes", False),
        ("The cartons have crochet doll", False),
    ],
)
def test_what_goods_have_is_told_to_the_end_of_the_sentence(text: str, *, found: bool) -> None:
    assert stands(text, "doll", "have", "predicate") is found
