"""Names alone, without a record."""

from fastapi import APIRouter, Response

from api.deps import ServiceDep
from api.name_schemas import ComparisonOut, MatchesOut, NamesIn, PairIn
from api.responses import JsonResponse
from api.security import KeyFirst, ScreenCaller
from screener.match.lookup import Query

router = APIRouter(prefix="/v1", tags=["names"], route_class=KeyFirst)


@router.post("/matches", response_model=MatchesOut)
def matches(body: NamesIn, service: ServiceDep, _: ScreenCaller) -> Response:
    """Return for each name the entries that resemble it, best first; nothing is kept."""
    query = Query(kind=body.kind, list_id=body.list, limit=body.limit, threshold=body.threshold)
    answer = {
        "matches": service.screener.match_names(body.names, query),
        "scope": service.screener.scope,
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(answer)


@router.post("/compare", response_model=ComparisonOut)
def compare(body: PairIn, service: ServiceDep, _: ScreenCaller) -> Response:
    """Return how alike two names are, and the alignment that explains it; nothing is kept."""
    found = service.screener.compare(body.a, body.b)
    answer = {
        "similarity": found.similarity,
        "alignment": found.alignment,
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(answer)
