"""Wire models of dispositions and suppressions."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints

from screener.model.decision import Cause, ReasonCode, Status
from screener.model.record import Whole

Told = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000), Whole
]
_DISPOSITION: dict[str, JsonValue] = {
    "status": "cleared",
    "reason_code": "other_party",
    "note": "Other address and registration number than the listed firm.",
    "evidence": ["extract of the commercial register of 2026-11-02"],
}
_SUPPRESSION: dict[str, JsonValue] = {
    "screening": "7d0f2f1e-0f0e-4a43-9a51-0d5a4e2f9a10",
    "entry": "E-PAEKTO",
    "reason": "Another firm of the same name, see the register extract.",
    "expires_on": "2027-05-31",
}


class DispositionIn(BaseModel):
    """A decision on a screening."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_DISPOSITION]})

    status: Status
    reason_code: ReasonCode
    note: Told
    evidence: list[Told] = Field(default=[], max_length=100)
    after: Annotated[str, StringConstraints(max_length=36)] | None = Field(
        default=None,
        description="The id of the latest decision or reopening seen, empty if there was none; the "
        "decision is refused if another came after it.",
    )


class SuppressionIn(BaseModel):
    """A hit that is to be of no concern, for this state of its supplier and entry."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_SUPPRESSION]})

    screening: Annotated[str, StringConstraints(max_length=36)] = Field(
        description="A stored screening that shows the hit."
    )
    entry: Annotated[str, StringConstraints(max_length=200)]
    reason: Told
    expires_on: date = Field(description="The last day on which it applies.")


class EndIn(BaseModel):
    """Why a suppression ends before its day."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"reason": "The firm was listed."}]}
    )

    reason: Told


class ApprovalShown(BaseModel):
    """The consent of a second person."""

    person: str
    at: str


class DispositionShown(BaseModel):
    """A decision as it was made, and the consent to it."""

    id: str
    screening: str
    at: str
    person: str
    status: Status
    reason_code: ReasonCode
    note: str
    evidence: list[str]
    needs_second: bool
    approval: ApprovalShown | None


class ReopeningShown(BaseModel):
    """That a screening waits again, what brought it about, and the id of that.

    The id is of the suppression, of the supplier's line written otherwise or of the change; for an
    added reason it is the rules and entries that are new.
    """

    id: str
    screening: str
    at: str
    actor: str
    cause: Cause
    because: str


class DispositionOut(BaseModel):
    """One decision, and where its screening stands now."""

    disposition: DispositionShown
    state: str
    snapshot: dict[str, object]


class DispositionsOut(BaseModel):
    """Every decision on a screening and what reopened it, oldest first, and where it stands now."""

    dispositions: list[DispositionShown]
    reopenings: list[ReopeningShown]
    latest: str = Field(description="The id of the last of both: what ``after`` has to name.")
    tier: str
    raised_to: str | None = Field(
        description="The tier with later lists or rules, where it is above that answered."
    )
    state: str
    snapshot: dict[str, object]


class EndShown(BaseModel):
    """That a suppression was ended, by whom and why."""

    person: str
    at: str
    reason: str


class SuppressionShown(BaseModel):
    """A suppression and where it stands today."""

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
    approval: ApprovalShown | None
    end: EndShown | None
    state: str


class SuppressionOut(BaseModel):
    """One suppression."""

    suppression: SuppressionShown
    snapshot: dict[str, object]


class SuppressionsOut(BaseModel):
    """Suppressions, newest first; ``next`` is the cursor of the page that follows."""

    suppressions: list[SuppressionShown]
    next: str | None
    snapshot: dict[str, object]
