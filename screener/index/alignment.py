"""Two names laid side by side: which word met which, how, and what it is worth.

Soft TF-IDF after Cohen, Ravikumar and Fienberg (IIWeb 2003), as a weighted Dice coefficient
over a one-to-one alignment, so that the parts of the score are the explanation. What then
separates companies that share words is added as factors: other numbers, other places, other
trades. Names without a distinctive word in common are no match unless they are the same.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from screener.index.lexicon import Kind, latin_keys
from screener.index.vocabulary import Meeting, Part
from screener.index.weights import (
    FEWEST_LETTERS,
    NOT_CARRIED,
    ONE_COUNTRY,
    ONE_NUMBER,
    OTHER_NUMBERS,
    OTHER_PLACES,
    OTHER_TRADES,
    SHORTEST_SAME,
)

_FIRST = "#1"
_COUNTRY_CODE = 2
_SOMEWHERE = "/*/"


class Pair(NamedTuple):
    """Words of ours (by position) that met words of theirs."""

    ours: tuple[int, ...]
    theirs: tuple[int, ...]
    meeting: Meeting
    weight: float
    carries: bool


class Alignment(NamedTuple):
    """The pairs in the order of ours; ``share`` is what a unit of met weight adds."""

    similarity: float
    pairs: tuple[Pair, ...]
    share: float


class _Sides(NamedTuple):
    """Both names whole, and the words of each that met nothing."""

    ours: Sequence[Part]
    theirs: Sequence[Part]
    ours_alone: list[Part]
    theirs_alone: list[Part]


NOTHING = Alignment(0.0, (), 0.0)
Meet = Callable[[int, int], Meeting | None]
Met = tuple[int, int, Meeting]
"""A word of ours and one of theirs, by position, and how they meet."""


def align(ours: Sequence[Part], theirs: Sequence[Part], meet: Meet) -> Alignment:
    """Return the alignment of two names; ``meet`` says how two of their words meet.

    The similarity is the same either way round.
    """
    return aligned(ours, theirs, all_met(ours, theirs, meet))


def aligned(ours: Sequence[Part], theirs: Sequence[Part], met: Iterable[Met]) -> Alignment:
    """Return the alignment of two names of which all words that meet are given, in order."""
    pairs = _one_to_one(_single_pairs(ours, theirs, met), ours, theirs, ())
    if len(pairs) < min(len(ours), len(theirs)) or len(ours) != len(theirs):
        pairs += _one_to_one(_glued_pairs(ours, theirs), ours, theirs, pairs)
    if not pairs:
        return NOTHING
    met_ours = {index for pair in pairs for index in pair.ours}
    met_theirs = {index for pair in pairs for index in pair.theirs}
    sides = _Sides(
        ours,
        theirs,
        [part for index, part in enumerate(ours) if index not in met_ours],
        [part for index, part in enumerate(theirs) if index not in met_theirs],
    )
    return _scored(sides, tuple(sorted(pairs)))


def all_pairs(
    ours: Sequence[Part], theirs: Sequence[Part], met: Iterable[Met], *, glued: bool = True
) -> list[Pair]:
    """Return every way in which words of ours meet words of theirs.

    ``met`` are all words that meet, in order; ``glued`` says whether any may be two as one.
    """
    pairs = _single_pairs(ours, theirs, met)
    return pairs + _glued_pairs(ours, theirs) if glued else pairs


def all_met(ours: Sequence[Part], theirs: Sequence[Part], meet: Meet) -> Iterator[Met]:
    """Yield every word of ours with every word of theirs that it meets, in order."""
    for one in range(len(ours)):
        for other in range(len(theirs)):
            met = meet(one, other)
            if met is not None:
                yield one, other, met


def _single_pairs(
    ours: Sequence[Part], theirs: Sequence[Part], all_met: Iterable[Met]
) -> list[Pair]:
    """Return the words that meet with what they weigh."""
    pairs: list[Pair] = []
    for one, other, met in all_met:
        our, their = ours[one], theirs[other]
        if met.brands is not None and _all_pinyin(ours) and _all_pinyin(theirs):
            met = Meeting(met.brands, met.how)  # noqa: PLW2901
        carries = our.word.kind is Kind.WORD and their.word.kind is Kind.WORD
        pairs.append(Pair((one,), (other,), met, min(our.weight, their.weight), carries))
    return pairs


def _all_pinyin(parts: Sequence[Part]) -> bool:
    """Say whether every brand of a name is pinyin."""
    return all(part.pinyin for part in parts if part.word.kind is Kind.WORD)


def _glued_pairs(ours: Sequence[Part], theirs: Sequence[Part]) -> list[Pair]:
    """Return the words of either side that are two neighbours of the other written as one."""
    pairs = [
        Pair((first, first + 1), (index,), Meeting(1.0, "split"), weight, carries=True)
        for first, index, weight in _joins(ours, theirs)
    ]
    pairs += [
        Pair((index,), (first, first + 1), Meeting(1.0, "glued"), weight, carries=True)
        for first, index, weight in _joins(theirs, ours)
    ]
    return pairs


def _joins(apart: Sequence[Part], whole: Sequence[Part]) -> Iterable[tuple[int, int, float]]:
    """Yield (position, position in ``whole``, weight) of neighbours that together are a word."""
    if len(apart) == 1:
        return
    written = {
        key: index
        for index, part in enumerate(whole)
        if part.word.kind is Kind.WORD
        for key in latin_keys(part.word)
    }
    if not written:
        return
    for first in range(len(apart) - 1):
        left, right = apart[first], apart[first + 1]
        index = written.get(left.word.key + right.word.key)
        if index is not None and joined_carries(left, right):
            yield first, index, (left.weight + right.weight + whole[index].weight) / 2


def _carries(part: Part) -> bool:
    return part.word.kind is Kind.WORD


def joined_carries(left: Part, right: Part) -> bool:
    """Say whether two neighbours may be one word written apart; one of them at least carries."""
    kinds = (left.word.kind, right.word.kind)
    return Kind.WORD in kinds and Kind.NUMBER not in kinds


def _one_to_one(
    pairs: list[Pair], ours: Sequence[Part], theirs: Sequence[Part], taken: Iterable[Pair]
) -> list[Pair]:
    """Return the best pairs such that no word is used twice, the most valuable first.

    Words of equal value are taken in the order of what is written, not of who asks, so that
    the outcome is the same either way round.
    """
    if not pairs:
        return []
    used_ours = {index for pair in taken for index in pair.ours}
    used_theirs = {index for pair in taken for index in pair.theirs}

    def order(pair: Pair) -> tuple[float, list[str], tuple[int, ...], tuple[int, ...]]:
        forms = [ours[index].word.form for index in pair.ours]
        forms += [theirs[index].word.form for index in pair.theirs]
        return -pair.meeting.similarity * pair.weight, sorted(forms), pair.ours, pair.theirs

    chosen: list[Pair] = []
    for pair in sorted(pairs, key=order) if len(pairs) > 1 else pairs:
        if used_ours.isdisjoint(pair.ours) and used_theirs.isdisjoint(pair.theirs):
            chosen.append(pair)
            used_ours.update(pair.ours)
            used_theirs.update(pair.theirs)
    return chosen


def _scored(sides: _Sides, pairs: tuple[Pair, ...]) -> Alignment:
    """Return the alignment with its similarity: the weight that met, times what separates."""
    met = sum(pair.meeting.similarity * pair.weight for pair in pairs)
    both = sum(pair.weight for pair in pairs)
    alone = sum(part.floor for part in (*sides.ours_alone, *sides.theirs_alone))
    factor = _separation(sides) * _carriage(sides, pairs)
    share = 2 * factor / (2 * both + alone)
    return Alignment(round(share * met, 3), pairs, share)


def _separation(sides: _Sides) -> float:
    """Return the factor for numbers, places and trades that tell the names apart."""
    factor = 1.0
    if not sides.ours_alone and not sides.theirs_alone:
        return factor
    numbers = [_of(side, Kind.NUMBER) for side in (sides.ours_alone, sides.theirs_alone)]
    if all(numbers):
        factor *= OTHER_NUMBERS
    elif any(part.word.form != _FIRST for part in (*numbers[0], *numbers[1])):
        factor *= ONE_NUMBER
    places = [_of(side, Kind.PLACE) for side in (sides.ours_alone, sides.theirs_alone)]
    if all(places) and not any(
        compatible(our.word.path, their.word.path) for our in places[0] for their in places[1]
    ):
        factor *= OTHER_PLACES
    elif _sister(sides.ours, places[0], places[1]) or _sister(sides.theirs, places[1], places[0]):
        factor *= ONE_COUNTRY
    if all(_of(side, Kind.GENERIC) for side in (sides.ours_alone, sides.theirs_alone)):
        factor *= OTHER_TRADES
    return factor


def _sister(name: Sequence[Part], places: list[Part], others: list[Part]) -> bool:
    """Say whether a name ends with a country of its own behind its brand (Santander Chile)."""
    if others or len(places) != 1 or places[0] is not name[-1]:
        return False
    path = places[0].word.path
    return len(path) == _COUNTRY_CODE and any(map(_carries, name))


def _of(parts: list[Part], kind: Kind) -> list[Part]:
    return [part for part in parts if part.word.kind is kind]


def compatible(first: str, second: str) -> bool:
    """Say whether one place may lie in the other; an unknown path may lie anywhere.

    A path that ends with a star is some city there, and no other city.
    """
    for one, other in ((first, second), (second, first)):
        if one.endswith(_SOMEWHERE):
            above = one.removesuffix(_SOMEWHERE)
            return not other.endswith("/") and (other.startswith(above) or above.startswith(other))
    return first.startswith(second) or second.startswith(first)


def _carriage(sides: _Sides, pairs: tuple[Pair, ...]) -> float:
    """Return the factor for what carries the match: distinctive words, or nothing but sameness."""
    complete = not sides.ours_alone and not sides.theirs_alone
    letters = sum(
        min(_letters(sides.ours, pair.ours), _letters(sides.theirs, pair.theirs))
        for pair in pairs
        if pair.carries or (complete and _initial(sides.ours, pair.ours))
    )
    if letters > FEWEST_LETTERS or (letters == FEWEST_LETTERS and complete):
        return 1.0
    if letters > 1 and complete and len(pairs) > 2:
        return 1.0
    if letters == 0 and complete and not _mixed(sides, pairs) and _says_enough(sides.ours):
        return 1.0
    return NOT_CARRIED


def _mixed(sides: _Sides, pairs: tuple[Pair, ...]) -> bool:
    """Say whether a word that no list knows met a place by its spelling: that is no name alone."""
    return any(
        pair.meeting.how == "romanization"
        and _carries(sides.ours[pair.ours[0]]) is not _carries(sides.theirs[pair.theirs[0]])
        for pair in pairs
    )


def _initial(parts: Sequence[Part], indices: tuple[int, ...]) -> bool:
    return all(parts[index].word.kind is Kind.INITIAL for index in indices)


def _letters(parts: Sequence[Part], indices: tuple[int, ...]) -> int:
    """Return the letters of some words; a Han or Hangul character says as much as two."""
    words = [parts[index].word for index in indices]
    return sum(len(word.form) * (2 if word.script in {"hani", "hang"} else 1) for word in words)


def _says_enough(parts: Sequence[Part]) -> bool:
    """Say whether a name of generic words is specific enough to be the same only as itself."""
    return len(parts) > 1 or _letters(parts, (0,)) >= SHORTEST_SAME
