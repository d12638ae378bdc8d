"""Find: what one distinct value of one column holds, as far as the value itself can tell.

Everything here is done once per distinct value. What the value does not settle (an anchor
or a country stated elsewhere, a tariff code) leaves this step as a conditional candidate;
``screener.match.context`` settles it for each distinct combination.
"""

from collections.abc import Collection, Sequence

from screener.index.lexicon import IGNORED
from screener.match.boundaries import (
    SHORT,
    administrative_suffix,
    is_vietnamese,
    nothing_beside,
    origin_suffix,
    stands_clean,
)
from screener.match.catalogue import (
    ADMIN_SUFFIXES,
    GATED,
    PARTIES,
    AliasUse,
    Catalogue,
    Compiled,
)
from screener.match.cues import anchored, elsewhere, vetoed
from screener.match.denials import Span
from screener.match.features import Candidate, Place
from screener.match.mentions import Named, Prose, Verdict
from screener.match.namesakes import is_slight
from screener.match.overlaps import in_phrases, without_shadows
from screener.match.reading import Match, Reading, explained, word_end
from screener.match.ships import is_numbered_on
from screener.match.streets import is_street
from screener.match.whereabouts import beside_its_port, goes_on_with_works, nearby, on_a_way
from screener.model.field import Field
from screener.model.hit import LOOK_ALIKE, Aligned, Role
from screener.model.listing import Alias, Kind
from screener.text.folding import Folded

_OF_GOODS = frozenset({"S-TITLE", "S-LIKENESS"})
# What books and games tell of; other terms say what the goods themselves are.
_TOLD_OF = frozenset({"S-LAB", "S-FORCED", "E-KPNAT"})


def governed(catalogue: Catalogue, reading: Reading) -> Reading:
    """Return a reading with the words that govern what was found: denials, roles, questions."""
    terms: dict[str, list[Span]] = {}
    streams = reading.streams or catalogue.governing.streams(reading.folded)
    for stream, found in catalogue.governing.find_in(streams):
        use = catalogue.uses[found.use]
        if isinstance(use, AliasUse):
            start, end = stream.folded.span(found.start, found.end)
            compiled = catalogue.compiled[use.entry]
            match = Match(use, stream, found, start, end)
            if _governs(reading, match, compiled):
                span = Span(start, word_end(stream.folded, found, end))
                terms.setdefault(compiled.entry.id, []).append(span)
    return reading._replace(terms=terms)


def _governs(reading: Reading, match: Match, compiled: Compiled) -> bool:
    """Say whether a governing word stands as itself: no veto, no figure, its anchor beside it."""
    if _decimal(reading.folded.raw, match.start, match.end):
        return False
    if vetoed(reading, match, compiled):
        return False
    alias = compiled.entry.aliases[match.use.alias]
    return alias.ambiguity == "A0" or anchored(reading, match, compiled, alias)


