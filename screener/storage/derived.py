"""What rows repeat of others, to be found by or to be quick: whether it is what the others say.

No hash covers these columns, because they change later or follow from the rest: the state of a
screening from its decisions, its marks from its bytes, the end of a key from the event of it.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Table, func, select

from screener.evidence.canonical import read_screening
from screener.model.decision import PENDING, SUPPRESSED
from screener.model.event import Flaw
from screener.storage.changes import score_after
from screener.storage.identity import supplier_id
from screener.storage.screenings import OPEN
from screener.storage.suppression_rows import candidates_for
from screener.storage.tables import (
    APPROVAL,
    BATCH,
    CHANGE,
    DISPOSITION,
    EVENT,
    HEAD,
    KEY,
    MARK,
    REOPENING,
    SCREENING,
    SUPPLIER,
    WEBHOOK,
)
from screener.storage.touching import Candidate, touched

_AT_ONCE = 1_000
_ENDS = ("batch.done", "batch.failed", "batch.removed")


class _Reason(msgspec.Struct):
    rule: str


class _Hit(msgspec.Struct):
    entry: str


class _Told(msgspec.Struct):
    """What of a screening's bytes stands in columns and marks too."""

    risk_score: float
    reasons: tuple[_Reason, ...]
    hits: tuple[_Hit, ...]

    def marks(self) -> set[tuple[str, str]]:
        """Return the rules and entries under which it is found."""
        rules = {("rule", one.rule) for one in self.reasons}
        return rules | {("entry", one.entry) for one in self.hits}


_TOLD = msgspec.json.Decoder(_Told)


def derived_flaws(connection: Connection) -> Iterator[Flaw]:
    """Yield what does not follow from the rows and events that it repeats."""
    yield from _screenings(connection)
    yield from _suppliers(connection)
    yield from _ends(connection, KEY, "revoked_at", "key.revoked")
    yield from _ends(connection, WEBHOOK, "ended_at", "webhook.ended")
    yield from _batches(connection)
    counted = connection.execute(select(HEAD.c.screenings)).scalar()
    if counted != (connection.execute(select(func.max(SCREENING.c.number))).scalar() or 0):
        yield _flaw("chain_head", "screenings are not counted as they are numbered")


def _screenings(connection: Connection) -> Iterator[Flaw]:
    decided, raised = _decided(connection), _raised(connection)
    table, last = SCREENING.c, 0
    query = select(
        table.number, table.id, table.created_at, table.tier, table.screening, table.risk_score,
        table.state, table.raised_to, table.supplier_version,
    ).order_by(table.number).limit(_AT_ONCE)  # fmt: skip
    while rows := connection.execute(query.where(table.number > last)).all():
        marks = _marks(connection, last, rows[-1].number)
        last = rows[-1].number
        for row in rows:
            yield from _repeated(row, marks[row.number], raised.get(row.id))
            expected = decided.get(row.id) or _undecided(connection, row)
            if row.state != expected:
                yield _flaw(row.id, f"stands as {row.state}; what was decided says {expected}")


def _repeated(
    row: Row[*tuple[Any, ...]], marks: set[tuple[str, str]], raised: tuple[str, float] | None
) -> Iterator[Flaw]:
    """Yield where columns and marks of a screening are not what its bytes and its changes say."""
    try:
        told = _TOLD.decode(row.screening)
    except msgspec.MsgspecError:
        # Bytes that cannot be read are told of by their own event.
        return
    to, score = raised or (None, told.risk_score)
    if row.raised_to != to:
        yield _flaw(row.id, "is raised to another tier than its changes say")
    if row.risk_score != score:
        yield _flaw(row.id, "has another risk score than its bytes or changes say")
    if marks != told.marks():
        yield _flaw(row.id, "is found by other rules or entries than its bytes say")


def _decided(connection: Connection) -> dict[str, str]:
    """Return where screenings stand by the latest decision on them, or what reopened them since."""
    table, back = DISPOSITION.c, REOPENING.c
    query = (
        select(
            table.screening, table.created_at, table.status, table.needs_second,
            APPROVAL.c.id.label("consent"),
        )
        .select_from(DISPOSITION.outerjoin(APPROVAL, APPROVAL.c.id == table.id))
        .order_by(table.created_at, table.id)
    )  # fmt: skip
    found = {
        row.screening: (
            row.created_at,
            PENDING if row.needs_second and row.consent is None else row.status,
        )
        for row in connection.execute(query)
    }
    latest = select(back.screening, func.max(back.created_at)).group_by(back.screening)
    for id_, at in connection.execute(latest):
        if id_ not in found or found[id_][0] < at:
            found[id_] = at, OPEN
    return {id_: state for id_, (_, state) in found.items()}


