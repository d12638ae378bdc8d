"""Screenings that nobody had to look at any more, and that wait again by themselves."""

import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Engine, Row, exists, func, select, update

from screener.evidence.canonical import read_screening
from screener.model.decision import PENDING, SUPPRESSED, Cause, Reopening
from screener.model.listing import Entry
from screener.storage.chain import Ledger, writing
from screener.storage.identity import entry_version
from screener.storage.screenings import OPEN, new_id
from screener.storage.suppression_rows import candidates_for
from screener.storage.tables import MARK, REOPENING, SCREENING, SUPPRESSION, SUPPRESSION_END
from screener.storage.touching import Candidate, touched

DONE_WITH = ("cleared", PENDING, SUPPRESSED)
"""States that do not outlast what they rest on. A line that is stopped stays so; others wait."""
_AT_ONCE = 500
_LOOK_SECONDS = 60.0
_One = TypeVar("_One")


class Returning(NamedTuple):
    """A screening that has to wait again, and why."""

    screening: str
    cause: Cause
    because: str


class Now(NamedTuple):
    """What suppressions are held against: the day, and the entries in use, None if not known here."""

    today: str
    entries: Mapping[str, Entry] | None = None


class Reopenings:
    """What came back to the queue."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine; nothing was looked at yet."""
        self._engine = engine
        self._next_look = 0.0

    def of(self, screening: str) -> tuple[Reopening, ...]:
        """Return every reopening of a screening, oldest first."""
        return self.of_all([screening]).get(screening, ())

    def of_all(self, screenings: Sequence[str]) -> dict[str, tuple[Reopening, ...]]:
        """Return the reopenings of screenings, each oldest first."""
        query = (
            select(REOPENING)
            .where(REOPENING.c.screening.in_(screenings))
            .order_by(REOPENING.c.created_at, REOPENING.c.id)
        )
        found: dict[str, tuple[Reopening, ...]] = {}
        with self._engine.connect() as connection:
            for row in connection.execute(query):
                found[row.screening] = (*found.get(row.screening, ()), _reopening(row))
        return found

    def open_uncovered(self, now: Now, *, actor: str) -> int:
        """Open the lines whose suppressions no longer hold; return how many.

        A line stays suppressed as long as others still cover it.
        """
        with self._engine.connect() as connection:
            if not _returning(connection, now):
                return 0
        with writing(self._engine) as ledger:
            # Looked at again where nobody else can write.
            return put_back(ledger, _returning(ledger.connection, now), actor=actor)

    def look(self, now: Now, *, actor: str) -> None:
        """Do the same for whoever looks at the queue, once a minute at most.

        A worker does it too, but a service may run without one.
        """
        if time.monotonic() >= self._next_look:
            self._next_look = time.monotonic() + _LOOK_SECONDS
            self.open_uncovered(now, actor=actor)


def put_back(ledger: Ledger, lines: Sequence[Returning], *, actor: str) -> int:
    """Open the lines among some that are done with, each with its event; return how many."""
    count = 0
    for part in _parts(lines):
        wanted = {one.screening: one for one in reversed(part)}
        done_with = SCREENING.c.id.in_(wanted) & SCREENING.c.state.in_(DONE_WITH)
        found = ledger.connection.execute(select(SCREENING.c.id).where(done_with)).scalars().all()
        rows: list[dict[str, object]] = [
            {
                "id": new_id(),
                "created_at": ledger.at,
                "actor": actor,
                **wanted[id_]._asdict(),
            }
            for id_ in found
        ]
        ledger.keep("screening.reopened", actor, rows)
        opened = update(SCREENING).where(SCREENING.c.id.in_(found))
        ledger.connection.execute(opened.values(state=OPEN))
        count += len(found)
    return count


def uncovered(connection: Connection, over: Mapping[str, Cause], now: Now) -> Iterator[Returning]:
    """Yield the lines suppressed by what is over, unless other suppressions still cover them."""
    held = (
        select(MARK.c.screening.label("number"), func.min(MARK.c.value).label("by"))
        .where(MARK.c.kind == "suppression", MARK.c.value.in_(over))
        .group_by(MARK.c.screening)
        .subquery()
    )
    query = (
        select(SCREENING.c.number, held.c.by)
        .join(held, held.c.number == SCREENING.c.number)
        .where(SCREENING.c.state == SUPPRESSED)
        .order_by(SCREENING.c.number)
    )
    for part in _parts(connection.execute(query).all()):
        by = {row.number: row.by for row in part}
        for row in _open_now(connection, list(by), now):
            yield Returning(row.id, over[by[row.number]], by[row.number])


