"""The queue: open screenings by tier and points, supplier by supplier."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field, StringConstraints

from api.deps import ServiceDep
from api.queue_schemas import SupplierId
from api.ui.pages import page
from api.ui.viewer import ReadViewer
from api.ui.words import TIERS
from api.waiting import queue

router = APIRouter()
_SUPPLIERS = 20
_LINES_OF_ONE = 100


class QueueQuery(BaseModel):
    """What of the queue is wanted; ``supplier`` "" is the lines that name none."""

    state: Annotated[str, StringConstraints(max_length=40)] = "open"
    tier: Annotated[str, StringConstraints(pattern="^T[0-4]$")] = "T1"
    supplier: SupplierId | None = None
    page: int = Field(default=0, ge=0, le=100_000)


@router.get("/queue")
def waiting(
    request: Request,
    service: ServiceDep,
    viewer: ReadViewer,
    query: Annotated[QueueQuery, Query()],
) -> Response:
    """Show a page of suppliers with lines that wait for a decision, or the lines of one."""
    found = queue(
        service,
        state=None if query.state == "any" else query.state,
        least_tier=query.tier,
        page=query.page,
        limit=_SUPPLIERS if query.supplier is None else _LINES_OF_ONE,
        supplier=query.supplier,
    )
    content = {
        "found": found,
        "state": query.state,
        "tier": query.tier,
        "number": query.page,
        "supplier": query.supplier,
        "tiers": [one for one in TIERS if one != "T0"],
    }
    return page(request, viewer, "queue.html", content)
