"""Watchlists: editions in use, their coverage, their entries."""

import msgspec
from fastapi import APIRouter, Depends, Response

from api.deps import Service, ServiceDep
from api.responses import JsonResponse
from api.security import CallerWith, KeyFirst
from screener.errors import NotStoredError
from screener.model.listing import Edition

router = APIRouter(
    prefix="/v1",
    tags=["watchlists"],
    dependencies=[Depends(CallerWith("read"))],
    route_class=KeyFirst,
)


@router.get("/watchlists")
async def watchlists(service: ServiceDep) -> Response:
    """Return the editions in use, without their entries."""
    body = {
        "watchlists": [described(edition) for edition in service.screener.editions],
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(body)


@router.get("/watchlists/{list_id}", responses={404: {"description": "No such list"}})
async def watchlist(list_id: str, service: ServiceDep) -> Response:
    """Return one edition without its entries."""
    body = {**described(_edition(list_id, service)), "snapshot": service.screener.snapshot()}
    return JsonResponse(body)


@router.get("/watchlists/{list_id}/entries", responses={404: {"description": "No such list"}})
async def entries(list_id: str, service: ServiceDep) -> Response:
    """Return every entry of one edition, with all spellings."""
    found = _edition(list_id, service)
    body = {"entries": found.entries, "snapshot": service.screener.snapshot()}
    return JsonResponse(body)


@router.get("/entries/{entry_id}", responses={404: {"description": "No such entry"}})
async def entry(entry_id: str, service: ServiceDep) -> Response:
    """Return one entry with its spellings, claims and what may not be said of it."""
    found = service.screener.entries.get(entry_id)
    if found is None:
        message = f"no entry {entry_id}"
        raise NotStoredError(message)
    body = {"entry": found, "snapshot": service.screener.snapshot()}
    return JsonResponse(body)


def described(edition: Edition) -> dict[str, object]:
    """Return an edition with the number of its entries in place of the entries."""
    fields = msgspec.structs.asdict(edition)
    return {**fields, "entries": len(edition.entries)}


def _edition(list_id: str, service: Service) -> Edition:
    for edition in service.screener.editions:
        if edition.id == list_id:
            return edition
    message = f"no list {list_id}"
    raise NotStoredError(message)
