"""A file sent, screened, and its results read as a table."""

import csv
import json
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
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
from tests.api.ui.conftest import MakePerson, Person, words
from tests.rule_drafts import DRAFT

ROWS = (
    ("PO Number", "Description", "Supplier Name"),
    ("A-1", "hand crocheted dolls", "Dandong Example Crafts"),
    ("A-2", "steel bolts", "Acme"),
    ("A-3", "", ""),
    ("A-4", "=hand crocheted dolls made in the DPRK", "Zed <b>Crafts</b>"),
    ("A-5", "steel nuts\nand bolts", "acme"),
)
CHANGED = (*ROWS[:1], ("A-1", "steel nuts", "Acme"), *ROWS[2:], ("A-6", "dolls", "Zed"))


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


def _drafted(
    person: Person, folder: Path, name: str = "orders.csv", rows: Sequence[Sequence[str]] = ROWS
) -> str:
    """Return the path of the page on which a file is looked at."""
    path = folder / "rows.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    answer = person.client.post(
        "/ui/batches",
        data={"csrf": person.token("/batches")},
        files={"file": (name, path.read_bytes())},
    )
    assert answer.status_code == 200, answer.text
    return str(answer.url.path).removeprefix("/ui")


def _sent(person: Person, draft: str, **fields: str) -> str:
    """Return the path of the batch that a draft became."""
    answer = person.send(f"{draft}/send", fields, seen=draft)
    assert answer.status_code == 200, answer.text
    return str(answer.url.path).removeprefix("/ui")


def _rows(page: str) -> list[int]:
    return [int(one) for one in re.findall(r"/rows/(\d+)\"", page)]


class Ran(NamedTuple):
    """Two batches that are done: the second has the rows of the first, changed here and there."""

    person: Person
    first: str
    second: str


@pytest.fixture(scope="module", name="ran")
def _ran(screener: Screener, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ran]:
    """Return what two runs of the worker gave, for all tests that look at results."""
    home = tmp_path_factory.mktemp("home")
    patch = pytest.MonkeyPatch()
    patch.setenv("SCREENER_HOME", str(home))
    engine = open_database(f"sqlite:///{home}/screener.sqlite3")
    patch.setenv("SCREENER_DATABASE_URL", f"sqlite:///{home}/screener.sqlite3")
    app = create_app(screener, Repository(engine), Settings(requests_per_minute=100_000))
    with TestClient(app, base_url=HOST) as client:
        person = Person(client)
        first = _sent(person, _drafted(person, home))
        run_batch(first.rpartition("/")[2])
        draft = _drafted(person, home, rows=CHANGED)
        offered = re.search(r'<option value="([^"]+)" selected>orders.csv', person.see(draft).text)
        assert offered is not None
        second = _sent(person, draft, since=offered[1], xlsx="on", **{"column-0": "line_id"})
        run_batch(second.rpartition("/")[2])
        patch.undo()
        yield Ran(person, first, second)
    engine.dispose()


def test_a_file_that_waits_says_for_what(sender: Person, tmp_path: Path) -> None:
    page = sender.see(_sent(sender, _drafted(sender, tmp_path)))

    assert "It waits for the worker" in words(page)
    assert "data-looks-again" in page.text


@pytest.mark.slow
def test_a_file_is_screened_and_read_as_a_table(ran: Ran) -> None:
    page = ran.person.see(ran.first)

    assert "data-looks-again" not in page.text
    assert _rows(page.text) == [3, 1, 2, 4]
    assert "T4 stop 1" in words(page)
    assert "1 row rejected" in words(page)
    assert "Zed <b>Crafts</b>" in words(page).replace("  ", " ")
    assert "<b>" not in page.text
    assert "Since the earlier run" not in page.text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("tier=T4", [3]),
        ("rule=dprk.border-handwork", [1]),
        ("list=dprk-places&tier=T4", [3]),
        ("sort=row", [1, 2, 3, 4]),
        ("sort=supplier", [2, 4, 1, 3]),
    ],
)
def test_rows_are_filtered_and_sorted(ran: Ran, query: str, rows: list[int]) -> None:
    assert _rows(ran.person.see(f"{ran.first}?{query}").text) == rows


@pytest.mark.slow
def test_the_rows_of_one_supplier_are_shown(ran: Ran) -> None:
    acme = re.search(r'<option value="(\d+)">Acme<', ran.person.see(ran.first).text)
    assert acme is not None

    assert _rows(ran.person.see(f"{ran.first}?supplier={acme[1]}").text) == [2]


