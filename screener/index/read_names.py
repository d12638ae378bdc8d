"""The readings of a list's names as plain numbers."""

from array import array
from collections.abc import Sequence

import numpy as np

from screener.index.alphabetic import next_words
from screener.index.layout import layout
from screener.index.lexicon import IGNORED, Lexicon, Word
from screener.index.postings import Integers
from screener.index.readings import LINKS, plain_name, readings
from screener.index.spelling import distinct
from screener.index.terms import brand_among_places

_Alone = tuple[list[int] | None, frozenset[str]]
"""The numbers of the words a token stands for (None: it is read with its neighbours); see ``Alone``."""


class ReadNames:
    """Names read one after another, their words numbered, so that no object outlives them.

    A name in plain letters is read without noting where its words stand; ``readings`` gives
    the same words (``tests/index/test_read_names.py`` holds them against each other).
    """

    def __init__(self, texts: Sequence[str], lexicon: Lexicon) -> None:
        """Read every name."""
        self.words: list[Word] = []
        self.met = array("q")
        self.names = array("q")
        self.nth = array("q")
        self.lengths = array("q")
        self.wholes: list[str] = []
        self._lexicon = lexicon
        self._numbers: dict[str, int] = {}
        self._alone: dict[str, _Alone] = {}
        for name, text in enumerate(texts):
            forms = plain_name(text)
            if forms is None:
                self._read(name, text)
            elif forms:
                self._read_plain(name, forms)
        self._drop_unmet()

    def _read(self, name: int, text: str) -> None:
        """Take every reading of a name."""
        for nth, reading in enumerate(readings(text, self._lexicon)):
            words = self._numbered([word for word, _, _ in reading.terms])
            self._add(name, nth, words, reading.whole)

    def _read_plain(self, name: int, forms: list[str]) -> None:
        """Take the readings of a name in plain letters."""
        kept, _, head, named = layout(forms)
        self._add_plain(name, 0, [forms[index] for index in kept], named=named)
        if head:
            self._add_plain(name, 1, [forms[index] for index in head], named=named)

    def _add_plain(self, name: int, nth: int, told: list[str], *, named: bool) -> None:
        """Take a reading of a name in plain letters."""
        whole = "".join(told if LINKS.isdisjoint(told) else _unlinked(told))
        self._add(name, nth, self._branded(self._words_of(told)), whole if named else "")

    def _branded(self, numbers: list[int]) -> list[int]:
        """Return the words of a name, its brand told where that is called as some city is."""
        found = brand_among_places([self.words[number] for number in numbers])
        if found is None:
            return numbers
        at, brand = found
        return [*numbers[:at], *self._numbered([brand]), *numbers[at + 1 :]]

    def _words_of(self, forms: list[str]) -> list[int]:
        """Return the numbers of the words that some tokens stand for."""
        told = forms
        if not IGNORED.isdisjoint(forms):
            told = [form for form in forms if form not in IGNORED] or forms
        known = self._alone
        words: list[int] = []
        skipped = 0
        for at, form in enumerate(told):
            if skipped:
                skipped -= 1
                continue
            numbers, follows = known.get(form) or self._met_first(form, _after(told, at))
            if numbers is None or (follows and _after(told, at) in follows):
                length, together = next_words(told, at, self._lexicon)
                words += self._numbered(together)
                skipped = length - 1
            else:
                words += numbers
        return words

    def _met_first(self, form: str, after: str) -> _Alone:
        """Return what an unseen token stands for alone; its words count only if it is alone."""
        standing, follows = self._lexicon.alone(form)
        if standing is not None and after in follows:
            return None, follows
        numbers = None if standing is None else self._numbered(standing)
        found = self._alone[form] = numbers, follows
        return found

    def _add(self, name: int, nth: int, words: list[int], whole: str) -> None:
        """Take a reading."""
        self.names.append(name)
        self.nth.append(nth)
        self.lengths.append(len(words))
        self.wholes.append(whole)
        self.met.extend(words)

    def _numbered(self, words: Sequence[Word]) -> list[int]:
        """Return the numbers of words; of those of one form the least stands for all."""
        numbers = []
        for word in words:
            number = self._numbers.setdefault(word.form, len(self.words))
            if number == len(self.words):
                self.words.append(word)
            elif word is not self.words[number]:
                self.words[number] = min(word, self.words[number])
            numbers.append(number)
        return numbers

    def _drop_unmet(self) -> None:
        """Forget words that no reading kept: places that were told to be brands."""
        met = np.array(self.met, np.int64)
        kept = distinct(met)
        if len(kept) == len(self.words):
            return
        self.words = [self.words[number] for number in kept.tolist()]
        self.met = array("q", np.searchsorted(kept, met).tolist())
        self._numbers = {word.form: number for number, word in enumerate(self.words)}
        self._alone = {}

    def counts(self, met: Integers, row_of: Integers) -> dict[str, int]:
        """Return in how many rows each word stands."""
        rows = 1 + int(row_of.max(initial=0))
        counts = np.bincount(distinct(met * rows + row_of) // rows, minlength=len(self.words))
        return dict(zip(self._numbers, counts.tolist(), strict=True))


def _unlinked(forms: list[str]) -> list[str]:
    return [form for form in forms if form not in LINKS]


def _after(forms: list[str], at: int) -> str:
    """Return the token behind one, or nothing."""
    return forms[at + 1] if at + 1 < len(forms) else ""
