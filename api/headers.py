"""Headers that every answer carries: nothing of it is for other sites, frames or caches."""

from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

REQUEST_ID = "X-Request-ID"
# Answers are data; the one page (/docs) has no script, style or picture either.
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
}
# Pages of the workbench take style, script and pictures from this service, and send forms to it.
PAGES = "/ui"
ON_PAGES = {
    **ALWAYS,
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; "
    "img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "same-origin",
}
# The report of a run is one file that can be sent on, with its styles in it.
REPORT_POLICY = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
}
_CACHE = b"cache-control"
_CACHING = {"GET": b"private, no-cache"}
_HSTS = ((b"strict-transport-security", b"max-age=31536000"),)


def _raw(headers: Mapping[str, str]) -> tuple[tuple[bytes, bytes], ...]:
    return tuple((name.lower().encode(), value.encode()) for name, value in headers.items())


_RAW_ALWAYS, _RAW_ON_PAGES = _raw(ALWAYS), _raw(ON_PAGES)


class SecurityHeaders:
    """Adds the headers to whatever an application answers; one that it sets itself stays."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, with the headers added."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                added = _RAW_ON_PAGES if scope["path"].startswith(PAGES) else _RAW_ALWAYS
                own = [one for one in message["headers"] if one[0].lower() != _CACHE]
                names = {name.lower() for name, _ in own}
                # A reader may keep an answer but asks each time whether it still holds.
                caching = (_CACHE, _CACHING.get(scope["method"], b"no-store"))
                hsts = _HSTS if scope["scheme"] == "https" else ()
                more = (one for one in added if one[0] not in names)
                message = {**message, "headers": [*own, *more, caching, *hsts]}
            await send(message)

        await self._app(scope, receive, with_headers)
