"""Anchors and vetoes of an entry: whether their words stand where a hit wants them."""

from collections.abc import Sequence

from screener.match.catalogue import Compiled, LocalCue
from screener.match.denials import Span
from screener.match.reading import Match, Reading
from screener.model.listing import Alias

_NEXT_GAP = 3
_DIVIDERS = frozenset(",;:|，、；：")
_NEAR_GAP = 24


def anchored(reading: Reading, match: Match, compiled: Compiled, alias: Alias) -> bool:
    """Say whether enough of the anchors that an alias asks for stand: each of them, or any one.

    An alias asks for the anchors it names, or for any of its entry.
    """
    standing = (
        _cue_stands(reading, match.start, match.end, cue)
        or any(
            other.use.entry in cue.entries and _stands(reading, match, other, cue.scope)
            for other in (reading.matches if cue.entries else ())
        )
        for cue in compiled.anchors
        if not alias.anchors or cue.name in alias.anchors
    )
    return all(standing) if alias.every else any(standing)


def vetoed(reading: Reading, match: Match, compiled: Compiled) -> bool:
    """Say whether the words of a veto stand beside a hit."""
    return any(_cue_stands(reading, match.start, match.end, cue) for cue in compiled.vetoes)


def elsewhere(cues: Sequence[LocalCue], alias: Alias | None) -> frozenset[int]:
    """Return the entries of the record that a record-wide cue looks for."""
    return frozenset(
        entry
        for cue in cues
        if cue.scope == "record"
        and (alias is None or not alias.anchors or cue.name in alias.anchors)
        for entry in cue.entries
    )


def _cue_stands(reading: Reading, start: int, end: int, cue: LocalCue) -> bool:
    """Say whether a cue's words stand where its scope wants them, seen from a hit."""
    spans = reading.cues.get(cue.words, ()) if cue.words is not None else ()
    if not spans:
        return False
    if cue.scope == "over":
        return any(
            span.start <= start and end <= span.end and span.end - span.start > end - start
            for span in spans
        )
    if cue.scope == "next":
        return any(_adjacent(reading.folded.raw, start, end, span) for span in spans)
    stretch = (0, len(reading.folded.raw))
    if cue.scope == "near":
        first, last = reading.sentences.around(start)
        stretch = (max(first, start - _NEAR_GAP), min(last, end + _NEAR_GAP))
    if cue.scope == "clause":
        stretch = reading.sentences.around(start)
    return any(
        span.start < stretch[1]
        and stretch[0] < span.end
        and not (span.start >= start and span.end <= end)
        for span in spans
    )


def _adjacent(raw: str, start: int, end: int, span: Span) -> bool:
    """Say whether a cue directly precedes or follows a hit, or reaches into it."""
    if span.start < end and start < span.end:
        return not (start <= span.start and span.end <= end)
    gap = raw[end : span.start] if span.start >= end else raw[span.end : start]
    return len(gap) <= _NEXT_GAP and not any(
        character.isalnum() or character in _DIVIDERS for character in gap
    )


def _stands(reading: Reading, match: Match, other: Match, scope: str) -> bool:
    """Say whether another entry's name stands within the scope, beside the match itself."""
    if other.start < match.end and match.start < other.end:
        return other.start < match.start or other.end > match.end
    if scope == "next":
        return _adjacent(reading.folded.raw, match.start, match.end, Span(other.start, other.end))
    if scope == "clause":
        first, last = reading.sentences.around(match.start)
        return first <= other.start < last
    return True
