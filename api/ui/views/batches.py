"""Batches: files sent, their progress, their results as a table."""

import json
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query, Request, Response, UploadFile
from pydantic import BaseModel, Field, StringConstraints

from api.deps import ServiceDep
from api.results import PAGE_ROWS, Asked, Sort, results_page, row_case, rows_done
from api.routes import batches as routes
from api.ui.pages import page, to
from api.ui.shown import shown_case
from api.ui.viewer import ReadViewer, ScreenPosted

router = APIRouter()
_AT_ONCE = 50
Text = Annotated[str, StringConstraints(max_length=200)]
Kind = Literal["csv", "jsonl", "rejects"]


@router.get("/batches")
def batches(
    request: Request,
    service: ServiceDep,
    viewer: ReadViewer,
    cursor: Annotated[str | None, Query(max_length=100)] = None,
) -> Response:
    """Show batches, newest first, and the form that sends another."""
    found = service.repository.batches.page(before=cursor, limit=_AT_ONCE)
    following = found[-1].created_at + found[-1].id if len(found) == _AT_ONCE else None
    return page(request, viewer, "batches.html", {"found": found, "following": following})


@router.post("/batches")
def send(file: UploadFile, service: ServiceDep, posted: ScreenPosted) -> Response:
    """Take a file of trade lines to be screened in the background."""
    day = posted.text("as_of")
    try:
        as_of = date.fromisoformat(day) if day else None
    except ValueError as error:
        raise HTTPException(422, f"{day}: no such day") from error
    wanted = routes.Wanted(as_of, encoding=None, mapping=None, formats=())
    answer = routes.send(file, service, posted.viewer.caller, wanted)
    made = json.loads(bytes(answer.body))["batch"]
    return to(f"/batches/{made['id']}" if posted.viewer.may("read") else "/screen")


class ResultsQuery(BaseModel):
    """Which rows of a batch are wanted; empty asks for any."""

    tier: Annotated[str, StringConstraints(pattern="^(?:T[0-4])?$")] = ""
    rule: Text = ""
    list_id: Text = Field(default="", alias="list")
    supplier: Annotated[str, StringConstraints(pattern="^[0-9]{0,9}$")] = ""
    sort: Sort = "risk"
    page: int = Field(default=0, ge=0, le=10_000_000)

    def asked(self) -> Asked:
        """Return what is wanted of the results."""
        supplier = int(self.supplier) if self.supplier else None
        return Asked(self.tier, self.rule, self.list_id, supplier, self.sort, self.page)


@router.get("/batches/{batch_id}")
def batch(
    request: Request,
    batch_id: str,
    service: ServiceDep,
    viewer: ReadViewer,
    query: Annotated[ResultsQuery, Query()],
) -> Response:
    """Show a batch: its progress, or its results page by page."""
    found = service.repository.batches.get(batch_id)
    asked = query.asked()
    done = found.state == "done"
    content = {
        "batch": found,
        "rows_done": rows_done(batch_id, service) if found.state == "running" else 0,
        "summary": json.loads(bytes(found.summary)) if found.summary is not None else None,
        "asked": asked,
        "results": results_page(batch_id, asked, service) if done else None,
        "page_rows": PAGE_ROWS,
        "titles": {one.id: one.title for one in service.screener.pack.rules},
        "lists": {one.id: one.title for one in service.screener.editions},
    }
    return page(request, viewer, "batch.html", content)


@router.get("/batches/{batch_id}/rows/{row}")
def result_row(
    request: Request, batch_id: str, row: int, service: ServiceDep, viewer: ReadViewer
) -> Response:
    """Show the screening of one row, explained as one that was screened alone."""
    shown = shown_case(row_case(batch_id, row, service), service)
    return page(request, viewer, "case.html", {**shown, "stored_as": None, "of_batch": batch_id})


@router.get("/batches/{batch_id}/files/{kind}")
def download(batch_id: str, kind: Kind, service: ServiceDep, viewer: ReadViewer) -> Response:
    """Return a file of the results, as REST does."""
    if kind == "rejects":
        return routes.rejects(batch_id, service, viewer.caller)
    return routes.results(batch_id, service, viewer.caller, form=kind)


@router.post("/batches/{batch_id}/remove")
def remove(batch_id: str, service: ServiceDep, posted: ScreenPosted) -> Response:
    """Remove a batch's file and results."""
    routes.remove(batch_id, service, posted.viewer.caller)
    return to("/batches")
