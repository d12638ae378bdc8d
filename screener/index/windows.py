"""Listed names among the words of a longer text."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from screener.index.alignment import Alignment, Meet, Pair, align, all_pairs
from screener.index.clues import Held, Question
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


class Need(NamedTuple):
    """What a name needs in a text: of its ``words`` (with weights) all but the ``spare`` weight.

    ``each`` are those that weigh more than that alone. Places among the words weigh nothing here.
    """

    words: tuple[tuple[int, float], ...]
    spare: float
    each: frozenset[int]


def need_of(rows: NameRows, row: int) -> Need | None:
    """Return what a name needs in a text; None if it is too short to be found in one."""
    ids, parts = rows.row_words(row), rows.row(row)
    if len(ids) == 1:
        return Need(((ids[0], 1.0),), 0.0, frozenset(ids)) if _stands_alone(parts[0]) else None
    words = tuple(
        (word, 0.0 if part.word.kind is Kind.PLACE else part.weight)
        for word, part in zip(ids, parts, strict=True)
    )
    spare = MISSING * sum(part.weight for part in parts)
    return Need(words, spare, frozenset(word for word, weight in words if weight > spare))


def may_hold(need: Need, held: AbstractSet[int]) -> bool:
    """Say whether the words a text holds somewhere could make up enough of a name."""
    if not need.each <= held:
        return False
    missing = [weight for word, weight in need.words if word not in held]
    # A name of several words is met in two places at least.
    return not missing or (len(need.words) - len(missing) > 1 and sum(missing) <= need.spare)


def best_window(
    rows: NameRows, question: Question, row: int, table: Table, held: Held
) -> Window | None:
    """Return the words standing together that are most like a row, if they hold enough of it.

    ``held`` are the words of the list that the question may hold.
    """
    theirs = rows.row(row)
    ids = rows.row_words(row)
    met = [table[part.word] for part in question.parts]

    def meet(one: int, other: int) -> Meeting | None:
        return met[one].get(ids[other])

    all_met = [
        (one, other, several[word])
        for one, several in enumerate(met)
        if not several.keys().isdisjoint(ids)
        for other, word in enumerate(ids)
        if word in several
    ]
    glued = not held.joined.isdisjoint(ids)
    pairs = all_pairs(question.parts, theirs, all_met, glued=glued)
    places = sorted({index for pair in pairs for index in pair.ours})
    best: tuple[float, int, int] | None = None
    found: Window | None = None
    for first in places:
        for last in places:
            if not first <= last < first + len(theirs) + FOREIGN_WORDS:
                continue
            if not _may_lie_within(theirs, pairs, (first, last)):
                continue
            alignment = _within(question.parts, theirs, meet, (first, last))
            order = (-alignment.similarity, last - first, first)
            if (best is None or order < best) and _holds(theirs, alignment):
                best = order
                terms = question.reading.terms[first : last + 1]
                found = Window(Reading(terms, ()), alignment)
    return found


def _may_lie_within(theirs: Sequence[Part], pairs: Sequence[Pair], bounds: tuple[int, int]) -> bool:
    """Say whether what meets between two places, one-to-one or not, is enough of a name."""
    first, last = bounds
    within = [pair for pair in pairs if first <= pair.ours[0] and pair.ours[-1] <= last]
    if len(theirs) == 1:
        return bool(within)
    met = {index for pair in within for index in pair.theirs}
    missing = [part for index, part in enumerate(theirs) if index not in met]
    return len(within) > 1 and _enough(theirs, missing)


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
