"""Names alone, and suppliers by their lines."""

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
        "/v1/matches", json={"names": ["Dandong"], "kind": "place", "list": "none"}
    ).json()

    assert body["matches"] == [[]]


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


def _screened(client: TestClient, name: str, **more: str) -> None:
    record = {"product_description": "hand crocheted dolls", "supplier_name": name, **more}
    assert client.post("/v1/screenings", json=record).status_code == 200


def test_a_supplier_gathers_its_lines(client: TestClient) -> None:
    _screened(client, "Liaoning Kexin", supplier_city="Dandong")
    _screened(client, "LIAONING KEXIN", supplier_city="Paris")
    _screened(client, "Other")

    found = client.post("/v1/suppliers/search", json={"name": "Kéxin"}).json()["suppliers"]

    assert [one["name"] for one in found] == ["Liaoning Kexin"]
    assert sum(found[0]["tiers"].values()) == 2
    one = client.get(f"/v1/suppliers/{found[0]['id']}").json()
    assert one["supplier"] == found[0]
    assert one["suppressions"] == []
    (month,) = one["trend"]
    assert month["tiers"] == found[0]["tiers"]
    assert month["month"] == found[0]["created_at"][:7]
    assert len(client.get(one["lines"]).json()["screenings"]) == 2


@pytest.mark.parametrize("name", ["liao%kexin", "%", "_", "\\", "no such"])
def test_a_search_takes_no_pattern(client: TestClient, name: str) -> None:
    _screened(client, "Liaoning Kexin")

    assert client.post("/v1/suppliers/search", json={"name": name}).json()["suppliers"] == []


def test_suppliers_are_paged(client: TestClient) -> None:
    for name in ("Alpha", "Beta", "Gamma"):
        _screened(client, name)

    first = client.get("/v1/suppliers", params={"limit": 2}).json()
    rest = client.get("/v1/suppliers", params={"limit": 2, "cursor": first["next"]}).json()

    names = [one["name"] for one in (*first["suppliers"], *rest["suppliers"])]
    assert sorted(names) == ["Alpha", "Beta", "Gamma"]
    assert rest["next"] is None


def test_an_unknown_supplier_is_not_found(client: TestClient) -> None:
    assert client.get("/v1/suppliers/none").status_code == 404
