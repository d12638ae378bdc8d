"""Wire models of changed tiers, webhooks and documents."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from screener.model.checklist import ItemId
from screener.model.monitoring import DeliveryState, DocumentState


class ChangeShown(BaseModel):
    """A stored screening whose tier is another with later content; it itself is unchanged."""

    number: int
    id: str
    created_at: str
    screening: str
    line_id: str
    supplier: str | None
    before: str
    after: str
    content: str
    difference: dict[str, object]


class ChangesOut(BaseModel):
    """Changed tiers in order; ``next`` is what ``after`` has to be for those that follow."""

    changes: list[ChangeShown]
    next: int | None
    snapshot: dict[str, object]


class WebhookIn(BaseModel):
    """Where changed tiers are to be told."""

    model_config = ConfigDict(extra="forbid")

    url: Annotated[str, StringConstraints(min_length=8, max_length=2_000)]


class WebhookShown(BaseModel):
    """A webhook, without its secret."""

    id: str
    created_at: str
    actor: str
    url: str
    ended_at: str | None


class NewWebhookOut(BaseModel):
    """A webhook just made; the secret is shown this once."""

    webhook: WebhookShown
    secret: str
    snapshot: dict[str, object]


class WebhookOut(BaseModel):
    """One webhook."""

    webhook: WebhookShown
    snapshot: dict[str, object]


class WebhooksOut(BaseModel):
    """Every webhook, oldest first."""

    webhooks: list[WebhookShown]
    snapshot: dict[str, object]


class DeliveryShown(BaseModel):
    """One change on its way to a webhook; a dead one is tried no more."""

    id: str
    webhook: str
    change: int
    created_at: str
    next_at: str
    state: DeliveryState
    attempts: int
    status: int | None = Field(description="What the receiver last answered.")
    problem: str | None = Field(description="Why the last try got no answer.")


class DeliveryOut(BaseModel):
    """One delivery."""

    delivery: DeliveryShown
    snapshot: dict[str, object]


class DeliveriesOut(BaseModel):
    """Deliveries to a webhook, newest change first."""

    deliveries: list[DeliveryShown]
    snapshot: dict[str, object]


class DocumentIn(BaseModel):
    """What is to be noted of a document."""

    model_config = ConfigDict(extra="forbid")

    item: ItemId
    state: DocumentState
    title: Annotated[str, StringConstraints(max_length=500)] = ""
    note: Annotated[str, StringConstraints(max_length=5_000)] = ""
    file_hash: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")] | None = Field(
        default=None, description="SHA-256 of the file; the file itself stays with you."
    )


class DocumentShown(BaseModel):
    """What was noted of a document."""

    id: str
    created_at: str
    person: str
    supplier: str
    item: str
    state: DocumentState
    title: str
    note: str
    file_hash: str | None


class DocumentOut(BaseModel):
    """One note."""

    document: DocumentShown
    snapshot: dict[str, object]


class ChecklistItem(BaseModel):
    """One item of the checklist and where it stands by its latest note."""

    item: str
    asks_for: str
    state: str


class DocumentsOut(BaseModel):
    """Every note, oldest first, and the checklist as it stands."""

    documents: list[DocumentShown]
    checklist: list[ChecklistItem]
    snapshot: dict[str, object]
