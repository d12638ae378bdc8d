"""Four eyes, suppressions, replays and repeats over HTTP."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from screener.pipeline import Screener
from screener.settings import Settings
from screener.storage.repository import Repository
from tests.api.conftest import HOST, MakeKey

GATE = {
    "line_id": "1",
    "product_description": "dolls",
    "supplier_name": "Sinuiju Paekto Camp",
    "supplier_country": "KP",
}
DECISION = {
    "status": "cleared",
    "reason_code": "other_party",
    "note": "another firm",
    "evidence": ["extract of the register"],
}


def _stored(client: TestClient, record: dict[str, str], **more: Any) -> str:
    answer = client.post("/v1/screenings", json=record, **more).json()
    return str(answer["ids"][0])


def test_a_gate_is_cleared_by_two_persons_and_stays_visible(
    client: TestClient, make_key: MakeKey
) -> None:
    ann, bob = make_key("ann"), make_key("bob")
    id_ = _stored(client, GATE, headers=ann.headers)
    path = f"/v1/screenings/{id_}/dispositions"

    decided = client.post(path, json=DECISION, headers=ann.headers).json()
    approve = f"{path}/{decided['disposition']['id']}/approve"
    own = client.post(approve, headers=make_key("Ann").headers)
    second = client.post(approve, headers=bob.headers)

    assert decided["state"] == "awaiting_second_person"
    assert own.status_code == 403
    assert second.json()["state"] == "cleared"
    seen = client.get(f"/v1/screenings/{id_}", headers=bob.headers)
    assert seen.json()["tier"] == "T4"
    assert seen.headers["screening-state"] == "cleared"
    listed = client.get(path, headers=bob.headers).json()
    assert (listed["tier"], listed["state"]) == ("T4", "cleared")
    assert client.post(approve, headers=bob.headers).status_code == 409


def test_one_person_alone_never_clears_a_gate(client: TestClient) -> None:
    id_ = _stored(client, GATE)
    path = f"/v1/screenings/{id_}/dispositions"
    decided = client.post(path, json=DECISION).json()["disposition"]["id"]

    assert client.post(f"{path}/{decided}/approve").status_code == 403


@pytest.mark.parametrize(
    "change",
    [{"status": "gone"}, {"reason_code": "why"}, {"note": " "}, {"note": "\ud800"}, {"x": 1}],
    ids=str,
)
def test_a_decision_without_sense_is_refused(client: TestClient, change: dict[str, object]) -> None:
    id_ = _stored(client, GATE)

    # Written here, since the client's own writer refuses half a character.
    answer = client.post(
        f"/v1/screenings/{id_}/dispositions",
        content=json.dumps({**DECISION, **change}),
        headers={"content-type": "application/json"},
    )

    assert answer.status_code == 422


def _suppression(client: TestClient, id_: str, *, entry: str = "E-PAEKTO", **more: Any) -> Any:
    body = {
        "screening": id_,
        "entry": entry,
        "reason": "another firm",
        "expires_on": _soon(),
    }
    return client.post("/v1/suppressions", json=body, **more)


def _soon() -> str:
    return (datetime.now(tz=UTC) + timedelta(days=30)).date().isoformat()


def test_a_suppression_is_visible_in_every_answer_it_touches(
    client: TestClient, make_key: MakeKey
) -> None:
    ann, bob = make_key("ann"), make_key("bob")
    id_ = _stored(client, GATE, headers=ann.headers)
    made = _suppression(client, id_, headers=ann.headers).json()["suppression"]
    assert made["state"] == "awaiting_second_person"
    before = client.post("/v1/screenings", json=GATE, headers=ann.headers).json()

    own = client.post(f"/v1/suppressions/{made['id']}/approve", headers=ann.headers)
    given = client.post(f"/v1/suppressions/{made['id']}/approve", headers=bob.headers)
    after = client.post("/v1/screenings", json=GATE, headers=ann.headers).json()

    assert own.status_code == 403
    assert given.json()["suppression"]["state"] == "active"
    assert before["suppressions"] == []
    assert [one["suppression"]["id"] for one in after["suppressions"]] == [made["id"]]
    assert after["screenings"][0]["tier"] == "T4"
    seen = client.get(f"/v1/screenings/{after['ids'][0]}", headers=ann.headers)
    assert seen.headers["screening-suppressions"] == made["id"]
    listed = client.get(
        "/v1/screenings", params={"suppression": made["id"]}, headers=ann.headers
    ).json()
    assert [one["id"] for one in listed["screenings"]] == after["ids"]


def test_a_suppressed_line_comes_back_to_the_queue_and_says_why(
    client: TestClient, make_key: MakeKey
) -> None:
    ann, bob = make_key("ann"), make_key("bob")
    first = _stored(client, GATE, headers=ann.headers)
    hits = client.get(f"/v1/screenings/{first}", headers=ann.headers).json()["hits"]
    made = [
        _suppression(client, first, entry=entry, headers=ann.headers).json()["suppression"]["id"]
        for entry in dict.fromkeys(hit["entry"] for hit in hits)
    ]
    for one in made:
        client.post(f"/v1/suppressions/{one}/approve", headers=bob.headers)
    line = _stored(client, GATE, headers=ann.headers)
    waited = [one["id"] for one in _queued(client, ann.headers)]

    for one in made:
        client.post(f"/v1/suppressions/{one}/end", json={"reason": "listed"}, headers=bob.headers)

    (back,) = [one for one in _queued(client, ann.headers) if one["id"] == line]
    assert line not in waited
    assert (back["state"], back["raised_to"]) == ("open", None)
    assert (back["reopened"]["cause"], back["reopened"]["actor"]) == ("suppression_ended", "bob")
    assert back["reopened"]["because"] in made
    told = client.get(f"/v1/screenings/{line}/dispositions", headers=ann.headers).json()
    assert (told["dispositions"], told["reopenings"]) == ([], [back["reopened"]])
    assert told["latest"] == back["reopened"]["id"]
    unseen = {**DECISION, "after": ""}
    seen = {**DECISION, "after": told["latest"]}
    answers = [
        client.post(f"/v1/screenings/{line}/dispositions", json=one, headers=ann.headers)
        for one in (unseen, seen)
    ]
    assert [one.status_code for one in answers] == [409, 201]


def _queued(client: TestClient, headers: dict[str, str]) -> list[dict[str, Any]]:
    suppliers = client.get("/v1/queue", headers=headers).json()["suppliers"]
    return [line for one in suppliers for line in one["lines"]]


def test_a_suppression_reopens_when_the_supplier_changes(
    client: TestClient, make_key: MakeKey
) -> None:
    ann, bob = make_key("ann"), make_key("bob")
    made = _suppression(client, _stored(client, GATE, headers=ann.headers), headers=ann.headers)
    id_ = made.json()["suppression"]["id"]
    client.post(f"/v1/suppressions/{id_}/approve", headers=bob.headers)
    moved = {**GATE, "supplier_city": "Sinuiju"}

    answer = client.post("/v1/screenings", json=moved, headers=ann.headers).json()

    assert answer["suppressions"] == []
    seen = client.get(f"/v1/suppressions/{id_}", headers=ann.headers).json()
    assert seen["suppression"]["state"] == "reopened"
    ended = client.post(
        f"/v1/suppressions/{id_}/end", json={"reason": "moved"}, headers=bob.headers
    ).json()
    assert ended["suppression"]["state"] == "ended"
    listed = client.get("/v1/suppressions", headers=ann.headers).json()
    assert [one["state"] for one in listed["suppressions"]] == ["ended"]


def test_what_nobody_has_looked_at_is_not_suppressed_with_what_somebody_has(
    client: TestClient, make_key: MakeKey
) -> None:
    ann, bob = make_key("ann"), make_key("bob")
    id_ = _stored(client, GATE, headers=ann.headers)
    hits = client.get(f"/v1/screenings/{id_}", headers=ann.headers).json()["hits"]
    for entry in {hit["entry"] for hit in hits}:
        made = _suppression(client, id_, entry=entry, headers=ann.headers).json()["suppression"]
        client.post(f"/v1/suppressions/{made['id']}/approve", headers=bob.headers)
    _stored(client, {**GATE, "supplier_city": "Sinuiju"}, headers=ann.headers)

    same = client.post("/v1/screenings", json=GATE, headers=ann.headers).json()
    made_there = {**GATE, "country_of_origin": "KP", "manufacturer_name": "Pyongyang Garments"}
    other = client.post("/v1/screenings", json=made_there, headers=ann.headers).json()

    listed = client.get("/v1/screenings", headers=ann.headers).json()["screenings"]
    states = {one["id"]: one["state"] for one in listed}
    assert [states[one["ids"][0]] for one in (same, other)] == ["suppressed", "open"]
    assert {one["suppression"]["state"] for one in same["suppressions"]} == {"active"}
    assert {one["settled"] for one in same["suppressions"]} == {True}
    assert {one["settled"] for one in other["suppressions"]} == {False}


def test_a_suppression_of_no_hit_is_refused(client: TestClient) -> None:
    id_ = _stored(client, {"line_id": "1", "supplier_name": "Acme", "product_description": "x"})

    assert _suppression(client, id_).status_code == 422
    assert _suppression(client, "none").status_code == 404


def test_a_stored_screening_is_replayed_to_the_same_bytes(client: TestClient) -> None:
    id_ = _stored(client, GATE)
    stored = client.get(f"/v1/screenings/{id_}").content

    answer = client.post(f"/v1/screenings/{id_}/replay")

    assert answer.json()["same"] is True
    assert answer.json()["difference"] is None
    assert stored in answer.content


def test_another_day_gives_the_reasoned_difference(client: TestClient) -> None:
    body = {"records": [GATE], "options": {"as_of": "2020-01-01"}}
    id_ = str(client.post("/v1/screenings", json=body).json()["ids"][0])

    same = client.post(f"/v1/screenings/{id_}/replay").json()
    latest = client.post(f"/v1/screenings/{id_}/replay", params={"snapshot": "latest"}).json()

    assert same["same"] is True
    assert latest["same"] is False
    assert "as_of" in latest["difference"]["changed"]


def test_a_repeat_under_one_key_keeps_nothing_and_gets_the_same_bytes(
    client: TestClient, repository: Repository
) -> None:
    headers = {"Idempotency-Key": "order-4711"}

    first = client.post("/v1/screenings", json=GATE, headers=headers)
    again = client.post("/v1/screenings", json=GATE, headers=headers)

    assert again.content == first.content
    assert again.headers["idempotency-replayed"] == "true"
    assert "idempotency-replayed" not in first.headers
    assert len(repository.audit.events(kind="screening.stored")) == 1


def test_one_key_for_two_requests_is_refused(client: TestClient) -> None:
    headers = {"Idempotency-Key": "order-4711"}
    client.post("/v1/screenings", json=GATE, headers=headers)

    other = client.post("/v1/screenings", json={**GATE, "line_id": "2"}, headers=headers)

    assert other.status_code == 422
    assert "Idempotency-Key" in other.json()["detail"]


def test_repeats_at_the_same_time_keep_one(client: TestClient, repository: Repository) -> None:
    headers = {"Idempotency-Key": "order-4711"}

    with ThreadPoolExecutor(4) as pool:
        answers = list(
            pool.map(lambda _: client.post("/v1/screenings", json=GATE, headers=headers), range(8))
        )

    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert len(repository.audit.events(kind="screening.stored")) == 1


def test_a_request_that_takes_too_long_is_refused_and_keeps_nothing(
    screener: Screener, repository: Repository
) -> None:
    app = create_app(screener, repository, Settings(request_seconds=0.000_001))

    with TestClient(app, base_url=HOST) as client:
        answer = client.post("/v1/screenings", json={"records": [GATE] * 30})

    assert answer.status_code == 503
    assert repository.audit.events() == ()
