"""Requests that come at once are kept together, and each is told of its own fate."""

import asyncio
from collections.abc import Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from api.gathering import Gathering
from screener.errors import RepeatedError
from screener.storage.replies import Reply
from screener.storage.repository import Repository
from screener.storage.screenings import Filters, Stored
from tests.storage.answers import answer

Given = TypeVar("Given")
REPLY = Reply("key", "once", "0" * 64, b"{}")


def run(asked: Coroutine[Any, Any, Given]) -> Given:
    """Return what a coroutine gives in a loop of its own: this thread may have one, of a browser."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, asked).result()


def keep(gathering: Gathering, one: Stored, repository: Repository) -> Coroutine[Any, Any, None]:
    """Return what waits until one is kept, together with others."""

    def kept(group: Sequence[Stored]) -> list[None]:
        repository.screenings.add_all(group)
        return [None] * len(group)

    return gathering.outcome("", one, kept)


def stored(number: int, reply: Reply | None = None) -> Stored:
    """Return what one request brings."""
    return Stored(
        [answer(str(number), supplier_name=f"n{number % 7}")], f"who{number}", None, reply
    )


def test_what_comes_at_once_is_kept_whole_in_fewer_transactions(repository: Repository) -> None:
    brought = [stored(number) for number in range(40)]
    gathering = Gathering(most=200, aside=True)

    async def at_once() -> None:
        await asyncio.gather(*(keep(gathering, one, repository) for one in brought))

    run(at_once())

    kept = repository.screenings.page(Filters(), limit=100)
    assert [(one.line_id, one.actor) for one in kept[::-1]] == [
        (str(number), f"who{number}") for number in range(40)
    ]
    # What one transaction writes has one time.
    assert len({one.created_at for one in kept}) < 10
    verified = repository.audit.verify()
    assert (verified.events, verified.flaws) == (40, ())


def test_one_that_cannot_be_kept_spoils_no_other(repository: Repository) -> None:
    brought = [stored(1), stored(2, REPLY), stored(3, REPLY), stored(4)]
    gathering = Gathering(most=200, aside=True)

    async def at_once() -> list[BaseException | None]:
        return await asyncio.gather(
            *(keep(gathering, one, repository) for one in brought), return_exceptions=True
        )

    outcomes = run(at_once())

    assert [type(one) for one in outcomes if one is not None] == [RepeatedError]
    kept = repository.screenings.page(Filters(), limit=100)
    assert [one.line_id for one in kept[::-1]] == ["1", "2", "4"]
    assert repository.audit.verify().flaws == ()


def test_keeping_goes_on_in_another_loop_after_it_was_idle(repository: Repository) -> None:
    gathering = Gathering(most=200, aside=True)

    for number in range(3):
        run(keep(gathering, stored(number), repository))

    assert len(repository.screenings.page(Filters(), limit=100)) == 3
