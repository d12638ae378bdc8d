"""The application: one screener, one store, routes on top."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import UTC, datetime
from importlib.metadata import version

from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse, Response

from api.allowed import addresses_of
from api.budgets import MOST_BYTES, BodyLimit, RateLimiter
from api.compat import reconcile, yente
from api.compat.origins import ReconcileOrigins
from api.deps import Service
from api.errors import handle_errors
from api.etags import ETags
from api.gathering import Gathering
from api.headers import SecurityHeaders
from api.memory import Memory
from api.metrics import Metrics
from api.observing import NO_TELEMETRY, Observing
from api.problems import COMMON, describe_problems
from api.reload import Load, Reloader, reloading_on_signal
from api.routes import (
    audit,
    batch_changes,
    batch_mapping,
    batch_rows,
    batches,
    changes,
    dispositions,
    documents,
    drafts,
    evidence,
    evidence_packs,
    health,
    keys,
    manual,
    names,
    overlays,
    rules,
    screenings,
    stored,
    suppliers,
    suppressions,
    watchlists,
    webhooks,
)
from api.routes import (
    metrics as metrics_route,
)
from api.routes import queue as queue_route
from api.ui.app import create_workbench
from api.ui.pages import ROOT
from screener.evidence.snapshot import DISCLAIMER
from screener.pipeline import Screener
from screener.rules.pack_header import DISTRIBUTION
from screener.settings import Settings
from screener.storage.replay import Replayer
from screener.storage.repository import Repository
from screener.worker import Queue

GUARDED = (
    screenings, stored, dispositions, queue_route, suppressions, suppliers, batch_mapping, batches,
    batch_changes, batch_rows, names, watchlists, drafts, overlays, rules, evidence, evidence_packs, documents, changes, webhooks, keys, audit,
    metrics_route, yente, reconcile,
)  # fmt: skip
OPEN = (health, manual)
# Enough for the work to pay, few enough that nobody waits long for the others.
_SCREENED_AT_ONCE, _KEPT_AT_ONCE = 12, 200
_FILES = ("/v1/batches", "/v1/batches/mapping", f"{ROOT}/batches")
ROUTERS = (*GUARDED, *OPEN)


async def _start(_: Request) -> Response:
    return RedirectResponse(f"{ROOT}/", status_code=303)


def create_app(
    screener: Screener,
    repository: Repository,
    settings: Settings,
    *,
    content: str | None = None,
    load: Load | None = None,
) -> FastAPI:
    """Return the application that answers with a screener and keeps what it answered.

    ``content`` is the id under which the screener's lists and rules are kept, for replays.
    ``load`` gives both anew when a signal asks for it.
    """
    queue = Queue(settings)

    @asynccontextmanager
    async def until_stopped(app: FastAPI) -> AsyncIterator[None]:
        with closing(queue), reloading_on_signal(app.state.reloader):
            yield

    # The usual pages of documentation load scripts from elsewhere; ours is its own (manual).
    app = FastAPI(
        title="forced-labor-screener",
        summary="Screens trade lines for signs of goods made with forced labour.",
        description=DISCLAIMER,
        version=version(DISTRIBUTION),
        lifespan=until_stopped,
        docs_url=None,
        redoc_url=None,
        telemetry=NO_TELEMETRY,
    )
    loaded_at = datetime.now(tz=UTC).isoformat(timespec="seconds")
    metrics = Metrics()
    app.state.service = Service(
        screener,
        repository,
        loaded_at,
        RateLimiter(settings.requests_per_minute),
        Replayer(screener, repository.contents),
        content,
        settings.request_seconds,
        settings.home,
        queue,
        metrics,
        Memory(),
        Gathering(most=_SCREENED_AT_ONCE),
        Gathering(most=_KEPT_AT_ONCE, aside=True),
    )
    app.state.addresses = addresses_of(module.router for module in ROUTERS)
    handle_errors(app)
    app.add_route("/", _start)
    workbench = create_workbench(app.state.service)
    app.state.reloader = Reloader(load, app, workbench) if load else None
    app.mount(ROOT, workbench)
    for module in GUARDED:
        app.include_router(module.router, responses=COMMON)
    for module in OPEN:
        app.include_router(module.router)
    describe_problems(app)
    _surround(app, settings, metrics)
    return app


def _surround(app: FastAPI, settings: Settings, metrics: Metrics) -> None:
    """Put around the application what every request and answer passes."""
    # The last one added is the outermost.
    app.add_middleware(
        BodyLimit, most_bytes=MOST_BYTES, files=dict.fromkeys(_FILES, settings.batch_bytes)
    )
    app.add_middleware(ETags)
    if settings.reconcile_origins:
        app.add_middleware(ReconcileOrigins, origins=settings.reconcile_origins)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(Observing, metrics=metrics, traced=settings.otlp_endpoint is not None)
