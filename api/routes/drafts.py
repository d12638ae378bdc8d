"""Drafts of rules and overlays: checked, and tried on records; nothing is saved."""

from fastapi import APIRouter, Response

from api.deps import Service, ServiceDep
from api.problems import CONFLICT, NOT_FOUND
from api.responses import JsonResponse
from api.security import KeyFirst, ReadCaller
from api.trial_schemas import CheckedOut, DraftIn, TrialIn, TriedOut
from api.trials import examined, tried_draft
from screener.trial import Checked

router = APIRouter(prefix="/v1/rules", tags=["rules"], route_class=KeyFirst)


@router.post("/validate", response_model=CheckedOut)
def validate(body: DraftIn, service: ServiceDep, _: ReadCaller) -> Response:
    """Check the text of a rule, a named condition or an overlay beside the pack in use."""
    found = examined(body, service)
    told = {**_told(found.draft, service), "tests": found.tests}
    return JsonResponse(told)


@router.post("/try", response_model=TriedOut, responses={**NOT_FOUND, **CONFLICT})
def try_(body: TrialIn, service: ServiceDep, _: ReadCaller) -> Response:
    """Run a draft on records or on a stored batch, and say which records would move tier.

    The draft counts whatever its status; of a batch the first 20,000 rows are tried.
    """
    found = tried_draft(body, service)
    told = {
        **_told(found.draft, service),
        "result": found.result._asdict() if found.result is not None else None,
        "complete": found.complete,
        "rejects": [one.model_dump() for one in found.rejects],
        "rejected": found.rejected,
    }
    return JsonResponse(told)


def _told(draft: Checked, service: Service) -> dict[str, object]:
    return {
        "valid": draft.pack is not None,
        "path": draft.path,
        "subject": draft.subject,
        "diagnostics": draft.found,
        "snapshot": service.screener.snapshot(),
    }
