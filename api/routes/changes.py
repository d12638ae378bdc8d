"""Stored screenings whose tier moved after a list or the pack changed."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.deps import ServiceDep
from api.monitoring_schemas import ChangesOut
from api.responses import JsonResponse
from api.security import KeyFirst, ReadCaller

router = APIRouter(prefix="/v1/changes", tags=["monitoring"], route_class=KeyFirst)


@router.get("", response_model=ChangesOut)
def changes(
    service: ServiceDep,
    _: ReadCaller,
    *,
    after: Annotated[int, Query(ge=0, le=2**62, description="The number last seen.")] = 0,
    limit: Annotated[int, Query(ge=1, le=1_000)] = 100,
) -> Response:
    """Return changed tiers in the order in which the worker found them."""
    found = service.repository.changes.page(after=after, limit=limit)
    body = {
        "changes": found,
        "next": found[-1].number if len(found) == limit else None,
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(body)
