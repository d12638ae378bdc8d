"""Documents of suppliers: asked for and received, against the checklist."""

from fastapi import APIRouter, Response

from api.deps import ServiceDep
from api.monitoring_schemas import DocumentIn, DocumentOut, DocumentsOut
from api.problems import NOT_FOUND
from api.responses import JsonResponse
from api.security import KeyFirst, ReadCaller, ReviewCaller
from screener.model.checklist import CHECKLIST, states
from screener.storage.documents import Note

router = APIRouter(
    prefix="/v1/suppliers/{supplier_id}/documents", tags=["suppliers"], route_class=KeyFirst
)


@router.get("", response_model=DocumentsOut, responses=NOT_FOUND)
def documents(supplier_id: str, service: ServiceDep, _: ReadCaller) -> Response:
    """Return what was noted of a supplier's documents, and the checklist as it stands."""
    supplier = service.repository.suppliers.get(supplier_id)
    found = service.repository.documents.of(supplier.id)
    standing = states(found)
    body = {
        "documents": found,
        "checklist": [
            {"item": item.id, "asks_for": item.asks_for, "state": standing[item.id]}
            for item in CHECKLIST
        ],
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(body)


@router.post("", status_code=201, response_model=DocumentOut, responses=NOT_FOUND)
def note(supplier_id: str, body: DocumentIn, service: ServiceDep, caller: ReviewCaller) -> Response:
    """Note that a document was asked for, came, or cannot be had; the file stays with you."""
    supplier = service.repository.suppliers.get(supplier_id)
    noted = Note(body.item, body.state, body.title, body.note, body.file_hash)
    made = service.repository.documents.add(supplier.id, noted, person=caller.person)
    answer = {"document": made, "snapshot": service.screener.snapshot()}
    return JsonResponse(answer, status_code=201)
