"""What a text says: the phrases of a pack, found by the index that finds the watchlists.

So a phrase in a rule needs no spelling of its own for hyphens, spaces, width, diacritics or
English plurals; it is bounded by words in alphabets, may be followed by a particle in Korean,
and a short one in Han must stand clean on one side.
"""

from collections.abc import Iterable

from screener.index.phrases import Phrase, PhraseIndex
from screener.index.words import Words
from screener.match.boundaries import SHORT, stands_clean
from screener.text.folding import Folded, fold

_CONTINUOUS = frozenset({"hani", "kana"})


class Phrasebook:
    """Every phrase that the text tests of a pack name; ``nearly`` may also be misspelt."""

    def __init__(
        self, exactly: Iterable[str], nearly: Iterable[str], trade: frozenset[str] = frozenset()
    ) -> None:
        """Index the phrases; ``trade`` are words that are never taken for misspellings."""
        self._exactly = sorted(set(exactly))
        self._nearly = sorted(set(nearly))
        uses = [(text, False) for text in self._exactly] + [(text, True) for text in self._nearly]
        self._texts = [text for text, _ in uses]
        self._index = PhraseIndex(
            (Phrase(text, number, fuzzy=fuzzy) for number, (text, fuzzy) in enumerate(uses)),
            Words(_tokens(self._texts), _tokens(self._nearly), trade),
        )

    def said(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """Return the phrases that a text says, and those it says perhaps misspelt.

        >>> book = Phrasebook(["hand knitted"], ["crocheted"])
        >>> book.said("Hand-knitted doll, crochetted")
        (frozenset({'hand knitted'}), frozenset({'crocheted'}))
        """
        found = {
            match.use
            for stream, match in self._index.find(fold(text))
            if _stands(stream.folded, match.start, match.end)
        }
        split = len(self._exactly)
        return (
            frozenset(self._texts[use] for use in found if use < split),
            frozenset(self._texts[use] for use in found if use >= split),
        )


class Prose:
    """A text of a record with the phrases it says, looked for when first asked."""

    __slots__ = ("_book", "_said", "raw")

    def __init__(self, raw: str, book: Phrasebook) -> None:
        """Keep the text."""
        self.raw = raw
        self._book = book
        self._said: tuple[frozenset[str], frozenset[str]] | None = None

    @property
    def says(self) -> frozenset[str]:
        """The phrases it says."""
        return self._phrases()[0]

    @property
    def nearly_says(self) -> frozenset[str]:
        """The phrases it says, perhaps misspelt."""
        return self._phrases()[1]

    def _phrases(self) -> tuple[frozenset[str], frozenset[str]]:
        if self._said is None:
            self._said = self._book.said(self.raw)
        return self._said


def is_phrase(text: str) -> bool:
    """Say whether a text holds a letter or digit to look for.

    >>> is_phrase("KN95"), is_phrase("--")
    (True, False)
    """
    return bool(fold(text).joined)


def _tokens(texts: Iterable[str]) -> set[str]:
    return {token.form for text in texts for token in fold(text).tokens}


def _stands(folded: Folded, start: int, end: int) -> bool:
    """Say whether a phrase is bounded where its script writes no spaces."""
    first, last = folded.tokens[folded.token_at(start)], folded.tokens[folded.token_at(end - 1)]
    spaced = first.script not in _CONTINUOUS and last.script not in _CONTINUOUS
    return spaced or end - start > SHORT or stands_clean(folded, start, end)
