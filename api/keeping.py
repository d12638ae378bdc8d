"""Rows of a batch kept to be decided on."""

import hashlib
import json
from collections.abc import Sequence

from api.answering import Asked, Envelope, answered
from api.case import record_of
from api.deps import Service
from api.results import row_case
from api.schemas import Options
from api.security import Caller


def keep_rows(batch_id: str, rows: Sequence[int], caller: Caller, service: Service) -> int:
    """Screen rows of a batch anew and keep them; return how many are kept.

    The same rows asked for again by the same caller are kept once.

    Raises:
        NotStoredError: There is no such batch or row.
        ConflictError: The batch has no results, or none yet.

    """
    if not rows:
        return 0
    key = hashlib.sha256(_named(batch_id, rows)).hexdigest()
    return len(json.loads(kept(batch_id, rows, caller, service, key).body)["ids"])


def kept(
    batch_id: str, rows: Sequence[int], caller: Caller, service: Service, key: str | None
) -> Envelope:
    """Screen rows of a batch anew, keep them, and return the answer as for any records.

    Raises:
        NotStoredError: There is no such batch or row.
        ConflictError: The batch has no results, or none yet.
        InputError: The key came with another request before.

    """
    records = [record_of(row_case(batch_id, row, service)) for row in rows]
    # A key is repeated for these rows or not at all.
    return answered(Asked(records, Options(), caller, key, _named(batch_id, rows)), service)


def _named(batch_id: str, rows: Sequence[int]) -> bytes:
    return json.dumps([batch_id, *rows]).encode()
