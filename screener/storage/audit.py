"""Reading the chain of events: whether it holds, and what stands in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, Select, Table, select

from screener.model.event import GENESIS, Event, Flaw
from screener.storage.chain import VOUCHED, row_hash, vouched_columns
from screener.storage.derived import derived_flaws
from screener.storage.tables import EVENT, HEAD

_AT_ONCE = 1_000
_FIELDS = Event.__struct_fields__


class Verification(msgspec.Struct, frozen=True, kw_only=True):
    """What an examination of the chain found; ``head`` is the hash of its last event."""

    events: int
    head: str
    flaws: tuple[Flaw, ...]


class Audit:
    """The chain of events, to be read."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine."""
        self._engine = engine

    def events(
        self,
        *,
        after: int = 0,
        limit: int | None = None,
        kind: str | None = None,
        subject: str | None = None,
    ) -> tuple[Event, ...]:
        """Return events by number, those that come after one; of one kind or subject, if given."""
        query = _query(after).limit(limit)
        if kind is not None:
            query = query.where(EVENT.c.kind == kind)
        if subject is not None:
            query = query.where(EVENT.c.subject == subject)
        with _one_view(self._engine) as connection:
            return tuple(_read(connection, query))

    def every_event(self) -> Iterator[Event]:
        """Yield all events by number, in one view of the database."""
        with _one_view(self._engine) as connection:
            yield from _read(connection, _query(0))

    def verify(self, head: str | None = None) -> Verification:
        """Return every place where chain and rows disagree, or rows that repeat each other.

        ``head`` is the hash of an event that was noted elsewhere; that no event has it is a flaw.
        """
        with _one_view(self._engine) as connection:
            flaws: list[Flaw] = []
            walk = _Walk(head)
            for event in _read(connection, _query(0)):
                flaws.extend(walk.flaws(event))
            flaws.extend(walk.end(connection))
            for kind, table in VOUCHED.items():
                flaws.extend(_rows(connection, kind, table))
            flaws.extend(derived_flaws(connection))
        return Verification(events=walk.number, head=walk.hash, flaws=tuple(flaws))


class _Walk:
    """The way along the chain: what the next event has to be."""

    def __init__(self, wanted: str | None) -> None:
        self.number = 0
        self.hash = GENESIS
        self._wanted = wanted

    def flaws(self, event: Event) -> Iterator[Flaw]:
        """Yield what is wrong with the next event."""
        if event.number != self.number + 1:
            yield _flaw(event, f"event {self.number + 1} is missing before it")
        if event.previous != self.hash:
            yield _flaw(event, "does not follow the event before it")
        if event.hash != event.expected_hash():
            yield _flaw(event, "was altered")
        if event.hash == self._wanted:
            self._wanted = None
        self.number, self.hash = event.number, event.hash

    def end(self, connection: Connection) -> Iterator[Flaw]:
        """Yield what is wrong with the end of the chain."""
        heads = connection.execute(select(HEAD.c.events, HEAD.c.hash)).all()
        if [tuple(head) for head in heads] != [(self.number, self.hash)]:
            problem = "events are missing or added at the end of the chain"
            yield Flaw(event=None, subject="chain_head", problem=problem)
        if self._wanted is not None:
            problem = f"no event has the hash {self._wanted}"
            yield Flaw(event=None, subject="chain_head", problem=problem)


def _flaw(event: Event, problem: str) -> Flaw:
    return Flaw(event=event.number, subject=event.subject, problem=problem)


def _query(after: int) -> Select[*tuple[Any, ...]]:
    columns = (EVENT.c[name] for name in _FIELDS)
    return select(*columns).where(EVENT.c.number > after).order_by(EVENT.c.number)


def _read(connection: Connection, query: Select[*tuple[Any, ...]]) -> Iterator[Event]:
    """Yield events, holding a few in memory at a time."""
    for row in connection.execute(query):
        yield Event(**dict(zip(_FIELDS, row, strict=True)))


def _rows(connection: Connection, kind: str, table: Table) -> Iterator[Flaw]:
    """Yield the rows of a table without their event, altered, or gone."""
    events = select(EVENT).where(EVENT.c.kind == kind).subquery()
    rows, known = table.c, events.c
    columns = [rows[name] for name in vouched_columns(table)]
    kept = select(known.number, known.row_hash, rows.id, *columns).select_from(
        table.outerjoin(events, rows.id == known.subject)
    )
    for number, expected, id_, *values in connection.execute(kept):
        if number is None:
            yield Flaw(event=None, subject=id_, problem=f"no event {kind} vouches for it")
        elif row_hash(values) != expected:
            yield Flaw(event=number, subject=id_, problem=f"what {kind} kept was altered")
    gone = (
        select(known.number, known.subject)
        .select_from(events.outerjoin(table, rows.id == known.subject))
        .where(rows.id.is_(None))
    )
    for number, subject in connection.execute(gone):
        yield Flaw(event=number, subject=subject, problem=f"what {kind} kept is gone")


@contextmanager
def _one_view(engine: Engine) -> Iterator[Connection]:
    """Give a connection that sees the database as it is now, whatever is written meanwhile."""
    options: dict[str, Any] = {"yield_per": _AT_ONCE}
    if engine.dialect.name == "postgresql":
        options["isolation_level"] = "REPEATABLE READ"
    with engine.connect().execution_options(**options) as connection:
        if engine.dialect.name == "sqlite":
            # The driver by itself would open a new view for each question.
            connection.exec_driver_sql("BEGIN")
        yield connection
