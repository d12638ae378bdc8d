"""Whether a text holds any word that may lead to a listed name, decided word by word.

Most texts hold none, and words come again and again: what one word may lead to is found once
and kept. A text passes if one of its words, or two neighbours written as one, may be a word
that a name is found by; everything finer is left to the search itself.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from screener.index.lexicon import Kind, Word
from screener.index.numerals import counts
from screener.index.rows import NameRows
from screener.index.terms import NATIVE_SCRIPTS
from screener.index.trade_words import PHRASES
from screener.text.folding import Token

MOST_WORDS_KEPT = 262_144


class Triggers:
    """The words of texts that may lead to a row."""

    def __init__(self, rows: NameRows) -> None:
        """Start with no word known."""
        self._rows = rows
        self._leads: dict[str, bool] = {}
        self._by_number = any(form.startswith("#") for form in rows.anchor_ids)

    def may_hold(self, texts: Sequence[Sequence[Token]]) -> list[bool]:
        """Say of each text whether a listed name may stand among its words."""
        unseen = {
            token.form
            for tokens in texts
            for token in tokens
            if token.form not in self._leads and token.script not in NATIVE_SCRIPTS
        }
        if unseen:
            self._learn(sorted(unseen))
        return [self._holds(tokens) for tokens in texts]

    def _holds(self, tokens: Sequence[Token]) -> bool:
        forms: list[str] = []
        for token in tokens:
            if token.script in NATIVE_SCRIPTS:
                if self._rows.has_native:
                    return True
            elif self._leads[token.form]:
                return True
            forms.append(token.form)
        by_key = self._rows.vocabulary.by_key
        return any(
            first + second in by_key or f"{first} {second}" in PHRASES
            for first, second in pairwise(forms)
        )

    def _learn(self, forms: list[str]) -> None:
        """Find out of each unseen word whether it may lead to a row."""
        if len(self._leads) + len(forms) > MOST_WORDS_KEPT:
            self._leads.clear()
        rows = self._rows
        words = {form: rows.lexicon.words(form) for form in forms}
        distinct = sorted({word for found in words.values() for word in found})
        table, near = rows.vocabulary.neighbours(distinct)
        for form, found in words.items():
            self._leads[form] = (self._by_number and counts(form)) or any(
                self._leading(word, table[word.form], near.get(word.form, "")) for word in found
            )

    def _leading(self, word: Word, met: Iterable[int], near: str) -> bool:
        """Say whether a word is one that a row is found by, whole, misspelt or written as one."""
        rows = self._rows
        if word.form in rows.anchor_ids or near in rows.anchor_ids:
            return True
        parts = rows.vocabulary.parts
        if any(parts[other].word.kind is Kind.WORD for other in met):
            return True
        return word.kind is Kind.WORD and bool(rows.halves(word))
