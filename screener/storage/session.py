"""The database: opened by its address, its layout brought up to what this version needs."""

import sqlite3
import time
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from screener.errors import ConfigError, InputError
from screener.storage.private import make_private

_MIGRATIONS = Path(__file__).parent / "migrations"
_WAIT_SECONDS = 30
_AGAIN_SECONDS = 0.02
# Any number serves, as long as all that upgrade a PostgreSQL database agree on it.
_UPGRADE_LOCK = 706_172_013


def open_database(address: str) -> Engine:
    """Return the engine of a database whose layout is that of this version.

    SQLite files and their folders are made if missing, and are upgraded by being opened. Any
    other database is upgraded by ``screener db upgrade`` alone.

    Raises:
        ConfigError: The address cannot be read or reached, or the layout is another one.

    """
    engine = connect(address)
    try:
        if engine.dialect.name == "sqlite":
            upgrade(engine)
        else:
            _check(engine)
    except ConfigError:
        engine.dispose()
        raise
    return engine


def connect(address: str) -> Engine:
    """Return the engine of a database, whatever its layout.

    Raises:
        ConfigError: The address cannot be read, or its driver is not installed.

    """
    shown = address.rpartition("@")[2].partition("?")[0]
    try:
        url = make_url(address)
        if url.drivername in ("postgres", "postgresql"):
            url = url.set(drivername="postgresql+psycopg")
        local = url.get_backend_name() == "sqlite"
        if local and url.database and url.database != ":memory:":
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(
            url,
            connect_args={"timeout": _WAIT_SECONDS} if local else {},
            pool_pre_ping=not local,
            # Values are names; none is to stand in the message of an error.
            hide_parameters=True,
        )
    except (ArgumentError, NoSuchModuleError) as error:
        message = f"SCREENER_DATABASE_URL is no database address: {shown}"
        raise ConfigError(message) from error
    except ModuleNotFoundError as error:
        message = f"{shown} needs {error.name}; install forced-labor-screener[postgres]"
        raise ConfigError(message) from error
    if local:
        event.listen(engine, "do_connect", _make_file)
        event.listen(engine, "connect", _write_ahead)
    else:
        event.listen(engine, "handle_error", _refuse_nul)
    return engine


def upgrade(engine: Engine) -> str:
    """Bring the layout of a database up to this version; return the layout's number.

    Raises:
        ConfigError: It cannot be reached, or was made by no release or by a later one.

    """
    try:
        with _reached(engine) as connection, connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(
                    text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _UPGRADE_LOCK}
                )
            elif _found(connection) != _needed():
                # The driver begins no transaction for a layout by itself; a service and a worker
                # that start together would make it both.
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            return _upgraded(connection)
    except OperationalError as error:
        message = f"the database cannot be reached: {error.orig}"
        raise ConfigError(message) from error


def _reached(engine: Engine) -> Connection:
    """Return a connection, told apart from what fails on it later.

    Raises:
        ConfigError: There is none: of the server, or since the file is no database.

    """
    try:
        return engine.connect()
    except (DBAPIError, sqlite3.DatabaseError) as error:
        message = f"the database cannot be reached: {getattr(error, 'orig', error)}"
        raise ConfigError(message) from error


def _upgraded(connection: Connection) -> str:
    needed, found = _needed(), _found(connection)
    if found == needed:
        return needed
    if found is not None and found > needed:
        message = f"the database has layout {found}, this version knows {needed}; install a later"
        raise ConfigError(message)
    if found is None and inspect(connection).has_table("screening"):
        message = "the database was made before the first release; keep it aside and use another"
        raise ConfigError(message)
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    return needed


def _check(engine: Engine) -> None:
    with _reached(engine) as connection:
        found = _found(connection)
    if found != _needed():
        message = (
            f"the database has layout {found or 'none'}, this version needs {_needed()}; "
            "back it up and run `screener db upgrade`"
        )
        raise ConfigError(message)


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def _needed() -> str:
    head = ScriptDirectory.from_config(_config()).get_current_head()
    assert head is not None
    return head


def _found(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _make_file(_dialect: object, _record: object, arguments: list[str], _named: object) -> None:
    """Make the file of a database, if it is missing, before the driver does."""
    if not arguments[0].startswith((":memory:", "file:")):
        make_private(Path(arguments[0]))


def _refuse_nul(context: ExceptionContext) -> None:
    """Say of a text that PostgreSQL cannot take that it is wrong, not the database."""
    if "NUL (0x00)" in str(context.original_exception):
        message = "a text holds the character NUL, which the database cannot keep or look for"
        raise InputError(message) from context.original_exception


def _write_ahead(connection: object, _: object) -> None:
    """Let readers and a writer work side by side (SQLite, WAL)."""
    cursor = connection.cursor()  # type: ignore[attr-defined]  # the driver's own connection
    until = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            break
        except sqlite3.OperationalError:
            # Of several that turn a new file over at once all but one may be refused, without the
            # wait that they asked for.
            if time.monotonic() > until:
                raise
            time.sleep(_AGAIN_SECONDS)
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()
