"""The editor of rules: a draft checked line by line, tried on rows, saved beside the pack."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api import rule_drafts
from api.deps import Service, ServiceDep
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
    text = rule_drafts.starting_text(start, service) if start else ""
    return _shown(request, viewer, service, {"text": text})


@router.post("/rules/editor")
def judge(request: Request, service: ServiceDep, posted: ReviewPosted) -> Response:
    """Check the draft, and try or save it, as the button that was pressed says."""
    asked = rule_drafts.Asked(
        text=posted.fields.get("yaml", ""),
        trying=posted.text("act") == "try",
        saving=posted.text("act") == "save",
        rows=posted.text("rows"),
        batch=posted.text("batch"),
    )
    found = rule_drafts.judged(asked, service)
    content = {"text": found.text, "found": found, "given": posted.fields}
    return _shown(request, posted.viewer, service, content)


def _shown(
    request: Request, viewer: Viewer, service: Service, content: Mapping[str, object]
) -> Response:
    batches = service.repository.batches.page(limit=_BATCHES * 5)
    shown = {
        "found": None,
        "given": {},
        "batches": [one for one in batches if one.state == "done"][:_BATCHES],
        "drafts": list(rule_drafts.saved_drafts(service)),
        "rules": service.screener.pack.rules,
        "most": rule_drafts.MOST_ROWS,
        "shown_moves": rule_drafts.SHOWN_MOVES,
        **content,
    }
    return page(request, viewer, "editor.html", shown)
