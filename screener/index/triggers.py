"""Whether a text holds enough words of any listed name, decided word by word.

Most texts hold none, and words come again and again: what one word may be, and which names
are found by it, is looked up once and kept. A text passes if it holds, anywhere and in any
order, the words that a window of it would need; everything finer is left to the search.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from screener.index.lexicon import Kind, Word
from screener.index.numerals import counts
from screener.index.rows import NameRows
from screener.index.terms import NATIVE_SCRIPTS
from screener.index.weights import MISSING
from screener.text.folding import Token

MOST_WORDS_KEPT = 262_144


class _Lead(NamedTuple):
    """The words of the list that a token may be or be part of, and the rows found by them."""

    words: frozenset[int]
    rows: frozenset[int]


class _Need(NamedTuple):
    """The words a row cannot do without in a text, and how much weight of them may be missing.

    ``each`` are those that weigh more than that alone.
    """

    words: tuple[tuple[int, float], ...]
    spare: float
    each: frozenset[int]


class Triggers:
    """The words of texts that may lead to a row."""

    def __init__(self, rows: NameRows) -> None:
        """Start with no word known."""
        self._rows = rows
        self._leads: dict[str, _Lead | None] = {}
        self._needs: dict[int, _Need] = {}
        self._by_number = any(form.startswith("#") for form in rows.anchor_ids)

    def may_hold(self, texts: Sequence[Sequence[Token]]) -> list[bool]:
        """Say of each text whether a listed name may stand among its words."""
        written = [self._written(tokens) for tokens in texts]
        needed = set[str]().union(*written)
        # Asked one by one: to take the known ones off a set would walk through all of them.
        unseen = sorted(form for form in needed if form not in self._leads)
        if unseen:
            self._learn(unseen, needed)
        return [self._holds(tokens, forms) for tokens, forms in zip(texts, written, strict=True)]

    def _written(self, tokens: Sequence[Token]) -> set[str]:
        """Return the distinct words of a text, and those that neighbours make together."""
        forms = [token.form for token in tokens]
        return {*forms, *self._joined(forms)}

    def _joined(self, forms: Sequence[str]) -> Iterable[str]:
        """Yield the neighbours that make a known word or phrase together."""
        by_key = self._rows.vocabulary.by_key
        for first, second in pairwise(forms):
            if first + second in by_key:
                yield first + second
            if self._rows.lexicon.is_listed(f"{first} {second}"):
                yield f"{first} {second}"

    def _holds(self, tokens: Sequence[Token], forms: set[str]) -> bool:
        if self._rows.has_native and any(token.script in NATIVE_SCRIPTS for token in tokens):
            return True
        if self._by_number and any(map(counts, forms)):
            return True
        found = [self._leads[form] for form in forms]
        leads = [lead for lead in found if lead is not None]
        rows = frozenset[int]().union(*(lead.rows for lead in leads))
        if not rows:
            return False
        words = frozenset[int]().union(*(lead.words for lead in leads))
        return any(self._suffices(row, words) for row in rows)

    def _suffices(self, row: int, words: frozenset[int]) -> bool:
        """Say whether some words could make up enough of a row; numbers and places are not counted.

        They may be written in ways that a word alone does not show.
        """
        need = self._needs.get(row)
        if need is None:
            parts = self._rows.row(row)
            telling = [
                (word, part.weight)
                for word, part in zip(self._rows.row_words(row), parts, strict=True)
                if part.word.kind not in {Kind.PLACE, Kind.NUMBER}
            ]
            spare = MISSING * sum(part.weight for part in parts)
            each = frozenset(word for word, weight in telling if weight > spare)
            need = self._needs[row] = _Need(tuple(telling), spare, each)
        if not need.each <= words:
            return False
        return sum(weight for word, weight in need.words if word not in words) <= need.spare

    def _learn(self, forms: list[str], needed: set[str]) -> None:
        """Find out of each unseen word what it may be and which rows it leads to."""
        if len(self._leads) + len(forms) > MOST_WORDS_KEPT:
            self._leads.clear()
            forms = sorted(needed)
        rows = self._rows
        words = {form: rows.lexicon.words(form) for form in forms}
        distinct = sorted({word for found in words.values() for word in found})
        table, near = rows.vocabulary.neighbours(distinct)
        for form, found in words.items():
            ids = {other for word in found for other in (*table[word], *self._halves(word))}
            anchors = {word.form for word in found} | {near.get(word.form, "") for word in found}
            rows_found = self._found_by(ids, anchors)
            self._leads[form] = _Lead(frozenset(ids), rows_found) if ids or rows_found else None

    def _halves(self, word: Word) -> Iterable[int]:
        if word.kind is Kind.WORD:
            for pair in self._rows.halves(word):
                yield from pair

    def _found_by(self, words: set[int], forms: set[str]) -> frozenset[int]:
        """Return the rows that are found by some words, or by the rarest of their generic ones."""
        rows = self._rows
        anchors = [rows.anchor_ids[form] for form in sorted(forms & rows.anchor_ids.keys())]
        if not words and not anchors:
            return frozenset()
        _, posted = rows.postings.of(np.array(sorted(words), np.int64))
        _, anchored = rows.anchors.of(np.array(anchors, np.int64))
        return frozenset(posted.tolist()) | frozenset(anchored.tolist())
