"""Settle: which candidates stand, once the whole record is looked at.

Decided once for each distinct combination of found values, never per row
(architecture.md, section 2). The classes are those of domain.md 2.1; the order of evidence
is: the same sentence, the columns of the same party, the rest of the record.
"""

from collections.abc import Mapping
from typing import NamedTuple

from screener.match.catalogue import GATED, PARTIES, Catalogue, Compiled
from screener.match.features import CALLED_AFTER, Candidate, FoundValue
from screener.match.namesakes import is_shared, lies_elsewhere
from screener.match.whereabouts import agreement
from screener.model.field import Field
from screener.model.listing import Kind

SECOND_SIGNAL_BELOW = 0.9
_ROUNDS = 4
# Names of places in the Republic of Korea are homonyms of DPRK places; the distinctive DPRK
# names have none in other countries, so a mere country column does not take them away.
_HOMONYM_COUNTRY = {"KP": "KR"}
# Aksu and others of Xinjiang have namesakes there that grow the same crops.
_NAMESAKE_COUNTRIES = {"CN-XJ": frozenset({"TR", "KZ"})}
# Nor have the distinctive names of Xinjiang: cotton of Xinjiang may well be sold in Zhejiang.
_WITHOUT_NAMESAKES = frozenset({"CN-XJ"})
# A park called after Beijing lies in China, if not in Beijing.
_OF_OWN_FIELD = ("country", CALLED_AFTER)

Reading = tuple[str, tuple[tuple[str, str | None], ...]]


class Settled(NamedTuple):
    """A candidate that stands, and the field it stands in.

    A ``namesake`` stands as a mention: the record speaks against its being the listed party.
    """

    field: str
    candidate: Candidate
    namesake: bool = False


class Evidence(NamedTuple):
    """What the columns of a party, and all columns, say about where."""

    group: tuple[Reading, ...]
    record: tuple[Reading, ...]


class Situation(NamedTuple):
    """A record as settling sees it."""

    found: Mapping[str, FoundValue]
    heading: str
    described: bool


