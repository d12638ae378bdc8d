"""What routes ask for: the screener of the process, and the store."""

from pathlib import Path
from typing import Annotated, NamedTuple

from fastapi import Depends, Request

from api.budgets import RateLimiter
from api.gathering import Gathering
from api.memory import Memory
from api.metrics import Metrics
from screener.pipeline import Screener
from screener.storage.replay import Replayer
from screener.storage.repository import Repository
from screener.worker import Queue


class Service(NamedTuple):
    """What one process serves with, and since when.

    ``content`` is the id under which lists and rules are kept for replays; ``refused`` why the
    last reload of them was turned down, None if it was not. What requests ask for at once is
    gathered for ``screening`` and for ``keeping``.
    """

    screener: Screener
    repository: Repository
    loaded_at: str
    limiter: RateLimiter
    replayer: Replayer
    content: str | None
    request_seconds: float
    home: Path
    queue: Queue
    metrics: Metrics
    memory: Memory
    screening: Gathering
    keeping: Gathering
    refused: str | None = None


def service_of(request: Request) -> Service:
    """Return what the process serves with."""
    service = request.app.state.service
    assert isinstance(service, Service)
    return service


async def _service(request: Request) -> Service:
    # A dependency that is no coroutine is run in a thread, which costs more than the answer.
    return service_of(request)


ServiceDep = Annotated[Service, Depends(_service)]
