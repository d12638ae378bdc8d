"""The routes of the reconciliation API 0.2, for OpenRefine and its kin."""

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Path, Query, Request, Response
from pydantic import BaseModel, ConfigDict

from api.compat.datasets import EVERYTHING, Datasets, chosen, edition_headers
from api.compat.doors import ForeignReader, ForeignScreener
from api.compat.reconcile_schemas import (
    LONGEST_BATCH,
    MOST_BATCH,
    ManifestOut,
    Prefix,
    ProposedOut,
    SuggestOut,
)
from api.compat.reconciling import (
    ASKED,
    PROPERTIES,
    description,
    extended,
    read_batch,
    reconciled,
    type_of,
    types_of,
)
from api.compat.schemata import LABELS, SCHEMATA
from api.compat.searching import holding
from api.deps import Service, ServiceDep
from api.problems import NOT_FOUND, problem_response
from api.responses import JsonResponse
from api.security import Caller, KeyFirst
from screener.rules.pack_header import DISTRIBUTION

router = APIRouter(prefix="/reconcile/{dataset}", tags=["compatibility"], route_class=KeyFirst)
_SLOW = problem_response(503, "It takes longer than a request may")
_IDS = "urn:forced-labor-screener:entry:"
_SCHEMATA = "urn:followthemoney:schema"
_PAGE = 20
Dataset = Annotated[str, Path(max_length=200, description="The id of a list, `default` or `all`.")]
Batch = Annotated[str | None, Form(max_length=LONGEST_BATCH)]
Cursor = Annotated[int, Query(ge=0, le=100_000, description="So many are left out.")]


class NoParams(BaseModel):
    """Nothing: names are sent in the body, so that none stands in an address."""

    model_config = ConfigDict(extra="forbid")


@router.get("", response_model=ManifestOut, response_model_exclude_none=True, responses=NOT_FOUND)
def manifest(
    dataset: Dataset,
    request: Request,
    service: ServiceDep,
    caller: ForeignReader,
    _: Annotated[NoParams, Query()],
) -> Response:
    """Return what the service offers; OpenRefine begins here."""
    datasets = chosen(dataset, service)
    return _answer(_manifest(dataset, datasets, str(request.base_url), caller), datasets, service)


@router.post(
    "", response_model=dict[str, dict[str, object] | list[object]], responses={**NOT_FOUND, **_SLOW}
)
def reconcile(
    dataset: Dataset,
    service: ServiceDep,
    _: ForeignScreener,
    queries: Batch = None,
    extend: Batch = None,
) -> Response:
    """Return candidates for `queries`, or values for `extend`, each JSON in a form; nothing is kept.

    A query that cannot be asked gets an `error` in place of its `result`.
    """
    datasets = chosen(dataset, service)
    if (queries is None) == (extend is None):
        raise HTTPException(400, "send a form with queries, or with extend")
    if extend is not None:
        return _answer(extended(extend, datasets, service), datasets, service)
    return _answer(reconciled(read_batch(queries or ""), datasets, service), datasets, service)


@router.get("/suggest/entity", response_model=SuggestOut, responses=NOT_FOUND)
def suggest_entity(
    dataset: Dataset,
    service: ServiceDep,
    _: ForeignScreener,
    *,
    prefix: Annotated[Prefix, Query()] = "",
    cursor: Cursor = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = _PAGE,
) -> Response:
    """Return entries whose id or names hold what was typed; this is no screening."""
    datasets = chosen(dataset, service)
    found = [
        one
        for one in (holding(prefix, service.screener) if prefix.strip() else [])
        if one.list in datasets.editions
    ]
    result = [
        {"id": one.id, "name": one.name, "description": description(one, datasets)}
        for one in found[cursor : cursor + limit]
    ]
    return _suggested(prefix, result, datasets, service)


@router.get("/suggest/type", response_model=SuggestOut, responses=NOT_FOUND)
def suggest_type(
    dataset: Dataset,
    service: ServiceDep,
    _: ForeignReader,
    *,
    prefix: Annotated[Prefix, Query()] = "",
    cursor: Cursor = 0,
) -> Response:
    """Return the types that a name may begin."""
    datasets = chosen(dataset, service)
    labels = {one: LABELS[one] for one in types_of(datasets)}
    result = [type_of(one) for one in _completed(prefix, labels)[cursor:]]
    return _suggested(prefix, result, datasets, service)


@router.get("/suggest/property", response_model=SuggestOut, responses=NOT_FOUND)
def suggest_property(
    dataset: Dataset,
    service: ServiceDep,
    _: ForeignReader,
    *,
    prefix: Annotated[Prefix, Query()] = "",
    cursor: Cursor = 0,
) -> Response:
    """Return the properties that a name may begin and that a query is compared by."""
    result = [{"id": one, "name": ASKED[one]} for one in _completed(prefix, ASKED)[cursor:]]
    return _suggested(prefix, result, chosen(dataset, service), service)


@router.get("/extend/property", response_model=ProposedOut, responses=NOT_FOUND)
def propose_properties(
    dataset: Dataset,
    service: ServiceDep,
    _: ForeignReader,
    *,
    type_: Annotated[Prefix, Query(alias="type")] = SCHEMATA[0],
    limit: Annotated[int, Query(ge=0, le=100, description="0 for all.")] = 0,
) -> Response:
    """Return the properties that can be fetched of entities."""
    proposed = [{"id": one, "name": name} for one, name in PROPERTIES.items()][: limit or None]
    told = {"type": type_, "limit": limit, "properties": proposed}
    return _answer(told, chosen(dataset, service), service)


def _manifest(dataset: str, datasets: Datasets, base: str, caller: Caller) -> dict[str, object]:
    here = f"{base}reconcile/{dataset}"
    only = next(iter(datasets.editions.values()))
    title = "every list in use" if dataset in EVERYTHING else only.title
    told: dict[str, object] = {
        "versions": ["0.2"],
        "name": f"{DISTRIBUTION}: {title}",
        "identifierSpace": _IDS,
        "schemaSpace": _SCHEMATA,
        "documentation": f"{base}docs",
        "serviceVersion": version(DISTRIBUTION),
        "defaultTypes": [type_of(one) for one in types_of(datasets)],
        "batchSize": MOST_BATCH,
        "view": {"url": f"{base}ui/entries/{{{{id}}}}"},
        "suggest": {
            one: {"service_url": here, "service_path": f"/suggest/{one}"}
            for one in ("entity", "type", "property")
        },
        "extend": {
            "propose_properties": {"service_url": here, "service_path": "/extend/property"},
            "property_settings": [
                {
                    "name": "limit",
                    "label": "Limit",
                    "type": "number",
                    "default": 0,
                    "help_text": "The most values for each row; 0 for all.",
                }
            ],
        },
    }
    if caller.key is not None:
        told["authentication"] = {"type": "apiKey", "name": "Authorization", "in": "header"}
    return told


def _completed(prefix: str, labels: dict[str, str]) -> list[str]:
    typed = prefix.strip().casefold()
    return [one for one, name in labels.items() if typed in f"{one}\n{name}".casefold()]


def _suggested(
    prefix: str, result: Sequence[Mapping[str, object]], datasets: Datasets, service: Service
) -> Response:
    told = {"code": "/api/status/ok", "status": "200 OK", "prefix": prefix, "result": result}
    return _answer(told, datasets, service)


def _answer(told: object, datasets: Datasets, service: Service) -> Response:
    headers = edition_headers(datasets, service)
    return JsonResponse(told, headers=headers)
