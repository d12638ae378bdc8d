"""Who may ask what: every route with every kind of key."""

import re

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from sqlalchemy import Engine, text

from api.app import ROUTERS
from api.budgets import RateLimiter
from api.headers import ALWAYS
from screener.model.access import SCOPES, Scope
from screener.storage.repository import Repository
from tests.api.conftest import Key, MakeKey
from tests.api.route_scopes import OPEN, SCOPE_OF

ROUTES = [
    (method, route.path)
    for module in ROUTERS
    for route in module.router.routes
    if isinstance(route, APIRoute)
    for method in sorted(route.methods or ())
]
assert ROUTES, "no route was found"
KINDS = (*SCOPES, "none", "unknown", "revoked", "expired")


def _expected(route: tuple[str, str], kind: str) -> set[int] | None:
    """Return what is answered to those who may not; None to those who may."""
    if route in OPEN:
        return None
    if kind in SCOPES:
        return None if kind == SCOPE_OF[route] else {403}
    return {401}


@pytest.fixture(scope="module", name="doors")
def _doors(shared: TestClient) -> dict[str, dict[str, str]]:
    """Return the header for each kind of key."""
    keys = shared.app.state.service.repository.keys  # type: ignore[attr-defined]
    made: dict[str, str] = {
        scope: keys.create(f"{scope}er", [scope], actor="test").token for scope in SCOPES
    }
    revoked = keys.create("gone", SCOPES, actor="test")
    keys.revoke(revoked.key.id, actor="test")
    made["revoked"] = revoked.token
    made["expired"] = keys.create(
        "late", SCOPES, actor="test", expires_at="2999-01-01T00:00:00.000000Z"
    ).token
    with keys._engine.begin() as connection:
        connection.execute(
            text("UPDATE api_key SET expires_at = '2020-01-01' WHERE owner = 'late'")
        )
    made["unknown"] = "fls_0123456789abcdef_nobody"
    return {**{kind: {"Authorization": f"Bearer {made[kind]}"} for kind in made}, "none": {}}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("route", ROUTES, ids=" ".join)
def test_only_the_right_key_opens_a_route(
    shared: TestClient, doors: dict[str, dict[str, str]], route: tuple[str, str], kind: str
) -> None:
    method, path = route

    answer = shared.request(method, re.sub(r"\{\w+\}", "x", path), headers=doors[kind])

    expected = _expected(route, kind)
    if expected is None:
        assert answer.status_code not in (401, 403)
    else:
        assert answer.status_code in expected
        assert answer.headers["content-type"] == "application/problem+json"


def test_every_route_has_its_scope_and_no_scope_is_left_over() -> None:
    assert sorted([*SCOPE_OF, *OPEN]) == sorted(ROUTES)


@pytest.mark.parametrize("header", ["Basic YTpi", "Bearer", "fls_x_y", "Bearer  "])
def test_other_credentials_are_refused(client: TestClient, make_key: MakeKey, header: str) -> None:
    make_key("ann")

    answer = client.get("/v1/fields", headers={"Authorization": header})

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("header", ["Basic YTpi", "Bearer fls_x_y"])
def test_wrong_credentials_are_refused_where_none_are_needed(
    client: TestClient, header: str
) -> None:
    assert client.get("/v1/fields", headers={"Authorization": header}).status_code == 401


@pytest.mark.parametrize("host", ["evil.example", "0.0.0.0", "10.0.0.5:8000"])  # noqa: S104
def test_without_keys_only_loopback_names_are_answered(client: TestClient, host: str) -> None:
    answer = client.get("/v1/fields", headers={"Host": host})

    assert answer.status_code == 403


def test_without_keys_this_machine_may_do_everything(client: TestClient) -> None:
    assert client.get("/v1/keys").json()["keys"] == []
    assert client.get("/v1/fields", headers={"Host": "localhost:8000"}).status_code == 200


def test_the_first_key_shuts_the_door(client: TestClient) -> None:
    made = client.post("/v1/keys", json={"owner": "ann", "scopes": ["admin"]}).json()

    assert client.get("/v1/keys").status_code == 401
    shown = {"Authorization": f"Bearer {made['token']}"}
    assert [key["owner"] for key in client.get("/v1/keys", headers=shown).json()["keys"]] == ["ann"]


def test_a_token_is_shown_once(client: TestClient, make_key: MakeKey) -> None:
    admin = make_key("root", "admin")

    made = client.post(
        "/v1/keys", json={"owner": "bob", "scopes": ["read"]}, headers=admin.headers
    ).json()

    listed = client.get("/v1/keys", headers=admin.headers).text
    assert made["token"] not in listed
    assert made["token"].split("_", 2)[2] not in listed


