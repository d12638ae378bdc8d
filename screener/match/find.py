"""Find: what one distinct value of one column holds, as far as the value itself can tell.

Everything here is done once per distinct value. What the value does not settle (an anchor
or a country stated elsewhere, a tariff code) leaves this step as a conditional candidate;
``screener.match.context`` settles it for each distinct combination.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from screener.index.phrases import Found, Stream
from screener.match.boundaries import (
    SHORT,
    administrative_suffix,
    names_part_of_a_town,
    stands_clean,
)
from screener.match.catalogue import (
    ADMIN_SUFFIXES,
    PARTIES,
    AliasUse,
    Catalogue,
    Compiled,
    CueUse,
    LocalCue,
    LocalityUse,
)
from screener.match.denials import Span
from screener.match.features import Candidate, Place
from screener.match.mentions import Prose, Verdict
from screener.match.whereabouts import nearby
from screener.model.field import Field
from screener.model.listing import Alias, Kind
from screener.text.folding import Folded, fold
from screener.text.sentences import Sentences, sentences

_SURE = 0.9
_NEXT_GAP = 3
_DIVIDERS = frozenset(",;:|，、；：")
_NEAR_GAP = 24


class Match(NamedTuple):
    """An alias found: where in the joined text, where in the raw one, how alike."""

    use: AliasUse
    stream: Stream
    found: Found
    start: int
    end: int


class Reading(NamedTuple):
    """One value with everything that was found in it, before it is judged."""

    folded: Folded
    sentences: Sentences
    matches: tuple[Match, ...]
    cues: dict[int, list[Span]]
    terms: dict[str, list[Span]]
    places: tuple[Place, ...]


def read(catalogue: Catalogue, value: str) -> Reading:
    """Return every alias, cue and locality in a value, with spans in the value as sent."""
    folded = fold(value)
    matches: list[Match] = []
    cues: dict[int, list[Span]] = {}
    places: list[Place] = []
    for stream, found in catalogue.index.find(folded):
        use = catalogue.uses[found.use]
        start, end = stream.folded.span(found.start, found.end)
        if isinstance(use, CueUse):
            cues.setdefault(use.words, []).append(Span(start, _word_end(stream.folded, found, end)))
        elif isinstance(use, LocalityUse):
            locality = catalogue.localities[use.locality]
            if _bounded(stream.folded, found):
                places.append(
                    Place(start, end, locality.kind, ((locality.country, locality.admin),))
                )
        else:
            matches.append(Match(use, stream, found, start, end))
    return Reading(folded, sentences(value), tuple(matches), cues, {}, _outermost(places))


def governed(catalogue: Catalogue, reading: Reading) -> Reading:
    """Return a reading with the words that govern what was found: denials, roles, questions."""
    terms: dict[str, list[Span]] = {}
    for stream, found in catalogue.governing.find(reading.folded):
        use = catalogue.uses[found.use]
        if isinstance(use, AliasUse):
            start, end = stream.folded.span(found.start, found.end)
            compiled = catalogue.compiled[use.entry]
            match = Match(use, stream, found, start, end)
            if _governs(reading, match, compiled):
                span = Span(start, _word_end(stream.folded, found, end))
                terms.setdefault(compiled.entry.id, []).append(span)
    return reading._replace(terms=terms)


def _governs(reading: Reading, match: Match, compiled: Compiled) -> bool:
    """Say whether a governing word stands as itself: no veto, no figure, its anchor beside it."""
    if _decimal(reading.folded.raw, match.start, match.end):
        return False
    if any(cue_stands(reading, match.start, match.end, cue) for cue in compiled.vetoes):
        return False
    alias = compiled.entry.aliases[match.use.alias]
    return alias.ambiguity == "A0" or _confirmed(
        alias, (cue_stands(reading, match.start, match.end, cue) for cue in _own(compiled, alias))
    )


def _own(compiled: Compiled, alias: Alias) -> list[LocalCue]:
    """Return the anchors that an alias asks for: those it names, or all of its entry."""
    return [cue for cue in compiled.anchors if not alias.anchors or cue.name in alias.anchors]


def _confirmed(alias: Alias, standing: Iterable[bool]) -> bool:
    """Say whether enough of an alias's anchors stand: each of them, or any one."""
    return all(standing) if alias.every else any(standing)


