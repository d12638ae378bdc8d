"""What several requests ask for at once, worked on together; each gets its own outcome."""

import asyncio
from collections.abc import Callable, Hashable, Sequence
from typing import Any, NamedTuple, TypeVar

from fastapi.concurrency import run_in_threadpool

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")
Work = Callable[[Sequence[Any]], Sequence[Any]]

_TURNS = 10
"""How often the loop turns, at most, until those who were answered last have asked again."""


class _Waiting(NamedTuple):
    kind: Hashable
    item: object
    work: Work
    outcome: "asyncio.Future[Any]"


class Gathering:
    """Gathers what requests ask for until as many have asked as lately did at once.

    Work on several costs less for each than work on one; clients that were answered together
    ask again one after another, hardly later. Whoever asks alone, as the one before did, waits
    for nothing, and nobody waits longer than a few turns of the loop (group commit, as the
    ``commit_delay`` of PostgreSQL does it).
    """

    def __init__(self, *, most: int, aside: bool = False) -> None:
        """Work on so many at once; ``aside`` in a thread, for work that waits for a disk."""
        self._most = most
        self._aside = aside
        self._waiting: list[_Waiting] = []
        self._expected = 1
        self._task: asyncio.Task[None] | None = None

    async def outcome(
        self, kind: Hashable, item: Item, work: Callable[[Sequence[Item]], Sequence[Outcome]]
    ) -> Outcome:
        """Return what work on an item gives, done with others of its kind that wait.

        Where work on several fails, each is worked on alone: what is wrong with one is raised
        for that one.
        """
        loop = asyncio.get_running_loop()
        waiting = _Waiting(kind, item, work, loop.create_future())
        self._waiting.append(waiting)
        if self._task is None:
            self._task = loop.create_task(self._work())
        outcome: Outcome = await waiting.outcome
        return outcome

    async def _work(self) -> None:
        try:
            while self._waiting:
                await self._all_here()
                now, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
                kinds: dict[Hashable, list[_Waiting]] = {}
                for one in now:
                    if not one.outcome.done():  # else whoever asked has gone
                        kinds.setdefault(one.kind, []).append(one)
                for group in kinds.values():
                    outcomes = (
                        await run_in_threadpool(_outcomes, group)
                        if self._aside
                        else _outcomes(group)
                    )
                    for one, outcome in zip(group, outcomes, strict=True):
                        _tell(one.outcome, outcome)
                self._expected = min(len(now) + len(self._waiting), self._most)
                await asyncio.sleep(0)  # so that they are answered before the next are worked on
        finally:
            self._task = None

    async def _all_here(self) -> None:
        for _ in range(_TURNS):
            if len(self._waiting) >= self._expected:
                return
            await asyncio.sleep(0)


def _outcomes(group: Sequence[_Waiting]) -> Sequence[object]:
    """Return for each what came of it, or the error; what fails with others is tried alone."""
    try:
        return group[0].work([one.item for one in group])
    except Exception as error:  # noqa: BLE001 - it is raised where its request waits
        if len(group) == 1:
            return [error]
        return [outcome for one in group for outcome in _outcomes([one])]


def _tell(waiting: "asyncio.Future[Any]", outcome: object) -> None:
    if waiting.done():  # whoever asked has gone
        return
    if isinstance(outcome, Exception):
        waiting.set_exception(outcome)
    else:
        waiting.set_result(outcome)
