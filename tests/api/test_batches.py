"""Files screened in the background, from upload to results."""

import csv
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from screener.pipeline import Screener
from screener.settings import Settings
from screener.storage.repository import Repository
from screener.worker import run_batch
from tests.api.conftest import HOST
from tests.databases import of_a_run

pytestmark = pytest.mark.slow
CSV = (
    b"order,Product Description,Supplier Name\n"
    b"A-1,hand crocheted dolls,Dandong Example Crafts\n"
    b"A-2,steel bolts,Acme\n"
    b"A-3,,\n"
)

ES_003 = (
    b"Entry Summary Number,Entry Summary Line Number,HTS Number - Full,Line Goods Value Amount\n"
    b"E1,1,6307.90.98.91,TBD\n"
    b"E1,1,9903.01.24,100\n"
)


@pytest.fixture(name="sender")
def _sender(
    screener: Screener,
    repository: Repository,
    address: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[TestClient]:
    """Return a client of a service with a data directory that a worker shares."""
    monkeypatch.setenv("SCREENER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SCREENER_DATABASE_URL", address)
    app: FastAPI = create_app(screener, repository, Settings())
    with TestClient(app, base_url=HOST) as client:
        yield client


def _sent(client: TestClient, content: bytes = CSV, name: str = "orders.csv") -> str:
    answer = client.post("/v1/batches", files={"file": (name, content)})
    assert answer.status_code == 202, answer.text
    return str(answer.json()["batch"]["id"])


@pytest.mark.slow
def test_a_file_is_screened_and_its_results_are_fetched(
    sender: TestClient, repository: Repository
) -> None:
    id_ = _sent(sender)
    assert sender.get(f"/v1/batches/{id_}/results").status_code == 409

    run_batch(id_)
    run_batch(id_)

    batch = sender.get(f"/v1/batches/{id_}").json()["batch"]
    assert (batch["state"], batch["problem"]) == ("done", None)
    assert batch["summary"]["rows"] == {"read": 3, "screened": 2, "collapsed": 0, "rejected": 1}
    rows = list(csv.reader(sender.get(f"/v1/batches/{id_}/results").text.splitlines()))
    assert [row[0].lstrip("\ufeff") for row in rows] == ["order", "A-1", "A-2"]
    lines = sender.get(f"/v1/batches/{id_}/results", params={"format": "jsonl"}).text.splitlines()
    assert json.loads(lines[0])["tier"] == "T2"
    assert len(lines) == 2
    assert "nothing to screen" in sender.get(f"/v1/batches/{id_}/rejects").text
    assert sender.get(f"/v1/batches/{id_}/collapsed").status_code == 409
    kinds = [event.kind for event in repository.audit.events(subject=id_)]
    assert kinds == ["batch.queued", "batch.done"]
    assert repository.audit.verify().flaws == ()


@of_a_run
def test_the_file_of_a_batch_is_for_its_owner_alone(sender: TestClient, tmp_path: Path) -> None:
    id_ = _sent(sender)

    assert (tmp_path / "home" / "batches" / id_).stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "home" / "queue.sqlite3").stat().st_mode & 0o777 == 0o600


@of_a_run
@pytest.mark.slow
def test_cells_that_say_nothing_and_rows_that_repeat_are_fetched(sender: TestClient) -> None:
    id_ = _sent(sender, ES_003)
    paths = {name: f"/v1/batches/{id_}/{name}" for name in ("problems", "collapsed")}
    assert [sender.get(path).status_code for path in paths.values()] == [409, 409]

    run_batch(id_)

    (problem,) = csv.DictReader(sender.get(paths["problems"]).text.splitlines())
    assert (problem["field"], problem["text"]) == ("total_value", "TBD")
    (repeat,) = csv.DictReader(sender.get(paths["collapsed"]).text.splitlines())
    assert (repeat["into_row"], repeat["code"]) == ("2", "99030124")


