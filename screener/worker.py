"""The worker: runs batches in processes of their own, screens again, tells of changes.

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
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec
from huey import SqliteHuey

from screener.batch.line_index import index_lines
from screener.batch.mapping import Dictionary
from screener.batch.mapping_file import parse_mapping
from screener.batch.reader import open_file
from screener.batch.source import Reading, source_of
from screener.batch.tables import Collapsed, Line, Reject
from screener.batch.writer import SCREENINGS
from screener.delivery import send_due
from screener.errors import ConfigError, ConflictError
from screener.model.batch import Batch
from screener.model.field import Field
from screener.monitoring import rechecked
from screener.settings import Settings, read_settings
from screener.storage.batches import Batches
from screener.storage.private import make_private
from screener.storage.repository import Repository
from screener.storage.screenings import new_id
from screener.storage.session import open_database
from screener.tracing import environment, span

OWNER_ALONE = 0o700
"""The rights of a batch's folder: its file and results are records."""
INPUT = "input"
RESULTS = "results"
_ASKED = "asked.json"
_DONE = (0, 1)  # 1: done, with rejected rows
_TOLD = 2_000
_SENDING_SECONDS = 1.0
Job = Callable[[Repository, Settings, threading.Event], object]
_LOG = logging.getLogger("screener.worker")


class Queue:
    """The batches that wait, in the data directory; asked by the service, served by a worker."""

    def __init__(self, settings: Settings) -> None:
        """Open the queue; its file is made if missing."""
        settings.home.mkdir(parents=True, exist_ok=True)
        file = settings.home / "queue.sqlite3"
        make_private(file)
        self.huey = SqliteHuey("screener", filename=str(file))
        self._run = self.huey.task(name="run_batch")(run_batch)
        self.close()

    def put(self, batch: str) -> None:
        """Wake a worker for a batch.

        Each thread that asks opens a connection of its own; it is given back at once, since the
        thread may end, and nobody else could.
        """
        self._run(batch)
        self.close()

    def close(self) -> None:
        """Give back this thread's connection to the queue's file; the next batch opens another."""
        self.huey.storage.close()


def folder_of(home: Path, batch: str) -> Path:
    """Return where the file and the results of a batch lie."""
    return home / "batches" / batch


class Asked(msgspec.Struct, frozen=True):
    """How a batch's file is to be read and its results written; lies beside the file.

    ``since`` is the batch whose results each record is compared with.
    """

    formats: tuple[str, ...] = ()
    mapping: str | None = None
    since: str | None = None


def keep_asked(folder: Path, asked: Asked) -> None:
    """Write down in a batch's folder what was asked for."""
    (folder / _ASKED).write_bytes(msgspec.json.encode(asked))


def asked_of(folder: Path) -> Asked:
    """Return what was asked for when a batch was sent."""
    path = folder / _ASKED
    return msgspec.json.decode(path.read_bytes(), type=Asked) if path.is_file() else Asked()


def dictionary_of(folder: Path, fields: Mapping[str, Field]) -> Dictionary:
    """Return how the columns of the batch in a folder are read."""
    mapping = asked_of(folder).mapping
    if mapping is None:
        return Dictionary(fields)
    return Dictionary(fields, parse_mapping(mapping, "the mapping", fields))


def lines_of(
    folder: Path, fields: Mapping[str, Field], encoding: str | None
) -> Iterator[Line | Reject]:
    """Return the rows of the file in a batch's folder, in order, without repetitions of one.

    Raises:
        ConflictError: The file is gone.
        InputError: It cannot be read, or has no column we know.

    """
    source = next(folder.glob(f"{INPUT}.*"), None)
    if source is None:
        message = "the file of the batch is gone"
        raise ConflictError(message)
    opened = open_file(source_of(source), dictionary_of(folder, fields), Reading(encoding))
    return (line for line in opened.lines if not isinstance(line, Collapsed))


def run_batch(batch_id: str) -> None:
    """Run a batch that waits; one that another took, or that is gone, is left alone."""
    settings = read_settings()
    engine = open_database(settings.database())
    try:
        batches = Batches(engine)
        batch = batches.claim(batch_id)
        if batch is not None:
            _LOG.info("batch starts", extra={"batch": batch_id})
            with span("batch", batch=batch_id):
                _run(batch, batches, folder_of(settings.home, batch_id))
            state = batches.get(batch_id).state
            _LOG.info("batch ends", extra={"batch": batch_id, "state": state})
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
        with watching(settings):
            queue.huey.create_consumer(workers=workers, periodic=False, max_delay=1.0).run()


@contextmanager
def watching(settings: Settings) -> Iterator[None]:
    """Screen again and tell of changes in threads of their own, until the block is left."""
    stop = threading.Event()
    jobs = (
        (rechecked, settings.monitor_seconds),
        (send_due, _SENDING_SECONDS),
    )
    threads = [
        threading.Thread(target=_again_and_again, args=(job, settings, seconds, stop))
        for job, seconds in jobs
    ]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def _again_and_again(job: Job, settings: Settings, seconds: float, stop: threading.Event) -> None:
    """Do a job at intervals; a failure is logged by its kind alone, and the job goes on."""
    engine = open_database(settings.database())
    try:
        while not stop.is_set():
            try:
                job(Repository(engine), settings, stop)
            except Exception as error:  # noqa: BLE001 - whatever it is, the next turn may succeed
                told = {"job": job.__name__, "error": type(error).__name__}
                _LOG.error("job failed", extra=told)
            stop.wait(seconds)
    finally:
        engine.dispose()


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
    command += ["--as-of", batch.as_of]
    if batch.encoding is not None:
        command += ["--encoding", batch.encoding]
    command += _options(folder)
    done = subprocess.run(  # noqa: S603 - our own command
        command, capture_output=True, check=False, env={**os.environ, **environment()}
    )
    if done.returncode not in _DONE:
        told = done.stderr.decode("utf-8", "replace").replace(str(folder) + os.sep, "")
        batches.fail(batch.id, told.strip()[-_TOLD:])
        return
    index_lines(fresh / SCREENINGS)
    shutil.rmtree(folder / RESULTS, ignore_errors=True)
    fresh.rename(folder / RESULTS)
    batches.finish(batch.id, (folder / RESULTS / "summary.json").read_bytes())


def _options(folder: Path) -> list[str]:
    """Return what the command is told of mapping, formats and the earlier run."""
    asked = asked_of(folder)
    # The columns in Parquet are what pages read their tables from.
    formats = dict.fromkeys(("csv", "jsonl", "parquet", "html", *asked.formats))
    options = ["--format", ",".join(formats)]
    if asked.mapping is not None:
        mapping = folder / "mapping.yaml"
        mapping.write_text(asked.mapping, encoding="utf-8")
        options += ["--map", str(mapping)]
    if asked.since is not None:
        options += ["--since", str(folder.with_name(asked.since) / RESULTS)]
    return options


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
