"""Watchlists as datasets of other services: which are asked, and in which edition."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from fastapi import HTTPException

from api.compat.schemata import kinds_asked, schema_of
from api.deps import Service
from screener.errors import NotStoredError
from screener.match.catalogue import PARTIES
from screener.model.listing import COMPANY, Edition, Entry, Kind

EVERYTHING = ("default", "all")
"""The names of the dataset that is every list in use."""

_SANCTIONS = ("us-sanctions", "un-sanctions", "uk-sanctions", "eu-sanctions")
_TOPICS = {
    **dict.fromkeys(_SANCTIONS, ("sanction",)),
    "uflpa": ("forced.labor",),
    "wro-procedure": ("forced.labor",),
    "dol-goods-list": ("forced.labor",),
    "us-screening-list": ("export.control", "export.risk"),
}
# Lists under no law of their own are those that the pack is made of.
_OF_THE_PACK = ("forced.labor",)
_KINDS = {"organization": PARTIES, "person": PARTIES, "place": frozenset({Kind.PLACE})}


class Datasets(NamedTuple):
    """The lists that a request is about by their ids, in the order of these."""

    editions: Mapping[str, Edition]

    def check_can_answer(self, schema: str) -> None:
        """Refuse a schema by which no list has a name to find: no answer is no all-clear.

        Raises:
            HTTPException: None has (400).

        """
        kinds = frozenset(kind for one in kinds_asked(schema) for kind in _KINDS[one])
        for edition in self.editions.values():
            if any(entry.kind in kinds and entry.aliases for entry in edition.entries):
                return
        names = ", ".join(self.editions)
        raise HTTPException(400, f"no entry of {names} can be found by the schema {schema}")

    def check_topics(self, topics: Sequence[str]) -> None:
        """Refuse topics of which no list speaks: no answer is no all-clear.

        Raises:
            HTTPException: None does (400).

        """
        known = [topics_of(one) for one in self.editions.values()]
        if not topics or any(one is None or set(one) & set(topics) for one in known):
            return
        spoken = ", ".join(sorted({topic for one in known if one for topic in one}))
        raise HTTPException(400, f"no list asked has the topic {topics[0]}; they have {spoken}")


def chosen(
    name: str,
    service: Service,
    *,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    only: Sequence[str] = (),
) -> Datasets:
    """Return the lists of a dataset with those included, without those excluded.

    With ``only`` those alone that are among these too.

    Raises:
        NotStoredError: One is not in use or has no entry.
        HTTPException: None is left (400).

    """
    wanted: set[str] = set()
    for one in (name, *include):
        wanted |= _ids(one, service)
    if only:
        wanted &= {id_ for one in only for id_ in _ids(one, service)}
    for one in exclude:
        wanted -= _ids(one, service)
    if not wanted:
        raise HTTPException(400, "no dataset is left; exclude fewer")
    found = (one for one in service.screener.editions if one.id in wanted)
    return Datasets({one.id: one for one in sorted(found, key=lambda one: one.id)})


def described(datasets: Datasets, service: Service) -> dict[str, object]:
    """Return what every answer says of the lists it rests on, beside the other service's shape."""
    shown = ("id", "edition", "edition_date", "entries", "sample")
    lists = [
        {name: getattr(one, name) for name in shown}
        for one in service.screener.scope.lists
        if one.id in datasets.editions
    ]
    return {"editions": lists, "snapshot": service.screener.snapshot()}


def edition_headers(datasets: Datasets, service: Service) -> dict[str, str]:
    """Return the same in headers, for shapes that have no room for it."""
    snapshot = service.screener.snapshot()
    editions = ", ".join(f"{one.id}={one.edition}" for one in datasets.editions.values())
    return {
        "Screener-As-Of": snapshot.as_of,
        "Screener-Lists": snapshot.lists,
        # A list's id and edition are of a manifest; what no header can hold is left out.
        "Screener-Editions": " ".join(editions.encode("ascii", "ignore").decode().split()),
    }


def topics_of(edition: Edition) -> tuple[str, ...] | None:
    """Return FollowTheMoney's topics of a list by its law; None where that is not known."""
    if COMPANY in edition.under:
        return None
    found = tuple(topic for one in edition.under for topic in _TOPICS.get(one, ()))
    if edition.under and not found:
        return None
    return tuple(dict.fromkeys(found)) or _OF_THE_PACK


def entry_schema(entry: Entry, datasets: Datasets) -> str:
    """Return the schema of an entry of one of the lists."""
    return schema_of(entry, datasets.editions[entry.list].under)


def _ids(name: str, service: Service) -> set[str]:
    filled = {one.id for one in service.screener.editions if one.entries}
    found = filled if name in EVERYTHING else filled & {name}
    if not found:
        message = f"no dataset {name[:100]}; GET /catalog names those in use"
        raise NotStoredError(message)
    return found
