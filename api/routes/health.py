"""Whether the service lives and is ready, and how old its lists are."""

from fastapi import APIRouter

from api.deps import ServiceDep
from api.freshness import freshness
from api.schemas import Freshness

router = APIRouter(tags=["operations"])


@router.get("/healthz")
async def healthz(service: ServiceDep) -> dict[str, str | Freshness]:
    """Say that the process lives, with the ages of lists and pack."""
    return {"status": "ok", "freshness": freshness(service)}


@router.get("/readyz")
async def readyz(service: ServiceDep) -> dict[str, str | int]:
    """Say that lists, rules and store are there; without them nothing is answered."""
    service.repository.ready()
    return {
        "status": "ready",
        "rules": service.screener.scope.rules.active,
        "entries": len(service.screener.entries),
    }
