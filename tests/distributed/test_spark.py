"""Spark answers as the local run does, row by row, also if an executor is killed on the way.

They run where pyspark (``requirements-spark.lock``) and Java are installed.
"""

import csv
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from screener.batch.mapping import Dictionary
from screener.batch.reader import open_file
from screener.batch.runner import Order, Run
from screener.batch.source import source_of
from screener.distributed import screen_dataframe
from screener.evidence.cells import ADDED
from screener.pipeline import Screener
from tests.conftest import AS_OF, ROOT

pyspark = pytest.importorskip("pyspark")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java"),
    pytest.mark.filterwarnings("ignore"),
]
CLUSTER = "local-cluster[2,1,1024]"
TIMES = 60
PARTS = 8


@pytest.fixture(scope="module")
def environment() -> Iterator[dict[str, str]]:
    """Set what executors on this machine need; they import the package from where it lies."""
    needed = {
        "SPARK_HOME": str(Path(pyspark.__file__).parent), "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1", "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    kept = {name: os.environ.get(name) for name in needed}
    os.environ.update(needed)
    yield {**os.environ}
    for name, value in kept.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value


@pytest.fixture(scope="module")
def session(environment: dict[str, str]) -> Iterator[Any]:
    del environment
    from pyspark.sql import SparkSession  # noqa: PLC0415 - imported where it is installed

    settings = {"spark.ui.enabled": "false", "spark.executor.memory": "1024m"}
    made = SparkSession.builder.master(CLUSTER).config(map=settings).getOrCreate()
    made.sparkContext.setLogLevel("OFF")
    yield made
    made.stop()


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the illustrations many times over as Parquet, and some rows that are none."""
    with (ROOT / "seeds" / "examples" / "illustrations.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file)) * TIMES
    rows += [dict.fromkeys(rows[0], "")] * 3
    path = tmp_path_factory.mktemp("spark") / "orders.parquet"
    table = pa.table({name: [row[name] for row in rows] for name in rows[0]})
    ids = pa.array([str(at) for at in range(len(rows))])
    pq.write_table(table.set_column(table.schema.names.index("line_id"), "line_id", ids), path)
    return path


@pytest.fixture(scope="module")
def local(screener: Screener, orders: Path) -> Path:
    """Return the results of a local run."""
    folder = orders.with_name("local")
    opened = open_file(source_of(orders), Dictionary(screener.fields))
    Run(screener, opened, folder, Order(AS_OF, formats=("parquet", "jsonl"))).execute("")
    return folder


def test_a_killed_executor_loses_nothing(
    session: Any, orders: Path, local: Path, tmp_path: Path
) -> None:
    killed = tmp_path / "killed"
    frame = session.read.parquet(str(orders)).repartition(PARTS)
    frame = frame.mapInArrow(_Killer(str(killed)), frame.schema)
    found = {row["line_id"]: row for row in screen_dataframe(frame, as_of=AS_OF).collect()}

    assert killed.exists()
    expected = pq.read_table(local / "results.parquet").to_pylist()
    shown = {json.loads(line)["line_id"]: line.rstrip(b"\n")
             for line in (local / "screenings.jsonl").open("rb")}  # fmt: skip
    assert len(found) == len(expected) + 3
    for row in expected:
        line_id = row["line_id"]
        assert {name: found[line_id][name] for name in row} == row
        told = found[line_id]["screening"]
        assert (None if told is None else bytes(told)) == shown.get(line_id)
    rejected = [row for row in found.values() if row["reject"] is not None]
    assert len(rejected) == 3
    assert all(row[name] is None for row in rejected for name in ADDED)


class _Killer:
    """Passes rows on, and once kills the executor that the first of its processes works for."""

    def __init__(self, told: str) -> None:
        self._told = told

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            yield batch
            try:
                Path(self._told).touch(exist_ok=False)
            except FileExistsError:
                continue
            daemon = Path(f"/proc/{os.getppid()}/stat").read_text(encoding="utf-8")
            os.kill(int(daemon.rpartition(")")[2].split()[1]), signal.SIGKILL)


def test_the_command_screens_parquet(
    environment: dict[str, str], orders: Path, local: Path, tmp_path: Path
) -> None:
    command = ["screen", str(orders), "-o", str(tmp_path / "out"), "--as-of", AS_OF, "--json"]
    done = subprocess.run(
        [sys.executable, "-m", "screener", *command, "--engine", "spark", "--master", "local[1]"],
        env=environment, capture_output=True, check=False,
    )  # fmt: skip

    assert done.returncode == 1, done.stderr[-2_000:].decode()
    told, summary = json.loads(done.stdout), json.loads((local / "summary.json").read_bytes())
    assert told["rows"] == {name: summary["rows"][name] for name in told["rows"]}
    for name in ("tiers", "scope", "snapshot"):
        assert told[name] == summary[name]
    assert pq.read_table(tmp_path / "out" / "results.parquet").num_rows == summary["rows"]["read"]
