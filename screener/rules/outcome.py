"""Outcomes: what a rule answers for a row, with everything that later stages ask of it."""

from typing import Literal

import msgspec

from screener.rules.leaves import NOT_FIRED, Firing
from screener.rules.proof import Proof
from screener.rules.schema import Truth

State = Literal["hit", "miss", "unknown", "excepted", "muted", "error"]


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """One `more` of a rule: the points it states, and whether they were added."""

    points: int
    claims: tuple[str, ...]
    proof: Proof


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """The answer of one rule for one row.

    ``points`` are those of a hit, extras and caps included; of an unknown rule what it would
    give if it turned out adverse as far as the row shows; else 0. ``hits`` are ids of the hits
    that made it true. ``shadow`` rules are stored and count nowhere. A rule is ``open`` if it is
    unknown and a test of it is true on a filled column. ``proof`` is the tree of `when`; None
    for a miss, which ``Evaluator.explain`` proves. ``error`` names what went wrong; outside
    `when` it acts as unknown, so that it blocks nothing and adds nothing.
    """

    rule: str
    state: State
    group: str
    floor: str | None = None
    shadow: bool = False
    points: int = 0
    claims: tuple[str, ...] = ()
    hits: tuple[str, ...] = ()
    settles_with: tuple[str, ...] = ()
    open: bool = False
    extras: tuple[Added, ...] = ()
    proof: Proof | None = None
    unless: Proof | None = None
    excepted_by: str | None = None
    error: str | None = None

    @property
    def fired(self) -> bool:
        """Whether it is a hit that counts."""
        return self.state == "hit" and not self.shadow


def firing(outcome: Outcome, *, grounded: bool) -> Firing:
    """Return what an outcome means to a rule that asks whether this one fired.

    Only a hit fires; unknown and error leave it open; shadow rules never count.
    """
    if outcome.shadow or outcome.state in ("miss", "excepted", "muted"):
        return NOT_FIRED
    if outcome.state == "hit":
        return Firing(Truth.TRUE, grounded=grounded)
    return Firing(Truth.UNKNOWN, settles=outcome.settles_with)
