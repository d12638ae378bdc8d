"""A copy of the database, made while it is in use."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine

from screener.errors import ConfigError
from screener.storage.private import make_private


def back_up(engine: Engine, file: Path) -> None:
    """Write a whole and consistent copy of a SQLite database to a new file.

    Raises:
        ConfigError: The database is not SQLite; its own tools copy it.

    """
    if engine.dialect.name != "sqlite":
        message = f"a {engine.dialect.name} database is backed up by its own tools, such as pg_dump"
        raise ConfigError(message)
    make_private(file)
    with engine.connect() as connection, closing(sqlite3.connect(file)) as copy:
        source = connection.connection.driver_connection
        assert isinstance(source, sqlite3.Connection)
        source.backup(copy)
