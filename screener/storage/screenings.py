"""Screenings as they were answered: kept for good, found by id and by what they show."""

import hashlib
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Engine, Select, exists, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from screener.errors import NotStoredError
from screener.model.decision import SUPPRESSED
from screener.model.record import Record
from screener.model.screening import Screening
from screener.storage.chain import Ledger, writing
from screener.storage.identity import Supplier, supplier_of
from screener.storage.replies import Reply, remember
from screener.storage.tables import MARK, SCREENING, SUPPLIER

OPEN = "open"


class Answer(NamedTuple):
    """A screening to keep: the record as sent, what it got, and the bytes of that.

    ``suppressed`` are the ids of the suppressions that touch it; ``settled`` says that they
    cover everything it gives a reason for.
    """

    id: str
    record: Record
    screening: Screening
    data: bytes
    suppressed: tuple[str, ...] = ()
    settled: bool = False


class Stored(NamedTuple):
    """What one request brings to be kept, all or nothing.

    ``content`` names what its screenings were made with, as ``Contents.keep`` answered it;
    ``reply`` is what a repeat of the request gets.
    """

    answers: Sequence[Answer]
    actor: str
    content: str | None = None
    reply: Reply | None = None


class Kept(NamedTuple):
    """A stored screening with what surrounds it.

    ``raised_to`` is the tier it has with later lists or rules where that is above its own.
    """

    number: int
    id: str
    created_at: str
    actor: str
    line_id: str
    tier: str
    record: bytes
    screening: bytes
    content: str | None
    supplier: str | None
    supplier_version: str | None
    state: str
    raised_to: str | None

    def read_record(self) -> Record:
        """Return the record that was screened."""
        return Record.model_validate_json(self.record)


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """Which screenings are wanted; None asks for any. Days are ISO, both included."""

    tier: str | None = None
    state: str | None = None
    supplier: str | None = None
    rule: str | None = None
    entry: str | None = None
    suppression: str | None = None
    since: str | None = None
    until: str | None = None


def new_id() -> str:
    """Return an id that nothing else has."""
    return str(uuid.uuid4())


class Screenings:
    """Keeps screenings and finds them again."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine."""
        self._engine = engine

    def add(
        self,
        answers: Sequence[Answer],
        *,
        actor: str,
        content: str | None = None,
        reply: Reply | None = None,
    ) -> None:
        """Keep the screenings of one request, all or none; see ``add_all``."""
        self.add_all([Stored(answers, actor, content, reply)])

    def add_all(self, requests: Sequence[Stored]) -> None:
        """Keep the screenings of several requests in their order, all or none.

        Raises:
            RepeatedError: Another request with the key of a reply came first.

        """
        with writing(self._engine) as ledger:
            for request in requests:
                if request.reply is not None:
                    remember(ledger, request.reply)
            rows: list[dict[str, object]] = []
            marks: list[Mapping[str, object]] = []
            suppliers: dict[str, Supplier] = {}
            for request in requests:
                for answer in request.answers:
                    supplier = supplier_of(answer.record)
                    if supplier is not None:
                        suppliers.setdefault(supplier.id, supplier)
                    rows.append(_row(answer, supplier, ledger, request))
                    marks.extend(_marks(answer, rows[-1]["number"]))
            ledger.keep_each("screening.stored", rows)
            if marks:
                ledger.connection.execute(insert(MARK), marks)
            _add_suppliers(ledger, suppliers.values())

    def get(self, id_: str) -> Kept:
        """Return a stored screening.

        Raises:
            NotStoredError: There is none with this id.

        """
        with self._engine.connect() as connection:
            row = connection.execute(_kept().where(SCREENING.c.id == id_)).first()
        if row is None:
            message = f"no screening is stored under {id_}"
            raise NotStoredError(message)
        return Kept(*row)

    def with_bytes(self, data: bytes) -> Kept:
        """Return the first screening that was answered with these bytes.

        Raises:
            NotStoredError: None was.

        """
        wanted = SCREENING.c.answer_hash == hashlib.sha256(data).hexdigest()
        query = _kept().where(wanted).order_by(SCREENING.c.number).limit(1)
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        if row is None:
            message = "no screening with these bytes is stored"
            raise NotStoredError(message)
        return Kept(*row)

    def page(self, filters: Filters, *, before: int | None = None, limit: int) -> tuple[Kept, ...]:
        """Return screenings, newest first, those older than the number ``before``."""
        query = _filtered(_kept(), filters).order_by(SCREENING.c.number.desc())
        if before is not None:
            query = query.where(SCREENING.c.number < before)
        with self._engine.connect() as connection:
            return tuple(Kept(*row) for row in connection.execute(query.limit(limit)))

    def marks(self, numbers: Collection[int], kind: str) -> dict[int, tuple[str, ...]]:
        """Return what stands on screenings: their rules, entries or suppressions, in order."""
        found: dict[int, tuple[str, ...]] = dict.fromkeys(numbers, ())
        query = (
            select(MARK.c.screening, MARK.c.value)
            .where(MARK.c.kind == kind, MARK.c.screening.in_(numbers))
            .order_by(MARK.c.screening, MARK.c.value)
        )
        with self._engine.connect() as connection:
            for number, value in connection.execute(query):
                found[number] = (*found[number], value)
        return found


