"""The queue: what waits for a decision, as pages and answers show it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

import msgspec

from api.case import values_of
from api.deps import Service
from screener.evidence.canonical import read_screening
from screener.model.decision import Reopening
from screener.storage.reopenings import Now
from screener.storage.screenings import Kept
from screener.storage.waiting import STATES, Wanted

LINES = 8
"""So many lines of a supplier stand in the queue of all; the others in that of its own."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A stored screening in a row: what it is about, what it got and why.

    ``raised_to`` is the tier that it has with later lists or rules, if that is higher;
    ``reopened`` what last brought it back after it had been done with.
    """

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
    raised_to: str | None = None
    reopened: Reopening | None = None


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

    ``supplier`` asks for the lines of one alone, "" for those that name none: a page is then one
    of ``limit`` lines, and its group is there as long as it has any.
    """
    today = datetime.now(tz=UTC).date().isoformat()
    service.repository.reopenings.look(Now(today, service.screener.entries), actor="service")
    waiting = service.repository.waiting
    wanted = Wanted(state if state in STATES else None, least_tier, supplier)
    first = page * limit
    if supplier is None:
        found = waiting.groups(wanted, skip=first, limit=limit + 1, lines=range(LINES))
        more = len(found) > limit
    else:
        found = waiting.groups(wanted, limit=1, lines=range(first, first + limit))
        more = any(one.lines_in_all > first + limit for one in found)
    shown = [kept.id for one in found[:limit] for kept in one.lines]
    reopened = service.repository.reopenings.of_all(shown)
    groups = tuple(
        Group(
            supplier=one.supplier,
            name=one.name,
            country=one.country,
            count=one.lines_in_all,
            lines=lines_of(one.lines, reopened),
        )
        for one in found[:limit]
    )
    return QueuePage(groups, waiting.counts(), page + 1 if more else None)


def lines_of(
    found: Sequence[Kept], reopened: Mapping[str, Sequence[Reopening]] | None = None
) -> tuple[Line, ...]:
    """Return stored screenings as rows of a table."""
    return tuple(_line(one, (reopened or {}).get(one.id, ())) for one in found)


def _line(kept: Kept, reopened: Sequence[Reopening]) -> Line:
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
        raised_to=kept.raised_to,
        reopened=reopened[-1] if reopened else None,
    )
