"""Which suppressions touch a screening, and whether nothing is left of it to look at."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from screener.model.decision import GATE_FLOORS, Suppression
from screener.model.hit import Hit
from screener.model.screening import Reason, Screening

Seen = tuple[str, str, str, str | None, str | None]
"""What tells one hit from another: entry, field, text, role and mention."""


class Candidate(NamedTuple):
    """A suppression, and the hits that lay before its owner.

    Nobody has looked at another hit on the entry: one in another field, in other words or in
    another role is another fact, even on a line of the same supplier.
    """

    suppression: Suppression
    seen: frozenset[Seen]

    def covers(self, hit: Hit) -> bool:
        """Whether a hit on a line of the supplier is one that the owner saw."""
        return _seen(hit) in self.seen


class Touched(NamedTuple):
    """The suppressions that touch a screening, and whether they cover all its reasons.

    ``uncovered`` are those that they do not; one without points or floor needs no cover.
    """

    suppressions: tuple[Suppression, ...]
    settled: bool
    uncovered: tuple[Reason, ...] = ()


def touched(
    screening: Screening,
    candidates: Sequence[Candidate],
    versions: Mapping[str, str],
    *,
    today: str,
) -> Touched:
    """Return which suppressions of a supplier's state touch a screening.

    ``versions`` are those of the entries hit. A hit is covered if it was seen when the suppression
    was made, a reason if each of its hits is; a gate only by suppressions that a second person
    consented to. What expired before ``today`` covers no line, by whatever day it is judged.
    """
    day = max(screening.snapshot.as_of, today)
    active = [
        one
        for one in candidates
        if one.suppression.state(
            as_of=day,
            entry_version=versions.get(one.suppression.entry),
            supplier_version=one.suppression.supplier_version,
        )
        == "active"
    ]
    covering = {
        hit.id: [one.suppression for one in active if one.covers(hit)] for hit in screening.hits
    }
    weighty = [one for one in screening.reasons if one.points > 0 or one.floor is not None]
    uncovered = tuple(reason for reason in weighty if not _covered(reason, covering))
    touching = {one.id: one for several in covering.values() for one in several}
    by_entry = sorted(touching.values(), key=lambda one: (one.entry, one.at, one.id))
    return Touched(tuple(by_entry), bool(weighty) and not uncovered, uncovered)


def candidate_of(suppression: Suppression, shown: Screening) -> Candidate:
    """Return a suppression with the hits of the screening that it was made on."""
    seen = frozenset(_seen(hit) for hit in shown.hits if hit.entry == suppression.entry)
    return Candidate(suppression, seen)


def _seen(hit: Hit) -> Seen:
    return hit.entry, hit.field, hit.text, hit.role, hit.mention


def _covered(reason: Reason, covering: Mapping[str, Sequence[Suppression]]) -> bool:
    gate = reason.floor in GATE_FLOORS
    return bool(reason.hits) and all(
        any(not gate or one.approval is not None for one in covering[hit]) for hit in reason.hits
    )
