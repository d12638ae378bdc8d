"""The server listens on loopback only, and answers there."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from api.security import loopback

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True),
        ("127.8.9.1", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104 - it must be refused
        ("::", False),
        ("10.0.0.5", False),
        ("example.org", False),
        ("", False),
    ],
)
def test_only_loopback_counts_as_this_machine(host: str, alone: bool) -> None:  # noqa: FBT001
    assert loopback(host) is alone


def test_another_address_is_refused(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "screener", "serve", "--host", "0.0.0.0"],  # noqa: S104
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SCREENER_HOME": str(tmp_path)},
        timeout=120,
    )

    assert done.returncode == 3
    assert "loopback" in done.stderr


@pytest.mark.slow
def test_the_service_answers_on_loopback(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "screener", "serve", "--port", str(port)],
        env={**os.environ, "SCREENER_HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        ready = _asked(f"http://127.0.0.1:{port}/readyz")
        # A foreign shape puts the name into the address.
        found = _asked(f"http://127.0.0.1:{port}/search/default?q=Zweifelsohne%20Strickwaren")
    finally:
        server.terminate()
        told, _ = server.communicate(timeout=30)

    assert ready["status"] == "ready"
    assert found["results"] == []
    assert "Zweifelsohne" not in told
    assert (tmp_path / "screener.sqlite3").is_file()


def _asked(url: str) -> dict[str, object]:
    """Return the answer of a server that is still starting."""
    for _ in range(240):
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310 - loopback
                body: dict[str, object] = json.load(answer)
                return body
        except OSError:
            time.sleep(0.25)
    pytest.fail("the server did not start")
