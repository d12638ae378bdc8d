"""Errors as problem documents (RFC 9457), their statuses in one table."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from api.allowed import allowed
from api.headers import ALWAYS, REQUEST_ID
from api.schemas import ONE, SEVERAL
from screener.errors import (
    ChangedError,
    ConfigError,
    ConflictError,
    ContentError,
    DataNotFoundError,
    InputError,
    NotStoredError,
    RefusedError,
    ScreenerError,
)

STATUS_OF: tuple[tuple[type[ScreenerError], int], ...] = (
    (NotStoredError, 404),
    (RefusedError, 403),
    (ChangedError, 412),
    (ConflictError, 409),
    (InputError, 422),
    (ContentError, 500),
    (DataNotFoundError, 500),
    (ConfigError, 500),
    (ScreenerError, 500),
)
_NO_JSON = "json_invalid"
_NOT_ALLOWED = 405
MEDIA_TYPE = "application/problem+json"


def problem(
    status: int, title: str, detail: str, errors: Sequence[dict[str, str]] = ()
) -> JSONResponse:
    """Return a problem document; ``errors`` name the field each."""
    body: dict[str, object] = {"type": "about:blank", "title": title, "status": status}
    body["detail"] = detail
    if errors:
        body["errors"] = list(errors)
    return JSONResponse(body, status_code=status, media_type=MEDIA_TYPE)


class Told(NamedTuple):
    """What a caller is told of an error; ``errors`` name the field each."""

    status: int
    title: str
    detail: str
    errors: Sequence[dict[str, str]] = ()


Tell = Callable[[Request, Told], Response]


def _tell_problem(_: Request, told: Told) -> Response:
    return problem(*told)


def handle_errors(app: FastAPI, tell: Tell = _tell_problem) -> None:
    """Make every error of the app an answer: a problem document, unless ``tell`` makes another."""
    handlers: tuple[tuple[type[Exception], Callable[[Exception], Told]], ...] = (
        (ScreenerError, _screener),
        (RequestValidationError, _validation),
        (HTTPException, _http),
        (Exception, _internal),
    )
    for kind, read in handlers:
        app.add_exception_handler(kind, partial(_answer, read, tell))


async def _answer(
    read: Callable[[Exception], Told], tell: Tell, request: Request, error: Exception
) -> Response:
    response = tell(request, read(error))
    if isinstance(error, HTTPException):
        response.headers.update(error.headers or {})
        if error.status_code == _NOT_ALLOWED:
            response.headers["Allow"] = _allowed(request, response.headers.get("Allow", ""))
    if read is _internal:
        # It is answered outside of all that adds headers.
        response.headers.update({**ALWAYS, REQUEST_ID: request.state.request_id})
    return response


def _allowed(request: Request, told: str) -> str:
    """Return the methods of an address, or those told where the app keeps no account of them."""
    return allowed(getattr(request.app.state, "addresses", {}), request.url.path) or told


def _screener(error: Exception) -> Told:
    status = next(status for kind, status in STATUS_OF if isinstance(error, kind))
    title = "not found" if status == 404 else "the request cannot be answered"  # noqa: PLR2004
    return Told(status, title, str(error))


def _validation(error: Exception) -> Told:
    """Tell a body that cannot be read as JSON from one that can and says the wrong thing."""
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    errors = [{"field": _field(one), "problem": _problem(one)} for one in found]
    detail = "; ".join(f"{one['field']}: {one['problem']}" for one in errors)
    if any(one["type"] == _NO_JSON for one in found):
        return Told(400, "the body cannot be read", detail, errors)
    return Told(422, "the request is not valid", detail, errors)


def _field(error: Mapping[str, Any]) -> str:
    """Return the path of a field; what is no JSON at all has none, so the body is named."""
    if error["type"] == _NO_JSON:
        return "body"
    inside = (str(part) for part in error["loc"][1:] if part not in (ONE, SEVERAL))
    path = ".".join(inside) or str(error["loc"][0])
    # A key may be half of a surrogate pair, which cannot be written out.
    return path.encode("utf-8", "replace").decode()


def _problem(error: Mapping[str, Any]) -> str:
    if error["type"] != _NO_JSON:
        return str(error["msg"])
    told = error.get("ctx", {}).get("error", error["msg"])
    return f"no JSON: {told}, at character {error['loc'][-1]}"


def _http(error: Exception) -> Told:
    assert isinstance(error, HTTPException)
    return Told(error.status_code, "the request cannot be answered", str(error.detail))


def _internal(_: Exception) -> Told:
    """Say that it is our fault and nothing more; the server's log has the place."""
    return Told(500, "the service failed", "this is an error of ours; please report it")
