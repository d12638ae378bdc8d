"""How a file would be read, before it is sent as a batch."""

import tempfile
from pathlib import Path

from fastapi import APIRouter, Response, UploadFile

from api.batch_files import ending_of, written
from api.batch_schemas import MappingOut
from api.deps import ServiceDep
from api.drafts import look
from api.responses import JsonResponse
from api.routes.batches import Encoding
from api.security import KeyFirst, ScreenCaller
from screener.batch.mapping_file import mapping_text

router = APIRouter(prefix="/v1/batches/mapping", tags=["batches"], route_class=KeyFirst)


@router.post("", response_model=MappingOut)
def mapping(
    file: UploadFile, service: ServiceDep, _: ScreenCaller, *, encoding: Encoding = None
) -> Response:
    """Return which column is read as what, why, with samples, and the first rows as read.

    ``mapping`` is the mapping file to edit and to send with the batch; nothing is kept.
    """
    ending = ending_of(file.filename or "")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{ending}"
        written(file, path)
        found = look(path, None, encoding, service)
    proposals = [one.proposal for one in found.columns]
    body = {
        "columns": [one._asdict() for one in proposals],
        "mapping": mapping_text("the file", proposals),
        "rows": found.rows,
        "remarks": [*found.remarks, *([found.problem] if found.problem is not None else [])],
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(body)
