"""The chain of events: every change of state is written in one transaction with its event.

An event names what was kept by the hash of its row, and the event before by its hash. Nothing
can be altered, taken out or moved without the chain telling, except by one who rewrites all that
follows; against that, an auditor keeps the hash of an event elsewhere.
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection, Engine, Table, insert, select, update

from screener.model.event import event_hash
from screener.storage.tables import (
    APPROVAL,
    BATCH,
    CHANGE,
    CONTENT,
    DISPOSITION,
    DOCUMENT,
    EVENT,
    HEAD,
    KEY,
    PART,
    REOPENING,
    SCREENING,
    SUPPRESSION,
    SUPPRESSION_END,
    WEBHOOK,
)

VOUCHED: dict[str, Table] = {
    "screening.stored": SCREENING,
    "screening.reopened": REOPENING,
    "disposition.made": DISPOSITION,
    "suppression.made": SUPPRESSION,
    "suppression.ended": SUPPRESSION_END,
    "approval.given": APPROVAL,
    "key.created": KEY,
    "batch.queued": BATCH,
    "change.found": CHANGE,
    "webhook.created": WEBHOOK,
    "document.noted": DOCUMENT,
    "content.part": PART,
    "content.kept": CONTENT,
}
"""The kinds of event that keep a row, and where the row lies."""

# What changes later, or only repeats what the bytes of the row say. By table: the same word may
# change in one and be vouched for in another.
_CHANGING = {
    SCREENING: {"state", "risk_score", "raised_to"},
    KEY: {"revoked_at", "last_used_at"},
    BATCH: {"state", "finished_at", "problem", "summary"},
    WEBHOOK: {"ended_at"},
}


def now() -> str:
    """Return the time as it is stored: ISO text in UTC, to the microsecond."""
    return datetime.now(tz=UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def vouched_columns(table: Table) -> tuple[str, ...]:
    """Return the columns of a table that an event vouches for, in order."""
    changing = _CHANGING.get(table, set())
    return tuple(column.name for column in table.columns if column.name not in changing)


def row_hash(values: Sequence[object]) -> str:
    """Return the hash of a row's values; bytes count by their own hash.

    >>> row_hash(["1", b"bytes", None, True]) == row_hash(["1", b"bytes", None, True])
    True
    >>> row_hash(["1", None]) == row_hash(["1", ""])
    False
    """
    plain = [
        hashlib.sha256(value).hexdigest() if isinstance(value, bytes) else value for value in values
    ]
    return hashlib.sha256(msgspec.json.encode(plain)).hexdigest()


class Ledger:
    """One transaction that holds the end of the chain, so that it writes alone."""

    def __init__(self, connection: Connection) -> None:
        """Wait for the end of the chain and take it; ``at`` is when it was taken."""
        self.connection = connection
        # A write comes first, so that SQLite takes its lock before anything is read.
        connection.execute(update(HEAD).values(events=HEAD.c.events))
        self.at = now()
        head = connection.execute(select(HEAD.c.events, HEAD.c.screenings, HEAD.c.hash)).one()
        self._count: int = head.events
        self._screenings: int = head.screenings
        self._hash: str = head.hash
        self._events: list[dict[str, object]] = []

    def keep(self, kind: str, actor: str, rows: Sequence[dict[str, object]]) -> None:
        """Insert rows of one kind, each with its event; they hold every column vouched for."""
        if rows:
            self._keep(kind, [actor] * len(rows), rows)

    def keep_each(self, kind: str, rows: Sequence[dict[str, object]]) -> None:
        """Insert rows of one kind, each with its event; whose deed it was stands in the row."""
        if rows:
            self._keep(kind, [str(row["actor"]) for row in rows], rows)

    def _keep(self, kind: str, actors: Sequence[str], rows: Sequence[dict[str, object]]) -> None:
        table = VOUCHED[kind]
        columns = vouched_columns(table)
        self.connection.execute(insert(table), rows)
        for actor, row in zip(actors, rows, strict=True):
            self.record(kind, actor, str(row["id"]), row_hash([row[name] for name in columns]))

    def record(self, kind: str, actor: str, subject: str, kept: str = "") -> None:
        """Add an event; ``kept`` is the hash of the row that it vouches for."""
        self._count += 1
        content = (self._count, self.at, kind, actor, subject, kept)
        hash_ = event_hash(content, self._hash)
        names = ("number", "at", "kind", "actor", "subject", "row_hash")
        self._events.append(
            {**dict(zip(names, content, strict=True)), "previous": self._hash, "hash": hash_}
        )
        self._hash = hash_

    def next_screening(self) -> int:
        """Return the number of one more screening."""
        self._screenings += 1
        return self._screenings

    def close(self) -> None:
        """Write the events and where the chain now ends."""
        if self._events:
            self.connection.execute(insert(EVENT), self._events)
        self.connection.execute(
            update(HEAD).values(events=self._count, screenings=self._screenings, hash=self._hash)
        )


@contextmanager
def writing(engine: Engine) -> Iterator[Ledger]:
    """Give a transaction that is written with its events, or not at all."""
    with engine.begin() as connection:
        ledger = Ledger(connection)
        yield ledger
        ledger.close()
