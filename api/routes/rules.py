"""The rule pack and the data dictionary."""

import msgspec
from fastapi import APIRouter, Depends, Response

from api.deps import ServiceDep
from api.responses import JsonResponse
from api.security import CallerWith, KeyFirst
from screener.errors import NotStoredError

router = APIRouter(
    prefix="/v1", tags=["rules"], dependencies=[Depends(CallerWith("read"))], route_class=KeyFirst
)


@router.get("/rules")
async def rules(service: ServiceDep) -> Response:
    """Return the pack: every rule with its wording, claims, points and floor."""
    pack = service.screener.pack
    shown = [_described(rule) for rule in pack.rules]
    body = {
        "pack": pack.name,
        "version": pack.version,
        "rules": shown,
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(body)


@router.get("/rules/{rule_id}", responses={404: {"description": "No such rule"}})
async def rule(rule_id: str, service: ServiceDep) -> Response:
    """Return one rule with its condition and its tests."""
    for one in service.screener.pack.rules:
        if one.id == rule_id:
            body = {"rule": one, "snapshot": service.screener.snapshot()}
            return JsonResponse(body)
    message = f"no rule {rule_id}"
    raise NotStoredError(message)


@router.get("/fields")
async def fields(service: ServiceDep) -> Response:
    """Return the data dictionary: every field of a record, and the derived columns."""
    body = {
        "fields": list(service.screener.fields.values()),
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(body)


def _described(rule: msgspec.Struct) -> dict[str, object]:
    """Return a rule without its condition, tests and place."""
    left_out = ("when", "unless", "more", "exemptions", "tests", "at")
    return {name: getattr(rule, name) for name in rule.__struct_fields__ if name not in left_out}
