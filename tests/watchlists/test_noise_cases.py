"""Descriptions as scans, labels, web pages and truncated manifests leave them."""

import csv
from pathlib import Path

import pytest

from screener.model.record import Record
from screener.pipeline import Screener

with Path(__file__).with_name("noise_cases.csv").open(encoding="utf-8", newline="") as stream:
    ROWS = list(csv.DictReader(stream))
CASES = [pytest.param(row, id=f"{row['noise']}: {row['text']!r}") for row in ROWS]
assert CASES, "no case was read"


@pytest.mark.parametrize("case", CASES)
def test_noise_hides_no_goods_and_makes_none(case: dict[str, str], screener: Screener) -> None:
    record = Record(line_id="1", product_description=case["text"])

    hits = screener.screen(record).hits

    assert (case["entry"] in {hit.entry for hit in hits}) == (case["found"] == "yes")
    assert all(hit.text == case["text"][hit.start : hit.end] for hit in hits)


def test_every_kind_of_noise_is_tried_both_ways_or_at_least_six_times() -> None:
    kinds = {row["noise"] for row in ROWS}

    assert kinds == {
        "confusable", "glued", "truncated", "broken", "html", "full-width", "mixed",
    }  # fmt: skip
    assert all(sum(row["noise"] == kind for row in ROWS) >= 6 for kind in kinds)
