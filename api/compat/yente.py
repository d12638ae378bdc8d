"""The routes of yente 5, answered from our lists, so that its clients work unchanged."""

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, Response

from api.compat.catalog import ALGORITHMS, catalog
from api.compat.datasets import EVERYTHING, Datasets, chosen, described, edition_headers
from api.compat.doors import ForeignReader, ForeignScreener
from api.compat.entities import Wanted, country_code, entity
from api.compat.examples import Example, read_example
from api.compat.matching import ALGORITHM, answers, bounds, check_algorithm, scored
from api.compat.searching import counted, in_order, searched
from api.compat.yente_schemas import (
    MOST_QUERIES,
    AlgorithmsOut,
    CatalogOut,
    EntityOut,
    MatchIn,
    MatchOut,
    MatchParams,
    SearchOut,
    SearchParams,
)
from api.deps import Service, ServiceDep
from api.problems import NOT_FOUND, problem_response
from api.responses import JsonResponse
from api.security import KeyFirst
from screener.errors import InputError, NotStoredError

router = APIRouter(tags=["compatibility"], route_class=KeyFirst)
_SLOW = problem_response(503, "It takes longer than a request may")
Dataset = Annotated[str, Path(max_length=200, description="The id of a list, `default` or `all`.")]


@router.post("/match/{dataset}", response_model=MatchOut, responses={**NOT_FOUND, **_SLOW})
def match(
    dataset: Dataset,
    body: MatchIn,
    params: Annotated[MatchParams, Query()],
    service: ServiceDep,
    _: ForeignScreener,
) -> Response:
    """Look for things by example, in yente's shape; nothing is kept.

    A query that is wrong gets a status and no results, unless none is right or ``strict`` is
    asked for: then the request is refused.
    """
    _check_match(body, params.algorithm)
    datasets = chosen(
        dataset, service, include=params.include_dataset, exclude=params.exclude_dataset
    )
    datasets.check_topics(params.topics)
    wanted = Wanted(
        exclude_schemata=tuple(params.exclude_schema),
        topics=tuple(params.topics),
        changed_since=params.changed_since and params.changed_since[:10],
        exclude_ids=tuple(params.exclude_entity_ids),
    )
    limits = bounds(params.threshold, params.cutoff, params.limit)
    responses, right = _read(body, datasets, strict=params.strict)
    asked = [one.question for one in right.values()]
    found = answers(asked, datasets, wanted, limits, service)
    for (key, example), answer in zip(right.items(), found, strict=True):
        responses[key] = {
            "status": 200,
            "query": example.query,
            "results": [scored(one, datasets, limits, service) for one in answer.found],
            "total": {"value": answer.matching, "relation": "eq"},
            "unused": example.unused,
        }
    told = {"responses": responses, "limit": limits.limit, **described(datasets, service)}
    return _answer(told, datasets, service, {"x-batch-size": str(len(body.queries))})


@router.get("/search/{dataset}", response_model=SearchOut, responses=NOT_FOUND)
def search(
    dataset: Dataset,
    params: Annotated[SearchParams, Query()],
    service: ServiceDep,
    _: ForeignScreener,
) -> Response:
    """Search names of entries for a text, in yente's shape; this is no screening."""
    if params.target is False:
        raise HTTPException(400, "target: every entry of a list is a target")
    fields = _filters(params)
    datasets = chosen(
        dataset,
        service,
        include=params.include_dataset,
        exclude=params.exclude_dataset,
        only=fields["datasets"],
    )
    datasets.check_topics(fields["topics"])
    wanted = Wanted(
        schema=params.schema_,
        exclude_schemata=tuple(params.exclude_schema),
        topics=tuple(fields["topics"]),
        countries=tuple(map(_country, fields["countries"])),
        changed_since=params.changed_since and params.changed_since[:10],
    )
    found = searched(params.q, datasets, wanted, service.screener, fuzzy=params.fuzzy)
    page = in_order(found, params.sort, datasets)[params.offset : params.offset + params.limit]
    told = {
        "results": [entity(one, datasets) for one in page],
        "facets": counted(found, params.facets, datasets),
        "total": {"value": len(found), "relation": "eq"},
        "limit": params.limit,
        "offset": params.offset,
        **described(datasets, service),
    }
    return _answer(told, datasets, service)


