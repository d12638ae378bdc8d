"""Headers that every answer carries: nothing of it is for other sites, frames or caches."""

from starlette.datastructures import MutableHeaders
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
_CACHING = {"GET": "private, no-cache"}
_HSTS = "max-age=31536000"


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
                headers = MutableHeaders(scope=message)
                added = ON_PAGES if scope["path"].startswith(PAGES) else ALWAYS
                for name, value in added.items():
                    headers.setdefault(name, value)
                # A reader may keep an answer but asks each time whether it still holds.
                headers["Cache-Control"] = _CACHING.get(scope["method"], "no-store")
                if scope["scheme"] == "https":
                    headers["Strict-Transport-Security"] = _HSTS
            await send(message)

        await self._app(scope, receive, with_headers)