def _kept() -> Select[*tuple[Any, ...]]:
    return select(*(SCREENING.c[name] for name in Kept._fields))


def _filtered(query: Select[*tuple[Any, ...]], filters: Filters) -> Select[*tuple[Any, ...]]:
    for name in ("tier", "state", "supplier"):
        wanted = getattr(filters, name)
        if wanted is not None:
            query = query.where(SCREENING.c[name] == wanted)
    for kind in ("rule", "entry", "suppression"):
        wanted = getattr(filters, kind)
        if wanted is not None:
            query = query.where(
                exists().where(
                    MARK.c.kind == kind,
                    MARK.c.value == wanted,
                    MARK.c.screening == SCREENING.c.number,
                )
            )
    if filters.since is not None:
        query = query.where(SCREENING.c.created_at >= filters.since)
    if filters.until is not None:
        # Every time of a day sorts before the letter that follows T.
        query = query.where(SCREENING.c.created_at < f"{filters.until}U")
    return query


def _row(
    answer: Answer, supplier: Supplier | None, ledger: Ledger, request: Stored
) -> dict[str, object]:
    return {
        "number": ledger.next_screening(),
        "id": answer.id,
        "created_at": ledger.at,
        "actor": request.actor,
        "line_id": answer.record.line_id,
        "tier": answer.screening.tier,
        "record": answer.record.model_dump_json(exclude_none=True).encode(),
        "screening": answer.data,
        "answer_hash": hashlib.sha256(answer.data).hexdigest(),
        "content": request.content,
        "supplier": supplier and supplier.id,
        "supplier_version": supplier and supplier.version,
        "state": SUPPRESSED if answer.settled else OPEN,
        "risk_score": answer.screening.risk_score,
    }


def _marks(answer: Answer, number: object) -> Iterator[Mapping[str, object]]:
    shown = {
        "rule": [reason.rule for reason in answer.screening.reasons],
        "entry": [hit.entry for hit in answer.screening.hits],
        "suppression": answer.suppressed,
    }
    for kind, values in shown.items():
        for value in dict.fromkeys(values):
            yield {"kind": kind, "value": value, "screening": number}


def _add_suppliers(ledger: Ledger, suppliers: Iterable[Supplier]) -> None:
    """Add the suppliers that are not there yet."""
    rows = [
        {
            "id": supplier.id,
            "created_at": ledger.at,
            "name": supplier.name,
            "country": supplier.country,
            "form": supplier.form,
        }
        for supplier in suppliers
    ]
    if not rows:
        return
    local = ledger.connection.dialect.name == "sqlite"
    into = sqlite.insert if local else postgresql.insert
    ledger.connection.execute(into(SUPPLIER).on_conflict_do_nothing(), rows)
