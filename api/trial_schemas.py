"""Wire models of drafts: checked, and tried on records."""

from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, JsonValue, model_validator

from api.schemas import EXAMPLE, MOST_RECORDS, RecordAsSent, RejectOut

MOST_CHARACTERS = 100_000
DRAFT = (
    "rule: acme.linen\nversion: 1\ntitle: Linen\nfamily: product\nstatus: draft\nwhen: "
    "{column: product_description, contains_word: [linen]}\n"
)
_EXAMPLE: dict[str, JsonValue] = {"text": DRAFT, "records": [EXAMPLE]}
Text = Annotated[
    str,
    Field(
        min_length=1,
        max_length=MOST_CHARACTERS,
        description="YAML of one rule, one named condition, or one overlay.",
    ),
]


class DraftIn(BaseModel):
    """A draft."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [{"text": DRAFT}]})

    text: Text
    as_of: date | None = Field(default=None, description="The day to judge by; today if left out.")


class TrialIn(DraftIn):
    """A draft, and what to try it on: records, or the file of a stored batch."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    records: list[RecordAsSent] | None = Field(default=None, min_length=1, max_length=MOST_RECORDS)
    batch: str | None = Field(default=None, max_length=64, description="The id of a batch.")

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.records is None) == (self.batch is None):
            message = "name records, or a batch, and not both"
            raise ValueError(message)
        return self


class DiagnosticShown(BaseModel):
    """One message of the checker; columns count characters from 1."""

    code: str
    path: str
    line: int
    column: int
    end_column: int
    severity: str
    message: str
    help: str | None
    source: str
    fix: dict[str, str] | None


class ExampleShown(BaseModel):
    """How one inline test of the draft went."""

    subject: str
    test: str
    passed: bool
    expected: str
    got: str
    because: list[str]
    at: dict[str, object]


class CheckedOut(BaseModel):
    """What the checker says; ``path`` is where the draft would lie."""

    valid: bool
    path: str
    subject: str | None
    diagnostics: list[DiagnosticShown]
    tests: list[ExampleShown] = Field(description="Empty while the draft has errors.")
    snapshot: dict[str, object]


class MoveShown(BaseModel):
    """A record whose tier would be another."""

    line_id: str
    before: str
    after: str


class LoadShown(BaseModel):
    """How many records lie in each tier, and what share a person must look at."""

    tiers: dict[str, int]
    share: float
    budget: float


class TriedShown(BaseModel):
    """What the draft would do."""

    rows: int
    hits: int = Field(description="Records for which the draft's rule fires.")
    moved: int
    moves: list[MoveShown] = Field(description="The first 1,000 of those moved.")
    transitions: dict[str, dict[str, int]]
    before: LoadShown
    after: LoadShown


class TriedOut(BaseModel):
    """The trial; ``result`` is None while the draft has errors."""

    valid: bool
    path: str
    subject: str | None
    diagnostics: list[DiagnosticShown]
    result: TriedShown | None
    complete: bool = Field(description="False if not every row of the batch was tried.")
    rejects: list[RejectOut]
    rejected: int = Field(description="Rows or records that could not be screened.")
    snapshot: dict[str, object]
