"""How the entry of a public list bears on a record: its goods, and its dates.

An order stops goods of a party, from a day on, until it ends. So a name is one leg of a match;
the goods are the other, and both count only while the order stands (domain.md 5.1, gate G5).
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from screener.codes.dates import read_date
from screener.lists.identities import same_parties
from screener.match.goods_named import GoodsNamed, goods_named, is_named
from screener.model.hit import GoodsLeg, Hit, Listing, TimeLeg
from screener.model.listing import Edition, Kind

GOODS = ("product_description", "hs_code")
DATES = ("ship_date", "doc_date")
COLUMNS = (*GOODS, *DATES)
"""The columns that decide how a listing bears on a record."""

_ENDED = frozenset({"inactive", "revoked", "superseded", "inactive (superseded)", "delisted"})
_WHOLE_DAY = 10


class Listings:
    """Judges hits on entries of public lists."""

    def __init__(self, editions: Iterable[Edition]) -> None:
        """Keep the entries of listings, each with the day of its edition."""
        editions = tuple(editions)
        self._same = same_parties(editions)
        self._entries = {
            entry.id: (entry, edition.edition_date)
            for edition in editions
            for entry in edition.entries
            if entry.kind is Kind.LISTING
        }

    def concern(self, hits: Iterable[Hit]) -> bool:
        """Say whether one of the hits is on an entry of a public list."""
        return any(hit.entry in self._entries for hit in hits)

    def judged(self, hits: Sequence[Hit], values: Mapping[str, str], as_of: str) -> tuple[Hit, ...]:
        """Return the hits of a record, those on public lists with how these bear on it.

        ``values`` are the filled columns of the record. A record that states no day is judged
        by ``as_of``; of two days the later counts, since goods enter after they ship.
        """
        if not self.concern(hits):
            return tuple(hits)
        day, day_from = record_day(values, as_of)
        return tuple(
            replace(hit, listing=self._listing(hit.entry, values, day, day_from))
            if hit.entry in self._entries
            else hit
            for hit in hits
        )

    def _listing(
        self, entry_id: str, values: Mapping[str, str], day: str, day_from: str
    ) -> Listing:
        entry, edition_day = self._entries[entry_id]
        ended = entry.ended_on
        if ended is None and (entry.status or "").casefold() in _ENDED:
            # The list says that it ended and not when: by the day of the list it had.
            ended = edition_day
        return Listing(
            goods=_goods_leg(entry.goods, values),
            time=_time_leg(entry.listed_on, ended, day),
            day=day,
            day_from=day_from,
            listed_on=entry.listed_on,
            changed_on=entry.changed_on,
            ended_on=ended,
            country=entry.country,
            same_party=self._same.get(entry_id, ()),
        )


def record_day(values: Mapping[str, str], as_of: str) -> tuple[str, str]:
    """Return the day that a record is judged by, and where it is stated."""
    stated = [
        (day.isoformat(), name)
        for name in DATES
        if name in values and (day := read_date(values[name])) is not None
    ]
    return max(stated, default=(as_of, "as_of"))


def _goods_leg(goods: tuple[str, ...], values: Mapping[str, str]) -> GoodsLeg:
    if not goods:
        return "all"
    description, code = (values.get(name) for name in GOODS)
    if description is None and code is None:
        return "unstated"
    return "named" if is_named(_named(goods), description, code) else "other"


def _time_leg(listed: str | None, ended: str | None, day: str) -> TimeLeg:
    """Return where a day lies; of a month or a year, its first day begins and its last ends.

    >>> _time_leg("2021-06", None, "2021-06-24"), _time_leg("2021-06-24", None, "2021-06-23")
    ('applies', 'before')
    >>> _time_leg(None, "2020-03-24", "2020-03-24"), _time_leg(None, "2020", "2020-06-01")
    ('ended', 'applies')
    """
    if ended is not None and (
        day >= ended if len(ended) == _WHOLE_DAY else day[: len(ended)] > ended
    ):
        return "ended"
    return "before" if listed is not None and day[: len(listed)] < listed else "applies"


@lru_cache(maxsize=4096)
def _named(goods: tuple[str, ...]) -> GoodsNamed:
    return goods_named(goods)
