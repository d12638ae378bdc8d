"""The matcher: values in, candidates out; records in, hits and statements out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from screener.codes.countries import countries as countries_of
from screener.codes.countries import countries_in_address
from screener.codes.hs import digits_of
from screener.codes.identifiers import manufacturer_country
from screener.codes.ports import is_dprk_port
from screener.codes.postcodes import division_of
from screener.index.meant import MeantNames
from screener.index.names import NameIndex, NameMatch
from screener.match.boundaries import names_a_firm
from screener.match.catalogue import GATED, PARTIES, Catalogue
from screener.match.context import Context, Settled, Situation
from screener.match.features import NOTHING, Candidate, FoundValue, Place
from screener.match.find import Finder, governed
from screener.match.mentions import Named, Prose, Verdict
from screener.match.names import korean_words
from screener.match.namesakes import (
    adds_its_country,
    holds_korean_name,
    is_slight,
    leaves_out_a_place,
    leaves_out_its_country,
    stands_behind_another_place,
)
from screener.match.overlaps import without_shadows
from screener.match.postcodes import Postcodes, postcodes_of
from screener.match.reading import Reading, read
from screener.match.whereabouts import nearby
from screener.match.whole_names import WholeName, WholeNames
from screener.model.field import Field
from screener.model.hit import Hit, Statement
from screener.model.listing import Entry, Kind
from screener.text.folding import comparison_form, fold

COUNTRY_ENTRY = "P-KP"
POSTCODE_ENTRIES = {"CN-XJ": "P-XJ"}
"""Places that are found by their postcodes, too; other countries have six digits as well."""
_CODE_ONLY_SIMILARITY = 0.5
_MOST_VALUES_KEPT = 20_000
_LONGEST_VALUE_KEPT = 2_000
_AT_ONCE = 1_000


class Result(NamedTuple):
    """The hits and statements of one record, in the order they are written."""

    hits: tuple[Hit, ...]
    statements: tuple[Statement, ...]


class Matcher:
    """Finds watchlist entries in the columns of records."""

    def __init__(self, catalogue: Catalogue, names: NameIndex, fields: Mapping[str, Field]) -> None:
        """Prepare one finder for each field."""
        self._catalogue = catalogue
        self.names = MeantNames(names, korean_words(catalogue))
        self._lexicon = names.rows.lexicon
        self._whole = WholeNames(catalogue, self._lexicon)
        self._fields = fields
        self._finders = {name: Finder(catalogue, field) for name, field in fields.items()}
        self._context = Context(catalogue, fields)
        self._known: dict[str, dict[str, FoundValue]] = {}
        self._by_prefix: dict[str, list[tuple[int, str]]] = {}
        for number, entry in enumerate(catalogue.entries):
            for prefix in entry.headings if entry.kind is Kind.GOODS else ():
                self._by_prefix.setdefault(prefix.replace(".", ""), []).append((number, prefix))
        self.veto_headings = tuple(
            prefix.replace(".", "")
            for entry in catalogue.entries
            if entry.kind is Kind.GOODS
            for prefix in entry.veto_headings
        )

    def find(self, field: str, values: Sequence[str]) -> list[FoundValue]:
        """Return what each of some distinct values of one field holds, in their order.

        A value seen lately is not searched again: the rows of a file repeat, chunk after chunk.
        """
        known = self._known.setdefault(field, {})
        if len(known) > _MOST_VALUES_KEPT:
            # A fresh one, since another thread may be reading the old.
            known = self._known[field] = {}
        new = [value for value in values if value not in known]
        # So few at a time that the stages of a search, one after another, fold a text but once.
        parts = (new[at : at + _AT_ONCE] for at in range(0, len(new), _AT_ONCE))
        found = (one for part in parts for one in self._found(field, part))
        answers = dict(zip(new, found, strict=True))
        known.update(
            (value, found) for value, found in answers.items() if len(value) <= _LONGEST_VALUE_KEPT
        )
        return [answers[value] if value in answers else known[value] for value in values]

    def _found(self, field: str, values: Sequence[str]) -> list[FoundValue]:
        kind = self._fields[field]
        searched = bool(kind.carries or kind.may_carry) or kind.type == "country"
        if kind.type == "hs":
            return [self._goods_by_code(value) for value in values]
        if field.endswith("_postcode"):
            return [self._postcode(value) for value in values]
        if field == "manufacturer_id":
            return [self._manufacturer(value) for value in values]
        if not searched:
            return [NOTHING] * len(values)
        return self._search(kind, values)

    def settle(self, situation: Situation) -> tuple[Settled, ...]:
        """Return the candidates of a record that stand."""
        return self._context.settle(situation)

    def result(self, settled: Iterable[Settled]) -> Result:
        """Return hits and statements as they are written, with ids in their order."""
        hits: list[Hit] = []
        statements: list[Statement] = []
        for one in settled:
            if one.candidate.statement is not None:
                statements.append(self._statement(one))
            else:
                hits.append(self._hit(one, len(hits) + 1))
        return Result(tuple(hits), tuple(statements))

    def _search(self, field: Field, values: Sequence[str]) -> list[FoundValue]:
        found = []
        for value, matches in zip(values, self._named(field, values), strict=True):
            # Most descriptions name nothing; where words can only mean themselves it is soon seen.
            if field.type == "text" and not (matches or self._catalogue.index.may_tell(value)):
                found.append(NOTHING)
                continue
            reading = read(self._catalogue, value)
            postcodes, beside = postcodes_of(field, reading), reading.places
            if postcodes.sure:
                reading = reading._replace(places=tuple(sorted((*beside, *postcodes.places))))
            candidates = self._finders[field.name].candidates(reading)
            candidates += self._by_postcode(field, value, postcodes, beside)
            candidates += [self._by_name(field, reading, match) for match in matches]
            if field.type == "name":
                candidates += self._by_whole(field, reading, candidates)
            countries: tuple[str, ...] = ()
            if field.type in ("country", "place"):
                # Codes count in country columns only: GD in an address is Guangdong, not Grenada.
                named_in = countries_of if field.type == "country" else countries_in_address
                countries = named_in(value) or ()
                if field.role == "transport" and field.type == "place" and is_dprk_port(value):
                    countries = ("KP",)
                candidates += self._country(field, value, countries)
            kept = [self._namesake(field, reading, one) for one in without_shadows(candidates)]
            found.append(FoundValue(tuple(kept), reading.places, countries))
        return found

    def _namesake(self, field: Field, reading: Reading, one: Candidate) -> Candidate:
        """Return a candidate; what is part of the name of another firm is not named as a party.

        The firm of a person's name may be that person's or another's of the name, and a firm of
        another city may be a branch or another's of the brand: told, and no more.
        """
        entry = self._catalogue.entries[one.entry]
        if field.type != "name":
            return one
        if entry.person:
            other = names_a_firm(reading.value, reading.folded, one.start, one.end)
        else:
            other = entry.kind is Kind.LISTING and self._of_another_place(reading, one, entry)
        return one._replace(role="mention") if other else one

    def _of_another_place(self, reading: Reading, one: Candidate, entry: Entry) -> bool:
        """Say whether the name of a firm was met behind the place of another firm."""
        if not one.start:
            return False
        listed = read(self._catalogue, entry.name).places
        return stands_behind_another_place(
            reading.value, reading.places, one.start, entry.name, listed, self._where
        )

    def _where(self, place: str) -> str:
        return self._lexicon.word(comparison_form(place)).path

    def _named(self, field: Field, values: Sequence[str]) -> list[tuple[NameMatch, ...]]:
        if "party" not in {*field.carries, *field.may_carry}:
            return [()] * len(values)
        if field.type == "name":
            return self.names.search(values)
        found = self.names.search_all_within(list(values))
        return [
            tuple(match for match in matches if not self._everyday(value, match))
            for value, matches in zip(values, found, strict=True)
        ]

    def _everyday(self, value: str, match: NameMatch) -> bool:
        """Say whether prose holds a word of the trade and no name: a lining is no Li-Ning."""
        tokens = fold(value[match.start : match.end]).tokens
        return len(tokens) == 1 and tokens[0].form in self._catalogue.trade

    def _by_name(self, field: Field, reading: Reading, match: NameMatch) -> Candidate:
        entry, alias = divmod(match.key, ALIASES)
        compiled = self._catalogue.compiled[entry]
        named = compiled.entry.aliases[alias].text
        countryless = leaves_out_its_country(
            compiled.entry, named, match.alignment
        ) or adds_its_country(compiled.entry, named, reading.value, match.alignment)
        verdict = Verdict(field.role)
        if field.type != "name":
            told = governed(self._catalogue, reading)
            prose = Prose(told.folded, told.sentences, told.terms)
            verdict = prose.judge(
                match.start, match.end, default=field.role, named=Named(firm=True)
            )
        return Candidate(
            entry,
            named,
            "A0",
            match.start,
            match.end,
            reading.value[match.start : match.end],
            match.similarity,
            match.alignment,
            role=verdict.role,
            mention=verdict.mention,
            statement=verdict.statement,
            near=nearby(
                (reading.sentences, reading.places),
                match.start,
                match.end,
                compiled,
                prose=field.role is None,
            ),
            slight=countryless or self._is_slight(compiled.entry, alias, reading, match),
            countryless=countryless and holds_korean_name(named, self._catalogue.trade),
        )

    def _by_whole(
        self, field: Field, reading: Reading, found: Sequence[Candidate]
    ) -> list[Candidate]:
        """Return the names of little that fill a cell, or its part of one party, if not found so."""
        known = {one.entry for one in found if one.alone or one.ambiguity == "A0"}
        whole = self._whole.found(reading.value)
        return [self._of_whole(field, reading, one) for one in whole if one.entry not in known]

    def _of_whole(self, field: Field, reading: Reading, one: WholeName) -> Candidate:
        compiled = self._catalogue.compiled[one.entry]
        alias = compiled.entry.aliases[one.alias]
        text = reading.value[one.start : one.end]
        return Candidate(
            one.entry,
            alias.text,
            alias.ambiguity,
            one.start,
            one.end,
            text,
            1.0,
            self.names.compare(text, alias.text).alignment,
            role=field.role,
            near=nearby(
                (reading.sentences, reading.places), one.start, one.end, compiled, prose=False
            ),
            alone=one.alone,
            slight=is_slight(compiled.entry, alias, text, text, self._catalogue.trade),
        )

    def _is_slight(self, entry: Entry, alias: int, reading: Reading, match: NameMatch) -> bool:
        """Say whether everyday words, or a name without its city, are all that met a listed name."""
        named, cell = entry.aliases[alias], reading.value
        if is_slight(entry, named, cell, cell[match.start : match.end], self._catalogue.trade):
            return True
        if match.similarity == 1 or entry.country == GATED:
            return False
        places = read(self._catalogue, named.text).places
        return leaves_out_a_place(named.text, places, match.alignment)

    def _country(self, field: Field, value: str, countries: Sequence[str]) -> list[Candidate]:
        """Return the hit on the country that a country column states."""
        number = self._catalogue.numbers.get(COUNTRY_ENTRY)
        if number is None or "KP" not in countries:
            return []
        return [
            Candidate(
                number, "KP", "A1", 0, len(value), value, 1.0, role=field.role, anchored=True,
                alone=True, near=1,
            )
        ]  # fmt: skip

    def _by_postcode(
        self, field: Field, value: str, postcodes: Postcodes, beside: Sequence[Place]
    ) -> Iterator[Candidate]:
        """Yield the hits on postcodes in an address that no locality beside them contradicts.

        Where the address does not say that it lies in China, other columns must.
        """
        for place in postcodes.beside(beside):
            ((_, division),) = place.readings
            number = self._catalogue.numbers.get(POSTCODE_ENTRIES.get(division or "", ""))
            if number is not None:
                yield Candidate(
                    number, f"postcodes of {division}", "A1", place.start, place.end,
                    value[place.start : place.end], 1.0, role=field.role, anchored=postcodes.sure,
                )  # fmt: skip

    def _postcode(self, value: str) -> FoundValue:
        """Return where a postcode lies; one of Xinjiang is a hit if its country agrees."""
        division = division_of(value)
        if division is None:
            return NOTHING
        place = Place(0, len(value), "admin", ((division[:2], division),))
        number = self._catalogue.numbers.get(POSTCODE_ENTRIES.get(division, ""))
        if number is None:
            return FoundValue((), (place,))
        text = value.strip()
        start = value.index(text)
        candidate = Candidate(
            number, f"postcodes of {division}", "A1", start, start + len(text), text, 1.0,
            role="party",
        )  # fmt: skip
        return FoundValue((candidate,), (place,))

    def _manufacturer(self, value: str) -> FoundValue:
        """Return what a maker's code says: its first two letters are the country of origin."""
        country = manufacturer_country(value)
        number = self._catalogue.numbers.get(COUNTRY_ENTRY)
        if country != "KP" or number is None:
            return FoundValue((), (), (country,) if country else ())
        start = len(value) - len(value.lstrip())
        candidate = Candidate(
            number, "KP", "A1", start, start + 2, value[start : start + 2], 1.0, role="party",
            anchored=True, near=1,
        )  # fmt: skip
        return FoundValue((candidate,), (), ("KP",))

    def _goods_by_code(self, value: str) -> FoundValue:
        """Return the families whose goods are usually declared under a code."""
        digits = digits_of(value)
        if digits is None:
            return NOTHING
        candidates = [
            Candidate(
                number, f"HS {prefix}", "A1", 0, len(value), value, _CODE_ONLY_SIMILARITY,
                anchored=True, code_only=True,
            )
            for length in range(len(digits) + 1)
            for number, prefix in self._by_prefix.get(digits[:length], ())
        ]  # fmt: skip
        return FoundValue(tuple(without_shadows(candidates)))

    def _hit(self, one: Settled, number: int) -> Hit:
        entry = self._catalogue.entries[one.candidate.entry]
        return Hit(
            id=f"h{number}",
            entry=entry.id,
            list=entry.list,
            kind=str(entry.kind),
            role="mention" if one.namesake else one.candidate.role,
            mention=one.candidate.mention,
            field=one.field,
            start=one.candidate.start,
            end=one.candidate.end,
            text=one.candidate.text,
            alias=one.candidate.alias,
            similarity=one.candidate.similarity,
            alignment=one.candidate.alignment,
            ambiguity=one.candidate.ambiguity,
        )

    def _statement(self, one: Settled) -> Statement:
        kind = one.candidate.statement
        assert kind is not None
        return Statement(
            entry=self._catalogue.entries[one.candidate.entry].id,
            field=one.field,
            start=one.candidate.start,
            end=one.candidate.end,
            text=one.candidate.text,
            kind=kind,
        )


ALIASES = 10_000
"""Names are keyed entry times this plus alias; no entry may hold more aliases."""


def names_of(catalogue: Catalogue) -> list[tuple[int, str]]:
    """Return the distinctive party names of a catalogue, keyed for the name index."""
    return [
        (number * ALIASES + at, alias.text)
        for number, entry in enumerate(catalogue.entries)
        if entry.kind in PARTIES
        for at, alias in enumerate(entry.aliases)
        if alias.ambiguity == "A0" and not alias.fields
    ]
