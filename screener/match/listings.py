"""How the entry of a public list bears on a record: its goods, and its dates.

An order stops goods of a party, from a day on, until it ends. So a name is one leg of a match;
the goods are the other, and both count only while the order stands (domain.md 5.1, gate G5).
Entries without a name, and goods without one, are met otherwise (see ``orders``).
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from screener.codes.hs import digits_of
from screener.lists.identities import same_parties
from screener.match.goods_named import GoodsNamed, goods_named, is_about, is_named
from screener.match.goods_unsaid import says_no_kind
from screener.match.listing_days import DATES, RecordDay, life_of, record_day, time_leg
from screener.match.order_kinds import COLUMNS as OF_NO_NAME
from screener.match.order_kinds import Kinds, kinds_of
from screener.match.order_places import COLUMNS as OF_A_PLACE
from screener.match.order_places import OrderPlaces
from screener.match.order_regions import TEXTS, Affirms
from screener.match.orders import GOODS, Met, Orders
from screener.model.columns import Columns
from screener.model.hit import GoodsLeg, Hit, Leg, Listing, NameBasis
from screener.model.listing import ORDERS, Edition, Entry, Kind

OF_A_NAME = (*GOODS, *DATES)
"""The columns that decide how an entry whose name was found bears on the record."""
COLUMNS = tuple(dict.fromkeys((*OF_NO_NAME, *sorted(OF_A_PLACE))))
"""The columns in which entries of lists are met, or that decide how these bear."""

_OURS: Mapping[str, NameBasis] = {"D": "derived", "GK": "general_knowledge"}
"""What a name of an entry rests on that its publisher does not give."""


class Listings:
    """Judges hits on entries of public lists, and adds those on entries that have no name."""

    def __init__(
        self,
        editions: Iterable[Edition],
        affirms: Affirms = lambda *_: True,
    ) -> None:
        """Keep the entries of listings, each with the day of its edition.

        ``affirms`` says of a stretch of a text that it is neither denied nor a mere mention.
        """
        editions = tuple(editions)
        self._same = same_parties(editions)
        self._orders = Orders(editions, affirms)
        self._places = OrderPlaces(editions, self._orders.orders, affirms)
        self._entries = {
            entry.id: (entry, edition.edition_date)
            for edition in editions
            for entry in edition.entries
            if entry.kind is Kind.LISTING
        }
        self._ours = {
            (entry.id, alias.text): _OURS[alias.status]
            for entry, _ in self._entries.values()
            for alias in entry.aliases
            if alias.status in _OURS
        }
        self._untold = frozenset(
            entry.id
            for edition in editions
            if not _tells_goods(edition)
            for entry in edition.entries
            if not entry.goods
        )

    def concern(self, hits: Iterable[Hit]) -> bool:
        """Say whether one of the hits is on an entry of a public list, or in the region of one."""
        hits = tuple(hits)
        return any(hit.entry in self._entries for hit in hits) or self._places.concern(hits)

    def read_beside(self, hits: Iterable[Hit]) -> bool:
        """Say whether words beside one of the hits tell more of an order than the hit itself."""
        return self._places.concern(hit for hit in hits if hit.field in TEXTS)

    def kinds(self, columns: Columns, as_of: str) -> Kinds:
        """Return which rows of a batch meet orders and pairs alike, names left out of account."""
        return kinds_of(self._orders, columns, as_of)

    def judged(self, hits: Sequence[Hit], values: Mapping[str, str], as_of: str) -> tuple[Hit, ...]:
        """Return the hits of a record, those on public lists with how these bear on it.

        ``values`` are the filled columns of the record. Behind the hits given stand those on
        entries that are met without a name, numbered on.
        """
        day = record_day(values, as_of)
        found = [hit.entry for hit in hits if hit.entry in self._entries]
        placed = self._places.met(hits, values)
        met = (*placed, *self._orders.met(values, (*found, *(one.entry.id for one in placed)), day))
        if not found and not met:
            return tuple(hits)
        named = (
            replace(hit, listing=self._named(hit, values, day))
            if hit.entry in self._entries
            else hit
            for hit in hits
        )
        unnamed = (
            _hit(one, number, values)
            if not one.dated
            else replace(
                _hit(one, number, values),
                listing=self._listing(one.entry.id, one.leg, values, day, both=one.both),
            )
            for number, one in enumerate(met, start=len(hits) + 1)
        )
        return (*named, *unnamed)

    def _named(self, hit: Hit, values: Mapping[str, str], day: RecordDay) -> Listing:
        listing = self._listing(hit.entry, "party", values, day)
        ours = self._ours.get((hit.entry, hit.alias))
        return listing if ours is None else replace(listing, name_basis=ours)

    def _listing(
        self,
        entry_id: str,
        leg: Leg,
        values: Mapping[str, str],
        day: RecordDay,
        *,
        both: bool = False,
    ) -> Listing:
        entry, edition_day = self._entries[entry_id]
        return Listing(
            goods=self._goods(entry, leg, values, both=both),
            time=time_leg(life_of(entry, edition_day), day),
            day=day.first,
            day_until=day.last,
            day_from=day.column,
            listed_on=entry.listed_on,
            changed_on=entry.changed_on,
            ended_on=entry.ended_on,
            country=entry.country or entry.regime,
            same_party=self._same.get(entry_id, ()),
            leg=leg,
        )

    def _goods(self, entry: Entry, leg: Leg, values: Mapping[str, str], *, both: bool) -> GoodsLeg:
        if leg == "goods" or both:
            return "named"
        return "untold" if entry.id in self._untold else _goods_leg(entry.goods, leg, values)


def _tells_goods(edition: Edition) -> bool:
    """Say whether an entry of a list names no goods because it means all of its party.

    So it is where no entry could name any. A list of orders without a single good of a party has
    no column of them (orders on goods of a region name these in place of a party), and a sample
    has them as far as its source had (docs/decisions/0028).
    """
    return ORDERS not in edition.under or (
        not edition.sample and any(entry.goods and entry.aliases for entry in edition.entries)
    )


def _hit(met: Met, number: int, values: Mapping[str, str]) -> Hit:
    return Hit(
        id=f"h{number}",
        entry=met.entry.id,
        list=met.entry.list,
        kind=str(met.entry.kind),
        role=None,
        mention=None,
        field=met.field,
        start=met.start,
        end=met.end,
        text=values[met.field][met.start : met.end],
        alias=met.alias,
        similarity=1.0,
        alignment=(),
        ambiguity="A0",
    )


def _goods_leg(goods: tuple[str, ...], leg: Leg, values: Mapping[str, str]) -> GoodsLeg:
    """Return the leg of the goods; a country is wide, so that beside it goods count narrowly.

    Goods that nobody could tell from others ("items") are as little stated as none.
    """
    if not goods:
        return "all"
    description, code = (values.get(name) for name in GOODS)
    stated = is_about if leg == "region" else is_named
    if stated(_named(goods), description, code):
        return "named"
    kindless = says_no_kind(description or "") and digits_of(code or "") is None
    return "unstated" if kindless else "other"


@lru_cache(maxsize=4096)
def _named(goods: tuple[str, ...]) -> GoodsNamed:
    return goods_named(goods)
