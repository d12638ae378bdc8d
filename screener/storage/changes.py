"""Screenings screened again with other content: how far, and whose tier moved."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Engine, Row, bindparam, delete, func, insert, select, update

from screener.evidence.canonical import read_screening
from screener.evidence.difference import Difference
from screener.model.monitoring import TierChange
from screener.score.tiers import Tier, risk_score
from screener.storage.chain import Ledger, now, writing
from screener.storage.reopenings import Returning, put_back
from screener.storage.screenings import Kept, new_id
from screener.storage.tables import (
    CHANGE,
    DELIVERY,
    DISPOSITION,
    RECHECK,
    REOPENING,
    SCREENING,
    WEBHOOK,
)

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

    def of(self, screening: str) -> tuple[TierChange, ...]:
        """Return the changes of one screening, oldest first."""
        query = select(CHANGE).where(CHANGE.c.screening == screening).order_by(CHANGE.c.number)
        with self._engine.connect() as connection:
            return tuple(_change(row) for row in connection.execute(query))

    def get(self, number: int) -> TierChange:
        """Return the change of a number, which there is."""
        with self._engine.connect() as connection:
            return _change(
                connection.execute(select(CHANGE).where(CHANGE.c.number == number)).one()
            )

    def known_when_decided(self, screening: str) -> set[str]:
        """Return the rules and entries new to a screening of which its latest decision could know.

        They are those of the changes and reopenings that came before it.
        """
        made = select(func.max(DISPOSITION.c.created_at)).where(
            DISPOSITION.c.screening == screening
        )
        changes = select(CHANGE.c.difference).where(CHANGE.c.screening == screening)
        back = select(REOPENING.c.because).where(
            REOPENING.c.screening == screening, REOPENING.c.cause == "reason_added"
        )
        known: set[str] = set()
        with self._engine.connect() as connection:
            decided = connection.execute(made).scalar() or ""
            for text in connection.execute(changes.where(CHANGE.c.created_at < decided)).scalars():
                known |= msgspec.json.decode(text, type=_New).names()
            for told in connection.execute(back.where(REOPENING.c.created_at < decided)).scalars():
                known.update(told.split(", "))
        return known

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

    def keep(
        self,
        content: str,
        reached: int,
        moved: Sequence[Moved],
        returning: Sequence[Returning] = (),
    ) -> None:
        """Note how far a content got, what moved, and to whom it is told: all or nothing.

        Lines that rose wait again, whatever was decided on them before, as ``returning`` do; only
        those that are stopped stay so.
        """
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
            _raise(ledger, moved)
            risen = [
                Returning(one.kept.id, "tier_raised", str(row["id"]))
                for one, row in zip(moved, rows, strict=True)
                if one.after > one.before
            ]
            put_back(ledger, [*risen, *returning], actor=_ACTOR)
            done = update(RECHECK).where(RECHECK.c.content == content, RECHECK.c.reached < reached)
            ledger.connection.execute(done.values(reached=reached))


def score_after(tier: str, difference: str) -> float:
    """Return the risk score of a screening that a change raised to a tier."""
    return risk_score(Tier(tier), msgspec.json.decode(difference, type=_Points).points_after)


class _Rule(msgspec.Struct):
    rule: str
    change: str


class _New(msgspec.Struct):
    """What a difference tells of rules and entries that came."""

    reasons: tuple[_Rule, ...]
    entries_new: tuple[str, ...]

    def names(self) -> set[str]:
        return {one.rule for one in self.reasons if one.change != "gone"} | {*self.entries_new}


class _Points(msgspec.Struct):
    points_after: int


def _raise(ledger: Ledger, moved: Sequence[Moved]) -> None:
    """Give screenings the place in the queue of the tier that they have by now, if it is higher."""
    places = [
        {"which": one.kept.id, "to": one.after, "score": _score(one)}
        if one.after > one.kept.tier
        else {"which": one.kept.id, "to": None, "score": _own_score(one.kept)}
        for one in moved
    ]
    if places:
        row = update(SCREENING).where(SCREENING.c.id == bindparam("which"))
        set_ = row.values(raised_to=bindparam("to"), risk_score=bindparam("score"))
        ledger.connection.execute(set_, places)


def _score(moved: Moved) -> float:
    return risk_score(Tier(moved.after), moved.difference.points_after)


def _own_score(kept: Kept) -> float:
    return read_screening(kept.screening).risk_score


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
