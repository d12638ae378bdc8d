"""Chunks screened in processes of their own, and answered in the order in which they came."""

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

from screener.batch.chunk import Rendered, Task, render
from screener.batch.known import Known
from screener.batch.tables import Item
from screener.errors import ConfigError
from screener.factory import load
from screener.pipeline import Screener

# Chunks under way for each worker: one that it screens, one that waits for it.
_AHEAD = 2

Rows = Sequence[Item]


class Content(NamedTuple):
    """Which rules and lists a worker loads, and the snapshot that they must give."""

    rules: Path | None
    lists: Path | None
    snapshot: dict[str, str]


def rendered_in_processes(
    chunks: Iterable[Rows], task: Task, content: Content, workers: int
) -> Iterator[Rendered]:
    """Yield what comes of each chunk, in order; a few are under way at a time.

    Raises:
        ConfigError: A worker ended, or found other rules or lists than the run began with.

    """
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, context, initializer=_start, initargs=(task, content))
    waiting: deque[Future[Rendered]] = deque()
    try:
        for chunk in chunks:
            waiting.append(pool.submit(_render, chunk))
            if len(waiting) > workers * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        message = "a worker ended: it ran out of memory, was stopped, or rules or lists changed"
        raise ConfigError(message) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


class _Worker:
    """What one process holds between chunks."""

    known: Known
    task: Task


def _start(task: Task, content: Content) -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    screener = load(rules=content.rules, lists=content.lists, as_of=task.as_of)
    if snapshot_of(screener, task.as_of) != content.snapshot:
        message = "rules or lists changed while the run was on its way"
        raise ConfigError(message)
    _Worker.known, _Worker.task = Known(screener, task.as_of, every=task.every), task


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, however it ended."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _render(chunk: Rows) -> Rendered:
    return render(_Worker.known, chunk, _Worker.task)


def snapshot_of(screener: Screener, as_of: str) -> dict[str, str]:
    """Return what decides, as plain text."""
    snapshot: dict[str, str] = msgspec.to_builtins(screener.snapshot(as_of))
    return snapshot