def _decimal(value: str, start: int, end: int) -> bool:
    """Say whether a bare number is part of a longer one, as the 0 of 0.80."""
    if not value[start:end].isdigit():
        return False
    return value[end : end + 1] in (".", ",") and value[end + 1 : end + 2].isdigit()


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
        counted = [
            match
            for match in self._unvetoed(reading)
            if self._counts(reading, match) and not self._tells_where_a_port_lies(reading, match)
        ]
        if not counted:
            return []
        reading = governed(self._catalogue, reading)
        if "goods" not in self._field.carries:
            # Only a line of goods has books and flags for goods; notes may speak of a ship's flag.
            told = {term: spans for term, spans in reading.terms.items() if term not in _OF_GOODS}
            reading = reading._replace(terms=told)
        prose = Prose(
            reading.folded, reading.sentences, reading.terms, _named(reading), explained(reading)
        )
        affirmed = _affirmed(reading, prose, self._anchors_of_parties(counted))
        found = [self._candidate(reading, affirmed, prose, match) for match in counted]
        return without_shadows(in_phrases(found, self._catalogue.entries))

    def _anchors_of_parties(self, matches: Sequence[Match]) -> set[int]:
        """Return the anchors of the parties found; those of other names stand though denied."""
        return {
            cue.words
            for match in matches
            if self._catalogue.entries[match.use.entry].kind in PARTIES
            for cue in self._catalogue.compiled[match.use.entry].anchors
            if cue.words is not None
        }

    def _unvetoed(self, reading: Reading) -> list[Match]:
        """Return what no veto or street removes; what lies inside a removed name goes with it."""
        kept: list[Match] = []
        removed: list[Match] = []
        for match in reading.matches:
            compiled = self._catalogue.compiled[match.use.entry]
            gone = vetoed(reading, match, compiled) or _called_after(match, compiled)
            (removed if gone else kept).append(match)
        if not removed:
            return kept
        return [match for match in kept if not any(_inside(match, other) for other in removed)]

    def _tells_where_a_port_lies(self, reading: Reading, match: Match) -> bool:
        """Say whether a column of the route names a division beside a port or a crossing in it.

        Of a country that is a gate nothing is taken away.
        """
        entry = self._catalogue.entries[match.use.entry]
        of_route = self._field.role == "transport" and self._field.type != "text"
        return (
            of_route
            and entry.country != GATED
            and beside_its_port(reading.places, match.start, match.end, entry)
        )

    def _counts(self, reading: Reading, match: Match) -> bool:
        """Say whether a name found can be what the field holds, as it stands there."""
        compiled = self._catalogue.compiled[match.use.entry]
        alias = compiled.entry.aliases[match.use.alias]
        if compiled.entry.kind not in self._kinds or not self._allows(alias):
            return False
        found = match.found
        folded = match.stream.folded
        if alias.alone and not nothing_beside(folded, found.start, found.end):
            return False
        if compiled.is_ship and is_numbered_on(folded, found.start, found.end):
            return False
        return not (
            self._cut_from_a_word(reading, match, alias)
            or self._everyday(reading, match, compiled)
            or _is_vietnamese(reading, match, alias)
        )

    def _candidate(
        self, reading: Reading, affirmed: Reading, prose: Prose, match: Match
    ) -> Candidate:
        compiled = self._catalogue.compiled[match.use.entry]
        alias = compiled.entry.aliases[match.use.alias]
        folded = match.stream.folded
        verdict = self._verdict(reading, prose, match)
        text = reading.value[match.start : match.end]
        return Candidate(
            match.use.entry,
            alias.text,
            alias.ambiguity,
            match.start,
            match.end,
            text,
            match.found.similarity,
            _as_seen(match, text, alias),
            role=verdict.role,
            mention=verdict.mention,
            statement=verdict.statement,
            anchored=(alias.ambiguity == "A1" and _of_origin(match, compiled))
            or anchored(
                affirmed if compiled.entry.kind in PARTIES else reading, match, compiled, alias
            ),
            near=self._near(reading, match, compiled),
            alone=_alone(folded, match),
            suffixed=_suffixed(match),
            awaits=elsewhere(compiled.anchors, alias),
            yields_to=elsewhere(compiled.vetoes, None),
            slight=is_slight(compiled.entry, alias, reading.value, text, self._catalogue.trade),
            of_works=self._field.type == "name"
            and goes_on_with_works(reading.value, match.end, reading.places),
        )

    def _near(self, reading: Reading, match: Match, compiled: Compiled) -> int:
        """Return what stands beside the name for (1) or against (-1) its place; 0 for nothing.

        The name of a country speaks for itself, whatever other countries are listed beside it.
        """
        if (match.use.entry, match.use.alias) in self._catalogue.countries:
            return 1
        places = reading.places
        if self._field.type == "name" and compiled.entry.country == GATED:
            places = tuple(place for place in places if not _is_brand(reading, place, match))
        return nearby(
            (reading.sentences, places),
            match.start,
            match.end,
            compiled,
            prose=self._field.role is None,
        )

    def _allows(self, alias: Alias) -> bool:
        return not alias.fields or bool({self._field.type, self._field.name} & {*alias.fields})

    def _cut_from_a_word(self, reading: Reading, match: Match, alias: Alias) -> bool:
        """Say whether a Han name was cut out of a longer word by accident.

        What directly joins the name of another place is no accident: 新疆喀什, 第八师石河子.
        """
        kind = self._catalogue.entries[match.use.entry].kind
        if kind in (Kind.GOODS, Kind.TERM):
            return alias.whole and not _alone_in_token(match)
        if alias.script != "hani" or _suffixed(match):
            return False
        short = match.found.end - match.found.start <= SHORT
        folded, found = match.stream.folded, match.found
        return (
            short
            and not stands_clean(folded, found.start, found.end)
            and not (kind is Kind.PLACE and self._joined(reading, match))
        )

    def _joined(self, reading: Reading, match: Match) -> bool:
        """Say whether the name of another place ends or begins where a name begins or ends."""
        spans = self._places(reading)
        return any(match.start == end or match.end == start for start, end in spans)

    def _places(self, reading: Reading) -> list[tuple[int, int]]:
        """Return where a value names places, those of the lists and others."""
        spans = [(place.start, place.end) for place in reading.places]
        return spans + [
            (other.start, other.end)
            for other in reading.matches
            if self._catalogue.entries[other.use.entry].kind is Kind.PLACE
        ]

    def _everyday(self, reading: Reading, match: Match, compiled: Compiled) -> bool:
        """Say whether prose holds other words: one of the trade where a name is written in two, or two.

        Packing lists are no Pack Ing, and "and Ariel" is no Andariel.
        """
        alias = compiled.entry.aliases[match.use.alias]
        if compiled.entry.kind not in PARTIES or self._field.type == "name" or alias.alone:
            return False
        words = reading.value[match.start : match.end].lower().split()
        if len(words) > len(alias.text.split()) and not IGNORED.isdisjoint((words[0], words[-1])):
            return True
        folded = match.stream.folded
        word = folded.joined[match.found.start : match.found.end]
        return _alone_in_token(match) and word in self._catalogue.trade

    def _verdict(self, reading: Reading, prose: Prose, match: Match) -> Verdict:
        compiled = self._catalogue.compiled[match.use.entry]
        default = self._field.role
        if compiled.entry.kind in (Kind.GOODS, Kind.TERM):
            if default is not None or self._field.type == "name":
                return Verdict(None)
            # Goods and terms have no role of their own; only a mention or a denial is told.
            verdict = prose.judge(match.start, match.end, default="site")
            # What a description says of its goods in the past tense it says of these goods.
            if compiled.entry.id in _TOLD_OF and prose.tells_of(match.start, match.end):
                verdict = Verdict("mention", "aside") if verdict == Verdict("site") else verdict
            described = "goods" in self._field.carries and compiled.entry.kind is Kind.GOODS
            return (
                Verdict(None)
                if verdict == Verdict("site") or (described and verdict.mention == "past")
                else verdict
            )
        if self._field.type in ("name", "code"):
            return Verdict(default)
        if default is not None:
            if prose.denied(match.start, match.end):
                return Verdict(None, None, "denial")
            # An address may say what is done where: "Dandong (production: Sinuiju)".
            return Verdict(
                "site" if _in_dprk(compiled) and prose.states_work(match.start) else default
            )
        named = Named(compiled.entry.kind in PARTIES)
        if _in_dprk(compiled):
            named = Named(gated=True, otherwise=self._told_by_itself(reading, match))
        return prose.judge(match.start, match.end, default=None, named=named)

    def _told_by_itself(self, reading: Reading, match: Match) -> Role:
        """Return the role of a place that its own suffix gives it, or an arrow to another place."""
        if origin_suffix(match.stream.folded, match.found.end):
            return "site"
        places = self._places(reading)
        way = on_a_way(reading.value, places, match.start, match.end)
        return "transport" if way else "mention"


