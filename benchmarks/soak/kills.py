"""Runs killed at random moments, each resumed, and runs with other workers and chunks: the same bytes.

Run: python benchmarks/soak/kills.py [--rows 200000] [--kills 10] [--seed 1]
Prints where each kill found the run and whether the results are equal; exit code 1 if not. Files of text
are equal in bytes, the summary but for its timings, Parquet in its table and the sizes of its row groups. A
twentieth of the rows is run once more with a workbook, which is equal in its cells.
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
from datetime import date
from itertools import product
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq
import python_calamine

from screener.batch.checkpoint import file_hash
from screener.batch.mapping import Dictionary
from screener.batch.reader import open_file
from screener.batch.runner import Order, Run
from screener.batch.source import source_of
from screener.editions.staleness import stale_lists
from screener.factory import edition_store, load

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "seeds" / "examples" / "example.csv"
AS_OF = "2026-11-25"
FORMATS = ("csv", "jsonl", "html", "parquet")
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


class Trial(NamedTuple):
    """A file of so many rows that is run to such formats, again and again, in a folder."""

    folder: Path
    rows: int
    formats: tuple[str, ...]

    @property
    def orders(self) -> Path:
        """The file."""
        return self.folder / "orders.csv"


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
    return (
        summaries[0] == summaries[1]
        and all((folder / name).read_bytes() == (other / name).read_bytes() for name in COMPARED)
        and groups(folder) == groups(other)
        and pq.read_table(folder / "results.parquet") == pq.read_table(other / "results.parquet")
        and cells(folder) == cells(other)
    )


def groups(folder: Path) -> list[int]:
    """Return the number of rows of each row group."""
    told = pq.read_metadata(folder / "results.parquet")
    return [told.row_group(at).num_rows for at in range(told.num_row_groups)]


def cells(folder: Path) -> dict[str, list[list[object]]]:
    """Return all cells of the workbook of a run, if it has one."""
    path = folder / "results.xlsx"
    if not path.exists():
        return {}
    book = python_calamine.load_workbook(path)
    return {name: list(map(list, book.get_sheet_by_name(name).to_python()))
            for name in book.sheet_names}  # fmt: skip


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
    started(orders, folder, "--resume", *options).wait()
    return found


def measure(trial: Trial, kills: int, rng: random.Random) -> int:
    """Print what comes of other chunks, other workers and kills; return how many differ."""
    write_orders(trial.orders, trial.rows, rng)
    whole, form = trial.folder / "whole", ("--format", ",".join(trial.formats))
    began = time.monotonic()
    started(trial.orders, whole, *form).wait()
    seconds = time.monotonic() - began
    print(f"{trial.rows:,} rows undisturbed, {form[1]}: {seconds:.1f} s", flush=True)
    screener = load(as_of=AS_OF)
    failed = 0
    for workers, chunk in product(WORKERS, CHUNKS):
        folder = trial.folder / f"workers-{workers}-{chunk}"
        opened = open_file(source_of(trial.orders), Dictionary(screener.fields))
        # As the command does: the report tells which lists are stale.
        stale = stale_lists(screener.editions, edition_store().stale(), date.fromisoformat(AS_OF))
        order = Order(AS_OF, formats=trial.formats, workers=workers, chunk=chunk, stale=stale)
        Run(screener, opened, folder, order).execute(file_hash(trial.orders))
        failed += told(f"{workers} workers, chunks of {chunk:,}", folder, whole)
    for number in range(kills):
        folder = trial.folder / f"killed-{number}"
        options = ["--workers", str(rng.choice((1, 2))), *form]
        found = killed_and_resumed(trial.orders, folder, rng.uniform(0, seconds), options)
        failed += told(f"killed {found}, resumed", folder, whole)
    return failed


def told(what: str, folder: Path, whole: Path) -> int:
    """Print whether a run left what the undisturbed one did; return 1 if not. Its folder goes."""
    same = equal(folder, whole)
    print(f"{what}: {'equal' if same else 'DIFFERENT'}", flush=True)
    shutil.rmtree(folder)
    return 0 if same else 1


def main() -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    rng = random.Random(given.seed)
    failed = 0
    for rows, formats, kills in (
        (given.rows, FORMATS, given.kills),
        (given.rows // 20, (*FORMATS, "xlsx"), given.kills // 5),
    ):
        with tempfile.TemporaryDirectory() as name:
            failed += measure(Trial(Path(name), rows, formats), kills, rng)
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
