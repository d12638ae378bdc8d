"""Screenings to keep, without a screener behind them."""

from typing import Any

import msgspec

from screener.model.hit import Hit
from screener.model.record import Record
from screener.model.screening import Reason, Scope, ScopeRules, Screening, Snapshot
from screener.storage.screenings import Answer, new_id

_SCREENING = Screening(
    line_id="1", tier="T0", tier_name="clear", risk_score=0.0, points=0, points_if_adverse=0,
    completeness=0.5, missing=(), reasons=(), hits=(), statements=(), unknown=(), citations=(),
    basis=(), jurisdictions=(), questions=(), would_change=(),
    scope=Scope(lists=(), rules=ScopeRules(pack="p", version="1", active=1), disclaimer="."),
    snapshot=Snapshot(engine="e", rules="r", lists="l", policy="p", as_of="2026-11-25"),
)  # fmt: skip


def hit(id_: str, entry: str) -> Hit:
    """Return a hit on an entry."""
    return Hit(
        id=id_, entry=entry, list="own", kind="party", role="party", mention=None,
        field="supplier_name", start=0, end=1, text="x", alias="x", similarity=1.0, alignment=(),
        ambiguity="A0",
    )  # fmt: skip


def reason(rule: str, *hits: str, floor: str | None = None) -> Reason:
    """Return a reason that rests on hits."""
    return Reason(
        rule=rule, version=1, title=rule, family="named_entity", group="named", points=30,
        counted_points=30, floor=floor, sentence="신의주", never_say=(), basis=(), claims=(),
        hits=hits, asks=(),
    )  # fmt: skip


def answer(line_id: str = "1", tier: str = "T0", *, show: Any = None, **fields: Any) -> Answer:
    """Return an answer to keep; ``show`` are parts of the screening, the rest of the record."""
    screening = msgspec.structs.replace(_SCREENING, line_id=line_id, tier=tier, **(show or {}))
    record = Record(line_id=line_id, product_description="hat", **fields)
    return Answer(new_id(), record, screening, msgspec.json.encode(screening))
