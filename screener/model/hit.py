"""Hits and statements: what matching found in one record."""

from typing import Literal

import msgspec

Role = Literal["party", "site", "payment", "transport", "mention"]
Mention = Literal["question", "clipping", "past"]
StatementKind = Literal["denial", "certificate"]


class Aligned(msgspec.Struct, frozen=True, kw_only=True):
    """One token of the value met one token of the alias: how, and with what weight."""

    ours: str
    theirs: str
    how: str
    weight: float


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A record-entry pair above threshold.

    ``start`` and ``end`` are offsets into the field as sent. ``role`` is None for goods
    and terms unless they stand in a mention. ``similarity`` is 0.0 to 1.0, rounded to 0.001.
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


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A supplier's denial or certificate that names an entry: neither a hit nor proof."""

    entry: str
    field: str
    start: int
    end: int
    text: str
    kind: StatementKind
