"""The shapes of yente, beyond what its client looks at: rows that are wrong, bounds, editions."""

import json
import logging
from collections.abc import Mapping
from typing import TypedDict

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import MakeKey


class _Body(TypedDict):
    content: str
    headers: dict[str, str]


GOOD: dict[str, object] = {"schema": "LegalEntity", "properties": {"name": "백토교화소"}}
WRONG: dict[str, dict[str, object]] = {
    "no schema of ours": {"schema": "Document", "properties": {"name": "x"}},
    "no name": {"schema": "Company", "properties": {"registrationNumber": "1"}},
    "no letters": {"schema": "Company", "properties": {"name": "---"}},
    "no properties": {"schema": "Company"},
    "another type": {"schema": "Company", "properties": {"name": 7}},
    "too long": {"schema": "Company", "properties": {"name": "x" * 1_001}},
    "half a pair": {"schema": "Company", "properties": {"name": "\ud800"}},
    "too many names": {"schema": "Company", "properties": {"name": [f"n{n}" for n in range(21)]}},
}


def _as_text(queries: Mapping[str, object]) -> _Body:
    return {
        "content": json.dumps({"queries": queries}),
        "headers": {"Content-Type": "application/json"},
    }


def _match(client: TestClient, queries: dict[str, object], **params: str) -> dict[str, object]:
    # As text, for what no sound client could write.
    answer = client.post("/match/default", params=params, **_as_text(queries))
    assert answer.status_code == 200, answer.text
    told: dict[str, object] = answer.json()
    return told


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG)
def test_one_wrong_query_spoils_itself_and_has_no_results(
    shared: TestClient, wrong: dict[str, object]
) -> None:
    responses = _match(shared, {"a": wrong, "b": GOOD})["responses"]
    alone = shared.post("/match/default", **_as_text({"a": wrong}))

    assert isinstance(responses, dict)
    assert list(responses) == ["a", "b"]
    assert (responses["a"]["status"], responses["b"]["status"]) == (400, 200)
    assert responses["a"]["detail"]
    assert "results" not in responses["a"]
    assert responses["b"]["results"][0]["id"] == "E-PAEKTO"
    assert alone.status_code == 400


@pytest.mark.parametrize(
    "body",
    [
        '{"queries": {"a\\ud800": {"schema": "Company", "properties": {"name": "x"}}}}',
        '{"queries": {"a": {"schema": "Company", "properties": {"name": "x"}}}, "weights": {"\\ud800": 1}}',
        '{"queries": {"a": {"schema": "Company", "properties": {"name": "x"}}}, "config": {"\\ud800": 1}}',
        '{"queries": {"a": {"schema": "Company", "properties": {"\\ud800": "x"}}}}',
        '{"queries": {"a": ' + '{"x":' * 5_000 + "1" + "}" * 5_000 + "}}",
        "[" * 100_000,
    ],
    ids=["key", "weight", "setting", "property", "deep", "deep list"],
)
def test_a_hostile_body_is_a_problem_document(shared: TestClient, body: str) -> None:
    headers = {"Content-Type": "application/json"}

    answer = shared.post("/match/default", content=body, headers=headers)

    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/match/default", "/reconcile/default"])
def test_the_key_is_looked_at_before_the_body_is_read(
    client: TestClient, make_key: MakeKey, path: str
) -> None:
    reader = make_key("bob", "read")
    shown = {"Authorization": reader.headers["Authorization"].replace("Bearer", "ApiKey")}

    assert client.post(path, content=b"no JSON").status_code == 401
    assert client.post(path, content=b"no JSON", headers=shown).status_code == 403


def test_strictly_one_wrong_query_spoils_all(shared: TestClient) -> None:
    answer = shared.post(
        "/match/default?strict=true",
        json={"queries": {"a": GOOD, "b": WRONG["no name"]}},
    )

    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("query b: no name to look for")


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/match/default", {"queries": {}}, 400),
        ("/match/default", {"queries": {str(n): GOOD for n in range(101)}}, 400),
        ("/match/default", {"queries": {"a": GOOD}, "config": {"nm_fuzzy": 1}}, 400),
        ("/match/default?exclude_dataset=default", {"queries": {"a": GOOD}}, 400),
        ("/match/default?include_dataset=none", {"queries": {"a": GOOD}}, 404),
        ("/match/none", {"queries": {"a": GOOD}}, 404),
        ("/match/default?limit=501", {"queries": {"a": GOOD}}, 422),
        ("/match/default?treshold=0.5", {"queries": {"a": GOOD}}, 422),
        ("/match/default?changed_since=soon", {"queries": {"a": GOOD}}, 422),
        ("/match/default", {"queries": {"a": GOOD}, "wieghts": {}}, 422),
        ("/match/default", {"queries": [GOOD]}, 422),
    ],
)
def test_a_request_without_sense_is_refused(
    shared: TestClient, path: str, body: dict[str, object], status: int
) -> None:
    assert shared.post(path, json=body).status_code == status


def test_an_answer_names_its_editions_and_what_it_did_not_look_at(shared: TestClient) -> None:
    query = {"schema": "Company", "properties": {"name": ["Paekto camp"], "birthDate": "1970"}}
    answer = shared.post("/match/dprk-parties", json={"queries": {"a": query}})

    told = answer.json()
    assert [one["id"] for one in told["editions"]] == ["dprk-parties"]
    assert told["snapshot"]["as_of"] == answer.headers["screener-as-of"]
    assert answer.headers["screener-editions"] == "dprk-parties=1"
    assert answer.headers["x-batch-size"] == "1"
    assert told["responses"]["a"]["unused"] == ["birthDate"]


