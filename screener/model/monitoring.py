"""Tiers that moved, where that is told, and documents of suppliers."""

from typing import Literal

import msgspec

DeliveryState = Literal["waiting", "delivered", "dead"]
DocumentState = Literal["asked", "received", "not_available"]


class TierChange(msgspec.Struct, frozen=True, kw_only=True):
    """A stored screening whose tier is another with the content named; it itself is unchanged.

    ``difference`` gives the reasons: which parts of the snapshot differ, which reasons came and
    went.
    """

    number: int
    id: str
    created_at: str
    screening: str
    line_id: str
    supplier: str | None
    before: str
    after: str
    content: str
    difference: msgspec.Raw


class Webhook(msgspec.Struct, frozen=True, kw_only=True):
    """An address to which changes are told until it is ended."""

    id: str
    created_at: str
    actor: str
    url: str
    ended_at: str | None


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """One change on its way to one webhook: how often it was tried, and what the last try got."""

    id: str
    webhook: str
    change: int
    created_at: str
    next_at: str
    state: DeliveryState
    attempts: int
    status: int | None
    problem: str | None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """What was noted of one document of a supplier; ``file_hash`` is its SHA-256, if it came."""

    id: str
    created_at: str
    person: str
    supplier: str
    item: str
    state: DocumentState
    title: str
    note: str
    file_hash: str | None
