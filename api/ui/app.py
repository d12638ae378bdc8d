"""The workbench as an application of its own, put under ``/ui`` of the service."""

from importlib.resources import as_file, files

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from api.deps import Service
from api.errors import handle_errors
from api.observing import NO_TELEMETRY
from api.ui.pages import page_of_error
from api.ui.sessions import Sessions, session_secret
from api.ui.views import (
    batches,
    drafts,
    editor,
    entrance,
    evidence,
    lists,
    papers,
    queue,
    rules,
    screen,
    screenings,
    suppliers,
)

VIEWS = (
    entrance, screen, screenings, queue, drafts, batches, suppliers, papers, editor, rules, lists, evidence,
)  # fmt: skip


def create_workbench(service: Service) -> FastAPI:
    """Return the pages over what a service answers with."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, telemetry=NO_TELEMETRY)
    app.state.service = service
    app.state.sessions = Sessions(session_secret(service.home))
    handle_errors(app, page_of_error)
    for view in VIEWS:
        app.include_router(view.router)
    with as_file(files("api.ui") / "static") as folder:
        app.mount("/static", StaticFiles(directory=folder))
    return app
