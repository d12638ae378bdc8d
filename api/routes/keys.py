"""Keys: who may ask, and what for."""

from fastapi import APIRouter, Response

from api.access_schemas import KeyIn, KeyOut, KeysOut, NewKeyOut
from api.deps import ServiceDep
from api.problems import NOT_FOUND
from api.responses import JsonResponse
from api.security import AdminCaller, KeyFirst

router = APIRouter(prefix="/v1/keys", tags=["keys"], route_class=KeyFirst)


@router.get("", response_model=KeysOut)
def keys(service: ServiceDep, _: AdminCaller) -> Response:
    """Return every key without its secret, oldest first."""
    body = {"keys": service.repository.keys.all(), "snapshot": service.screener.snapshot()}
    return JsonResponse(body)


@router.post("", status_code=201, response_model=NewKeyOut)
def create(body: KeyIn, service: ServiceDep, caller: AdminCaller) -> Response:
    """Make a key; its token is in this answer and nowhere else."""
    made = service.repository.keys.create(
        body.owner, body.scopes, actor=caller.person, expires_at=body.end()
    )
    answer = {"key": made.key, "token": made.token, "snapshot": service.screener.snapshot()}
    return JsonResponse(answer, status_code=201)


@router.delete("/{key_id}", response_model=KeyOut, responses=NOT_FOUND)
def revoke(key_id: str, service: ServiceDep, caller: AdminCaller) -> Response:
    """Revoke a key, at once and for good; it stays in the list."""
    revoked = service.repository.keys.revoke(key_id, actor=caller.person)
    body = {"key": revoked, "snapshot": service.screener.snapshot()}
    return JsonResponse(body)
