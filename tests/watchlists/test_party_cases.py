"""Rows as trade papers write them, and which places and parties each must find or leave alone."""

from pathlib import Path

import pytest
import yaml

from screener.model.record import Record
from screener.pipeline import Screener

WRITTEN = yaml.safe_load(Path(__file__).with_name("party_cases.yaml").read_text(encoding="utf-8"))[
    "cases"
]
CASES = [
    pytest.param(case, id=f"{number}: {' '.join(case['row'].values())[:60]}")
    for number, case in enumerate(WRITTEN, start=1)
]
assert CASES, "no case was read"


@pytest.mark.parametrize("case", CASES)
def test_a_row_finds_its_places_and_parties_and_no_look_alike(
    case: dict[str, dict[str, str]], screener: Screener
) -> None:
    record = Record(line_id="1", **case["row"])

    found = {hit.entry for hit in screener.screen(record).hits}

    assert set(case.get("finds", ())) <= found
    assert not set(case.get("leaves", ())) & found
