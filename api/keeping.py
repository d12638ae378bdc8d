"""Rows of a batch kept to be decided on, many at once."""

import hashlib
import json
from collections.abc import Sequence

from api.answering import Asked, answered
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
    records = [record_of(row_case(batch_id, row, service)) for row in rows]
    body = json.dumps([batch_id, *rows]).encode()
    key = hashlib.sha256(body).hexdigest()
    asked = Asked(records, Options(store=True), caller, key, body)
    return len(json.loads(answered(asked, service).body)["ids"])
