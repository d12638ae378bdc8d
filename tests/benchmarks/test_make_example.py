"""Tests of the writer of the example file, and of the file it wrote."""

import csv
import gzip
import sys
from pathlib import Path

import pytest

from benchmarks.accuracy.make_example import COLUMNS, LONGEST, main, real_rows

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "seeds" / "examples"
HEAD = ("recall_id", "date", "products", "description", "countries")
RECALLS = [
    ("2", "2001-05-06", "Plush bears", "Bears,\nbrown " + "x" * 900, "China"),
    ("1", "2000-01-02", "Kettles", "Steel", "Italy|Spain"),
    ("3", "2001-05-07", "Lamps", "Glass", ""),
]


def _recalls(folder: Path) -> Path:
    path = folder / "recalls.csv.gz"
    with gzip.open(path, "wt", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([HEAD, *RECALLS])
    return path


def _shipped() -> list[dict[str, str]]:
    with (EXAMPLES / "example.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_rows_without_a_country_are_left_out_and_the_rest_is_in_order(tmp_path: Path) -> None:
    rows = list(real_rows(_recalls(tmp_path)))

    assert [row["line_id"] for row in rows] == ["CPSC-1", "CPSC-2"]
    assert rows[0]["country_of_origin"] == "Italy,Spain"


def test_description_is_one_line_of_limited_length(tmp_path: Path) -> None:
    (_, bears) = real_rows(_recalls(tmp_path))

    assert bears["product_description"].startswith("Plush bears. Bears, brown x")
    assert len(bears["product_description"]) == LONGEST


def test_illustrations_follow_the_real_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "illustrations.csv").write_text(
        "line_id,product_description\nILL-01,Wool rug\n", encoding="utf-8"
    )
    target = tmp_path / "example.csv"
    monkeypatch.setattr(sys, "argv", ["", str(_recalls(tmp_path)), str(target)])

    main()

    with target.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert list(rows[0]) == COLUMNS
    assert [row["row_kind"] for row in rows] == ["real", "real", "illustration"]


def test_shipped_file_has_enough_real_rows_each_with_a_country() -> None:
    real = [row for row in _shipped() if row["row_kind"] == "real"]

    assert len(real) >= 2_000
    assert [row["line_id"] for row in real if not row["country_of_origin"]] == []
    assert [row["line_id"] for row in real if "\n" in row["product_description"]] == []


def test_shipped_file_has_every_illustration_and_no_line_twice() -> None:
    rows = _shipped()

    with (EXAMPLES / "illustrations.csv").open(encoding="utf-8", newline="") as stream:
        wanted = [row["line_id"] for row in csv.DictReader(stream)]
    assert len(wanted) >= 40
    assert [row["line_id"] for row in rows if row["row_kind"] == "illustration"] == wanted
    assert len({row["line_id"] for row in rows}) == len(rows)
