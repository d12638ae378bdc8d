"""Entries of public lists that no name finds: goods of a country, and goods that orders name.

An order of customs stops goods of a producer, or all goods of a kind from a country. The country
is then the leg that a producer is elsewhere (domain.md 5.1, gate G5). Goods without either are
the weakest of its legs. Lists of pairs, a country and a good, are context: a record meets a pair
with both or not at all.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from screener.codes.countries import countries as countries_of
from screener.match.goods_named import (
    GoodsNamed,
    Plain,
    goods_named,
    is_among,
    narrow,
    plainly_stated,
    stretch,
)
from screener.match.listing_days import Life, RecordDay, life_of, time_leg
from screener.match.order_regions import (
    MATERIAL,
    ORIGIN,
    READERS,
    REGIONS,
    Affirms,
    Words,
    hints_of,
    may_tell,
    names_of,
    told,
    words_of,
)
from screener.model.hit import Leg, TimeLeg
from screener.model.listing import ORDERS, Edition, Entry, Kind

DESCRIPTION, CODE = GOODS = ("product_description", "hs_code")
"""The columns that say which goods a record is about."""

_REMEMBERED = 16_384


class Met(NamedTuple):
    """An entry that a record meets without a name: by which leg, and in which words of it.

    ``dated`` says that it is an order, which has days; a pair has none. ``both`` says that the
    words that state the region name goods of the order with it.
    """

    entry: Entry
    leg: Leg
    field: str
    start: int
    end: int
    alias: str
    dated: bool
    both: bool = False


class Placed(NamedTuple):
    """An order whose country a value states: where, and whether with goods of the order."""

    order: "Order"
    start: int
    end: int
    both: bool


class Order(NamedTuple):
    """An order or a pair, the goods it names, and when it began and ended."""

    entry: Entry
    named: GoodsNamed
    life: Life

    def time(self, day: RecordDay) -> TimeLeg:
        """Return where a day lies in its life."""
        return time_leg(self.life, day)


class Orders:
    """The orders and pairs of all lists; finds those that a record meets."""

    def __init__(
        self,
        editions: Iterable[Edition],
        affirms: Affirms = lambda *_: True,
    ) -> None:
        """Keep the orders that name goods, and pairs of country and goods, in order of lists.

        What names a part of a country alone (``admin``) is found by the places in it.
        ``affirms`` says of a stretch of a text that it is neither denied nor a mere mention.
        """
        self._affirms = affirms
        self.orders: list[Order] = []
        self.of_regions: dict[str, tuple[Order, ...]] = {}
        self.pairs: dict[str, tuple[Order, ...]] = {}
        for edition in editions:
            for entry in edition.entries:
                if entry.kind is Kind.LISTING and entry.goods:
                    self._keep(edition, entry)
        self._narrow = [(order, narrow(order.named)) for order in self.orders]
        self._by_family: dict[int, list[int]] = {}
        self._by_word: dict[str, list[int]] = {}
        for at, (_, named) in enumerate(self._narrow):
            for family in named.families:
                self._by_family.setdefault(family, []).append(at)
            for phrase in named.phrases:
                self._by_word.setdefault(phrase[0], []).append(at)
        lives = dict.fromkeys(one.life for one in self.orders)
        self._lives = tuple(lives)
        self._words = frozenset(
            word
            for one in (
                *self.orders,
                *(pair for several in self.pairs.values() for pair in several),
            )
            for phrase in one.named.phrases
            for word in phrase
        )
        self._spoken: list[tuple[Order, Words]] = [
            (one, words_of(names_of(country), one.named, country))
            for country, several in self.of_regions.items()
            for one in several
        ]
        self._hints = hints_of(self.of_regions)
        self.placed = lru_cache(_REMEMBERED)(self._placed)
        self.lying = lru_cache(_REMEMBERED)(self._lying)
        self.stated = lru_cache(_REMEMBERED)(self._stated)
        self.naming = lru_cache(_REMEMBERED)(self._naming)
        self.paired = lru_cache(_REMEMBERED)(self._paired)
        self.telling = frozenset({*self.of_regions, *self.pairs})

    def _keep(self, edition: Edition, entry: Entry) -> None:
        order = Order(entry, goods_named(entry.goods), life_of(entry, edition.edition_date))
        if ORDERS in edition.under:
            self.orders.append(order)
        if entry.country is not None and not entry.aliases and not entry.admin:
            into = self.of_regions if ORDERS in edition.under else self.pairs
            into[entry.country] = (*into.get(entry.country, ()), order)

    def _lying(self, day: RecordDay) -> tuple[TimeLeg, ...]:
        """Return where a day lies in the lives of orders."""
        return tuple(time_leg(life, day) for life in self._lives)

    def _stated(self, description: str | None, code: str | None) -> Plain:
        """Return the goods that a record is about, of its words those that some list names."""
        plain = plainly_stated(description, code, made_up=False)
        return plain._replace(words=plain.words & self._words)

    def met(
        self, values: Mapping[str, str], found: Iterable[str], day: RecordDay
    ) -> tuple[Met, ...]:
        """Return what a record meets, in the order of its columns and of the lists.

        ``values`` are its filled columns, ``found`` the entries whose names stand in it, ``day``
        is the day it is judged by. A region is met whatever the goods are.
        """
        plain = self.stated(values.get(DESCRIPTION), values.get(CODE))
        here = {
            name: countries_of(values[name]) or () for name in (ORIGIN, MATERIAL) if name in values
        }
        regions = [
            _region(one, name, dated=True)
            for name in REGIONS
            if name in values
            for one in self.placed(name, values[name])
        ]
        pairs = [
            _region(Placed(order, 0, len(values[ORIGIN]), both=False), ORIGIN, dated=False)
            for country in here.get(ORIGIN, ())
            for order in self.paired(country, plain)
        ]
        known = {*found, *(one.entry.id for one in regions)}
        countries = {country for codes in here.values() for country in codes}
        alone = self._alone(plain, known, countries, day)
        return (*regions, *pairs, *([_goods(alone, values)] if alone is not None else []))

    def _placed(self, field: str, value: str) -> tuple[Placed, ...]:
        """Return the orders on a country that the value of a column states."""
        read = READERS.get(field)
        stated = read(value) if read is not None else ()
        found = {
            order.entry.id: Placed(order, 0, len(value), both=False)
            for country in stated
            for order in self.of_regions.get(country, ())
        }
        if (read is None or field == MATERIAL) and may_tell(self._hints, value):
            for order, words in self._spoken:
                if words.name.search(value) or words.label.search(value):
                    one = told(words, value, self._affirms, anywhere=field == MATERIAL)
                    if one is not None and (one.goods or order.entry.id not in found):
                        found[order.entry.id] = Placed(
                            order, one.start, one.end, one.goods and field != DESCRIPTION
                        )
        return tuple(found.values())

    def _alone(
        self, plain: Plain, known: set[str], countries: set[str], day: RecordDay
    ) -> Order | None:
        """Return the order that names the goods of a record and has no other leg in it.

        One stands for all of them: one of the record's own countries, else the latest, of those
        that apply on the day. None if an order that names these goods has its other leg there.
        """
        naming = self.naming(plain)
        if any(order.entry.id in known for order in naming):
            return None
        applying = (order for order in naming if order.time(day) == "applies")
        return max(
            applying,
            key=lambda one: (one.entry.country in countries, one.entry.listed_on or ""),
            default=None,
        )

    def _paired(self, country: str, plain: Plain) -> tuple[Order, ...]:
        """Return the pairs of a country and goods that a record is about."""
        return tuple(one for one in self.pairs.get(country, ()) if is_among(one.named, plain))

    def _naming(self, plain: Plain) -> tuple[Order, ...]:
        """Return the orders that name goods that a record is about, whole classes left out."""
        asked = {at for one in plain.families for at in self._by_family.get(one, ())}
        asked.update(at for word in plain.words for at in self._by_word.get(word, ()))
        return tuple(
            order
            for order, named in (self._narrow[at] for at in sorted(asked))
            if is_among(named, plain)
        )


def _region(one: Placed, field: str, *, dated: bool) -> Met:
    entry = one.order.entry
    return Met(entry, "region", field, one.start, one.end, entry.country or "", dated, one.both)


def _goods(order: Order, values: Mapping[str, str]) -> Met:
    """Return the goods of an order in the words that state them; in the code if there are none."""
    alias = ", ".join(order.entry.goods)
    description = values.get(DESCRIPTION)
    if description is None:
        return Met(order.entry, "goods", CODE, 0, len(values[CODE]), alias, dated=True)
    start, end = stretch(narrow(order.named), description)
    return Met(order.entry, "goods", DESCRIPTION, start, end, alias, dated=True)
