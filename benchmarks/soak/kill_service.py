"""Service and worker killed (kill -9) under load: nothing that was acknowledged is lost.

Run: python benchmarks/soak/kill_service.py [--kills 10] [--rows 2000] [--seed 1]
                                            [--databases sqlite postgresql]

While clients screen, decide and send files, service and worker are killed in turn at random
moments and started again. Then each acknowledged screening, disposition and event must be there
as it was answered, each row of each file once in its results, and the chain of events whole.
Prints what was counted; exit code 1 if anything is missing.
"""

import argparse
import csv
import io
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from pathlib import Path
from typing import Any, NamedTuple

from screener.storage.repository import Repository
from screener.storage.session import connect, upgrade
from screener.worker import RESULTS, folder_of
from tests.databases import KINDS, postgresql

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "seeds" / "examples" / "example.csv"
CLIENTS = 4
BETWEEN_BATCHES = 2.0
MOST_WAITING = 3
LIMIT = 1_800


class Acknowledged:
    """What the service said it had kept."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.screenings: dict[str, dict[str, Any]] = {}
        self.dispositions: dict[str, str] = {}
        self.batches: list[str] = []
        self.refused: Counter[str] = Counter()


class Killed:
    """A command of ours that is killed and started again."""

    def __init__(self, words: list[str], environment: dict[str, str]) -> None:
        """Start it, in a process group of its own."""
        self._command = [sys.executable, "-m", "screener", *words]
        self._environment = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
        self._groups: list[int] = []
        self.start()

    def start(self) -> None:
        """Start it; what a killed one left running goes on."""
        self._process = subprocess.Popen(
            self._command,
            cwd=ROOT,
            env=self._environment,
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._groups.append(self._process.pid)

    def kill(self) -> None:
        """Kill it without a word, and nothing that it started."""
        self._process.kill()
        self._process.wait()

    def end(self) -> None:
        """Kill it and all that it ever started."""
        self.kill()
        for group in self._groups:
            with suppress(ProcessLookupError):
                os.killpg(group, signal.SIGKILL)


class Client(NamedTuple):
    """Somebody who asks the service for as long as it is wanted."""

    url: str
    rows: list[dict[str, str]]
    known: Acknowledged
    stop: threading.Event

    def post(self, path: str, body: bytes, kind: str = "application/json") -> Any:  # noqa: ANN401 - JSON
        """Return what was answered with success; None if nothing was, whatever became of it."""
        request = urllib.request.Request(  # noqa: S310 - loopback
            self.url + path, body, {"Content-Type": kind}
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
                return json.load(answer)
        except (OSError, HTTPException, ValueError) as error:
            self.known.refused[type(error).__name__] += 1
            time.sleep(0.2)
            return None

    def screening(self, rng: random.Random) -> None:
        """Send records and decide on some of the screenings."""
        while not self.stop.is_set():
            records = [{**rng.choice(self.rows), "line_id": f"{rng.random()}"} for _ in range(2)]
            answer = self.post("/v1/screenings", json.dumps({"records": records}).encode())
            if answer is None:
                continue
            for id_, screening in zip(answer["ids"], answer["screenings"], strict=True):
                self.known.screenings[id_] = screening
            decision = {"status": "held", "reason_code": "other", "note": "to be looked at"}
            made = self.post(
                f"/v1/screenings/{answer['ids'][0]}/dispositions", json.dumps(decision).encode()
            )
            if made is not None:
                self.known.dispositions[made["disposition"]["id"]] = answer["ids"][0]

    def sending(self, file: bytes) -> None:
        """Send a file whenever few wait."""
        head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="orders.csv"\r\n\r\n'
        while not self.stop.wait(BETWEEN_BATCHES):
            if self.waiting() >= MOST_WAITING:
                continue
            sent = self.post(
                "/v1/batches", head + file + b"\r\n--x--\r\n", "multipart/form-data; boundary=x"
            )
            if sent is not None:
                self.known.batches.append(sent["batch"]["id"])

    def waiting(self) -> int:
        """Return how many batches are not done; all, while nobody can be asked."""
        try:
            with urllib.request.urlopen(f"{self.url}/v1/batches?limit=200", timeout=60) as answer:  # noqa: S310
                batches = json.load(answer)["batches"]
        except (OSError, HTTPException, ValueError):
            return LIMIT
        return sum(one["state"] in ("queued", "running") for one in batches)


def example_rows() -> list[dict[str, str]]:
    """Return the records of the example, their filled fields alone."""
    with EXAMPLE.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        {name: value for name, value in row.items() if value and name != "row_kind"} for row in rows
    ]


def orders(rows: list[dict[str, str]], count: int) -> bytes:
    """Return a file of so many rows, each with an id of its own."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, names)
    writer.writeheader()
    for at in range(count):
        writer.writerow({**rows[at % len(rows)], "line_id": f"row-{at}"})
    return text.getvalue().encode()


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    end = time.monotonic() + LIMIT
    while not holds():
        if time.monotonic() > end:
            message = "it took too long"
            raise TimeoutError(message)
        time.sleep(0.5)


