"""A service over a real database file, asked through HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from screener.pipeline import Screener
from screener.storage.repository import Repository
from screener.storage.session import open_database


@pytest.fixture(name="client")
def _client(screener: Screener, tmp_path: Path) -> Iterator[TestClient]:
    engine = open_database(f"sqlite:///{tmp_path / 'store' / 'screener.sqlite3'}")
    with TestClient(create_app(screener, Repository(engine))) as client:
        yield client
    engine.dispose()
