"""Names alone."""

import pytest
from fastapi.testclient import TestClient

from screener.match.lookup import Query
from screener.pipeline import Screener

NAMES = ["Paekto camp", "Acme Bolts", ""]


def test_names_are_answered_in_order_as_by_the_screener(
    shared: TestClient, screener: Screener
) -> None:
    body = shared.post("/v1/matches", json={"names": NAMES, "limit": 3}).json()

    found = screener.match_names(NAMES, Query(limit=3))
    assert [[hit["entry"] for hit in hits] for hits in body["matches"]] == [
        [hit.entry for hit in hits] for hits in found
    ]
    assert "E-PAEKTO" in [hit["entry"] for hit in body["matches"][0]]
    assert body["scope"]["lists"]


def test_only_entries_of_the_list_that_is_named(shared: TestClient) -> None:
    body = shared.post(
        "/v1/matches", json={"names": ["Dandong"], "kind": "place", "list": "goods"}
    ).json()

    assert body["matches"] == [[]]


def test_a_list_that_is_not_loaded_is_refused_not_answered_with_nothing(
    shared: TestClient,
) -> None:
    answer = shared.post("/v1/matches", json={"names": ["Paekto camp"], "list": "dprk-partys"})

    assert answer.status_code == 422
    assert "'dprk-partys'" in answer.json()["detail"]
    assert "dprk-parties" in answer.json()["detail"]


def test_two_names_are_compared(shared: TestClient, screener: Screener) -> None:
    body = shared.post("/v1/compare", json={"a": "Acme Trading", "b": "Acme Trade"}).json()

    assert body["similarity"] == screener.compare("Acme Trading", "Acme Trade").similarity
    assert body["alignment"]


@pytest.mark.parametrize(
    "body",
    [
        {"names": []},
        {"names": ["x"] * 1_001},
        {"names": ["x"], "kind": "vessel"},
        {"names": ["x"], "threshold": 2},
        {"names": ["x"], "limit": 0},
    ],
    ids=["none", "too many", "kind", "threshold", "limit"],
)
def test_a_question_without_sense_is_refused(shared: TestClient, body: dict[str, object]) -> None:
    assert shared.post("/v1/matches", json=body).status_code == 422


@pytest.mark.parametrize("name", ["-" * 30, "★" * 25])
def test_a_long_name_without_a_word_is_no_error_of_the_service(
    shared: TestClient, name: str
) -> None:
    record = {"supplier_name": name, "product_description": "hats"}

    compared = shared.post("/v1/compare", json={"a": name, "b": "Sinuiju Trading"})
    matched = shared.post("/v1/matches", json={"names": [name]})
    screened = shared.post("/v1/screenings", json=record)

    assert [one.status_code for one in (compared, matched, screened)] == [200, 200, 200]
    assert screened.json()["rejects"] == []
