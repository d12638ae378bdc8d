"""Batches: queued, run once, and what came of them."""

import hashlib
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Engine, Row, select, update

from screener.errors import ConflictError, NotStoredError
from screener.model.batch import Batch, BatchState
from screener.storage.chain import writing
from screener.storage.screenings import new_id
from screener.storage.tables import BATCH

_UNFINISHED = ("queued", "running")
_WORKER = "worker"


class NewBatch(NamedTuple):
    """A file to screen: its id, its name and hash, the day, and its encoding if it was named."""

    id: str
    file_name: str
    file_hash: str
    as_of: str
    encoding: str | None


class Batches:
    """The batches of the service."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine."""
        self._engine = engine

    def new_id(self) -> str:
        """Return an id for a batch, under which its file is put before it is queued."""
        return new_id()

    def add(self, batch: NewBatch, *, actor: str) -> Batch:
        """Return a batch that waits to be run."""
        row: dict[str, object] = {
            **batch._asdict(), "actor": actor, "state": "queued",
            "finished_at": None, "problem": None, "summary": None,
        }  # fmt: skip
        with writing(self._engine) as ledger:
            ledger.keep("batch.queued", actor, [{**row, "created_at": ledger.at}])
        return self.get(batch.id)

    def get(self, id_: str) -> Batch:
        """Return a batch.

        Raises:
            NotStoredError: There is none with this id.

        """
        with self._engine.connect() as connection:
            row = connection.execute(select(BATCH).where(BATCH.c.id == id_)).first()
        if row is None:
            message = f"no batch {id_}"
            raise NotStoredError(message)
        return _batch(row)

    def page(self, *, before: str | None = None, limit: int) -> tuple[Batch, ...]:
        """Return batches, newest first, those made before ``before`` (time and id)."""
        query = select(BATCH).order_by(BATCH.c.created_at.desc(), BATCH.c.id.desc())
        if before is not None:
            query = query.where(BATCH.c.created_at + BATCH.c.id < before)
        with self._engine.connect() as connection:
            return tuple(_batch(row) for row in connection.execute(query.limit(limit)))

    def requeue(self) -> tuple[str, ...]:
        """Return the ids of what is unfinished, oldest first, all waiting again.

        For a worker that starts: what was running ended with the worker that ran it.
        """
        unfinished = BATCH.c.state.in_(_UNFINISHED)
        with self._engine.begin() as connection:
            connection.execute(update(BATCH).where(unfinished).values(state="queued"))
            query = select(BATCH.c.id).where(unfinished).order_by(BATCH.c.created_at)
            return tuple(connection.execute(query).scalars())

    def claim(self, id_: str) -> Batch | None:
        """Return a waiting batch, which now runs; None if another took it or it is gone."""
        waiting = (BATCH.c.id == id_) & (BATCH.c.state == "queued")
        with self._engine.begin() as connection:
            taken = connection.execute(update(BATCH).where(waiting).values(state="running"))
        return self.get(id_) if taken.rowcount else None

    def finish(self, id_: str, summary: bytes) -> None:
        """Note that a batch is done; the event vouches for its summary."""
        self._end(id_, "done", summary=summary.decode())

    def fail(self, id_: str, problem: str) -> None:
        """Note why a batch came to nothing."""
        self._end(id_, "failed", problem=problem)

    def remove(self, id_: str, *, actor: str) -> Batch:
        """Return a batch whose files may go; that it was there stays on record.

        Raises:
            NotStoredError: There is none with this id.
            ConflictError: It is running.

        """
        if self.get(id_).state == "removed":
            return self.get(id_)
        idle = (BATCH.c.id == id_) & (BATCH.c.state != "running")
        with writing(self._engine) as ledger:
            done = ledger.connection.execute(update(BATCH).where(idle).values(state="removed"))
            if not done.rowcount:
                message = f"batch {id_} is running"
                raise ConflictError(message)
            ledger.record("batch.removed", actor, id_)
        return self.get(id_)

    def _end(self, id_: str, state: BatchState, **told: str) -> None:
        with writing(self._engine) as ledger:
            ledger.connection.execute(
                update(BATCH)
                .where(BATCH.c.id == id_)
                .values(state=state, finished_at=ledger.at, **told)
            )
            kept = hashlib.sha256("".join(told.values()).encode()).hexdigest()
            ledger.record(f"batch.{state}", _WORKER, id_, kept)


def _batch(row: Row[*tuple[Any, ...]]) -> Batch:
    values = {name: getattr(row, name) for name in Batch.__struct_fields__}
    summary = None if row.summary is None else msgspec.Raw(row.summary.encode())
    return Batch(**{**values, "summary": summary})
