"""The evidence register: sources claim by claim, where each claim is used, what must not be said."""

from fastapi import APIRouter, Request, Response

from api.content import claim_use, source_shown, uses
from api.deps import ServiceDep
from api.ui.pages import page
from api.ui.viewer import ReadViewer

router = APIRouter()


@router.get("/evidence")
async def sources(request: Request, service: ServiceDep, viewer: ReadViewer) -> Response:
    """Show every source, those with most claims first."""
    found = sorted(service.screener.register.sources, key=lambda one: (-len(one.claims), one.id))
    content = {"sources": found, "titles": {one.id: one.title for one in found}}
    return page(request, viewer, "evidence.html", content)


@router.get("/evidence/claims/{claim_id}")
async def claim(
    request: Request, claim_id: str, service: ServiceDep, viewer: ReadViewer
) -> Response:
    """Show one claim and the rules and entries that rest on it."""
    content = {**claim_use(claim_id, service)._asdict(), "all": service.screener.register.claims}
    return page(request, viewer, "claim.html", content)


@router.get("/evidence/{source_id}")
async def source(
    request: Request, source_id: str, service: ServiceDep, viewer: ReadViewer
) -> Response:
    """Show one source: its claims with where each is used, and what must not be said."""
    rules, entries = uses(service)
    content = {
        "source": source_shown(source_id, service),
        "rules": rules,
        "entries": entries,
        "titles": {one.id: one.title for one in service.screener.register.sources},
    }
    return page(request, viewer, "source.html", content)