@of_a_run
@pytest.mark.slow
def test_a_file_that_cannot_be_read_fails_with_its_reason(
    sender: TestClient, tmp_path: Path
) -> None:
    id_ = _sent(sender, b"colour,size\nred,4\n")

    run_batch(id_)

    batch = sender.get(f"/v1/batches/{id_}").json()["batch"]
    assert batch["state"] == "failed"
    assert batch["problem"]
    assert str(tmp_path) not in batch["problem"]


def test_a_removed_batch_leaves_only_its_record(sender: TestClient, tmp_path: Path) -> None:
    id_ = _sent(sender)

    removed = sender.delete(f"/v1/batches/{id_}").json()["batch"]

    assert removed["state"] == "removed"
    assert not (tmp_path / "home" / "batches" / id_).exists()
    assert sender.get(f"/v1/batches/{id_}/rejects").status_code == 409
    assert sender.delete(f"/v1/batches/{id_}").status_code == 200


def test_a_running_batch_is_not_removed(sender: TestClient, repository: Repository) -> None:
    id_ = _sent(sender)
    assert repository.batches.claim(id_) is not None
    assert repository.batches.claim(id_) is None

    assert sender.delete(f"/v1/batches/{id_}").status_code == 409


def test_batches_are_listed_newest_first(sender: TestClient) -> None:
    ids = [_sent(sender) for _ in range(3)]

    first = sender.get("/v1/batches", params={"limit": 2}).json()
    rest = sender.get("/v1/batches", params={"limit": 2, "cursor": first["next"]}).json()

    assert [one["id"] for one in (*first["batches"], *rest["batches"])] == ids[::-1]
    assert rest["next"] is None


def test_what_was_running_waits_again_when_a_worker_starts(
    sender: TestClient, repository: Repository
) -> None:
    first, second = _sent(sender), _sent(sender)
    repository.batches.claim(first)

    assert repository.batches.requeue() == (first, second)
    assert repository.batches.get(first).state == "queued"


@pytest.mark.parametrize("name", ["orders", "../../etc/passwd", "a.", ".", "a.x/y", "a.b c"])
def test_a_file_whose_kind_cannot_be_told_is_refused(sender: TestClient, name: str) -> None:
    answer = sender.post("/v1/batches", files={"file": (name, CSV)})

    assert answer.status_code == 422


def test_a_name_leads_nowhere(sender: TestClient, tmp_path: Path) -> None:
    id_ = _sent(sender, name="../../x.csv")

    found = [path.name for path in (tmp_path / "home" / "batches" / id_).iterdir()]
    assert sorted(found) == ["asked.json", "input.csv"]


def test_a_batch_is_larger_than_other_requests_and_has_its_own_limit(
    screener: Screener, repository: Repository, tmp_path: Path
) -> None:
    settings = Settings(home=tmp_path / "home", batch_bytes=1_000)
    app = create_app(screener, repository, settings)
    with TestClient(app, base_url=HOST) as client:
        answer = client.post("/v1/batches", files={"file": ("a.csv", b"x" * 2_000)})

    assert answer.status_code == 413


