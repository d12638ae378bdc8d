"""Entries of lists in the shape of FollowTheMoney's entities, as clients of yente read them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from api.compat.datasets import Datasets, entry_schema, topics_of
from api.compat.schemata import THING, may_be
from screener.codes.countries import country
from screener.model.listing import Edition, Entry

_CAPTION = "caption"
SORTED_BY = (_CAPTION, "first_seen", "last_seen", "last_change")


class Wanted(NamedTuple):
    """Which entities are wanted; what a list does not say excludes none."""

    schema: str = THING
    exclude_schemata: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    changed_since: str | None = None
    exclude_ids: tuple[str, ...] = ()

    def takes(self, entry: Entry, edition: Edition, schema: str) -> bool:
        """Say whether an entry is among them."""
        topics, day = topics_of(edition), changed_day(entry)
        unknown_topic = topics is None or not self.topics
        late = self.changed_since is None or day is None or day >= self.changed_since
        home = entry.country is None or not self.countries or entry.country in self.countries
        return (
            may_be(schema, self.schema)
            and schema not in self.exclude_schemata
            and (unknown_topic or bool(set(topics or ()) & set(self.topics)))
            and home
            and late
            and entry.id not in self.exclude_ids
        )


def changed_day(entry: Entry) -> str | None:
    """Return the day on which an entry last changed or was listed, None where no list says."""
    return entry.changed_on or entry.listed_on


def entity(
    entry: Entry,
    datasets: Datasets,
    *,
    around: Mapping[str, Entry] | None = None,
) -> dict[str, object]:
    """Return an entry as an entity; the place it lies in is nested where ``around`` has it.

    Beside yente's fields: ``ended_on``, the day from which the list says that it holds no more.
    """
    edition = datasets.editions[entry.list]
    properties: dict[str, list[object]] = {
        name: list(dict.fromkeys(values)) for name, values in _properties(entry, edition) if values
    }
    if entry.within is not None:
        place = (around or {}).get(entry.within)
        known = place is not None and place.list in datasets.editions
        properties["addressEntity"] = [entity(place, datasets) if place and known else entry.within]
    return {
        "id": entry.id,
        _CAPTION: entry.name,
        "schema": entry_schema(entry, datasets),
        "properties": properties,
        "datasets": [entry.list],
        "referents": [],
        "target": True,
        "first_seen": moment(entry.listed_on),
        "last_seen": moment(edition.edition_date),
        "last_change": moment(changed_day(entry)),
        "ended_on": entry.ended_on,
    }


def moment(day: str | None) -> str | None:
    """Return the beginning of a day; a year or month alone begins with its first day.

    >>> moment("2022-06"), moment("2026-02-27")
    ('2022-06-01T00:00:00', '2026-02-27T00:00:00')
    """
    if not day:
        return None
    return f"{day}{'-01-01'[len(day) - 4 :] if len(day) < len('2026-02-27') else ''}T00:00:00"


def country_code(text: str) -> str | None:
    """Return the code of a country by its code or name, None for what is none."""
    return country(text.strip())


def _properties(entry: Entry, edition: Edition) -> Iterable[tuple[str, Sequence[str]]]:
    sure = [one.text for one in entry.aliases if one.ambiguity == "A0" and one.text != entry.name]
    weak = [one.text for one in entry.aliases if one.ambiguity != "A0"]
    yield "name", [entry.name]
    yield "alias", sure
    yield "weakAlias", weak
    yield "country", [entry.country.lower()] if entry.country else []
    yield "address", entry.addresses
    yield "idNumber", entry.identifiers
    yield "program", entry.programmes
    yield "topics", topics_of(edition) or ()
    yield "status", [entry.status] if entry.status else []
    yield "publisher", [entry.listed_by] if entry.listed_by else []
    yield "notes", [*([entry.note] if entry.note else []), *entry.assertion_limits]
