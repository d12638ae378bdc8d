"""A distinct value with every name, cue and locality found in it, before it is judged."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from screener.index.phrases import Found, Stream, Streams
from screener.match.boundaries import SHORT, stands_clean
from screener.match.catalogue import AliasUse, Catalogue, CueUse, LocalityUse
from screener.match.denials import Span
from screener.match.features import CALLED_AFTER, Place
from screener.match.streets import is_district, is_park, is_street
from screener.text.folding import Folded, fold
from screener.text.sentences import Sentences, sentences

_BRACKET = re.compile(r"""\s*[（(]\s*["'“‘”]?\s*(?:the\s+)?""", re.IGNORECASE)


class Match(NamedTuple):
    """An alias found: where in the joined text, where in the raw one, how alike."""

    use: AliasUse
    stream: Stream
    found: Found
    start: int
    end: int


class Reading(NamedTuple):
    """One value with everything that was found in it, before it is judged.

    ``streams`` are the ways it is compared, where they were made.
    """

    value: str
    folded: Folded
    sentences: Sentences
    matches: tuple[Match, ...]
    cues: dict[int, list[Span]]
    terms: dict[str, list[Span]]
    places: tuple[Place, ...]
    streams: Streams | None = None


def read(catalogue: Catalogue, value: str) -> Reading:
    """Return every alias, cue and locality in a value, with spans in the value as sent."""
    folded = fold(value)
    matches: list[Match] = []
    cues: dict[int, list[Span]] = {}
    places: list[Place] = []
    streams = catalogue.index.streams(folded)
    for stream, found in catalogue.index.find_in(streams):
        use = catalogue.uses[found.use]
        start, end = stream.folded.span(found.start, found.end)
        if isinstance(use, CueUse):
            cues.setdefault(use.words, []).append(Span(start, word_end(stream.folded, found, end)))
        elif isinstance(use, LocalityUse):
            locality = catalogue.localities[use.locality]
            if _bounded(stream.folded, found):
                kind = CALLED_AFTER if is_park(stream.folded, found.end) else locality.kind
                places.append(Place(start, end, kind, ((locality.country, locality.admin),)))
        else:
            matches.append(Match(use, stream, found, start, end))
    within = sentences(folded.raw)
    return Reading(value, folded, within, tuple(matches), cues, {}, _outermost(places), streams)


def word_end(folded: Folded, found: Found, end: int) -> int:
    """Return the end of a Hangul word with its particles; other words end where they end."""
    token = folded.tokens[folded.token_at(found.end - 1)]
    return token.end if token.script == "hang" else end


def _bounded(folded: Folded, found: Found) -> bool:
    """Say whether a locality stands by itself: no street called after it, no Han cut from a word."""
    if is_street(folded, found.start, found.end) or is_district(folded, found.end):
        return False
    han = "一" <= folded.joined[found.start] <= "鿿"
    return (
        not han or found.end - found.start > SHORT or stands_clean(folded, found.start, found.end)
    )


def _outermost(places: Iterable[Place]) -> tuple[Place, ...]:
    """Return the localities not inside a longer one's name, in order; one name, all readings."""
    readings: dict[tuple[int, int], list[Place]] = {}
    for place in places:
        readings.setdefault((place.start, place.end), []).append(place)
    kept: list[Place] = []
    for start, end in sorted(readings, key=lambda span: (span[0], -span[1])):
        if kept and kept[-1].start <= start and end <= kept[-1].end:
            continue
        same = readings[start, end]
        every = sorted({reading for place in same for reading in place.readings}, key=str)
        kept.append(Place(start, end, min(place.kind for place in same), tuple(every)))
    return tuple(kept)


def explained(reading: Reading) -> dict[Span, Span]:
    """Return for each name in brackets the name before them that is the same: North Korea (DPRK)."""
    found: dict[Span, Span] = {}
    for opened in _BRACKET.finditer(reading.value):
        inside = [one for one in reading.matches if one.start == opened.end()]
        # The longest name before the brackets comes last.
        before = sorted(
            (one for one in reading.matches if one.end == opened.start()), key=_backwards
        )
        for other in inside:
            for match in before:
                if match.use.entry == other.use.entry:
                    found[Span(other.start, other.end)] = Span(match.start, match.end)
    return found


def _backwards(match: Match) -> int:
    return -match.start
