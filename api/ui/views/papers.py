"""Papers: documents asked of a supplier and received, and evidence packs to hand on."""

import json

from fastapi import APIRouter, Response

from api.deps import Service, ServiceDep
from api.monitoring_schemas import DocumentIn
from api.routes import documents, evidence_packs
from api.ui.pages import to
from api.ui.viewer import Posted, ReadViewer, ReviewPosted, Viewer

router = APIRouter()


@router.get("/screenings/{screening_id}/evidence-pack")
def pack_of_screening(screening_id: str, service: ServiceDep, viewer: ReadViewer) -> Response:
    """Return the evidence pack of a screening, as REST does."""
    return evidence_packs.of_screening(screening_id, service, viewer.caller)


@router.get("/suppliers/{supplier_id}/evidence-pack")
def pack_of_supplier(supplier_id: str, service: ServiceDep, viewer: ReadViewer) -> Response:
    """Return the evidence pack of a supplier, as REST does."""
    return evidence_packs.of_supplier(supplier_id, service, viewer.caller)


@router.post("/suppliers/{supplier_id}/documents")
def note(supplier_id: str, service: ServiceDep, posted: ReviewPosted) -> Response:
    """Note a document of a supplier."""
    _note(supplier_id, service, posted)
    return to(f"/suppliers/{supplier_id}#documents")


@router.post("/screenings/{screening_id}/documents")
def note_at_screening(screening_id: str, service: ServiceDep, posted: ReviewPosted) -> Response:
    """Note a document of the supplier of a screening."""
    supplier = service.repository.screenings.get(screening_id).supplier
    _note(supplier or "", service, posted)
    return to(f"/screenings/{screening_id}#documents")


def papers_of(supplier: str, service: Service, viewer: Viewer) -> dict[str, list[dict[str, str]]]:
    """Return the documents and the checklist of a supplier, as REST does."""
    answer = documents.documents(supplier, service, viewer.caller)
    found: dict[str, list[dict[str, str]]] = json.loads(bytes(answer.body))
    return found


def _note(supplier: str, service: Service, posted: Posted) -> None:
    body = posted.read(DocumentIn, file_hash=posted.text("file_hash") or None)
    documents.note(supplier, body, service, posted.viewer.caller)
