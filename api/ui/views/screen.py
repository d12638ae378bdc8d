"""One line screened: a form, and a box into which a row of a spreadsheet is pasted."""

from collections.abc import Mapping

from fastapi import APIRouter, Request, Response

from api.case import ask
from api.deps import ServiceDep
from api.pasting import pasted
from api.ui.pages import page, to
from api.ui.shown import shown_case
from api.ui.viewer import ScreenPosted, ScreenViewer, Viewer
from api.ui.words import FORM, FORM_FIELDS, OPEN_GROUPS

router = APIRouter()
EXAMPLE = {
    "product_description": "hand crocheted dolls",
    "supplier_name": "Dandong Example Crafts",
    "supplier_city": "Dandong",
    "supplier_country": "CN",
    "country_of_origin": "CN",
}


@router.get("/screen")
async def form(request: Request, viewer: ScreenViewer) -> Response:
    """Show the form, empty or with an example."""
    return _form(request, viewer, EXAMPLE if "example" in request.query_params else {})


@router.post("/screen")
def screen(request: Request, service: ServiceDep, posted: ScreenPosted) -> Response:
    """Screen what the form holds; kept, it leads to the page of the screening."""
    given = {name: posted.text(name) for name in FORM_FIELDS if posted.text(name)}
    record: dict[str, object] = {**given}
    if "documents" in given:
        record["documents"] = [line.strip() for line in given["documents"].splitlines()]
    store = "keep" in posted.fields
    found = ask(record, posted.viewer.caller, service, store=store)
    if found.case is None:
        errors = found.reject.errors if found.reject is not None else []
        return _form(request, posted.viewer, given, errors=errors, keep=store, status=422)
    if found.id is not None and posted.viewer.may("read"):
        return to(f"/screenings/{found.id}")
    shown = {**shown_case(found.case, service), "stored_as": found.id}
    return page(request, posted.viewer, "case.html", shown)


@router.post("/screen/paste")
def paste(request: Request, service: ServiceDep, posted: ScreenPosted) -> Response:
    """Show the form with a pasted row in its fields, and how each cell was read."""
    read = pasted(posted.fields.get("row", ""), service.screener.fields)
    return _form(request, posted.viewer, read.values, read=read)


def _form(
    request: Request,
    viewer: Viewer,
    values: Mapping[str, str],
    *,
    status: int = 200,
    **more: object,
) -> Response:
    content = {
        "values": values,
        "groups": FORM,
        "open_groups": OPEN_GROUPS,
        "read": None,
        "errors": [],
        "keep": True,
        **more,
    }
    return page(request, viewer, "screen.html", content, status=status)