def test_a_key_may_be_revoked_and_stays_listed(client: TestClient, make_key: MakeKey) -> None:
    admin, reader = make_key("root", "admin"), make_key("bob", "read")

    revoked = client.delete(f"/v1/keys/{reader.id}", headers=admin.headers).json()

    assert revoked["key"]["revoked_at"]
    assert client.get("/v1/fields", headers=reader.headers).status_code == 401
    assert len(client.get("/v1/keys", headers=admin.headers).json()["keys"]) == 2


@pytest.mark.parametrize(
    "body",
    [
        {"owner": "", "scopes": ["read"]},
        {"owner": "bob", "scopes": []},
        {"owner": "bob", "scopes": ["all"]},
        {"owner": "bob", "scopes": ["read"], "expires_at": "2020-01-01T00:00:00"},
        {"owner": "bob", "scopes": ["read"], "expires_at": "soon"},
        {"owner": "bob", "scopes": ["read"], "extra": 1},
    ],
    ids=str,
)
def test_a_key_without_sense_is_refused(client: TestClient, body: dict[str, object]) -> None:
    assert client.post("/v1/keys", json=body).status_code == 422


def test_a_key_may_ask_only_so_often(app: FastAPI, client: TestClient, make_key: MakeKey) -> None:
    key, other = make_key("ann", "read"), make_key("bob", "read")
    seconds = [0.0]
    limiter = RateLimiter(2, clock=lambda: seconds[0])
    app.state.service = app.state.service._replace(limiter=limiter)

    def status(asking: Key) -> int:
        return client.get("/v1/fields", headers=asking.headers).status_code

    assert [status(key), status(key), status(key)] == [200, 200, 429]
    assert status(other) == 200
    refused = client.get("/v1/fields", headers=key.headers)
    assert refused.headers["retry-after"] == "30"
    seconds[0] = 30.0
    assert [status(key), status(key)] == [200, 429]


@pytest.mark.parametrize("path", ["/v1/fields", "/v1/none", "/healthz", "/docs", "/v1/keys/x"])
def test_every_answer_is_closed_to_other_sites(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"Origin": "https://evil.example"})

    assert {name: answer.headers[name] for name in ALWAYS} == ALWAYS
    assert not [name for name in answer.headers if name.startswith("access-control")]
    assert "server" not in answer.headers


def test_another_site_may_not_ask_beforehand(client: TestClient) -> None:
    answer = client.options(
        "/v1/screenings",
        headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"},
    )

    assert answer.status_code == 405


def test_what_creates_is_never_cached(client: TestClient) -> None:
    answer = client.post("/v1/keys", json={"owner": "ann", "scopes": ["admin"]})

    assert answer.headers["cache-control"] == "no-store"


def test_the_openapi_document_tells_how_to_show_a_key(client: TestClient) -> None:
    document = client.get("/openapi.json").json()

    assert document["components"]["securitySchemes"]["key"]["scheme"] == "bearer"
    for method, path in ROUTES:
        described = document["paths"].get(path, {}).get(method.lower(), {})
        assert ("security" in described) is ((method, path) in SCOPE_OF)


def test_events_tell_who_made_and_revoked_keys(
    client: TestClient, make_key: MakeKey, repository: Repository, engine: Engine
) -> None:
    admin = make_key("root", "admin")
    client.delete(f"/v1/keys/{admin.id}", headers=admin.headers)
    again = make_key("root2", "admin")

    events = client.get("/v1/audit", params={"limit": 2}, headers=again.headers).json()
    rest = client.get("/v1/audit", params={"after": events["next"]}, headers=again.headers).json()

    assert [event["actor"] for event in events["events"]] == ["test", "root"]
    assert [event["kind"] for event in rest["events"]] == ["key.created"]
    assert rest["next"] is None
    found = client.get(
        "/v1/audit", params={"kind": "key.revoked", "subject": admin.id}, headers=again.headers
    ).json()
    assert len(found["events"]) == 1
    verified = client.get("/v1/audit/verify", headers=again.headers).json()
    assert verified["holds"]
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM event WHERE number = 1"))
    assert not client.get("/v1/audit/verify", headers=again.headers).json()["holds"]
    assert repository.audit.verify().flaws


def test_scopes_are_those_of_the_contract() -> None:
    scopes: tuple[Scope, ...] = ("screen", "read", "review", "approve", "admin")

    assert scopes == SCOPES
