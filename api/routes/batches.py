"""Batches: files screened in the background by ``screener worker``."""

import shutil
from datetime import date
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Depends, Form, Query, Response, UploadFile
from fastapi.responses import FileResponse

from api.batch_files import Sent, ending_of, queued, sound_name, written
from api.batch_schemas import BatchesOut, BatchOut, ResultFormat
from api.deps import Service, ServiceDep
from api.problems import CONFLICT, NOT_FOUND
from api.responses import JsonResponse
from api.security import KeyFirst, ReadCaller, ScreenCaller
from screener.batch.encodings import encoding_of
from screener.batch.mapping_file import parse_mapping
from screener.errors import ConflictError
from screener.model.batch import Batch
from screener.worker import INPUT, OWNER_ALONE, RESULTS, Asked, folder_of

router = APIRouter(prefix="/v1/batches", tags=["batches"], route_class=KeyFirst)
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FILES = {
    "csv": ("results.csv", "text/csv"),
    "jsonl": ("screenings.jsonl", "application/x-ndjson"),
    "xlsx": ("results.xlsx", _WORKBOOK),
    "parquet": ("results.parquet", "application/vnd.apache.parquet"),
    "rejects": ("rejects.csv", "text/csv"),
    "problems": ("problems.csv", "text/csv"),
    "collapsed": ("collapsed.csv", "text/csv"),
    "report": ("report.html", "text/html"),
}
_A_FILE = {
    **NOT_FOUND,
    **CONFLICT,
    200: {"content": {media_type: {} for _, media_type in _FILES.values()}},
}
Encoding = Annotated[
    str | None, Form(pattern="^[A-Za-z0-9_-]{1,40}$", description="Overrides the guessed one.")
]
Mapping_ = Annotated[
    str | None,
    Form(max_length=100_000, description="A mapping file, as `POST /v1/batches/mapping` gives it."),
]
Formats = Annotated[
    list[ResultFormat] | None,
    Form(max_length=4, description="Of the results; csv, jsonl and parquet are always there."),
]


class Wanted(NamedTuple):
    """How a file is to be screened."""

    as_of: date | None
    encoding: str | None
    mapping: str | None
    formats: tuple[ResultFormat, ...]


def _wanted(
    *,
    as_of: Annotated[
        date | None, Form(description="The day to judge by; today if left out.")
    ] = None,
    encoding: Encoding = None,
    mapping: Mapping_ = None,
    formats: Formats = None,
) -> Wanted:
    return Wanted(as_of, encoding, mapping, tuple(dict.fromkeys(formats or ())))


@router.post("", status_code=202, response_model=BatchOut)
def send(
    file: UploadFile,
    service: ServiceDep,
    caller: ScreenCaller,
    wanted: Annotated[Wanted, Depends(_wanted)],
) -> Response:
    """Take a file of trade lines to be screened in the background.

    ``formats`` are those of the results; xlsx takes longer. An encoding, a format or a field of the mapping
    that nobody knows is refused at once; what only the file can tell fails the batch, with its reason.
    """
    name = file.filename or ""
    ending = ending_of(name)
    if wanted.encoding is not None:
        encoding_of(b"", wanted.encoding)
    if wanted.mapping is not None:
        parse_mapping(wanted.mapping, "the mapping", ("line_id", *service.screener.record_fields))
    id_ = service.repository.batches.new_id()
    folder = folder_of(service.home, id_)
    folder.mkdir(mode=OWNER_ALONE, parents=True)
    file_hash = written(file, folder / f"{INPUT}{ending}")
    made = queued(
        Sent(id_, sound_name(name), file_hash, caller.person),
        Asked(wanted.formats, wanted.mapping),
        service,
        as_of=wanted.as_of,
        encoding=wanted.encoding,
    )
    return _answer(made, service, status=202)


@router.get("", response_model=BatchesOut)
def batches(
    service: ServiceDep,
    _: ReadCaller,
    *,
    cursor: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Response:
    """Return batches, newest first."""
    page = service.repository.batches.page(before=cursor, limit=limit)
    body = {
        "batches": page,
        "next": page[-1].created_at + page[-1].id if len(page) == limit else None,
        "snapshot": service.screener.snapshot(),
    }
    return JsonResponse(body)


@router.get("/{batch_id}", response_model=BatchOut, responses=NOT_FOUND)
def batch(batch_id: str, service: ServiceDep, _: ReadCaller) -> Response:
    """Return a batch, with the summary of its run once it is done."""
    return _answer(service.repository.batches.get(batch_id), service)


@router.get("/{batch_id}/results", response_class=FileResponse, responses=_A_FILE)
def results(
    batch_id: str,
    service: ServiceDep,
    _: ReadCaller,
    form: Annotated[ResultFormat, Query(alias="format")] = "csv",
) -> Response:
    """Return the results: the file's own columns with those added, or every screening whole."""
    return _file(batch_id, form, service)


@router.get("/{batch_id}/rejects", response_class=FileResponse, responses=_A_FILE)
def rejects(batch_id: str, service: ServiceDep, _: ReadCaller) -> Response:
    """Return the rows that could not be screened, each with what is wrong and what to do."""
    return _file(batch_id, "rejects", service)


@router.get("/{batch_id}/problems", response_class=FileResponse, responses=_A_FILE)
def problems(batch_id: str, service: ServiceDep, _: ReadCaller) -> Response:
    """Return the filled cells that no rule can read; their rows were screened all the same."""
    return _file(batch_id, "problems", service)


@router.get("/{batch_id}/collapsed", response_class=FileResponse, responses=_A_FILE)
def collapsed(batch_id: str, service: ServiceDep, _: ReadCaller) -> Response:
    """Return the rows that repeat an entry line under an additional code, as they were.

    A file whose columns do not say where a line stands in its source has none, and no such file.
    """
    return _file(batch_id, "collapsed", service)


@router.get("/{batch_id}/report", response_class=FileResponse, responses=_A_FILE)
def report(batch_id: str, service: ServiceDep, _: ReadCaller) -> Response:
    """Return the results for people: one page that needs nothing else, as a file to save."""
    return _file(batch_id, "report", service)


@router.delete("/{batch_id}", response_model=BatchOut, responses={**NOT_FOUND, **CONFLICT})
def remove(batch_id: str, service: ServiceDep, caller: ScreenCaller) -> Response:
    """Remove a batch's file and results; that it was there stays on record."""
    removed = service.repository.batches.remove(batch_id, actor=caller.person)
    shutil.rmtree(folder_of(service.home, batch_id), ignore_errors=True)
    return _answer(removed, service)


def _file(batch_id: str, kind: str, service: Service) -> Response:
    found = service.repository.batches.get(batch_id)
    name, media_type = _FILES[kind]
    path = folder_of(service.home, found.id) / RESULTS / name
    if found.state != "done" or not path.is_file():
        message = f"the batch is {found.state}; it has no such file"
        raise ConflictError(message)
    return FileResponse(path, media_type=media_type, filename=name)


def _answer(found: Batch, service: Service, *, status: int = 200) -> Response:
    body = {"batch": found, "snapshot": service.screener.snapshot()}
    return JsonResponse(body, status_code=status)
