"""Wire models of the queue."""

from pydantic import BaseModel, Field


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


class WaitingSupplier(BaseModel):
    """A supplier with lines that wait; ``count`` is of all of them, the gravest are here."""

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
