"""Names that count only where they fill their cell, told however their words of trade are written.

Heze Cotton and Linen says too little to be looked for inside a text. A cell that holds Heze Cotton
& Linen Co Ltd, and behind that legal form at most an address, holds the name.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from screener.index.layout import layout
from screener.index.lexicon import IGNORED, Lexicon
from screener.index.parties_beside import Beside, parties_beside
from screener.index.quick_readings import quick_readings
from screener.match.catalogue import PARTIES, Catalogue
from screener.match.namesakes import is_whole, legal_form_of
from screener.text.folding import Token, fold
from screener.text.legal_forms import LEGAL_WORDS

_FEWEST_WORDS = 2
_FEWEST_UNFORMED = 3
"""Words of a name in another spelling that say enough without the legal form."""


class WholeName(NamedTuple):
    """An alias that fills a cell up to ``end``; ``alone`` says that nothing stands behind."""

    entry: int
    alias: int
    start: int
    end: int
    alone: bool


class WholeNames:
    """The names of a catalogue that say little, by what their words mean."""

    def __init__(self, catalogue: Catalogue, lexicon: Lexicon) -> None:
        """Read the names."""
        self._entries = catalogue.entries
        self._lexicon = lexicon
        self._known: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        self._first: set[str] = set()
        for number, entry in enumerate(catalogue.entries):
            for at, alias in enumerate(entry.aliases if entry.kind in PARTIES else ()):
                if (alias.alone or alias.ambiguity == "A2") and "vessel" not in alias.fields:
                    meaning = self._meaning(alias.text)
                    if len(meaning) >= _FEWEST_WORDS:
                        self._known.setdefault(meaning, []).append((number, at))
                        self._first |= {meaning[0], self._beginning(fold(alias.text).tokens)}

    def found(self, cell: str) -> Iterator[WholeName]:
        """Yield the aliases that a cell holds, whatever abbreviations and spellings it uses.

        The legal form may be left out, and must be the same one where both have it. Before an
        address, and beside another party, it must stand.
        """
        tokens = fold(cell).tokens
        if self._beginning(tokens) in self._first:
            for last in _ends(tokens):
                start, end = tokens[0].start, tokens[last - 1].end
                yield from self._named(Beside(start, cell[start:end]), whole=last == len(tokens))
        for party in parties_beside(cell):
            if self._beginning(fold(party.text).tokens) in self._first:
                for one in self._named(party, whole=False):
                    yield one._replace(alone=True)

    def _beginning(self, tokens: Sequence[Token]) -> str:
        """Return what the first word of a name stands for; most names are told apart by it."""
        for token in tokens:
            if token.form not in LEGAL_WORDS and token.form not in IGNORED:
                return self._lexicon.word(token.form).form
        return ""

    def _named(self, name: Beside, *, whole: bool) -> Iterator[WholeName]:
        """Yield the aliases that a name is, in words and legal form."""
        meaning = self._meaning(name.text)
        for entry, at in self._known.get(meaning, ()):
            listed = self._entries[entry].aliases[at].text
            unformed = not (legal_form_of(name.text) and legal_form_of(listed))
            enough = unformed and whole and len(meaning) >= _FEWEST_UNFORMED
            formed = bool(legal_form_of(listed)) and is_whole(name.text, listed)
            if enough or formed or (whole and is_whole(name.text, listed)):
                yield WholeName(entry, at, name.start, name.start + len(name.text), whole)

    def _meaning(self, name: str) -> tuple[str, ...]:
        """Return the words that a name stands for, its legal form aside."""
        readings = quick_readings(name, self._lexicon)
        return tuple(term.word.form for term in readings[0].terms) if readings else ()


def _ends(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield behind which tokens a name may end: the last, and its legal form before an address."""
    if not tokens:
        return
    found = layout([token.form for token in tokens])
    yield len(tokens)
    if not found.head:
        return
    behind = found.head[-1] + 1
    for first, last in found.legal:
        if first == behind:
            behind = last
    if behind < len(tokens):
        yield behind
