"""Rows of one entry line are collapsed, cells that no rule can read are told; no row is lost."""

import csv
import json
from pathlib import Path

import pytest

from screener.batch.mapping import Dictionary
from screener.batch.reader import open_file
from screener.batch.runner import Order, Run
from screener.batch.source import source_of
from screener.pipeline import Screener
from tests.conftest import AS_OF

HEADER = "Entry Summary Number,Entry Summary Line Number,HTS Number - Full,Manufacturer Name,Line Goods Value Amount\n"
# Rows 2 to 10 of the file; row 7 is broken, 9903 repeats in rows 3, 4, 5 and 8.
ES_003 = (
    HEADER
    + "E1,1,6307.90.98.91,Acme,100\n"
    + "E1,1,9903.01.24,Acme,100\n"
    + "E1,1,9903.88.15,Acme,100\n"
    + "E1,2,9903.88.03,Bolt,70\n"
    + "E1,2,6505.00.80.50,Bolt,70\n"
    + "broken\n"
    + "E1,2,99038103,Bolt,70\n"
    + "E1,3,9903.88.15,Coil,5\n"
    + "E1,4,9903.88.15,,5\n"
)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def run(screener: Screener, path: Path, text: str, *, chunk: int = 100) -> Path:
    path.write_text(text, encoding="utf-8")
    opened = open_file(source_of(path), Dictionary(screener.fields))
    folder = path.with_name(f"out-{chunk}")
    Run(screener, opened, folder, Order(AS_OF, chunk=chunk)).execute("")
    return folder


def told(folder: Path) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = json.loads((folder / "summary.json").read_bytes())
    return counts


def test_rows_of_additional_codes_go_into_the_line_that_they_repeat(
    screener: Screener, tmp_path: Path
) -> None:
    folder = run(screener, tmp_path / "es003.csv", ES_003)

    rows = rows_of(folder / "results.csv")
    results = [(row["HTS Number - Full"], row["collapsed_rows"]) for row in rows]
    assert results == [
        ("6307.90.98.91", "3; 4"), ("6505.00.80.50", "5; 8"), ("9903.88.15", ""), ("9903.88.15", ""),
    ]  # fmt: skip
    gone = rows_of(folder / "collapsed.csv")
    assert [(row["row"], row["into_row"], row["into_line_id"]) for row in gone] == [
        ("3", "2", "1"), ("4", "2", "1"), ("5", "6", "5"), ("8", "6", "5"),
    ]  # fmt: skip
    assert gone[0]["text"] == "E1,1,9903.01.24,Acme,100"
    assert [row["row"] for row in rows_of(folder / "rejects.csv")] == ["7"]


def test_rows_in_are_rows_out_rejects_and_collapsed(screener: Screener, tmp_path: Path) -> None:
    folder = run(screener, tmp_path / "es003.csv", ES_003)

    assert told(folder)["rows"] == {"read": 9, "screened": 4, "collapsed": 4, "rejected": 1}
    assert told(folder)["collapsed"] == {
        "99030124": 1, "99038103": 1, "99038803": 1, "99038815": 1,
    }  # fmt: skip


def test_chunks_do_not_part_an_entry_line(screener: Screener, tmp_path: Path) -> None:
    whole = run(screener, tmp_path / "es003.csv", ES_003)
    one_by_one = run(screener, tmp_path / "es003.csv", ES_003, chunk=1)

    for name in ("results.csv", "rejects.csv", "collapsed.csv", "problems.csv"):
        assert (one_by_one / name).read_bytes() == (whole / name).read_bytes()


@pytest.mark.parametrize(
    "text",
    [
        # Without the number of the line nothing says which line a further code belongs to.
        "Entry Summary Number,HTS Number,Manufacturer Name\nE1,6307.90,Acme\nE1,9903.88.15,Acme\n",
        # A second code of the tariff proper is goods of its own.
        HEADER + "E1,1,6307.90,Acme,1\nE1,1,6505.00,Acme,1\n",
        # Another line, or a line that is not named.
        HEADER + "E1,1,6307.90,Acme,1\nE1,2,9903.88.15,Acme,1\n",
        HEADER + "E1,,6307.90,Acme,1\nE1,,9903.88.15,Acme,1\n",
    ],
)
def test_other_rows_stay(screener: Screener, tmp_path: Path, text: str) -> None:
    folder = run(screener, tmp_path / "o.csv", text)

    assert len(rows_of(folder / "results.csv")) == 2
    assert told(folder)["rows"]["collapsed"] == 0


def test_a_cell_that_no_rule_can_read_is_told_and_its_row_screened(
    screener: Screener, tmp_path: Path
) -> None:
    header = "Item,Unit price,Qty,Currency,Order date,HS code,Country of origin\n"
    rows = [
        ("hats", "4.50", "12 pcs", "US$", "2026-05-04", "6505.00", "China"),
        ("hats", "TBD", "some", "coins", "soon", "x", "Narnia"),
        ("hats", "-4.50", "0", "人民币", "03/05/2026", "101.21.00", "CN"),
        ("hats", "", "", "", "23/11/26", "", ""),
    ]
    text = header + "".join(",".join(row) + "\n" for row in rows)
    folder = run(screener, tmp_path / "o.csv", text)

    assert len(rows_of(folder / "results.csv")) == 4
    assert rows_of(folder / "rejects.csv") == []
    found = [(row["row"], row["field"], row["wrong"]) for row in rows_of(folder / "problems.csv")]
    assert found == [
        ("3", "doc_date", "it is no day"),
        ("3", "country_of_origin", "no country can be read"),
        ("3", "hs_code", "it is no HS code"),
        ("3", "quantity", "it is no number"),
        ("3", "unit_price", "it is no amount"),
        ("3", "currency", "no currency is known by it"),
        ("4", "doc_date", "it may be either of two days"),
        ("4", "hs_code", "the code has an odd number of digits"),
        ("4", "unit_price", "the amount is below zero"),
        ("5", "doc_date", "its year has two digits, so that it may be another day"),
    ]
    assert told(folder)["problems"]["unit_price: it is no amount"] == 1
    assert all(row["remedy"] for row in rows_of(folder / "problems.csv"))