def ready(url: str) -> bool:
    """Say whether the service answers."""
    try:
        with urllib.request.urlopen(f"{url}/readyz", timeout=10) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except (OSError, HTTPException):
        return False


def under_load(address: str, home: Path, given: argparse.Namespace) -> Acknowledged:
    """Kill service and worker under load, let what waits be done, and return what was promised."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url, rng, known, stop = (
        f"http://127.0.0.1:{port}",
        random.Random(given.seed),
        Acknowledged(),
        threading.Event(),
    )
    environment = {"SCREENER_HOME": str(home), "SCREENER_DATABASE_URL": address}
    service = Killed(["serve", "--port", str(port)], environment)
    worker = Killed(["worker"], environment)
    rows = example_rows()
    client = Client(url, rows, known, stop)
    deeds: list[tuple[Callable[..., None], object]] = [
        (client.screening, random.Random(f"{given.seed} {at}")) for at in range(CLIENTS)
    ]
    deeds.append((client.sending, orders(rows, given.rows)))
    threads = [threading.Thread(target=deed, args=(one,)) for deed, one in deeds]
    try:
        until(lambda: ready(url))
        for thread in threads:
            thread.start()
        for number in range(given.kills):
            time.sleep(rng.uniform(2, 8))
            for one in ((service,), (worker,), (service, worker))[number % 3]:
                one.kill()
                one.start()
            until(lambda: ready(url))
            print(
                f"  kill {number + 1}: {len(known.screenings):,} screenings acknowledged",
                flush=True,
            )
        time.sleep(2)
        stop.set()
        for thread in threads:
            thread.join()
        until(lambda: client.waiting() == 0)
    finally:
        stop.set()
        service.end()
        worker.end()
    return known


def missing(known: Acknowledged, address: str, home: Path, rows: int) -> list[str]:
    """Return what was promised and is not there, or is there twice."""
    engine = connect(address)
    repository = Repository(engine)
    wrong = []
    for id_, screening in known.screenings.items():
        if json.loads(repository.screenings.get(id_).screening) != screening:
            wrong.append(f"screening {id_} is another")
    for id_, screening_id in known.dispositions.items():
        if id_ not in [one.id for one in repository.dispositions.of(screening_id)]:
            wrong.append(f"disposition {id_} is gone")
    kinds = Counter((one.kind, one.subject) for one in repository.audit.every_event())
    promised = [("screening.stored", one) for one in known.screenings]
    promised += [("disposition.made", one) for one in known.dispositions]
    promised += [(kind, one) for one in known.batches for kind in ("batch.queued", "batch.done")]
    wrong += [f"{kind} of {one}: {kinds[kind, one]} events" for kind, one in promised
              if kinds[kind, one] != 1]  # fmt: skip
    wrong += [f"{one}" for one in repository.audit.verify().flaws]
    expected = [f"row-{at}" for at in range(rows)]
    for id_ in known.batches:
        with (folder_of(home, id_) / RESULTS / "results.csv").open(
            encoding="utf-8-sig", newline=""
        ) as file:
            found = [row["line_id"] for row in csv.DictReader(file)]
        if found != expected:
            wrong.append(f"batch {id_}: {len(found)} rows of {rows}")
    engine.dispose()
    return wrong


@contextmanager
def database(kind: str, home: Path) -> Iterator[str]:
    """Give the address of an empty database of a kind."""
    if kind == "sqlite":
        yield f"sqlite:///{home / 'store.sqlite3'}"
        return
    with postgresql() as server:
        address = server.new_database("kills")
        engine = connect(address)
        upgrade(engine)
        engine.dispose()
        yield address


def main() -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--rows", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--databases", nargs="+", choices=KINDS, default=KINDS)
    given = parser.parse_args()
    failed = 0
    for kind in given.databases:
        with tempfile.TemporaryDirectory() as name, database(kind, Path(name)) as address:
            print(kind, flush=True)
            known = under_load(address, Path(name), given)
            wrong = missing(known, address, Path(name), given.rows)
        print(
            f"{kind}: {given.kills} kills; acknowledged {len(known.screenings):,} screenings, "
            f"{len(known.dispositions):,} dispositions, {len(known.batches)} files of "
            f"{given.rows:,} rows; refused {dict(known.refused)}; missing or doubled: {len(wrong)}"
        )
        print("\n".join(wrong[:20]))
        failed += bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