@pytest.mark.slow
def test_a_killed_worker_s_batch_is_run_by_the_next(
    sender: TestClient, repository: Repository
) -> None:
    id_ = _sent(sender)
    repository.batches.claim(id_)
    worker = subprocess.Popen([sys.executable, "-m", "screener", "worker"], env={**os.environ})
    try:
        for _ in range(480):
            state = sender.get(f"/v1/batches/{id_}").json()["batch"]["state"]
            if state == "done":
                break
            time.sleep(0.25)
        other = subprocess.run(
            [sys.executable, "-m", "screener", "worker"],
            env={**os.environ}, capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
    finally:
        worker.kill()
        worker.wait(timeout=30)

    assert state == "done"
    assert (other.returncode, "another worker" in other.stderr) == (3, True)


@of_a_run
@pytest.mark.slow
def test_a_batch_is_read_by_its_mapping_and_written_in_every_form(sender: TestClient) -> None:
    content = b"nr,text\nA-1,crocheted dolls made in Dandong\n"
    asked = sender.post("/v1/batches/mapping", files={"file": ("orders.csv", content)}).json()
    mapping = "columns:\n  nr: line_id\n  text: product_description\n"
    answer = sender.post(
        "/v1/batches",
        files={"file": ("orders.csv", content)},
        data={"mapping": mapping, "formats": ["xlsx", "parquet"]},
    )
    id_ = answer.json()["batch"]["id"]

    run_batch(id_)

    assert [one["header"] for one in asked["columns"]] == ["nr", "text"]
    assert sender.get(f"/v1/batches/{id_}").json()["batch"]["problem"] is None
    lines = sender.get(f"/v1/batches/{id_}/results", params={"format": "jsonl"}).text.splitlines()
    assert json.loads(lines[0])["line_id"] == "A-1"
    starts = {
        form: sender.get(f"/v1/batches/{id_}/results", params={"format": form}).content[:4]
        for form in ("xlsx", "parquet")
    }
    assert starts == {"xlsx": b"PK\x03\x04", "parquet": b"PAR1"}


def test_a_mapping_without_sense_is_refused(sender: TestClient) -> None:
    answer = sender.post(
        "/v1/batches",
        files={"file": ("orders.csv", CSV)},
        data={"mapping": "columns:\n  nr: no_such_field\n"},
    )

    assert answer.status_code == 422
    assert "no_such_field" in answer.json()["detail"]


def test_a_file_is_shown_as_it_would_be_read(sender: TestClient) -> None:
    content = b"nr,Goods description\nA-1,dolls\n"

    answer = sender.post("/v1/batches/mapping", files={"file": ("orders.csv", content)})

    assert answer.status_code == 200, answer.text
    assert answer.json()["rows"] == [{"product_description": "dolls"}]
    assert '"nr": null' in answer.json()["mapping"]


def test_rows_of_too_few_or_too_many_cells_are_left_out_of_what_is_shown(
    sender: TestClient,
) -> None:
    content = b"nr,Goods description,Origin\nA-1,dolls,CN\nA-2\nA-3,hats,VN,x\nA-4,caps,KH\n"

    answer = sender.post("/v1/batches/mapping", files={"file": ("orders.csv", content)})

    assert answer.status_code == 200, answer.text
    assert [row["product_description"] for row in answer.json()["rows"]] == ["dolls", "caps"]


def test_an_encoding_that_nobody_knows_is_refused_at_once(sender: TestClient) -> None:
    answer = sender.post(
        "/v1/batches", files={"file": ("orders.csv", CSV)}, data={"encoding": "klingon"}
    )

    assert answer.status_code == 422
    assert "klingon" in answer.json()["detail"]


@of_a_run
@pytest.mark.slow  # a command of its own screens the file
def test_a_batch_has_a_report_and_its_changes_since_another(
    sender: TestClient, repository: Repository, tmp_path: Path
) -> None:
    later, earlier = _sent(sender), _sent(sender)
    asked = {"since": earlier}
    assert sender.get(f"/v1/batches/{later}/changes", params=asked).status_code == 409
    run_batch(later)
    home = tmp_path / "home" / "batches"
    results = shutil.copytree(home / later / "results", home / earlier / "results")
    rows = (results / "results.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
    rows[1] = rows[1].replace(",T2,", ",T0,")
    rows[2] = rows[2].replace("Acme", "Other Works")
    (results / "results.csv").write_text("".join(rows), encoding="utf-8-sig")
    repository.batches.finish(earlier, (results / "summary.json").read_bytes())

    report = sender.get(f"/v1/batches/{later}/report")
    told = sender.get(f"/v1/batches/{later}/changes", params=asked).json()
    second = sender.get(
        f"/v1/batches/{later}/changes", params={**asked, "after": 1, "limit": 1}
    ).json()

    assert report.text.startswith("<!")
    assert report.headers["content-disposition"].startswith("attachment")
    assert told["counts"] == {"new": 1, "raised": 1, "lowered": 0, "changed": 0, "gone": 1}
    assert [(one["line_id"], one["change"], one["tier_before"]) for one in told["changes"]] == [
        ("1", "raised", "T0"),
        ("2", "new", ""),
        ("2", "gone", "T0"),
    ]
    assert told["next"] is None
    assert (second["changes"], second["next"]) == (told["changes"][1:2], 2)
