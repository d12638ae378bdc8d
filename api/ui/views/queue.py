"""The queue: open screenings by tier and points, supplier by supplier."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.deps import ServiceDep
from api.ui.pages import page
from api.ui.viewer import ReadViewer
from api.ui.words import TIERS
from api.waiting import queue

router = APIRouter()
_SUPPLIERS = 20


@router.get("/queue")
def waiting(
    request: Request,
    service: ServiceDep,
    viewer: ReadViewer,
    *,
    state: Annotated[str, Query(max_length=40)] = "open",
    tier: Annotated[str, Query(pattern="^T[0-4]$")] = "T1",
    number: Annotated[int, Query(alias="page", ge=0, le=100_000)] = 0,
) -> Response:
    """Show a page of suppliers with lines that wait for a decision."""
    wanted = None if state == "any" else state
    found = queue(service, state=wanted, least_tier=tier, page=number, limit=_SUPPLIERS)
    content = {
        "found": found,
        "state": state,
        "tier": tier,
        "number": number,
        "tiers": [one for one in TIERS if one != "T0"],
    }
    return page(request, viewer, "queue.html", content)
