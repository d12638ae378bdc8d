"""The queue: what waits for a decision, supplier by supplier, the gravest first."""

from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Query, Response

from api.deps import ServiceDep
from api.queue_schemas import QueueOut
from api.security import ReadCaller
from api.waiting import queue

router = APIRouter(prefix="/v1/queue", tags=["queue"])
_JSON = "application/json"
State = Literal["open", "awaiting_second_person", "information_requested", "held"]


@router.get("", response_model=QueueOut)
def waiting(
    service: ServiceDep,
    _: ReadCaller,
    *,
    state: Annotated[State | None, Query(description="Any that waits, if left out.")] = None,
    tier: Annotated[str, Query(pattern="^T[0-4]$", description="The lowest wanted.")] = "T1",
    page: Annotated[int, Query(ge=0, le=100_000)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> Response:
    """Return suppliers with lines that wait, by their gravest; of each its gravest lines."""
    found = queue(service, state=state, least_tier=tier, page=page, limit=limit)
    body = {
        "suppliers": found.groups,
        "counts": found.counts,
        "next": found.following,
        "snapshot": service.screener.snapshot(),
    }
    return Response(msgspec.json.encode(body), media_type=_JSON)
