"""Lists and rules loaded anew while the service runs: whole, or the old ones stay.

A SIGHUP asks for it. What was loaded is checked and every inline test run before one assignment
puts it in place, so requests in flight finish on what they began with. What is refused leaves
the old content, and its reason stands in health and in the envelope of every answer.
"""

import asyncio
import logging
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import NamedTuple

from fastapi import FastAPI

from api.deps import Service
from api.memory import Memory
from screener.errors import RuleError, ScreenerError
from screener.pipeline import Screener
from screener.storage.replay import Replayer

_TOLD = 500
_HELD = threading.Event()
_LOG = logging.getLogger("screener.service")


class Loaded(NamedTuple):
    """A screener, and the id under which its lists and rules are kept for replays."""

    screener: Screener
    content: str | None


Load = Callable[[], Loaded]


class Reloader:
    """Puts newly loaded content into applications that answer with one service."""

    def __init__(self, load: Load, *apps: FastAPI) -> None:
        """Keep what loads, and the applications; the first one holds the present service."""
        self._load = load
        self._apps = apps
        self._one_at_a_time = threading.Lock()
        self._waiting = threading.Lock()

    def reload(self) -> bool:
        """Load anew and put it in place; False if it was refused and the old content stays.

        While another waits to begin, which will read all that is there now, nothing is done.
        """
        if not self._waiting.acquire(blocking=False):
            return True
        with self._one_at_a_time:
            self._waiting.release()
            before: Service = self._apps[0].state.service
            try:
                loaded = self._proved()
            except ScreenerError as error:
                _LOG.warning("content is not reloaded", extra={"error": type(error).__name__})
                self._put(before._replace(refused=str(error).strip()[:_TOLD], memory=Memory()))
                return False
            self._put(
                before._replace(
                    screener=loaded.screener,
                    content=loaded.content,
                    loaded_at=datetime.now(tz=UTC).isoformat(timespec="seconds"),
                    replayer=Replayer(loaded.screener, before.repository.contents),
                    refused=None,
                    memory=Memory(),
                )
            )
            rules = loaded.screener.pack.rules_hash
            _LOG.info("content is reloaded", extra={"rules": rules})
            return True

    def _proved(self) -> Loaded:
        """Return new content that passed its own tests.

        Raises:
            ScreenerError: It cannot be loaded, or a test fails.

        """
        loaded = self._load()
        failed = [one for one in loaded.screener.run_rule_tests() if not one.passed]
        if failed:
            first = failed[0]
            message = (
                f'{len(failed)} inline tests fail, the first "{first.test}" of {first.subject}'
            )
            raise RuleError(message)
        return loaded

    def _put(self, service: Service) -> None:
        for app in self._apps:
            app.state.service = service


def hold_signal() -> None:
    """Keep a SIGHUP for later in this process and those it starts: unheard, it would end them.

    Processes started here begin without a handler and with what is blocked here. In this one,
    threads that libraries started before take a signal all the same, so a handler notes it.
    """
    signal.signal(signal.SIGHUP, lambda *_: _HELD.set())
    signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGHUP,))


@contextmanager
def reloading_on_signal(reloader: Reloader | None) -> Iterator[None]:
    """Reload at every SIGHUP, beside the answering of requests; only a main thread hears it.

    One that came before, while it was held back (``hold_signal``), is heard now.
    """
    if reloader is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    loop = asyncio.get_running_loop()
    running: set[asyncio.Future[bool]] = set()

    def begin() -> None:
        task = loop.run_in_executor(None, reloader.reload)
        running.add(task)
        task.add_done_callback(running.discard)

    loop.add_signal_handler(signal.SIGHUP, begin)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGHUP,))
    if _HELD.is_set():
        _HELD.clear()
        begin()
    try:
        yield
    finally:
        # Between two handlers there is none, and a signal would end what is being answered.
        signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGHUP,))
        loop.remove_signal_handler(signal.SIGHUP)
        hold_signal()
