"""What the service counts of itself."""

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST

from api.deps import ServiceDep
from api.security import KeyFirst, ReadCaller

router = APIRouter(tags=["operations"], route_class=KeyFirst)


@router.get(
    "/metrics",
    response_class=Response,
    responses={
        200: {"description": "Counts, as Prometheus reads them", "content": {"text/plain": {}}}
    },
)
async def metrics(service: ServiceDep, _: ReadCaller) -> Response:
    """Return counts of requests, times and tiers of this process."""
    return Response(service.metrics.text(), media_type=CONTENT_TYPE_LATEST)
