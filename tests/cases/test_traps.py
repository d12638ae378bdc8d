"""Rows that look like a reported matter and are none; misspelt words and their neighbours."""

from collections import Counter
from collections.abc import Callable
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


TRAPS = [*_cases("traps", "traps"), *_cases("traps_mined", "traps")]


def _wrong(trap: dict[str, Any], screener: Screener) -> set[str]:
    """Return the entries found in a trap that it must not find."""
    screening = screener.screen(Record(**{"line_id": trap["id"], **trap["input"]}))
    return set(trap["must_not_hit"]) & {hit.entry for hit in screening.hits}


def test_precision_over_all_traps_is_whole(
    screener: Screener, record_property: Callable[[str, object], None]
) -> None:
    laid: Counter[str] = Counter()
    sprung: Counter[str] = Counter()
    for trap in (case.values[0] for case in TRAPS):
        laid.update(trap["must_not_hit"])
        sprung.update(_wrong(trap, screener))
    for entry, count in sorted(laid.items()):
        record_property(f"precision.{entry}", f"{1 - sprung[entry] / count:.4f} of {count}")

    assert sprung == {}


@pytest.mark.parametrize("trap", TRAPS)
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