def _open_now(
    connection: Connection, numbers: Sequence[int], now: Now
) -> Iterator[Row[*tuple[Any, ...]]]:
    """Yield the lines among some that no suppression covers as things are."""
    columns = ("number", "id", "screening", "supplier_version")
    query = select(*(SCREENING.c[name] for name in columns))
    rows = connection.execute(query.where(SCREENING.c.number.in_(numbers))).all()
    known = candidates_for(connection, {row.supplier_version for row in rows})
    for row in rows:
        candidates = known.get(row.supplier_version, ())
        shown, versions = read_screening(row.screening), _versions(candidates, now)
        if not touched(shown, candidates, versions, today=now.today).settled:
            yield row


def _returning(connection: Connection, now: Now) -> tuple[Returning, ...]:
    over = _over(connection, now)
    return (*uncovered(connection, over, now), *_written_otherwise(connection))


def _versions(candidates: Sequence[Candidate], now: Now) -> dict[str, str]:
    """Return the versions of entries in use; those of the suppressions, where they are not known."""
    known = {one.suppression.entry: one.suppression.entry_version for one in candidates}
    if now.entries is None:
        return known
    return {id_: version_of(now.entries, id_) or "" for id_ in known}


def version_of(entries: Mapping[str, Entry], id_: str) -> str | None:
    """Return the version of an entry in use; None if it is gone."""
    return entry_version(entries[id_]) if id_ in entries else None


def _over(connection: Connection, now: Now) -> dict[str, Cause]:
    """Return the suppressions with suppressed lines that hold no longer."""
    suppresses = exists().where(
        MARK.c.kind == "suppression",
        MARK.c.value == SUPPRESSION.c.id,
        SCREENING.c.number == MARK.c.screening,
        SCREENING.c.state == SUPPRESSED,
    )
    query = (
        select(SUPPRESSION, SUPPRESSION_END.c.id.label("ended"))
        .outerjoin(SUPPRESSION_END, SUPPRESSION_END.c.id == SUPPRESSION.c.id)
        .where(suppresses)
    )
    causes = ((row.id, _cause(row, now)) for row in connection.execute(query))
    return {id_: cause for id_, cause in causes if cause is not None}


def _cause(row: Row[*tuple[Any, ...]], now: Now) -> Cause | None:
    if row.ended is not None:
        return "suppression_ended"
    if row.expires_on < now.today:
        return "suppression_expired"
    if now.entries is not None and version_of(now.entries, row.entry) != row.entry_version:
        return "entry_changed"
    return None


def _written_otherwise(connection: Connection) -> tuple[Returning, ...]:
    """Return suppressed lines whose supplier was later written as it never had been before.

    That a supplier goes on to be written in two known ways is no change.
    """
    suppressed = select(SCREENING.c.supplier).where(SCREENING.c.state == SUPPRESSED).distinct()
    first = (
        select(
            SCREENING.c.supplier,
            SCREENING.c.supplier_version,
            func.min(SCREENING.c.number).label("number"),
        )
        .where(SCREENING.c.supplier.in_(suppressed))
        .group_by(SCREENING.c.supplier, SCREENING.c.supplier_version)
        .subquery()
    )
    other = (
        (first.c.supplier == SCREENING.c.supplier)
        & (first.c.supplier_version != SCREENING.c.supplier_version)
        & (first.c.number > SCREENING.c.number)
    )
    line = SCREENING.alias()
    query = (
        select(SCREENING.c.id, line.c.id.label("line"))
        .join(first, other)
        .join(line, line.c.number == first.c.number)
        .where(SCREENING.c.state == SUPPRESSED)
        .order_by(SCREENING.c.number, first.c.number)
    )
    return tuple(
        Returning(row.id, "supplier_changed", row.line) for row in connection.execute(query)
    )


def _parts(found: Sequence[_One]) -> Iterator[Sequence[_One]]:
    """Yield a sequence in parts that one statement can name."""
    for start in range(0, len(found), _AT_ONCE):
        yield found[start : start + _AT_ONCE]


def _reopening(row: Row[*tuple[Any, ...]]) -> Reopening:
    same = {name: getattr(row, name) for name in ("id", "screening", "actor", "cause", "because")}
    return Reopening(**same, at=row.created_at)
