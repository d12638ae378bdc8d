"""Rules loaded anew while the service runs: put in place whole, or refused and the old ones stay."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from fastapi import FastAPI

from api.reload import Loaded, Reloader
from screener.errors import InputError

RULES = Path(__file__).parents[2] / "rules"
RULE = Path("price/piece-fee.yaml")
PROCESSES = Path("/proc/self/task")


class Served(NamedTuple):
    """A running service: its process, its address, and the folder of its rules."""

    process: subprocess.Popen[bytes]
    address: str
    rules: Path

    def rules_loaded(self) -> dict[str, Any]:
        """Return what health says of the rules."""
        health: dict[str, Any] = self._asked("/healthz")
        found: dict[str, Any] = health["freshness"]["rules"]
        return found

    def envelope(self) -> dict[str, Any]:
        """Return the answer to one record."""
        body = json.dumps({"records": [{"line_id": "1", "product_description": "hats"}]})
        return self._asked("/v1/screenings", body.encode())

    def _asked(self, path: str, body: bytes | None = None) -> dict[str, Any]:
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(self.address + path, body, headers)  # noqa: S310 - loopback
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - loopback
            found: dict[str, Any] = json.load(answer)
            return found


@pytest.fixture(name="served")
def _served(starting: Served) -> Served:
    _until(starting, lambda: bool(starting.rules_loaded()))
    return starting


@pytest.fixture(name="starting", params=[1, 2], ids=["one process", "two processes"])
def _starting(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Served]:
    """Start a service that has a minute to end once it is told to."""
    rules = tmp_path / "rules"
    shutil.copytree(RULES, rules)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "screener", "serve", "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--rules", str(rules), "--workers", str(request.param)],
        env={**os.environ, "SCREENER_HOME": str(tmp_path / "home")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    served = Served(process, f"http://127.0.0.1:{port}", rules)
    try:
        yield served
    finally:
        process.terminate()
        try:
            process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            for child in (*_serving(process.pid), process.pid):
                os.kill(child, signal.SIGKILL)
            process.wait()
            raise


def _until(served: Served, holds: Callable[[], bool]) -> None:
    """Wait until something holds on each of a few connections, whichever process answers."""
    for _ in range(480):
        assert served.process.poll() is None
        try:
            if all(holds() for _ in range(6)):
                return
        except OSError:
            pass
        time.sleep(0.25)
    pytest.fail("it did not come about")


@pytest.mark.slow
def test_a_signal_loads_rules_anew_and_refused_ones_leave_the_old(served: Served) -> None:
    before = served.rules_loaded()
    assert before["stale"] is False
    file = served.rules / RULE
    written = file.read_text(encoding="utf-8")

    file.write_text(written.replace("adds:", "ads:"), encoding="utf-8")
    served.process.send_signal(signal.SIGHUP)
    _until(served, lambda: served.rules_loaded()["stale"])

    refused = served.rules_loaded()
    assert refused["hash"] == before["hash"]
    assert RULE.as_posix() in refused["error"]
    answer = served.envelope()
    assert answer["freshness"]["rules"]["stale"] is True
    assert "stale" not in json.dumps(answer["screenings"])

    changed = written.replace("version: 1", "version: 2", 1).replace("title: ", "title: Also ", 1)
    assert changed != written
    file.write_text(changed, encoding="utf-8")
    served.process.send_signal(signal.SIGHUP)
    _until(served, lambda: served.rules_loaded()["hash"] != before["hash"])

    after = served.rules_loaded()
    assert (after["stale"], after["error"]) == (False, None)
    assert after["loaded_at"] >= before["loaded_at"]
    assert served.envelope()["snapshot"] != answer["snapshot"]


@pytest.mark.slow
@pytest.mark.skipif(not PROCESSES.exists(), reason="reads the processes of Linux")
def test_a_signal_that_comes_while_it_starts_is_heard_later(starting: Served) -> None:
    while not _holds_the_signal(starting.process.pid):
        time.sleep(0.01)
    # The processes below start and load their lists meanwhile.
    for _ in range(10):
        time.sleep(0.5)
        starting.process.send_signal(signal.SIGHUP)

    _until(starting, lambda: starting.rules_loaded()["stale"] is False)


@pytest.mark.slow
@pytest.mark.skipif(not PROCESSES.exists(), reason="reads the processes of Linux")
@pytest.mark.parametrize("starting", [2], indirect=True)
def test_a_process_that_ended_is_started_anew(served: Served) -> None:
    killed, other = _serving(served.process.pid)

    os.kill(killed, signal.SIGKILL)
    while len(serving := _serving(served.process.pid)) < 2 or killed in serving:
        time.sleep(0.1)

    assert other in serving
    _until(served, lambda: served.rules_loaded()["stale"] is False)


def _serving(pid: int) -> list[int]:
    """Return the processes that serve below the first one."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [
        int(child)
        for child in children
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()
    ]


def _holds_the_signal(pid: int) -> bool:
    """Say whether a process holds SIGHUP back and has a handler for it (proc(5), status).

    A process that starts a thread holds back every signal for a moment, with a handler for few.
    """
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    sets = dict(line.split(":\t") for line in status.splitlines() if line.startswith("Sig"))
    return all(int(sets[name], 16) >> (signal.SIGHUP - 1) & 1 for name in ("SigBlk", "SigCgt"))


@pytest.mark.slow
@pytest.mark.parametrize("starting", [1], indirect=True)
def test_rules_whose_own_tests_fail_are_refused(served: Served) -> None:
    file = served.rules / RULE
    written = file.read_text(encoding="utf-8")
    assert "expect: miss" in written

    file.write_text(written.replace("expect: miss", "expect: hit", 1), encoding="utf-8")
    served.process.send_signal(signal.SIGHUP)
    _until(served, lambda: served.rules_loaded()["stale"])

    assert "inline tests fail" in served.rules_loaded()["error"]


def test_reloads_asked_for_while_one_waits_add_none(app: FastAPI) -> None:
    begun, go_on = threading.Semaphore(0), threading.Event()

    def load() -> Loaded:
        begun.release()
        go_on.wait()
        message = "refused"
        raise InputError(message)

    reloader = Reloader(load, app)
    first, *later = [threading.Thread(target=reloader.reload) for _ in range(6)]
    first.start()
    begun.acquire()
    for thread in later:
        thread.start()
    while sum(thread.is_alive() for thread in later) > 1:
        time.sleep(0.01)
    go_on.set()
    for thread in (first, *later):
        thread.join()

    assert begun.acquire(blocking=False)
    assert not begun.acquire(blocking=False)
    assert app.state.service.refused == "refused"
