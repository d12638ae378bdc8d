"""Rule files as they are written: which keys there are, and of which kind."""

from typing import Literal

import msgspec

from screener.content.nodes import Node
from screener.rules.schema import Form, Status

Family = Literal[
    "product", "location", "origin", "named_entity", "labour", "processing", "subcontracting",
    "material_origin", "price", "payment", "hs_mismatch", "data_conflict", "list_match",
    "mention_only", "mitigation", "opacity", "date",
]  # fmt: skip


class WordingFile(msgspec.Struct, frozen=True, kw_only=True):
    """What a sentence may and may not say."""

    form: Form
    asserts: tuple[str, ...]
    never_say: tuple[str, ...] = ()


class MoreFile(msgspec.Struct, frozen=True, kw_only=True):
    """Points added under a further condition."""

    condition: Node = msgspec.field(name="if")
    points: int
    claims: tuple[str, ...] = ()


class AddsFile(msgspec.Struct, frozen=True, kw_only=True):
    """The points a rule adds, and its group."""

    group: str
    points: int
    cap: int | None = None
    more: tuple[MoreFile, ...] = ()


class ExceptFile(msgspec.Struct, frozen=True, kw_only=True):
    """An exception of a context rule; what it lacks is reported by a check of its own (R070)."""

    when: Node
    reason: str = ""
    approved_by: str = ""
    expires: str = ""


class RelatedFile(msgspec.Struct, frozen=True, kw_only=True):
    """Another rule and how this one relates to it."""

    rule: str
    how: Literal["derived", "replaces", "merged", "renamed", "similar"]


class RuleFile(msgspec.Struct, frozen=True, kw_only=True):
    """A rule as its file writes it; conditions and tests have readers of their own."""

    rule: str
    version: int
    title: str
    family: Family
    status: Status
    owner: str
    introduced: str
    review_by: str
    why: str
    wording: WordingFile
    when: Node
    adds: AddsFile
    says: str
    tests: Node
    basis: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    reviewed_by: str | None = None
    related: tuple[RelatedFile, ...] = ()
    unless: Node | None = None
    raises_to: Literal["T1", "T2", "T3", "T4"] | None = None
    asks: tuple[str, ...] = ()
    exemptions: tuple[ExceptFile, ...] = msgspec.field(default=(), name="except")
    until: str | None = None
    replaced_by: str | None = None
    reason: str | None = None
    x: Node | None = None


class ConditionFile(msgspec.Struct, frozen=True, kw_only=True):
    """A named condition as its file writes it, the condition itself aside."""

    condition: str
    version: int
    meaning: str
    tests: Node
    x: Node | None = None
