"""JSON that readers do not agree on: a name twice in one object, and numbers that are none.

A file of records is read as strictly (``screener.batch.jsonlines``): of two countries in one
record neither may be passed over in silence.
"""

import json

from fastapi import HTTPException, Request
from starlette.requests import ClientDisconnect

from screener.batch.jsonlines import doubled_key


async def whole_body(request: Request) -> bytes:
    """Return the body of a request.

    Raises:
        HTTPException: The sender went before it was whole (400).

    """
    try:
        return await request.body()
    except ClientDisconnect:
        # Nothing more will come: to read it once more would wait for ever.
        raise HTTPException(400, "the body ended before it was whole") from None


async def refuse_doubtful_json(request: Request) -> None:
    """Look through a JSON body; one that cannot be read is left to whoever reads it next.

    Raises:
        HTTPException: A name stands twice in one object (422), or NaN or Infinity as a number, which
            is no JSON (400).

    """
    if "json" not in request.headers.get("content-type", ""):
        return
    body = await whole_body(request)
    try:
        json.loads(body, object_pairs_hook=_once, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = doubled_key(pairs)
        raise HTTPException(422, f"{twice[:100]!a} stands twice in one object; send it once")
    return found


def _no_number(name: str) -> object:
    raise HTTPException(400, f"{name} is no value in JSON")
