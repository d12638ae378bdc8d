"""Screenings: asked for one or many at a time, and read back by id."""

from datetime import UTC, datetime

import msgspec
from fastapi import APIRouter, Response
from pydantic import ValidationError

from api.deps import Service, ServiceDep
from api.freshness import freshness
from api.schemas import Options, RecordIn, RejectOut, ScreeningsIn, ScreeningsOut
from api.security import Caller, ReadCaller, ScreenCaller
from screener.errors import InputError
from screener.evidence.canonical import screening_json
from screener.model.record import Record
from screener.storage.screenings import Answer, new_id

router = APIRouter(prefix="/v1/screenings", tags=["screenings"])
_JSON = "application/json"


@router.post("", response_model=ScreeningsOut)
async def screen(
    body: RecordIn | ScreeningsIn, service: ServiceDep, caller: ScreenCaller
) -> Response:
    """Screen one record, or several; each good one is stored and answered with its id."""
    if isinstance(body, RecordIn):
        given: list[dict[str, object]] = [body.model_dump(exclude_none=True)]
        return answered(given, Options(), service, caller)
    return answered(body.records, body.options, service, caller)


@router.get("/{screening_id}", responses={404: {"description": "Nothing stored under this id"}})
async def stored(screening_id: str, service: ServiceDep, _: ReadCaller) -> Response:
    """Return a stored screening, byte for byte as it was answered."""
    return Response(service.repository.screenings.get(screening_id).screening, media_type=_JSON)


def answered(
    given: list[dict[str, object]], options: Options, service: Service, caller: Caller
) -> Response:
    """Return the envelope of the answer; the screenings in it are the canonical bytes."""
    records, rejects = _checked(given, service)
    as_of = options.as_of or datetime.now(tz=UTC).date().isoformat()
    screenings = list(service.screener.screen_all(records, as_of=as_of))
    answers = [
        Answer(new_id(), record, screening, screening_json(screening))
        for record, screening in zip(records, screenings, strict=True)
    ]
    ids: list[str | None] = [None] * len(answers)
    if options.store:
        service.repository.screenings.add(answers, actor=caller.person)
        ids = [answer.id for answer in answers]
    envelope = {
        "screenings": [msgspec.Raw(answer.data) for answer in answers],
        "ids": ids,
        "rejects": [reject.model_dump() for reject in rejects],
        "scope": service.screener.scope,
        "snapshot": service.screener.snapshot(as_of),
        "freshness": freshness(service).model_dump(),
    }
    return Response(msgspec.json.encode(envelope), media_type=_JSON)


def _checked(
    given: list[dict[str, object]], service: Service
) -> tuple[list[Record], list[RejectOut]]:
    """Return the records that can be screened, and why the others cannot."""
    records: list[Record] = []
    rejects: list[RejectOut] = []
    for index, fields in enumerate(given):
        named = {"line_id": str(index + 1), **fields}
        try:
            record = Record.model_validate(named)
            service.screener.values_of(record)
        except ValidationError as error:
            rejects.append(_reject(index, named, _errors(error, service)))
        except InputError as error:
            rejects.append(_reject(index, named, [{"field": "", "problem": str(error)}]))
        else:
            records.append(record)
    return records, rejects


def _reject(index: int, fields: dict[str, object], errors: list[dict[str, str]]) -> RejectOut:
    line_id = fields["line_id"]
    return RejectOut(
        index=index, line_id=line_id if isinstance(line_id, str) else None, errors=errors
    )


def _errors(error: ValidationError, service: Service) -> list[dict[str, str]]:
    """Return what is wrong with each field; an unknown one with the nearest known."""
    return [
        {
            "field": ".".join(str(part) for part in one["loc"]),
            "problem": one["msg"]
            if one["type"] != "extra_forbidden"
            else service.screener.unknown_field(str(one["loc"][0])),
        }
        for one in error.errors()
    ]
