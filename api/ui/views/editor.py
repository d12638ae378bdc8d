"""The editor of rules: a draft checked line by line, tried on rows, saved beside the pack."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api import rule_drafts
from api.deps import Service, ServiceDep
from api.trials import MOST_ROWS
from api.ui.pages import page
from api.ui.viewer import ReviewPosted, ReviewViewer, Viewer

router = APIRouter()
_BATCHES = 20


@router.get("/rules/editor")
def editor(
    request: Request,
    service: ServiceDep,
    viewer: ReviewViewer,
    start: Annotated[str, Query(alias="from", max_length=200)] = "",
) -> Response:
    """Show the editor, empty or with a saved draft or a rule to start from."""
    begun = rule_drafts.start_from(start, service) if start else rule_drafts.Start("")
    return _shown(request, viewer, service, begun._asdict())


@router.post("/rules/editor")
def judge(request: Request, service: ServiceDep, posted: ReviewPosted) -> Response:
    """Check the draft, and try or save it, as the button that was pressed says."""
    asked = rule_drafts.Asked(
        text=posted.fields.get("yaml", ""),
        person=posted.viewer.caller.person,
        trying=posted.text("act") == "try",
        saving=posted.text("act") == "save",
        rows=posted.text("rows"),
        batch=posted.text("batch"),
        seen=posted.text("seen"),
    )
    found = rule_drafts.judged(asked, service)
    seen = rule_drafts.seen_of(found.saved) if found.saved is not None else asked.seen
    content = {
        "text": found.text,
        "found": found,
        "marks": found.marks,
        "given": posted.fields,
        "seen": seen,
    }
    return _shown(request, posted.viewer, service, content)


def _shown(
    request: Request, viewer: Viewer, service: Service, content: Mapping[str, object]
) -> Response:
    batches = service.repository.batches.page(limit=_BATCHES * 5)
    shown = {
        "found": None,
        "marks": {},
        "given": {},
        "batches": [one for one in batches if one.state == "done"][:_BATCHES],
        "drafts": rule_drafts.saved_drafts(service),
        "rules": service.screener.pack.rules,
        "most": MOST_ROWS,
        "shown_moves": rule_drafts.SHOWN_MOVES,
        **content,
    }
    return page(request, viewer, "editor.html", shown)
