"""Screenings of requests that come at once, kept in one transaction; each waits for its own."""

import asyncio
from typing import NamedTuple

from fastapi.concurrency import run_in_threadpool

from screener.storage.screenings import Screenings, Stored

_MOST_AT_ONCE = 200
_Outcome = Exception | None


class _Waiting(NamedTuple):
    stored: Stored
    kept: asyncio.Future[None]


class Writer:
    """Keeps what requests bring; while one transaction is written, the next ones gather."""

    def __init__(self, screenings: Screenings) -> None:
        """Write to a store; nothing waits yet."""
        self._screenings = screenings
        self._waiting: list[_Waiting] = []
        self._task: asyncio.Task[None] | None = None

    async def keep(self, stored: Stored) -> None:
        """Return once it is kept for good.

        Raises:
            RepeatedError: Another request with the reply's key came first.

        """
        kept: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(stored, kept))
        if self._task is None:
            self._task = asyncio.create_task(self._write())
        await kept

    async def _write(self) -> None:
        try:
            while self._waiting:
                group, self._waiting = (
                    self._waiting[:_MOST_AT_ONCE],
                    self._waiting[_MOST_AT_ONCE:],
                )
                outcomes = await run_in_threadpool(self._kept, [one.stored for one in group])
                for one, outcome in zip(group, outcomes, strict=True):
                    _tell(one.kept, outcome)
        finally:
            self._task = None

    def _kept(self, group: list[Stored]) -> list[_Outcome]:
        """Return for each what came of it; what cannot be kept with the others is tried alone."""
        try:
            self._screenings.add_all(group)
        except Exception as error:  # noqa: BLE001 - it is raised where its request waits
            if len(group) == 1:
                return [error]
            return [outcome for one in group for outcome in self._kept([one])]
        return [None] * len(group)


def _tell(kept: asyncio.Future[None], outcome: _Outcome) -> None:
    if kept.done():  # whoever asked has gone
        return
    if outcome is None:
        kept.set_result(None)
    else:
        kept.set_exception(outcome)
