"""The terms of a name: its words, each with its place in the raw text."""

from collections.abc import Sequence
from typing import NamedTuple

from screener.index.lexicon import Kind, Word
from screener.text.scripts import Script


class Term(NamedTuple):
    """One word of a name and where it stands in the raw text."""

    word: Word
    start: int
    end: int


class Reading(NamedTuple):
    """One way to read a text as a company name: what is compared, and its legal forms.

    ``whole`` is the name without its legal forms written as one word in Latin letters or in
    Hangul, for names that differ by a slip, by where their words are cut or by script; empty if
    it is not to be compared so.
    """

    terms: tuple[Term, ...]
    legal: tuple[Term, ...]
    whole: str = ""


_TWO = 2
NATIVE_SCRIPTS: frozenset[Script] = frozenset({"hani", "hang", "kana"})
"""Scripts in which the words of a name are not told apart by spaces alone."""


def numeral(value: int) -> Word:
    """Return a number as the word that every way of writing it stands for."""
    form = f"#{value}"
    return Word(form, Kind.NUMBER, form, "digit")


def reading_of(terms: Sequence[Term], legal: Sequence[Term] = (), whole: str = "") -> Reading:
    """Return a reading of a name, its brand told where that is called as some city of China is."""
    found = brand_among_places([term.word for term in terms])
    if found is not None:
        at, brand = found
        terms = (*terms[:at], terms[at]._replace(word=brand), *terms[at + 1 :])
    return Reading(tuple(terms), tuple(legal), whole)


def brand_among_places(words: Sequence[Word]) -> tuple[int, Word] | None:
    """Return where the brand of a name stands that is called as some city of China is, and the brand.

    Most of what two syllables of pinyin can say is a place somewhere: the Changle of Suihua Changle
    Toys is a brand, since no place named before it holds a Changle.
    """
    at = _brand_among_places(words)
    if at is None:
        return None
    key = words[at].key
    return at, Word(key, Kind.WORD, key, "latn")


def _brand_among_places(words: Sequence[Word]) -> int | None:
    """Return which word of a name without a brand is a city that lies in no place before it."""
    places = []
    for at, word in enumerate(words):
        if word.kind is Kind.WORD:
            return None
        if word.kind is Kind.PLACE:
            places.append(at)
    if len(places) < _TWO:
        return None
    last = words[places[-1]]
    city = last.path.startswith("CN") and last.path.endswith("/") and last.key.isascii()
    inside = any(_within(last.path, words[at].path) for at in places[:-1])
    return places[-1] if city and not inside else None


def _within(path: str, other: str) -> bool:
    """Say whether a place lies in another one, or both in one province; one of several is in none."""
    return other != "" and (
        path.startswith(other) or path.split("/", maxsplit=1)[0] == other.split("/", maxsplit=1)[0]
    )
