"""Exit codes of the command line: 0 clean, 1 to act on, 2 wrong content, 3 wrong usage or input."""

import json
import shutil
from pathlib import Path

import pytest

from screener.cli.main import main
from tests.contract.source_files import ROOT

CLEAN = "Item,Vendor,Country of origin\nsteel bolts,Acme,Vietnam\n"
STOPPED = "Item,Vendor,Country of origin\nhats,Acme,North Korea\n"


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    path = tmp_path / "orders.csv"
    path.write_text(CLEAN, encoding="utf-8")
    return path


def test_a_clean_file_is_0_and_the_summary_counts_it(
    orders: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["screen", str(orders), "--json"]) == 0

    summary = json.loads(capsys.readouterr().out)
    assert summary["rows"] == {"read": 1, "screened": 1, "collapsed": 0, "rejected": 0}
    written = {path.name for path in orders.with_name("orders.csv.screened").iterdir()}
    assert written == {
        "results.csv", "rejects.csv", "problems.csv", "screenings.jsonl", "summary.json",
        "report.html",
    }  # fmt: skip


def test_a_rejected_row_is_1(orders: Path, capsys: pytest.CaptureFixture[str]) -> None:
    orders.write_text(CLEAN + "one cell\n", encoding="utf-8")

    assert main(["screen", str(orders)]) == 1
    assert "rejects.csv" in capsys.readouterr().out


@pytest.mark.parametrize(("tier", "code"), [("T4", 1), ("T0", 1)])
def test_a_tier_to_fail_on_is_1(orders: Path, tier: str, code: int) -> None:
    orders.write_text(STOPPED, encoding="utf-8")

    assert main(["screen", str(orders), "--fail-on", tier]) == code


def test_a_tier_that_is_not_reached_is_0(orders: Path) -> None:
    assert main(["screen", str(orders), "--fail-on", "T2"]) == 0


@pytest.mark.parametrize("option", ["--rules", "--lists"])
def test_content_that_is_missing_or_empty_is_2_and_names_the_folder(
    orders: Path, tmp_path: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    empty, missing = tmp_path / "empty", tmp_path / "missing"
    empty.mkdir()

    for folder in (empty, missing):
        assert main(["screen", str(orders), option, str(folder)]) == 2
        assert folder.name in capsys.readouterr().err
    assert not orders.with_name("orders.csv.screened").exists()


@pytest.mark.parametrize("name", ["pack.yaml", "policy.yaml", "fields.yaml", "wording.yaml"])
def test_a_missing_file_of_the_pack_is_2_and_named(
    orders: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    (tmp_path / "rules" / name).unlink()

    assert main(["screen", str(orders), "--rules", str(tmp_path / "rules")]) == 2
    assert name in capsys.readouterr().err


def test_a_list_without_entries_is_2_and_named(
    orders: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "watchlists", tmp_path / "lists")
    emptied = next(path for path in sorted((tmp_path / "lists").rglob("*.yaml"))
                   if path.name != "manifest.yaml")  # fmt: skip
    emptied.write_text("", encoding="utf-8")

    assert main(["screen", str(orders), "--lists", str(tmp_path / "lists")]) == 2
    assert emptied.parent.name in capsys.readouterr().err


def test_a_broken_rule_is_2_with_its_place_a_caret_and_a_suggestion(
    orders: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "rules", tmp_path / "rules")
    broken = min((tmp_path / "rules" / "origin").glob("*.yaml"))
    text = broken.read_text(encoding="utf-8")
    assert "country_of_origin" in text
    broken.write_text(text.replace("country_of_origin", "contry_of_origin", 1), encoding="utf-8")

    assert main(["screen", str(orders), "--rules", str(tmp_path / "rules")]) == 2
    err = capsys.readouterr().err
    assert f"{broken.name}:" in err
    assert ": error[" in err
    assert "^" in err
    assert "country_of_origin" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["screen"], "INPUT"),
        (["screen", "ORDERS", "--colour", "red"], "--colour"),
        (["screen", "ORDERS", "--fail-on", "T9"], "T9"),
        (["screen", "ORDERS", "--as-of", "yesterday"], "yesterday"),
        (["screen", "ORDERS", "--encoding", "latin-9000"], "latin-9000"),
        (["screen", "absent.csv"], "absent.csv is no file"),
        (["screen", "."], "is no file"),
        (["screen", "ORDERS", "--map", "absent.yaml"], "absent.yaml: no such file"),
        (["scren"], "scren"),
    ],
)
def test_wrong_usage_is_3_and_says_what(
    orders: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [str(orders) if word == "ORDERS" else word for word in arguments]

    assert main(given) == 3
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.csv", b"", "empty"),
        ("headers.csv", b"Item,Vendor\n", "no rows"),
        ("unknown.csv", b"a,b\n1,2\n", "none of the 2 headers"),
        ("orders.pdf", b"%PDF", "files ending in"),
        ("orders.xlsx", b"PK no zip", "no sound workbook"),
        ("orders.parquet", b"PAR1", "no sound Parquet"),
        ("orders.csv.gz", b"no gz", "no sound .gz"),
    ],
)
def test_unreadable_input_is_3_and_leaves_no_results(
    tmp_path: Path, name: str, data: bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(data)

    assert main(["screen", str(path)]) == 3
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [path]
