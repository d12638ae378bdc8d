"""Tests of the stress set's generator."""

import csv
import gzip
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from benchmarks.accuracy.stress import (
    CROSSING,
    DANDONG,
    HAND_WORDS,
    PROCESS_WORDS,
    SHARES,
    Place,
    places,
    products,
    stress_rows,
    worked,
)

GOODS = [("1", "Plush bears. Brown."), ("2", "Kettles. Steel."), ("3", "Hats. Red.")]
TOWNS = {
    "dandong": [Place("Dandong", "Liaoning"), Place("东港", "Liaoning")],
    "crossing": [Place("Tumen", "Jilin")],
    "liaoning-jilin": [Place("Shenyang", "Liaoning")],
    "elsewhere": [Place("Ningbo", "Zhejiang"), Place("Ji'an", "Jiangxi")],
}
COLUMNS = ("group", "name", "population", "alt_latin")


@cache
def _rows() -> list[dict[str, str]]:
    return stress_rows(GOODS, TOWNS)


def _places(folder: Path, names: list[tuple[str, str, str, str]]) -> Path:
    path = folder / "places.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([COLUMNS, *names])
    return path


def _known() -> list[tuple[str, str, str, str]]:
    return [
        *(("cn_liaoning", name, "90000", "") for name in DANDONG),
        *(("cn_jilin", name, "90000", "") for name in CROSSING),
        ("cn_liaoning", "Shenyang", "800000", "Mukden"),
        ("cn_liaoning", "Hamlet", "900", ""),
        ("cn_liaoning", "Andong Zhen", "90000", "Dandong"),
    ]


def test_shares_are_exact() -> None:
    assert Counter(row["place_group"] for row in _rows()) == SHARES
    assert len(_rows()) == 50_000


def test_same_data_give_the_same_rows() -> None:
    assert stress_rows(GOODS, TOWNS) == _rows()


def test_plain_rows_add_no_word_to_the_product() -> None:
    assert {row["product_description"] for row in _rows()} == {text for _, text in GOODS}
    assert {row["notes"] for row in _rows()} == {""}


def test_every_product_and_town_is_used_evenly() -> None:
    dandong = [row for row in _rows() if row["place_group"] == "dandong"]

    assert set(Counter(row["supplier_city"] for row in dandong).values()) == {250}
    assert set(Counter(row["source_row_ref"] for row in dandong).values()) <= {166, 167}


def test_worked_rows_add_one_hand_word_and_one_process_word() -> None:
    some = _rows()[:5_000]
    pairs = list(zip(some, worked(some), strict=True))

    added = {
        after["product_description"].removesuffix(f" {before['product_description']}")
        for before, after in pairs
    }
    assert added == set(HAND_WORDS)
    assert {after["notes"] for _, after in pairs} == set(PROCESS_WORDS)
    assert {after["supplier_city"] == before["supplier_city"] for before, after in pairs} == {True}


def test_only_products_made_in_china_alone_count(tmp_path: Path) -> None:
    path = tmp_path / "recalls.csv.gz"
    head = ("recall_id", "products", "description", "countries")
    rows = [("2", "Hats", "Red\nwool", "China"), ("1", "Kettles", "", "China|Italy")]
    with gzip.open(path, "wt", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([head, *rows])

    assert products(path) == [("2", "Hats. Red wool")]


def test_other_towns_are_large_and_no_border_town_by_any_name(tmp_path: Path) -> None:
    towns = places(_places(tmp_path, _known()))

    assert towns["liaoning-jilin"] == [Place("Shenyang", "Liaoning")]
    assert len({place.city for place in towns["elsewhere"]}) >= 50
    assert not {place.province for place in towns["elsewhere"]} & {"Liaoning", "Jilin"}


def test_border_town_that_the_file_does_not_know_is_refused(tmp_path: Path) -> None:
    rows = [row for row in _known() if row[1] != "Tumen"]

    with pytest.raises(SystemExit, match="knows no Tumen in Jilin"):
        places(_places(tmp_path, rows))
