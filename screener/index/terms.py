"""The terms of a name: its words, each with its place in the raw text."""

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


NATIVE_SCRIPTS: frozenset[Script] = frozenset({"hani", "hang", "kana"})
"""Scripts in which the words of a name are not told apart by spaces alone."""


def numeral(value: int) -> Word:
    """Return a number as the word that every way of writing it stands for."""
    form = f"#{value}"
    return Word(form, Kind.NUMBER, form, "digit")
