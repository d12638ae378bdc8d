"""The queue: what waits for a decision, supplier by supplier, the gravest first."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.deps import ServiceDep
from api.queue_schemas import QueueOut, QueueQuery
from api.responses import JsonResponse
from api.security import ReadCaller
from api.waiting import queue

router = APIRouter(prefix="/v1/queue", tags=["queue"])


@router.get("", response_model=QueueOut)
def waiting(service: ServiceDep, _: ReadCaller, query: Annotated[QueueQuery, Query()]) -> Response:
    """Return suppliers with lines that wait, by their gravest; of each its gravest lines."""
    found = queue(
        service,
        state=query.state,
        least_tier=query.tier,
        page=query.page,
        limit=query.limit,
        supplier=query.supplier,
    )
    body = {
        "suppliers": found.groups,
        "counts": found.counts,
        "next": found.following,
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(body)
