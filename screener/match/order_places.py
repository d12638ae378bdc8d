"""Orders on a part of a country, met by the places in it that a record names.

A country is stated by a code or a name; a part of it as often by a town, a prefecture or a
postcode. What was found as a place inside the part is the leg of its region, where columns of
makers, suppliers, origins and the route hold it, or a text says that goods or parties are there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from screener.match.order_regions import TEXTS, Affirms, Words, told, words_of
from screener.match.orders import DESCRIPTION, Met, Order
from screener.model.hit import Hit
from screener.model.listing import Edition, Kind

PARTIES = tuple(
    f"{party}_{part}"
    for party in ("manufacturer", "supplier", "shipper")
    for part in ("address", "city", "province", "postcode", "country")
)
ROUTE = ("country_of_export", "place_of_receipt", "port_of_lading")
COLUMNS = frozenset({*PARTIES, *ROUTE, "country_of_origin", "material_origin"})
"""The columns in which a place is where goods come from, whatever the words around it."""

_STATED = ("party", "site")
_REMEMBERED = 4096


class OrderPlaces:
    """Finds the orders on parts of countries that the places found in a record meet."""

    def __init__(
        self, editions: Iterable[Edition], orders: Sequence[Order], affirms: Affirms
    ) -> None:
        """Keep the orders of each place that lies whole in the part that they are on."""
        parts = [order for order in orders if order.entry.admin and not order.entry.aliases]
        self._affirms = affirms
        self._of_place = {
            entry.id: within
            for edition in editions
            for entry in edition.entries
            if entry.kind is Kind.PLACE and entry.admin
            if (within := tuple(one for one in parts if {*entry.admin} <= {*one.entry.admin}))
        }
        self._words = lru_cache(_REMEMBERED)(self._words_of)

    def concern(self, hits: Iterable[Hit]) -> bool:
        """Say whether one of the hits is on a place that lies in the region of an order."""
        return any(hit.entry in self._of_place for hit in hits)

    def met(self, hits: Iterable[Hit], values: Mapping[str, str]) -> tuple[Met, ...]:
        """Return the orders that places meet by their region, of each once in a column."""
        found: dict[tuple[str, str], Met] = {}
        for hit in hits:
            for one in self._met(hit, values):
                key = one.entry.id, one.field
                if key not in found or (one.both and not found[key].both):
                    found[key] = one
        return tuple(found.values())

    def _met(self, hit: Hit, values: Mapping[str, str]) -> Iterator[Met]:
        orders = self._of_place.get(hit.entry, ())
        if hit.mention is not None or not (hit.field in COLUMNS or hit.field in TEXTS):
            return
        for at, order in enumerate(orders):
            alias = ", ".join(order.entry.admin)
            met = Met(order.entry, "region", hit.field, hit.start, hit.end, alias, dated=True)
            if hit.field in COLUMNS:
                if hit.role != "mention":
                    yield met
                continue
            words = self._words(hit.entry, at, hit.text)
            beside = told(words, values[hit.field], self._affirms, anywhere=False)
            if beside is not None:
                both = beside.goods and hit.field != DESCRIPTION
                yield met._replace(start=beside.start, end=beside.end, both=both)
            elif hit.role in _STATED:
                yield met

    def _words_of(self, place: str, at: int, name: str) -> Words:
        """Return what finds a place beside the goods of one of its orders."""
        return words_of((name,), self._of_place[place][at].named)
