"""A file screened in the background."""

from typing import Literal

import msgspec

BatchState = Literal["queued", "running", "done", "failed", "removed"]


class Batch(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was sent, and what came of it.

    ``summary`` is that of the run, once it is done; ``problem`` why there is none.
    """

    id: str
    created_at: str
    actor: str
    file_name: str
    file_hash: str
    as_of: str
    encoding: str | None
    state: BatchState
    finished_at: str | None
    problem: str | None
    summary: msgspec.Raw | None
