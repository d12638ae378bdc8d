"""What is noted of every request: an id, a count, and one line in the log.

A request is named by the pattern of its route, never by its address: names may stand in it.
"""

import logging
import re
import time
import uuid

from fastapi.telemetry import TelemetryConfig
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.headers import REQUEST_ID
from api.metrics import NO_ROUTE, Metrics
from screener.logs import bind_request
from screener.tracing import request_span

_HEADER = REQUEST_ID.lower().encode()
_TRACE_HEADERS = ("traceparent", "tracestate")
_SOUND = re.compile(rb"[A-Za-z0-9._:-]{1,64}")
# The framework's own would send addresses and messages of errors, in which names may stand.
NO_TELEMETRY: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
_LOG = logging.getLogger("screener.access")


class Observing:
    """Gives each request of an application its id, counts it and logs it."""

    def __init__(self, app: ASGIApp, metrics: Metrics, *, traced: bool = False) -> None:
        """Wrap an application; ``traced`` says whether somebody wants its spans."""
        self._app = _Traced(app) if traced else app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, with the id of the request in the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        status = 500
        id_ = _request_id(scope)
        bind_request(id_)
        scope.setdefault("state", {})["request_id"] = id_

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID] = id_
            await send(message)

        try:
            await self._app(scope, receive, noted)
        finally:
            self._note(scope, status, time.perf_counter() - started)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        route = route_of(scope)
        # A method is any word; those of routes are known.
        method = scope["method"] if route != NO_ROUTE else NO_ROUTE
        self._metrics.answered(method, route, status, seconds)
        if not _LOG.isEnabledFor(logging.INFO):
            return
        caller = scope["state"].get("caller")
        told = {"method": method, "route": route, "status": status, "seconds": round(seconds, 6)}
        _LOG.info("request", extra=told if caller is None else {**told, "key": caller.key})


class _Traced:
    """Makes a span of each request, in the trace that the request belongs to."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        carrier = {name: Headers(scope=scope).get(name, "") for name in _TRACE_HEADERS}
        with request_span(carrier, **{"screener.request_id": scope["state"]["request_id"]}) as span:

            async def noted(message: Message) -> None:
                if message["type"] == "http.response.start":
                    span.set_attribute("http.response.status_code", message["status"])
                await send(message)

            try:
                await self._app(scope, receive, noted)
            finally:
                route = route_of(scope)
                method = scope["method"] if route != NO_ROUTE else NO_ROUTE
                span.update_name(f"{method} {route}")
                span.set_attributes({"http.request.method": method, "http.route": route})


def route_of(scope: Scope) -> str:
    """Return the pattern of the route that a request took; ``none`` if there was none."""
    # Pages are an application of their own below a path, and so are their files.
    below = scope.get("root_path", "").removeprefix(scope.get("app_root_path", ""))
    path: str = getattr(scope.get("route"), "path", "")
    return f"{below}{path}" or NO_ROUTE


def _request_id(scope: Scope) -> str:
    """Return the id that a caller gave, if it is one, or a new one."""
    for name, value in scope["headers"]:
        if name == _HEADER and _SOUND.fullmatch(value):
            return str(value.decode("ascii"))
    return uuid.uuid4().hex
