"""A file on its way to being screened: its columns looked at, corrected, and sent."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from fastapi import APIRouter, HTTPException, Request, Response, UploadFile

from api import drafts
from api.deps import ServiceDep
from api.ui.pages import page, to
from api.ui.viewer import Posted, ScreenPosted, ScreenViewer
from api.ui.words import COLUMN_FIELDS, ENCODINGS

router = APIRouter()
_COLUMN = "column-"


class Shown(NamedTuple):
    """What the page of a draft shows; ``given`` is what its form holds."""

    draft: drafts.Draft
    look: drafts.Look
    earlier: tuple[object, ...]
    given: Mapping[str, str]

    def content(self) -> dict[str, object]:
        """Return it with the words that the page needs."""
        return {
            **self._asdict(),
            "choices": COLUMN_FIELDS,
            "encodings": ENCODINGS,
            "most": drafts.SHOWN_COLUMNS,
        }


@router.post("/batches")
def send(file: UploadFile, service: ServiceDep, posted: ScreenPosted) -> Response:
    """Take a file of trade lines and lead to how it would be read."""
    return to(f"/batches/drafts/{drafts.keep_draft(file, posted.viewer.caller.person, service).id}")


@router.get("/batches/drafts/{draft_id}")
def draft(request: Request, draft_id: str, service: ServiceDep, viewer: ScreenViewer) -> Response:
    """Show how a file would be read, to be compared with the last one of its name."""
    found = drafts.draft_of(draft_id, viewer.caller.person, service)
    look = drafts.looked_at(found, None, None, service)
    earlier = drafts.comparable(look, service)
    last = next((one.id for one in earlier if one.file_name == found.file_name), "")
    shown = Shown(found, look, earlier, {"since": last})
    return page(request, viewer, "draft.html", shown.content())


@router.post("/batches/drafts/{draft_id}")
def correct(request: Request, draft_id: str, service: ServiceDep, posted: ScreenPosted) -> Response:
    """Show how a file is read with the corrections of the form."""
    found = drafts.draft_of(draft_id, posted.viewer.caller.person, service)
    look = _corrected(found, posted, service)
    shown = Shown(found, look, drafts.comparable(look, service), posted.fields)
    return page(request, posted.viewer, "draft.html", shown.content())


@router.post("/batches/drafts/{draft_id}/send")
def screen(draft_id: str, service: ServiceDep, posted: ScreenPosted) -> Response:
    """Screen a file as the form says."""
    found = drafts.draft_of(draft_id, posted.viewer.caller.person, service)
    wanted = drafts.Wanted(
        _day(posted.text("as_of")),
        posted.text("encoding") or None,
        ("xlsx",) if "xlsx" in posted.fields else (),
        posted.text("since") or None,
    )
    made = drafts.sent(found, _corrected(found, posted, service), wanted, service)
    return to(f"/batches/{made.id}" if posted.viewer.may("read") else "/screen")


@router.post("/batches/drafts/{draft_id}/remove")
def remove(draft_id: str, service: ServiceDep, posted: ScreenPosted) -> Response:
    """Remove a file that was not screened."""
    drafts.remove_draft(drafts.draft_of(draft_id, posted.viewer.caller.person, service), service)
    return to("/batches" if posted.viewer.may("read") else "/screen")


def _corrected(found: drafts.Draft, posted: Posted, service: ServiceDep) -> drafts.Look:
    """Return a file as it is read with the fields that a form chooses, by the place of a column."""
    encoding = posted.text("encoding") or None
    proposed = drafts.looked_at(found, None, encoding, service)
    chosen = {
        column.proposal.header: posted.fields[name] or None
        for at, column in enumerate(proposed.columns)
        if (name := f"{_COLUMN}{at}") in posted.fields
    }
    return drafts.looked_at(found, chosen, encoding, service)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise HTTPException(422, f"{text}: no such day") from error
