"""Screenings asked for, one or many at a time."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Header, Request, Response
from fastapi.concurrency import run_in_threadpool
from pydantic import TypeAdapter, ValidationError

from api.answering import Asked, answered, answered_with_others
from api.deps import ServiceDep, service_of
from api.doubtful import refuse_doubtful_json
from api.problems import problem_response
from api.schemas import Options, RecordIn, ScreeningsIn, ScreeningsOut, Sent
from api.security import BEARER, CallerWith, KeyFirst, ScreenCaller

_JSON = "application/json"
_BODY: TypeAdapter[RecordIn | ScreeningsIn] = TypeAdapter(Sent)


class ReadAtOnce(KeyFirst):
    """A route that reads a plain request by itself, in a third of the time that it takes else.

    A body that is wrong in any way goes the usual way, and is told so as everywhere.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return what answers a request."""
        usual = super().get_route_handler()
        door = CallerWith("screen")

        async def handler(request: Request) -> Response:
            headers = request.headers
            if headers.get("content-type") != _JSON or "idempotency-key" in headers:
                return await usual(request)
            service = service_of(request)
            caller = await door(request, service, await BEARER(request))
            await refuse_doubtful_json(request)
            try:
                body = _BODY.validate_json(await request.body())
            except ValidationError:
                return await usual(request)
            return await screen(request, body, service, caller)

        return handler


router = APIRouter(prefix="/v1/screenings", tags=["screenings"], route_class=ReadAtOnce)
_FEW = 20
_LATE = problem_response(503, "The records take longer than a request may")
IdempotencyKey = Annotated[
    str | None,
    Header(
        min_length=1,
        max_length=255,
        description="A repeat under the same key, within a day, keeps nothing and gets the same "
        "answer.",
    ),
]


@router.post("", response_model=ScreeningsOut, responses=_LATE)
async def screen(
    request: Request,
    body: Sent,
    service: ServiceDep,
    caller: ScreenCaller,
    idempotency_key: IdempotencyKey = None,
) -> Response:
    """Screen one record, or several; each good one is stored and answered with its id."""
    records, options = _given(body)
    asked = Asked(records, options, caller, idempotency_key, await request.body())
    if len(records) <= _FEW:
        envelope = await answered_with_others(asked, service)
    else:
        # Many take so long that others must not wait for them.
        envelope = await run_in_threadpool(answered, asked, service)
    headers = {"Idempotency-Replayed": "true"} if envelope.repeated else None
    return Response(envelope.body, media_type=_JSON, headers=headers)


def _given(body: RecordIn | ScreeningsIn) -> tuple[Sequence[object], Options]:
    if isinstance(body, RecordIn):
        return [body.model_dump(exclude_none=True)], Options()
    return body.records, body.options
