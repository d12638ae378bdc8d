"""The words of a list that questions may hold, as arrays: what the bound on a score is made of."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

import numpy as np

from screener.index.lexicon import Kind, Word
from screener.index.postings import Floats, Integers
from screener.index.slips import Whole
from screener.index.terms import Reading
from screener.index.vocabulary import Part, Table, Vocabulary

Halves = Callable[[Word], Sequence[tuple[int, int]]]
_Clue = tuple[int, int, float, float, float]
"""Question and word of the list; what it is worth at most, and takes from theirs and ours alone."""

WORTH, AMONG_PINYIN, THEIRS, OURS = range(4)


class Question(NamedTuple):
    """One reading of a value, its words weighed as the list weighs them."""

    value: int
    reading: Reading
    parts: tuple[Part, ...]

    @property
    def whole(self) -> Whole:
        """The name as one word, and its words."""
        return Whole(self.reading.whole, self.parts)


class Clues(NamedTuple):
    """Words that questions may share with rows; the arrays run in parallel.

    The rows of ``values`` are the most a word can be worth (``WORTH``), that where every brand
    of both names is pinyin (``AMONG_PINYIN``), and what it then takes from the words alone of
    theirs (``THEIRS``) and of ours (``OURS``). From ``glued`` on they are halves of words
    written as one, each worth nothing without its other half; ``pairs`` has both, by question.
    """

    questions: Integers
    words: Integers
    values: Floats
    glued: int
    pairs: dict[int, list[tuple[int, int]]]

    def apart(self) -> "Clues":
        """Return the clues that are no halves."""
        end = self.glued
        return Clues(self.questions[:end], self.words[:end], self.values[:, :end], end, {})


def clues_of(
    questions: Sequence[Question], table: Table, vocabulary: Vocabulary, halves: Halves
) -> Clues:
    """Return the words of the list that each question may hold."""
    of, words, values = _met(questions, table, vocabulary)
    split = list(_split(questions, vocabulary))
    pairs: dict[int, list[tuple[int, int]]] = {}
    glued = list(_glued(questions, vocabulary, halves, pairs))
    glued_from = len(of) + len(split)
    if split or glued:
        more = np.array([*split, *glued], np.float64).T
        of = np.concatenate([of, more[0].astype(np.int64)])
        words = np.concatenate([words, more[1].astype(np.int64)])
        values = np.concatenate([values, more[[2, 2, 3, 4]]], axis=1)
    return Clues(of, words, values, glued_from, pairs)


class Held(NamedTuple):
    """The words of the list that a question may hold anywhere.

    ``joined`` are those that it holds only where two words are taken as one, or one as two.
    """

    words: frozenset[int]
    joined: frozenset[int]


def held_by(question: Question, table: Table, vocabulary: Vocabulary, halves: Halves) -> Held:
    """Return the words that the clues of one question are for."""
    by_key = vocabulary.by_key
    met: set[int] = set()
    joined: set[int] = set()
    for part in question.parts:
        met.update(table[part.word])
        if part.word.kind is Kind.WORD:
            for pair in halves(part.word):
                joined.update(pair)
    for left, right in pairwise(question.parts):
        joined.update(by_key.get(left.word.key + right.word.key, ()))
    return Held(frozenset(met | joined), frozenset(joined))


def _met(
    questions: Sequence[Question], table: Table, vocabulary: Vocabulary
) -> tuple[Integers, Integers, Floats]:
    """Return question, word and values of each word that meets one of the list."""
    slots = dict(zip(table, range(len(table)), strict=True))
    meetings = [one for met in table.values() for one in met.values()]
    counts = np.fromiter(map(len, table.values()), np.int64, len(table))
    ids = np.fromiter(chain.from_iterable(table.values()), np.int64, len(meetings))
    plain = np.array([one.similarity for one in meetings], np.float64)
    pinyin = np.array(
        [one.similarity if one.brands is None else one.brands for one in meetings], np.float64
    )
    parts = [part for question in questions for part in question.parts]
    asked = np.array([slots[part.word] for part in parts], np.int64)
    lengths = np.fromiter((len(question.parts) for question in questions), np.int64, len(questions))
    weights = np.array([part.weight for part in parts], np.float64)
    floors = np.array([part.floor for part in parts], np.float64)
    each = counts[asked]
    at = np.repeat(np.arange(len(parts)), each)
    firsts = (np.cumsum(counts) - counts)[asked] - (np.cumsum(each) - each)
    met = firsts[at] + np.arange(len(at))
    words = ids[met]
    weight = np.minimum(weights[at], vocabulary.weights[words])
    values = np.stack(
        [plain[met] * weight, pinyin[met] * weight, vocabulary.floors[words], floors[at]]
    )
    return np.repeat(np.arange(len(questions)), lengths)[at], words, values


def _split(questions: Sequence[Question], vocabulary: Vocabulary) -> Iterator[_Clue]:
    """Yield the words of the list that two neighbours of a question make together."""
    by_key = vocabulary.by_key
    for index, question in enumerate(questions):
        parts = question.parts
        for left, right in pairwise(parts):
            for word in by_key.get(left.word.key + right.word.key, ()):
                their = vocabulary.parts[word]
                worth = (left.weight + right.weight + their.weight) / 2
                yield index, word, worth, their.floor, left.floor + right.floor


def _glued(
    questions: Sequence[Question],
    vocabulary: Vocabulary,
    halves: Halves,
    pairs: dict[int, list[tuple[int, int]]],
) -> Iterator[_Clue]:
    """Yield the words of the list that a word of a question is made of; both go to ``pairs``.

    A row needs both halves, so each that rows are posted under brings its share; the other
    is told too, since a text may hold it.
    """
    parts = vocabulary.parts
    found: dict[str, Sequence[tuple[int, int]]] = {}
    for index, question in enumerate(questions):
        for part in question.parts:
            word = part.word
            if word.kind is not Kind.WORD:
                continue
            known = found.get(word.form)
            if known is None:
                known = found[word.form] = halves(word)
            for pair in known:
                pairs.setdefault(index, []).append(pair)
                both = [parts[one] for one in pair]
                worth = (part.weight + sum(half.weight for half in both)) / 2
                floor = sum(half.floor for half in both)
                posted = [one for one in pair if parts[one].word.kind is Kind.WORD]
                for one in pair:
                    share = 1 / len(posted) if one in posted else 0.0
                    yield index, one, worth * share, floor * share, part.floor * share
