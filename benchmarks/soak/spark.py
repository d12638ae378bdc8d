"""Spark on two executors of this machine beside the local run: the same rows, one executor killed.

Run where ``requirements-spark.lock`` is installed, with Java 17 or later:
``python benchmarks/soak/spark.py [--rows 200000]``.
Prints rows a second and core of both engines, by the clock and by the processor time of all processes
(the load of rules and lists aside for the local run, within for Spark), without and with an executor killed
on the way, and whether every row is equal; exit code 1 if not.
"""

import argparse
import json
import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from threading import Event, Thread
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq

from screener.batch.mapping import Dictionary
from screener.batch.reader import open_file
from screener.batch.runner import Order, Run
from screener.batch.source import source_of
from screener.distributed import screen_dataframe
from screener.factory import load

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "seeds" / "examples" / "example.csv"
AS_OF = "2026-11-25"
EXECUTORS, PARTS = 2, 8


class Killer:
    """Passes rows on, and once kills the executor that one of its processes works for."""

    def __init__(self, told: str, after: int) -> None:
        """Keep the file that says it is done, and how many batches of a process to let pass."""
        self.told = told
        self.after = after

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Yield batches as they are."""
        from pyspark import TaskContext  # noqa: PLC0415 - comes with the extra "spark" alone

        for batch in batches:
            yield batch
            context = TaskContext.get()
            if context is not None and context.partitionId() == self.after:
                try:
                    Path(self.told).touch(exist_ok=False)
                except FileExistsError:
                    continue
                daemon = Path(f"/proc/{os.getppid()}/stat").read_text(encoding="utf-8")
                os.kill(int(daemon.rpartition(")")[2].split()[1]), signal.SIGKILL)


def write_orders(path: Path, rows: int) -> None:
    """Write the example repeated to so many rows, each with an id of its own."""
    names = EXAMPLE.read_text(encoding="utf-8-sig").splitlines()[0].split(",")
    given = pc.read_csv(
        EXAMPLE,
        parse_options=pc.ParseOptions(newlines_in_values=True),
        convert_options=pc.ConvertOptions(column_types=dict.fromkeys(names, pa.string())),
    )
    table = pa.concat_tables([given] * (rows // len(given) + 1)).slice(0, rows)
    ids = pa.array([f"L{at}" for at in range(rows)])
    pq.write_table(table.set_column(0, "line_id", ids), path)


def session() -> Any:  # noqa: ANN401 - Spark's own type is there only where it is installed
    """Return a session on a cluster of two executors with a core each."""
    import pyspark  # noqa: PLC0415 - as above
    from pyspark.sql import SparkSession  # noqa: PLC0415 - as above

    os.environ.update(
        SPARK_HOME=str(Path(pyspark.__file__).parent), PYSPARK_PYTHON=sys.executable,
        SPARK_LOCAL_IP="127.0.0.1", PYTHONPATH=str(ROOT),
    )  # fmt: skip
    settings = {"spark.ui.enabled": "false", "spark.executor.memory": "1024m"}
    master = f"local-cluster[{EXECUTORS},1,1024]"
    made = SparkSession.builder.master(master).config(map=settings).getOrCreate()
    made.sparkContext.setLogLevel("OFF")
    return made


class Time(NamedTuple):
    """Seconds of the clock and of all processors."""

    clock: float
    processor: float


class Family(Thread):
    """Counts the processor time of this process and of all below it, those that ended among them."""

    def __init__(self) -> None:
        """Begin to look, every half second."""
        super().__init__(daemon=True)
        self._used: dict[int, float] = {}
        self._ended = Event()
        self._look()
        self._before = sum(self._used.values())
        self.start()

    def run(self) -> None:
        """Look until asked for the sum."""
        while not self._ended.wait(0.5):
            self._look()

    def seconds(self) -> float:
        """Look a last time, and return the sum since the beginning."""
        self._ended.set()
        self.join()
        self._look()
        return sum(self._used.values()) - self._before

    def _look(self) -> None:
        waiting = [os.getpid()]
        while waiting:
            pid = waiting.pop()
            try:
                stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2]
                tasks = list(Path(f"/proc/{pid}/task").iterdir())
                children = [
                    one for task in tasks for one in (task / "children").read_text().split()
                ]
            except OSError:
                continue
            used = sum(map(int, stat.split()[11:13])) / os.sysconf("SC_CLK_TCK")
            self._used[pid] = max(self._used.get(pid, 0.0), used)
            waiting += map(int, children)


def on_spark(orders: Path, to: Path, *, kill: bool) -> Time:
    """Screen the orders on the cluster; ``kill`` an executor half-way if asked."""
    spark = session()
    frame = spark.read.parquet(str(orders)).repartition(PARTS)
    killed = to.with_name("killed")
    if kill:
        frame = frame.mapInArrow(Killer(str(killed), PARTS // 2), frame.schema)
    family, began = Family(), time.monotonic()
    screen_dataframe(frame, as_of=AS_OF).write.parquet(str(to))
    took = Time(time.monotonic() - began, family.seconds())
    spark.stop()
    assert killed.exists() == kill, "an executor was to be killed"
    return took


def differing(local: Path, spark: Path) -> int:
    """Return how many rows of two results are not equal, their screenings among them."""
    found = {row["line_id"]: row for row in pq.read_table(spark).to_pylist()}
    with (local / "screenings.jsonl").open("rb") as file:
        shown = {json.loads(line)["line_id"]: line.rstrip(b"\n") for line in file}
    wrong = 0
    for row in pq.read_table(local / "results.parquet").to_pylist():
        other = found.pop(row["line_id"], None)
        same = other is not None and all(other[name] == value for name, value in row.items())
        wrong += not same or (other or {})["screening"] != shown.get(row["line_id"])
    return wrong + len(found)


def show(engine: str, rows: int, took: Time, cores: int) -> None:
    """Print how long an engine took."""
    print(
        f"{engine}: {took.clock:.1f} s, {rows / took.clock / cores:,.0f} rows a second and core; "
        f"{took.processor:.1f} s of processor, {rows / took.processor:,.0f} rows a second of it",
        flush=True,
    )


def main() -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=200_000)
    rows = parser.parse_args().rows
    if find_spec("pyspark") is None:
        print("pyspark is not installed here; see requirements-spark.lock")
        return 0
    with tempfile.TemporaryDirectory() as name:
        orders, local = Path(name) / "orders.parquet", Path(name) / "local"
        write_orders(orders, rows)
        screener = load(as_of=AS_OF)
        opened = open_file(source_of(orders), Dictionary(screener.fields))
        began = time.monotonic(), time.process_time()
        Run(screener, opened, local, Order(AS_OF, formats=("parquet", "jsonl"))).execute("")
        alone = Time(time.monotonic() - began[0], time.process_time() - began[1])
        show("local", rows, alone, 1)
        wrong = 0
        for kill in (False, True):
            to = Path(name) / f"spark-{kill}"
            show(f"spark{', an executor killed' * kill}", rows, on_spark(orders, to, kill=kill), 2)
            wrong += differing(local, to)
        print(f"{rows:,} rows; {wrong:,} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
