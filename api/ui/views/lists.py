"""Lists: editions with age and coverage, entries with all their spellings."""

import json
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response

from api.content import attempts, edition_shown, entry_shown, uses
from api.deps import ServiceDep
from api.freshness import freshness
from api.name_schemas import NamesIn
from api.routes import names
from api.ui.pages import page, to
from api.ui.viewer import ReadViewer, ScreenPosted

router = APIRouter()
_AT_ONCE = 100


@router.get("/lists")
async def lists(request: Request, service: ServiceDep, viewer: ReadViewer) -> Response:
    """Show the editions in use."""
    ages = {one.id: one for one in freshness(service).lists}
    content = {"editions": service.screener.editions, "ages": ages, "name": "", "found": None}
    return page(request, viewer, "lists.html", content)


@router.post("/lists")
def look_up(request: Request, service: ServiceDep, posted: ScreenPosted) -> Response:
    """Show the entries that resemble a name; nothing is kept."""
    body = NamesIn.model_validate({"names": [posted.text("name") or "–"]})
    answer = json.loads(bytes(names.matches(body, service, posted.viewer.caller).body))
    ages = {one.id: one for one in freshness(service).lists}
    content = {
        "editions": service.screener.editions,
        "ages": ages,
        "name": posted.text("name"),
        "found": answer["matches"][0],
        "entries": service.screener.entries,
    }
    return page(request, posted.viewer, "lists.html", content)


@router.get("/lists/{list_id}")
async def edition(
    request: Request,
    list_id: str,
    service: ServiceDep,
    viewer: ReadViewer,
    number: Annotated[int, Query(alias="page", ge=0, le=1_000_000)] = 0,
) -> Response:
    """Show one edition, with a page of its entries."""
    found = edition_shown(list_id, service)
    shown = found.entries[number * _AT_ONCE : (number + 1) * _AT_ONCE]
    content = {
        "edition": found,
        "shown": shown,
        "number": number,
        "more": (number + 1) * _AT_ONCE < len(found.entries),
        "age": next(one for one in freshness(service).lists if one.id == list_id),
        "attempts": attempts(list_id),
        "provisions": service.screener.register.provisions,
    }
    return page(request, viewer, "list.html", content)


@router.get("/entries/{entry_id:path}")
async def entry_of_any_list(entry_id: str, service: ServiceDep, _: ReadViewer) -> Response:
    """Lead to an entry by its id alone, as other programs link to it."""
    found = entry_shown(entry_id, service)
    return to(f"/lists/{quote(found.list)}/entries/{quote(found.id)}")


@router.get("/lists/{list_id}/entries/{entry_id:path}")
async def entry(
    request: Request, list_id: str, entry_id: str, service: ServiceDep, viewer: ReadViewer
) -> Response:
    """Show one entry with every spelling and what may not be said of it."""
    found = entry_shown(entry_id, service)
    register = service.screener.register
    sayings = [
        saying
        for source in register.sources
        for saying in source.must_not_say
        if entry_id in saying.entries
    ]
    content = {
        "entry": found,
        "list_id": list_id,
        "entries": service.screener.entries,
        "claims": register.claims,
        "sayings": sayings,
        "rules": {rule.id: rule for one in found.claims for rule in uses(service)[0].get(one, ())},
    }
    return page(request, viewer, "entry.html", content)
