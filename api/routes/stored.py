"""Screenings read back: listed, one at a time, and replayed."""

from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Query, Response

from api.deps import ServiceDep
from api.problems import CONFLICT, NOT_FOUND
from api.responses import JsonResponse
from api.security import KeyFirst, ReadCaller
from api.stored_schemas import PageQuery, ReplayOut, StoredPageOut
from screener.storage.replay import Replay

router = APIRouter(prefix="/v1/screenings", tags=["screenings"], route_class=KeyFirst)
_SHOWN = ("id", "created_at", "actor", "line_id", "tier", "raised_to", "state", "supplier")
_MARKS = {"rules": "rule", "entries": "entry", "suppressions": "suppression"}


@router.get("", response_model=StoredPageOut)
def screenings(
    service: ServiceDep, _: ReadCaller, query: Annotated[PageQuery, Query()]
) -> Response:
    """Return stored screenings, newest first, by what they show and where they stand."""
    store = service.repository.screenings
    page = store.page(query.wanted(), before=query.cursor, limit=query.limit)
    numbers = [one.number for one in page]
    marks = {name: store.marks(numbers, kind) for name, kind in _MARKS.items()}
    body = {
        "screenings": [
            {
                **{name: getattr(one, name) for name in _SHOWN},
                **{name: found[one.number] for name, found in marks.items()},
            }
            for one in page
        ],
        "next": page[-1].number if len(page) == query.limit else None,
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(body)


@router.get("/{screening_id}", responses=NOT_FOUND)
async def stored(screening_id: str, service: ServiceDep, _: ReadCaller) -> Response:
    """Return a stored screening, byte for byte as it was answered.

    What was decided since stands in headers: Screening-State, and Screening-Suppressions with
    the ids of the suppressions that touched it.
    """
    store = service.repository.screenings
    kept = store.get(screening_id)
    touched = store.marks([kept.number], "suppression")[kept.number]
    headers = {"Screening-State": kept.state}
    if touched:
        headers["Screening-Suppressions"] = ", ".join(touched)
    return Response(kept.screening, media_type=JsonResponse.media_type, headers=headers)


@router.post(
    "/{screening_id}/replay", response_model=ReplayOut, responses={**NOT_FOUND, **CONFLICT}
)
def replay(
    screening_id: str,
    service: ServiceDep,
    _: ReadCaller,
    snapshot: Annotated[
        Literal["same", "latest"],
        Query(description="With what decided then, or with what is in use now."),
    ] = "same",
) -> Response:
    """Screen a stored record again and say whether the bytes are the same; keeps nothing."""
    kept = service.repository.screenings.get(screening_id)
    latest = snapshot == "latest"
    found = service.replayer.latest(kept) if latest else service.replayer.replay(kept)
    body = {
        **found._asdict(),
        "id": screening_id,
        "screening": msgspec.Raw(found.screening),
        "note": _note(found),
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(body)


def _note(found: Replay) -> str:
    if found.same:
        return "The bytes are those stored."
    if found.engine_then != found.engine_now:
        return (
            "Another version of the engine answered, so the bytes may differ; "
            "the stored screening remains the record."
        )
    return "The bytes differ; the stored screening remains the record."
