"""Suppliers: whose lines were screened, what they hit, what was decided and suppressed."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.deps import Service, ServiceDep
from api.name_schemas import SearchIn
from api.problems import NOT_FOUND
from api.responses import JsonResponse
from api.security import KeyFirst, ReadCaller
from api.supplier_schemas import (
    SupplierDispositionsOut,
    SupplierHitsOut,
    SupplierOut,
    SuppliersOut,
)
from api.suppressed import shown
from screener.storage.suppliers import SupplierSummary

router = APIRouter(prefix="/v1/suppliers", tags=["suppliers"], route_class=KeyFirst)
_MOST_SUPPRESSIONS = 200
Limit = Annotated[int, Query(ge=1, le=200)]


@router.get("", response_model=SuppliersOut)
def suppliers(
    service: ServiceDep,
    _: ReadCaller,
    *,
    cursor: Annotated[str | None, Query(max_length=64)] = None,
    limit: Limit = 50,
) -> Response:
    """Return suppliers in the order of their ids, which is none of names."""
    page = service.repository.suppliers.page(after=cursor, limit=limit)
    return _list(page, page[-1].id if len(page) == limit else None, service)


@router.post("/search", response_model=SuppliersOut)
def search(body: SearchIn, service: ServiceDep, _: ReadCaller) -> Response:
    """Return suppliers whose name holds a text; it stands in the body, not in the address."""
    return _list(service.repository.suppliers.search(body.name, limit=body.limit), None, service)


@router.get("/{supplier_id}", response_model=SupplierOut, responses=NOT_FOUND)
def supplier(
    supplier_id: str,
    service: ServiceDep,
    _: ReadCaller,
    months: Annotated[int, Query(ge=1, le=120, description="So many of `trend`.")] = 12,
) -> Response:
    """Return one supplier with its tiers over time and suppressions, and where the rest is."""
    found = service.repository.suppliers.get(supplier_id)
    suppressions = service.repository.suppressions.page(supplier=found.id, limit=_MOST_SUPPRESSIONS)
    body = {
        "supplier": found,
        "trend": [
            one._asdict() for one in service.repository.suppliers.trend(found.id, months=months)
        ],
        "suppressions": shown(suppressions, service),
        "lines": f"/v1/screenings?supplier={found.id}",
        "hits": f"/v1/suppliers/{found.id}/hits",
        "dispositions": f"/v1/suppliers/{found.id}/dispositions",
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(body)


@router.get("/{supplier_id}/hits", response_model=SupplierHitsOut, responses=NOT_FOUND)
def hits(
    supplier_id: str,
    service: ServiceDep,
    _: ReadCaller,
    *,
    after: Annotated[int, Query(ge=0, le=2**31, description="So many were seen.")] = 0,
    limit: Limit = 50,
) -> Response:
    """Return the entries that a supplier's lines hit, those of the gravest lines first."""
    id_ = service.repository.suppliers.get(supplier_id).id
    found = service.repository.suppliers.hits(id_, skip=after, limit=limit)
    entries = service.screener.entries
    body = {
        "hits": [
            {
                **one._asdict(),
                "list": entries[one.entry].list if one.entry in entries else None,
                "name": entries[one.entry].name if one.entry in entries else None,
            }
            for one in found
        ],
        "next": after + limit if len(found) == limit else None,
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(body)


@router.get(
    "/{supplier_id}/dispositions", response_model=SupplierDispositionsOut, responses=NOT_FOUND
)
def dispositions(
    supplier_id: str,
    service: ServiceDep,
    _: ReadCaller,
    *,
    cursor: Annotated[
        str | None, Query(max_length=100, description="``next`` of the page before.")
    ] = None,
    limit: Limit = 50,
) -> Response:
    """Return the decisions on a supplier's lines, newest first."""
    id_ = service.repository.suppliers.get(supplier_id).id
    page = service.repository.dispositions.of_supplier(id_, before=cursor, limit=limit)
    body = {
        "dispositions": page,
        "next": page[-1].at + page[-1].id if len(page) == limit else None,
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(body)


def _list(found: Sequence[SupplierSummary], following: str | None, service: Service) -> Response:
    body = {"suppliers": found, "next": following, "snapshot": service.screener.snapshot()}
    return JsonResponse(body)