def _word_end(folded: Folded, found: Found, end: int) -> int:
    """Return the end of a Hangul word with its particles; other words end where they end."""
    token = folded.tokens[folded.token_at(found.end - 1)]
    return token.end if token.script == "hang" else end


def _decimal(value: str, start: int, end: int) -> bool:
    """Say whether a bare number is part of a longer one, as the 0 of 0.80."""
    if not value[start:end].isdigit():
        return False
    return value[end : end + 1] in (".", ",") and value[end + 1 : end + 2].isdigit()


def _bounded(folded: Folded, found: Found) -> bool:
    """Say whether a locality stands by itself: no street called after it, no Han cut from a word."""
    if names_part_of_a_town(folded, found.end):
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


class Finder:
    """Finds candidates in values of one field."""

    def __init__(self, catalogue: Catalogue, field: Field) -> None:
        """Keep the catalogue and what the field may hold."""
        self._catalogue = catalogue
        self._field = field
        carried = {*field.carries, *field.may_carry}
        self._kinds = {
            kind
            for kind in Kind
            if (kind in PARTIES and "party" in carried)
            or (kind is Kind.PLACE and carried & {"place", "party"})
            or (kind is Kind.GOODS and "goods" in carried)
            or (kind is Kind.TERM and "term" in carried)
        }

    def candidates(self, reading: Reading) -> list[Candidate]:
        """Return what the value may name, each with what the value says about it."""
        if not reading.matches:
            return []
        reading = governed(self._catalogue, reading)
        prose = Prose(reading.folded, reading.sentences, reading.terms)
        found = [
            candidate
            for match in reading.matches
            for candidate in self._candidate(reading, prose, match)
        ]
        return without_shadows(found)

    def _candidate(self, reading: Reading, prose: Prose, match: Match) -> Iterable[Candidate]:
        compiled = self._catalogue.compiled[match.use.entry]
        alias = compiled.entry.aliases[match.use.alias]
        if compiled.entry.kind not in self._kinds or not self._allows(alias):
            return
        folded = match.stream.folded
        suffixed = administrative_suffix(folded, match.found.end, ADMIN_SUFFIXES)
        if self._cut_from_a_word(match, compiled, alias, suffixed=suffixed):
            return
        if self._vetoed(reading, match, compiled) or self._everyday(match, compiled):
            return
        verdict = self._verdict(prose, match, compiled)
        yield Candidate(
            match.use.entry,
            alias.text,
            alias.ambiguity,
            match.start,
            match.end,
            reading.folded.raw[match.start : match.end],
            match.found.similarity,
            role=verdict.role,
            mention=verdict.mention,
            statement=verdict.statement,
            anchored=self._anchored(reading, match, compiled, alias),
            near=self._near(reading, match, compiled),
            alone=_alone(folded, match),
            suffixed=suffixed,
            awaits=_elsewhere(compiled.anchors, alias),
            yields_to=_elsewhere(compiled.vetoes, None),
        )

    def _near(self, reading: Reading, match: Match, compiled: Compiled) -> int:
        """Return what stands beside the name for (1) or against (-1) its place; 0 for nothing.

        The name of a country speaks for itself, whatever other countries are listed beside it.
        """
        if (match.use.entry, match.use.alias) in self._catalogue.countries:
            return 1
        return nearby(
            (reading.sentences, reading.places),
            match.start,
            match.end,
            compiled,
            prose=self._field.role is None,
        )

    def _allows(self, alias: Alias) -> bool:
        return (
            not alias.fields or self._field.type in alias.fields or self._field.name in alias.fields
        )

    def _cut_from_a_word(
        self, match: Match, compiled: Compiled, alias: Alias, *, suffixed: bool
    ) -> bool:
        """Say whether a Han name was cut out of a longer word by accident."""
        if compiled.entry.kind in (Kind.GOODS, Kind.TERM):
            return alias.whole and not _alone_in_token(match)
        if alias.script != "hani" or suffixed:
            return False
        short = match.found.end - match.found.start <= SHORT
        return short and not stands_clean(match.stream.folded, match.found.start, match.found.end)

    def _vetoed(self, reading: Reading, match: Match, compiled: Compiled) -> bool:
        return any(
            cue.words is not None and cue_stands(reading, match.start, match.end, cue)
            for cue in compiled.vetoes
        )

    def _everyday(self, match: Match, compiled: Compiled) -> bool:
        """Say whether prose holds a word of the trade where a name is written in two."""
        if compiled.entry.kind not in PARTIES or self._field.type == "name":
            return False
        folded = match.stream.folded
        word = folded.joined[match.found.start : match.found.end]
        return _alone_in_token(match) and word in self._catalogue.trade

    def _anchored(self, reading: Reading, match: Match, compiled: Compiled, alias: Alias) -> bool:
        return _confirmed(
            alias,
            (
                cue_stands(reading, match.start, match.end, cue)
                or any(
                    other.use.entry in cue.entries and _stands(reading, match, other, cue.scope)
                    for other in (reading.matches if cue.entries else ())
                )
                for cue in _own(compiled, alias)
            ),
        )

    def _verdict(self, prose: Prose, match: Match, compiled: Compiled) -> Verdict:
        default = self._field.role
        if compiled.entry.kind in (Kind.GOODS, Kind.TERM):
            if default is not None or self._field.type == "name":
                return Verdict(None)
            # Goods and terms have no role of their own; only a mention or a denial is told.
            verdict = prose.judge(match.start, match.end, default="site")
            # What a description says of its goods in the past tense it says of these goods.
            described = "goods" in self._field.carries and compiled.entry.kind is Kind.GOODS
            return (
                Verdict(None)
                if verdict == Verdict("site") or (described and verdict.mention == "past")
                else verdict
            )
        if self._field.type in ("name", "code"):
            return Verdict(default)
        if default is not None:
            denied = prose.denied(match.start, match.end)
            return Verdict(None, None, "denial") if denied else Verdict(default)
        return prose.judge(match.start, match.end, default=None)


