"""Databases for tests: SQLite files, and a real PostgreSQL server where one is installed."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import text

from screener.storage.session import connect

KINDS = ("sqlite", "postgresql")
_EVERY = "SCREENER_TEST_EVERY_DATABASE"
# What a run of the command writes does not hang on the database, which is asked as in other tests;
# each run takes seconds. `make soak` tests all on both.
of_a_run = pytest.mark.parametrize(
    "address", KINDS if os.environ.get(_EVERY) else KINDS[:1], indirect=True
)
"""Marks tests of what a batch's command gives, which one kind of database is enough for."""
_PLACES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
_SEARCHED = os.pathsep.join([*map(str, _PLACES), os.environ.get("PATH", "")])
_ACCOUNT = "postgres"


class Server(NamedTuple):
    """A running server, reached by a socket in a folder of its own."""

    folder: Path

    def address(self, database: str) -> str:
        """Return the address of one of its databases."""
        return f"postgresql://screener@/{database}?host={self.folder}"

    def new_database(self, name: str) -> str:
        """Make an empty database; return its address."""
        self._run(f'CREATE DATABASE "{name}"')
        return self.address(name)

    def drop_database(self, name: str) -> None:
        """Remove a database, whoever is still connected."""
        self._run(f'DROP DATABASE "{name}" WITH (FORCE)')

    def empty(self, name: str) -> None:
        """Take everything out of a database, which is quicker than to make another."""
        self._run("DROP SCHEMA public CASCADE", name)
        self._run("CREATE SCHEMA public", name)

    def _run(self, statement: str, database: str = "postgres") -> None:
        engine = connect(self.address(database))
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.execute(text(statement))
        engine.dispose()


def missing() -> str | None:
    """Return why no PostgreSQL server can be started here; None if one can."""
    if any(shutil.which(name, path=_SEARCHED) is None for name in ("initdb", "postgres")):
        return "no PostgreSQL server is installed; only SQLite is tested"
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        return "PostgreSQL does not run as root and there is no setpriv; only SQLite is tested"
    return None


@contextmanager
def postgresql() -> Iterator[Server]:
    """Run a server for as long as it is needed; what it holds goes with it."""
    folder = Path(tempfile.mkdtemp(prefix="screener-pg-"))
    if os.geteuid() == 0:
        account = pwd.getpwnam(_ACCOUNT)
        os.chown(folder, account.pw_uid, account.pw_gid)
    data = folder / "data"
    _run("initdb", "-D", data, "-U", "screener", "--auth=trust", "--no-sync", "--encoding=UTF8")
    log = (folder.parent / f"{folder.name}.log").open("wb")
    # What a test wrote need not survive the machine: fsync off makes the suite several times faster.
    process = subprocess.Popen(
        _command(
            "postgres", "-D", data, "-c", "listen_addresses=", "-c", "fsync=off",
            "-c", f"unix_socket_directories={folder}",
        ),
        stdout=log, stderr=log, cwd=folder,
    )  # fmt: skip
    server = Server(folder)
    try:
        _wait(server, process, Path(log.name))
        yield server
    finally:
        # An interrupt ends the server whoever is still connected; a termination would wait.
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)
        log.close()
        Path(log.name).unlink()
        shutil.rmtree(folder, ignore_errors=True)


def _wait(server: Server, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(240):
        if process.poll() is not None:
            break
        done = subprocess.run([_found("pg_isready"), "-q", "-h", server.folder], check=False)
        if done.returncode == 0:
            return
        time.sleep(0.25)
    pytest.fail(f"PostgreSQL did not start: {log.read_text(encoding='utf-8', errors='replace')}")


def _run(name: str, *arguments: object) -> None:
    done = subprocess.run(
        _command(name, *arguments), capture_output=True, check=False, text=True, cwd="/"
    )
    assert done.returncode == 0, done.stderr


def _command(name: str, *arguments: object) -> list[str]:
    """Return a command; as root it runs under the server's own account, which it insists on."""
    command = [_found(name), *map(str, arguments)]
    if os.geteuid() != 0:
        return command
    drop = ("setpriv", f"--reuid={_ACCOUNT}", f"--regid={_ACCOUNT}", "--clear-groups")
    return [*drop, *command]


def _found(name: str) -> str:
    found = shutil.which(name, path=_SEARCHED)
    assert found is not None, name
    return found
