"""Runs killed at random moments, each resumed, and runs with other workers and chunks: the same bytes.

Run: python benchmarks/soak/kills.py [--rows 200000] [--kills 10] [--seed 1]
Prints where each kill found the run and whether the results are equal; exit code 1 if not.
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
from itertools import product
from pathlib import Path

from screener.batch.checkpoint import file_hash
from screener.batch.mapping import Dictionary
from screener.batch.reader import open_file
from screener.batch.runner import Order, Run
from screener.batch.source import source_of
from screener.factory import load

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "seeds" / "examples" / "example.csv"
AS_OF = "2026-11-25"
COMPARED = ("results.csv", "screenings.jsonl", "rejects.csv", "problems.csv", "report.html")
WORKERS, CHUNKS = (1, 2, 4), (1_000, 100_000)
GRACE = 120


def write_orders(path: Path, rows: int, rng: random.Random) -> None:
    """Write the example file repeated to so many rows, with quantities and ids of their own."""
    with EXAMPLE.open(encoding="utf-8-sig", newline="") as file:
        headers, *given = csv.reader(file)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*headers, "quantity"])
        for at in range(rows):
            cells = given[at % len(given)]
            broken = at % 9_973 == 0
            writer.writerow([f"L{at}", *cells[1:], *([] if broken else [rng.randint(1, 500)])])


def started(orders: Path, folder: Path, *options: str) -> subprocess.Popen[bytes]:
    """Start a run in a process group of its own."""
    command = [sys.executable, "-m", "screener", "screen", str(orders), "-o", str(folder)]
    return subprocess.Popen(
        [*command, "--as-of", AS_OF, *options], cwd=ROOT, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def equal(folder: Path, other: Path) -> bool:
    """Say whether two runs left the same results; their timings may differ."""
    summaries = [json.loads((one / "summary.json").read_bytes()) for one in (folder, other)]
    for summary in summaries:
        del summary["timings"]
    return summaries[0] == summaries[1] and all(
        (folder / name).read_bytes() == (other / name).read_bytes() for name in COMPARED
    )


def killed_and_resumed(orders: Path, folder: Path, moment: float, options: list[str]) -> str:
    """Kill a run after some seconds, resume it, and say where the kill found it."""
    process = started(orders, folder, *options)
    time.sleep(moment)
    over = process.poll() is not None
    os.killpg(process.pid, signal.SIGKILL) if not over else None
    process.wait(GRACE)
    checkpoint = folder / "checkpoint.json"
    found = f"at {json.loads(checkpoint.read_bytes())['rows']:,} rows" if checkpoint.exists() else (
        "after its end" if over else "outside its rows"
    )  # fmt: skip
    started(orders, folder, "--resume").wait()
    return found


def main() -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    rng = random.Random(given.seed)
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        orders, whole = Path(name) / "orders.csv", Path(name) / "whole"
        write_orders(orders, given.rows, rng)
        began = time.monotonic()
        started(orders, whole).wait()
        seconds = time.monotonic() - began
        print(f"{given.rows:,} rows undisturbed: {seconds:.1f} s")
        screener = load(as_of=AS_OF)
        for workers, chunk in product(WORKERS, CHUNKS):
            folder = Path(name) / f"workers-{workers}-{chunk}"
            opened = open_file(source_of(orders), Dictionary(screener.fields))
            order = Order(AS_OF, formats=("csv", "jsonl", "html"), workers=workers, chunk=chunk)
            Run(screener, opened, folder, order).execute(file_hash(orders))
            same = equal(folder, whole)
            failed += not same
            told = "equal" if same else "DIFFERENT"
            print(f"{workers} workers, chunks of {chunk:,}: {told}", flush=True)
            shutil.rmtree(folder)
        for number in range(given.kills):
            folder = Path(name) / f"killed-{number}"
            options = ["--workers", str(rng.choice((1, 2)))]
            found = killed_and_resumed(orders, folder, rng.uniform(0, seconds), options)
            same = equal(folder, whole)
            failed += not same
            print(f"killed {found}, resumed: {'equal' if same else 'DIFFERENT'}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
