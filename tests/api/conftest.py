"""A service over a real database, asked through HTTP."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from screener.model.access import SCOPES, Scope
from screener.pipeline import Screener
from screener.settings import Settings
from screener.storage.repository import Repository
from screener.storage.session import connect, upgrade

HOST = "http://127.0.0.1"


@pytest.fixture(name="app")
def _app(screener: Screener, repository: Repository) -> FastAPI:
    return create_app(screener, repository, Settings())


@pytest.fixture(name="client")
def _client(app: FastAPI) -> Iterator[TestClient]:
    """Return a client of a service without keys."""
    with TestClient(app, base_url=HOST) as client:
        yield client


class Key(NamedTuple):
    """A key of a test: its id, and the header that shows it."""

    id: str
    headers: dict[str, str]


MakeKey = Callable[..., Key]


@pytest.fixture(name="make_key")
def _make_key(repository: Repository) -> MakeKey:
    """Return what makes a key for a person."""

    def make(owner: str, *scopes: Scope) -> Key:
        made = repository.keys.create(owner, scopes or SCOPES, actor="test")
        return Key(made.key.id, {"Authorization": f"Bearer {made.token}"})

    return make


@pytest.fixture(scope="module", name="shared")
def _shared(screener: Screener, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a client of a service that all tests of a module ask, whatever is stored by then."""
    engine = connect(f"sqlite:///{tmp_path_factory.mktemp('store')}/store.sqlite3")
    upgrade(engine)
    app = create_app(screener, Repository(engine), Settings(requests_per_minute=1_000_000))
    with TestClient(app, base_url=HOST) as client:
        yield client
    engine.dispose()
