"""Every test of storage runs on each kind of database."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from screener.storage.repository import Repository
from screener.storage.session import connect, upgrade
from tests.databases import KINDS, Server, missing, postgresql

_NUMBERS = itertools.count()


@pytest.fixture(scope="session", name="server")
def _server() -> Iterator[Server]:
    reason = missing()
    if reason is not None:
        pytest.skip(reason)
    with postgresql() as server:
        yield server


@pytest.fixture(params=KINDS, name="address")
def _address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the address of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/deep/er/store.sqlite3"
        return
    server: Server = request.getfixturevalue("server")
    name = f"test{next(_NUMBERS)}"
    yield server.new_database(name)
    server.drop_database(name)


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
