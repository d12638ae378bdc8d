"""What people decided: dispositions of screenings, and suppressions of hits."""

from collections.abc import Iterable
from typing import Literal, get_args

import msgspec

Status = Literal["open", "information_requested", "cleared", "held", "stopped"]
"""Where a screening stands; ``open`` until a decision says otherwise."""

ReasonCode = Literal[
    "other_party",
    "documents_suffice",
    "awaiting_documents",
    "accepted_exception",
    "signals_confirmed",
    "order_withdrawn",
    "other",
]
"""Why: the hit names somebody else; the papers settle it; they are awaited; it is known and was
allowed in writing; what the record states was confirmed; the order is off; or as the note says."""

GATE_FLOORS = ("T3", "T4")
"""Tiers, and floors of rules, that take two persons to decide on."""

STATUSES: tuple[Status, ...] = get_args(Status)
PENDING = "awaiting_second_person"
SUPPRESSED = "suppressed"
"""States of a screening beside the statuses: a decision waits for consent; every reason it gives
rests on suppressed hits."""


Cause = Literal[
    "suppression_ended",
    "suppression_expired",
    "supplier_changed",
    "entry_changed",
    "tier_raised",
    "reason_added",
]
"""Why a screening waits again: a suppression of its hits ended, its last day is over, its supplier
or an entry is another than it was made for; later lists or rules give a higher tier, or a gate of
another rule or on another entry."""


class Reopening(msgspec.Struct, frozen=True, kw_only=True):
    """That a screening waits for a decision again, whatever was decided on it before.

    ``because`` is the id of the suppression, of the supplier's line that is written otherwise, or
    of the change of tier; for an added reason the rules and entries that are new.
    """

    id: str
    screening: str
    at: str
    actor: str
    cause: Cause
    because: str


class Approval(msgspec.Struct, frozen=True, kw_only=True):
    """The consent of a second person."""

    person: str
    at: str


class Disposition(msgspec.Struct, frozen=True, kw_only=True):
    """A decision on a screening; of no effect while it waits for a second person."""

    id: str
    screening: str
    at: str
    person: str
    status: Status
    reason_code: ReasonCode
    note: str
    evidence: tuple[str, ...]
    needs_second: bool
    approval: Approval | None

    @property
    def effective(self) -> bool:
        """Whether the decision counts."""
        return not self.needs_second or self.approval is not None


def steps(
    made: Iterable[Disposition], reopened: Iterable[Reopening]
) -> list[Disposition | Reopening]:
    """Return decisions and reopenings together, oldest first."""
    both: list[Disposition | Reopening] = [*made, *reopened]
    return sorted(both, key=lambda one: (one.at, one.id))


class End(msgspec.Struct, frozen=True, kw_only=True):
    """That a suppression was ended before its day, by whom and why."""

    person: str
    at: str
    reason: str


class Suppression(msgspec.Struct, frozen=True, kw_only=True):
    """A hit told to be of no concern, for one state of a supplier and of an entry.

    It never applies to another state of either: when one changes, it has reopened by itself.
    ``expires_on`` is the last day on which it applies.
    """

    id: str
    at: str
    owner: str
    screening: str
    supplier: str
    supplier_version: str
    entry: str
    entry_version: str
    reason: str
    expires_on: str
    needs_second: bool
    approval: Approval | None
    end: End | None

    def state(self, *, as_of: str, entry_version: str | None, supplier_version: str | None) -> str:
        """Return where it stands on a day, given what entry and supplier are now.

        ``active``, ``awaiting_second_person``, ``ended``, ``expired``, or ``reopened`` if the
        entry or the supplier has changed or the entry is gone.
        """
        if self.end is not None:
            return "ended"
        if as_of > self.expires_on:
            return "expired"
        if (entry_version, supplier_version) != (self.entry_version, self.supplier_version):
            return "reopened"
        if self.needs_second and self.approval is None:
            return PENDING
        return "active"
