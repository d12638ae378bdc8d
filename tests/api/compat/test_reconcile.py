"""The reconciliation API 0.2: manifest, batches, suggestions, extension, origins."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import jsonschema_rs
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from screener.pipeline import Screener
from screener.settings import Settings
from screener.storage.repository import Repository
from screener.storage.session import connect, upgrade
from tests.api.conftest import HOST, MakeKey

SCHEMA = json.loads((Path(__file__).parent / "manifest.schema.json").read_text(encoding="utf-8"))
MANIFEST = jsonschema_rs.validator_for(SCHEMA)
HERE = "/reconcile/default"


def _reconciled(
    client: TestClient, queries: Mapping[str, object], path: str = HERE
) -> dict[str, dict[str, list[dict[str, object]]]]:
    answer = client.post(path, data={"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.text
    told: dict[str, dict[str, list[dict[str, object]]]] = answer.json()
    return told


def _ids(told: dict[str, list[dict[str, object]]]) -> list[object]:
    return [one["id"] for one in told["result"]]


@pytest.mark.parametrize("dataset", ["default", "all", "un-1718", "dprk-places"])
def test_the_manifest_is_one_of_0_2(shared: TestClient, dataset: str) -> None:
    told = shared.get(f"/reconcile/{dataset}").json()

    MANIFEST.validate(told)
    assert "authentication" not in told
    for one in told["suggest"].values():
        address = one["service_url"].removeprefix(HOST) + one["service_path"]
        assert shared.get(address, params={"prefix": "a"}).status_code == 200
    assert shared.get(told["view"]["url"].replace("{{id}}", "P-DANDONG")).status_code == 200


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"versions": ["0.1"]}, "another version"),
        ({"view": {"url": "https://example.org/"}}, "no place for the id"),
        ({"identifierSpace": "entries"}, "no URI"),
        ({"extend": {"propose_settings": []}}, "a name that 0.2 has not"),
        ({"authentication": {"type": "apiKey"}}, "a key without its place"),
        ({"batchSize": 0}, "no batch"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_the_schema_refuses_what_is_no_manifest(
    shared: TestClient, change: dict[str, object], what: str
) -> None:
    told = {**shared.get(HERE).json(), **change}

    assert not MANIFEST.is_valid(told), what


def test_with_keys_the_manifest_says_how_they_are_shown(
    client: TestClient, make_key: MakeKey
) -> None:
    reader = make_key("ann", "read")

    told = client.get(HERE, headers=reader.headers).json()

    MANIFEST.validate(told)
    assert told["authentication"] == {"type": "apiKey", "name": "Authorization", "in": "header"}
    assert client.get(HERE).status_code == 401


def test_cells_get_candidates_best_first(shared: TestClient) -> None:
    told = _reconciled(
        shared,
        {
            "q0": {"query": "백토교화소"},
            "q1": {"query": "Zweifelsohne Strickwaren"},
            "q2": {"query": "Green Pine Associated Corp", "type": "Company", "limit": 1},
        },
    )

    assert list(told) == ["q0", "q1", "q2"]
    assert _ids(told["q0"]) == ["E-PAEKTO"]
    assert told["q1"] == {"result": []}
    best = told["q2"]["result"][0]
    assert (best["id"], best["score"], best["match"]) == ("OFAC-DPRK:12212", 1.0, True)
    assert best["type"] == [
        {"id": "LegalEntity", "name": "Legal entity"},
        {"id": "Thing", "name": "Thing"},
    ]
    assert "edition 2025-12-24" in str(best["description"])
    assert {"id": "name", "value": 1.0} in best["features"]  # type: ignore[operator]


@pytest.mark.parametrize(
    "type_",
    ["Address", ["Address", "Thing"], {"id": "Address"}, [{"id": "Address", "name": "Place"}]],
    ids=str,
)
def test_a_type_is_written_in_any_of_its_ways(shared: TestClient, type_: object) -> None:
    told = _reconciled(shared, {"q": {"query": "Dandong", "type": type_}})

    assert _ids(told["q"]) == ["P-DANDONG"]


def test_other_columns_say_where_and_what_else(shared: TestClient) -> None:
    country = {"pid": "country", "v": {"id": "KP", "name": "North Korea"}}
    alias = {"pid": "alias", "v": ["Tosong-ri Labor Camp", 7, True]}

    told = _reconciled(
        shared,
        {
            "a": {"query": "Nobody knows", "properties": [country, alias]},
            "b": {"properties": [alias]},
        },
    )

    assert _ids(told["a"]) == _ids(told["b"]) == ["E-PAEKTO"]
    assert {"id": "country", "value": True} in told["a"]["result"][0]["features"]  # type: ignore[operator]


def test_an_id_finds_its_entry(shared: TestClient) -> None:
    told = _reconciled(shared, {"q": {"query": "UN-1718:KPe.010"}})

    assert _ids(told["q"])[0] == "UN-1718:KPe.010"
    assert "UN-1718:KPe.010" not in _ids(
        _reconciled(shared, {"q": {"query": "UN-1718:KPe.010"}}, "/reconcile/uflpa-sample")["q"]
    )


@pytest.mark.parametrize(
    "wrong", [{"query": "---"}, {"query": ""}, {}, {"query": "x", "type": "Colour"}], ids=str
)
def test_a_wrong_query_has_an_error_and_no_result(
    shared: TestClient, wrong: dict[str, object]
) -> None:
    told = _reconciled(shared, {"a": wrong, "b": {"query": "백토교화소"}})
    alone = shared.post(HERE, data={"queries": json.dumps({"a": wrong})})

    assert list(told["a"]) == ["error"]
    assert _ids(told["b"]) == ["E-PAEKTO"]
    assert alone.status_code == 400


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({}, 400),
        ({"queries": "{", "extend": "{"}, 400),
        ({"queries": "not json"}, 400),
        ({"queries": "[" * 5_000}, 400),
        ({"queries": "[]"}, 400),
        ({"queries": '{"q": {"query": "x", "limit": 0}}'}, 400),
        ({"queries": json.dumps({str(n): {"query": "x"} for n in range(101)})}, 413),
        ({"queries": "x" * 1_000_001}, 422),
        ({"extend": "{}"}, 400),
        ({"extend": '{"ids": ["P-DANDONG"], "properties": [{"id": "colour"}]}'}, 400),
    ],
    ids=[
        "nothing",
        "both",
        "no json",
        "deep",
        "a list",
        "limit",
        "many",
        "long",
        "empty",
        "unknown",
    ],
)
def test_a_batch_without_sense_is_refused(
    shared: TestClient, form: dict[str, str], status: int
) -> None:
    assert shared.post(HERE, data=form).status_code == status


def test_no_batch_is_no_error(shared: TestClient) -> None:
    assert _reconciled(shared, {}) == {}


def test_answers_name_their_editions_in_headers(shared: TestClient) -> None:
    answer = shared.post("/reconcile/un-1718", data={"queries": '{"q": {"query": "Acme Bolts"}}'})

    assert answer.headers["screener-editions"] == "un-1718=2026-02-27"
    assert answer.headers["screener-as-of"]
    assert answer.headers["screener-lists"]


def test_names_are_not_taken_from_an_address(shared: TestClient) -> None:
    assert shared.get(HERE, params={"queries": '{"q": {"query": "x"}}'}).status_code == 422
    assert shared.get(HERE, params={"callback": "alert"}).status_code == 422
    assert shared.get("/reconcile/none").status_code == 404


def test_what_was_typed_is_completed(shared: TestClient) -> None:
    def ids(kind: str, prefix: str, **more: str) -> list[str]:
        answer = shared.get(f"{HERE}/suggest/{kind}", params={"prefix": prefix, **more})
        return [one["id"] for one in answer.json()["result"]]

    assert "P-SINUIJU" in ids("entity", "sinui")
    assert ids("entity", "UN-1718:KPe.010") == ["UN-1718:KPe.010"]
    assert ids("entity", "") == ids("entity", "---") == []
    assert ids("entity", "xinjiang", limit="2") == ids("entity", "xinjiang")[:2]
    assert ids("entity", "xinjiang", cursor="1") == ids("entity", "xinjiang", limit="21")[1:]
    assert ids("type", "comp") == ["Company"]
    assert ids("property", "country") == ["country", "mainCountry", "birthCountry"]


def test_values_of_entries_are_fetched(shared: TestClient) -> None:
    properties = [{"id": "country"}, {"id": "alias", "settings": {"limit": 2}}, {"id": "datasets"}]
    query = {"ids": ["UN-1718:KPe.010", "gone"], "properties": properties}

    told = shared.post(HERE, data={"extend": json.dumps(query)}).json()

    assert told["meta"][0] == {"id": "country", "name": "Country"}
    row = told["rows"]["UN-1718:KPe.010"]
    assert (row["country"], row["datasets"]) == ([{"str": "kp"}], [{"str": "un-1718"}])
    assert len(row["alias"]) == 2
    assert told["rows"]["gone"] == {"country": [], "alias": [], "datasets": []}
    proposed = shared.get(f"{HERE}/extend/property", params={"type": "Company", "limit": 3}).json()
    assert [one["id"] for one in proposed["properties"]] == ["name", "alias", "weakAlias"]
    everything = shared.get(f"{HERE}/extend/property").json()["properties"]
    whole = {"ids": ["E-PAEKTO"], "properties": [{"id": one["id"]} for one in everything]}
    camp = shared.post(HERE, data={"extend": json.dumps(whole)}).json()["rows"]["E-PAEKTO"]
    assert camp["addressEntity"] == [{"str": "Sinuiju"}]


@pytest.fixture(scope="module", name="opened")
def _opened(screener: Screener, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Return a client of a service that names an origin."""
    engine = connect(f"sqlite:///{tmp_path_factory.mktemp('store')}/store.sqlite3")
    upgrade(engine)
    settings = Settings(reconcile_origins=("http://127.0.0.1:3333",))
    with TestClient(create_app(screener, Repository(engine), settings), base_url=HOST) as client:
        yield client
    engine.dispose()


@pytest.mark.parametrize(
    ("path", "origin", "readable"),
    [
        (HERE, "http://127.0.0.1:3333", True),
        (f"{HERE}/suggest/type", "http://127.0.0.1:3333", True),
        (HERE, "https://evil.example", False),
        ("/catalog", "http://127.0.0.1:3333", False),
        ("/v1/fields", "http://127.0.0.1:3333", False),
    ],
)
def test_pages_of_named_origins_read_these_routes_alone(
    opened: TestClient, path: str, origin: str, *, readable: bool
) -> None:
    answer = opened.get(path, headers={"Origin": origin})
    before = opened.options(
        path, headers={"Origin": origin, "Access-Control-Request-Method": "POST"}
    )

    for one in (answer, before):
        assert one.headers.get("access-control-allow-origin") == (origin if readable else None)
        assert "access-control-allow-credentials" not in one.headers
    assert answer.status_code == 200


def test_without_a_named_origin_no_page_reads_them(shared: TestClient) -> None:
    answer = shared.get(HERE, headers={"Origin": "http://127.0.0.1:3333"})

    assert not [name for name in answer.headers if name.startswith("access-control")]
