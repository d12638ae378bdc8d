"""What tests share: one screener with the shipped rules and lists, and databases."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine

from screener.factory import load
from screener.pipeline import Screener
from screener.storage.repository import Repository
from screener.storage.session import connect, upgrade
from tests.databases import KINDS, Server, missing, postgresql

ROOT = Path(__file__).parent.parent
AS_OF = "2026-11-25"

# A test says nothing about time, which is another on a busy machine.
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")

# Tests never touch the data directory of whoever runs them.
os.environ["SCREENER_HOME"] = tempfile.mkdtemp(prefix="screener-tests-")
DATABASE = "tests"


@pytest.fixture(scope="session")
def screener() -> Screener:
    """Return the shipped screener, judging by a fixed day."""
    return load(as_of=AS_OF)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Return a running PostgreSQL server; where none is installed, the test is skipped."""
    reason = missing()
    if reason is not None:
        pytest.skip(reason)
    with postgresql() as running:
        running.new_database(DATABASE)
        yield running


@pytest.fixture(params=KINDS)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the address of an empty database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/deep/er/store.sqlite3"
        return
    running: Server = request.getfixturevalue("server")
    yield running.address(DATABASE)
    running.empty(DATABASE)


@pytest.fixture
def engine(address: str) -> Iterator[Engine]:
    """Return a database with today's layout."""
    engine = connect(address)
    upgrade(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def repository(engine: Engine) -> Repository:
    """Return what is stored in a database, nothing yet."""
    return Repository(engine)
