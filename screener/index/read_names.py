"""The readings of a list's names as plain numbers, while they are read."""

import numpy as np

from screener.index.lexicon import Word
from screener.index.postings import Integers
from screener.index.terms import Reading


class ReadNames:
    """Readings taken apart as they come, their words numbered, so that no object outlives them."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self.words: list[Word] = []
        self.met: list[int] = []
        self.names: list[int] = []
        self.nth: list[int] = []
        self.lengths: list[int] = []
        self.wholes: list[str] = []
        self._numbers: dict[str, int] = {}

    def add(self, name: int, nth: int, reading: Reading) -> None:
        """Take a reading of a name."""
        self.names.append(name)
        self.nth.append(nth)
        self.lengths.append(len(reading.terms))
        self.wholes.append(reading.whole)
        for word, _, _ in reading.terms:
            number = self._numbers.setdefault(word.form, len(self.words))
            if number == len(self.words):
                self.words.append(word)
            elif word is not self.words[number]:
                self.words[number] = min(word, self.words[number])
            self.met.append(number)

    def counts(self, met: Integers, row_of: Integers) -> dict[str, int]:
        """Return in how many rows each word stands."""
        distinct = np.unique(met * (1 + int(row_of.max(initial=0))) + row_of)
        words = distinct // (1 + int(row_of.max(initial=0)))
        counts = np.bincount(words, minlength=len(self.words)).tolist()
        return dict(zip(self._numbers, counts, strict=True))