@pytest.mark.slow
def test_the_chosen_supplier_is_among_those_to_choose_from(
    ran: Ran, monkeypatch: pytest.MonkeyPatch
) -> None:
    acme = re.search(r'<option value="(\d+)">Acme<', ran.person.see(ran.first).text)
    assert acme is not None
    monkeypatch.setattr("api.results.MOST_SUPPLIERS", 1)

    page = ran.person.see(f"{ran.first}?supplier={acme[1]}")

    assert f'<option value="{acme[1]}" selected>Acme<' in page.text


@pytest.mark.slow
def test_a_row_of_a_batch_is_explained_as_a_line_alone(ran: Ran) -> None:
    page = ran.person.see(f"{ran.first}/rows/3")

    assert "T4 stop" in words(page)
    marked = re.search(r"<dt>Product description</dt><dd[^>]*>(.*?)</dd>", page.text)
    assert marked is not None
    assert re.sub(r"<[^>]*>", "", marked[1]) == ROWS[4][1]
    line = ran.person.see(f"{ran.first}/files/screenings.jsonl").text.splitlines()[2]
    assert json.loads(line)["reasons"][0]["sentence"] in words(page)
    assert ran.person.see(f"{ran.first}/rows/5").status_code == 404


@pytest.mark.slow
def test_a_row_of_a_batch_is_kept_to_be_decided_on(ran: Ran) -> None:
    row = f"{ran.second}/rows/1"

    answer = ran.person.send(f"{row}/keep", {}, seen=row)

    assert str(answer.url.path).startswith("/ui/screenings/")
    assert "Line A-1" in words(answer)
    assert "Nobody has decided yet" in words(answer)
    assert ran.person.send(f"{ran.second}/rows/99/keep", {}, seen=row).status_code == 404


@pytest.mark.slow
def test_files_of_a_batch_are_downloaded(ran: Ran) -> None:
    names = ("results.csv", "results.xlsx", "results.parquet", "screenings.jsonl", "changes.csv")

    answers = {name: ran.person.see(f"{ran.second}/files/{name}") for name in names}

    assert {answer.status_code for answer in answers.values()} == {200}
    assert answers["results.csv"].headers["content-type"].startswith("text/csv")
    assert answers["results.xlsx"].content.startswith(b"PK")
    assert "nothing to screen" in ran.person.see(f"{ran.first}/files/rejects.csv").text
    assert ran.person.see(f"{ran.first}/files/changes.csv").status_code == 409


@pytest.mark.slow
def test_a_second_run_says_what_changed_since_the_first(ran: Ran) -> None:
    page = ran.person.see(ran.second)

    assert "Since the earlier run: 1 new , 0 raised, 1 lowered , 0 changed, 0 gone." in words(page)
    assert 'title="record: its fields changed"' in page.text
    assert _rows(ran.person.see(f"{ran.second}?change=lowered").text) == [1]


@pytest.mark.slow
def test_results_are_shown_by_the_columns_that_were_chosen(ran: Ran) -> None:
    page = ran.person.see(f"{ran.second}/rows/1")

    assert "Line A-1" in words(page)
    assert "Reference in the source" not in words(page)


@pytest.mark.slow
def test_the_rows_shown_are_kept_together_and_once(ran: Ran) -> None:
    seen = f"{ran.second}?change=new"
    shown = _rows(ran.person.see(seen).text)
    assert shown, "the second file has rows that are new"
    kept = {"change": "new", "sort": "risk", "page": "0"}

    before = len(ran.person.client.get("/v1/screenings").json()["screenings"])
    for _ in range(2):
        answer = ran.person.send(f"{ran.second}/keep", kept, seen=seen)
        assert answer.url.path == "/ui/queue"

    stored = ran.person.client.get("/v1/screenings").json()["screenings"]
    assert len(stored) - before == len(shown)
    wrong = ran.person.send(f"{ran.second}/keep", {**kept, "tier": "T9"}, seen=seen)
    assert wrong.status_code == 422


@pytest.mark.slow
def test_a_draft_rule_is_tried_on_a_batch(ran: Ran) -> None:
    fields = {"yaml": DRAFT, "act": "try", "batch": ran.first.rpartition("/")[2]}

    page = ran.person.send("/rules/editor", fields, seen="/rules/editor")

    assert "Of 4 rows it fires on 1." in words(page)
    assert f'href="/ui{ran.first}/rows/2"' in page.text
    assert "Only the first of the batch" not in words(page)


