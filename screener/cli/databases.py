"""The service's database, open for the time of one command."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from screener.settings import read_settings
from screener.storage.session import open_database


@contextmanager
def service_database() -> Iterator[Engine]:
    """Give the database that the settings name.

    Raises:
        ConfigError: It cannot be opened, or its layout is not that of this version.

    """
    engine = open_database(read_settings().database())
    try:
        yield engine
    finally:
        engine.dispose()
