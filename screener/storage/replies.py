"""Replies kept for requests that carry an idempotency key, so that a repeat changes nothing."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Engine, delete, insert, select
from sqlalchemy.exc import IntegrityError

from screener.errors import RepeatedError
from screener.storage.chain import Ledger
from screener.storage.tables import REPLY

KEPT = timedelta(hours=24)
"""How long a repeated request is recognised."""


class Reply(NamedTuple):
    """What a request was answered: by caller and key, with the hash of what was asked."""

    caller: str
    key: str
    request_hash: str
    body: bytes


class Replies:
    """The replies given lately to requests with a key."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine."""
        self._engine = engine

    def find(self, caller: str, key: str) -> Reply | None:
        """Return the reply that was given to a caller's key; None if there was none lately."""
        query = select(
            REPLY.c.caller, REPLY.c.key, REPLY.c.request_hash,
            REPLY.c.body,
        ).where(
            REPLY.c.caller == caller, REPLY.c.key == key,
            REPLY.c.created_at >= _oldest(),
        )  # fmt: skip
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        return None if row is None else Reply(*row)


def remember(ledger: Ledger, reply: Reply) -> None:
    """Keep a reply in the transaction of what it reports; forget those past their time.

    Raises:
        RepeatedError: A request with this key was answered meanwhile.

    """
    ledger.connection.execute(delete(REPLY).where(REPLY.c.created_at < _oldest()))
    try:
        ledger.connection.execute(insert(REPLY), {**reply._asdict(), "created_at": ledger.at})
    except IntegrityError as error:
        message = f"a request with the Idempotency-Key {reply.key} has just been answered"
        raise RepeatedError(message) from error


def _oldest() -> str:
    return (datetime.now(tz=UTC) - KEPT).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
