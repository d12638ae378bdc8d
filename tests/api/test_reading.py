"""Watchlists, rules, fields, sources, claims and health over HTTP."""

import pytest
from fastapi.testclient import TestClient

from screener.pipeline import Screener


def test_watchlists_are_listed_with_their_coverage(shared: TestClient, screener: Screener) -> None:
    body = shared.get("/v1/watchlists").json()

    assert [one["id"] for one in body["watchlists"]] == [one.id for one in screener.editions]
    assert all(one["coverage"] and one["entries"] > 0 for one in body["watchlists"])


def test_one_watchlist_and_its_entries(shared: TestClient) -> None:
    entries = shared.get("/v1/watchlists/dprk-places/entries").json()["entries"]

    assert shared.get("/v1/watchlists/dprk-places").json()["entries"] == len(entries)
    assert "P-SINUIJU" in {entry["id"] for entry in entries}


def test_an_entry_shows_spellings_claims_and_limits(shared: TestClient) -> None:
    entry = shared.get("/v1/entries/E-PAEKTO").json()["entry"]

    assert entry["claims"]
    assert entry["aliases"]
    assert entry["assertion_limits"]


def test_rules_are_listed_with_their_wording(shared: TestClient, screener: Screener) -> None:
    body = shared.get("/v1/rules").json()

    assert [rule["id"] for rule in body["rules"]] == [rule.id for rule in screener.pack.rules]
    assert all(rule["says"] for rule in body["rules"])


def test_a_rule_shows_its_condition_and_tests(shared: TestClient) -> None:
    rule = shared.get("/v1/rules/origin.dprk-declared").json()["rule"]

    assert rule["when"]
    assert rule["tests"]


def test_the_data_dictionary_is_whole(shared: TestClient, screener: Screener) -> None:
    body = shared.get("/v1/fields").json()

    assert [field["name"] for field in body["fields"]] == list(screener.fields)


def test_sources_hold_every_claim(shared: TestClient, screener: Screener) -> None:
    sources = shared.get("/v1/sources").json()["sources"]

    claims = {claim["id"] for source in sources for claim in source["claims"]}
    assert claims == set(screener.register.claims)


def test_a_claim_names_its_source(shared: TestClient) -> None:
    claim = shared.get("/v1/claims/B-11").json()["claim"]

    assert claim["source"] == "asia-review-2026"
    assert claim["paraphrase"]


@pytest.mark.parametrize(
    "path",
    [
        "/v1/watchlists/none",
        "/v1/watchlists/none/entries",
        "/v1/entries/none",
        "/v1/rules/none",
        "/v1/claims/none",
    ],
)
def test_what_does_not_exist_is_not_found(shared: TestClient, path: str) -> None:
    answer = shared.get(path)

    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "path", ["/v1/watchlists", "/v1/rules", "/v1/fields", "/v1/sources", "/v1/claims/B-11"]
)
def test_every_answer_names_its_snapshot(shared: TestClient, screener: Screener, path: str) -> None:
    body = shared.get(path).json()

    assert body["snapshot"]["rules"] == screener.pack.rules_hash


def test_health_gives_list_ages(shared: TestClient) -> None:
    body = shared.get("/healthz").json()

    assert body["status"] == "ok"
    lists = {one["id"]: one for one in body["freshness"]["lists"]}
    assert lists["dol-goods"]["stale"] is True
    assert lists["dol-goods"]["age_days"] > 800
    assert lists["cbp-wro"]["stale"] is False


def test_readiness_counts_rules_and_entries(shared: TestClient) -> None:
    body = shared.get("/readyz").json()

    assert body["rules"] > 0
    assert body["entries"] > 0


def test_the_openapi_document_has_examples_and_every_route(shared: TestClient) -> None:
    document = shared.get("/openapi.json").json()

    schemas = document["components"]["schemas"]
    assert schemas["RecordIn"]["examples"]
    assert schemas["ScreeningsIn"]["examples"]
    assert {"/v1/screenings", "/v1/watchlists", "/v1/rules", "/healthz"} <= set(document["paths"])