def _affirmed(reading: Reading, prose: Prose, anchors: Collection[int]) -> Reading:
    """Return a reading without those of some anchors that are denied.

    "Sinuiju, no prison labour" names a city and no prison in it.
    """
    if not (reading.terms.get("S-DENIAL") or reading.terms.get("S-ZERO")):
        return reading
    standing = {
        words: [span for span in reading.cues[words] if not prose.denied(span.start, span.end)]
        for words in anchors
        if words in reading.cues
    }
    return reading._replace(cues=reading.cues | standing)


def _is_vietnamese(reading: Reading, match: Match, alias: Alias) -> bool:
    """Say whether an English word was met in a Vietnamese one: hạt is a seed or a nut, and no hat."""
    return alias.lang == "en" and is_vietnamese(reading.value[match.start : match.end])


def _named(reading: Reading) -> list[Span]:
    """Return where anything is named in a value, in order."""
    spans = {(one.start, one.end) for one in reading.matches}
    spans |= {(one.start, one.end) for one in reading.places}
    return [Span(*span) for span in sorted(spans)]


def _is_brand(reading: Reading, place: Place, match: Match) -> bool:
    """Say whether a place that a firm's name begins with is its brand: Ponghwa Factory, Pyongyang.

    Counties of the south have the names that firms of the north bear; the town behind says where.
    """
    between = reading.value[place.end : match.start]
    return place.kind == "city" and place.end <= match.start and any(map(str.isalnum, between))


def _as_seen(match: Match, text: str, alias: Alias) -> tuple[Aligned, ...]:
    """Return the alignment of a name found only by how its characters look."""
    if not match.stream.seen:
        return ()
    weight = match.found.similarity
    return (Aligned(ours=text, theirs=alias.text, how=LOOK_ALIKE, weight=weight),)


def _called_after(match: Match, compiled: Compiled) -> bool:
    """Say whether a street is called after the place, so that it is none."""
    place = compiled.entry.kind is Kind.PLACE
    return place and is_street(match.stream.folded, match.found.start, match.found.end)


def _of_origin(match: Match, compiled: Compiled) -> bool:
    """Say whether a name says that goods are of a place in the DPRK: 청진산."""
    return _in_dprk(compiled) and origin_suffix(match.stream.folded, match.found.end)


def _in_dprk(compiled: Compiled) -> bool:
    """Say whether an entry is a place in the DPRK."""
    return compiled.entry.kind is Kind.PLACE and compiled.entry.country == GATED


def _suffixed(match: Match) -> bool:
    """Say whether an administrative suffix follows a name."""
    return administrative_suffix(match.stream.folded, match.found.end, ADMIN_SUFFIXES)


def _inside(match: Match, other: Match) -> bool:
    """Say whether a match is part of another one of the same entry."""
    same = match.use.entry == other.use.entry
    return same and other.start <= match.start and match.end <= other.end


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
