"""The repository: takes and gives values of the model, never rows."""

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Engine, insert
from sqlmodel import Session, select

from screener.errors import NotStoredError
from screener.storage.tables import StoredScreening


class Answer(NamedTuple):
    """A screening to keep: the record as sent, and the canonical JSON it got."""

    line_id: str
    tier: str
    record: bytes
    screening: bytes


class Repository:
    """Keeps screenings and finds them again."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine."""
        self._engine = engine

    def add(self, answers: Sequence[Answer]) -> list[str]:
        """Store screenings and return their ids, in order."""
        now = datetime.now(tz=UTC)
        rows = [
            {"id": str(uuid.uuid4()), "created_at": now, **answer._asdict()} for answer in answers
        ]
        if rows:
            with self._engine.begin() as connection:
                connection.execute(insert(StoredScreening), rows)
        return [str(row["id"]) for row in rows]

    def screening(self, id_: str) -> bytes:
        """Return the bytes of a stored screening, as they were answered.

        Raises:
            NotStoredError: There is none with this id.

        """
        with Session(self._engine) as session:
            query = select(StoredScreening.screening).where(StoredScreening.id == id_)
            found = session.exec(query).first()
        if found is None:
            message = f"no screening is stored under {id_}"
            raise NotStoredError(message)
        return found

    def ready(self) -> bool:
        """Say whether the database answers."""
        with Session(self._engine) as session:
            session.exec(select(StoredScreening.id).limit(1)).first()
        return True
