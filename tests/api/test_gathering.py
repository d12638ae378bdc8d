"""Requests that come at once are worked on together, and each gets its own outcome."""

import asyncio
import threading
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from api.gathering import Gathering

Given = TypeVar("Given")


def run(asked: Coroutine[Any, Any, Given]) -> Given:
    """Return what a coroutine gives in a loop of its own: this thread may have one, of a browser."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, asked).result()


class Halves:
    """Work that halves even numbers, fails on odd ones, and remembers what came together."""

    def __init__(self) -> None:
        """Nothing came yet."""
        self.groups: list[list[int]] = []

    def __call__(self, group: Sequence[int]) -> list[int]:
        """Return the half of each number."""
        self.groups.append(list(group))
        odd = [one for one in group if one % 2]
        if odd:
            raise ValueError(odd[0])
        return [one // 2 for one in group]


async def asked(gathering: Gathering, halves: Halves, numbers: Sequence[int]) -> list[Any]:
    """Ask for the half of each number at once; tens and units are kinds of their own."""
    return await asyncio.gather(
        *(gathering.outcome(number >= 10, number, halves) for number in numbers),
        return_exceptions=True,
    )


def test_what_comes_at_once_is_worked_on_by_kind_and_answered_each_its_own() -> None:
    halves = Halves()

    outcomes = run(asked(Gathering(most=12), halves, [2, 20, 4, 40, 6]))

    assert outcomes == [1, 10, 2, 20, 3]
    assert halves.groups == [[2, 4, 6], [20, 40]]


def test_work_aside_leaves_the_loop_free() -> None:
    halves, gathering = Halves(), Gathering(most=12, aside=True)
    begun, free = threading.Event(), threading.Event()

    def slow(group: Sequence[int]) -> list[int]:
        begun.set()
        assert free.wait(10)
        return halves(group)

    async def beside() -> int:
        waiting = asyncio.create_task(gathering.outcome("", 8, slow))
        await asyncio.to_thread(begun.wait, 10)
        free.set()
        return await waiting

    assert run(beside()) == 4


def test_one_that_fails_spoils_no_other() -> None:
    halves = Halves()

    outcomes = run(asked(Gathering(most=12), halves, [2, 3, 4]))

    assert [outcomes[0], outcomes[2]] == [1, 2]
    assert isinstance(outcomes[1], ValueError)
    assert outcomes[1].args == (3,)


def test_many_are_worked_on_in_several_turns() -> None:
    halves = Halves()

    outcomes = run(asked(Gathering(most=12), halves, [2] * 30))

    assert outcomes == [1] * 30
    assert [len(group) for group in halves.groups] == [12, 12, 6]


def test_who_has_gone_is_not_worked_for_and_the_others_are() -> None:
    halves, gathering = Halves(), Gathering(most=12)

    async def one_goes() -> int:
        gone = asyncio.create_task(gathering.outcome("", 3, halves))
        other = asyncio.create_task(gathering.outcome("", 8, halves))
        # Both wait by now, and their turn comes next.
        await asyncio.sleep(0)
        gone.cancel()
        return await other

    assert run(one_goes()) == 4
    assert halves.groups == [[8]]


def test_those_who_were_answered_together_are_waited_for() -> None:
    halves, gathering = Halves(), Gathering(most=12)

    async def again_and_again(turns: int) -> None:
        for _ in range(10):
            for _ in range(turns):
                await asyncio.sleep(0)
            await gathering.outcome("", 2, halves)

    async def several() -> None:
        await asyncio.gather(*(again_and_again(turns) for turns in (0, 3, 5, 8)))

    run(several())

    sizes = [len(group) for group in halves.groups]
    assert sum(sizes) == 40
    assert len(sizes) <= 20


def test_whoever_asks_alone_waits_for_nothing() -> None:
    halves, gathering = Halves(), Gathering(most=12)

    async def alone() -> int:
        await asked(gathering, halves, [2, 4, 6])
        await gathering.outcome("", 8, halves)  # in vain for the other two
        waiting = asyncio.create_task(gathering.outcome("", 8, halves))
        for turns in range(20):
            if waiting.done():
                return turns
            await asyncio.sleep(0)
        return 20

    assert run(alone()) < 6
    assert halves.groups[-1] == [8]


def test_a_gathering_serves_one_loop_after_another() -> None:
    halves, gathering = Halves(), Gathering(most=12)

    assert [run(asked(gathering, halves, [2, 4])) for _ in range(2)] == [[1, 2]] * 2
