"""Names that are the same but for one slip, or for where their words are cut.

A name in Hangul is its Latin spelling, wherever that is cut. Words that are too short to be forgiven an edit by themselves are forgiven it in a name that is
otherwise the same (Fajr and Fadjr Industries Group), and a name written without its spaces is
the same name (Airkoryo). What is no slip: another number, one known word for another (Iran
and Iraq), one acronym for another, one pinyin brand for another, and another first letter of a
short brand alone (Reed and Meed International).
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import OSA

from screener.index.alignment import Alignment, Pair
from screener.index.lexicon import Kind
from screener.index.vocabulary import EXACT, Meeting, Part
from screener.index.weights import (
    COST_OF_SLIP,
    ONE_EDIT_FROM,
    ROMANIZED,
    ROMANIZED_BY_USAGE,
    SHORTEST_JOINED,
    SHORTEST_SLIPPED,
    SLIPPED_BESIDE,
    SLIPPED_LETTERS,
)
from screener.text.hangul import USAGE, system_between

_LONGEST = 80
_SHORTEST_SPELT = 7
"""Letters of both together: two syllables and five letters."""
_VOWELS = frozenset("aeiou")
_TWO = 2


class Whole(NamedTuple):
    """A name as it is written as one word, and its words."""

    written: str
    parts: Sequence[Part]


def slips_allowed(written: str) -> int:
    """Return how many edits a whole name is forgiven."""
    return 1 if SHORTEST_SLIPPED <= len(written) <= _LONGEST else 0


def with_slip(ours: Whole, theirs: Whole, alignment: Alignment) -> Alignment:
    """Return the alignment of two names a slip apart, or the one given if that is better.

    The similarity is the same either way round.
    """
    scripts = ours.written.isascii(), theirs.written.isascii()
    system = (
        system_between(ours.written, theirs.written) if any(scripts) is not all(scripts) else ""
    )
    if system:
        return _spelt(ours, theirs, alignment, ROMANIZED_BY_USAGE if system == USAGE else ROMANIZED)
    edits = _edits(ours.written, theirs.written)
    if edits is None:
        return alignment
    length = max(len(ours.written), len(theirs.written))
    similarity = round(1 - COST_OF_SLIP * edits / length, 3)
    if similarity <= alignment.similarity or not _may_be_slip(ours.parts, theirs.parts, edits):
        return alignment
    return _explained(ours.parts, theirs.parts, similarity)


def _spelt(ours: Whole, theirs: Whole, alignment: Alignment, similarity: float) -> Alignment:
    """Return the alignment of a Hangul name and its Latin spelling as a whole, if that is better."""
    if similarity <= alignment.similarity or len(theirs.written + ours.written) < _SHORTEST_SPELT:
        return alignment
    whole = tuple(range(len(ours.parts))), tuple(range(len(theirs.parts)))
    met = Meeting(similarity, "romanization")
    return Alignment(similarity, (Pair(*whole, met, 1.0, carries=True),), 1.0)


def _edits(ours: str, theirs: str) -> int | None:
    """Return the edits between two whole names if they are forgiven, else None."""
    if ours == theirs:
        return 0 if len(ours) >= SHORTEST_JOINED else None
    if not (slips_allowed(ours) and slips_allowed(theirs)):
        return None
    return 1 if OSA.distance(ours, theirs, score_cutoff=1) == 1 else None


def _may_be_slip(ours: Sequence[Part], theirs: Sequence[Part], edits: int) -> bool:
    """Say whether what differs may be one and the same word."""
    first = Counter(part.word.form for part in ours)
    second = Counter(part.word.form for part in theirs)
    alone = [part for part in ours if part.word.form not in second]
    alone += [part for part in theirs if part.word.form not in first]
    if any(part.word.kind is Kind.NUMBER for part in alone):
        return False
    if [part.word.key for part in ours] == [part.word.key for part in theirs]:
        return False
    if edits == 0:
        return True
    words = [part for part in alone if part.word.kind is Kind.WORD]
    brands = [part for part in (*ours, *theirs) if part.word.kind is Kind.WORD]
    if not words or (words and all(part.pinyin for part in brands)):
        return False
    beside = any(part.word.form in second for part in brands if part.word.form in first)
    if not beside and _differ_at_the_front(words):
        return False
    shortest = SLIPPED_BESIDE if beside else SLIPPED_LETTERS
    return all(_long_enough(part.word.key, shortest) for part in words)


def _differ_at_the_front(words: Sequence[Part]) -> bool:
    """Say whether two short words begin otherwise: a slip seldom falls on the first letter."""
    short = all(len(part.word.key) < ONE_EDIT_FROM for part in words)
    return short and len(words) == _TWO and len({part.word.key[:1] for part in words}) == _TWO


def _long_enough(key: str, shortest: int) -> bool:
    """Say whether a word is long enough to be misspelt, and no acronym."""
    return len(key) >= shortest and not (key.isascii() and _VOWELS.isdisjoint(key))


def _explained(ours: Sequence[Part], theirs: Sequence[Part], similarity: float) -> Alignment:
    """Return the words side by side, or both names as one where they are cut otherwise."""
    if len(ours) == len(theirs):
        pairs = [
            _beside(at, our, their)
            for at, (our, their) in enumerate(zip(ours, theirs, strict=True))
        ]
    else:
        how = "split" if len(ours) > len(theirs) else "glued"
        whole = tuple(range(len(ours))), tuple(range(len(theirs)))
        pairs = [Pair(*whole, Meeting(similarity, how), 1.0, carries=True)]
    met = sum(pair.meeting.similarity * pair.weight for pair in pairs)
    return Alignment(similarity, tuple(pairs), similarity / met)


def _beside(at: int, our: Part, their: Part) -> Pair:
    if our.word.form == their.word.form:
        meeting = EXACT
    else:
        longest = max(len(our.word.key), len(their.word.key))
        meeting = Meeting(round(1 - 1 / longest, 3), "fuzzy")
    carries = our.word.kind is Kind.WORD and their.word.kind is Kind.WORD
    return Pair((at,), (at,), meeting, min(our.weight, their.weight), carries)
