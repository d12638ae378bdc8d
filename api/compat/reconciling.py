"""Cells of a table reconciled with entries of lists, in the words of the reconciliation API 0.2."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fastapi import HTTPException
from pydantic import ValidationError

from api.compat.datasets import Datasets, entry_schema
from api.compat.entities import Wanted, entity
from api.compat.examples import COUNTRIES, NAMES, first_problem, read_example
from api.compat.matching import Bounds, Found, Question, answers
from api.compat.reconcile_schemas import (
    MOST_BATCH,
    ExtendQuery,
    Named,
    PropertyIn,
    ReconcileBatch,
    ReconcileQuery,
)
from api.compat.schemata import LABELS, SCHEMATA, THING, ancestors
from api.deps import Service
from screener.errors import InputError
from screener.match.lookup import NameHit
from screener.model.listing import Entry

PROPERTIES = {
    "name": "Name",
    "alias": "Other names",
    "weakAlias": "Names too common to stand alone",
    "country": "Country",
    "address": "Address",
    "addressEntity": "Place it lies in",
    "idNumber": "Number",
    "program": "Programme",
    "topics": "Topics",
    "status": "Status",
    "publisher": "Listed by",
    "notes": "Notes",
    "schema": "Type",
    "datasets": "List",
    "first_seen": "Listed on",
    "last_change": "Last changed on",
    "ended_on": "Ended on",
}
"""What of an entity can be fetched, by its label."""
ASKED = {
    **{name: PROPERTIES.get(name, name) for name in NAMES},
    **{name: PROPERTIES.get(name, name) for name in COUNTRIES},
}
"""What a column beside the name can say that is looked at."""
_ID_SCORE = 1.0


class Cell(NamedTuple):
    """A query as it is asked: the question, and the entry that it names by its id."""

    question: Question
    entry: str | None
    limit: int


def read_batch(text: str) -> ReconcileBatch:
    """Return a batch of queries.

    Raises:
        HTTPException: It is none (400), or too many (413).

    """
    try:
        batch = ReconcileBatch.model_validate_json(text)
    except ValidationError as error:
        raise HTTPException(400, f"queries: {first_problem(error)}") from error
    if len(batch.root) > MOST_BATCH:
        raise HTTPException(413, f"{len(batch.root)} queries; a batch has {MOST_BATCH} at most")
    return batch


def reconciled(batch: ReconcileBatch, datasets: Datasets, service: Service) -> dict[str, object]:
    """Return the candidates for each query.

    A query that cannot be asked has an error and no result, so that it does not read as one to
    which nothing is like.

    Raises:
        HTTPException: None can be asked (400), or they take too long (503).

    """
    told: dict[str, object] = dict.fromkeys(batch.root)
    cells: dict[str, Cell] = {}
    problem = ""
    for key, query in batch.root.items():
        try:
            cells[key] = _cell(query, datasets, service)
        except (InputError, HTTPException) as error:
            detail = str(error.detail if isinstance(error, HTTPException) else error)
            problem = problem or f"query {key[:100]}: {detail}"
            told[key] = {"error": detail}
    if problem and not cells:
        raise HTTPException(400, problem)
    limits = Bounds(limit=max((one.limit for one in cells.values()), default=1))
    asked = [one.question for one in cells.values()]
    found = answers(asked, datasets, Wanted(), limits, service)
    for (key, cell), answer in zip(cells.items(), found, strict=True):
        ranked = [*_named(cell, service), *answer.found]
        distinct = {one.hit.entry: one for one in reversed(ranked)}
        best = sorted(distinct.values(), key=ranked.index)[: cell.limit]
        told[key] = {"result": [_candidate(one, cell, datasets, limits, service) for one in best]}
    return told


def extended(text: str, datasets: Datasets, service: Service) -> dict[str, object]:
    """Return the values of properties of entities; one that is not known has none.

    Raises:
        HTTPException: It is no such query, or names a property that there is not (400).

    """
    try:
        query = ExtendQuery.model_validate_json(text)
    except ValidationError as error:
        raise HTTPException(400, f"extend: {first_problem(error)}") from error
    for one in query.properties:
        if one.id not in PROPERTIES:
            raise HTTPException(400, f"no property {one.id}; there are {', '.join(PROPERTIES)}")
    entries = service.screener.entries
    rows: dict[str, object] = {}
    for id_ in query.ids:
        entry = entries.get(id_)
        known = entry is not None and entry.list in datasets.editions
        values = _values(entity(entry, datasets, around=entries)) if entry and known else {}
        rows[id_] = {
            one.id: [
                {"str": value}
                for value in values.get(one.id, [])[: (one.settings and one.settings.limit) or None]
            ]
            for one in query.properties
        }
    meta = [{"id": one.id, "name": PROPERTIES[one.id]} for one in query.properties]
    return {"meta": meta, "rows": rows}


def type_of(schema: str) -> dict[str, object]:
    """Return a schema as a type, with the one that is directly broader."""
    broader = ancestors(schema)[1:2]
    told: dict[str, object] = {"id": schema, "name": LABELS[schema]}
    return {**told, "broader": [{"id": one, "name": LABELS[one]} for one in broader]}


def types_of(datasets: Datasets) -> list[str]:
    """Return the schemata by which entries of the lists can be found."""
    found = []
    for schema in SCHEMATA:
        try:
            datasets.check_can_answer(schema)
        except HTTPException:
            continue
        found.append(schema)
    return found


def description(entry: Entry, datasets: Datasets) -> str:
    """Return what tells an entry from its namesakes: where it is, and the list with its edition."""
    edition = datasets.editions[entry.list]
    ended = f"ended on {entry.ended_on}" if entry.ended_on else ""
    parts = (entry.country or "", f"{edition.title}, edition {edition.edition}", ended)
    return "; ".join(part for part in parts if part)


def _cell(query: ReconcileQuery, datasets: Datasets, service: Service) -> Cell:
    """Return a query as it is asked.

    Raises:
        InputError: It has no name, or a type that is not known.
        HTTPException: No list asked has entries of its type (400).

    """
    given: dict[str, list[str]] = {"name": [query.query] if query.query else []}
    for one in query.properties:
        pid = one.pid.rpartition(":")[2]
        given[pid] = [*given.get(pid, []), *_texts(one)]
    entry = service.screener.entries.get((query.query or "").strip())
    named = entry.id if entry is not None and entry.list in datasets.editions else None
    example = read_example({"schema": _schema(query), "properties": given}, datasets)
    return Cell(example.question, named, query.limit)


def _schema(query: ReconcileQuery) -> str:
    """Return the first of the types; every kind of thing if there is none."""
    types = query.type if isinstance(query.type, list) else [query.type]
    first = types[0] if types else None
    return first.id if isinstance(first, Named) else first or THING


def _texts(one: PropertyIn) -> Iterator[str]:
    for value in one.v if isinstance(one.v, list) else [one.v]:
        text = (value.name or value.id) if isinstance(value, Named) else str(value)
        if text.strip():
            yield text


def _named(cell: Cell, service: Service) -> Iterator[Found]:
    """Yield the entry whose id was asked for, as a client expects of ids."""
    if cell.entry is not None:
        entry = service.screener.entries[cell.entry]
        hit = NameHit(
            entry=entry.id,
            list=entry.list,
            kind=str(entry.kind),
            name=entry.name,
            alias=entry.name,
            similarity=_ID_SCORE,
            alignment=(),
        )
        yield Found(entry.id, hit)


def _candidate(
    found: Found, cell: Cell, datasets: Datasets, limits: Bounds, service: Service
) -> dict[str, object]:
    hit, entry = found.hit, service.screener.entries[found.hit.entry]
    features: list[dict[str, object]] = [
        {"id": "name", "value": hit.similarity},
        {"id": "words_met", "value": len(hit.alignment)},
    ]
    if cell.question.countries and entry.country:
        features.append({"id": "country", "value": entry.country in cell.question.countries})
    alias = f'as "{hit.alias}"; ' if hit.alias != entry.name else ""
    schema = entry_schema(entry, datasets)
    return {
        "id": entry.id,
        "name": entry.name,
        "description": alias + description(entry, datasets),
        "type": [{"id": one, "name": LABELS[one]} for one in ancestors(schema)],
        "score": hit.similarity,
        "match": hit.similarity >= limits.threshold,
        "features": features,
    }


def _values(told: Mapping[str, object]) -> dict[str, list[str]]:
    """Return the values of an entity by property, as text."""
    properties = told["properties"]
    assert isinstance(properties, dict), "every entity has properties"
    values = {
        name: [one["caption"] if isinstance(one, dict) else one for one in given]
        for name, given in properties.items()
    }
    for name in ("schema", "first_seen", "last_change", "ended_on"):
        value = told[name]
        values[name] = [str(value).partition("T")[0]] if value else []
    datasets = told["datasets"]
    assert isinstance(datasets, list), "every entity has a list"
    return {**values, "datasets": datasets}
