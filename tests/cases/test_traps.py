"""Rows that look like a reported matter and are none; misspelt words and their neighbours."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from screener.model.record import Record
from screener.pipeline import Screener

FOLDER = Path(__file__).parent


def _cases(name: str, key: str) -> list[Any]:
    content = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    assert content[key], f"{name}.yaml holds no {key}"
    return [pytest.param(case, id=case["id"]) for case in content[key]]


@pytest.mark.parametrize("trap", _cases("traps", "traps"))
def test_trap_finds_nothing_it_must_not(trap: dict[str, Any], screener: Screener) -> None:
    screening = screener.screen(Record(**{"line_id": trap["id"], **trap["input"]}))

    assert set(trap["must_not_hit"]) & {hit.entry for hit in screening.hits} == set()
    assert screening.tier <= trap["highest_tier"], [reason.rule for reason in screening.reasons]


@pytest.mark.parametrize("slip", _cases("misspellings", "misspellings"))
def test_misspelt_word_finds_its_entry(slip: dict[str, Any], screener: Screener) -> None:
    screening = screener.screen(Record(line_id=slip["id"], product_description=slip["text"]))

    assert slip["entry"] in {hit.entry for hit in screening.hits}


@pytest.mark.parametrize("word", _cases("misspellings", "neighbours"))
def test_correct_word_is_no_misspelling_of_another(
    word: dict[str, Any], screener: Screener
) -> None:
    screening = screener.screen(Record(line_id=word["id"], product_description=word["text"]))

    assert word["entry"] not in {hit.entry for hit in screening.hits}
