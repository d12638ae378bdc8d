"""The rows of a batch's results: as a table, one by one, and kept to be decided on."""

import json
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, Response

from api.case import record_of
from api.deps import Service, ServiceDep
from api.keeping import kept
from api.problems import CONFLICT, NOT_FOUND
from api.responses import JsonResponse
from api.results import results_page, row_case
from api.routes.screenings import IdempotencyKey
from api.row_schemas import RowKeptOut, RowOut, RowsOut, RowsQuery
from api.security import KeyFirst, ReadCaller, ScreenCaller

router = APIRouter(prefix="/v1/batches/{batch_id}/rows", tags=["batches"], route_class=KeyFirst)
_MISSING = {**NOT_FOUND, **CONFLICT}
Row = Annotated[int, Path(ge=1, le=2**31, description="As in results.csv, from 1.")]


@router.get("", response_model=RowsOut, responses=_MISSING)
def rows(
    batch_id: str, service: ServiceDep, _: ReadCaller, query: Annotated[RowsQuery, Query()]
) -> Response:
    """Return a page of rows, filtered and sorted."""
    found = results_page(batch_id, query.asked(), service)
    body = {
        "rows": [one._asdict() for one in found.rows],
        "total": found.total,
        "suppliers": [{"number": number, "name": name} for number, name in found.suppliers],
    }
    return _answer(body, service)


@router.get("/{row}", response_model=RowOut, responses=_MISSING)
def row_of_batch(batch_id: str, row: Row, service: ServiceDep, _: ReadCaller) -> Response:
    """Return one row with its whole screening."""
    case = row_case(batch_id, row, service)
    return _answer({"record": record_of(case), "screening": case.screening}, service)


@router.post("/{row}/screenings", status_code=201, response_model=RowKeptOut, responses=_MISSING)
def keep(
    batch_id: str,
    row: Row,
    service: ServiceDep,
    caller: ScreenCaller,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Screen a row anew, with what is in use today, and keep it so that it can be decided on."""
    envelope = kept(batch_id, [row], caller, service, idempotency_key)
    told = json.loads(envelope.body)
    for reject in told["rejects"]:
        raise HTTPException(422, "; ".join(one["problem"] for one in reject["errors"]))
    headers = {"Idempotency-Replayed": "true"} if envelope.repeated else None
    return _answer({"id": told["ids"][0]}, service, headers, status=201)


def _answer(
    body: dict[str, object],
    service: Service,
    headers: dict[str, str] | None = None,
    *,
    status: int = 200,
) -> Response:
    whole = {**body, "snapshot": service.screener.snapshot()}
    return JsonResponse(whole, status, headers)
