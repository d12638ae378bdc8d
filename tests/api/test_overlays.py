"""Overlays over HTTP: drafts saved after every check, guarded against lost changes, on record."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from screener.factory import inspect
from screener.pipeline import Screener
from screener.storage.repository import Repository
from tests.api.conftest import HOST, MakeKey
from tests.rule_drafts import DRAFT

pytestmark = pytest.mark.slow
BOLTS = "/v1/overlays/acme/drafts/own.bolts"
OTHER = DRAFT.replace("title: Bolts", "title: Nuts and bolts")


@pytest.fixture(name="address")
def _address(tmp_path: Path) -> str:
    """Return the address of an empty database; what differs between kinds is tested below REST."""
    return f"sqlite:///{tmp_path}/store.sqlite3"


@pytest.fixture(name="asked")
def _asked(app: FastAPI, tmp_path: Path) -> Iterator[TestClient]:
    """Return a client of a service with a data directory of its own."""
    app.state.service = app.state.service._replace(home=tmp_path)
    with TestClient(app, base_url=HOST) as client:
        yield client


def _files(home: Path) -> list[str]:
    return sorted(
        path.relative_to(home).as_posix()
        for path in (home / "overlays").rglob("*")
        if path.is_file()
    )


def _kinds(repository: Repository) -> list[tuple[str, str, str]]:
    return [(one.kind, one.actor, one.subject) for one in repository.audit.events()]


def test_a_draft_is_saved_read_replaced_and_removed(
    asked: TestClient, tmp_path: Path, repository: Repository
) -> None:
    made = asked.put(BOLTS, json={"text": DRAFT})
    read = asked.get(BOLTS)
    changed = asked.put(BOLTS, json={"text": OTHER}, headers={"If-Match": read.headers["etag"]})
    listed = asked.get("/v1/overlays/acme").json()["overlay"]
    gone = asked.delete(BOLTS, headers={"If-Match": changed.headers["etag"]})

    assert [one.status_code for one in (made, read, changed, gone)] == [201, 200, 200, 200]
    assert made.headers["etag"] == read.headers["etag"] != changed.headers["etag"]
    assert read.json()["draft"]["text"] == DRAFT
    assert {one["passed"] for one in made.json()["tests"]} == {True}
    assert [one["rule"] for one in listed["drafts"]] == ["own.bolts"]
    assert f'"{listed["drafts"][0]["hash"]}"' == changed.headers["etag"]
    assert _files(tmp_path) == []
    assert _kinds(repository) == [
        ("draft.saved", "local", "acme/own.bolts"),
        ("draft.saved", "local", "acme/own.bolts"),
        ("draft.removed", "local", "acme/own.bolts"),
    ]
    assert not repository.audit.verify().flaws


def test_an_overlay_is_a_folder_that_the_command_takes_and_nothing_in_it_is_in_use(
    asked: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked.put(BOLTS, json={"text": DRAFT})

    answer = asked.get("/v1/overlays").json()

    assert answer["overlays"] == [{"name": "acme", "extends": "dprk-core ^1.0", "drafts": 1}]
    assert answer["in_use"] is None
    monkeypatch.delenv("SCREENER_RULES", raising=False)
    reading = inspect(rules=tmp_path / "overlays" / "acme").reading
    assert reading.world.diagnostics.errors == ()
    assert asked.get("/v1/rules/own.bolts").status_code == 404


def test_an_error_is_told_with_its_place_and_nothing_is_saved(
    asked: TestClient, tmp_path: Path, repository: Repository
) -> None:
    answer = asked.put(BOLTS, json={"text": DRAFT.replace("family:", "famly:")})

    told = answer.json()
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert {one["field"] for one in told["errors"]} == {"text"}
    assert any(
        one["problem"].startswith("own/bolts.yaml:4:1: R001 ") and "did you mean" in one["problem"]
        for one in told["errors"]
    )
    assert not (tmp_path / "overlays").exists()
    assert _kinds(repository) == []


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 428),
        ({"If-Match": '"0"'}, 412),
        ({"If-Match": f'"{"0" * 64}"'}, 412),
        ({"If-Match": "own.bolts"}, 412),
        ({"If-Match": "*"}, 200),
    ],
)
def test_a_draft_is_replaced_only_by_one_who_saw_it(
    asked: TestClient, headers: dict[str, str], status: int
) -> None:
    asked.put(BOLTS, json={"text": DRAFT})

    answer = asked.put(BOLTS, json={"text": OTHER}, headers=headers)

    assert answer.status_code == status
    kept = asked.get(BOLTS).json()["draft"]["text"]
    assert kept == (OTHER if status == 200 else DRAFT)


@pytest.mark.parametrize(("headers", "status"), [({}, 428), ({"If-Match": '"0"'}, 412)])
def test_a_draft_is_removed_only_by_one_who_saw_it(
    asked: TestClient, headers: dict[str, str], status: int
) -> None:
    asked.put(BOLTS, json={"text": DRAFT})

    assert asked.delete(BOLTS, headers=headers).status_code == status
    assert asked.get(BOLTS).status_code == 200


def test_what_is_gone_is_not_changed(asked: TestClient) -> None:
    assert asked.put(BOLTS, json={"text": DRAFT}, headers={"If-Match": "*"}).status_code == 412
    assert asked.delete(BOLTS, headers={"If-Match": "*"}).status_code == 404


def test_a_request_may_be_repeated_and_is_one_event(
    asked: TestClient, repository: Repository
) -> None:
    first = asked.put(BOLTS, json={"text": DRAFT})
    second = asked.put(BOLTS, json={"text": DRAFT.replace("\n", "\r\n")})

    assert (first.status_code, second.status_code) == (201, 200)
    assert len(_kinds(repository)) == 1


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/v1/overlays/acme/drafts/own.nuts", DRAFT),
        (BOLTS, DRAFT.replace("status: draft", "status: shadow")),
        (BOLTS, "extends: dprk-core ^1.0\n"),
        (BOLTS, "nothing"),
        ("/v1/overlays/acme/drafts/schema.bolts", DRAFT.replace("own.bolts", "schema.bolts")),
    ],
    ids=["another id", "not a draft", "an overlay", "no mapping", "a place for no rule"],
)
def test_only_a_draft_of_a_rule_is_saved_under_its_own_id(
    asked: TestClient, tmp_path: Path, path: str, text: str
) -> None:
    assert asked.put(path, json={"text": text}).status_code == 422
    assert not (tmp_path / "overlays").exists()


def test_the_pack_is_never_changed(asked: TestClient, screener: Screener) -> None:
    text = dict(screener.content.texts.texts)["dprk/border-handwork.yaml"]
    draft = text.replace("status: active", "status: draft")

    answer = asked.put("/v1/overlays/acme/drafts/dprk.border-handwork", json={"text": draft})

    assert answer.status_code == 422
    assert "is a rule of the pack" in answer.json()["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "/v1/overlays/..",
        "/v1/overlays/%2e%2e/drafts/own.bolts",
        "/v1/overlays/acme/drafts/..",
        "/v1/overlays/acme/drafts/..%2fown.bolts",
        "/v1/overlays/acme/drafts/own..bolts",
        "/v1/overlays/acme/drafts/own.bolts%00",
        "/v1/overlays/acme/drafts/own.bolts%0a",
        "/v1/overlays/Acme/drafts/own.bolts",
        "/v1/overlays/acme%0a/drafts/own.bolts",
        f"/v1/overlays/{'a' * 16}/drafts/own.bolts",
        f"/v1/overlays/acme/drafts/own.{'a' * 45}",
    ],
)
def test_no_name_leads_out_of_the_folder(asked: TestClient, tmp_path: Path, path: str) -> None:
    assert asked.put(path, json={"text": DRAFT}).status_code in (404, 405, 422)
    assert list(tmp_path.rglob("*.yaml")) == []


def test_who_saved_what_is_on_record(
    asked: TestClient, repository: Repository, make_key: MakeKey
) -> None:
    ann, reader = make_key("ann", "review"), make_key("bob", "read")

    made = asked.put(BOLTS, json={"text": DRAFT}, headers=ann.headers)

    assert made.status_code == 201
    assert asked.put(BOLTS, json={"text": OTHER}, headers=reader.headers).status_code == 403
    event = repository.audit.events(kind="draft.saved")[0]
    assert (event.actor, event.subject) == ("ann", "acme/own.bolts")
    assert f'"{event.row_hash}"' == made.headers["etag"]


def test_what_a_person_put_there_is_shown_and_not_removed(
    asked: TestClient, tmp_path: Path
) -> None:
    made = asked.put(BOLTS, json={"text": DRAFT})
    folder = tmp_path / "overlays" / "acme"
    (folder / "conditions").mkdir()
    (folder / "conditions" / "ours.yaml").write_text("condition: ours\n", encoding="utf-8")
    (folder / "own" / "Odd Name.yaml").write_text("rule: odd\n", encoding="utf-8")
    (folder / "own" / "binary.yaml").write_bytes(b"\xff\xfe")

    listed = asked.get("/v1/overlays/acme").json()["overlay"]["drafts"]
    asked.delete(BOLTS, headers={"If-Match": made.headers["etag"]})

    assert [one["rule"] for one in listed] == ["own.binary", "own.bolts"]
    assert asked.get("/v1/overlays/acme/drafts/own.binary").status_code == 200
    assert len(_files(tmp_path)) == 4
