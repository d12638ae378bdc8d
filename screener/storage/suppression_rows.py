"""Suppressions as they are read: each with its consent and end, and what it was made on."""

from collections.abc import Collection
from functools import cache
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, select

from screener.evidence.canonical import read_screening
from screener.model.decision import End, Suppression
from screener.storage.approvals import approval_of
from screener.storage.tables import APPROVAL, SCREENING, SUPPRESSION, SUPPRESSION_END
from screener.storage.touching import Candidate, candidate_of

Query = Select[*tuple[Any, ...]]


def candidates_for(
    connection: Connection, versions: Collection[str]
) -> dict[str, tuple[Candidate, ...]]:
    """Return the suppressions for states of suppliers, by state, oldest first."""
    found: dict[str, tuple[Candidate, ...]] = {}
    for row in connection.execute(*_for_versions(versions)):
        one = suppression_of(row)
        known = found.get(one.supplier_version, ())
        candidate = candidate_of(one, read_screening(row.shown))
        found[one.supplier_version] = (*known, candidate)
    return found


@cache
def every() -> Query:
    """Return the question for every suppression."""
    joined = SUPPRESSION.outerjoin(APPROVAL, APPROVAL.c.id == SUPPRESSION.c.id).outerjoin(
        SUPPRESSION_END, SUPPRESSION_END.c.id == SUPPRESSION.c.id
    )
    return select(
        SUPPRESSION,
        APPROVAL.c.person.label("second"), APPROVAL.c.created_at.label("second_at"),
        SUPPRESSION_END.c.person.label("ended_by"), SUPPRESSION_END.c.created_at.label("ended_at"),
        SUPPRESSION_END.c.reason.label("ended_for"),
    ).select_from(joined)  # fmt: skip


def _with_shown() -> Query:
    """Return every suppression with the screening that it was made on."""
    return (
        every()
        .join(SCREENING, SCREENING.c.id == SUPPRESSION.c.screening)
        .add_columns(SCREENING.c.screening.label("shown"))
    )


def _for_versions(versions: Collection[str]) -> tuple[Query, dict[str, object]]:
    """Return what every request with a hit asks; most ask for one, which costs a third less."""
    if len(versions) == 1:
        return _for_one(), {"version": next(iter(versions))}
    return _for_some(), {"versions": list(versions)}


@cache
def _for_one() -> Query:
    wanted = SUPPRESSION.c.supplier_version == bindparam("version")
    return _with_shown().where(wanted).order_by(SUPPRESSION.c.created_at)


@cache
def _for_some() -> Query:
    wanted = SUPPRESSION.c.supplier_version.in_(bindparam("versions", expanding=True))
    return _with_shown().where(wanted).order_by(SUPPRESSION.c.created_at)


_SAME = (
    "id", "owner", "screening", "supplier", "supplier_version", "entry", "entry_version",
    "reason", "expires_on", "needs_second",
)  # fmt: skip


def suppression_of(row: Row[*tuple[Any, ...]]) -> Suppression:
    """Return the suppression of a row."""
    end = None
    if row.ended_at is not None:
        end = End(person=row.ended_by, at=row.ended_at, reason=row.ended_for)
    return Suppression(
        **{name: getattr(row, name) for name in _SAME},
        at=row.created_at,
        approval=approval_of(row.second, row.second_at),
        end=end,
    )
