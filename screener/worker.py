"""The queue's worker: runs batches in processes of their own.

The database says which batches wait and which are done; the queue only wakes the worker. What
was running when a worker was killed waits again when the next one starts, and its results are
put in place whole, so no row is lost or doubled.
"""

import logging
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from huey import SqliteHuey

from screener.errors import ConfigError
from screener.model.batch import Batch
from screener.settings import Settings, read_settings
from screener.storage.batches import Batches
from screener.storage.screenings import new_id
from screener.storage.session import open_database

INPUT = "input"
RESULTS = "results"
_DONE = (0, 1)  # 1: done, with rejected rows
_TOLD = 2_000
_LOG = logging.getLogger("screener.worker")


class Queue:
    """The batches that wait, in the data directory; asked by the service, served by a worker."""

    def __init__(self, settings: Settings) -> None:
        """Open the queue; its file is made if missing."""
        settings.home.mkdir(parents=True, exist_ok=True)
        self.huey = SqliteHuey("screener", filename=str(settings.home / "queue.sqlite3"))
        self._run = self.huey.task(name="run_batch")(run_batch)

    def put(self, batch: str) -> None:
        """Wake a worker for a batch."""
        self._run(batch)

    def close(self) -> None:
        """Give back the connection to the queue's file; the next batch opens it again."""
        self.huey.storage.close()


def folder_of(home: Path, batch: str) -> Path:
    """Return where the file and the results of a batch lie."""
    return home / "batches" / batch


def run_batch(batch_id: str) -> None:
    """Run a batch that waits; one that another took, or that is gone, is left alone."""
    settings = read_settings()
    engine = open_database(settings.database())
    try:
        batches = Batches(engine)
        batch = batches.claim(batch_id)
        if batch is not None:
            _LOG.info("batch %s starts", batch_id)
            _run(batch, batches, folder_of(settings.home, batch_id))
            _LOG.info("batch %s ends", batch_id)
    finally:
        engine.dispose()


def serve_queue(workers: int) -> None:
    """Run batches, so many at once, until the process is told to stop.

    Raises:
        ConfigError: Another worker serves this data directory.

    """
    settings = read_settings()
    with closing(Queue(settings)) as queue, _alone(settings.home / "worker.lock"):
        queue.huey.flush()
        engine = open_database(settings.database())
        try:
            waiting = Batches(engine).requeue()
        finally:
            engine.dispose()
        for batch in waiting:
            queue.put(batch)
        queue.huey.create_consumer(workers=workers, periodic=False, max_delay=1.0).run()


def _run(batch: Batch, batches: Batches, folder: Path) -> None:
    """Screen a batch's file with the command, so that no file can bring down the worker."""
    source = next(folder.glob(f"{INPUT}.*"), None)
    if source is None:
        batches.fail(batch.id, "the file of the batch is gone")
        return
    for left in folder.glob("attempt-*"):
        shutil.rmtree(left, ignore_errors=True)
    # A name of its own: the command of a killed worker may still be writing to another.
    fresh = folder / f"attempt-{new_id()}"
    command = [sys.executable, "-m", "screener", "screen", str(source), "-o", str(fresh), "--all"]
    # The columns in Parquet are what pages read their tables from.
    command += ["--format", "csv,jsonl,parquet", "--as-of", batch.as_of]
    if batch.encoding is not None:
        command += ["--encoding", batch.encoding]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own command
    if done.returncode not in _DONE:
        told = done.stderr.decode("utf-8", "replace").replace(str(folder) + os.sep, "")
        batches.fail(batch.id, told.strip()[-_TOLD:])
        return
    shutil.rmtree(folder / RESULTS, ignore_errors=True)
    fresh.rename(folder / RESULTS)
    batches.finish(batch.id, (folder / RESULTS / "summary.json").read_bytes())


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Hold a data directory's lock, which the system gives back however the process ends."""
    with closing(sqlite3.connect(lock, timeout=0, isolation_level=None)) as holder:
        try:
            holder.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            message = f"another worker holds {lock}; one serves a data directory"
            raise ConfigError(message) from error
        yield
