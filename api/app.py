"""The application: one screener, one store, routes on top."""

from datetime import UTC, datetime
from importlib.metadata import version

from fastapi import FastAPI

from api.deps import Service
from api.errors import handle_errors
from api.routes import evidence, health, rules, screenings, watchlists
from screener.evidence.snapshot import DISCLAIMER, DISTRIBUTION
from screener.pipeline import Screener
from screener.storage.repository import Repository


def create_app(screener: Screener, repository: Repository) -> FastAPI:
    """Return the application that answers with a screener and keeps what it answered."""
    app = FastAPI(
        title="forced-labor-screener",
        summary="Screens trade lines for signs of goods made with forced labour.",
        description=DISCLAIMER,
        version=version(DISTRIBUTION),
    )
    loaded_at = datetime.now(tz=UTC).isoformat(timespec="seconds")
    app.state.service = Service(screener, repository, loaded_at)
    handle_errors(app)
    for module in (screenings, watchlists, rules, evidence, health):
        app.include_router(module.router)
    return app
