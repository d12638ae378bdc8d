"""Anchors and vetoes of an entry: whether their words stand where a hit wants them.

English compounds carry their head last: a doll stroller is a stroller. A word that directly
follows a hit (scope ``behind``) may be that head; one that stands before it (scope ``governs``:
machine for making, parts of, without) may take the hit as its object, and a verb of having before
it in its sentence (scope ``predicate``) tells what the goods have. All are lists of the
watchlists; here stands only how far they reach.
"""

import re
from collections.abc import Callable, Sequence

from screener.match.catalogue import PARTIES, Compiled, LocalCue
from screener.match.denials import Span
from screener.match.reading import Match, Reading
from screener.model.listing import Alias

PRISON = "prison-site"
"""What a hit of a word for prison work supports."""
_WIDE = frozenset({"near", "clause"})
_DONE_BY = re.compile(
    r"(?:\b(?:by|par|por|von|durch|da|od|door)|\b(?:made|sewn|knitted|packed|assembled|manufactured|produced|finished|printed|"
    r"boxed|stitched|hecho|hechos|fabricado|fabricados|fabriqué|fabriqués|hergestellt|genäht|изготовлено|изготовлены)"
    r"\s+(?:in|at|inside|en|à|im|в))\s+(?:\w+\s+){0,2}$|[由在]\w{0,4}$",
    re.IGNORECASE,
)
_DOES_IT = re.compile(
    r"\s+(?:\w+\s+)?(?:make|made|sew|sewed|knit|stitch|assemble|stuff|pack|paint|print|finish|produce|do)(?:e?[sd]|ted)?\s+"
    r"(?:the|our|these|those|your|all|most|some)\b|(?:手工)?(?:制作|缝制|加工|生产|组装|包装|编织|钩织|做)"
    r"|들?[이가]\s[^.;\n]{0,24}?(?:제작|제조|봉제|조립|포장|생산|가공|만든|만들|꿰매)",
    re.IGNORECASE,
)
_LABEL_GAP = 4
_LABEL = re.compile(r"[\s:：=(（\[\"'“»-]*")
_COMPANY = re.compile(
    r"[\s&]+(?:co\b|ltd|inc\b|llc|corp|group|trad|textil|garment|industr|intern|logist|holding)",
    re.IGNORECASE,
)
_NEXT_GAP = 3
_DIVIDERS = frozenset(",;:|，、；：")
_NEAR_GAP = 24
_REACH = 40
_WORDS_BETWEEN = 3
_WORD = re.compile(r"\w+")
_BREAK = re.compile(r"[\w,;:|，、；：()/]")
_PAUSE = re.compile(r"[;:|，、；：.()]|,(?=\s)")
_MADE = re.compile(
    r"[\s-]*(?:made|knit|knitted|sewn|woven|crocheted|embroidered|stitched|quilted|washable|filled|"
    r"printed|washed|lined|backed|covered)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:sets?|kits?|packs?|together|along|combos?|assortments?|boxe?s?|filled)\s*$",
    re.IGNORECASE,
)


def anchored(reading: Reading, match: Match, compiled: Compiled, alias: Alias) -> bool:
    """Say whether enough of the anchors that an alias asks for stand: each of them, or any one.

    An alias asks for the anchors it names, or for any of its entry.
    """
    standing = (
        cue_stands(reading, match.start, match.end, cue)
        or any(
            other.use.entry in cue.entries and _stands(reading, match, other, cue.scope)
            for other in (reading.matches if cue.entries else ())
        )
        for cue in compiled.anchors
        if not alias.anchors or cue.name in alias.anchors
    )
    return all(standing) if alias.every else any(standing)


def vetoed(reading: Reading, match: Match, compiled: Compiled) -> bool:
    """Say whether the words of a veto stand beside a hit.

    A distinctive name that holds an anchor of its own says whose it is: the political bureau of the
    Korean People's Army is that, with an address in China as well.
    """
    vetoes = compiled.vetoes
    if vetoes and _says_whose(reading, match, compiled):
        vetoes = tuple(cue for cue in vetoes if cue.scope in _PLACES)
    if PRISON in compiled.entry.supports and _worked(reading.folded.raw, match):
        # Who did the work is not what the goods show: toys packed by inmates.
        vetoes = tuple(cue for cue in vetoes if cue.scope not in _WIDE)
    return any(cue_stands(reading, match.start, match.end, cue) for cue in vetoes)


