"""POST and GET /v1/screenings."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml
from fastapi.testclient import TestClient
from httpx2 import Response

from screener.evidence.canonical import screening_json
from screener.model.record import Record
from screener.pipeline import Screener

CASES = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "scenarios.yaml").read_text(encoding="utf-8")
)["scenarios"]
assert CASES
DOLLS = {"line_id": "1", "product_description": "hand crocheted dolls", "supplier_city": "Dandong"}
DAY = "2026-11-25"
OF_THE_MOMENT = ("freshness", "ids", "instance", "request_id")


def test_one_record_is_answered_stored_and_read_back(client: TestClient) -> None:
    answer = client.post("/v1/screenings", json=DOLLS)

    body = answer.json()
    stored = client.get(f"/v1/screenings/{body['ids'][0]}")
    assert answer.status_code == 200
    assert body["screenings"][0]["tier"] == "T2"
    assert stored.json() == body["screenings"][0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["id"]))
def test_service_and_python_give_the_same_bytes(
    shared: TestClient, screener: Screener, case: dict[str, object]
) -> None:
    fields = {"line_id": case["id"], **case["input"]}  # type: ignore[dict-item]  # a YAML mapping
    body = {"records": [fields], "options": {"as_of": DAY}}

    answer = shared.post("/v1/screenings", json=body)

    alone = screening_json(screener.screen(Record.model_validate(fields), as_of=DAY))
    assert alone in answer.content


def test_requests_at_once_are_answered_as_each_alone(client: TestClient) -> None:
    bodies = [
        {
            "records": [{**case["input"], "line_id": case["id"]}, {"line_id": "empty"}],
            "options": {"store": False, "as_of": day},
        }
        for case in CASES[:12]
        for day in (DAY, "2024-01-01", "no day")
    ]
    alone = [client.post("/v1/screenings", json=body) for body in bodies]

    with ThreadPoolExecutor(len(bodies)) as pool:
        together = list(pool.map(lambda body: client.post("/v1/screenings", json=body), bodies))

    assert [one.status_code for one in together] == [200, 200, 422] * 12
    assert [told(one) for one in together] == [told(one) for one in alone]


def told(answer: Response) -> dict[str, object]:
    """Return an answer without what is of its moment."""
    return {name: value for name, value in answer.json().items() if name not in OF_THE_MOMENT}


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({**DOLLS, "suplier_name": "x"}, ["suplier_name"]),
        ({**DOLLS, "hs_code": [1]}, ["hs_code"]),
        ({"records": [DOLLS], "option": {}}, ["option"]),
        ({"records": {}}, ["records"]),
        ({"records": [DOLLS], "options": {"stored": 1}}, ["options.stored"]),
        (5, ["body"]),
        ([DOLLS], ["body"]),
    ],
)
def test_an_error_names_the_field_at_fault_and_nothing_else(
    shared: TestClient, body: object, fields: list[str]
) -> None:
    answer = shared.post("/v1/screenings", json=body)

    assert answer.status_code == 422
    assert [one["field"] for one in answer.json()["errors"]] == fields


@pytest.mark.parametrize("bad", ["x", 5, None, [], [DOLLS], True])
def test_what_is_no_record_at_all_spoils_only_itself(shared: TestClient, bad: object) -> None:
    body = {"records": [bad, DOLLS]}

    answer = shared.post("/v1/screenings", json=body)

    assert answer.status_code == 200
    assert [one["line_id"] for one in answer.json()["screenings"]] == ["1"]
    assert answer.json()["rejects"] == [
        {
            "index": 0,
            "line_id": None,
            "errors": [{"field": "", "problem": "a record is a JSON object of its fields"}],
        }
    ]


def test_one_bad_record_spoils_only_itself(client: TestClient) -> None:
    bad = {"line_id": "2", "suplier_name": "x"}
    empty = {"line_id": "3", "quantity": 4}

    body = client.post("/v1/screenings", json={"records": [DOLLS, bad, empty]}).json()

    assert [screening["line_id"] for screening in body["screenings"]] == ["1"]
    assert [reject["index"] for reject in body["rejects"]] == [1, 2]
    assert body["rejects"][0]["errors"] == [
        {"field": "suplier_name", "problem": "no such field; did you mean supplier_name?"}
    ]
    assert "nothing to screen" in body["rejects"][1]["errors"][0]["problem"]


def test_records_without_an_id_are_numbered(client: TestClient) -> None:
    records = [{"product_description": "hat"}, {"product_description": "bag"}]

    body = client.post("/v1/screenings", json={"records": records}).json()

    assert [screening["line_id"] for screening in body["screenings"]] == ["1", "2"]


def test_storing_can_be_declined(client: TestClient) -> None:
    body = client.post(
        "/v1/screenings", json={"records": [DOLLS], "options": {"store": False}}
    ).json()

    assert body["ids"] == [None]


def test_the_envelope_names_scope_snapshot_and_ages(client: TestClient) -> None:
    body = client.post("/v1/screenings", json=DOLLS).json()

    assert body["scope"] == body["screenings"][0]["scope"]
    assert body["snapshot"] == body["screenings"][0]["snapshot"]
    assert {one["id"] for one in body["freshness"]["lists"]} == {
        one["id"] for one in body["scope"]["lists"]
    }
    assert body["freshness"]["rules"]["stale"] is False
    lists = {one["id"]: one for one in body["freshness"]["lists"]}
    assert lists["dol-goods"]["stale"] is True
    assert min(one["age_days"] for one in lists.values()) >= 0


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({"records": []}, "records"),
        ({"records": [DOLLS], "options": {"as_off": DAY}}, "as_off"),
        ({"records": [DOLLS], "options": {"as_of": "2026-13-01"}}, "2026-13-01"),
        ({"suplier_name": "x"}, "suplier_name"),
        ({"product_description": "x" * 100_001}, "product_description"),
        ([], ""),
    ],
    ids=["no records", "unknown option", "no day", "unknown field", "too long", "a list"],
)
def test_a_wrong_request_is_a_problem_document(
    client: TestClient, body: object, named: str
) -> None:
    answer = client.post("/v1/screenings", json=body)

    problem = answer.json()
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["status"] == 422
    assert named in json.dumps(problem)


def test_an_unknown_id_is_not_found(client: TestClient) -> None:
    answer = client.get("/v1/screenings/none")

    assert answer.status_code == 404
    assert answer.json()["title"] == "not found"


def test_a_record_that_states_nothing_is_refused_and_never_clear(shared: TestClient) -> None:
    unstated = {"supplier_name": "N/A", "product_description": "TBD", "country_of_origin": "-"}

    alone = shared.post("/v1/screenings", json=unstated)
    among = shared.post("/v1/screenings", json={"records": [unstated, DOLLS]}).json()

    assert alone.status_code == 200
    assert alone.json()["screenings"] == []
    assert "nothing to screen" in alone.json()["rejects"][0]["errors"][0]["problem"]
    assert [len(among["screenings"]), len(among["rejects"])] == [1, 1]


def test_an_unknown_route_is_a_problem_document(client: TestClient) -> None:
    answer = client.get("/v1/nothing")

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


def test_no_json_is_a_problem_document(client: TestClient) -> None:
    answer = client.post(
        "/v1/screenings", content=b"{", headers={"content-type": "application/json"}
    )

    assert answer.status_code == 400
    assert answer.json()["errors"]


def test_a_field_that_is_null_is_unknown(shared: TestClient) -> None:
    given = {**DOLLS, "supplier_name": None}

    alone = shared.post("/v1/screenings", json=given)
    listed = shared.post("/v1/screenings", json={"records": [given]})

    assert alone.status_code == listed.status_code == 200
    assert listed.json()["rejects"] == []
