"""Drafts over HTTP: checked and tried on what is sent or on a stored batch; nothing is saved."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from screener.resources import shipped
from screener.storage.batches import NewBatch
from screener.worker import INPUT, Asked, folder_of, keep_asked
from tests.conftest import AS_OF

DOLLS = {
    "line_id": "PO-1",
    "product_description": "hand crocheted doll",
    "supplier_city": "Dandong",
    "supplier_province": "Liaoning",
    "country_of_origin": "CN",
}
SHIPPED = (shipped("rules") / "dprk" / "border-handwork.yaml").read_text(encoding="utf-8")
WEAKER = SHIPPED.replace("raises_to: T2\n", "")
CSV = "no,what,town\n7,hand crocheted doll,Dandong\n8,linen towel,Como\n9,,\n"
MAPPING = "columns: {no: line_id, what: product_description, town: supplier_city}\n"


def tried(client: TestClient, **asked: object) -> dict[str, object]:
    answer = client.post("/v1/rules/try", json={"text": WEAKER, "as_of": AS_OF, **asked})
    assert answer.status_code == 200, answer.text
    told: dict[str, object] = answer.json()
    return told


def kept_batch(client: TestClient, home: Path, *, file: bool = True) -> str:
    """Return the id of a batch whose file lies in the data directory."""
    service = client.app.state.service  # type: ignore[attr-defined]
    client.app.state.service = service._replace(home=home)  # type: ignore[attr-defined]
    batches = service.repository.batches
    id_: str = batches.new_id()
    folder = folder_of(home, id_)
    folder.mkdir(parents=True)
    keep_asked(folder, Asked(mapping=MAPPING))
    if file:
        (folder / f"{INPUT}.csv").write_text(CSV, encoding="utf-8")
    batches.add(NewBatch(id_, "lines.csv", "0" * 64, AS_OF, None), actor="ann")
    return id_


def test_a_sound_draft_is_valid_and_its_tests_run(shared: TestClient) -> None:
    told = shared.post("/v1/rules/validate", json={"text": SHIPPED, "as_of": AS_OF}).json()

    assert (told["valid"], told["subject"]) == (True, "dprk.border-handwork")
    assert told["tests"]
    assert {one["passed"] for one in told["tests"]} == {True}


def test_what_is_wrong_comes_with_its_place(shared: TestClient) -> None:
    told = shared.post("/v1/rules/validate", json={"text": "rule: acme.new\nstaus: draft\n"}).json()

    assert (told["valid"], told["path"], told["tests"]) == (False, "acme/new.yaml", [])
    misspelt = next(one for one in told["diagnostics"] if one["code"] == "R001")
    assert (misspelt["path"], misspelt["line"], misspelt["column"]) == ("acme/new.yaml", 2, 1)


def test_records_that_would_move_are_named_and_nothing_is_stored(shared: TestClient) -> None:
    before = shared.get("/v1/screenings").json()["screenings"]

    told = tried(shared, records=[DOLLS, {"line_id": "PO-2"}])

    result = told["result"]
    assert isinstance(result, dict)
    assert [(one["line_id"], one["before"]) for one in result["moves"]] == [("PO-1", "T2")]
    assert (result["rows"], told["rejected"], told["complete"]) == (1, 1, True)
    assert shared.get("/v1/screenings").json()["screenings"] == before


def test_a_stored_batch_is_tried_as_it_is_mapped(shared: TestClient, tmp_path: Path) -> None:
    told = tried(shared, batch=kept_batch(shared, tmp_path))

    result = told["result"]
    assert isinstance(result, dict)
    assert result["rows"] == 2
    assert [one["line_id"] for one in result["moves"]] == ["7"]


def test_a_batch_without_its_file_is_refused(shared: TestClient, tmp_path: Path) -> None:
    gone = kept_batch(shared, tmp_path, file=False)

    answer = shared.post("/v1/rules/try", json={"text": WEAKER, "batch": gone})

    assert answer.status_code == 409


def test_a_draft_with_errors_is_not_tried(shared: TestClient) -> None:
    told = tried(shared, text="rule: acme.new\n", records=[DOLLS])

    assert (told["valid"], told["result"]) == (False, None)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"text": "x"}, 422),
        ({"text": "x", "records": [DOLLS], "batch": "b"}, 422),
        ({"text": "x" * 100_001, "records": [DOLLS]}, 422),
        ({"text": "x", "batch": "none"}, 404),
    ],
    ids=["on nothing", "on both", "too long", "no such batch"],
)
def test_a_trial_without_sense_is_refused(
    shared: TestClient, body: dict[str, object], status: int
) -> None:
    assert shared.post("/v1/rules/try", json=body).status_code == status
