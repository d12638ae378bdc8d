"""A text searched for in the names of entries, as a search box does; no screening."""

from collections import Counter
from collections.abc import Callable, Sequence
from weakref import WeakKeyDictionary

from fastapi import HTTPException

from api.compat.datasets import Datasets, entry_schema, topics_of
from api.compat.entities import SORTED_BY, Wanted, changed_day
from api.compat.schemata import LABELS
from screener.index.names import LOWEST_THRESHOLD
from screener.match.lookup import Query
from screener.model.listing import Entry
from screener.pipeline import Screener
from screener.text.folding import comparison_form

_MOST_HITS = 10_000
_KINDS = ("organization", "person", "place")
_Texts = tuple[tuple[Entry, str], ...]
# What was made for a screener goes with it, when its lists are loaded anew.
_KNOWN: WeakKeyDictionary[Screener, _Texts] = WeakKeyDictionary()
_LABELS = {"countries": "Countries", "topics": "Topics", "datasets": "Datasets", "schema": "Types"}


def searched(
    text: str, datasets: Datasets, wanted: Wanted, screener: Screener, *, fuzzy: bool = False
) -> tuple[Entry, ...]:
    """Return the entries whose names resemble a text, then those that hold all its words.

    An empty text finds every entry.
    """
    near = [screener.entries[one] for one in _near(text, screener, fuzzy=fuzzy)]
    distinct = {entry.id: entry for entry in (*near, *holding(text, screener))}
    editions = datasets.editions
    return tuple(
        entry
        for entry in distinct.values()
        if entry.list in editions
        and wanted.takes(entry, editions[entry.list], entry_schema(entry, datasets))
    )


def holding(text: str, screener: Screener) -> list[Entry]:
    """Return the entries that hold every word of a text in id or names, by list and id."""
    words = comparison_form(text).split()
    if text.strip() and not words:
        return []
    return [
        entry
        for entry, names in _texts(screener)
        if all(word in names for word in words) or entry.id == text.strip()
    ]


def in_order(found: Sequence[Entry], sorts: Sequence[str], datasets: Datasets) -> tuple[Entry, ...]:
    """Return entries in the order asked for; what has no such date comes last.

    Raises:
        HTTPException: It is no field of theirs (400).

    """
    entries = list(found)
    keys: dict[str, Callable[[Entry], str | None]] = {
        "caption": lambda entry: entry.name.casefold(),
        "first_seen": lambda entry: entry.listed_on,
        "last_seen": lambda entry: datasets.editions[entry.list].edition_date,
        "last_change": changed_day,
    }
    for sort in reversed(sorts):
        field, _, order = sort.partition(":")
        if field not in keys or order not in ("", "asc", "desc"):
            raise HTTPException(
                400, f"sort: {sort}; sorted by {', '.join(SORTED_BY)}, :desc or not"
            )
        key = keys[field]
        known = [entry for entry in entries if key(entry) is not None]
        unknown = [entry for entry in entries if key(entry) is None]
        entries = [
            *sorted(known, key=lambda one: key(one) or "", reverse=order == "desc"),
            *unknown,
        ]
    return tuple(entries)


def counted(found: Sequence[Entry], names: Sequence[str], datasets: Datasets) -> dict[str, object]:
    """Return how many of the entries have which value of each field."""
    topics = {one: topics_of(edition) or () for one, edition in datasets.editions.items()}
    titles = {one: edition.title for one, edition in datasets.editions.items()}
    values: dict[str, Callable[[Entry], Sequence[str]]] = {
        "countries": lambda entry: [entry.country.lower()] if entry.country else [],
        "topics": lambda entry: topics[entry.list],
        "datasets": lambda entry: [entry.list],
        "schema": lambda entry: [entry_schema(entry, datasets)],
    }
    labels = {**titles, **LABELS}
    facets: dict[str, object] = {}
    for name in names:
        counts = Counter(value for entry in found for value in values[name](entry))
        ranked = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
        shown = [{"name": one, "label": labels.get(one, one), "count": n} for one, n in ranked]
        facets[name] = {"label": _LABELS[name], "values": shown}
    return facets


def _near(text: str, screener: Screener, *, fuzzy: bool) -> list[str]:
    best: dict[str, float] = {}
    for kind in _KINDS if text.strip() else ():
        threshold = LOWEST_THRESHOLD if fuzzy else None
        query = Query(kind=kind, limit=_MOST_HITS, threshold=threshold)
        for hit in screener.match_names([text], query)[0]:
            best[hit.entry] = max(hit.similarity, best.get(hit.entry, 0.0))
    return sorted(best, key=lambda one: (-best[one], one))


def _texts(screener: Screener) -> _Texts:
    """Return every entry with its names as they are compared, by list and id; made once."""
    known = _KNOWN.get(screener)
    if known is None:
        ordered = sorted(screener.entries.values(), key=lambda entry: (entry.list, entry.id))
        known = _KNOWN[screener] = tuple((entry, _text(entry)) for entry in ordered)
    return known


def _text(entry: Entry) -> str:
    names = (entry.name, *(one.text for one in entry.aliases), *entry.identifiers)
    return "\n".join(map(comparison_form, names))
