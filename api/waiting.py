"""The queue: what waits for a decision, as pages and answers show it."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from api.case import values_of
from api.deps import Service
from screener.evidence.canonical import read_screening
from screener.storage.screenings import Kept
from screener.storage.waiting import STATES, Wanted

LINES = 8
"""So many lines of a supplier stand in the queue of all; the others in that of its own."""
MOST_LINES = 500
"""So many stand in the queue of one supplier."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A stored screening in a row: what it is about, what it got and why."""

    id: str
    created_at: str
    actor: str
    line_id: str
    tier: str
    risk_score: float
    points: int
    state: str
    goods: str
    reasons: tuple[str, ...]


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """The waiting lines of one supplier, gravest first; ``count`` is of all of them."""

    supplier: str | None
    name: str | None
    country: str | None
    count: int
    lines: tuple[Line, ...]


class QueuePage(NamedTuple):
    """Suppliers with waiting lines, gravest first; ``following`` is the page that follows."""

    groups: tuple[Group, ...]
    counts: dict[str, int]
    following: int | None


def queue(
    service: Service,
    *,
    state: str | None,
    least_tier: str,
    page: int,
    limit: int,
    supplier: str | None = None,
) -> QueuePage:
    """Return a page (from 0) of the suppliers whose lines wait for a decision.

    ``supplier`` asks for the lines of one alone, "" for those that name none.
    """
    waiting = service.repository.waiting
    wanted = Wanted(state if state in STATES else None, least_tier, supplier)
    lines = LINES if supplier is None else MOST_LINES
    found = waiting.groups(wanted, skip=page * limit, limit=limit + 1, lines=lines)
    groups = tuple(
        Group(
            supplier=one.supplier,
            name=one.name,
            country=one.country,
            count=one.lines_in_all,
            lines=lines_of(one.lines),
        )
        for one in found[:limit]
    )
    return QueuePage(groups, waiting.counts(), page + 1 if len(found) > limit else None)


def lines_of(found: Sequence[Kept]) -> tuple[Line, ...]:
    """Return stored screenings as rows of a table."""
    return tuple(map(_line, found))


def _line(kept: Kept) -> Line:
    screening = read_screening(kept.screening)
    values = values_of(kept.read_record())
    return Line(
        id=kept.id,
        created_at=kept.created_at,
        actor=kept.actor,
        line_id=kept.line_id,
        tier=kept.tier,
        risk_score=screening.risk_score,
        points=screening.points,
        state=kept.state,
        goods=values.get("product_description", ""),
        reasons=tuple(one.title for one in screening.reasons if one.counted_points > 0),
    )
