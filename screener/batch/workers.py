"""Distinct records screened in this process or in others; chunks answered in the order in which they came."""

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import msgspec

from screener.batch.answered import Answered
from screener.batch.chunk import Others, Rendered, Task, render
from screener.batch.known import Known, Record, Values, screened
from screener.batch.rows import Distinct, Rows, distinct
from screener.errors import ConfigError
from screener.factory import load
from screener.garbage import look_less_often
from screener.pipeline import Screener

# Chunks whose records are under way, and the records that are screened at once.
_AHEAD = 2
_AT_ONCE = 1_000


class Content(NamedTuple):
    """Which rules and lists a worker loads, and the snapshot that they must give."""

    rules: Path | None
    lists: Path | None
    snapshot: dict[str, str]


class Chunk(NamedTuple):
    """Rows of a file that are taken together: records, and those that are none."""

    rows: Rows
    others: Others = Others()


class _Waiting(NamedTuple):
    """A chunk whose new records are being screened: their keys, with what will come of them."""

    chunk: Chunk
    distinct: Distinct
    parts: list[tuple[list[bytes], Future[list[Record]]]]


def rendered_here(chunks: Iterable[Chunk], task: Task, screener: Screener) -> Iterator[Rendered]:
    """Yield what comes of each chunk, in order, screened in this process."""
    known = Known()
    for chunk in chunks:
        yield render(answered_here(known, chunk.rows, task, screener), chunk.others, task)


def answered_here(known: Known, rows: Rows, task: Task, screener: Screener) -> Answered:
    """Return rows with what is told of them; those that are not known are screened, and kept."""
    if known.is_full:
        known.make_room()
    found = distinct(rows)
    for keys, given in _parts(rows, found, known.unknown(found.keys)):
        known.add(keys, screened(screener, given, task.as_of, every=task.every))
    return Answered(rows, found, known.records(found.keys))


def _parts(
    rows: Rows, found: Distinct, new: Sequence[int]
) -> Iterator[tuple[list[bytes], Sequence[Values]]]:
    """Yield the keys and values of new records, so many as are screened at once.

    What several stages ask of a text is kept for about as many texts.
    """
    for first in range(0, len(new), _AT_ONCE):
        part = new[first : first + _AT_ONCE]
        yield [found.keys[at] for at in part], rows.values(found.first[part].tolist())


def rendered_in_processes(
    chunks: Iterable[Chunk], task: Task, content: Content, workers: int
) -> Iterator[Rendered]:
    """Yield what comes of each chunk, in order; distinct records are screened by the workers.

    Raises:
        ConfigError: A worker ended, or found other rules or lists than the run began with.

    """
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, context, initializer=_start, initargs=(task, content))
    try:
        yield from _in_order(chunks, task, pool)
    except BrokenProcessPool as error:
        message = "a worker ended: it ran out of memory, was stopped, or rules or lists changed"
        raise ConfigError(message) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _in_order(chunks: Iterable[Chunk], task: Task, pool: ProcessPoolExecutor) -> Iterator[Rendered]:
    known, waiting = Known(), deque[_Waiting]()
    for chunk in chunks:
        if known.is_full:
            # What waits may need what is known.
            yield from (_finished(waiting.popleft(), known, task) for _ in range(len(waiting)))
            known.make_room()
        found = distinct(chunk.rows)
        asked = {key for one in waiting for keys, _ in one.parts for key in keys}
        new = [at for at in known.unknown(found.keys) if found.keys[at] not in asked]
        parts = [
            (keys, pool.submit(_screen, given)) for keys, given in _parts(chunk.rows, found, new)
        ]
        waiting.append(_Waiting(chunk, found, parts))
        if len(waiting) > _AHEAD:
            yield _finished(waiting.popleft(), known, task)
    while waiting:
        yield _finished(waiting.popleft(), known, task)


def _finished(waiting: _Waiting, known: Known, task: Task) -> Rendered:
    for keys, future in waiting.parts:
        known.add(keys, future.result())
    records = known.records(waiting.distinct.keys)
    answered = Answered(waiting.chunk.rows, waiting.distinct, records)
    return render(answered, waiting.chunk.others, task)


class _Worker:
    """What one process holds between chunks."""

    screener: Screener
    task: Task


def _start(task: Task, content: Content) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    look_less_often()
    screener = load(rules=content.rules, lists=content.lists, as_of=task.as_of)
    if snapshot_of(screener, task.as_of) != content.snapshot:
        message = "rules or lists changed while the run was on its way"
        raise ConfigError(message)
    _Worker.screener, _Worker.task = screener, task
    gc.freeze()  # what is loaded stays


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, however it ended."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _screen(given: Sequence[Values]) -> list[Record]:
    task = _Worker.task
    return screened(_Worker.screener, given, task.as_of, every=task.every)


def snapshot_of(screener: Screener, as_of: str) -> dict[str, str]:
    """Return what decides, as plain text."""
    snapshot: dict[str, str] = msgspec.to_builtins(screener.snapshot(as_of))
    return snapshot
