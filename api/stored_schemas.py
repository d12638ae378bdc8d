"""Wire models of screenings read back."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from screener.model.decision import Status
from screener.storage.screenings import Filters

Text = Annotated[str | None, StringConstraints(max_length=200)]
LONGEST_PAGE = 200


class PageQuery(BaseModel):
    """Which screenings are wanted, and which page of them."""

    model_config = ConfigDict(extra="forbid")

    tier: Annotated[str | None, StringConstraints(pattern="^T[0-4]$")] = None
    disposition: Status | Literal["awaiting_second_person", "suppressed"] | None = Field(
        default=None,
        description="Where it stands: a status of a disposition, awaiting_second_person or "
        "suppressed.",
    )
    supplier: Text = Field(default=None, description="A supplier's id.")
    rule: Text = None
    entry: Text = None
    suppression: Text = None
    since: date | None = Field(default=None, description="The first day.")
    until: date | None = Field(default=None, description="The last day.")
    cursor: int | None = Field(
        default=None, ge=1, le=2**62, description="What the page before gave as next."
    )
    limit: int = Field(default=50, ge=1, le=LONGEST_PAGE)

    def wanted(self) -> Filters:
        """Return the filters."""
        return Filters(
            tier=self.tier,
            state=self.disposition,
            supplier=self.supplier,
            rule=self.rule,
            entry=self.entry,
            suppression=self.suppression,
            since=None if self.since is None else self.since.isoformat(),
            until=None if self.until is None else self.until.isoformat(),
        )


class StoredOut(BaseModel):
    """A stored screening in a list; the whole of it stands under its id."""

    id: str
    created_at: str
    actor: str
    line_id: str
    tier: str
    raised_to: str | None = Field(
        description="The tier with later lists or rules, where it is above that answered."
    )
    state: str
    supplier: str | None
    rules: list[str]
    entries: list[str]
    suppressions: list[str]


class StoredPageOut(BaseModel):
    """Stored screenings, newest first; ``next`` is the cursor of the page that follows."""

    screenings: list[StoredOut]
    next: int | None
    snapshot: dict[str, object]


class ReplayOut(BaseModel):
    """A record screened again, and how the answer differs from the stored one."""

    id: str
    same: bool = Field(description="Whether the bytes are those stored.")
    screening: dict[str, object]
    difference: dict[str, object] | None
    engine_then: str
    engine_now: str
    note: str
    snapshot: dict[str, object]
