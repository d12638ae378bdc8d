"""The lists in use and the way names are compared, as yente describes datasets and algorithms."""

from api.compat.datasets import EVERYTHING, topics_of
from api.compat.entities import moment
from api.compat.matching import ALGORITHM, THRESHOLD
from api.deps import Service
from api.freshness import freshness
from screener.model.listing import Edition

_TITLES = {
    "default": "Every list in use",
    "all": "Every list in use, by another name",
}
_NAME = (
    "How alike two names are, from 0 to 1: their words are aligned, rare words weigh more than "
    "words of trades and places, and spellings, scripts and romanizations of one word meet."
)
_DESCRIPTION = (
    f"Compares names as screenings do; a result matches from {THRESHOLD}. Properties other than "
    "names and countries are not compared: a country confirms names too common to stand alone."
)
_FEATURES = {"name": {"description": _NAME, "coefficient": 1.0, "url": "/docs"}}
ALGORITHMS = (
    {
        "name": ALGORITHM,
        "description": _DESCRIPTION,
        "features": _FEATURES,
        "docs": {
            "name": ALGORITHM,
            "description": _DESCRIPTION,
            "config": {},
            "features": _FEATURES,
        },
    },
)


def catalog(service: Service) -> dict[str, object]:
    """Return every list in use with its edition; one that is stale is outdated."""
    stale = {one.id for one in freshness(service).lists if one.stale}
    filled = [one for one in service.screener.editions if one.entries]
    lists = [_dataset(one, stale=one.id in stale) for one in sorted(filled, key=lambda one: one.id)]
    together = [_together(name, filled, service, stale=bool(stale)) for name in EVERYTHING]
    return {
        "datasets": [*together, *lists],
        "current": [one.id for one in filled if one.id not in stale],
        "outdated": [one.id for one in filled if one.id in stale],
        "index_stale": bool(stale),
        "snapshot": service.screener.snapshot(),
    }


def _dataset(edition: Edition, *, stale: bool) -> dict[str, object]:
    day = moment(edition.edition_date)
    return {
        "name": edition.id,
        "title": edition.title,
        "summary": edition.coverage,
        "version": edition.edition,
        "index_version": edition.checksum,
        "index_current": not stale,
        "load": True,
        "children": [],
        "updated_at": day,
        "last_export": day,
        "entity_count": len(edition.entries),
        "thing_count": len(edition.entries),
        "publisher": {"name": edition.publisher},
        "tags": list(topics_of(edition) or ()),
        "licence": edition.licence,
        "sample": edition.sample,
    }


def _together(
    name: str, editions: list[Edition], service: Service, *, stale: bool
) -> dict[str, object]:
    count = sum(len(one.entries) for one in editions)
    day = max((one.edition_date for one in editions if one.edition_date), default=None)
    return {
        "name": name,
        "title": _TITLES[name],
        "summary": "All lists that this service screens against.",
        "version": service.screener.snapshot().lists,
        "index_version": service.screener.snapshot().lists,
        "index_current": not stale,
        "load": True,
        "children": sorted(one.id for one in editions),
        "updated_at": moment(day),
        "last_export": moment(day),
        "entity_count": count,
        "thing_count": count,
    }
