"""Signing in, and what a session may do."""

import re

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from starlette.routing import Mount

from api.ui.app import VIEWS
from api.ui.sessions import COOKIE, LASTS_SECONDS, Sessions
from screener.storage.repository import Repository
from tests.api.conftest import MakeKey
from tests.api.ui.conftest import MakePerson, Person, words

POSTS = sorted(
    route.path
    for view in VIEWS
    for route in view.router.routes
    if isinstance(route, APIRoute) and "POST" in (route.methods or ())
)
assert POSTS, "no form was found"


def test_without_keys_pages_are_shown_at_this_machine(person: Person) -> None:
    page = person.see("/")

    assert page.status_code == 200
    assert "Screen one line" in words(page)


@pytest.mark.parametrize("host", ["evil.example", "10.0.0.5:8000"])
def test_without_keys_only_loopback_names_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/ui/screen", headers={"Host": host}).status_code == 403


def test_the_start_of_the_service_leads_to_the_workbench(client: TestClient) -> None:
    assert client.get("/").url.path == "/ui/screen"


def test_with_keys_a_page_leads_to_the_sign_in_and_back(
    client: TestClient, repository: Repository
) -> None:
    token = repository.keys.create("ann", ["screen", "read"], actor="test").token
    asked = client.get("/ui/screen")
    assert asked.url.path == "/ui/sign-in"

    someone = Person(client)
    answer = someone.send("/sign-in", {"key": token, "following": "/screen"}, seen="/sign-in")

    assert answer.url.path == "/ui/screen"
    assert "ann" in words(answer)


@pytest.mark.parametrize("key", ["", "nobody", "fls_0123_x", "fls_x_y'\"><b>"])
def test_a_wrong_key_signs_nobody_in(client: TestClient, make_key: MakeKey, key: str) -> None:
    make_key("ann")

    answer = Person(client).send("/sign-in", {"key": key}, seen="/sign-in")

    assert answer.status_code == 401
    assert "unknown, revoked or past its end" in words(answer)
    assert client.get("/ui/screen").url.path == "/ui/sign-in"


def test_attempts_to_sign_in_are_limited(
    app: FastAPI, client: TestClient, make_key: MakeKey
) -> None:
    make_key("ann")
    service = app.state.service
    limited = service._replace(limiter=type(service.limiter)(2))
    (ui,) = (route.app for route in app.routes if isinstance(route, Mount))
    assert isinstance(ui, FastAPI)
    ui.state.service = limited
    someone = Person(client)

    codes = [someone.send("/sign-in", {"key": "x"}, seen="/sign-in").status_code for _ in range(3)]

    assert codes == [401, 401, 429]


def test_the_cookie_is_kept_from_scripts_and_other_sites(client: TestClient) -> None:
    cookie = client.get("/ui/screen").headers["set-cookie"]

    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Path=/ui" in cookie
    assert "Secure" not in cookie


def test_over_https_the_cookie_never_goes_in_the_clear(app: FastAPI) -> None:
    with TestClient(app, base_url="https://127.0.0.1") as client:
        assert "Secure" in client.get("/ui/screen").headers["set-cookie"]


def test_a_session_ends_by_the_clock_of_the_server() -> None:
    seconds = [0.0]
    sessions = Sessions(b"secret", clock=lambda: seconds[0])
    cookie = sessions.start("k1").cookie
    assert sessions.read(cookie) is not None

    seconds[0] = float(LASTS_SECONDS)

    assert sessions.read(cookie) is None


@pytest.mark.parametrize("change", ["key", "end", "signature", "short", "other script"])
def test_a_changed_cookie_is_nobodys(change: str) -> None:
    sessions = Sessions(b"secret", clock=lambda: 0.0)
    key, end, nonce, signature = sessions.start("k1").cookie.split(".")
    changed = {
        "key": f"k2.{end}.{nonce}.{signature}",
        "end": f"{key}.9{end}.{nonce}.{signature}",
        "signature": f"{key}.{end}.{nonce}.{signature[::-1]}",
        "short": f"{key}.{end}.{signature}",
        "other script": f"{key}.{end}.{nonce}.{signature[:-1]}é",
    }

    assert sessions.read(changed[change]) is None


def test_a_revoked_key_ends_its_sessions(signed_in: MakePerson, repository: Repository) -> None:
    ann = signed_in("ann")
    (key,) = repository.keys.all()

    repository.keys.revoke(key.id, actor="test")

    assert ann.see("/screen").url.path == "/ui/sign-in"


def test_signing_out_ends_the_session(signed_in: MakePerson) -> None:
    ann = signed_in("ann")

    answer = ann.send("/sign-out", {}, seen="/screen")

    assert answer.url.path == "/ui/sign-in"
    assert ann.see("/screen").url.path == "/ui/sign-in"


@pytest.mark.parametrize(
    "target", ["//evil.example", "https://evil.example", "/a?b", "evil", "/\\e"]
)
def test_a_sign_in_leads_nowhere_else(
    client: TestClient, repository: Repository, target: str
) -> None:
    token = repository.keys.create("ann", ["screen"], actor="test").token

    answer = Person(client).send("/sign-in", {"key": token, "following": target}, seen="/sign-in")

    assert answer.url.host == "127.0.0.1"
    assert answer.url.path == "/ui/screen"


@pytest.mark.parametrize("path", POSTS)
@pytest.mark.parametrize("token", [None, "", "0" * 64])
def test_no_form_counts_without_the_token_of_its_session(
    person: Person, path: str, token: str | None
) -> None:
    person.see("/screen")
    fields = {} if token is None else {"csrf": token}

    answer = person.client.post(f"/ui{re.sub(r'{.*?}', 'x', path)}", data=fields)

    assert answer.status_code == 403
    assert "not of your session" in words(answer)


def test_the_token_of_one_session_is_no_use_in_another(signed_in: MakePerson) -> None:
    ann, bob = signed_in("ann"), signed_in("bob")
    token = bob.token("/screen")

    answer = ann.client.post("/ui/screen", data={"csrf": token, "product_description": "x"})

    assert answer.status_code == 403


def test_only_what_a_key_may_is_shown(signed_in: MakePerson) -> None:
    sue = signed_in("sue", "screen")

    page = sue.see("/screenings/x")

    assert page.status_code == 403
    assert "needs a key with the scope read" in words(page)


def test_pages_take_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/ui/screen")

    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "style=" not in page.text
    assert not re.search(r"<script(?! src=\"/ui/static/)|\son\w+=", page.text)


def test_an_unknown_page_is_said_to_be_none(client: TestClient) -> None:
    page = client.get("/ui/nothing-here")

    assert page.status_code == 404
    assert page.headers["content-type"].startswith("text/html")


def test_the_secret_is_made_once_and_for_its_owner_alone(app: FastAPI, client: TestClient) -> None:
    client.get("/ui/screen")
    secret = app.state.service.home / "session.secret"

    assert secret.stat().st_mode & 0o777 == 0o600
    assert len(secret.read_bytes()) == 32
    assert COOKIE in client.cookies
