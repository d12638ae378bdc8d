"""Decisions on screenings, and the consent of a second person."""

from fastapi import APIRouter, Response

from api.decision_schemas import DispositionIn, DispositionOut, DispositionsOut
from api.deps import Service, ServiceDep
from api.problems import CONFLICT, NOT_FOUND
from api.responses import JsonResponse
from api.security import ApproveCaller, KeyFirst, ReadCaller, ReviewCaller
from screener.model.decision import Disposition, steps
from screener.storage.dispositions import Decision

router = APIRouter(
    prefix="/v1/screenings/{screening_id}/dispositions", tags=["dispositions"], route_class=KeyFirst
)


@router.get("", response_model=DispositionsOut, responses=NOT_FOUND)
def dispositions(screening_id: str, service: ServiceDep, _: ReadCaller) -> Response:
    """Return every decision on a screening; the tier is what it was, whatever was decided."""
    kept = service.repository.screenings.get(screening_id)
    made = service.repository.dispositions.of(screening_id)
    reopened = service.repository.reopenings.of(screening_id)
    taken = steps(made, reopened)
    body = {
        "dispositions": made,
        "reopenings": reopened,
        "latest": taken[-1].id if taken else "",
        "tier": kept.tier,
        "raised_to": kept.raised_to,
        "state": kept.state,
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(body)


@router.post(
    "", status_code=201, response_model=DispositionOut, responses={**NOT_FOUND, **CONFLICT}
)
def decide(
    screening_id: str, body: DispositionIn, service: ServiceDep, caller: ReviewCaller
) -> Response:
    """Add a decision; on a T3 or T4 it counts once a second person has consented."""
    decision = Decision(body.status, body.reason_code, body.note, tuple(body.evidence))
    made = service.repository.dispositions.make(
        screening_id, decision, person=caller.person, after=body.after
    )
    return _answer(made, service, status=201)


@router.post(
    "/{disposition_id}/approve", response_model=DispositionOut, responses={**NOT_FOUND, **CONFLICT}
)
def approve(
    screening_id: str, disposition_id: str, service: ServiceDep, caller: ApproveCaller
) -> Response:
    """Consent to another person's decision; refused for one's own."""
    found = service.repository.dispositions.approve(
        screening_id, disposition_id, person=caller.person
    )
    return _answer(found, service, status=200)


def _answer(disposition: Disposition, service: Service, *, status: int) -> Response:
    body = {
        "disposition": disposition,
        "state": service.repository.screenings.get(disposition.screening).state,
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(body, status_code=status)
