"""Towns that share a name: country, province, postcode and characters decide, streets are none."""

import csv
from pathlib import Path

import pytest

from screener.model.record import Record
from screener.pipeline import Screener

with Path(__file__).with_name("place_cases.csv").open(encoding="utf-8", newline="") as stream:
    ROWS = list(csv.DictReader(stream))
CASES = [pytest.param(row, id=f"{row['entry']}: {row['text']} {row['country']}") for row in ROWS]
assert CASES, "no case was read"


@pytest.mark.parametrize("case", CASES)
def test_a_shared_name_is_the_place_that_the_evidence_says(
    case: dict[str, str], screener: Screener
) -> None:
    where = {"supplier_country": case["country"], "supplier_province": case["province"]}
    given = {name: value for name, value in where.items() if value}
    record = Record(**{"line_id": "1", **given, case["field"]: case["text"]})

    found = {hit.entry for hit in screener.screen(record).hits}

    assert (case["entry"] in found) == (case["found"] == "yes")


def test_every_place_is_tried_both_ways() -> None:
    assert len(ROWS) >= 60
    for entry in ("P-CHONGJU", "P-BORDER", "P-PYONGSONG", "P-DANDONG", "P-SINUIJU", "P-KP"):
        assert {row["found"] for row in ROWS if row["entry"] == entry} == {"yes", "no"}
