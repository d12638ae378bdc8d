"""Wire models of batches."""

from pydantic import BaseModel, Field

from screener.model.batch import BatchState


class BatchShown(BaseModel):
    """A file that was sent, and what came of it."""

    id: str
    created_at: str
    actor: str
    file_name: str
    file_hash: str = Field(description="SHA-256 of the file as it was sent.")
    as_of: str
    encoding: str | None
    state: BatchState
    finished_at: str | None
    problem: str | None
    summary: dict[str, object] | None


class BatchOut(BaseModel):
    """One batch."""

    batch: BatchShown
    snapshot: dict[str, object]


class BatchesOut(BaseModel):
    """Batches, newest first; ``next`` is the cursor of the page that follows."""

    batches: list[BatchShown]
    next: str | None
    snapshot: dict[str, object]
