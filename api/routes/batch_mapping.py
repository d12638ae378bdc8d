"""How a file would be read, before it is sent as a batch."""

import tempfile
from itertools import islice
from pathlib import Path

import msgspec
from fastapi import APIRouter, Response, UploadFile

from api.batch_files import ending_of, written
from api.batch_schemas import MappingOut
from api.deps import ServiceDep
from api.routes.batches import Encoding
from api.security import KeyFirst, ScreenCaller
from screener.batch.mapping import Dictionary
from screener.batch.mapping_file import mapping_text
from screener.batch.proposal import propose
from screener.batch.reader import read_table
from screener.batch.source import source_of

router = APIRouter(prefix="/v1/batches/mapping", tags=["batches"], route_class=KeyFirst)
_JSON = "application/json"
_ROWS = 20


@router.post("", response_model=MappingOut)
def mapping(
    file: UploadFile, service: ServiceDep, _: ScreenCaller, *, encoding: Encoding = None
) -> Response:
    """Return which column is read as what, why, with samples, and the first rows as read.

    ``mapping`` is the mapping file to edit and to send with the batch; nothing is kept.
    """
    ending = ending_of(file.filename or "")
    dictionary = Dictionary(service.screener.fields)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{ending}"
        written(file, path)
        proposals = propose(read_table(source_of(path), dictionary, encoding), dictionary)
        chosen = Dictionary(
            service.screener.fields, {one.header: one.field for one in proposals if one.header}
        )
        table = read_table(source_of(path), chosen, encoding)
        columns = chosen.map(table.headers)
        rows = [columns.values(raw.cells) for raw in islice(table.rows, _ROWS) if not raw.fault]
    body = {
        "columns": [one._asdict() for one in proposals],
        "mapping": mapping_text("the file", proposals),
        "rows": rows,
        "remarks": table.remarks,
        "snapshot": service.screener.snapshot(),
    }
    return Response(msgspec.json.encode(body), media_type=_JSON)
