"""The service under load on loopback, beside a trivial endpoint of the same framework.

Run: python benchmarks/soak/load.py [--seconds 60] [--connections 1 8 64] [--names 100000]
                                    [--home FOLDER] [--database ADDRESS]

Needs wrk. One record a request, over HTTP, one server process each, against the shipped lists and
a list of so many made-up names; ``--home`` is a data directory into which such a list was imported
before. Records are "known" (1,000 records), "mixed" (1,000 names and 1,000 texts, drawn apart) or
"new" (every request brings a name and a text of its own), stored or not. The trivial endpoint
takes the same bodies and answers two words. Requests a second differ with whatever else the
machine does; processor time for each request hardly does, so both are compared.
"""

import argparse
import csv
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from fastapi import FastAPI

from tests.index.company_names import company_names

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "seeds" / "examples" / "example.csv"
SCRIPT = Path(__file__).with_suffix(".lua")
LIST_SEED, SUPPLIER_SEED, SEED = 1, 3, 7
DISTINCT = 1_000
NEW = 150_000
WARMING = 5
KINDS = ("known", "mixed", "new")
WANTED = {"known": (1 / 3, 1 / 5), "mixed": (1 / 3, 1 / 5), "new": (1 / 8, 1 / 10)}
PORT, OTHER_PORT = 8741, 8742
TICKS = os.sysconf("SC_CLK_TCK")
WRK = shutil.which("wrk")
application = FastAPI()


@application.post("/")
async def trivial(body: dict[str, object]) -> dict[str, str]:
    """Answer that there is nothing to say."""
    return {"answer": "none" if "records" in body else "what"}


class Result(NamedTuple):
    """What one run gave: times in milliseconds, processor time in microseconds a request."""

    rate: float
    errors: int
    p50: float
    p95: float
    p99: float
    processor: float


def bodies(kind: str, count: int, *, store: bool) -> Iterator[str]:
    """Yield the bodies of requests, each with one record."""
    rng = random.Random(f"{SEED} {kind}")
    with EXAMPLE.open(encoding="utf-8-sig", newline="") as file:
        texts = [row["product_description"] for row in csv.DictReader(file)]
    texts = [text for text in texts if text]
    names = company_names(count if kind == "new" else DISTINCT, SUPPLIER_SEED)
    for at in range(count):
        text = texts[at % DISTINCT]
        if kind == "mixed":
            text = texts[rng.randrange(DISTINCT)]
        if kind == "new":
            words = f"{text} {rng.choice(texts)}".split()
            text = " ".join(rng.sample(words, min(len(words), 25)))
        record = {
            "line_id": f"L{at}",
            "supplier_name": names[at % len(names)],
            "supplier_country": "CN",
            "country_of_origin": "CN",
            "product_description": text[:200],
        }
        yield json.dumps({"records": [record], "options": {"store": store}}, ensure_ascii=False)


