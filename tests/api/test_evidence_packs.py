"""One zip of all that is kept on a screening or a supplier."""

import hashlib
import io
import json
import zipfile

import pytest
from fastapi.testclient import TestClient

from screener.evidence.canonical import read_screening
from screener.evidence.difference import difference
from screener.storage.changes import Moved
from screener.storage.repository import Repository
from tests.storage.answers import answer

RECORD = {
    "line_id": "7|x\n# y", "product_description": "hand crocheted dolls",
    "supplier_name": "Dandong Paekto Trading", "supplier_city": "Dandong",
    "supplier_country": "CN",
}  # fmt: skip


@pytest.fixture(name="stored")
def _stored(client: TestClient) -> str:
    """Return the id of a screening on which a document was noted and a decision made."""
    id_ = str(client.post("/v1/screenings", json=RECORD).json()["ids"][0])
    decided = {"status": "held", "reason_code": "awaiting_documents", "note": "ask"}
    assert client.post(f"/v1/screenings/{id_}/dispositions", json=decided).status_code == 201
    supplier = _supplier(client)
    noted = {"item": "labour-records", "state": "asked", "title": "roster"}
    assert client.post(f"/v1/suppliers/{supplier}/documents", json=noted).status_code == 201
    return id_


def _supplier(client: TestClient) -> str:
    return str(client.get("/v1/suppliers").json()["suppliers"][0]["id"])


def _opened(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_pack_holds_the_screening_and_hashes_that_hold(client: TestClient, stored: str) -> None:
    answer = client.get(f"/v1/screenings/{stored}/evidence-pack")

    assert answer.headers["content-type"] == "application/zip"
    files = _opened(answer.content)
    whole = client.get(f"/v1/screenings/{stored}").content
    assert files[f"screenings/{stored}/screening.json"] == whole
    lines = [line.split("  ") for line in files.pop("SHA256SUMS").decode().splitlines()]
    sums = {name: digest for digest, name in lines}
    assert b'"held"' in files[f"screenings/{stored}/decisions.json"]
    assert "- Decided: held, by local, " in files["narrative.md"].decode()
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}


def test_the_same_state_gives_the_same_bytes(client: TestClient, stored: str) -> None:
    path = f"/v1/screenings/{stored}/evidence-pack"

    assert client.get(path).content == client.get(path).content


def test_the_narrative_says_what_the_reasons_say(client: TestClient, stored: str) -> None:
    screening = client.get(f"/v1/screenings/{stored}").json()

    files = _opened(client.get(f"/v1/screenings/{stored}/evidence-pack").content)

    told = files["narrative.md"].decode()
    assert screening["reasons"]
    assert [one["sentence"] for one in screening["reasons"] if one["sentence"] not in told] == []
    body = told.split("\n## ", 1)[1].replace(screening["scope"]["disclaimer"], "").casefold()
    never = {phrase for one in screening["reasons"] for phrase in one["never_say"]}
    assert [phrase for phrase in never if phrase.casefold() in body] == []
    assert "## Line 7\\|x # y: " in told


def test_the_checklist_shows_where_each_document_stands(client: TestClient, stored: str) -> None:
    supplier = _supplier(client)

    files = _opened(client.get(f"/v1/suppliers/{supplier}/evidence-pack").content)

    rows = files["checklist.csv"].decode().splitlines()
    assert len(rows) == 13
    assert [row.split(",")[1] for row in rows if row.split(",")[2] == "asked"] == ["labour-records"]
    assert f"screenings/{stored}/record.json" in files


def test_a_pack_holds_what_became_of_the_line(
    client: TestClient, repository: Repository, stored: str
) -> None:
    cleared = {"status": "cleared", "reason_code": "other_party", "note": "another firm"}
    client.post(f"/v1/screenings/{stored}/dispositions", json=cleared)
    kept = repository.screenings.get(stored)
    now = answer(tier="T4", show={"points": 90}).screening
    moved = Moved(kept, kept.tier, "T4", difference(read_screening(kept.screening), now))
    repository.changes.keep("0" * 64, kept.number, [moved])

    files = _opened(client.get(f"/v1/screenings/{stored}/evidence-pack").content)

    folder = f"screenings/{stored}"
    assert json.loads(files[f"{folder}/reopenings.json"])[0]["cause"] == "tier_raised"
    assert json.loads(files[f"{folder}/changes.json"])[0]["after"] == "T4"
    assert "T2 review, by now T4 | open |" in files["index.md"].decode()
    told = files["narrative.md"].decode()
    order = [told.index(one) for one in ("Decided: held", "Decided: cleared", "Reopened: tier_")]
    assert order == sorted(order)
    assert "its tier is T4; see changes.json" in told


@pytest.mark.parametrize("path", ["screenings/none", "suppliers/none"])
def test_there_is_no_pack_of_nothing(client: TestClient, path: str) -> None:
    assert client.get(f"/v1/{path}/evidence-pack").status_code == 404
