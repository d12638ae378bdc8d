"""Pages of other origins that may ask the reconciliation routes, and no other route."""

from collections.abc import Sequence

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

_OPEN = "/reconcile/"


class ReconcileOrigins:
    """Lets the pages of named origins read answers of the reconciliation API.

    The API asks for that of every service; here it is closed until an origin is named.
    """

    def __init__(self, app: ASGIApp, origins: Sequence[str]) -> None:
        """Wrap an application."""
        self._app = app
        self._open = CORSMiddleware(
            app,
            allow_origins=origins,
            allow_methods=["GET", "POST"],
            allow_headers=["Authorization"],
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does, readable for those origins."""
        opened = scope["type"] == "http" and scope["path"].startswith(_OPEN)
        await (self._open if opened else self._app)(scope, receive, send)
