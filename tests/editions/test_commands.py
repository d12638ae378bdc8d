"""The commands of imported lists, and what screens with them afterwards."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from screener.cli.main import main
from screener.evidence.canonical import screening_json
from screener.factory import load, load_editions
from screener.model.record import Record
from screener.settings import Settings
from screener.storage.repository import Repository
from screener.storage.session import open_database
from tests.editions.lists_to_import import NAMES, firms, table

FIRM = "Zamrud Halyard Basketry"


@pytest.fixture(name="file")
def _file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a published file; the data directory is a fresh one."""
    monkeypatch.setenv("SCREENER_HOME", str(tmp_path / "home"))
    path = tmp_path / "acme.csv"
    path.write_bytes(firms([*NAMES, FIRM]))
    return path


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> object:
    """Return what a command that ends well prints as JSON."""
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_imported_list_is_screened_against_and_stands_in_the_scope(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, "lists", "import", str(file), "--as", "acme", "--day", "2026-11-20")

    screening = load(as_of="2026-11-25").screen(Record(line_id="1", supplier_name=FIRM))

    assert [(hit.list, hit.entry) for hit in screening.hits] == [("acme", "ACME:F-Zamrud")]
    (scope,) = [one for one in screening.scope.lists if one.id == "acme"]
    assert (scope.edition_date, scope.entries) == ("2026-11-20", 11)
    assert scope.edition.startswith("2026-11-20-")
    assert scope.coverage == "The entries of the file; nobody else was looked at."


def test_difference_names_what_came_went_and_changed(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, "lists", "import", str(file), "--as", "acme", "--day", "2026-11-20")
    later = firms([*NAMES[1:], FIRM, "Kestrel Handicraft Works"])
    file.write_bytes(later.replace(b"Birke Handmade", b"Birch Handmade"))
    answer(capsys, "lists", "import", str(file), "--as", "acme", "--day", "2026-11-24")

    changes = answer(capsys, "lists", "diff", "acme", "2026-11-20", "2026-11-24")

    assert isinstance(changes, dict)
    assert [one["id"] for one in changes["added"]] == ["ACME:F-Kestrel"]
    assert [one["id"] for one in changes["removed"]] == ["ACME:F-Azul"]
    assert [(one["id"], [*one["attributes"]]) for one in changes["changed"]] == [
        ("ACME:F-Birke", ["aliases"])
    ]


def test_difference_names_the_screened_records_it_touches(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, "lists", "import", str(file), "--as", "acme", "--day", "2026-11-20")
    screener = load(as_of="2026-11-25")
    suppliers = {"A": FIRM, "B": NAMES[0], "C": NAMES[1], "D": "Kestrel Lighting"}
    screenings = file.with_name("screenings.jsonl")
    screenings.write_bytes(
        b"".join(
            screening_json(screener.screen(Record(line_id=line, supplier_name=name))) + b"\n"
            for line, name in suppliers.items()
        )
    )
    later = firms([*NAMES[1:], FIRM])
    file.write_bytes(later.replace(b"Birke Handmade", b"Birch Handmade"))
    answer(capsys, "lists", "import", str(file), "--as", "acme", "--day", "2026-11-24")
    asked = ("lists", "diff", "acme", "2026-11-20", "2026-11-24", "--screened")

    changes = answer(capsys, *asked, str(screenings))

    assert isinstance(changes, dict)
    assert [(one["line_id"], one["entry"], one["change"]) for one in changes["records"]] == [
        ("B", "ACME:F-Azul", "removed"),
        ("C", "ACME:F-Birke", "changed"),
    ]
    assert main([*asked, str(screenings)]) == 0
    assert "2 screened records rest on entries that went or changed" in capsys.readouterr().out
    screenings.write_text('{"line_id": "A"}\n')
    assert main([*asked, str(screenings)]) == 3
    assert "line 1 is no screening" in capsys.readouterr().err
    assert main([*asked, str(screenings) + ".gone"]) == 3


def test_refusal_ends_with_2_and_shows_in_lists_and_health(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, "lists", "import", str(file), "--as", "acme", "--day", "2026-11-20")
    file.write_bytes(firms(NAMES[:4]))

    code = main(["lists", "import", str(file), "--as", "acme", "--day", "2026-11-24"])

    assert code == 2
    assert "4 entries, the last edition 11" in capsys.readouterr().err
    rows = answer(capsys, "lists", "ls")
    assert isinstance(rows, list)
    (row,) = [one for one in rows if one["id"] == "acme"]
    assert "4 entries, the last edition 11" in row["stale"]
    assert row["edition_date"] == "2026-11-20"
    assert row["age_days"] == (datetime.now(tz=UTC).date() - datetime(2026, 11, 20).date()).days  # noqa: DTZ001 - a day
    engine = open_database(f"sqlite:///{file.parent / 'store.sqlite3'}")
    with TestClient(
        create_app(load(), Repository(engine), Settings()), base_url="http://127.0.0.1"
    ) as client:
        lists = client.get("/healthz").json()["freshness"]["lists"]
    engine.dispose()
    stale = {one["id"]: one["age_days"] for one in lists if one["stale"]}
    assert stale["acme"] == row["age_days"]
    assert stale["dol-goods"] > 800
    assert "cbp-wro" not in stale


