"""`finds` and its short forms: whether watchlist entries were found where a rule looks."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from screener.model.field import Field
from screener.rules.leaves import FALSE, Facts, Judgement
from screener.rules.row import HitLike, is_mention, roles_of
from screener.rules.schema import UNASKED, Truth

CARRIED_AS: dict[str, str] = {
    "party": "party",
    "facility": "party",
    "listing": "party",
    "place": "place",
    "goods": "goods",
    "term": "term",
}
"""Under which word of ``fields.yaml`` (carries, may_carry) each kind of entry is searched."""


class Search(NamedTuple):
    """Which hits count: of these entries or lists, in these columns, in these roles.

    ``roles`` None is every role but mention; goods and terms have no role, which is no mention.
    ``goods``, ``time``, ``countries`` (of the entries) and ``legs`` choose among hits on public lists;
    empty is all of them.
    """

    entries: frozenset[str]
    lists: frozenset[str]
    columns: frozenset[str]
    roles: frozenset[str] | None = None
    similarity: float = 0.0
    goods: frozenset[str] = frozenset()
    time: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    legs: frozenset[str] = frozenset()

    def hits(self, facts: Facts) -> tuple[str, ...]:
        """Return the ids of the hits that count, in row order."""
        if self.lists:
            return tuple(hit.id for hit in facts.row.hits if self._wants(hit) and self._counts(hit))
        if facts.entries.isdisjoint(self.entries):
            return ()
        return tuple(
            hit.id for hit in facts.row.hits if hit.entry in self.entries and self._counts(hit)
        )

    def _wants(self, hit: HitLike) -> bool:
        return hit.entry in self.entries or hit.list in self.lists

    def _counts(self, hit: HitLike) -> bool:
        role_counts = (
            not is_mention(hit) if self.roles is None else bool(roles_of(hit) & self.roles)
        )
        placed = hit.field in self.columns and hit.similarity >= self.similarity
        return role_counts and placed and self._bears(hit)

    def _bears(self, hit: HitLike) -> bool:
        """Say whether the entry bears on the record in one of the ways asked for."""
        listing = hit.listing
        if listing is None:
            return not (self.goods or self.time or self.countries or self.legs)
        return listing.leg in (self.legs or UNASKED) and (
            (not self.goods or listing.goods in self.goods)
            and (not self.time or listing.time in self.time)
            and (not self.countries or listing.country in self.countries)
        )


class Gap(NamedTuple):
    """Columns whose emptiness leaves a `finds` open.

    With ``every``, it is open if all ``columns`` are empty; else if one is. ``asks`` holds
    those among them where empty is a gap, each with the columns a user can fill; without one,
    nothing is open.
    """

    columns: tuple[str, ...]
    asks: tuple[tuple[str, tuple[str, ...]], ...]
    every: bool = False

    def open_columns(self, values: Mapping[str, str]) -> tuple[str, ...]:
        """Return the columns that would settle the search; empty if nothing is open."""
        if not self.asks or (self.every and not values.keys().isdisjoint(self.columns)):
            return ()
        return tuple([ask for column, asks in self.asks if column not in values for ask in asks])


class FindsLeaf(NamedTuple):
    """Whether a hit stands where it counts."""

    number: int
    label: str
    columns: tuple[str, ...]
    search: Search
    gaps: tuple[Gap, ...]
    reads: tuple[str, ...] = ()

    @property
    def fills(self) -> tuple[str, ...]:
        """The columns of which it matters, beside the hits, whether they are filled."""
        return tuple(dict.fromkeys(name for gap in self.gaps for name in gap.columns))

    def judge(self, facts: Facts) -> Judgement:
        """Return true with the hits, else unknown with the columns missing, else false."""
        hits = self.search.hits(facts)
        if hits:
            return Judgement(Truth.TRUE, hits=hits, grounded=True)
        settles: tuple[str, ...] = ()
        for gap in self.gaps:
            settles += gap.open_columns(facts.row.values)
        return Judgement(Truth.UNKNOWN, settles=settles) if settles else FALSE


def places_in(wanted: Sequence[str], places: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the places wanted and every place inside one of them.

    >>> sorted(places_in(["P-KP"], {"P-KP": (), "P-SINUIJU": ("P-NPYONGAN", "P-KP")}))
    ['P-KP', 'P-SINUIJU']
    """
    inside = {place for place, above in places.items() if not set(wanted).isdisjoint(above)}
    return frozenset(wanted) | inside


def places_near(wanted: Sequence[str], places: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return the places wanted, what lies in them, and what shares their smallest enclosure.

    No distances are known, so "near" is "in the same county, province or country", whichever
    directly encloses the place.

    >>> above = {"P-A": ("P-X", "P-Y"), "P-B": ("P-X", "P-Y"), "P-C": ("P-Y",)}
    >>> sorted(places_near(["P-A"], above))
    ['P-A', 'P-B']
    """
    enclosing = {places[place][0] for place in wanted if places.get(place)}
    beside = {place for place, above in places.items() if not enclosing.isdisjoint(above)}
    return places_in(wanted, places) | beside


def carriers(kind: str, fields: Mapping[str, Field]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the columns that carry a kind of entry, and those that may, in record order."""
    word = CARRIED_AS[kind]
    carrying = tuple(name for name, field in fields.items() if word in field.carries)
    possible = tuple(name for name, field in fields.items() if word in field.may_carry)
    return carrying, possible
