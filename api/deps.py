"""What routes ask for: the screener of the process, and the store."""

from typing import Annotated, NamedTuple

from fastapi import Depends, Request

from api.budgets import RateLimiter
from screener.pipeline import Screener
from screener.storage.repository import Repository


class Service(NamedTuple):
    """What one process serves with, and since when."""

    screener: Screener
    repository: Repository
    loaded_at: str
    limiter: RateLimiter


def _service(request: Request) -> Service:
    service = request.app.state.service
    assert isinstance(service, Service)
    return service


ServiceDep = Annotated[Service, Depends(_service)]
