"""Wire models of keys and of the chain of events."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints

from screener.model.access import Scope

Owner = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
_EXAMPLE: dict[str, JsonValue] = {
    "owner": "ann.reviewer@example.org",
    "scopes": ["read", "review"],
    "expires_at": "2027-12-31T00:00:00Z",
}


class KeyIn(BaseModel):
    """A key to make."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"examples": [_EXAMPLE]})

    owner: Owner = Field(description="The person or system that what it does is put down to.")
    scopes: list[Scope] = Field(min_length=1, max_length=5)
    expires_at: datetime | None = Field(
        default=None, description="When it stops to count; without a zone, UTC."
    )

    def end(self) -> str | None:
        """Return the end as it is stored; None if the key has none."""
        if self.expires_at is None:
            return None
        end = self.expires_at
        zoned = end if end.tzinfo is not None else end.replace(tzinfo=UTC)
        return zoned.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class KeyShown(BaseModel):
    """A key without its secret."""

    id: str
    owner: str
    scopes: list[Scope]
    created_at: str
    expires_at: str | None
    revoked_at: str | None
    last_used_at: str | None


class KeyOut(BaseModel):
    """One key."""

    key: KeyShown
    snapshot: dict[str, object]


class KeysOut(BaseModel):
    """Every key, oldest first."""

    keys: list[KeyShown]
    snapshot: dict[str, object]


class NewKeyOut(BaseModel):
    """A key just made, with the token that is shown this once."""

    key: KeyShown
    token: str = Field(description="What its holder sends as Authorization: Bearer.")
    snapshot: dict[str, object]


class EventShown(BaseModel):
    """One change of state."""

    number: int
    at: str
    kind: str
    actor: str
    subject: str
    row_hash: str
    previous: str
    hash: str


class EventsOut(BaseModel):
    """Events in order."""

    events: list[EventShown]
    next: int | None
    snapshot: dict[str, object]


class FlawShown(BaseModel):
    """One place where what is stored is not what the chain vouches for."""

    event: int | None
    subject: str
    problem: str


class VerificationOut(BaseModel):
    """Whether the chain holds."""

    holds: bool
    events: int
    head: str
    flaws: list[FlawShown]
    snapshot: dict[str, object]