def processor_seconds(process: int) -> float:
    """Return the processor time that a process took so far, in all its threads."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def run(url: str, process: int, file: Path, start: int, connections: int, seconds: int) -> Result:
    """Put load on an address and return what it gave."""
    assert WRK is not None
    before = processor_seconds(process)
    done = subprocess.run(
        [WRK, "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "--latency",
         "-s", str(SCRIPT), url],
        env={**os.environ, "LOAD_BODIES": str(file), "LOAD_FROM": str(start)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    taken = processor_seconds(process) - before
    (line,) = (one for one in done.stdout.splitlines() if one.startswith("LOAD "))
    requests, duration, errors, p50, p95, p99 = map(int, line.split()[1:])
    return Result(
        requests / (duration / 1e6), errors, p50 / 1e3, p95 / 1e3, p99 / 1e3,
        1e6 * taken / max(1, requests),
    )  # fmt: skip


@contextmanager
def served(command: list[str], port: int, environment: dict[str, str]) -> Iterator[int]:
    """Run a server until the block is left; give its process."""
    process = subprocess.Popen(
        [sys.executable, "-m", *command, "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    try:
        for _ in range(1_200):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/openapi.json"):
                    break
            except OSError:
                time.sleep(0.5)
        yield process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(120)


def prepared(home: Path, names: int) -> None:
    """Import a list of made-up names into a data directory."""
    table = home / "names.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "name"))
        writer.writerows((f"N{at}", name) for at, name in enumerate(company_names(names, 1)))
    subprocess.run(
        [sys.executable, "-m", "screener", "lists", "import", str(table), "--as", "made-up",
         "--at-most", str(names), "--day", "2026-11-20"],
        cwd=ROOT, env={**os.environ, "SCREENER_HOME": str(home)}, check=True,
    )  # fmt: skip


def told(label: str, one: Result, base: Result | None = None, wanted: float = 0.0) -> None:
    """Print one line of the table; beside a base, the shares of its rate and processor time."""
    shares = ""
    if base is not None:
        shares = (
            f"  rate 1/{base.rate / one.rate:.1f}  processor 1/{one.processor / base.processor:.1f}"
            f"  (wanted 1/{1 / wanted:.0f})  p95 {one.p95 - base.p95:+.1f} ms"
        )
    print(
        f"{label:<28} {one.rate:7.0f}/s  errors {one.errors}  p50 {one.p50:6.1f}  "
        f"p95 {one.p95:6.1f}  p99 {one.p99:6.1f} ms  {one.processor:6.0f} us{shares}",
        flush=True,
    )


def measured(
    files: dict[tuple[str, bool], Path], pids: tuple[int, int], given: argparse.Namespace
) -> int:
    """Run everything with each number of connections; return how many requests failed."""
    ours, other = f"http://127.0.0.1:{PORT}/v1/screenings", f"http://127.0.0.1:{OTHER_PORT}/"
    start, failed = 0, 0
    # The first requests fill what is remembered and compile what is compiled once.
    warm = 0.0
    while warm < 2 * DISTINCT:
        warm += WARMING * run(ours, pids[0], files["known", False], int(warm), 8, WARMING).rate
    for connections in given.connections:
        print(f"{connections} connections, {given.seconds} s each")
        base = run(other, pids[1], files["known", True], 0, connections, given.seconds)
        told("trivial", base)
        for (kind, store), file in files.items():
            one = run(ours, pids[0], file, start, connections, given.seconds)
            start += int(one.rate * given.seconds) + 200 if kind == "new" else 0
            told(f"{kind}{', stored' if store else ''}", one, base, WANTED[kind][store])
            failed += one.errors
    if start > NEW:
        print(f"{start:,} new records were asked for, of {NEW:,}: some came twice")
    return failed


def main() -> int:
    """Measure and print; return 1 if a request failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--connections", type=int, nargs="+", default=[1, 8, 64])
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--database")
    given = parser.parse_args()
    if WRK is None:
        print("wrk is needed (package wrk of Debian)", file=sys.stderr)
        return 3
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home = given.home or folder
        if given.home is None:
            prepared(home, given.names)
        files = {}
        for kind in KINDS:
            for store in (False, True):
                file = folder / f"{kind}-{store}.jsonl"
                count = NEW if kind == "new" else DISTINCT if kind == "known" else 100_000
                file.write_text("\n".join(bodies(kind, count, store=store)), encoding="utf-8")
                files[kind, store] = file
        address = given.database or f"sqlite:///{folder / 'store.sqlite3'}"
        environment = {"SCREENER_HOME": str(home), "SCREENER_DATABASE_URL": address}
        with (
            served(["screener", "serve"], PORT, environment) as service,
            served(
                ["uvicorn", "benchmarks.soak.load:application", "--no-access-log"], OTHER_PORT, {}
            ) as other,
        ):
            return 1 if measured(files, (service, other), given) else 0


if __name__ == "__main__":
    raise SystemExit(main())
