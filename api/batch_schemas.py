"""Wire models of batches."""

from typing import Literal

from pydantic import BaseModel, Field

from screener.model.batch import BatchState

ResultFormat = Literal["csv", "jsonl", "xlsx", "parquet"]


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


class RecordChange(BaseModel):
    """What became of a record since an earlier run, and the cause."""

    line_id: str
    change: Literal["new", "raised", "lowered", "changed", "gone"]
    cause: str
    tier_before: str
    tier: str
    rules_new: list[str]
    rules_gone: list[str]
    entries_new: list[str]
    entries_gone: list[str]


class BatchChangesOut(BaseModel):
    """What changed between two batches; ``next`` is what ``after`` has to be to go on."""

    counts: dict[str, int] = Field(description="Of all changes, by kind.")
    changes: list[RecordChange]
    next: int | None
    snapshot: dict[str, object]


class ColumnShown(BaseModel):
    """How one column would be read."""

    header: str
    field: str | None
    confidence: float = Field(description="0 to 1.")
    why: str
    samples: list[str]


class MappingOut(BaseModel):
    """How a file would be read: the columns, a mapping file to edit, and the first rows."""

    columns: list[ColumnShown]
    mapping: str
    rows: list[dict[str, str]]
    remarks: list[str]
    snapshot: dict[str, object]