def _elsewhere(cues: Sequence[LocalCue], alias: Alias | None) -> frozenset[int]:
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


def _alone_in_token(match: Match) -> bool:
    folded = match.stream.folded
    first, last = folded.token_at(match.found.start), folded.token_at(match.found.end - 1)
    return match.found.start == folded.starts[first] and match.found.end == folded.starts[last + 1]


def _alone(folded: Folded, match: Match) -> bool:
    """Say whether a value holds the name and nothing else but an administrative suffix."""
    if match.found.start != 0:
        return False
    rest = folded.joined[match.found.end :]
    return (
        rest == ""
        or rest in ADMIN_SUFFIXES
        or rest in ("si", "shi", "gun", "kun", "city", "county")
    )


def without_shadows(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return candidates in order of place, of one entry only the longest of those that overlap.

    Hits of different entries overlap freely: the camp's name holds the city's.
    """
    kept: list[Candidate] = []
    ranked = sorted(
        candidates,
        key=lambda one: (
            one.entry,
            # An exact word that needs support it lacks must not hide a misspelt one that stands.
            one.ambiguity != "A0" and not one.anchored,
            one.similarity < _SURE,
            one.ambiguity,
            one.start - one.end,
            -one.similarity,
            one.start,
            one.alias,
        ),
    )
    for candidate in ranked:
        if not any(
            other.entry == candidate.entry
            and other.start < candidate.end
            and candidate.start < other.end
            for other in kept
        ):
            kept.append(candidate)
    return sorted(kept, key=lambda one: (one.start, one.end, one.entry))
