"""Suppliers by their lines: what they hit, what was decided, what waits."""

import pytest
from fastapi.testclient import TestClient

DECISION = {"status": "cleared", "reason_code": "other_party", "note": "Another firm."}


def _screened(client: TestClient, name: str, **more: str) -> str:
    """Return the id of a stored screening of a supplier's line."""
    record = {"product_description": "hand crocheted dolls", "supplier_name": name, **more}
    (id_,) = client.post("/v1/screenings", json=record).json()["ids"]
    return str(id_)


def _path(client: TestClient, name: str) -> str:
    (found,) = client.post("/v1/suppliers/search", json={"name": name}).json()["suppliers"]
    return f"/v1/suppliers/{found['id']}"


def _decided(client: TestClient, screening: str) -> str:
    path = f"/v1/screenings/{screening}/dispositions"
    return str(client.post(path, json=DECISION).json()["disposition"]["id"])


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


@pytest.mark.parametrize("asked", ["示例手工", "Example Crafts"])
def test_a_supplier_is_found_by_its_name_in_either_script(client: TestClient, asked: str) -> None:
    _screened(client, "Dandong Example Crafts", supplier_name_local="丹东示例手工艺品有限公司")

    (found,) = client.post("/v1/suppliers/search", json={"name": asked}).json()["suppliers"]

    assert found["name"] == "Dandong Example Crafts"


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


@pytest.mark.parametrize("below", ["", "/hits", "/dispositions"])
def test_an_unknown_supplier_is_not_found(shared: TestClient, below: str) -> None:
    assert shared.get(f"/v1/suppliers/none{below}").status_code == 404


def test_hits_of_a_supplier_come_by_their_gravest_line(client: TestClient) -> None:
    _screened(client, "Kexin", supplier_city="Dandong")
    _screened(client, "Kexin", supplier_city="Dandong", notes="made at Paekto camp")
    _screened(client, "Other", supplier_city="Hunchun")
    path = _path(client, "Kexin")
    link = client.get(path).json()["hits"]

    answer = client.get(link).json()

    hits = {one["entry"]: one for one in answer["hits"]}
    assert answer["hits"][0]["tier"] == "T4"
    assert hits["P-DANDONG"]["lines"] == 2
    assert hits["P-DANDONG"]["list"] == "dprk-places"
    assert hits["P-DANDONG"]["name"] == "Dandong and its county-level units"
    assert hits["E-PAEKTO"]["lines"] == 1
    assert "P-HUNCHUN" not in hits
    assert answer["next"] is None


def test_hits_of_a_supplier_are_paged(client: TestClient) -> None:
    _screened(client, "Kexin", supplier_city="Dandong", notes="made at Paekto camp")
    path = f"{_path(client, 'Kexin')}/hits"
    whole = client.get(path).json()["hits"]
    assert len(whole) > 1

    found, after = [], 0
    while after is not None:
        page = client.get(path, params={"limit": 1, "after": after}).json()
        found += page["hits"]
        after = page["next"]

    assert found == whole


def test_decisions_on_lines_of_a_supplier_are_read_newest_first(client: TestClient) -> None:
    lines = [_screened(client, "Kexin", line_id=str(at)) for at in range(3)]
    made = [_decided(client, one) for one in lines]
    _decided(client, _screened(client, "Other"))
    link = client.get(_path(client, "Kexin")).json()["dispositions"]

    first = client.get(link, params={"limit": 2}).json()
    rest = client.get(link, params={"limit": 2, "cursor": first["next"]}).json()

    found = [*first["dispositions"], *rest["dispositions"]]
    assert [one["id"] for one in found] == made[::-1]
    assert [one["screening"] for one in found] == lines[::-1]
    assert rest["next"] is None


def test_the_queue_of_one_supplier_holds_all_of_its_lines(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.waiting.LINES", 1)
    where = {"supplier_city": "Dandong"}
    lines = [_screened(client, "Kexin", line_id=str(at), **where) for at in range(3)]
    _screened(client, "Other", **where)
    path = f"/v1/queue?limit=2&supplier={_path(client, 'Kexin').rpartition('/')[2]}"

    pages = [client.get(f"{path}&page={at}").json() for at in range(2)]

    groups = [group for page in pages for group in page["suppliers"]]
    assert [(group["name"], group["count"]) for group in groups] == [("Kexin", 3)] * 2
    assert sorted(line["id"] for group in groups for line in group["lines"]) == sorted(lines)
    assert [page["next"] for page in pages] == [1, None]


def test_the_queue_of_lines_that_name_no_supplier_is_read_alone(client: TestClient) -> None:
    _screened(client, "Kexin", supplier_city="Dandong")
    (id_,) = client.post("/v1/screenings", json={"notes": "made at Paekto camp"}).json()["ids"]

    (group,) = client.get("/v1/queue", params={"supplier": ""}).json()["suppliers"]

    assert group["supplier"] is None
    assert [line["id"] for line in group["lines"]] == [id_]


@pytest.mark.parametrize("supplier", ["Kexin", "0" * 65, "../x"])
def test_a_queue_is_asked_for_by_the_id_of_a_supplier(shared: TestClient, supplier: str) -> None:
    assert shared.get("/v1/queue", params={"supplier": supplier}).status_code == 422
