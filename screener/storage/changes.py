"""Screenings screened again with other content: how far, and whose tier moved."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Engine, Row, delete, func, insert, select, update

from screener.evidence.difference import Difference
from screener.model.monitoring import TierChange
from screener.storage.chain import Ledger, now, writing
from screener.storage.screenings import Kept, new_id
from screener.storage.tables import CHANGE, DELIVERY, RECHECK, SCREENING, WEBHOOK

_ACTOR = "worker"


class Moved(NamedTuple):
    """A stored screening whose tier moved: from what it last had, to what, and why."""

    kept: Kept
    before: str
    after: str
    difference: Difference


class Due(NamedTuple):
    """Screenings to be screened again, and the tier that each was last known to have."""

    screenings: tuple[Kept, ...]
    tiers: dict[str, str]


class Changes:
    """The tiers that moved, in the order in which it was found."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine."""
        self._engine = engine

    def page(self, *, after: int, limit: int) -> tuple[TierChange, ...]:
        """Return changes by number, those that come after one."""
        query = select(CHANGE).where(CHANGE.c.number > after).order_by(CHANGE.c.number)
        with self._engine.connect() as connection:
            return tuple(_change(row) for row in connection.execute(query.limit(limit)))

    def get(self, number: int) -> TierChange:
        """Return the change of a number, which there is."""
        with self._engine.connect() as connection:
            return _change(
                connection.execute(select(CHANGE).where(CHANGE.c.number == number)).one()
            )

    def due(self, content: str, *, limit: int) -> Due:
        """Return what is next to be screened again with a content, in the order of numbers."""
        with self._engine.begin() as connection:
            query = (
                select(*(SCREENING.c[name] for name in Kept._fields))
                .where(SCREENING.c.number > _reached(connection, content))
                .order_by(SCREENING.c.number)
                .limit(limit)
            )
            found = tuple(Kept(*row) for row in connection.execute(query))
            return Due(found, _tiers(connection, found))

    def keep(self, content: str, reached: int, moved: Sequence[Moved]) -> None:
        """Note how far a content got, what moved, and to whom it is told: all or nothing."""
        with writing(self._engine) as ledger:
            count = ledger.connection.execute(select(func.max(CHANGE.c.number))).scalar() or 0
            rows = [
                {
                    "number": count + place,
                    "id": new_id(),
                    "created_at": ledger.at,
                    "screening": one.kept.id,
                    "line_id": one.kept.line_id,
                    "supplier": one.kept.supplier,
                    "before": one.before,
                    "after": one.after,
                    "content": content,
                    "difference": msgspec.json.encode(one.difference).decode(),
                }
                for place, one in enumerate(moved, start=1)
            ]
            ledger.keep("change.found", _ACTOR, rows)
            _tell(ledger, [int(str(row["number"])) for row in rows])
            done = update(RECHECK).where(RECHECK.c.content == content, RECHECK.c.reached < reached)
            ledger.connection.execute(done.values(reached=reached))


def _reached(connection: Connection, content: str) -> int:
    """Return how far a content got; one that has just come into use starts anew."""
    newest = connection.execute(
        select(RECHECK).order_by(RECHECK.c.started_at.desc(), RECHECK.c.content).limit(1)
    ).first()
    if newest is not None and newest.content == content:
        return int(newest.reached)
    # One that was in use before comes into use once more.
    connection.execute(delete(RECHECK).where(RECHECK.c.content == content))
    connection.execute(insert(RECHECK).values(content=content, started_at=now(), reached=0))
    return 0


def _tiers(connection: Connection, found: Sequence[Kept]) -> dict[str, str]:
    """Return the tier that each screening was last known to have."""
    ids = [one.id for one in found]
    query = select(CHANGE.c.screening, CHANGE.c.after).where(CHANGE.c.screening.in_(ids))
    moved = connection.execute(query.order_by(CHANGE.c.number))
    return {one.id: one.tier for one in found} | {row.screening: row.after for row in moved}


def _tell(ledger: Ledger, changes: Sequence[int]) -> None:
    """Put changes on their way to every webhook."""
    hooks = ledger.connection.execute(select(WEBHOOK.c.id).where(WEBHOOK.c.ended_at.is_(None)))
    rows = [
        {
            "id": new_id(),
            "webhook": hook,
            "change": change,
            "created_at": ledger.at,
            "next_at": ledger.at,
            "state": "waiting",
            "attempts": 0,
        }
        for hook in hooks.scalars().all()
        for change in changes
    ]
    if rows:
        ledger.connection.execute(insert(DELIVERY), rows)


def _change(row: Row[*tuple[Any, ...]]) -> TierChange:
    values = {name: getattr(row, name) for name in TierChange.__struct_fields__}
    return TierChange(**{**values, "difference": msgspec.Raw(row.difference.encode())})
