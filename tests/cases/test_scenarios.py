"""Labelled cases: tier band, hits, families and sentences of every one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from screener.model.record import Record
from screener.model.screening import Screening
from screener.pipeline import Screener

FOLDER = Path(__file__).parent
FILES = {
    "scenarios": "scenarios",
    "variants": "scenarios",
    "variants_dealt": "scenarios",
    "examples": "examples",
}


def _cases() -> Iterator[Any]:
    for name, key in FILES.items():
        content = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
        cases = content[key]
        assert cases, f"{name}.yaml holds no case"
        for case in cases:
            yield pytest.param(case, id=f"{name}:{case['id']}")


CASES = list(_cases())


@pytest.fixture(name="answered")
def _answered(
    request: pytest.FixtureRequest, screener: Screener
) -> tuple[dict[str, Any], Screening]:
    case = request.param
    return case, screener.screen(Record(line_id=case["id"], **case["input"]))


@pytest.mark.parametrize("answered", CASES, indirect=True)
def test_tier_lies_in_its_band(answered: tuple[dict[str, Any], Screening]) -> None:
    case, screening = answered
    lowest, highest = case["expected"]["tier_band"]

    assert lowest <= screening.tier <= highest, [reason.rule for reason in screening.reasons]


@pytest.mark.parametrize("answered", CASES, indirect=True)
def test_every_hit_due_is_there_and_none_that_must_not_be(
    answered: tuple[dict[str, Any], Screening],
) -> None:
    case, screening = answered
    hits = {hit.entry for hit in screening.hits}

    assert set(case["expected"].get("must_hit", [])) - hits == set()
    assert set(case["expected"].get("must_not_hit", [])) & hits == set()


@pytest.mark.parametrize("answered", CASES, indirect=True)
def test_required_families_are_represented(answered: tuple[dict[str, Any], Screening]) -> None:
    case, screening = answered
    families = {reason.family for reason in screening.reasons}

    assert set(case["expected"].get("required_reason_families", [])) - families == set()


@pytest.mark.parametrize("answered", CASES, indirect=True)
def test_spans_point_at_the_words_they_show(answered: tuple[dict[str, Any], Screening]) -> None:
    case, screening = answered

    for hit in screening.hits:
        sent = case["input"][hit.field]
        text = "|".join(sent) if isinstance(sent, list) else str(sent)
        assert text[hit.start : hit.end] == hit.text