def _worked(raw: str, match: Match) -> bool:
    """Say whether somebody is told to have done the work: by inmates, inmates assemble the toys."""
    behind = _DONE_BY.search(raw, max(0, match.start - _NEAR_GAP), match.start)
    return behind is not None or _DOES_IT.match(raw, match.end) is not None


def _says_whose(reading: Reading, match: Match, compiled: Compiled) -> bool:
    """Say whether the name of a body is distinctive and an anchor of its entry part of it."""
    alias = compiled.entry.aliases[match.use.alias]
    if alias.ambiguity != "A0" or compiled.entry.kind not in PARTIES:
        return False
    return any(
        match.start <= span.start and span.end <= match.end
        for cue in compiled.anchors
        if cue.words is not None
        for span in reading.cues.get(cue.words, ())
    )


def elsewhere(cues: Sequence[LocalCue], alias: Alias | None) -> frozenset[int]:
    """Return the entries of the record that a record-wide cue looks for."""
    return frozenset(
        entry
        for cue in cues
        if cue.scope == "record"
        and (alias is None or not alias.anchors or cue.name in alias.anchors)
        for entry in cue.entries
    )


def cue_stands(reading: Reading, start: int, end: int, cue: LocalCue) -> bool:
    """Say whether a cue's words stand where its scope wants them, seen from a hit."""
    spans = reading.cues.get(cue.words, ()) if cue.words is not None else ()
    if not spans:
        return False
    place = _PLACES.get(cue.scope)
    if place is not None:
        return any(place(reading, start, end, span) for span in spans)
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


def _over(_: Reading, start: int, end: int, span: Span) -> bool:
    """Say whether a cue covers a hit and more."""
    return span.start <= start and end <= span.end and span.end - span.start > end - start


def _beside(reading: Reading, start: int, end: int, span: Span) -> bool:
    return _adjacent(reading.folded.raw, start, end, span)


def _predicates(reading: Reading, start: int, _: int, span: Span) -> bool:
    """Say whether a cue stands before a hit in the same sentence, and not in the first.

    A line names its goods first ("carton has crochet dolls"); later sentences describe them.
    """
    first = reading.sentences.around(start)[0]
    return 0 < first <= span.start and span.end <= start


def _follows(reading: Reading, _: int, end: int, span: Span) -> bool:
    """Say whether a cue directly follows a hit, as the head of a compound follows its modifier.

    A hat machine is a machine; "hat machine knitted" tells how the hat is made.
    """
    raw = reading.folded.raw
    gap = raw[end : span.start]
    close = span.start >= end and len(gap) <= _NEXT_GAP and not _BREAK.search(gap)
    return close and not _MADE.match(raw, span.end)


def _governs(reading: Reading, start: int, _: int, span: Span) -> bool:
    """Say whether a cue stands before a hit with a few words between and nothing that ends its reach.

    "Set with doll" sells the doll: what joins the parts of a set governs none of them.
    """
    raw = reading.folded.raw
    if span.end > start or _TOGETHER.search(raw, max(0, span.start - _REACH), span.start):
        return False
    between = raw[span.end : start]
    return (
        len(between) <= _REACH
        and not _PAUSE.search(between)
        and len(_WORD.findall(between)) <= _WORDS_BETWEEN
    )


def _adjacent(raw: str, start: int, end: int, span: Span) -> bool:
    """Say whether a cue directly precedes or follows a hit, or reaches into it."""
    if span.start < end and start < span.end:
        return not (start <= span.start and span.end <= end)
    gap = raw[end : span.start] if span.start >= end else raw[span.end : start]
    return len(gap) <= _NEXT_GAP and not any(
        character.isalnum() or character in _DIVIDERS for character in gap
    )


def _labels(reading: Reading, start: int, end: int, span: Span) -> bool:
    """Say whether a cue is the label of a hit: before it, with a mark between at most.

    "Country of origin: KP" gives a code; "origin KP Textiles Ltd" begins the name of a company.
    """
    raw = reading.folded.raw
    gap = raw[span.end : start]
    labelled = span.end <= start and len(gap) <= _LABEL_GAP and _LABEL.fullmatch(gap) is not None
    return labelled and _COMPANY.match(raw, end) is None


_PLACES: dict[str, Callable[[Reading, int, int, Span], bool]] = {
    "over": _over,
    "next": _beside,
    "behind": _follows,
    "governs": _governs,
    "predicate": _predicates,
    "labels": _labels,
}


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
