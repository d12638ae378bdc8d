"""Parties found by name: every listed name a value may mean, and the alignment that says why."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from typing import NamedTuple

from screener.index.alignment import Alignment, align, aligned
from screener.index.build import build_rows
from screener.index.clues import Question
from screener.index.explanation import explain, span
from screener.index.lexicon import Lexicon
from screener.index.made import Made
from screener.index.passages import passages
from screener.index.quick_readings import placed, quick_readings
from screener.index.readings import readings
from screener.index.rows import NameRows
from screener.index.slips import Whole, with_slip
from screener.index.spelling import edits_between
from screener.index.terms import Reading
from screener.index.triggers import Triggers
from screener.index.vocabulary import Meeting, Table, meeting
from screener.index.weights import (
    DEFAULT_THRESHOLD,
    NOT_CARRIED,
)
from screener.index.windows import best_window, may_hold, need_of
from screener.model.hit import Aligned, Comparison
from screener.text.folding import fold

LOWEST_THRESHOLD = NOT_CARRIED
"""No lower threshold is searched for: below it names share generic words or initials only."""

_AT_ONCE = 1_000
"""Values searched together: enough for the arrays to pay, few enough to stay in the cache."""
_MANY = 100
"""Values from which looking for garbage meanwhile costs more than it frees."""


class NameMatch(NamedTuple):
    """A listed name that a value may mean.

    ``key`` is the caller's key of the name, ``text`` the name as listed; ``start`` and ``end``
    are the part of the raw value that met it.
    """

    key: int
    text: str
    similarity: float
    alignment: tuple[Aligned, ...]
    start: int
    end: int


class _Found(NamedTuple):
    """A row that a reading of a value (or a window of it) met."""

    row: int
    reading: Reading
    alignment: Alignment


_Find = Callable[[Sequence[str], float], list[list[_Found]]]


class NameIndex:
    """The names of a list, ready to be searched."""

    def __init__(self, keys: Sequence[int], rows: NameRows) -> None:
        """Keep the keys beside the rows."""
        self.keys = list(keys)
        self.rows = rows
        self._triggers = Triggers(rows)
        self._needs = Made(lambda row: need_of(rows, row))

    @classmethod
    def build(
        cls,
        names: Sequence[tuple[int, str]],
        generic: Iterable[str],
        *,
        places: Mapping[str, str] | None = None,
    ) -> "NameIndex":
        """Return the index of (key, name) pairs; a key may come with several names.

        ``generic`` are folded words that may support a match and never carry one; ``places``
        says where places lie (see ``Lexicon``).
        """
        with no_collection():
            lexicon = Lexicon(generic, places)
            rows = build_rows([text for _, text in names], lexicon)
            return cls([key for key, _ in names], rows)

    def search(
        self, values: Sequence[str], threshold: float = DEFAULT_THRESHOLD
    ) -> list[tuple[NameMatch, ...]]:
        """Return, for each value, the listed names it may mean as a whole.

        Best first, equal ones in the order of their keys; one match a key. Every name that
        scores the threshold or more is returned, whatever the index leaves out early; no
        threshold below ``LOWEST_THRESHOLD`` is searched for.

        >>> listed = [(1, "Dandong Huayang Textiles and Garments Co., Ltd.")]
        >>> index = NameIndex.build(listed, {"dandong", "textile", "garment"})
        >>> (match,) = index.search(["HUA YANG GARMENT DANDONG"])[0]
        >>> match.key, match.similarity, match.alignment[0].how
        (1, 0.938, 'split')
        """
        return self._in_batches(values, threshold, self._whole)

    def search_within(
        self, value: str, threshold: float = DEFAULT_THRESHOLD
    ) -> tuple[NameMatch, ...]:
        """Return the listed names found among the words of a longer text, best first.

        See ``search_all_within`` for many texts at once.
        """
        return self.search_all_within([value], threshold)[0]

    def search_all_within(
        self, values: Sequence[str], threshold: float = DEFAULT_THRESHOLD
    ) -> list[tuple[NameMatch, ...]]:
        """Return, for each text, the listed names found among its words, best first.

        A name is compared with the words that stand together, by the same scorer; all its
        distinctive words must be there and nearly all others, places excepted.

        >>> listed = [(1, "Dandong Huayang Textiles and Garments Co., Ltd.")]
        >>> index = NameIndex.build(listed, {"dandong", "textile", "garment"})
        >>> text = "sewn by Huayang Textile Garment of Dandong, packed here"
        >>> [text[match.start : match.end] for match in index.search_within(text)]
        ['Huayang Textile Garment of Dandong']
        """
        return self._in_batches(values, threshold, self._windows)

    def compare(self, first: str, second: str) -> Comparison:
        """Return how alike two names are by the words of this list, and the alignment.

        The similarity is the same either way round.
        """
        lexicon, vocabulary = self.rows.lexicon, self.rows.vocabulary
        ours, theirs = readings(first, lexicon), readings(second, lexicon)
        words = [term.word for reading in (*ours, *theirs) for term in reading.terms]
        near = vocabulary.near_of(words)
        parts = {word: vocabulary.part(word, near) for word in words}
        best = Comparison(0.0, ())
        for our in ours:
            for their in theirs:
                ourselves = Whole(our.whole, [parts[term.word] for term in our.terms])
                themselves = Whole(their.whole, [parts[term.word] for term in their.terms])
                meet = _Meets(our, their, near).meet
                alignment = align(ourselves.parts, themselves.parts, meet)
                alignment = with_slip(ourselves, themselves, alignment)
                if alignment.similarity > best.similarity:
                    explained = explain((first, our), (second, their), alignment)
                    best = Comparison(alignment.similarity, explained)
        return best

    def score(self, question: Question, row: int, table: Table) -> Alignment:
        """Return the alignment of a question with a row of the list."""
        theirs = self.rows.row_words(row)
        met = [table[part.word] for part in question.parts]
        parts = [self.rows.vocabulary.parts[word] for word in theirs]
        found = [
            (one, other, how)
            for one, several in enumerate(met)
            for other, word in enumerate(theirs)
            if (how := several.get(word)) is not None
        ]
        alignment = aligned(question.parts, parts, found)
        return with_slip(question.whole, Whole(self.rows.wholes[row], parts), alignment)

    def _in_batches(
        self, values: Sequence[str], threshold: float, find: _Find
    ) -> list[tuple[NameMatch, ...]]:
        """Return the matches of each value, finding those of each distinct value once."""
        lowest = max(threshold, LOWEST_THRESHOLD)
        distinct = list(dict.fromkeys(values))
        matches: dict[str, tuple[NameMatch, ...]] = {}
        with no_collection() if len(distinct) > _MANY else nullcontext():
            for first in range(0, len(distinct), _AT_ONCE):
                batch = distinct[first : first + _AT_ONCE]
                for value, found in zip(batch, find(batch, lowest), strict=True):
                    matches[value] = self._best(value, found)
        return [matches[value] for value in values]

    def _whole(self, values: Sequence[str], threshold: float) -> list[list[_Found]]:
        """Return the rows that each value met as a whole."""
        lexicon = self.rows.lexicon
        read = [
            (at, one) for at, text in enumerate(values) for one in quick_readings(text, lexicon)
        ]
        questions, table = self.rows.questions(read)
        found: list[list[_Found]] = [[] for _ in values]
        for index, row in self.rows.candidates(questions, table, threshold):
            alignment = self.score(questions[index], row, table)
            if alignment.similarity >= threshold:
                question = questions[index]
                found[question.value].append(_Found(row, question.reading, alignment))
        return found

    def _windows(self, values: Sequence[str], threshold: float) -> list[list[_Found]]:
        """Return the rows that a window of each text met."""
        rows = self.rows
        tokens = [fold(text).tokens for text in values]
        read = [
            (at, passage)
            for at, held in enumerate(self._triggers.may_hold(tokens))
            if held
            for passage in passages(values[at], tokens[at], rows)
        ]
        questions, table = rows.questions(read)
        found: list[list[_Found]] = [[] for _ in values]
        for index, row, held in rows.holders(questions, table):
            need = self._needs[row]
            if need is None or not may_hold(need, held.words):
                continue
            best = best_window(rows, questions[index], row, table, held)
            if best is not None and best.alignment.similarity >= threshold:
                found[questions[index].value].append(_Found(row, best.reading, best.alignment))
        return found

    def _best(self, value: str, found: Sequence[_Found]) -> tuple[NameMatch, ...]:
        """Return the best match of each key, explained, in order."""
        best: dict[int, _Found] = {}
        for one in sorted(found, key=lambda one: (-one.alignment.similarity, one.row)):
            best.setdefault(self.keys[int(self.rows.names[one.row])], one)
        matches = [self._match(value, key, one) for key, one in best.items()]
        return tuple(sorted(matches, key=lambda match: (-match.similarity, match.key)))

    def _match(self, value: str, key: int, found: _Found) -> NameMatch:
        """Return a match with its explanation."""
        text = self.rows.texts[int(self.rows.names[found.row])]
        listed = readings(text, self.rows.lexicon)[int(self.rows.nth[found.row])]
        reading = placed(value, found.reading, self.rows.lexicon)
        explained = explain((value, reading), (text, listed), found.alignment)
        start, end = span(reading, found.alignment)
        return NameMatch(key, text, found.alignment.similarity, explained, start, end)


@contextmanager
def no_collection() -> Iterator[None]:
    """Let no garbage be looked for while much is made and next to nothing of it is in rings."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class _Meets(NamedTuple):
    """How words of two readings meet, measured pair by pair."""

    ours: Reading
    theirs: Reading
    near: Mapping[str, str]

    def meet(self, one: int, other: int) -> Meeting | None:
        """Return how a word of ours meets one of theirs."""
        first, second = self.ours.terms[one].word, self.theirs.terms[other].word
        return meeting(first, second, self.near, edits_between(first.key, second.key))