def test_report_of_a_run_marks_lists_whose_file_was_refused_or_that_grew_old(
    file: Path, tmp_path: Path
) -> None:
    assert main(["lists", "import", str(file), "--as", "acme", "--day", "2026-11-20"]) == 0
    file.write_bytes(firms(NAMES[:4]))
    assert main(["lists", "import", str(file), "--as", "acme", "--day", "2026-11-24"]) == 2
    (tmp_path / "orders.csv").write_text(f"supplier_name\n{FIRM}\n", encoding="utf-8")

    assert main(["screen", str(tmp_path / "orders.csv"), "-o", str(tmp_path / "out")]) == 0

    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "acme is stale: " in page
    assert "4 entries, the last edition 11" in page
    assert "dol-goods is stale: the edition of 2022-09-28 is " in page
    assert "stale" not in (tmp_path / "out" / "screenings.jsonl").read_text(encoding="utf-8")


def test_id_of_a_shipped_list_is_refused(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lists", "import", str(file), "--as", "cbp-wro"]) == 3
    assert "import under another id" in capsys.readouterr().err


def test_verify_reads_every_edition(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer(capsys, "lists", "import", str(file), "--as", "acme", "--day", "2026-11-20")
    (sealed,) = (file.parent / "home" / "editions" / "acme").glob("2026*/entries-001.yaml")

    assert main(["lists", "verify"]) == 0
    assert "11 entries, as sealed" in capsys.readouterr().out
    sealed.chmod(0o644)
    sealed.write_text("entries: []\n")
    assert main(["lists", "verify"]) == 2
    assert "differs from its checksum" in capsys.readouterr().err


@pytest.mark.parametrize("written", ["name", "=name", "Firma="])
def test_column_not_written_as_a_pair_is_refused(
    file: Path, capsys: pytest.CaptureFixture[str], written: str
) -> None:
    assert main(["lists", "import", str(file), "--as", "acme", "--column", written]) == 3
    assert "THEIRS=OURS" in capsys.readouterr().err


def test_values_of_what_changed_are_shown_before_and_after(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header = "id,name,aliases,country,status"
    file.write_bytes(table(["1,Azul Works,,CN,Active", "2,Birke Works,,CN,"], header))
    answer(capsys, "lists", "import", str(file), "--as", "acme", "--day", "2026-11-20")
    file.write_bytes(table(["1,Azul Works,Cyan Works,VN,Inactive", "2,Birke Works,,CN,"], header))
    answer(capsys, "lists", "import", str(file), "--as", "acme", "--day", "2026-11-24")

    assert main(["lists", "diff", "acme", "2026-11-20", "2026-11-24"]) == 0

    head, *values, _ = capsys.readouterr().out.splitlines()
    assert head == "~ ACME:1  Azul Works: aliases, country, status"
    assert values == [
        "    aliases: Azul Works -> Azul Works; Cyan Works",
        "    country: CN -> VN",
        "    status: Active -> Inactive",
    ]


def test_spelling_that_counts_otherwise_is_shown_whole(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header = "id,name,aliases,kind"
    file.write_bytes(table(["1,Sadiq Marabout,GIUSEPPINO,person"], header))
    answer(capsys, "lists", "import", str(file), "--as", "acme", "--day", "2026-11-20")
    file.write_bytes(table(["1,Sadiq Marabout,GIUSEPPINO,organization"], header))
    answer(capsys, "lists", "import", str(file), "--as", "acme", "--day", "2026-11-24")

    assert main(["lists", "diff", "acme", "2026-11-20", "2026-11-24"]) == 0

    told = capsys.readouterr().out
    assert '"text":"GIUSEPPINO"' in told
    assert '"alone":true' in told.partition(" -> ")[0]


def test_every_edition_has_one_line_however_long_its_coverage(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, "lists", "import", str(file), "--as", "acme", "--day", "2026-11-20")

    assert main(["lists", "ls"]) == 0

    rows = [one for one in capsys.readouterr().out.splitlines() if one.startswith("│")]
    named = {one.split()[1]: one for one in rows}
    assert len(rows) == len(named) == len(load_editions())
    assert "2026-11-20-" in named["acme"]
    assert "The entries of the file; nobody" in named["acme"]
    assert "2026-08 of 2026-08-22" in named["cbp-wro"]
    assert "…" in named["cbp-wro"]
