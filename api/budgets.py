"""What one request may cost: its size, and how many come with one key."""

import math
import time
from collections.abc import Callable, Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.errors import problem

MOST_BYTES = 32_000_000
"""The largest body of a request; files of batches have their own limit."""
_MOST_KEYS = 10_000
_MINUTE = 60.0


class RateLimiter:
    """So many requests a minute for each key, the unused ones of a minute at once."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Count by a clock of seconds."""
        self._most = float(per_minute)
        self._clock = clock
        self._left: dict[str, tuple[float, float]] = {}

    def wait_seconds(self, key: str) -> int:
        """Return 0 and count the request, or in how many seconds it may be made."""
        at = self._clock()
        left, since = self._left.get(key, (self._most, at))
        left = min(self._most, left + (at - since) * self._most / _MINUTE)
        if left < 1:
            return math.ceil((1 - left) * _MINUTE / self._most)
        if len(self._left) >= _MOST_KEYS:
            self._left.clear()
        self._left[key] = (left - 1, at)
        return 0


class BodyLimit:
    """Refuses a body that is too large, by what it announces and by what comes."""

    def __init__(self, app: ASGIApp, most_bytes: int, files: Mapping[str, int]) -> None:
        """Guard an application; ``files`` are the paths that take files, with their own limit."""
        self._app = app
        self._most = most_bytes
        self._files = files

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 413 as soon as the limit is passed; nothing beyond it is read."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._files.get(scope["path"], self._most)
        detail = f"a body may have {most} bytes; send fewer records at once"
        refusal = problem(413, "the request is too large", detail)
        if _announced(scope) > most:
            await refusal(scope, receive, send)
            return
        counted = _Counted(receive, send, most)
        await self._app(scope, counted.receive, counted.send)
        if counted.passed:
            await refusal(scope, receive, send)


class _Counted:
    """A body that ends, as if the sender had gone, where the limit is passed."""

    def __init__(self, receive: Receive, send: Send, most: int) -> None:
        self._receive = receive
        self._send = send
        self._left = most

    @property
    def passed(self) -> bool:
        """Whether more came than may."""
        return self._left < 0

    async def receive(self) -> Message:
        """Return the next part."""
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        return {"type": "http.disconnect"} if self.passed else message

    async def send(self, message: Message) -> None:
        """Send what the application answers; what it says about half a body is left out."""
        if not self.passed:
            await self._send(message)


def _announced(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else 0
    return 0
