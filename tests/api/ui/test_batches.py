"""A file sent, screened, and its results read as a table."""

import csv
import json
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from screener.pipeline import Screener
from screener.settings import Settings
from screener.storage.repository import Repository
from screener.worker import run_batch
from tests.api.conftest import HOST
from tests.api.ui.conftest import Person, words

ROWS = (
    ("PO Number", "Description", "Supplier Name"),
    ("A-1", "hand crocheted dolls", "Dandong Example Crafts"),
    ("A-2", "steel bolts", "Acme"),
    ("A-3", "", ""),
    ("A-4", "=hand crocheted dolls made in the DPRK", "Zed <b>Crafts</b>"),
    ("A-5", "steel nuts\nand bolts", "acme"),
)


@pytest.fixture(name="sender")
def _sender(
    screener: Screener,
    repository: Repository,
    address: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Person:
    """Return a person at a service with a data directory that a worker shares."""
    monkeypatch.setenv("SCREENER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SCREENER_DATABASE_URL", address)
    return Person(TestClient(create_app(screener, repository, Settings()), base_url=HOST))


def _sent(person: Person, folder: Path, name: str = "orders.csv") -> str:
    path = folder / "rows.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(ROWS)
    answer = person.client.post(
        "/ui/batches",
        data={"csrf": person.token("/batches")},
        files={"file": (name, path.read_bytes())},
    )
    assert answer.status_code == 200, answer.text
    return str(answer.url.path).removeprefix("/ui")


def _rows(page: str) -> list[int]:
    return [int(one) for one in re.findall(r"/rows/(\d+)\"", page)]


@pytest.mark.slow
def test_a_file_is_screened_and_read_as_a_table(sender: Person, tmp_path: Path) -> None:
    path = _sent(sender, tmp_path)
    waiting = sender.see(path)
    assert "It waits for the worker" in words(waiting)
    assert 'http-equiv="refresh"' in waiting.text

    run_batch(path.rpartition("/")[2])

    page = sender.see(path)
    assert 'http-equiv="refresh"' not in page.text
    assert _rows(page.text) == [3, 1, 2, 4]
    assert "T4 stop 1" in words(page)
    assert "1 row rejected" in words(page)
    assert "Zed <b>Crafts</b>" in words(page).replace("  ", " ")
    assert "<b>" not in page.text
    # Each filter and order, as its control names it.
    assert _rows(sender.see(f"{path}?tier=T4").text) == [3]
    assert _rows(sender.see(f"{path}?rule=dprk.border-handwork").text) == [1]
    assert _rows(sender.see(f"{path}?list=dprk-places&tier=T4").text) == [3]
    assert _rows(sender.see(f"{path}?sort=row").text) == [1, 2, 3, 4]
    assert _rows(sender.see(f"{path}?sort=supplier").text) == [2, 4, 1, 3]
    acme = re.search(r'<option value="(\d+)">Acme<', page.text)
    assert acme is not None
    assert _rows(sender.see(f"{path}?supplier={acme[1]}").text) == [2]


@pytest.mark.slow
def test_a_row_of_a_batch_is_explained_as_a_line_alone(sender: Person, tmp_path: Path) -> None:
    path = _sent(sender, tmp_path)
    run_batch(path.rpartition("/")[2])

    page = sender.see(f"{path}/rows/3")

    assert "T4 stop" in words(page)
    marked = re.search(r"<dt>Product description</dt><dd[^>]*>(.*?)</dd>", page.text)
    assert marked is not None
    assert re.sub(r"<[^>]*>", "", marked[1]) == ROWS[4][1]
    line = sender.client.get(f"/ui{path}/files/jsonl").text.splitlines()[2]
    assert json.loads(line)["reasons"][0]["sentence"] in words(page)
    assert sender.see(f"{path}/rows/5").status_code == 404
    assert "nothing to screen" in sender.client.get(f"/ui{path}/files/rejects").text
    assert sender.client.get(f"/ui{path}/files/csv").headers["content-type"].startswith("text/csv")


def test_a_file_of_an_unknown_kind_is_refused_with_its_reason(
    sender: Person, tmp_path: Path
) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"a,b\n")
    data = {"csrf": sender.token("/batches")}

    answer = sender.client.post("/ui/batches", data=data, files={"file": ("x", path.read_bytes())})

    assert answer.status_code == 422
    assert "needs a name that ends in what it is" in words(answer)


def test_a_hostile_file_name_stays_text(sender: Person, tmp_path: Path) -> None:
    path = _sent(sender, tmp_path, name="<img src=x onerror=alert(1)>.csv")

    for page in (sender.see(path), sender.see("/batches")):
        assert "<img" not in page.text
        assert "onerror=alert(1)>.csv" in words(page).replace("&gt;", ">")


def test_a_removed_batch_stays_on_record(sender: Person, tmp_path: Path) -> None:
    path = _sent(sender, tmp_path)

    answer = sender.send(f"{path}/remove", {}, seen=path)

    assert "orders.csv removed" in words(answer)
    assert "removed" in words(sender.see(path))
