"""What became of the records of a batch since another."""

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.batch_schemas import BatchChangesOut
from api.deps import Service, ServiceDep
from api.problems import CONFLICT, NOT_FOUND
from api.responses import JsonResponse
from api.security import KeyFirst, ReadCaller
from screener.batch.changes import CHANGE_COLUMNS, KINDS
from screener.batch.previous import Previous
from screener.errors import ConflictError
from screener.worker import RESULTS, dictionary_of, folder_of

router = APIRouter(prefix="/v1/batches", tags=["batches"], route_class=KeyFirst)
_LISTS = ("rules_new", "rules_gone", "entries_new", "entries_gone")
_SEPARATOR = "; "


@router.get(
    "/{batch_id}/changes", response_model=BatchChangesOut, responses={**NOT_FOUND, **CONFLICT}
)
def changes(
    batch_id: str,
    service: ServiceDep,
    _: ReadCaller,
    *,
    since: Annotated[str, Query(max_length=64, description="The id of the earlier batch.")],
    after: Annotated[int, Query(ge=0, le=2**31, description="So many were seen.")] = 0,
    limit: Annotated[int, Query(ge=1, le=10_000)] = 1_000,
) -> Response:
    """Say what is new, raised, lowered, changed or gone, in the order of this batch, the gone last."""
    earlier, later = _run(since, service), _run(batch_id, service)
    counts: Counter[str] = Counter()
    page: list[dict[str, object]] = []
    for number, row in enumerate(earlier.changes_to(later)):
        told: dict[str, object] = dict(zip(CHANGE_COLUMNS, row, strict=True))
        counts[str(told["change"])] += 1
        if after <= number < after + limit:
            page.append(told | {name: _parts(str(told[name])) for name in _LISTS})
    seen = after + len(page)
    body = {
        "counts": {kind: counts[kind] for kind in KINDS},
        "changes": page,
        "next": seen if page and seen < counts.total() else None,
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(body)


def _run(batch_id: str, service: Service) -> Previous:
    found = service.repository.batches.get(batch_id)
    folder = folder_of(service.home, found.id)
    if found.state != "done" or not (folder / RESULTS).is_dir():
        message = f"batch {found.id} is {found.state}; it has no results"
        raise ConflictError(message)
    return Previous(folder / RESULTS, dictionary_of(folder, service.screener.fields))


def _parts(text: str) -> list[str]:
    return text.split(_SEPARATOR) if text else []
