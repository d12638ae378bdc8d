"""Names that count only where they fill their cell, told however their words of trade are written.

Heze Cotton and Linen says too little to be looked for inside a text. A cell that holds Heze Cotton
& Linen Co Ltd, and behind that legal form at most an address, holds the name.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from screener.index.layout import layout
from screener.index.lexicon import Lexicon
from screener.index.quick_readings import quick_readings
from screener.match.catalogue import PARTIES, Catalogue
from screener.match.namesakes import is_whole, legal_form_of
from screener.text.folding import Token, fold

_FEWEST_WORDS = 2


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
        for number, entry in enumerate(catalogue.entries):
            for at, alias in enumerate(entry.aliases if entry.kind in PARTIES else ()):
                if (alias.alone or alias.ambiguity == "A2") and "vessel" not in alias.fields:
                    meaning = self._meaning(alias.text)
                    if len(meaning) >= _FEWEST_WORDS:
                        self._known.setdefault(meaning, []).append((number, at))

    def found(self, cell: str) -> Iterator[WholeName]:
        """Yield the aliases that a cell holds, whatever abbreviations and spellings it uses.

        The legal form may be left out, and must be the same one where both have it.
        """
        tokens = fold(cell).tokens
        for last in _ends(tokens):
            start, end = tokens[0].start, tokens[last - 1].end
            name, whole = cell[start:end], last == len(tokens)
            for entry, at in self._known.get(self._meaning(name), ()):
                listed = self._entries[entry].aliases[at].text
                unformed = whole and not (legal_form_of(name) and legal_form_of(listed))
                if unformed or is_whole(name, listed):
                    yield WholeName(entry, at, start, end, whole)

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
    if found.head:
        behind = found.head[-1] + 1
        yield from (last for first, last in found.legal if first == behind and last < len(tokens))
