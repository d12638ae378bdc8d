"""Bodies that are too large, ETags, and the page of routes."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.budgets import MOST_BYTES
from screener.model.access import Scope
from tests.api.conftest import HOST, MakeKey

JSON = {"content-type": "application/json"}
PIECE = b" " * 1_000_000


def _pieces(count: int) -> Iterator[bytes]:
    for _ in range(count):
        yield PIECE


def test_a_body_that_announces_too_much_is_refused(client: TestClient) -> None:
    answer = client.post("/v1/screenings", content=b" " * (MOST_BYTES + 1), headers=JSON)

    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_body_that_never_ends_is_refused_where_the_limit_is(client: TestClient) -> None:
    given = 0

    def endless() -> Iterator[bytes]:
        nonlocal given
        for piece in _pieces(MOST_BYTES // len(PIECE) + 5):
            given += 1
            yield piece

    answer = client.post("/v1/screenings", content=endless(), headers=JSON)

    assert answer.status_code == 413


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 100_000,
        b'{"records":' + b"[" * 50_000 + b"]" * 50_000 + b"}",
        b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
        b'{"notes": "\xff\xfe"}',
        b'{"notes": "\\ud800"}',
        b'{"quantity": ' + b"9" * 5_000 + b"}",
        b"\x00",
        b"null",
        b'"text"',
    ],
    ids=[
        "deep list", "deep records", "deep object", "not UTF-8", "half a character", "long number",
        "zero byte", "null", "text",
    ],
)  # fmt: skip
def test_a_hostile_body_is_a_problem_document(shared: TestClient, content: bytes) -> None:
    answer = shared.post("/v1/screenings", content=content, headers=JSON)

    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "content",
    [
        b'{"notes": "hat", "supplier_country": "KP", "supplier_country": "US"}',
        b'{"records": [{"notes": "dolls"}], "records": [{"notes": "hat"}]}',
        b'{"records": [{"notes": "hat", "supplier_country": "KP", "supplier_country": "US"}]}',
    ],
)
@pytest.mark.parametrize(
    "headers",
    [JSON, {**JSON, "Idempotency-Key": "k"}, {"Content-Type": "application/json; charset=utf-8"}],
    ids=["plain", "with a key", "with a charset"],
)
def test_json_that_readers_do_not_agree_on_is_refused(
    shared: TestClient, content: bytes, headers: dict[str, str]
) -> None:
    before = shared.get("/v1/screenings").json()["screenings"]

    answer = shared.post("/v1/screenings", content=content, headers=headers)

    assert answer.status_code == 422
    assert "stands twice" in answer.json()["detail"]
    assert shared.get("/v1/screenings").json()["screenings"] == before


@pytest.mark.parametrize(
    "content",
    [
        b'{"notes": "hat", "quantity": NaN}',
        b'{"records": [{"notes": "hat", "quantity": -Infinity}]}',
    ],
)
@pytest.mark.parametrize(
    "headers", [JSON, {**JSON, "Idempotency-Key": "n"}], ids=["plain", "with a key"]
)
def test_a_number_that_json_does_not_have_is_no_json(
    shared: TestClient, content: bytes, headers: dict[str, str]
) -> None:
    answer = shared.post("/v1/screenings", content=content, headers=headers)

    assert answer.status_code == 400
    assert "no value in JSON" in answer.json()["detail"]


def test_no_route_takes_a_name_twice(shared: TestClient) -> None:
    queries = b'{"queries": {"q": {"schema": "Thing", "schema": "Thing", "properties": {}}}}'

    answers = [
        shared.post("/v1/compare", content=b'{"a": "x", "a": "y", "b": "z"}', headers=JSON),
        shared.post("/match/default", content=queries, headers=JSON),
    ]

    assert [one.status_code for one in answers] == [422, 422]
    assert all("stands twice" in one.json()["detail"] for one in answers)


def test_a_state_in_which_nothing_can_stand_is_refused(shared: TestClient) -> None:
    assert shared.get("/v1/screenings", params={"disposition": "opne"}).status_code == 422
    assert shared.get("/v1/screenings", params={"disposition": "suppressed"}).status_code == 200


def test_a_number_is_a_line_id_alone_as_among_others(shared: TestClient) -> None:
    record = {"line_id": 7, "notes": "hat"}
    alone = shared.post("/v1/screenings", json=record).json()
    among = shared.post("/v1/screenings", json={"records": [record]}).json()

    assert [one["screenings"][0]["line_id"] for one in (alone, among)] == ["7", "7"]


def test_half_a_character_in_a_list_spoils_only_its_record(shared: TestClient) -> None:
    content = b'{"records": [{"notes": "\\ud800 hat"}, {"product_description": "hat"}]}'

    body = shared.post("/v1/screenings", content=content, headers=JSON).json()

    assert [one["line_id"] for one in body["screenings"]] == ["2"]
    assert [one["index"] for one in body["rejects"]] == [0]


def test_an_answer_that_has_not_changed_is_not_sent_again(shared: TestClient) -> None:
    first = shared.get("/v1/fields")
    tag = first.headers["etag"]

    again = shared.get("/v1/fields", headers={"If-None-Match": f'"other", {tag}'})

    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == tag
    assert again.headers["x-frame-options"] == "DENY"
    assert shared.get("/v1/rules", headers={"If-None-Match": tag}).status_code == 200
    assert shared.get("/v1/fields", headers={"If-None-Match": f"W/{tag}"}).status_code == 304


def test_what_is_refused_has_no_tag(shared: TestClient) -> None:
    assert "etag" not in shared.get("/v1/entries/none").headers


def test_the_page_of_routes_loads_nothing(shared: TestClient) -> None:
    page = shared.get("/docs").text

    assert "POST /v1/screenings" in page
    for loading in ("<script", "<link", "<img", "src=", "@import", "http://", "https://"):
        assert loading not in page


def test_an_error_of_ours_tells_nothing_of_the_inside(app: FastAPI) -> None:
    app.state.service = None

    with TestClient(app, base_url=HOST, raise_server_exceptions=False) as client:
        answer = client.get("/healthz")

    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-frame-options"] == "DENY"
    assert "assert" not in answer.text


@pytest.mark.parametrize("scope", [None, "read"])
def test_the_key_is_looked_at_before_the_body_is_read(
    client: TestClient, make_key: MakeKey, scope: Scope | None
) -> None:
    key = make_key("bob", scope or "screen")
    headers = {**JSON, **(key.headers if scope else {})}

    answer = client.post("/v1/screenings", content=b"no JSON", headers=headers)

    assert answer.status_code == (403 if scope else 401)


def test_a_body_that_is_no_json_is_named_and_not_a_number(client: TestClient) -> None:
    answer = client.post("/v1/screenings", content=b'{"line_id": "1",, }', headers=JSON)

    assert answer.status_code == answer.json()["status"] == 400
    assert answer.headers["content-type"] == "application/problem+json"
    errors = answer.json()["errors"]
    assert [one["field"] for one in errors] == ["body"]
    assert errors[0]["problem"].startswith("no JSON: ")
    assert errors[0]["problem"].endswith("at character 16")


@pytest.mark.parametrize("path", ["/v1/screenings", "/v1/compare", "/v1/keys", "/match/default"])
def test_what_is_no_json_is_told_from_json_of_another_shape(shared: TestClient, path: str) -> None:
    broken = shared.post(path, content=b"supplier_name=hat", headers=JSON)
    other = shared.post(path, content=b"[1]", headers=JSON)

    assert [broken.status_code, other.status_code] == [400, 422]


def test_a_text_with_a_zero_character_is_no_error_of_the_service(app: FastAPI) -> None:
    with TestClient(app, base_url=HOST, raise_server_exceptions=False) as client:
        stored = client.post("/v1/screenings", json={"supplier_name": "a\0b"})
        found = client.get("/v1/audit", params={"kind": "\0"})

    assert stored.status_code in (200, 422)
    assert found.status_code in (200, 422)
    assert "a\0b" not in stored.json().get("detail", "")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("PUT", "/v1/screenings", "GET, POST"),
        ("OPTIONS", "/v1/batches/x", "DELETE, GET"),
        ("PATCH", "/v1/screenings/x", "GET"),
        ("PATCH", "/v1/rules/try", "POST"),
        ("GET", "/v1/screenings/x/replay", "POST"),
    ],
)
def test_a_method_that_an_address_has_not_is_told_all_that_it_has(
    client: TestClient, method: str, path: str, allowed: str
) -> None:
    answer = client.request(method, path)

    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)
