"""Tests of the composed pairs of company names in Han, pinyin and English."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.accuracy.make_composed_pairs import EACH, Row, World, composed

SHIPPED = Path(__file__).parents[1] / "index" / "composed_pairs.csv"
WORLD = World(
    (("丹东", "Dandong"), ("沈阳", "Shenyang"), ("集安", "Ji'an")), (("有限公司", "Co., Ltd."),)
)


def shipped() -> list[dict[str, str]]:
    with SHIPPED.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_pairs_are_the_same_in_every_run() -> None:
    assert list(composed(WORLD)) == list(composed(WORLD))


def test_no_pair_of_two_companies_is_written_alike() -> None:
    assert all(row.first != row.second for row in composed(WORLD) if not row.same)


def test_no_shipped_pair_of_two_companies_is_written_alike() -> None:
    others = [row for row in shipped() if row["same"] == "no"]

    assert all(row["first"] != row["second"] for row in others)


def test_shipped_pairs_are_of_the_kinds_that_the_script_makes() -> None:
    kinds = Counter(row.kind for row in composed(WORLD))

    assert Counter(row["kind"] for row in shipped()) == kinds
    assert min(kinds.values()) == EACH


@pytest.mark.parametrize(
    "row",
    [
        Row("Han and pinyin", "", "", same=True),
        Row("English, brand half the same", "", "", same=False),
    ],
)
def test_a_kind_has_one_label(row: Row) -> None:
    labels = {one.same for one in composed(WORLD) if one.kind == row.kind}

    assert labels == {row.same}
