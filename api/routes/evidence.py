"""The evidence register: sources and claims."""

from fastapi import APIRouter, Depends, Response

from api.deps import ServiceDep
from api.responses import JsonResponse
from api.security import CallerWith, KeyFirst
from screener.errors import NotStoredError

router = APIRouter(
    prefix="/v1",
    tags=["evidence"],
    dependencies=[Depends(CallerWith("read"))],
    route_class=KeyFirst,
)


@router.get("/sources")
async def sources(service: ServiceDep) -> Response:
    """Return every source with its bibliography and its claims."""
    body = {"sources": service.screener.register.sources, "snapshot": service.screener.snapshot()}
    return JsonResponse(body)


@router.get("/claims/{claim_id}", responses={404: {"description": "No such claim"}})
async def claim(claim_id: str, service: ServiceDep) -> Response:
    """Return one claim, its source, and what a sentence may rest on it."""
    register = service.screener.register
    if claim_id not in register.claims:
        message = f"no claim {claim_id}"
        raise NotStoredError(message)
    body = {"claim": register.claims[claim_id], "snapshot": service.screener.snapshot()}
    return JsonResponse(body)
