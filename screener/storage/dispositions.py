"""Decisions on screenings: added, consented to, never changed."""

from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Engine, Row, Select, func, select, union_all, update

from screener.errors import ConflictError, NotStoredError
from screener.model.decision import GATE_FLOORS, PENDING, Disposition, ReasonCode, Status
from screener.storage.approvals import approval_of, give_approval
from screener.storage.chain import Ledger, writing
from screener.storage.screenings import new_id
from screener.storage.tables import APPROVAL, DISPOSITION, REOPENING, SCREENING


class Decision(NamedTuple):
    """What a person decides, why, and on what it rests."""

    status: Status
    reason_code: ReasonCode
    note: str
    evidence: tuple[str, ...]


class Dispositions:
    """The decisions on screenings."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine."""
        self._engine = engine

    def make(
        self, screening: str, decision: Decision, *, person: str, after: str | None = None
    ) -> Disposition:
        """Return a decision just added; one on a T3 or T4 counts once a second person consents.

        The tier is the higher one of that answered and that last found by monitoring. ``after`` is
        the latest decision or reopening that the person has seen, "" for none; left out, it does
        not matter what came meanwhile.

        Raises:
            NotStoredError: There is no such screening.
            ConflictError: Somebody decided after ``after``, or the screening was reopened.

        """
        with writing(self._engine) as ledger:
            tier = _tier(ledger, screening)
            if after is not None and after != _latest(ledger, screening):
                message = (
                    "somebody else has decided on it meanwhile, or it was reopened; "
                    "look at that first"
                )
                raise ConflictError(message)
            needs_second = tier in GATE_FLOORS
            row: dict[str, object] = {
                "id": new_id(),
                "screening": screening,
                "created_at": ledger.at,
                "person": person,
                **decision._asdict(),
                "evidence": msgspec.json.encode(decision.evidence).decode(),
                "needs_second": needs_second,
            }
            ledger.keep("disposition.made", person, [row])
            _set_state(ledger, screening, PENDING if needs_second else decision.status)
        return self.get(screening, str(row["id"]))

    def approve(self, screening: str, id_: str, *, person: str) -> Disposition:
        """Return a decision that now counts, by the consent of a second person.

        Raises:
            NotStoredError: There is no such decision on the screening.
            RefusedError: The person made the decision.
            ConflictError: It needs no consent, has it, or another decision or a reopening came
                after it.

        """
        found = self.get(screening, id_)
        if not found.needs_second:
            message = "the decision needs no second person"
            raise ConflictError(message)
        with writing(self._engine) as ledger:
            if _latest(ledger, screening) != id_:
                message = (
                    "another decision came after it, or the line was reopened; "
                    "only the latest decision can be consented to"
                )
                raise ConflictError(message)
            give_approval(ledger, id_, made_by=found.person, person=person)
            _set_state(ledger, screening, found.status)
        return self.get(screening, id_)

    def of(self, screening: str) -> tuple[Disposition, ...]:
        """Return every decision on a screening, oldest first.

        Raises:
            NotStoredError: There is no such screening.

        """
        query = (
            _with_consent()
            .where(DISPOSITION.c.screening == screening)
            .order_by(DISPOSITION.c.created_at, DISPOSITION.c.id)
        )
        with self._engine.connect() as connection:
            found = connection.execute(query).all()
            if not found:
                _known(connection.execute(_of(screening)).first(), screening)
        return tuple(_disposition(row) for row in found)

    def of_supplier(
        self, supplier: str, *, before: str | None = None, limit: int
    ) -> tuple[Disposition, ...]:
        """Return decisions on a supplier's lines, newest first, those before ``before`` (time and id)."""
        query = (
            _with_consent()
            .join(SCREENING, SCREENING.c.id == DISPOSITION.c.screening)
            .where(SCREENING.c.supplier == supplier)
            .order_by(DISPOSITION.c.created_at.desc(), DISPOSITION.c.id.desc())
        )
        if before is not None:
            query = query.where(DISPOSITION.c.created_at + DISPOSITION.c.id < before)
        with self._engine.connect() as connection:
            return tuple(_disposition(row) for row in connection.execute(query.limit(limit)))

    def get(self, screening: str, id_: str) -> Disposition:
        """Return one decision on a screening.

        Raises:
            NotStoredError: There is none with this id.

        """
        for one in self.of(screening):
            if one.id == id_:
                return one
        message = f"no disposition {id_} of screening {screening}"
        raise NotStoredError(message)


def _latest(ledger: Ledger, screening: str) -> str:
    """Return the id of the latest decision on a screening or reopening of it; "" if there is none."""
    steps = union_all(
        *(
            select(table.c.id, table.c.created_at).where(table.c.screening == screening)
            for table in (DISPOSITION, REOPENING)
        )
    ).subquery()
    query = select(steps.c.id).order_by(steps.c.created_at.desc(), steps.c.id.desc()).limit(1)
    return ledger.connection.execute(query).scalar() or ""


def _with_consent() -> Select[*tuple[Any, ...]]:
    second, on = APPROVAL.c.person.label("second"), APPROVAL.c.created_at.label("on")
    return select(DISPOSITION, second, on).outerjoin_from(
        DISPOSITION, APPROVAL, APPROVAL.c.id == DISPOSITION.c.id
    )


def _of(screening: str) -> Select[*tuple[Any, ...]]:
    tier = func.coalesce(SCREENING.c.raised_to, SCREENING.c.tier).label("tier")
    return select(tier).where(SCREENING.c.id == screening)


def _tier(ledger: Ledger, screening: str) -> str:
    return str(_known(ledger.connection.execute(_of(screening)).first(), screening).tier)


def _known(row: Row[*tuple[Any, ...]] | None, screening: str) -> Row[*tuple[Any, ...]]:
    if row is None:
        message = f"no screening is stored under {screening}"
        raise NotStoredError(message)
    return row


def _set_state(ledger: Ledger, screening: str, state: str) -> None:
    ledger.connection.execute(
        update(SCREENING).where(SCREENING.c.id == screening).values(state=state)
    )


def _disposition(row: Row[*tuple[Any, ...]]) -> Disposition:
    return Disposition(
        id=row.id,
        screening=row.screening,
        at=row.created_at,
        person=row.person,
        status=row.status,
        reason_code=row.reason_code,
        note=row.note,
        evidence=msgspec.json.decode(row.evidence, type=tuple[str, ...]),
        needs_second=row.needs_second,
        approval=approval_of(row.second, row.on),
    )
