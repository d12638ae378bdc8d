"""The names of a list as rows of words, and the rows that may match a question."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screener.index.clues import OURS, THEIRS, WORTH, Clues, Held, Question, clues_of, held_by
from screener.index.lexicon import Kind, Word, latin_keys
from screener.index.postings import Integers, Postings, shared
from screener.index.spelling import SameIndex, SpellingIndex
from screener.index.terms import NATIVE_SCRIPTS, Reading
from screener.index.vocabulary import Part, Table, Vocabulary
from screener.text.hangul import spellings
from screener.text.scripts import Script

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
_MOST_WORDS_KEPT = 65_536
_UNSPELT: tuple[Script, ...] = ("hani", "hang")


class RowContent(NamedTuple):
    """Every reading of every name as a row of word ids: what rows are made of and saved as.

    ``names[row]`` and ``nth[row]`` say which reading of which name a row is, and the next
    ``lengths[row]`` of ``words`` are its words; ``distinctive[row]`` and ``supporting[row]``
    are the sums of their weights (``floors``, by word). ``anchors`` posts the rows of generic
    words only under ``anchor_forms``; ``bags`` are their words in order, a row in ``bag_rows``.
    ``spelt`` are the Latin spellings of names in Hangul, a row in ``spelt_rows``.
    """

    texts: Sequence[str]
    wholes: Sequence[str]
    names: Integers
    nth: Integers
    lengths: Integers
    words: Integers
    floors: Floats
    distinctive: Floats
    supporting: Floats
    postings: Postings
    anchors: Postings
    anchor_forms: Sequence[str]
    bags: Sequence[tuple[str, ...]]
    bag_rows: Integers
    same: SameIndex
    spelt: SameIndex
    spelt_rows: Integers
    slips: SpellingIndex


class NameRows:
    """The rows of a list and its words, with postings to find them by."""

    def __init__(self, content: RowContent, vocabulary: Vocabulary) -> None:
        """Prepare the look-ups."""
        self.content = content
        self.vocabulary = vocabulary
        self.lexicon = vocabulary.lexicon
        self.texts, self.wholes = content.texts, content.wholes
        self.names, self.nth, self.words = content.names, content.nth, content.words
        self.lengths = content.lengths
        self.offsets: Integers = np.concatenate([[0], np.cumsum(self.lengths)]).astype(np.int64)
        self.floors = content.floors
        self.distinctive, self.supporting = content.distinctive, content.supporting
        self.postings, self.anchors = content.postings, content.anchors
        self.anchor_ids = {form: index for index, form in enumerate(content.anchor_forms)}
        self.bags: dict[tuple[str, ...], tuple[int, ...]] = {}
        for bag, row in zip(content.bags, content.bag_rows.tolist(), strict=True):
            self.bags[bag] = (*self.bags.get(bag, ()), row)
        self.halves = lru_cache(_MOST_WORDS_KEPT)(self._halves)
        words = vocabulary.content
        self.native_brands = frozenset(
            words.forms[word] for word in words.of({Kind.WORD}, _UNSPELT)
        )
        self.has_native = bool(words.of(Kind, NATIVE_SCRIPTS))

    def row(self, row: int) -> list[Part]:
        """Return the words of a row."""
        parts = self.vocabulary.parts
        return [parts[word] for word in self.row_words(row)]

    def row_words(self, row: int) -> list[int]:
        """Return the ids of the words of a row."""
        ids: list[int] = self.words[self.offsets[row] : self.offsets[row + 1]].tolist()
        return ids

    def questions(self, read: Sequence[tuple[int, Reading]]) -> tuple[list[Question], Table]:
        """Return (value, reading) pairs with weights, and how each word meets the list's."""
        distinct = sorted({term.word for _, reading in read for term in reading.terms})
        table, near = self.vocabulary.neighbours(distinct)
        parts = {word: self.vocabulary.part(word, near) for word in distinct}
        questions = [
            Question(value, reading, tuple(parts[term.word] for term in reading.terms))
            for value, reading in read
        ]
        return questions, table

    def candidates(
        self, questions: Sequence[Question], table: Table, threshold: float
    ) -> list[tuple[int, int]]:
        """Return the (question, row) pairs that may reach the threshold, in that order.

        None that reaches it is left out: a pair is dropped only where even the best case,
        with every supporting word met, stays below.
        """
        found = self._carried(questions, table, threshold)
        found += self._same(questions, table)
        found += self._slipped(questions)
        return sorted(set(found))

    def holders(
        self, questions: Sequence[Question], table: Table
    ) -> Iterator[tuple[int, int, Held]]:
        """Yield the (question, row) pairs with a distinctive word (or a rarest one) in common.

        For texts in which a name is only a part, so that no bound on the rest holds. Beside
        each pair the words of the list that the question may hold anywhere.
        """
        for index, question in enumerate(questions):
            held = held_by(question, table, self.vocabulary, self.halves)
            found = {row for word in held.words for row in self.postings.of_one(word)}
            for anchor in self._anchors(question):
                found.update(self.anchors.of_one(anchor))
            for row in sorted(found):
                yield index, row, held

    def _carried(
        self, questions: Sequence[Question], table: Table, threshold: float
    ) -> list[tuple[int, int]]:
        """Return the pairs that share a distinctive word and may reach the threshold."""
        clues = clues_of(questions, table, self.vocabulary, self.halves)
        if len(clues.words) == 0:
            return []
        sums = _sums(questions)
        asked, rows = self._sharing(clues, sums, threshold)
        if len(rows) == 0:
            return []
        whole = sums.sum(axis=0)
        kept = self._reaching(questions, clues, (asked, rows), whole, threshold)
        asked, rows = asked[kept], rows[kept]
        if clues.pairs and len(rows):
            # A half without the other is worth nothing; where none is whole, none counts.
            halved = self._halved(asked, rows, clues.pairs)
            some = asked[halved], rows[halved]
            kept = np.ones(len(rows), np.bool_)
            kept[halved] = self._reaching(questions, clues.apart(), some, whole, threshold)
            asked, rows = asked[kept], rows[kept]
        return list(zip(asked.tolist(), rows.tolist(), strict=True))

    def _sharing(self, clues: Clues, sums: Floats, threshold: float) -> tuple[Integers, Integers]:
        """Return the pairs that share a distinctive word, by what is posted under those alone."""
        values = clues.values[[WORTH, THEIRS, OURS]]
        both = shared(self.postings, clues.questions, clues.words, values)
        met, theirs, ours = both.totals
        distinctive, supporting = sums
        alone = np.maximum(distinctive[both.questions] - ours, 0.0)
        alone += np.maximum(self.distinctive[both.rows] - theirs, 0.0)
        best = met + np.minimum(supporting[both.questions], self.supporting[both.rows])
        kept = _may_reach(threshold, best, alone)
        return both.questions[kept], both.rows[kept]

    def _reaching(
        self,
        questions: Sequence[Question],
        clues: Clues,
        pairs: tuple[Integers, Integers],
        whole: Floats,
        threshold: float,
    ) -> Flags:
        """Say which pairs may reach the threshold by all words that the question may hold."""
        asked, rows = pairs
        counts = self.lengths[rows]
        of = np.repeat(np.arange(len(rows)), counts)
        within = np.arange(len(of)) - np.repeat(np.cumsum(counts) - counts, counts)
        held = self.words[self.offsets[rows][of] + within]
        worth, pinyin, theirs, ours = self._best(clues, asked[of] * len(self.floors) + held)
        among = self._all_pinyin(questions, asked, (of, held))
        met = sum_by(of, np.where(among[of], pinyin, worth), len(rows))
        alone = np.maximum(whole[asked] - sum_by(of, ours, len(rows)), 0.0)
        theirs_whole = self.distinctive[rows] + self.supporting[rows]
        alone += np.maximum(theirs_whole - sum_by(of, theirs, len(rows)), 0.0)
        return _may_reach(threshold, met, alone)

    def _best(self, clues: Clues, wanted: Integers) -> Floats:
        """Return the values of questions and words (as one number); of several clues the best."""
        keys, inverse = np.unique(
            clues.questions * len(self.floors) + clues.words, return_inverse=True
        )
        best = np.zeros((len(clues.values), len(keys) + 1))
        for row, column in zip(best, clues.values, strict=True):
            np.maximum.at(row, inverse, column)
        places = np.searchsorted(keys, wanted)
        # The last column is of what no clue is for; there may be no clue at all.
        places[np.append(keys, -1)[places] != wanted] = len(keys)
        return best[:, places]

    def _all_pinyin(
        self, questions: Sequence[Question], asked: Integers, held: tuple[Integers, Integers]
    ) -> Flags:
        """Say in which pairs every brand of both names is pinyin."""
        sounding = np.array(
            [
                all(part.pinyin for part in question.parts if part.word.kind is Kind.WORD)
                for question in questions
            ],
            np.bool_,
        )[asked]
        of, words = held
        some = sounding[of]
        other = np.bincount(of[some], ~self.vocabulary.sounding(words[some]), len(asked))
        return np.asarray(sounding & (other == 0), np.bool_)

    def _halved(
        self, asked: Integers, rows: Integers, pairs: dict[int, list[tuple[int, int]]]
    ) -> Integers:
        """Return the places of the pairs in which no word written as one has both its halves."""
        return np.array(
            [
                at
                for at, (question, row) in enumerate(
                    zip(asked.tolist(), rows.tolist(), strict=True)
                )
                if question in pairs
                and not any(
                    held.issuperset(pair)
                    for held in (set(self.row_words(row)),)
                    for pair in pairs[question]
                )
            ],
            np.int64,
        )

    def _halves(self, word: Word) -> list[tuple[int, int]]:
        """Return the pairs of words of the list that a word is made of when written as one."""
        by_key = self.vocabulary.by_key
        return [
            (left, right)
            for key in latin_keys(word)
            for cut in range(1, len(key))
            if key[:cut] in by_key
            for left in by_key[key[:cut]]
            for right in by_key.get(key[cut:], ())
        ]

    def _same(self, questions: Sequence[Question], table: Table) -> list[tuple[int, int]]:
        """Return the pairs of names of generic words only that may be the same."""
        pairs: list[tuple[int, int]] = []
        for index, question in enumerate(questions):
            bag = generic_bag(question.parts)
            if bag is not None:
                spelt = self._spelt_bags(question.parts, table)
                pairs += [(index, row) for one in {bag, *spelt} for row in self.bags.get(one, ())]
        return pairs

    def _spelt_bags(self, parts: Sequence[Part], table: Table) -> Iterator[tuple[str, ...]]:
        """Yield the words of a generic name with places in Hangul and Latin letters exchanged."""
        ours = [part.near or part.word.form for part in parts]
        met = [
            [self.vocabulary.parts[word].word.form for word, how in table[part.word].items()
             if how.how == "romanization"]
            for part in parts
        ]  # fmt: skip
        if any(met):
            ways = [(form, *others) for form, others in zip(ours, met, strict=True)]
            yield from (tuple(sorted(way)) for way in product(*ways))

    def _slipped(self, questions: Sequence[Question]) -> list[tuple[int, int]]:
        """Return the pairs of names a slip apart as a whole."""
        asked = [question.reading.whole for question in questions]
        content = self.content
        found = [(index, row) for index, row, _ in content.slips.near(asked)]
        found += content.same.find(asked)
        found += [(index, int(content.spelt_rows[at])) for index, at in content.spelt.find(asked)]
        spelt = [(index, one) for index, whole in enumerate(asked) for one in latin_wholes(whole)]
        same = content.same.find([one for _, one in spelt])
        return found + [(spelt[at][0], row) for at, row in same]

    def _anchors(self, question: Question) -> Iterable[int]:
        """Return the rarest words of rows of generic words only that a question asks for."""
        forms = {form for part in question.parts for form in (part.word.form, part.near)}
        return [self.anchor_ids[form] for form in forms if form in self.anchor_ids]


