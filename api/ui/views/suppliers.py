"""Suppliers: found by name, with their lines, decisions and suppressions."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.deps import ServiceDep
from api.name_schemas import SearchIn
from api.stored_schemas import PageQuery
from api.suppressed import shown
from api.ui.pages import page
from api.ui.trend import months
from api.ui.viewer import ReadPosted, ReadViewer
from api.ui.views.papers import papers_of
from api.ui.waterfall import WIDTH
from api.ui.words import REASON_CODES
from api.waiting import lines_of

router = APIRouter()
_AT_ONCE = 50
_MOST_SUPPRESSIONS = 200
_MONTHS = 12


@router.get("/suppliers")
def suppliers(
    request: Request,
    service: ServiceDep,
    viewer: ReadViewer,
    number: Annotated[int, Query(alias="page", ge=0, le=100_000)] = 0,
) -> Response:
    """Show suppliers, those of the gravest lines first."""
    found = service.repository.suppliers.gravest(skip=number * _AT_ONCE, limit=_AT_ONCE + 1)
    content = {
        "found": found[:_AT_ONCE],
        "number": number,
        "more": len(found) > _AT_ONCE,
        "name": "",
        "searched": False,
    }
    return page(request, viewer, "suppliers.html", content)


@router.post("/suppliers")
def search(request: Request, service: ServiceDep, posted: ReadPosted) -> Response:
    """Show suppliers whose name holds a text; it stands in no address and so in no log."""
    body = posted.read(SearchIn)
    found = service.repository.suppliers.search(body.name, limit=_AT_ONCE)
    content = {
        "found": found,
        "number": 0,
        "more": False,
        "name": body.name,
        "searched": True,
    }
    return page(request, posted.viewer, "suppliers.html", content)


@router.get("/suppliers/{supplier_id}")
def supplier(
    request: Request,
    supplier_id: str,
    service: ServiceDep,
    viewer: ReadViewer,
    cursor: Annotated[int | None, Query(ge=1, le=2**62)] = None,
) -> Response:
    """Show one supplier with its lines, newest first."""
    found = service.repository.suppliers.get(supplier_id)
    query = PageQuery(supplier=found.id, cursor=cursor, limit=_AT_ONCE)
    kept = service.repository.screenings.page(query.wanted(), before=cursor, limit=_AT_ONCE)
    suppressions = service.repository.suppressions.page(supplier=found.id, limit=_MOST_SUPPRESSIONS)
    content = {
        "supplier": found,
        "lines_found": lines_of(kept),
        "following": kept[-1].number if len(kept) == _AT_ONCE else None,
        "suppressions": shown(suppressions, service),
        "entries": service.screener.entries,
        "trend": months(service.repository.suppliers.trend(found.id, months=_MONTHS)),
        "width": WIDTH,
        "hits": service.repository.suppliers.hits(found.id, limit=_MOST_SUPPRESSIONS),
        "decisions": service.repository.dispositions.of_supplier(found.id, limit=_AT_ONCE),
        "reason_codes": REASON_CODES,
        "found": papers_of(found.id, service, viewer),
    }
    return page(request, viewer, "supplier.html", content)
