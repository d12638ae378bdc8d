"""Suppressions: made, consented to, ended; never deleted."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.decision_schemas import EndIn, SuppressionIn, SuppressionOut, SuppressionsOut
from api.deps import Service, ServiceDep
from api.problems import CONFLICT, NOT_FOUND
from api.responses import JsonResponse
from api.security import ApproveCaller, KeyFirst, ReadCaller, ReviewCaller
from api.suppressed import shown
from screener.errors import InputError
from screener.model.decision import Suppression
from screener.storage.identity import entry_version
from screener.storage.suppressions import Wanted

router = APIRouter(prefix="/v1/suppressions", tags=["suppressions"], route_class=KeyFirst)
Cursor = Annotated[str | None, Query(max_length=100, description="``next`` of the page before.")]
Limit = Annotated[int, Query(ge=1, le=200)]
Text = Annotated[str | None, Query(max_length=200)]


@router.get("", response_model=SuppressionsOut)
def suppressions(
    service: ServiceDep,
    _: ReadCaller,
    *,
    supplier: Text = None,
    entry: Text = None,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Response:
    """Return suppressions, newest first, those that ended or reopened among them."""
    page = service.repository.suppressions.page(
        supplier=supplier, entry=entry, before=cursor, limit=limit
    )
    following = page[-1].at + page[-1].id if len(page) == limit else None
    body = {
        "suppressions": shown(page, service),
        "next": following,
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(body)


@router.post("", status_code=201, response_model=SuppressionOut, responses=NOT_FOUND)
def suppress(body: SuppressionIn, service: ServiceDep, caller: ReviewCaller) -> Response:
    """Suppress a hit for this supplier and entry as they are; in a gate, a second person consents."""
    found = service.screener.entries.get(body.entry)
    if found is None:
        message = f"no list in use has the entry {body.entry}"
        raise InputError(message)
    made = service.repository.suppressions.make(
        service.repository.screenings.get(body.screening),
        Wanted(body.entry, entry_version(found), body.reason, body.expires_on.isoformat()),
        owner=caller.person,
        today=datetime.now(tz=UTC).date(),
    )
    return _answer(made, service, status=201)


@router.get("/{suppression_id}", response_model=SuppressionOut, responses=NOT_FOUND)
def suppression(suppression_id: str, service: ServiceDep, _: ReadCaller) -> Response:
    """Return one suppression and where it stands today."""
    return _answer(service.repository.suppressions.get(suppression_id), service)


@router.post(
    "/{suppression_id}/approve", response_model=SuppressionOut, responses={**NOT_FOUND, **CONFLICT}
)
def approve(suppression_id: str, service: ServiceDep, caller: ApproveCaller) -> Response:
    """Consent to another person's suppression; refused for one's own."""
    found = service.repository.suppressions.approve(suppression_id, person=caller.person)
    return _answer(found, service)


@router.post(
    "/{suppression_id}/end", response_model=SuppressionOut, responses={**NOT_FOUND, **CONFLICT}
)
def end(suppression_id: str, body: EndIn, service: ServiceDep, caller: ReviewCaller) -> Response:
    """End a suppression before its day; it stays on record."""
    found = service.repository.suppressions.end(
        suppression_id, person=caller.person, reason=body.reason
    )
    return _answer(found, service)


def _answer(found: Suppression, service: Service, *, status: int = 200) -> Response:
    body = {"suppression": shown([found], service)[0], "snapshot": service.screener.snapshot()}
    return JsonResponse(body, status_code=status)
