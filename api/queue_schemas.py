"""Wire models of the queue."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from api.decision_schemas import ReopeningShown

State = Literal["open", "awaiting_second_person", "information_requested", "held"]
SupplierId = Annotated[str, StringConstraints(pattern="^(?:[0-9a-f]{1,64})?$")]


class QueueQuery(BaseModel):
    """What of the queue is wanted."""

    model_config = ConfigDict(extra="forbid")

    state: State | None = Field(default=None, description="Any that waits, if left out.")
    tier: Annotated[str, StringConstraints(pattern="^T[0-4]$")] = Field(
        default="T1", description="The lowest wanted."
    )
    supplier: SupplierId | None = Field(
        default=None,
        description="The id of one, for all of its lines; empty for lines that name none.",
    )
    page: int = Field(default=0, ge=0, le=100_000)
    limit: int = Field(
        default=20, ge=1, le=100, description="So many suppliers; of one supplier, so many lines."
    )


class WaitingLine(BaseModel):
    """A screening that waits for a decision; the whole of it stands under its id."""

    id: str
    created_at: str
    actor: str
    line_id: str
    tier: str
    risk_score: float
    points: int
    state: str
    goods: str
    reasons: list[str] = Field(description="The titles of the rules whose points count.")
    raised_to: str | None = Field(
        description="The tier with later lists or rules, where it is above that answered; the "
        "queue goes by it."
    )
    reopened: ReopeningShown | None = Field(
        description="What last brought it back after it was cleared or suppressed."
    )


class WaitingSupplier(BaseModel):
    """A supplier with lines that wait; ``count`` is of all of them.

    Here stand the gravest, or where one supplier is asked for, those of the page.
    """

    supplier: str | None
    name: str | None
    country: str | None
    count: int
    lines: list[WaitingLine]


class QueueOut(BaseModel):
    """Suppliers by their gravest waiting line; ``next`` is the page that follows."""

    suppliers: list[WaitingSupplier]
    counts: dict[str, int] = Field(description="How many screenings wait, by state.")
    next: int | None
    snapshot: dict[str, object]
