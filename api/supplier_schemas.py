"""Wire models of suppliers."""

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from api.decision_schemas import DispositionShown, SuppressionShown

_HIT: dict[str, JsonValue] = {
    "entry": "P-DANDONG",
    "list": "dprk-places",
    "name": "Dandong and its county-level units",
    "lines": 14,
    "tier": "T2",
    "last": "2026-11-26T09:12:45.103221Z",
}
_DISPOSITION: dict[str, JsonValue] = {
    "id": "0f6f3a52-6a54-4b0c-a4ad-5e6a2fd1a3c4",
    "screening": "7d0f2f1e-0f0e-4a43-9a51-0d5a4e2f9a10",
    "at": "2026-11-26T10:02:11.480012Z",
    "person": "reviewer",
    "status": "cleared",
    "reason_code": "other_party",
    "note": "Other address and registration number than the listed firm.",
    "evidence": ["extract of the commercial register of 2026-11-02"],
    "needs_second": False,
    "approval": None,
}


class SupplierShown(BaseModel):
    """A supplier as its first line wrote it, and how many of its lines have which tier."""

    id: str
    created_at: str
    name: str
    country: str | None
    tiers: dict[str, int]


class SuppliersOut(BaseModel):
    """Suppliers by id; ``next`` is the cursor of the page that follows."""

    suppliers: list[SupplierShown]
    next: str | None
    snapshot: dict[str, object]


class MonthShown(BaseModel):
    """A month (``2026-11``), and how many lines were screened in it, by tier."""

    month: str
    tiers: dict[str, int]


class SupplierOut(BaseModel):
    """One supplier with its suppressions; lines, hits and decisions are where it says."""

    supplier: SupplierShown
    trend: list[MonthShown] = Field(description="Months with lines, oldest first.")
    suppressions: list[SuppressionShown]
    lines: str
    hits: str
    dispositions: str
    snapshot: dict[str, object]


class HitShown(BaseModel):
    """An entry that a supplier's lines hit: on how many, with what tier at worst, when last.

    ``list`` and ``name`` are null where no list in use has the entry any more.
    """

    model_config = ConfigDict(json_schema_extra={"examples": [_HIT]})

    entry: str
    list: str | None
    name: str | None
    lines: int
    tier: str
    last: str


class SupplierHitsOut(BaseModel):
    """Entries by the gravest line that hits them; ``next`` is what ``after`` has to be then."""

    hits: list[HitShown]
    next: int | None
    snapshot: dict[str, object]


class SupplierDispositionsOut(BaseModel):
    """Decisions on a supplier's lines, newest first; ``next`` is the cursor of what follows."""

    dispositions: list[DispositionShown] = Field(examples=[[_DISPOSITION]])
    next: str | None
    snapshot: dict[str, object]
