"""Suppressions: hits told to be of no concern, made, consented to, ended."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import Engine, func, select

from screener.errors import ConflictError, InputError, NotStoredError
from screener.evidence.canonical import read_screening
from screener.model.decision import GATE_FLOORS, Suppression
from screener.model.screening import Screening
from screener.storage.approvals import give_approval
from screener.storage.chain import writing
from screener.storage.reopenings import Now, put_back, uncovered
from screener.storage.screenings import Kept, new_id
from screener.storage.suppression_rows import candidates_for, every, suppression_of
from screener.storage.tables import SCREENING, SUPPRESSION, SUPPRESSION_END
from screener.storage.touching import Candidate

LONGEST = timedelta(days=366)
"""How far off the end of a suppression may be; then somebody looks again."""


class Wanted(NamedTuple):
    """A suppression to make: of which entry's hits, as the entry is now, why and until when."""

    entry: str
    entry_version: str
    reason: str
    expires_on: str


class Suppressions:
    """The suppressions, those that ended among them."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine."""
        self._engine = engine

    def make(self, screening: Kept, wanted: Wanted, *, owner: str, today: date) -> Suppression:
        """Return a suppression just made for the supplier and the entry of a screening's hit.

        Raises:
            InputError: The screening has no such hit or no supplier, or the end is wrong.

        """
        if screening.supplier is None or screening.supplier_version is None:
            message = "the screening names no supplier that a suppression could be tied to"
            raise InputError(message)
        shown = read_screening(screening.screening)
        if wanted.entry not in {hit.entry for hit in shown.hits}:
            message = f"the screening has no hit on {wanted.entry}"
            raise InputError(message)
        _check_end(wanted.expires_on, today)
        row: dict[str, object] = {
            "id": new_id(),
            "owner": owner,
            "screening": screening.id,
            "supplier": screening.supplier,
            "supplier_version": screening.supplier_version,
            **wanted._asdict(),
            "needs_second": _in_gate(shown, wanted.entry),
        }
        with writing(self._engine) as ledger:
            ledger.keep("suppression.made", owner, [{**row, "created_at": ledger.at}])
        return self.get(str(row["id"]))

    def approve(self, id_: str, *, person: str) -> Suppression:
        """Return a suppression that a second person has consented to; it now covers gates too.

        Raises:
            NotStoredError: There is none with this id.
            RefusedError: The person owns it.
            ConflictError: It has ended, or somebody consented before.

        """
        found = self.get(id_)
        _check_open(found)
        with writing(self._engine) as ledger:
            give_approval(ledger, id_, made_by=found.owner, person=person)
        return self.get(id_)

    def end(self, id_: str, *, person: str, reason: str) -> Suppression:
        """Return a suppression that counts no more; it stays on record.

        Lines that nothing else covers wait again.

        Raises:
            NotStoredError: There is none with this id.
            ConflictError: It ended before.

        """
        self.get(id_)
        with writing(self._engine) as ledger:
            # Looked at again where nobody else can write.
            ended = select(SUPPRESSION_END.c.id).where(SUPPRESSION_END.c.id == id_)
            if ledger.connection.execute(ended).first() is not None:
                message = "the suppression has ended before"
                raise ConflictError(message)
            row: dict[str, object] = {
                "id": id_, "created_at": ledger.at, "person": person, "reason": reason,
            }  # fmt: skip
            ledger.keep("suppression.ended", person, [row])
            now = Now(today=ledger.at[:10])
            lines = tuple(uncovered(ledger.connection, {id_: "suppression_ended"}, now))
            put_back(ledger, lines, actor=person)
        return self.get(id_)

    def get(self, id_: str) -> Suppression:
        """Return a suppression.

        Raises:
            NotStoredError: There is none with this id.

        """
        with self._engine.connect() as connection:
            row = connection.execute(every().where(SUPPRESSION.c.id == id_)).first()
        if row is None:
            message = f"no suppression {id_}"
            raise NotStoredError(message)
        return suppression_of(row)

    def page(
        self, *, supplier: str | None = None, entry: str | None = None, before: str | None = None,
        limit: int,
    ) -> tuple[Suppression, ...]:  # fmt: skip
        """Return suppressions, newest first, those made before ``before`` (time and id)."""
        query = every().order_by(SUPPRESSION.c.created_at.desc(), SUPPRESSION.c.id.desc())
        if supplier is not None:
            query = query.where(SUPPRESSION.c.supplier == supplier)
        if entry is not None:
            query = query.where(SUPPRESSION.c.entry == entry)
        if before is not None:
            query = query.where(SUPPRESSION.c.created_at + SUPPRESSION.c.id < before)
        with self._engine.connect() as connection:
            return tuple(suppression_of(row) for row in connection.execute(query.limit(limit)))

    def for_versions(self, versions: Collection[str]) -> dict[str, tuple[Candidate, ...]]:
        """Return the suppressions for states of suppliers, by state, oldest first."""
        if not versions:
            return {}
        with self._engine.connect() as connection:
            return candidates_for(connection, versions)

    def versions_now(self, suppliers: Collection[str]) -> dict[str, str]:
        """Return how suppliers were written last."""
        last = (
            select(func.max(SCREENING.c.number))
            .where(SCREENING.c.supplier.in_(suppliers))
            .group_by(SCREENING.c.supplier)
        )
        query = select(SCREENING.c.supplier, SCREENING.c.supplier_version).where(
            SCREENING.c.number.in_(last)
        )
        with self._engine.connect() as connection:
            return {row.supplier: row.supplier_version for row in connection.execute(query)}


def _in_gate(screening: Screening, entry: str) -> bool:
    ids = {hit.id for hit in screening.hits if hit.entry == entry}
    return any(
        reason.floor in GATE_FLOORS and not ids.isdisjoint(reason.hits)
        for reason in screening.reasons
    )


def _check_end(expires_on: str, today: date) -> None:
    end = date.fromisoformat(expires_on)
    if not today < end <= today + LONGEST:
        message = (
            f"expires_on {expires_on}: the end lies after today and within {LONGEST.days} days"
        )
        raise InputError(message)


def _check_open(suppression: Suppression) -> None:
    if suppression.end is not None:
        message = "the suppression has ended"
        raise ConflictError(message)
