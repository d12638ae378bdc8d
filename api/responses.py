"""Answers in JSON."""

import msgspec
from starlette.responses import Response


class JsonResponse(Response):
    """An answer of plain values and structs; ``msgspec.Raw`` stands in it as it is."""

    media_type = "application/json"

    def render(self, content: object) -> bytes:
        """Return the bytes of a body."""
        return msgspec.json.encode(content)