@router.get("/entities/{entity_id}", response_model=EntityOut, responses=NOT_FOUND)
def entity_by_id(
    entity_id: str, service: ServiceDep, _: ForeignReader, *, nested: bool = True
) -> Response:
    """Return one entry in FollowTheMoney's shape, with the place it lies in unless refused."""
    found = service.screener.entries.get(entity_id)
    if found is None:
        message = f"no entity {entity_id[:200]}"
        raise NotStoredError(message)
    datasets = chosen(EVERYTHING[0], service)
    around = service.screener.entries if nested else None
    told = {
        **entity(found, datasets, around=around),
        **described(Datasets({found.list: datasets.editions[found.list]}), service),
    }
    return _answer(told, datasets, service)


@router.get("/catalog", response_model=CatalogOut)
def datasets_in_use(service: ServiceDep, _: ForeignReader) -> Response:
    """Return the lists in use as datasets, in yente's shape; its `ETag` changes with them."""
    return _answer(catalog(service), chosen(EVERYTHING[0], service), service)


@router.get("/algorithms", response_model=AlgorithmsOut)
def algorithms(service: ServiceDep, _: ForeignReader) -> Response:
    """Return how names are compared, in yente's shape."""
    told = {
        "algorithms": ALGORITHMS,
        "default": ALGORITHM,
        "best": ALGORITHM,
        "snapshot": service.screener.snapshot(),
    }
    return _answer(told, chosen(EVERYTHING[0], service), service)


def _check_match(body: MatchIn, algorithm: str) -> None:
    """Refuse what yente refuses whole: no query or too many, and settings that nothing reads."""
    check_algorithm(algorithm)
    if not 1 <= len(body.queries) <= MOST_QUERIES:
        raise HTTPException(400, f"{len(body.queries)} queries; send 1 to {MOST_QUERIES}")
    given = [*body.weights, *body.config]
    if given:
        raise HTTPException(400, f"{given[0][:100]}: {ALGORITHM} has no weights and no config")


def _read(
    body: MatchIn, datasets: Datasets, *, strict: bool
) -> tuple[dict[str, object], dict[str, Example]]:
    """Return a place for each answer, those of wrong queries filled, and the right queries.

    Raises:
        HTTPException: None is right, or one is wrong where that spoils all (400).

    """
    responses: dict[str, object] = dict.fromkeys(body.queries)
    right: dict[str, Example] = {}
    problem = ""
    for key, given in body.queries.items():
        try:
            right[key] = read_example(given, datasets)
        except (InputError, HTTPException) as error:
            detail = str(error.detail if isinstance(error, HTTPException) else error)
            problem = problem or f"query {key[:100]}: {detail}"
            # No results at all: an empty list would read as an all-clear.
            responses[key] = {"status": 400, "query": {}, "detail": detail}
    if problem and (strict or not right):
        raise HTTPException(400, problem)
    return responses, right


def _filters(params: SearchParams) -> dict[str, list[str]]:
    """Return the values of each field that is filtered by, from its own parameter and `filter`."""
    fields = {
        "countries": list(params.countries),
        "topics": list(params.topics),
        "datasets": list(params.datasets),
    }
    for text in params.filter:
        field, colon, value = text.partition(":")
        if not colon or field not in fields or not value:
            raise HTTPException(400, f"filter: {text}; it is FIELD:VALUE of {', '.join(fields)}")
        fields[field].append(value)
    if params.filter_op == "AND" and any(len(set(values)) > 1 for values in fields.values()):
        raise HTTPException(400, "filter_op: an entry has one value of each; send OR")
    return fields


def _country(text: str) -> str:
    code = country_code(text)
    if code is None:
        raise HTTPException(400, f"countries: {text} is no country")
    return code


def _answer(
    told: object,
    datasets: Datasets,
    service: Service,
    headers: dict[str, str] | None = None,
) -> Response:
    more = {**edition_headers(datasets, service), **(headers or {})}
    return JsonResponse(told, headers=more)
