"""Headers are added to what an application sets itself, and never twice."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from api.headers import ALWAYS, ON_PAGES, SecurityHeaders

OWN = {"Content-Security-Policy": "default-src 'self'", "Cache-Control": "public"}


async def _answer(_: Request) -> Response:
    answer = Response("x", headers=OWN)
    answer.set_cookie("a", "1")
    answer.set_cookie("b", "2")
    return answer


APP = SecurityHeaders(
    Starlette(routes=[Route(path, _answer, methods=["GET", "POST"]) for path in ("/v1", "/ui")])
)


@pytest.mark.parametrize(("path", "added"), [("/v1", ALWAYS), ("/ui", ON_PAGES)])
def test_own_headers_stay_and_the_others_are_added_once(path: str, added: dict[str, str]) -> None:
    answer = TestClient(APP, base_url="http://127.0.0.1").get(path)

    wanted = {**added, "Content-Security-Policy": OWN["Content-Security-Policy"]}
    assert {name: answer.headers.get_list(name) for name in wanted} == {
        name: [value] for name, value in wanted.items()
    }
    assert len(answer.headers.get_list("set-cookie")) == 2


@pytest.mark.parametrize(
    ("method", "scheme", "caching", "hsts"),
    [("GET", "http", "private, no-cache", []), ("POST", "https", "no-store", ["max-age=31536000"])],
)
def test_keeping_an_answer_is_decided_by_method_and_scheme(
    method: str, scheme: str, caching: str, hsts: list[str]
) -> None:
    answer = TestClient(APP, base_url=f"{scheme}://127.0.0.1").request(method, "/v1")

    assert answer.headers.get_list("Cache-Control") == [caching]
    assert answer.headers.get_list("Strict-Transport-Security") == hsts
