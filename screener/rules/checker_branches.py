"""The ways in which a condition can be true, and what each way says about the record."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from screener.match.catalogue import PARTIES
from screener.model.listing import Entry, Kind
from screener.rules.known import Known, is_dprk_place, is_presumed_place
from screener.rules.schema import (
    All,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Finds,
    NamedCondition,
    Test,
    Use,
)

Branch = tuple[Condition, ...]
"""Leaves that are all true together."""

_MOST = 400
_FROM_HITS = ("entity", "place", "product", "entry", "matched_name", "legs")
PLACEHOLDERS = _FROM_HITS
"""What a sentence may take from the hits a rule used; columns may be named beside them."""

# An empty column can make these true, so that they bind nothing.
_TRUE_WHEN_EMPTY = frozenset({"says_none"})
_SIGNAL_OF_TYPE = {
    "text": "words",
    "name": "party",
    "hs": "goods",
    "place": "place",
    "money": "money",
    "number": "number",
}


def branches(
    condition: Condition, named: Mapping[str, NamedCondition]
) -> tuple[Branch, ...] | None:
    """Return the sets of leaves that each make ``condition`` true; None if there are too many.

    Named conditions are followed; one that is unknown or refers to itself adds no leaf.
    """
    found = _branches(condition, named, frozenset())
    return found if len(found) <= _MOST else None


def _branches(
    condition: Condition, named: Mapping[str, NamedCondition], above: frozenset[str]
) -> tuple[Branch, ...]:
    match condition:
        case All(parts):
            return _together([_branches(part, named, above) for part in parts])
        case AnyOf(parts):
            return tuple(way for part in parts for way in _branches(part, named, above))[
                : _MOST + 1
            ]
        case AtLeast(count, parts):
            ways = [_branches(part, named, above) for part in parts]
            chosen = combinations(ways, count)
            return _limited(way for some in chosen for way in _together(some))
        case Use(name):
            if name in above or name not in named:
                return ((),)
            return _branches(named[name].condition, named, above | {name})
        case _:
            return ((condition,),)


def _together(ways: Sequence[tuple[Branch, ...]]) -> tuple[Branch, ...]:
    return _limited(tuple(leaf for way in some for leaf in way) for some in product(*ways))


def _limited(ways: Iterator[Branch]) -> tuple[Branch, ...]:
    return tuple(way for way, _ in zip(ways, range(_MOST + 1), strict=False))


def bound(branch: Branch, known: Known) -> frozenset[str]:
    """Return the placeholders that have a value wherever the leaves of ``branch`` are true."""
    return frozenset(name for leaf in branch for name in _bound(leaf, known))


def _bound(leaf: Condition, known: Known) -> Iterator[str]:
    match leaf:
        case Test(column, test, values):
            if test not in _TRUE_WHEN_EMPTY and (test, values) != ("is_missing", ("true",)):
                yield column
            if test == "on_list":
                yield from ("entity", "entry", "matched_name")
            elif test in {"within", "near"}:
                yield from ("place", "entry")
        case Finds(columns=columns):
            yield "entry"
            yield from _bound_by_kinds(known.sought_kinds(leaf))
            if columns is not None and len(columns) == 1:
                yield columns[0]
        case Compare(left, _, _, right):
            yield from (left, right)


def _bound_by_kinds(kinds: set[Kind]) -> Iterator[str]:
    """Yield what a hit of any of these kinds gives a name to."""
    if kinds <= PARTIES | {Kind.TERM}:
        yield "entity"
    if kinds <= PARTIES:
        yield "matched_name"
    if kinds == {Kind.LISTING}:
        yield "legs"
    if kinds == {Kind.PLACE}:
        yield "place"
    if kinds == {Kind.GOODS}:
        yield "product"


def signals(branch: Branch, known: Known) -> frozenset[str]:
    """Return the kinds of evidence a branch rests on.

    Countries, dates and empty columns are no evidence by themselves; a DPRK place or country
    is evidence of its own kind ("dprk"), which needs no other, as is a place whose goods the law
    presumes made with forced labour.
    """
    return frozenset(signal for leaf in branch for signal in _signals(leaf, known))


def _signals(leaf: Condition, known: Known) -> Iterator[str]:
    match leaf:
        case Finds(any_of, within):
            if leaf.under:
                yield _kind_signal(Kind.LISTING)
            for name in (*any_of, *within):
                entry = known.entries[name]
                yield _place_signal(entry) or _kind_signal(entry.kind)
        case Test(column, test, values):
            if column in known.fields and test != "is_missing":
                yield from _test_signals(known.fields[column].type, test, values, known)
        case Compare(left):
            if left in known.fields:
                yield f"compared {known.fields[left].type}"
        case _:
            yield "other rule"


def _test_signals(kind: str, test: str, values: tuple[str, ...], known: Known) -> Iterator[str]:
    if kind == "country":
        if test != "not_in" and set(values) == {"KP"}:
            yield "dprk"
    elif kind == "place":
        for name in values:
            yield (_place_signal(known.entries[name]) if name in known.entries else "") or "place"
    elif kind in _SIGNAL_OF_TYPE:
        yield _SIGNAL_OF_TYPE[kind]


def _place_signal(entry: Entry) -> str:
    """Return the kind of evidence of a place that decides alone; empty for other places."""
    if is_dprk_place(entry):
        return "dprk"
    return "presumed place" if is_presumed_place(entry) else ""


def _kind_signal(kind: Kind) -> str:
    return "party" if kind in PARTIES else str(kind)
