"""The database: opened by its address, its tables made if they are not there."""

from pathlib import Path

from sqlalchemy import Engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError
from sqlmodel import SQLModel, create_engine

from screener.errors import ConfigError
from screener.storage import tables


def open_database(address: str) -> Engine:
    """Return the engine of a database; SQLite files and their folders are made if missing.

    Raises:
        ConfigError: The address cannot be read.

    """
    try:
        url = make_url(address)
    except ArgumentError as error:
        message = f"SCREENER_DATABASE_URL is no database address: {address.rpartition('@')[2]}"
        raise ConfigError(message) from error
    local = url.get_backend_name() == "sqlite"
    if local and url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url)
    if local:
        event.listen(engine, "connect", _write_ahead)
    SQLModel.metadata.create_all(
        engine, tables=[tables.StoredScreening.metadata.tables["screening"]]
    )
    return engine


def _write_ahead(connection: object, _: object) -> None:
    """Let readers and a writer work side by side (SQLite, WAL)."""
    cursor = connection.cursor()  # type: ignore[attr-defined]  # the driver's own connection
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()
