"""What places named beside a name say of where the entry lies."""

import re
from collections.abc import Iterable, Sequence

from screener.match.catalogue import Compiled
from screener.match.features import CALLED_AFTER, Place
from screener.model.listing import Entry
from screener.text.sentences import Sentences

_NEXT_GAP = 3
_WORKS = re.compile(
    r"[\s,-]*(?:[\w'’.&-]+\s+){0,4}?(?:factory|factories|fty|mills?|plant|works|workshop|combine|joint venture|jv)\b"
    r"|\w{0,8}?(?:工厂|工场|厂|工場|공장|방직|피복)|[\w\s-]{0,30}?(?:фабрика|комбинат|завод)",
    re.IGNORECASE,
)
_ARROW = re.compile(r"[^\S\n]*(?:[-–—=]{0,2}>|→|⇒|➔|➜|►|>>|〉)[^\S\n]*")
_MISTAKEN = frozenset({"CN-LN", "CN-JL", "CN-HL"})
"""The three provinces of the northeast, of which the wrong one is often written beside a town."""


def nearby(
    found: tuple[Sentences, tuple[Place, ...]],
    start: int,
    end: int,
    compiled: Compiled,
    *,
    prose: bool,
) -> int:
    """Return what localities beside a name say of its place: 1 for, -1 against, 0 nothing.

    A longer name that holds this one says where it lies: Kishiwada is written with the characters
    of Hetian. In prose a sentence names many places; only one that directly follows the name, as
    in an address, speaks against it.
    """
    sentences, places = found
    first, last = sentences.around(start)
    beside = [
        place
        for place in places
        if first <= place.start < last
        and (place.end <= start or end <= place.start or _covers(place, start, end))
    ]
    said = agreement(compiled, [(place.kind, place.readings) for place in beside])
    if said != -1 or not prose:
        return said
    next_to = [
        place
        for place in beside
        if (0 <= place.start - end <= _NEXT_GAP or _covers(place, start, end))
        and _rivals(compiled, place)
    ]
    return agreement(compiled, [(place.kind, place.readings) for place in next_to])


def goes_on_with_works(raw: str, end: int, places: Sequence[Place]) -> bool:
    """Say whether a firm's name goes on with the works at the place: Sinuiju Knitting Factory.

    Towns of the south have namesakes in the DPRK, so that a place of the south beside it settles it.
    """
    south = any(reading[0] == "KR" for place in places for reading in place.readings)
    return not south and _WORKS.match(raw, end) is not None


def on_a_way(raw: str, places: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Say whether an arrow joins a place to another before or behind it: Sinuiju → Dandong.

    >>> on_a_way("Sinuiju -> Dandong", [(11, 18)], 0, 7), on_a_way("Sinuiju, Dandong", [(9, 16)], 0, 7)
    (True, False)
    """
    return any(
        _ARROW.fullmatch(raw, end, first) or _ARROW.fullmatch(raw, last, start)
        for first, last in places
    )


def _covers(place: Place, start: int, end: int) -> bool:
    longer = place.end - place.start > end - start
    return longer and place.start <= start and end <= place.end


def _rivals(compiled: Compiled, place: Place) -> bool:
    """Say whether a locality lies where the place has namesakes: for the DPRK, in the south."""
    return compiled.entry.country != "KP" or any(reading[0] == "KR" for reading in place.readings)


def beside_its_port(places: Sequence[Place], start: int, end: int, entry: Entry) -> bool:
    """Say whether a stretch names the division that an entry is, beside a port in it.

    "Khorgos, Xinjiang" tells where the crossing lies, which freight of all China passes.
    """
    division = tuple((entry.country, code) for code in entry.admin)
    here = [one for one in places if one.readings == division]
    return any(one.kind == "port" for one in here) and any(
        one.kind == "admin" and one.start <= start and end <= one.end for one in here
    )


def agreement(
    compiled: Compiled, evidence: Iterable[tuple[str, tuple[tuple[str, str | None], ...]]]
) -> int:
    """Return whether evidence agrees with an entry's own place: 1, -1, or 0 for silence.

    A division is agreed with by itself; a country alone neither confirms nor denies one of
    its divisions. Agreement outweighs contradiction, since addresses name several places. What
    a park or a building is called after contradicts nothing.
    """
    entry = compiled.entry
    if entry.country is None:
        return 0
    against = False
    for kind, readings in evidence:
        agreed = [_agrees(entry.country, entry.admin, reading) for reading in readings]
        if readings and all(agreed):
            return 1
        # A name that several places share (Ji'an, Fengcheng) says nothing by itself.
        silent = kind == CALLED_AFTER or any(agreed)
        silent = silent or any(_silent(entry, reading) for reading in readings)
        against = against or not silent
    return -1 if against else 0


def _agrees(country: str, admin: Sequence[str], reading: tuple[str, str | None]) -> bool:
    return reading[0] == country and (not admin or reading[1] in admin)


def _silent(entry: Entry, reading: tuple[str, str | None]) -> bool:
    mistaken = reading[1] in _MISTAKEN and not _MISTAKEN.isdisjoint(entry.admin)
    return reading[0] == entry.country and (reading[1] is None or mistaken)
