"""Errors as problem documents (RFC 9457), their statuses in one table."""

from collections.abc import Sequence

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.headers import ALWAYS
from screener.errors import (
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
    (ConflictError, 409),
    (InputError, 422),
    (ContentError, 500),
    (DataNotFoundError, 500),
    (ConfigError, 500),
    (ScreenerError, 500),
)
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


def handle_errors(app: FastAPI) -> None:
    """Make every error of the app a problem document."""
    app.add_exception_handler(ScreenerError, _screener)
    app.add_exception_handler(RequestValidationError, _validation)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _internal)


async def _screener(_: Request, error: Exception) -> JSONResponse:
    status = next(status for kind, status in STATUS_OF if isinstance(error, kind))
    title = "not found" if status == 404 else "the request cannot be answered"  # noqa: PLR2004
    return problem(status, title, str(error))


async def _validation(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    errors = [
        {"field": ".".join(str(part) for part in one["loc"][1:]), "problem": str(one["msg"])}
        for one in error.errors()
    ]
    detail = "; ".join(f"{one['field']}: {one['problem']}" for one in errors)
    return problem(422, "the request is not valid", detail, errors)


async def _http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    response = problem(error.status_code, "the request cannot be answered", str(error.detail))
    response.headers.update(error.headers or {})
    return response


async def _internal(_: Request, __: Exception) -> JSONResponse:
    """Say that it is our fault and nothing more; the server's log has the place."""
    response = problem(500, "the service failed", "this is an error of ours; please report it")
    response.headers.update(ALWAYS)
    return response
