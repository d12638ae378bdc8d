"""Hits and statements: what matching found in one record."""

from typing import Literal

import msgspec

Role = Literal["party", "site", "payment", "transport", "mention"]
Mention = Literal["question", "clipping", "alleged", "past", "aside", "outbound"]
StatementKind = Literal["denial", "certificate"]
GoodsLeg = Literal["all", "named", "other", "unstated", "untold"]
TimeLeg = Literal["applies", "before", "ended", "unsure"]
Leg = Literal["party", "region", "goods"]
NameBasis = Literal["published", "derived", "general_knowledge"]


LOOK_ALIKE = "look_alike"
"""How words meet of which one was read, by a scanner or by hand, as characters that look alike."""


class Aligned(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One token of the value met one token of the alias: how, and with what weight.

    ``system`` names how Latin letters spell the Hangul of the other side: MR, RR, DPRK, RR
    letters or usage; it is left out where nothing was romanized so.
    """

    ours: str
    theirs: str
    how: str
    weight: float
    system: str = ""


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """How the entry of a public list that a hit found bears on the record.

    ``leg`` is the leg that the hit itself is: the party; the region, where an entry names goods of a
    country and no producer; or the goods alone, where neither is found. ``goods`` is the other: the entry names no goods and
    means all of its party, the goods stated are among those it names, they are others, no kind of
    goods is stated, or the list does not tell the goods of its orders. ``time``: the listing applies on the record's day, the day lies before the listing
    (it would have applied from ``listed_on``), the listing had ended by then, or what is known of
    either leaves it open. ``day`` is the day it was judged by and ``day_from`` the column that
    states it; ``as_of`` where none does. ``day_until`` is a later day that it may mean, too (two
    readings, the last of a month); the same day if it is one. ``ended_on`` is None as well where
    the list says that it ended and not when.
    ``country`` is the one that the entry gives (ISO 3166-1 alpha-2), or where it gives several or none the
    one that its programme is on; None where neither tells.
    ``same_party`` are entries of other lists that share a number with this one. ``name_basis`` says
    of the name that was met whether the publisher gives it, or whether it is ours: derived from
    that by a published rule, or general knowledge.
    """

    goods: GoodsLeg
    time: TimeLeg
    day: str
    day_until: str
    day_from: str
    listed_on: str | None
    changed_on: str | None
    ended_on: str | None
    country: str | None = None
    same_party: tuple[str, ...] = ()
    leg: Leg = "party"
    name_basis: NameBasis = "published"


class Comparison(msgspec.Struct, frozen=True):
    """How alike two names are (0.0 to 1.0), and which of their words met."""

    similarity: float
    alignment: tuple[Aligned, ...]


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A record-entry pair above threshold.

    ``start`` and ``end`` are offsets into the field as sent. ``role`` is None for goods
    and terms unless they stand in a mention. ``similarity`` is 0.0 to 1.0, rounded to 0.001.
    ``listing`` is None for entries of no public list, and for pairs of country and goods, which
    have no days and are met with both or not at all.
    """

    id: str
    entry: str
    list: str
    kind: str
    role: Role | None
    mention: Mention | None
    field: str
    start: int
    end: int
    text: str
    alias: str
    similarity: float
    alignment: tuple[Aligned, ...]
    ambiguity: str = msgspec.field(name="class")
    listing: Listing | None = None


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A supplier's denial or certificate that names an entry: neither a hit nor proof."""

    entry: str
    field: str
    start: int
    end: int
    text: str
    kind: StatementKind
