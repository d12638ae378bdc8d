"""One stored screening: what was found, decided, consented to and suppressed."""

from fastapi import APIRouter, Request, Response

from api.case import stored_case
from api.decision_schemas import DispositionIn, EndIn, SuppressionIn
from api.deps import ServiceDep
from api.routes import dispositions, suppressions
from api.ui.pages import page, to
from api.ui.shown import shown_case
from api.ui.viewer import ApprovePosted, ReadViewer, ReviewPosted
from api.ui.views.papers import papers_of

router = APIRouter()


@router.get("/screenings/{screening_id}")
def screening(
    request: Request, screening_id: str, service: ServiceDep, viewer: ReadViewer
) -> Response:
    """Show a screening."""
    case = stored_case(screening_id, service)
    supplier = case.kept.supplier if case.kept is not None else None
    content = {
        **shown_case(case, service),
        "stored_as": screening_id,
        "found": papers_of(supplier, service, viewer) if supplier is not None else None,
    }
    return page(request, viewer, "case.html", content)


@router.post("/screenings/{screening_id}/dispositions")
def decide(screening_id: str, service: ServiceDep, posted: ReviewPosted) -> Response:
    """Decide; refused if somebody decided after this page was made."""
    evidence = [line for line in posted.text("evidence").splitlines() if line.strip()]
    body = posted.read(DispositionIn, evidence=evidence)
    dispositions.decide(screening_id, body, service, posted.viewer.caller)
    return to(f"/screenings/{screening_id}#history")


@router.post("/screenings/{screening_id}/dispositions/{disposition_id}/approve")
def consent(
    screening_id: str, disposition_id: str, service: ServiceDep, posted: ApprovePosted
) -> Response:
    """Consent to the decision of another person."""
    dispositions.approve(screening_id, disposition_id, service, posted.viewer.caller)
    return to(f"/screenings/{screening_id}#history")


@router.post("/screenings/{screening_id}/suppressions")
def suppress(screening_id: str, service: ServiceDep, posted: ReviewPosted) -> Response:
    """Suppress the hits of an entry for this supplier, until a day."""
    body = posted.read(SuppressionIn, screening=screening_id)
    suppressions.suppress(body, service, posted.viewer.caller)
    return to(f"/screenings/{screening_id}#suppressions")


@router.post("/screenings/{screening_id}/suppressions/{suppression_id}/approve")
def consent_to_suppression(
    screening_id: str, suppression_id: str, service: ServiceDep, posted: ApprovePosted
) -> Response:
    """Consent to the suppression of another person."""
    suppressions.approve(suppression_id, service, posted.viewer.caller)
    return to(f"/screenings/{screening_id}#suppressions")


@router.post("/screenings/{screening_id}/suppressions/{suppression_id}/end")
def end_suppression(
    screening_id: str, suppression_id: str, service: ServiceDep, posted: ReviewPosted
) -> Response:
    """End a suppression before its day."""
    body = posted.read(EndIn)
    suppressions.end(suppression_id, body, service, posted.viewer.caller)
    return to(f"/screenings/{screening_id}#suppressions")