def sum_by(groups: Integers, values: Floats, count: int) -> Floats:
    """Return the sum of the values of each group."""
    return np.bincount(groups, values, count).astype(np.float64, copy=False)


def generic_bag(parts: Sequence[Part]) -> tuple[str, ...] | None:
    """Return the words of a name of generic words only, in order; None for any other name."""
    if any(surely_carries(part) for part in parts):
        return None
    return tuple(sorted(part.near or part.word.form for part in parts))


def latin_wholes(whole: str) -> Iterable[str]:
    """Return the Latin spellings of a name in Hangul written as one word; none of any other."""
    return () if whole.isascii() else spellings(whole)


def _may_reach(threshold: float, met: Floats, alone: Floats) -> NDArray[np.bool_]:
    """Say where met weight beside lonely weight may come to the threshold once rounded."""
    return 2 * met >= (threshold - _ROUNDING) * (2 * met + alone)


def surely_carries(part: Part) -> bool:
    """Say whether a word certainly weighs against a name that lacks it.

    One that may be a misspelt generic word may also have met that word.
    """
    return part.word.kind is Kind.WORD and not part.near


_ROUNDING = 0.000_501
"""Similarity is rounded to 0.001 before it is compared; the bound must not undercut that."""


def _sums(questions: Sequence[Question]) -> Floats:
    """Return the distinctive and the supporting weight of each question, in two rows."""
    sums = np.zeros((2, len(questions)))
    for index, question in enumerate(questions):
        for part in question.parts:
            sums[0 if surely_carries(part) else 1, index] += part.floor
    return sums
