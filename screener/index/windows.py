"""Listed names among the words of a longer text."""

from collections.abc import Sequence
from typing import NamedTuple

from screener.index.alignment import Alignment, Meet, align, all_pairs
from screener.index.clues import Question
from screener.index.lexicon import Kind
from screener.index.rows import NameRows
from screener.index.terms import Reading
from screener.index.vocabulary import Meeting, Part, Table
from screener.index.weights import (
    FOREIGN_WORDS,
    MISSING,
    SHORTEST_ALONE,
)

_PLAIN = frozenset({"exact", "romanization"})
"""How the words of a text must meet a name of one word: lining is not Li-Ning written as one."""


class Window(NamedTuple):
    """The words of a text that met a name."""

    reading: Reading
    alignment: Alignment


def may_hold(rows: NameRows, row: int, held: frozenset[int]) -> bool:
    """Say whether the words a text holds somewhere could make up enough of a name."""
    ids = rows.row_words(row)
    if len(ids) == 1:
        return ids[0] in held
    missing = [word for word in ids if word not in held]
    if not missing:
        return True
    parts = rows.vocabulary.parts
    return _enough([parts[word] for word in ids], [parts[word] for word in missing])


def best_window(rows: NameRows, question: Question, row: int, table: Table) -> Window | None:
    """Return the words standing together that are most like a row, if they hold enough of it."""
    theirs = rows.row(row)
    ids = rows.row_words(row)
    met = [table[part.word] for part in question.parts]

    def meet(one: int, other: int) -> Meeting | None:
        return met[one].get(ids[other])

    pairs = all_pairs(question.parts, theirs, meet)
    places = sorted({index for pair in pairs for index in pair.ours})
    best: tuple[float, int, int] | None = None
    found: Window | None = None
    for first in places:
        for last in places:
            if not first <= last < first + len(theirs) + FOREIGN_WORDS:
                continue
            alignment = _within(question.parts, theirs, meet, (first, last))
            order = (-alignment.similarity, last - first, first)
            if (best is None or order < best) and _holds(theirs, alignment):
                best = order
                terms = question.reading.terms[first : last + 1]
                found = Window(Reading(terms, ()), alignment)
    return found


def _within(
    ours: Sequence[Part], theirs: Sequence[Part], meet: Meet, bounds: tuple[int, int]
) -> Alignment:
    first, last = bounds
    return align(ours[first : last + 1], theirs, lambda one, other: meet(first + one, other))


def _holds(theirs: Sequence[Part], alignment: Alignment) -> bool:
    """Say whether enough of a name was met for it to be meant in running text."""
    if len(theirs) == 1:
        plain = [pair for pair in alignment.pairs if pair.meeting.how in _PLAIN]
        return bool(plain) and _stands_alone(theirs[0])
    met = {index for pair in alignment.pairs for index in pair.theirs}
    missing = [part for index, part in enumerate(theirs) if index not in met]
    carried = any(pair.carries for pair in alignment.pairs)
    return len(alignment.pairs) > 1 and _enough(theirs, missing) and (carried or not missing)


def _enough(theirs: Sequence[Part], missing: Sequence[Part]) -> bool:
    """Say whether a name without some of its words is still most of the name."""
    lacking = sum(part.weight for part in missing if part.word.kind is not Kind.PLACE)
    return lacking <= MISSING * sum(part.weight for part in theirs)


def _stands_alone(part: Part) -> bool:
    """Say whether a name of one word is distinctive enough to be found in a text."""
    characters = 2 if part.word.script in {"hani", "hang"} else 1
    return part.word.kind is Kind.WORD and characters * len(part.word.form) >= SHORTEST_ALONE
