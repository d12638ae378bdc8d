"""A running service and worker on this machine, with a data directory of their own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx2

_SECONDS = 300


class Service(NamedTuple):
    """Where a running service answers, and its data directory."""

    address: str
    home: Path

    @property
    def database(self) -> str:
        """The address of its database."""
        return f"sqlite:///{self.home}/screener.sqlite3"


@contextmanager
def served(home: Path, *commands: str) -> Iterator[Service]:
    """Run ``screener serve`` and further commands, such as ``worker``, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    given = {**os.environ, "SCREENER_HOME": str(home), "SCREENER_REQUESTS_PER_MINUTE": "1000000"}
    running = [_started(given, "serve", "--port", str(port))]
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(address, running[0])
        # Two that find no database at once would both make it.
        running += [_started(given, one) for one in commands]
        yield Service(address, home)
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait()


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            httpx2.get(f"{address}/readyz").raise_for_status()
        except httpx2.HTTPError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit("the service did not start")


def _started(given: dict[str, str], *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "screener", *words], env=given)
