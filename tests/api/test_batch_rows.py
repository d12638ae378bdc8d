"""The rows of a batch over REST: a table, one by one, and kept to be decided on."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from screener.pipeline import Screener
from screener.settings import Settings
from screener.storage.repository import Repository
from screener.storage.session import open_database
from screener.worker import run_batch
from tests.api.conftest import HOST

pytestmark = pytest.mark.slow
CSV = (
    b"order,Product Description,Supplier Name\n"
    b"A-1,steel bolts,Acme\n"
    b"A-2,hand crocheted dolls made in the DPRK,Dandong Example Crafts\n"
    b"A-3,linen towels,Acme\n"
)


class Ran(NamedTuple):
    """A client, and the path of a batch that is done."""

    client: TestClient
    path: str


@pytest.fixture(scope="module", name="ran")
def _ran(screener: Screener, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ran]:
    home = tmp_path_factory.mktemp("home")
    address = f"sqlite:///{home}/store.sqlite3"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCREENER_HOME", str(home))
        patch.setenv("SCREENER_DATABASE_URL", address)
        engine = open_database(address)
        app = create_app(screener, Repository(engine), Settings())
        with TestClient(app, base_url=HOST) as client:
            sent = client.post("/v1/batches", files={"file": ("orders.csv", CSV)}).json()
            path = f"/v1/batches/{sent['batch']['id']}"
            assert client.get(f"{path}/rows").status_code == 409
            run_batch(sent["batch"]["id"])
            yield Ran(client, path)
        engine.dispose()


@pytest.mark.slow  # a command of its own screens the file
def test_rows_are_filtered_and_sorted(ran: Ran) -> None:
    def rows(**query: str) -> list[int]:
        answer = ran.client.get(f"{ran.path}/rows", params=query).json()
        return [one["row"] for one in answer["rows"]]

    whole = ran.client.get(f"{ran.path}/rows").json()
    acme = next(one["number"] for one in whole["suppliers"] if one["name"] == "Acme")

    assert (whole["total"], whole["rows"][0]["row"], whole["rows"][0]["tier"]) == (3, 2, "T4")
    assert rows(sort="row") == [1, 2, 3]
    assert rows(tier="T4") == [2]
    assert sorted(rows(supplier=str(acme))) == [1, 3]
    assert rows(page="1") == []
    assert ran.client.get(f"{ran.path}/rows", params={"teir": "T4"}).status_code == 422


@pytest.mark.slow
def test_a_row_is_read_with_its_screening(ran: Ran) -> None:
    told = ran.client.get(f"{ran.path}/rows/2").json()

    assert told["record"]["product_description"] == "hand crocheted dolls made in the DPRK"
    assert told["screening"]["tier"] == "T4"
    assert ran.client.get(f"{ran.path}/rows/4").status_code == 404
    assert ran.client.get("/v1/batches/none/rows/1").status_code == 404


@pytest.mark.slow
def test_a_row_is_kept_once_under_a_key_and_can_be_decided_on(ran: Ran) -> None:
    path = f"{ran.path}/rows/2/screenings"
    key = {"Idempotency-Key": "row 2"}

    made, again = ran.client.post(path, headers=key), ran.client.post(path, headers=key)
    other = ran.client.post(f"{ran.path}/rows/1/screenings", headers=key)

    assert made.status_code == 201
    assert again.json()["id"] == made.json()["id"]
    assert again.headers["idempotency-replayed"] == "true"
    assert other.status_code == 422
    kept = ran.client.get(f"/v1/screenings/{made.json()['id']}").json()
    row = ran.client.get(f"{ran.path}/rows/2").json()["screening"]
    assert [one["rule"] for one in kept["reasons"]] == [one["rule"] for one in row["reasons"]]
    assert [one["id"] for one in ran.client.get("/v1/screenings").json()["screenings"]] == [
        made.json()["id"]
    ]
