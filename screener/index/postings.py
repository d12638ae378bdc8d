"""Which rows hold which word: postings in plain arrays, and sums over what they share."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screener.index.spelling import distinct

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]


class Postings(NamedTuple):
    """The rows of each word: ``rows[starts[w]:starts[w + 1]]``, ascending."""

    starts: Integers
    rows: Integers
    width: int

    @classmethod
    def build(cls, words: Integers, rows: Integers, *, vocabulary: int, width: int) -> "Postings":
        """Return the postings of (word, row) pairs, each pair once; there are ``width`` rows."""
        pairs = distinct(words * width + rows)
        counts = np.bincount(pairs // max(1, width), minlength=vocabulary)
        starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        return cls(starts, pairs % max(1, width), width)

    def of_one(self, word: int) -> list[int]:
        """Return the rows of one word."""
        found: list[int] = self.rows[self.starts[word] : self.starts[word + 1]].tolist()
        return found

    def of(self, words: Integers) -> tuple[Integers, Integers]:
        """Return, for many words at once, the position in ``words`` and the row of each posting."""
        counts = self.starts[words + 1] - self.starts[words]
        positions = np.repeat(np.arange(len(words)), counts)
        offsets = np.arange(len(positions)) - np.repeat(np.cumsum(counts) - counts, counts)
        return positions, self.rows[self.starts[words][positions] + offsets]


class Shared(NamedTuple):
    """What questions and rows share: one element for each pair with anything in common."""

    questions: Integers
    rows: Integers
    totals: Floats


def shared(postings: Postings, questions: Integers, words: Integers, values: Floats) -> Shared:
    """Return, for each question and row with a word in common, the sums of their values.

    ``questions``, ``words`` and the columns of ``values`` run in parallel: question i looks
    for word i, which is worth values[:, i].
    """
    positions, rows = postings.of(words)
    if len(rows) == 0:
        empty = np.empty(0, np.int64)
        return Shared(empty, empty, np.empty((len(values), 0)))
    keys = questions[positions] * postings.width + rows
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    firsts = np.concatenate([[0], np.flatnonzero(np.diff(keys)) + 1])
    totals = np.add.reduceat(values[:, positions[order]], firsts, axis=1)
    return Shared(keys[firsts] // postings.width, keys[firsts] % postings.width, totals)
