"""The screening: the answer for one record, in the order it is written."""

import msgspec

from screener.model.hit import Hit, Statement


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """One rule that fired: its points, its floor and the sentence it may say."""

    rule: str
    version: int
    title: str
    family: str
    group: str
    points: int
    counted_points: int
    floor: str | None
    sentence: str
    never_say: tuple[str, ...]
    basis: tuple[str, ...]
    claims: tuple[str, ...]
    hits: tuple[str, ...]
    asks: tuple[str, ...]


class Unknown(msgspec.Struct, frozen=True, kw_only=True):
    """An open rule and the columns that would settle it."""

    rule: str
    settles_with: tuple[str, ...]


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """One claim a reason rests on, with its source."""

    claim: str
    source: str
    publisher: str
    title: str
    published: str | None
    paragraph: str
    paraphrase: str
    sourcing: str
    confidence: str
    url: str | None


class EngagedBasis(msgspec.Struct, frozen=True, kw_only=True):
    """A provision that a reason relies on, and whether it is engaged or to be checked."""

    id: str
    provision: str
    effect: str
    state: str
    applies_from: str | None
    jurisdiction: str
    standard: str
    deadlines: tuple[str, ...]


class JurisdictionVerdict(msgspec.Struct, frozen=True, kw_only=True):
    """What the reasons mean in one jurisdiction: engaged if one of its provisions is."""

    jurisdiction: str
    state: str
    basis: tuple[str, ...]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A smallest set of true facts without which the tier would be lower."""

    change: str
    tier: str


class ScopeList(msgspec.Struct, frozen=True, kw_only=True):
    """One list that was searched; a ``sample`` is not the whole list its publisher has."""

    id: str
    edition: str
    edition_date: str
    entries: int
    coverage: str
    sample: bool


class ScopeRules(msgspec.Struct, frozen=True, kw_only=True):
    """The pack that decided."""

    pack: str
    version: str
    active: int


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """What was looked at, and what a result does not mean."""

    lists: tuple[ScopeList, ...]
    rules: ScopeRules
    disclaimer: str


class Snapshot(msgspec.Struct, frozen=True, kw_only=True):
    """Hashes of what decided, and the day by which dates were judged."""

    engine: str
    rules: str
    lists: str
    policy: str
    as_of: str


class Screening(msgspec.Struct, frozen=True, kw_only=True):
    """One record's verdict (interfaces.md, section 2)."""

    line_id: str
    tier: str
    tier_name: str
    risk_score: float
    points: int
    points_if_adverse: int
    completeness: float
    missing: tuple[str, ...]
    reasons: tuple[Reason, ...]
    hits: tuple[Hit, ...]
    statements: tuple[Statement, ...]
    unknown: tuple[Unknown, ...]
    citations: tuple[Citation, ...]
    basis: tuple[EngagedBasis, ...]
    jurisdictions: tuple[JurisdictionVerdict, ...]
    questions: tuple[str, ...]
    would_change: tuple[Change, ...]
    scope: Scope
    snapshot: Snapshot
