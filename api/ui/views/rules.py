"""The rule pack in plain language."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.content import rule_shown
from api.deps import ServiceDep
from api.ui.pages import page
from api.ui.viewer import ReadViewer

router = APIRouter()


@router.get("/rules")
async def rules(
    request: Request,
    service: ServiceDep,
    viewer: ReadViewer,
    family: Annotated[str, Query(max_length=40)] = "",
) -> Response:
    """Show every rule, or those of one family."""
    pack = service.screener.pack
    families = sorted({rule.family for rule in pack.rules})
    wanted = [rule for rule in pack.rules if family in ("", rule.family)]
    content = {"pack": pack, "rules": wanted, "families": families, "family": family}
    return page(request, viewer, "rules.html", content)


@router.get("/rules/{rule_id}")
async def rule(request: Request, rule_id: str, service: ServiceDep, viewer: ReadViewer) -> Response:
    """Show one rule with its tests and sources."""
    register = service.screener.register
    content = {
        **rule_shown(rule_id, service)._asdict(),
        "claims": register.claims,
        "provisions": register.provisions,
    }
    return page(request, viewer, "rule.html", content)
