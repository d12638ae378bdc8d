"""In which sense something changed: found more or less often, worth more or fewer points."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import reduce

from screener.rules.schema import (
    All,
    AnyOf,
    AtLeast,
    Condition,
    NamedCondition,
    Use,
)
from screener.rules.ways import covered, ways_of

Named = Mapping[str, NamedCondition]


class Sense(StrEnum):
    """What a change does: nothing, other words alone, more, less, or neither for sure."""

    SAME = "same"
    REWORDED = "reworded"
    MORE = "more"
    LESS = "less"
    OTHER = "other"

    def reverse(self) -> "Sense":
        """Return what more of a veto means for its rule."""
        return {Sense.MORE: Sense.LESS, Sense.LESS: Sense.MORE}.get(self, self)


def together(senses: Iterable[Sense]) -> Sense:
    """Return the sense of several changes at once.

    >>> together([Sense.REWORDED, Sense.MORE]).value, together([Sense.MORE, Sense.LESS]).value
    ('more', 'other')
    """
    return reduce(_joined, senses, Sense.SAME)


def _joined(one: Sense, other: Sense) -> Sense:
    if one == other or other is Sense.SAME:
        return one
    if one is Sense.SAME or one is Sense.REWORDED:
        return other
    return one if other is Sense.REWORDED else Sense.OTHER


def of_numbers(pairs: Iterable[tuple[int, int]]) -> Sense:
    """Return the sense of figures before and after, each the better for detection the higher.

    >>> of_numbers([(15, 25), (40, 40)]).value
    'more'
    """
    return together(
        Sense.MORE if after > before else Sense.LESS if after < before else Sense.SAME
        for before, after in pairs
    )


def of_conditions(
    before: Condition | None, after: Condition | None, old: Named, new: Named
) -> Sense:
    """Return the sense of a condition before and after, where None is never true.

    It is `other` where the two cannot be compared: nothing may be lost unseen.
    """
    if _written_out(before, old) == _written_out(after, new):
        return Sense.SAME
    ways, others = ways_of(before, old), ways_of(after, new)
    if ways is None or others is None:
        return Sense.OTHER
    kept, nothing_new = covered(ways, others), covered(others, ways)
    if kept and nothing_new:
        return Sense.REWORDED
    return Sense.MORE if kept else Sense.LESS if nothing_new else Sense.OTHER


def _written_out(condition: Condition | None, named: Named) -> Condition | None:
    """Return a condition with every named one in its place."""
    match condition:
        case All(parts):
            return All(_parts(parts, named))
        case AnyOf(parts):
            return AnyOf(_parts(parts, named))
        case AtLeast(count, parts):
            return AtLeast(count, _parts(parts, named))
        case Use(name) if name in named:
            return _written_out(named[name].condition, named)
        case _:
            return condition


def _parts(parts: tuple[Condition, ...], named: Named) -> tuple[Condition, ...]:
    return tuple(inner for part in parts if (inner := _written_out(part, named)) is not None)