def test_a_country_is_cleaned_and_one_that_is_none_takes_nothing_away(shared: TestClient) -> None:
    properties = {"name": "백토교화소", "country": ["North Korea", "Atlantis"], "address": ["x"]}

    told = _match(shared, {"a": {"schema": "LegalEntity", "properties": properties, "id": "7"}})

    responses = told["responses"]
    assert isinstance(responses, dict)
    query = responses["a"]["query"]
    assert query == {
        "id": "7",
        "schema": "LegalEntity",
        "properties": {"name": ["백토교화소"], "country": ["kp"]},
    }
    assert responses["a"]["results"][0]["match"] is True


def test_results_explain_themselves(shared: TestClient) -> None:
    query = {"schema": "Company", "properties": {"name": "Xinjiang Junggar Cotton"}}

    responses = _match(shared, {"a": query})["responses"]

    assert isinstance(responses, dict)
    best = responses["a"]["results"][0]
    why = best["explanations"]["name"]
    assert (why["query"], why["candidate"]) == (
        "Xinjiang Junggar Cotton",
        "Xinjiang Junggar Cotton and Linen Co., Ltd.",
    )
    assert [one["ours"] for one in best["alignment"]] != []
    assert why["score"] == best["score"] < 1


def test_a_search_is_paged_sorted_and_filtered(shared: TestClient) -> None:
    path = (
        "/search/default?q=&topics=sanction&filter=datasets:un-1718&sort=first_seen:desc&limit=10"
    )

    first = shared.get(path).json()
    second = shared.get(f"{path}&offset=10").json()

    days = [one["first_seen"] for one in (*first["results"], *second["results"])]
    assert days == sorted(days, reverse=True)
    assert not {one["id"] for one in first["results"]} & {one["id"] for one in second["results"]}
    assert first["total"] == {"value": 155, "relation": "eq"}
    assert {"name": "kp", "label": "kp", "count": 137} in first["facets"]["countries"]["values"]


def test_what_a_list_does_not_say_excludes_no_entry(shared: TestClient) -> None:
    path = "/search/default?filter=countries:KP&filter=datasets:un-1718&limit=500"

    found = shared.get(path).json()["results"]

    countries = {tuple(one["properties"].get("country", ())) for one in found}
    assert countries == {("kp",), ()}


def test_what_is_found_by_likeness_comes_first_and_words_after(shared: TestClient) -> None:
    found = shared.get("/search/default?q=Sinuiju&limit=500").json()
    slip = shared.get("/search/default?schema=Company&q=Ryonbong Corporation Dandong").json()
    fuzzy = shared.get(
        "/search/default?schema=Company&q=Ryonbong Corporation Dandong&fuzzy=true"
    ).json()
    by_id = shared.get("/search/default?q=UN-1718:KPe.010").json()

    assert "P-SINUIJU" in [one["id"] for one in found["results"]]
    assert slip["total"]["value"] == 0 < fuzzy["total"]["value"]
    assert [one["id"] for one in by_id["results"]] == ["UN-1718:KPe.010"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/search/none?q=x", 404),
        ("/search/default?q=x&datasets=none", 404),
        ("/search/un-1718?q=x&datasets=goods", 400),
        ("/search/default?q=x&filter=colour:red", 400),
        ("/search/default?q=x&filter=countries:KP&filter=countries:CN&filter_op=AND", 400),
        ("/search/default?q=x&countries=Atlantis", 400),
        ("/search/default?q=x&sort=colour", 400),
        ("/search/default?q=x&target=false", 400),
        ("/search/default?q=x&schema=Document", 422),
        ("/search/default?q=x&offset=9500", 422),
        ("/search/default?q=x&nope=1", 422),
        ("/entities/none", 404),
    ],
)
def test_a_search_without_sense_is_refused(shared: TestClient, path: str, status: int) -> None:
    assert shared.get(path).status_code == status


def test_a_request_may_not_take_too_long(client: TestClient) -> None:
    service = client.app.state.service  # type: ignore[attr-defined]
    client.app.state.service = service._replace(request_seconds=0.0)  # type: ignore[attr-defined]

    answer = client.post("/match/default", json={"queries": {"a": GOOD}})

    assert answer.status_code == 503
    assert "longer than 0 seconds" in answer.json()["detail"]


def test_the_word_apikey_opens_no_route_of_ours(client: TestClient, make_key: MakeKey) -> None:
    token = make_key("ann").headers["Authorization"].partition(" ")[2]

    def status(path: str, word: str) -> int:
        return client.get(path, headers={"Authorization": f"{word} {token}"}).status_code

    assert [status("/catalog", word) for word in ("Bearer", "ApiKey", "apikey")] == [200] * 3
    assert status("/v1/fields", "Bearer") == 200
    assert [status("/v1/fields", "ApiKey"), status("/catalog", "Basic")] == [401, 401]


def test_a_search_leaves_no_name_in_a_log(
    shared: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        shared.get("/search/default", params={"q": "Zweifelsohne Strickwaren"})

    ours = [one.getMessage() for one in caplog.records if not one.name.startswith("httpx")]
    assert "Zweifelsohne" not in "\n".join(ours)
