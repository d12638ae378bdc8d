"""What several requests ask for at once, worked on together; each gets its own outcome."""

import asyncio
from collections.abc import Callable, Hashable, Sequence
from typing import Any, NamedTuple, TypeVar

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")
Work = Callable[[Sequence[Any]], Sequence[Any]]

_MOST_AT_ONCE = 12
"""Enough for the work to pay, few enough that nobody waits long for the others."""


class _Waiting(NamedTuple):
    kind: Hashable
    item: object
    work: Work
    outcome: "asyncio.Future[Any]"


class Gathering:
    """Gathers what requests ask for until the loop has read all that came at once.

    A request that comes alone waits for nothing.
    """

    def __init__(self) -> None:
        """Nothing waits yet."""
        self._waiting: list[_Waiting] = []

    async def outcome(
        self, kind: Hashable, item: Item, work: Callable[[Sequence[Item]], Sequence[Outcome]]
    ) -> Outcome:
        """Return what work on an item gives, done with others of its kind that wait.

        Where work on several fails, each is worked on alone: what is wrong with one is raised
        for that one.
        """
        loop = asyncio.get_running_loop()
        waiting = _Waiting(kind, item, work, loop.create_future())
        if not self._waiting:
            loop.call_soon(self._work)
        self._waiting.append(waiting)
        outcome: Outcome = await waiting.outcome
        return outcome

    def _work(self) -> None:
        now, self._waiting = self._waiting[:_MOST_AT_ONCE], self._waiting[_MOST_AT_ONCE:]
        if self._waiting:
            asyncio.get_running_loop().call_soon(self._work)
        kinds: dict[Hashable, list[_Waiting]] = {}
        for one in now:
            if not one.outcome.done():  # else whoever asked has gone
                kinds.setdefault(one.kind, []).append(one)
        for group in kinds.values():
            _finish(group)


def _finish(group: list[_Waiting]) -> None:
    try:
        outcomes = group[0].work([one.item for one in group])
    except Exception as error:  # noqa: BLE001 - it is raised where its request waits
        if len(group) == 1:
            group[0].outcome.set_exception(error)
        else:
            for one in group:
                _finish([one])
        return
    for one, outcome in zip(group, outcomes, strict=True):
        one.outcome.set_result(outcome)