@pytest.mark.slow
def test_rows_of_a_batch_that_were_not_tried_are_counted(
    ran: Ran, monkeypatch: pytest.MonkeyPatch
) -> None:
    fields = {"yaml": DRAFT, "act": "try", "batch": ran.first.rpartition("/")[2]}
    monkeypatch.setattr("api.rule_drafts.MOST_ROWS", 1)

    page = words(ran.person.send("/rules/editor", fields, seen="/rules/editor"))

    assert "Of 1 row it fires on 0." in page
    assert "Only the first of the batch were tried: 3 rows behind them were not." in page


@pytest.mark.slow
def test_the_report_is_a_page_that_runs_nothing(ran: Ran) -> None:
    report = ran.person.see(f"{ran.second}/report")

    assert "<h1" in report.text
    policy = report.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy


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
    path = _sent(sender, _drafted(sender, tmp_path, name="<img src=x onerror=alert(1)>.csv"))

    for page in (sender.see(path), sender.see("/batches")):
        assert "<img" not in page.text
        assert "onerror=alert(1)>.csv" in words(page).replace("&gt;", ">")


def test_a_removed_batch_stays_on_record(sender: Person, tmp_path: Path) -> None:
    path = _sent(sender, _drafted(sender, tmp_path))

    answer = sender.send(f"{path}/remove", {}, seen=path)

    assert "orders.csv removed" in words(answer)
    assert "removed" in words(sender.see(path))


def test_a_file_is_shown_as_it_would_be_read_and_corrected(sender: Person, tmp_path: Path) -> None:
    draft = _drafted(sender, tmp_path)

    proposed = words(sender.see(draft))
    corrected = sender.send(draft, {"column-1": "notes"}, seen=draft)

    assert "Description a usual header of it 95% hand crocheted dolls" in _without_choices(proposed)
    assert "Row Reference in the source Supplier name Product description 1 A-1" in proposed
    assert "corrected (Product description)" in words(corrected)
    assert "Row Reference in the source Supplier name Notes 1 A-1" in words(corrected)


def test_a_file_of_many_columns_is_looked_at_and_sent(sender: Person, tmp_path: Path) -> None:
    headers = ("Description", *(f"column {at}" for at in range(400)))
    draft = _drafted(sender, tmp_path, rows=[headers, ("dolls", *headers[1:])])
    page = sender.see(draft)

    names = re.findall(r'name="(column-\d+)"', page.text)
    fields = dict.fromkeys(names, "") | {names[0]: "notes"}

    assert len(names) == 200
    assert "The first 200 columns are shown" in words(page)
    assert "corrected" in words(sender.send(draft, fields, seen=draft))


def test_a_file_that_gives_nothing_to_screen_cannot_be_sent(sender: Person, tmp_path: Path) -> None:
    draft = _drafted(sender, tmp_path, rows=[("colour", "size"), ("red", "4")])

    page = sender.see(draft)
    answer = sender.send(f"{draft}/send", {}, seen=draft)

    assert "is a product, party, place or code column" in words(page)
    assert "/send" not in page.text
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "fields",
    [{"column-1": "no_such_field"}, {"as_of": "never"}, {"since": "x"}, {"encoding": "none"}],
)
def test_a_correction_without_sense_is_refused(
    sender: Person, tmp_path: Path, fields: dict[str, str]
) -> None:
    draft = _drafted(sender, tmp_path)

    answer = sender.send(f"{draft}/send", fields, seen=draft)

    assert answer.status_code == 422


def test_a_draft_is_sent_once_and_only_by_its_owner(signed_in: MakePerson, tmp_path: Path) -> None:
    ann, bob = signed_in("ann"), signed_in("bob")
    draft = _drafted(ann, tmp_path)

    assert bob.see(draft).status_code == 404
    _sent(ann, draft)
    assert ann.send(f"{draft}/send", {}, seen="/batches").status_code == 404
    assert ann.see("/batches/drafts/..%2F..").status_code == 404


def test_a_discarded_file_is_gone_and_one_of_yesterday_as_well(
    sender: Person, tmp_path: Path
) -> None:
    first, second = _drafted(sender, tmp_path), _drafted(sender, tmp_path)
    folder = tmp_path / "home" / "drafts"
    old = folder / second.rpartition("/")[2]

    sender.send(f"{first}/remove", {}, seen=first)
    os.utime(old, (0, 0))
    third = _drafted(sender, tmp_path)

    assert [path.name for path in folder.iterdir()] == [third.rpartition("/")[2]]


def _without_choices(text: str) -> str:
    return re.sub(r"not read, carried along .*? Documents ", "", text)