def _raised(connection: Connection) -> dict[str, tuple[str, float]]:
    """Return the tiers above their own that screenings were last found to have, with the score."""
    last = select(func.max(CHANGE.c.number)).group_by(CHANGE.c.screening)
    query = (
        select(CHANGE.c.screening, CHANGE.c.after, CHANGE.c.difference)
        .join(SCREENING, SCREENING.c.id == CHANGE.c.screening)
        .where(CHANGE.c.number.in_(last), CHANGE.c.after > SCREENING.c.tier)
    )
    return {
        row.screening: (row.after, score_after(row.after, row.difference))
        for row in connection.execute(query)
    }


def _undecided(connection: Connection, row: Row[*tuple[Any, ...]]) -> str:
    """Return where a screening stands on which nobody decided.

    One that is open is taken at its word: what an entry was like at the time is not known here.
    """
    if row.state != SUPPRESSED:
        return OPEN
    version = row.supplier_version
    known = candidates_for(connection, {version}).get(version, ())
    then = [_as_it_stood(one, row.created_at) for one in known]
    versions = {one.suppression.entry: one.suppression.entry_version for one in then}
    shown, day = read_screening(row.screening), row.created_at[:10]
    return SUPPRESSED if touched(shown, then, versions, today=day).settled else OPEN


def _as_it_stood(candidate: Candidate, at: str) -> Candidate:
    """Return a suppression without what came after a time."""
    one = candidate.suppression
    later = msgspec.structs.replace(
        one,
        approval=one.approval if one.approval is not None and one.approval.at <= at else None,
        end=one.end if one.end is not None and one.end.at <= at else None,
    )
    return Candidate(later, candidate.seen if one.at <= at else frozenset())


def _marks(connection: Connection, after: int, until: int) -> dict[int, set[tuple[str, str]]]:
    """Return the rules and entries that screenings are found by, by their numbers."""
    found: dict[int, set[tuple[str, str]]] = defaultdict(set)
    between = (MARK.c.screening > after) & (MARK.c.screening <= until)
    query = select(MARK).where(between, MARK.c.kind != "suppression")
    for row in connection.execute(query):
        found[row.screening].add((row.kind, row.value))
    return found


def _suppliers(connection: Connection) -> Iterator[Flaw]:
    for row in connection.execute(select(SUPPLIER.c.id, SUPPLIER.c.name, SUPPLIER.c.country)):
        if row.id != supplier_id(row.name, row.country or ""):
            yield _flaw(row.id, "is named as another supplier")
    nameless = (
        select(SCREENING.c.supplier)
        .outerjoin(SUPPLIER, SUPPLIER.c.id == SCREENING.c.supplier)
        .where(SCREENING.c.supplier.is_not(None), SUPPLIER.c.id.is_(None))
        .distinct()
    )
    for id_ in connection.execute(nameless).scalars():
        yield _flaw(id_, "is gone, and has screenings")


def _ends(connection: Connection, table: Table, column: str, kind: str) -> Iterator[Flaw]:
    """Yield rows that ended at another time than the events say, or only one of both says so."""
    told: dict[str, set[str | None]] = defaultdict(set)
    for event in connection.execute(
        select(EVENT.c.subject, EVENT.c.at).where(EVENT.c.kind == kind)
    ):
        told[event.subject].add(event.at)
    for id_, at in connection.execute(select(table.c.id, table.c[column])):
        if at not in told.get(id_, {None}):
            yield _flaw(id_, f"{column} is {at}, and no event {kind} says so")


def _batches(connection: Connection) -> Iterator[Flaw]:
    """Yield batches whose end is not that of their events."""
    query = select(EVENT.c.kind, EVENT.c.subject, EVENT.c.at, EVENT.c.row_hash)
    state: dict[str, str] = {}
    outcome: dict[str, tuple[str, str]] = {}
    for event in connection.execute(query.where(EVENT.c.kind.in_(_ENDS)).order_by(EVENT.c.number)):
        state[event.subject] = event.kind.removeprefix("batch.")
        if event.kind != "batch.removed":
            outcome[event.subject] = event.at, event.row_hash
    for row in connection.execute(select(BATCH)):
        told = hashlib.sha256((row.summary or row.problem or "").encode()).hexdigest()
        found = None if row.finished_at is None else (row.finished_at, told)
        running = row.state if row.state in ("queued", "running") else None
        if row.state != state.get(row.id, running) or found != outcome.get(row.id):
            yield _flaw(row.id, f"is {row.state}, and its events do not say so")


def _flaw(subject: str, problem: str) -> Flaw:
    return Flaw(event=None, subject=subject, problem=problem)
