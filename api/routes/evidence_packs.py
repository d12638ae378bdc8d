"""Evidence packs: all that is kept on a screening, or on a supplier's lines, as one zip."""

from collections.abc import Sequence

from fastapi import APIRouter, Response

from api.deps import Service, ServiceDep
from api.problems import NOT_FOUND
from api.security import KeyFirst, ReadCaller
from screener.evidence.canonical import read_screening
from screener.report.evidence_pack import Case, Evidence, evidence_pack
from screener.storage.screenings import Filters, Kept

router = APIRouter(prefix="/v1", tags=["evidence"], route_class=KeyFirst)
_ZIP = "application/zip"
_A_ZIP = {**NOT_FOUND, 200: {"description": "The pack", "content": {_ZIP: {}}}}
_MOST = 500


@router.get("/screenings/{screening_id}/evidence-pack", response_class=Response, responses=_A_ZIP)
def of_screening(screening_id: str, service: ServiceDep, _: ReadCaller) -> Response:
    """Return the pack of one screening; the same state gives the same bytes."""
    kept = service.repository.screenings.get(screening_id)
    return _pack(f"screening {kept.id}", [kept], kept.supplier, service)


@router.get("/suppliers/{supplier_id}/evidence-pack", response_class=Response, responses=_A_ZIP)
def of_supplier(supplier_id: str, service: ServiceDep, _: ReadCaller) -> Response:
    """Return the pack of a supplier: its newest 500 screenings, documents and suppressions."""
    found = service.repository.suppliers.get(supplier_id)
    kept = service.repository.screenings.page(Filters(supplier=found.id), limit=_MOST)
    left_out = sum(found.tiers.values()) - len(kept)
    return _pack(f"supplier {found.id}", kept, found.id, service, left_out=left_out)


def _pack(
    about: str, kept: Sequence[Kept], supplier: str | None, service: Service, *, left_out: int = 0
) -> Response:
    store = service.repository
    evidence = Evidence(
        about,
        [_case(one, service) for one in kept],
        store.documents.of(supplier) if supplier else (),
        store.suppressions.page(supplier=supplier, limit=_MOST) if supplier else (),
        left_out,
    )
    headers = {"Content-Disposition": 'attachment; filename="evidence-pack.zip"'}
    return Response(evidence_pack(evidence), media_type=_ZIP, headers=headers)


def _case(kept: Kept, service: Service) -> Case:
    return Case(
        kept.id,
        kept.created_at,
        kept.actor,
        kept.state,
        kept.record,
        kept.screening,
        read_screening(kept.screening),
        service.repository.dispositions.of(kept.id),
        service.repository.reopenings.of(kept.id),
        service.repository.changes.of(kept.id),
        kept.raised_to,
    )
