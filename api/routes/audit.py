"""The chain of events: read, and verified."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Query, Response

from api.access_schemas import EventsOut, VerificationOut
from api.deps import ServiceDep
from api.responses import JsonResponse
from api.security import AdminCaller, KeyFirst

router = APIRouter(prefix="/v1/audit", tags=["audit"], route_class=KeyFirst)
_LONGEST_PAGE = 1_000
_HASH = "^[0-9a-f]{64}$"


@router.get("", response_model=EventsOut)
def events(
    service: ServiceDep,
    _: AdminCaller,
    *,
    after: Annotated[
        int, Query(ge=0, le=2**62, description="The number of the last one seen.")
    ] = 0,
    limit: Annotated[int, Query(ge=1, le=_LONGEST_PAGE)] = 100,
    kind: Annotated[str | None, Query(max_length=40)] = None,
    subject: Annotated[str | None, Query(max_length=64)] = None,
) -> Response:
    """Return events in order; ``next`` is what ``after`` has to be for those that follow."""
    found = service.repository.audit.events(after=after, limit=limit, kind=kind, subject=subject)
    following = found[-1].number if len(found) == limit else None
    body = {"events": found, "next": following, "snapshot": service.screener.snapshot()}
    return JsonResponse(body)


@router.get("/verify", response_model=VerificationOut)
def verify(
    service: ServiceDep,
    _: AdminCaller,
    head: Annotated[str | None, Query(pattern=_HASH, description="A hash noted elsewhere.")] = None,
) -> Response:
    """Say whether the chain and all it vouches for are as they were written."""
    found = service.repository.audit.verify(head)
    body = {
        "holds": not found.flaws,
        **msgspec.structs.asdict(found),
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(body)
