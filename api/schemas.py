"""Wire models: what requests hold and what answers look like in the OpenAPI document."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Discriminator, Field, JsonValue, Tag, WithJsonSchema

from api.decision_schemas import SuppressionShown
from screener.model.record import LineId, Record

MOST_RECORDS = 5_000

EXAMPLE: dict[str, JsonValue] = {
    "line_id": "PO-4711-3",
    "product_description": "hand crocheted dolls",
    "supplier_name": "Dandong Example Crafts",
    "supplier_city": "Dandong",
    "supplier_country": "CN",
    "country_of_origin": "CN",
}


RecordAsSent = Annotated[object, WithJsonSchema({"type": "object"})]
"""Whatever was sent as one of several records: what is no object spoils only itself."""


class Options(BaseModel):
    """How a request is to be answered."""

    model_config = ConfigDict(extra="forbid")

    store: bool = Field(default=True, description="Keep the screenings and answer their ids.")
    as_of: str | None = Field(
        default=None, description="The day by which dates are judged, YYYY-MM-DD; today by default."
    )


class ScreeningsIn(BaseModel):
    """Several records at once; one that is wrong spoils only itself."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"examples": [{"records": [EXAMPLE]}]}
    )

    records: list[RecordAsSent] = Field(min_length=1, max_length=MOST_RECORDS)
    options: Options = Options()


class RecordIn(Record):
    """One record. ``line_id`` is 1 if it is left out."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", json_schema_extra={"examples": [EXAMPLE]}
    )

    line_id: LineId = "1"


def _which(body: object) -> str:
    """Say as what a body is read: what names ``records`` holds several, else it is one."""
    if isinstance(body, ScreeningsIn) or (isinstance(body, dict) and "records" in body):
        return SEVERAL
    return ONE


ONE, SEVERAL = "(one record)", "(several records)"
"""How the two kinds of body are told apart; errors leave it out of the path of a field."""
Sent = Annotated[
    Annotated[RecordIn, Tag(ONE)] | Annotated[ScreeningsIn, Tag(SEVERAL)], Discriminator(_which)
]


class RejectOut(BaseModel):
    """A record that could not be screened: its number in the request, and why."""

    index: int
    line_id: str | None
    errors: list[dict[str, str]]


class ListFreshness(BaseModel):
    """How old a list is."""

    id: str
    age_days: int | None
    stale: bool


class RulesFreshness(BaseModel):
    """Which pack is loaded, and since when."""

    hash: str
    loaded_at: str
    stale: bool
    error: str | None


class Freshness(BaseModel):
    """Ages that change with the hour, which therefore stand in no screening."""

    lists: list[ListFreshness]
    rules: RulesFreshness


class TouchedOut(BaseModel):
    """A suppression that touched an answer: the answer's place, and whether all is covered."""

    index: int
    settled: bool = Field(description="Whether suppressions cover every reason of the screening.")
    suppression: SuppressionShown


class ScreeningsOut(BaseModel):
    """The answer to a request for screenings."""

    screenings: list[dict[str, object]]
    ids: list[str | None]
    rejects: list[RejectOut]
    suppressions: list[TouchedOut]
    scope: dict[str, object]
    snapshot: dict[str, object]
    freshness: Freshness
