"""Screenings that wait for somebody, supplier by supplier, the gravest first."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Engine, false, func, or_, select

from screener.model.decision import PENDING
from screener.storage.screenings import Kept
from screener.storage.tables import SCREENING, SUPPLIER

STATES = ("open", PENDING, "information_requested", "held")
"""States in which somebody has something to do."""


class Wanted(NamedTuple):
    """Which screenings are wanted: in a state, None for any that waits, of a tier or above.

    The tier is that to which later lists or rules raised them, if they did.

    ``supplier`` asks for the lines of one, "" for those that name none, None for any.
    """

    state: str | None = None
    least_tier: str = "T1"
    supplier: str | None = None


class Group(NamedTuple):
    """The waiting screenings of one supplier, None where the lines name none.

    ``lines`` are those asked for, by risk score, newest first among equals; ``lines_in_all``
    counts all.
    """

    supplier: str | None
    name: str | None
    country: str | None
    lines_in_all: int
    lines: tuple[Kept, ...]


class Waiting:
    """What waits for a decision."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine."""
        self._engine = engine

    def groups(
        self, wanted: Wanted, *, skip: int = 0, limit: int, lines: range
    ) -> tuple[Group, ...]:
        """Return suppliers by their gravest waiting line, each with lines of those places (from 0)."""
        highest = func.max(SCREENING.c.risk_score).label("highest")
        key = SCREENING.c.supplier
        query = (
            select(
                key,
                SUPPLIER.c.name,
                SUPPLIER.c.country,
                func.count().label("lines_in_all"),
                highest,
            )
            .select_from(SCREENING.outerjoin(SUPPLIER, SUPPLIER.c.id == key))
            .where(*_where(wanted))
            .group_by(key, SUPPLIER.c.name, SUPPLIER.c.country)
            .order_by(highest.desc(), key)
            .offset(skip)
            .limit(limit)
        )
        with self._engine.connect() as connection:
            found = connection.execute(query).all()
            ids = [row.supplier for row in found]
            gravest: dict[str | None, tuple[Kept, ...]] = {}
            for row in connection.execute(_gravest(wanted, ids, lines)):
                kept = Kept(*row)
                gravest[kept.supplier] = (*gravest.get(kept.supplier, ()), kept)
        return tuple(
            Group(
                row.supplier,
                row.name,
                row.country,
                row.lines_in_all,
                gravest.get(row.supplier, ()),
            )
            for row in found
        )

    def counts(self) -> dict[str, int]:
        """Return how many screenings of T1 and above wait in each state."""
        query = select(SCREENING.c.state, func.count().label("waiting")).where(*_where(Wanted()))
        with self._engine.connect() as connection:
            rows = connection.execute(query.group_by(SCREENING.c.state)).all()
        found = {row.state: row.waiting for row in rows}
        return {state: found.get(state, 0) for state in STATES}


def _where(wanted: Wanted) -> tuple[ColumnElement[bool], ...]:
    states = STATES if wanted.state is None else (wanted.state,)
    tier = func.coalesce(SCREENING.c.raised_to, SCREENING.c.tier)
    found = (SCREENING.c.state.in_(states), tier >= wanted.least_tier)
    if wanted.supplier is None:
        return found
    if not wanted.supplier:
        return (*found, SCREENING.c.supplier.is_(None))
    return (*found, SCREENING.c.supplier == wanted.supplier)


def _gravest(wanted: Wanted, suppliers: Sequence[str | None], lines: range) -> Any:  # noqa: ANN401 - a statement
    named = [one for one in suppliers if one is not None]
    unnamed = SCREENING.c.supplier.is_(None) if None in suppliers else false()
    theirs = or_(SCREENING.c.supplier.in_(named), unnamed)
    order = (SCREENING.c.risk_score.desc(), SCREENING.c.number.desc())
    place = func.row_number().over(partition_by=SCREENING.c.supplier, order_by=order)
    ranked = (
        select(SCREENING.c.number, place.label("place")).where(*_where(wanted), theirs).subquery()
    )
    return (
        select(*(SCREENING.c[name] for name in Kept._fields))
        .join(ranked, ranked.c.number == SCREENING.c.number)
        .where(ranked.c.place > lines.start, ranked.c.place <= lines.stop)
        .order_by(*order)
    )
