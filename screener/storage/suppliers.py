"""Suppliers as their lines name them: found by name, with the tiers of their lines."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Engine, Row, func, select

from screener.errors import NotStoredError
from screener.storage.tables import MARK, SCREENING, SUPPLIER
from screener.text.folding import comparison_form

_MONTH = len("2026-11")


class SupplierSummary(msgspec.Struct, frozen=True, kw_only=True):
    """A supplier as its first line wrote it, and how many of its lines have which tier.

    The id is of the folded name and the country: it shows neither.
    """

    id: str
    created_at: str
    name: str
    country: str | None
    tiers: dict[str, int]


class Month(NamedTuple):
    """A month (``2026-11``) and how many lines of a supplier were screened in it, by tier."""

    month: str
    tiers: dict[str, int]


class HitEntry(NamedTuple):
    """An entry that lines of a supplier hit, on how many, the gravest of their tiers, and when last."""

    entry: str
    lines: int
    tier: str
    last: str


class Suppliers:
    """The suppliers of stored screenings."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine."""
        self._engine = engine

    def get(self, id_: str) -> SupplierSummary:
        """Return a supplier.

        Raises:
            NotStoredError: There is none with this id.

        """
        with self._engine.connect() as connection:
            row = connection.execute(select(SUPPLIER).where(SUPPLIER.c.id == id_)).first()
            if row is None:
                message = f"no supplier {id_}"
                raise NotStoredError(message)
            return _summaries(connection, [row])[0]

    def page(self, *, after: str | None = None, limit: int) -> tuple[SupplierSummary, ...]:
        """Return suppliers by id, those behind ``after``."""
        query = select(SUPPLIER).order_by(SUPPLIER.c.id).limit(limit)
        if after is not None:
            query = query.where(SUPPLIER.c.id > after)
        with self._engine.connect() as connection:
            return _summaries(connection, connection.execute(query).all())

    def gravest(self, *, skip: int = 0, limit: int) -> tuple[SupplierSummary, ...]:
        """Return suppliers by the gravest of their lines, those seen last first among equals."""
        highest, last = func.max(SCREENING.c.risk_score), func.max(SCREENING.c.number)
        ranked = (
            select(SCREENING.c.supplier, highest.label("highest"), last.label("last"))
            .where(SCREENING.c.supplier.is_not(None))
            .group_by(SCREENING.c.supplier)
            .order_by(highest.desc(), last.desc())
            .offset(skip)
            .limit(limit)
        ).subquery()
        query = (
            select(SUPPLIER)
            .join(ranked, ranked.c.supplier == SUPPLIER.c.id)
            .order_by(ranked.c.highest.desc(), ranked.c.last.desc())
        )
        with self._engine.connect() as connection:
            return _summaries(connection, connection.execute(query).all())

    def hits(self, id_: str, *, skip: int = 0, limit: int) -> tuple[HitEntry, ...]:
        """Return the entries that lines of a supplier hit, those of the gravest lines first."""
        lines, tier = func.count(), func.max(SCREENING.c.tier)
        query = (
            select(MARK.c.value, lines, tier, func.max(SCREENING.c.created_at))
            .join(SCREENING, SCREENING.c.number == MARK.c.screening)
            .where(MARK.c.kind == "entry", SCREENING.c.supplier == id_)
            .group_by(MARK.c.value)
            .order_by(tier.desc(), lines.desc(), MARK.c.value)
            .offset(skip)
            .limit(limit)
        )
        with self._engine.connect() as connection:
            return tuple(HitEntry(*row) for row in connection.execute(query))

    def search(self, name: str, *, limit: int) -> tuple[SupplierSummary, ...]:
        """Return suppliers whose folded name holds a folded text, by name; none for mere signs."""
        part = comparison_form(name)
        if not part:
            return ()
        query = (
            select(SUPPLIER)
            .where(SUPPLIER.c.form.contains(part, autoescape=True))
            .order_by(SUPPLIER.c.form, SUPPLIER.c.id)
            .limit(limit)
        )
        with self._engine.connect() as connection:
            return _summaries(connection, connection.execute(query).all())

    def trend(self, id_: str, *, months: int) -> tuple[Month, ...]:
        """Return the newest months in which a supplier's lines were screened, oldest first."""
        month = func.substr(SCREENING.c.created_at, 1, _MONTH)
        query = (
            select(month, SCREENING.c.tier, func.count())
            .where(SCREENING.c.supplier == id_)
            .group_by(month, SCREENING.c.tier)
            .order_by(month, SCREENING.c.tier)
        )
        found: dict[str, dict[str, int]] = {}
        with self._engine.connect() as connection:
            for when, tier, count in connection.execute(query):
                found.setdefault(when, {})[tier] = count
        return tuple(Month(*one) for one in list(found.items())[-months:])


def _summaries(
    connection: Connection, rows: Sequence[Row[*tuple[Any, ...]]]
) -> tuple[SupplierSummary, ...]:
    tiers = _tiers(connection, [row.id for row in rows])
    return tuple(
        SupplierSummary(
            id=row.id,
            created_at=row.created_at,
            name=row.name,
            country=row.country,
            tiers=tiers.get(row.id, {}),
        )
        for row in rows
    )


def _tiers(connection: Connection, ids: Collection[str]) -> dict[str, dict[str, int]]:
    """Return for each supplier how many of its lines have which tier, lowest tier first."""
    query = (
        select(SCREENING.c.supplier, SCREENING.c.tier, func.count())
        .where(SCREENING.c.supplier.in_(ids))
        .group_by(SCREENING.c.supplier, SCREENING.c.tier)
        .order_by(SCREENING.c.supplier, SCREENING.c.tier)
    )
    found: dict[str, dict[str, int]] = {}
    for supplier, tier, count in connection.execute(query):
        found.setdefault(supplier, {})[tier] = count
    return found
