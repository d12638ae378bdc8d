"""The row a rule is asked about: filled columns, and what matching found in them."""

from collections.abc import Mapping
from typing import Protocol

import msgspec

from screener.model.hit import Listing

MENTION = "mention"
"""The role that satisfies a `finds` only where the rule names it."""
_TOLD = {None: "unstated", "alleged": "alleged"}


class HitLike(Protocol):
    """What rules read of a hit; ``model.hit.Hit`` is one."""

    @property
    def id(self) -> str:
        """Its id within the record."""

    @property
    def entry(self) -> str:
        """The entry found, unique over all lists."""

    @property
    def list(self) -> str:
        """The list that the entry stands on."""

    @property
    def kind(self) -> str:
        """The kind of the entry."""

    @property
    def role(self) -> str | None:
        """The role; None for goods and terms outside mentions."""

    @property
    def mention(self) -> str | None:
        """What kind of mention it is, if it is one."""

    @property
    def field(self) -> str:
        """The column it was found in."""

    @property
    def similarity(self) -> float:
        """How alike text and alias are, 0.0 to 1.0, rounded to 0.001."""

    @property
    def listing(self) -> Listing | None:
        """How the entry of a public list bears on the record; None for other entries."""


Essence = tuple[str, str, str | None, str | None, float, tuple[str | None, ...] | None]


def essence(hit: HitLike) -> Essence:
    """Return all that the outcome of a rule can depend on: not where, not how written."""
    on = hit.listing
    bears = None if on is None else (on.goods, on.time, on.country, on.leg)
    return hit.entry, hit.field, hit.role, hit.mention, hit.similarity, bears


class Row(msgspec.Struct, frozen=True):
    """One record as rules see it.

    ``values`` holds filled columns only, derived ones included; ``hits`` in record order.
    """

    values: Mapping[str, str]
    hits: tuple[HitLike, ...] = ()


def roles_of(hit: HitLike) -> frozenset[str]:
    """Return the words under which a rule may ask for a hit by its role.

    A party's own disclosure of a bygone link is ``disclosed`` and no present ``party``; a place that
    goods go to is ``outbound``; a
    mention that is no question, clipping, aside or past event is also ``unstated``, what a report alleges of
    this supplier ``alleged``, any other ``passing`` (docs/decisions/0003).
    """
    if hit.role is None:
        return frozenset()
    if hit.role == MENTION:
        return frozenset({MENTION, _TOLD.get(hit.mention, "passing")})
    if hit.mention is not None:
        return frozenset({"outbound" if hit.mention == "outbound" else "disclosed"})
    return frozenset({hit.role})


def is_mention(hit: HitLike) -> bool:
    """Say whether a hit stands in a mention or speaks of the past."""
    return hit.role == MENTION or hit.mention is not None