class Context:
    """Settles candidates against the evidence of their record."""

    def __init__(self, catalogue: Catalogue, fields: Mapping[str, Field]) -> None:
        """Keep what is known of entries and fields."""
        self._catalogue = catalogue
        self._fields = fields

    def settle(self, situation: Situation) -> tuple[Settled, ...]:
        """Return the candidates that stand, in the order of the fields and of their places."""
        evidence = self._evidence(situation)
        waiting = [
            Settled(field, candidate)
            for field, found in situation.found.items()
            for candidate in found.candidates
            if not self._contradicted_by_code(candidate, situation)
        ]
        standing: list[Settled] = []
        for _ in range(_ROUNDS):
            new = [one for one in waiting if self._stands(one, evidence[one.field], standing)]
            if not new:
                break
            standing.extend(new)
            waiting = [one for one in waiting if one not in new]
        kept = [
            one._replace(namesake=self._is_namesake(one, evidence[one.field]))
            for one in self._without_coarser(self._without_removed(_without_likenesses(standing)))
        ]
        order = {field: at for at, field in enumerate(self._fields)}
        return tuple(
            sorted(
                kept,
                key=lambda one: (
                    order[one.field], one.candidate.start, one.candidate.end, one.candidate.entry,
                ),
            )
        )  # fmt: skip

    def _group(self, field: str) -> str:
        return self._fields[field].group or field

    def _evidence(self, situation: Situation) -> dict[str, Evidence]:
        """Return the evidence for each field: what other columns say, and its own country code.

        A place named in the field itself is no evidence for that place; what stands beside it
        in the same sentence was weighed when the value was read.
        """
        telling = {
            field: found.readings()
            for field, found in situation.found.items()
            if self._fields[field].type != "name"
        }
        return {
            field: Evidence(
                self._others(field, telling, own_group=True),
                self._others(field, telling, own_group=False),
            )
            for field in situation.found
        }

    def _others(
        self, field: str, telling: Mapping[str, tuple[Reading, ...]], *, own_group: bool
    ) -> tuple[Reading, ...]:
        return tuple(
            reading
            for other, readings in telling.items()
            if not own_group or self._group(other) == self._group(field)
            for reading in readings
            if other != field or reading[0] in _OF_OWN_FIELD
        )

    def _contradicted_by_code(self, candidate: Candidate, situation: Situation) -> bool:
        compiled = self._catalogue.compiled[candidate.entry]
        if compiled.entry.kind is not Kind.GOODS:
            return False
        if candidate.code_only:
            return situation.described
        return bool(situation.heading) and any(
            situation.heading.startswith(prefix.replace(".", ""))
            for prefix in compiled.entry.veto_headings
        )

    def _stands(self, one: Settled, evidence: Evidence, standing: list[Settled]) -> bool:
        compiled = self._catalogue.compiled[one.candidate.entry]
        awaited = any(
            other.candidate.entry in one.candidate.awaits and other.candidate.statement is None
            for other in standing
        )
        confirmed = one.candidate.anchored or awaited
        if compiled.entry.kind in (Kind.GOODS, Kind.TERM):
            return one.candidate.ambiguity == "A0" or confirmed
        if compiled.entry.kind in PARTIES:
            return self._party_stands(one, compiled, evidence, confirmed=confirmed)
        return self._inside_party(one, standing) or self._place_stands(
            one.candidate, compiled, evidence, confirmed=confirmed, field=self._fields[one.field]
        )

    def _party_stands(
        self, one: Settled, compiled: Compiled, evidence: Evidence, *, confirmed: bool
    ) -> bool:
        candidate = one.candidate
        alike = candidate.similarity >= SECOND_SIGNAL_BELOW or candidate.countryless
        where = candidate.near or agreement(compiled, evidence.group)
        if candidate.ambiguity == "A0":
            if candidate.similarity < 1 and self._of_a_namesake(compiled, evidence):
                # Shinhung Trading of Seoul is no Sinhung of the other Korea.
                return confirmed
            return alike or confirmed or where == 1
        if candidate.ambiguity == "A3" or where == -1:
            return confirmed
        if candidate.ambiguity == "A2" and candidate.alone and self._is_listed_name(one):
            # A cell that holds the published name and nothing else: no country speaks against it.
            return True
        return confirmed or (where == 1 and not self._names_anchors(candidate))

    def _is_listed_name(self, one: Settled) -> bool:
        """Say whether a column of names holds a name of a public list."""
        listed = self._catalogue.entries[one.candidate.entry].kind is Kind.LISTING
        return listed and self._fields[one.field].type == "name"

    def _is_namesake(self, one: Settled, evidence: Evidence) -> bool:
        """Say whether a listed name is shared, and the party that bears it here is elsewhere.

        A few everyday words are another's where nothing says that the party is the listed one.
        """
        compiled = self._catalogue.compiled[one.candidate.entry]
        entry, candidate = compiled.entry, one.candidate
        shared = is_shared(entry) or candidate.slight
        if not shared or entry.kind is not Kind.LISTING or self._fields[one.field].type != "name":
            return False
        if candidate.ambiguity == "A2" and candidate.slight and not candidate.anchored:
            return (candidate.near or agreement(compiled, evidence.group)) != 1
        stated = (reading[0] for _, several in evidence.group for reading in several)
        return candidate.near != 1 and lies_elsewhere(entry, stated)

    @staticmethod
    def _of_a_namesake(compiled: Compiled, evidence: Evidence) -> bool:
        """Say whether the party's own columns place it in the country that shares its names."""
        homonym = _HOMONYM_COUNTRY.get(compiled.entry.country or compiled.entry.regime or "")
        return homonym is not None and any(
            reading[0] == homonym for _, several in evidence.group for reading in several
        )

    def _names_anchors(self, candidate: Candidate) -> bool:
        """Say whether the alias asks for anchors of its own, which a country cannot replace."""
        aliases = self._catalogue.entries[candidate.entry].aliases
        return any(alias.text == candidate.alias and alias.anchors for alias in aliases)

    def _place_stands(
        self,
        candidate: Candidate,
        compiled: Compiled,
        evidence: Evidence,
        *,
        confirmed: bool,
        field: Field,
    ) -> bool:
        cued = candidate.role in ("site", "transport") and field.type != "name"
        readings = evidence.group if field.group else evidence.record
        where = agreement(compiled, readings)
        if field.group and not readings:
            # Columns of the party that say nothing of its country leave it to the others.
            readings = evidence.record
            where = max(where, agreement(compiled, readings))
        if candidate.near:
            where = candidate.near
        if candidate.ambiguity == "A0":
            return self._distinctive_stands(
                candidate, compiled, where, readings, cued=cued, field=field
            )
        fills = self._fills_cell(candidate, compiled, field)
        confirmed = confirmed or (fills and (field.type == "country" or where == 0))
        if where == -1:
            return confirmed and cued and not _has_namesake(compiled, readings)
        if candidate.awaits and self._names_anchors(candidate):
            return confirmed
        if candidate.ambiguity == "A1":
            country = any(
                compiled.entry.country == reading[0]
                for _, several in readings
                for reading in several
            )
            return confirmed or where == 1 or (country and not self._names_anchors(candidate))
        if candidate.ambiguity == "A2":
            return confirmed or where == 1
        return confirmed or (candidate.suffixed and where >= 0)

    def _distinctive_stands(
        self,
        candidate: Candidate,
        compiled: Compiled,
        where: int,
        readings: tuple[Reading, ...],
        *,
        cued: bool,
        field: Field,
    ) -> bool:
        if where >= 0 or cued or candidate.alone:
            return True
        homonym = _HOMONYM_COUNTRY.get(compiled.entry.country or "")
        elsewhere = homonym is not None and not any(
            reading[0] == homonym for _, several in readings for reading in several
        )
        if candidate.of_works and elsewhere:
            # A works called after a town of the DPRK is there, whatever country a column defaults to.
            return True
        if candidate.near == -1 or field.type == "name":
            return False
        return elsewhere or not _WITHOUT_NAMESAKES.isdisjoint(compiled.entry.admin)

    @staticmethod
    def _fills_cell(candidate: Candidate, compiled: Compiled, field: Field) -> bool:
        """Say whether a name of the DPRK fills a cell of a place, where it can only be that of a town."""
        of_place = field.type in ("country", "place") and candidate.alone
        return (
            of_place
            and compiled.entry.country == GATED
            and any(
                alias.text == candidate.alias and alias.alone for alias in compiled.entry.aliases
            )
        )

    def _inside_party(self, one: Settled, standing: list[Settled]) -> bool:
        """Say whether the place is part of the name of a party that stands and lies there."""
        place = self._catalogue.entries[one.candidate.entry].id
        return any(
            other.field == one.field
            and other.candidate.start <= one.candidate.start
            and one.candidate.end <= other.candidate.end
            and self._catalogue.entries[other.candidate.entry].kind in PARTIES
            and place
            in self._catalogue.ancestors[self._catalogue.entries[other.candidate.entry].id]
            for other in standing
        )

    def _without_removed(self, standing: list[Settled]) -> list[Settled]:
        entries = {one.candidate.entry for one in standing if one.candidate.statement is None}
        return [one for one in standing if not one.candidate.yields_to & entries]

    def _without_coarser(self, standing: list[Settled]) -> list[Settled]:
        """Drop a wide area where the same columns name a finer place (domain.md 5.6, 7)."""
        return [
            one
            for one in standing
            if not any(
                self._group(other.field) == self._group(one.field) and self._finer(other, one)
                for other in standing
            )
        ]

    def _finer(self, fine: Settled, wide: Settled) -> bool:
        inner = self._catalogue.entries[fine.candidate.entry]
        outer = self._catalogue.entries[wide.candidate.entry]
        both_places = inner.kind is Kind.PLACE and outer.kind is Kind.PLACE
        return both_places and bool(inner.admin) and set(inner.admin) < set(outer.admin)


def _has_namesake(compiled: Compiled, readings: tuple[Reading, ...]) -> bool:
    """Say whether the record names a country where other places bear the names of this one."""
    others = {
        country for code in compiled.entry.admin for country in _NAMESAKE_COUNTRIES.get(code, ())
    }
    return any(reading[0] in others for _, several in readings for reading in several)


def _without_likenesses(standing: list[Settled]) -> list[Settled]:
    """Drop what merely resembles a name where the exact name stands in the same words."""
    return [
        one
        for one in standing
        if one.candidate.similarity >= SECOND_SIGNAL_BELOW
        or not any(
            other.field == one.field
            and other.candidate.entry == one.candidate.entry
            and other.candidate.similarity >= SECOND_SIGNAL_BELOW
            and other.candidate.start < one.candidate.end
            and one.candidate.start < other.candidate.end
            for other in standing
        )
    ]
