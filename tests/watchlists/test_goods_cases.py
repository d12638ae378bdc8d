"""Descriptions as trade papers write them, and what each must find or leave alone."""

import csv
from pathlib import Path

import pytest

from screener.model.record import Record
from screener.pipeline import Screener

with Path(__file__).with_name("goods_cases.csv").open(encoding="utf-8", newline="") as stream:
    CASES = [
        pytest.param(row, id=f"{row['entry']}: {row['text']}") for row in csv.DictReader(stream)
    ]
assert CASES, "no case was read"


@pytest.mark.parametrize("case", CASES)
def test_a_description_finds_its_goods_and_no_look_alike(
    case: dict[str, str], screener: Screener
) -> None:
    code = {"hs_code": case["hs_code"]} if case["hs_code"] else {}
    record = Record(line_id="1", product_description=case["text"], **code)

    found = {hit.entry for hit in screener.screen(record).hits}

    assert (case["entry"] in found) == (case["found"] == "yes")
