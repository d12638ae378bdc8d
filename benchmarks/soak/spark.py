"""Spark on two executors of this machine beside the local run: the same rows, one executor killed.

Run where ``requirements-spark.lock`` is installed, with Java 17 or later:
``python benchmarks/soak/spark.py [--rows 200000]``.
Prints rows a second and core of both engines (the load of rules and lists aside for the local run,
within for Spark), and whether every row is equal; exit code 1 if not.
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
from typing import Any

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


def on_spark(orders: Path, to: Path) -> float:
    """Screen the orders on the cluster, kill an executor half-way, and return the seconds."""
    spark = session()
    frame = spark.read.parquet(str(orders)).repartition(PARTS)
    killed = to.with_name("killed")
    frame = frame.mapInArrow(Killer(str(killed), PARTS // 2), frame.schema)
    began = time.monotonic()
    screen_dataframe(frame, as_of=AS_OF).write.parquet(str(to))
    seconds = time.monotonic() - began
    spark.stop()
    assert killed.exists(), "no executor was killed"
    return seconds


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
        began = time.monotonic()
        Run(screener, opened, local, Order(AS_OF, formats=("parquet", "jsonl"))).execute("")
        alone = rows / (time.monotonic() - began)
        seconds = on_spark(orders, Path(name) / "spark")
        each = rows / seconds / EXECUTORS
        wrong = differing(local, Path(name) / "spark")
        print(f"{rows:,} rows; local: {alone:,.0f} rows a second and core")
        print(f"spark, an executor killed: {seconds:.1f} s, {each:,.0f} rows a second and core")
        print(f"{wrong:,} rows differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
