"""Batches: files sent, their progress, their results as a table."""

import json
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import FileResponse
from msgspec import Raw

from api.batch_files import result_names, result_path
from api.case import ask, record_of
from api.deps import ServiceDep
from api.headers import REPORT_POLICY
from api.keeping import keep_rows
from api.results import PAGE_ROWS, results_page, row_case, rows_done
from api.routes import batches as routes
from api.row_schemas import ResultsQuery
from api.ui.pages import page, to
from api.ui.shown import shown_case
from api.ui.viewer import ReadViewer, ScreenPosted
from api.ui.words import CHANGES

router = APIRouter()
_AT_ONCE = 50
FileName = Literal[
    "results.csv", "results.xlsx", "results.parquet", "screenings.jsonl", "rejects.csv",
    "changes.csv",
]  # fmt: skip


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
    tiers = {one.id: _tiers(one.summary) for one in found}
    content = {"found": found, "following": following, "tiers": tiers}
    return page(request, viewer, "batches.html", content)


def _tiers(summary: Raw | None) -> dict[str, int]:
    """Return the rows of a batch by tier, gravest first; none while it has no summary."""
    found: dict[str, int] = json.loads(bytes(summary))["tiers"] if summary is not None else {}
    return dict(sorted(found.items(), reverse=True))


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
    content = {
        "batch": found,
        "done": rows_done(batch_id, service) if found.state == "running" else None,
        "summary": json.loads(bytes(found.summary)) if found.summary is not None else None,
        "asked": asked,
        "results": results_page(batch_id, asked, service) if found.state == "done" else None,
        "files": result_names(batch_id, service),
        "changes": CHANGES,
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
    content = {**shown, "stored_as": None, "of_batch": batch_id, "of_row": row}
    return page(request, viewer, "case.html", content)


@router.post("/batches/{batch_id}/rows/{row}/keep")
def keep(batch_id: str, row: int, service: ServiceDep, posted: ScreenPosted) -> Response:
    """Screen a row anew and keep it, so that it can be decided on."""
    record = record_of(row_case(batch_id, row, service))
    found = ask(record, posted.viewer.caller, service, store=True)
    if found.reject is not None:
        raise HTTPException(422, "; ".join(one["problem"] for one in found.reject.errors))
    return to(f"/screenings/{found.id}" if posted.viewer.may("read") else "/screen")


@router.post("/batches/{batch_id}/keep")
def keep_shown(batch_id: str, service: ServiceDep, posted: ScreenPosted) -> Response:
    """Screen the rows of a page of results anew and keep them, so that they can be decided on."""
    query = posted.read(ResultsQuery, list=posted.text("list"))
    shown = results_page(batch_id, query.asked(), service)
    keep_rows(batch_id, [one.row for one in shown.rows], posted.viewer.caller, service)
    return to("/queue" if posted.viewer.may("read") else "/screen")


@router.get("/batches/{batch_id}/files/{name}")
def download(batch_id: str, name: FileName, service: ServiceDep, _: ReadViewer) -> Response:
    """Return a file of the results."""
    return FileResponse(result_path(batch_id, name, service), filename=name)


@router.get("/batches/{batch_id}/report")
def report(batch_id: str, service: ServiceDep, _: ReadViewer) -> Response:
    """Return the report of a run as a page, which has styles of its own and no script."""
    path = result_path(batch_id, "report.html", service)
    return FileResponse(path, media_type="text/html", headers=REPORT_POLICY)


@router.post("/batches/{batch_id}/remove")
def remove(batch_id: str, service: ServiceDep, posted: ScreenPosted) -> Response:
    """Remove a batch's file and results."""
    routes.remove(batch_id, service, posted.viewer.caller)
    return to("/batches")
