"""Names alone, without a record: which entries resemble one."""

from collections.abc import Iterable, Sequence

import msgspec

from screener.index.names import LOWEST_THRESHOLD, NameIndex, NameMatch
from screener.index.persons import compare_persons
from screener.index.weights import DEFAULT_THRESHOLD
from screener.match.catalogue import PARTIES, Catalogue
from screener.match.context import Situation
from screener.match.features import Candidate
from screener.match.matcher import ALIASES, Matcher
from screener.model.hit import Aligned, Comparison

KINDS: dict[str, str] = {
    "organization": "supplier_name",
    "person": "supplier_name",
    "place": "supplier_city",
    "goods": "product_description",
}
"""Each kind of name, and the column in which a record would hold it."""
COUNTRY = "supplier_country"


class Query(msgspec.Struct, frozen=True):
    """What to look for: a kind of entry, one list or all, how many, how alike (None: as usual).

    ``country`` is where the name is said to be (a code or a name): it confirms names that are
    too common to be found alone, and takes away those of other countries.
    """

    kind: str = "organization"
    list_id: str | None = None
    limit: int = 10
    threshold: float | None = None
    country: str | None = None


class NameHit(msgspec.Struct, frozen=True, kw_only=True):
    """An entry that resembles a name; ``similarity`` is 0.0 to 1.0."""

    entry: str
    list: str
    kind: str
    name: str
    alias: str
    similarity: float
    alignment: tuple[Aligned, ...]


class Lookup:
    """Answers queries about names; a name that a screening would find is found here too."""

    def __init__(self, catalogue: Catalogue, matcher: Matcher, names: NameIndex) -> None:
        """Keep what screenings match with."""
        self._catalogue = catalogue
        self._matcher = matcher
        self._names = names

    def search(self, asked: Sequence[str], query: Query) -> list[tuple[NameHit, ...]]:
        """Return for each name the entries that resemble it, best first."""
        distinct = list(dict.fromkeys(asked))
        answers = dict(zip(distinct, self._answers(distinct, query), strict=True))
        return [answers[name] for name in asked]

    def compare(self, first: str, second: str, kind: str = "organization") -> Comparison:
        """Return how alike two names of a kind are, and the alignment that explains it."""
        return (
            compare_persons(first, second)
            if kind == "person"
            else self._matcher.names.compare(first, second)
        )

    def _answers(self, names: Sequence[str], query: Query) -> Iterable[tuple[NameHit, ...]]:
        field = KINDS[query.kind]
        found = self._matcher.find(field, names)
        beside = {}
        if query.country is not None and query.kind != "goods":
            beside = {COUNTRY: self._matcher.find(COUNTRY, [query.country])[0]}
        near: list[tuple[NameMatch, ...]] = [()] * len(names)
        least = DEFAULT_THRESHOLD if query.threshold is None else query.threshold
        if query.kind == "person":
            near = [self._persons(name, least) for name in names]
        elif field == "supplier_name":
            near = self._matcher.names.search(names, least)
        for value, matches in zip(found, near, strict=True):
            settled = self._matcher.settle(Situation({field: value} | beside, "", described=True))
            hits = [self._of_candidate(one.candidate) for one in settled if one.field == field]
            hits += [self._of_match(match) for match in matches]
            yield _best(hit for hit in hits if self._wanted(hit, query))[: query.limit]

    def _persons(self, name: str, least: float) -> tuple[NameMatch, ...]:
        """Return the listed names that a person's name resembles, judged as names of persons."""
        judged = (
            (match, compare_persons(name, match.text))
            for match in self._names.search([name], LOWEST_THRESHOLD)[0]
        )
        return tuple(
            match._replace(similarity=person.similarity, alignment=person.alignment)
            if person.similarity > match.similarity
            else match
            for match, person in judged
            if max(person.similarity, match.similarity) >= least
        )

    def _wanted(self, hit: NameHit, query: Query) -> bool:
        parties = hit.kind in {str(kind) for kind in PARTIES}
        of_kind = parties if KINDS[query.kind] == "supplier_name" else not parties
        alike = query.threshold is None or hit.similarity >= query.threshold
        return of_kind and alike and query.list_id in (None, hit.list)

    def _of_candidate(self, candidate: Candidate) -> NameHit:
        return self._hit(
            candidate.entry, candidate.alias, candidate.similarity, candidate.alignment
        )

    def _of_match(self, match: NameMatch) -> NameHit:
        number, at = divmod(match.key, ALIASES)
        alias = self._catalogue.entries[number].aliases[at].text
        return self._hit(number, alias, match.similarity, match.alignment)

    def _hit(
        self, number: int, alias: str, similarity: float, alignment: tuple[Aligned, ...]
    ) -> NameHit:
        entry = self._catalogue.entries[number]
        return NameHit(
            entry=entry.id,
            list=entry.list,
            kind=str(entry.kind),
            name=entry.name,
            alias=alias,
            similarity=similarity,
            alignment=alignment,
        )


def _best(hits: Iterable[NameHit]) -> tuple[NameHit, ...]:
    """Return the best hit of each entry, best first, ties by list and entry."""
    best: dict[str, NameHit] = {}
    for hit in hits:
        if hit.entry not in best or hit.similarity > best[hit.entry].similarity:
            best[hit.entry] = hit
    return tuple(sorted(best.values(), key=lambda hit: (-hit.similarity, hit.list, hit.entry)))
