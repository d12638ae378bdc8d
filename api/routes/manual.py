"""The routes as a page to read, made from the OpenAPI document; it loads nothing."""

from collections.abc import Iterator
from html import escape
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

router = APIRouter(tags=["operations"])


@router.get("/docs", response_class=HTMLResponse)
def docs(request: Request) -> str:
    """Return every route with what it does and answers, as a page."""
    document: dict[str, Any] = request.app.openapi()
    title = escape(document["info"]["title"])
    body = "".join(_sections(document))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><main><h1>{title}</h1><p>{escape(document['info']['description'])}</p>"
        f'<p><a href="/openapi.json">OpenAPI document</a></p>{body}</main></body></html>'
    )


def _sections(document: dict[str, Any]) -> Iterator[str]:
    for path, methods in document["paths"].items():
        for method, route in methods.items():
            told = escape(route.get("description") or route["summary"])
            answers = "".join(
                f"<li>{status}: {escape(answer['description'])}</li>"
                for status, answer in route["responses"].items()
            )
            yield (
                f"<section><h2><code>{method.upper()} {escape(path)}</code></h2>"
                f"<p>{told}</p><ul>{answers}</ul></section>"
            )
