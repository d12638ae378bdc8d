"""Every test of storage runs on each kind of database."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from screener.storage.repository import Repository
from screener.storage.session import connect, upgrade


@pytest.fixture(name="engine")
def _engine(address: str) -> Iterator[Engine]:
    """Return a database with today's layout."""
    engine = connect(address)
    upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture(name="repository")
def _repository(engine: Engine) -> Repository:
    return Repository(engine)
