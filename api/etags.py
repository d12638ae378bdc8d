"""ETags: an answer that has not changed is not sent again."""

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_OK = 200


class ETags:
    """Marks what GET answers by its content, and answers 304 to one who has it."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the application does; a body sent in one piece gets an ETag.

        One that a route gave stays: it names what may be changed, not the answer that shows it.
        """
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        start: Message | None = None

        async def marked(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and _may_be_marked(message):
                start = message
                return
            if start is not None:
                first, start = start, None
                if not message.get("more_body", False):
                    first, message = _marked(first, message, scope)
                await send(first)
            await send(message)

        await self._app(scope, receive, marked)


def _may_be_marked(start: Message) -> bool:
    return start["status"] == _OK and "etag" not in Headers(raw=start["headers"])


def _marked(start: Message, body: Message, scope: Scope) -> tuple[Message, Message]:
    """Return start and body of an answer with its mark, or of one that says nothing is new."""
    tag = f'"{hashlib.sha256(body.get("body", b"")).hexdigest()[:32]}"'
    headers = MutableHeaders(scope=start)
    headers["ETag"] = tag
    known = [one.strip() for one in Headers(scope=scope).get("if-none-match", "").split(",")]
    if tag not in [one.removeprefix("W/") for one in known] and known != ["*"]:
        return start, body
    for name in ("content-length", "content-type"):
        del headers[name]
    return {**start, "status": 304}, {**body, "body": b""}
