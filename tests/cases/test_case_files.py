"""Tests that the labelled cases are whole: shape, names, and a word on every forbidden meaning."""

from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parent
RULES = FOLDER.parents[1] / "rules"
SHELVES = [
    ("scenarios", "scenarios", 30),
    ("variants", "scenarios", 90),
    ("variants_dealt", "scenarios", 90),
    ("examples", "examples", 20),
    ("roles", "sentences", 180),
    ("traps", "traps", 150),
    ("traps_mined", "traps", 150),
    ("misspellings", "misspellings", 60),
    ("misspellings", "neighbours", 20),
]
WHOLE = [shelf for shelf in SHELVES if shelf[1] in {"scenarios", "examples"}]
ROLES = (
    "party site payment transport question clipping aside past mention disclosure denial certificate "
    "term none"
).split()


def _content(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def _cases(name: str, key: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = _content(FOLDER / f"{name}.yaml")[key]
    return cases


FIELDS = _content(RULES / "fields.yaml").keys()
KINDS = _content(RULES / "wording.yaml").keys()
ASSERTIONS = _content(FOLDER / "assertions.yaml")["texts"]
FORBIDDEN = sorted(
    {
        text
        for name, key, _ in WHOLE
        for case in _cases(name, key)
        for text in case["expected"].get("forbidden_assertions", [])
    }
)
assert FORBIDDEN
assert ASSERTIONS


@pytest.mark.parametrize(("name", "key", "least"), SHELVES)
def test_file_holds_enough_cases_and_no_id_twice(name: str, key: str, least: int) -> None:
    ids = [case["id"] for case in _cases(name, key)]

    assert len(ids) >= least
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(("name", "key"), [shelf[:2] for shelf in WHOLE])
def test_records_use_columns_of_the_data_dictionary(name: str, key: str) -> None:
    used = {column for case in _cases(name, key) for column in case["input"]}

    assert used - FIELDS == set()


def test_variants_speak_of_scenarios_and_never_repeat_them() -> None:
    scenarios = {case["id"]: case["input"] for case in _cases("scenarios", "scenarios")}
    variants = [*_cases("variants", "scenarios"), *_cases("variants_dealt", "scenarios")]

    assert [case["id"] for case in variants if case["of"] not in scenarios] == []
    assert [case["id"] for case in variants if case["input"] == scenarios[case["of"]]] == []


def test_sentences_have_a_known_role_and_column_and_hold_the_words_meant() -> None:
    sentences = _cases("roles", "sentences")

    assert {one["expect"] for one in sentences} == set(ROLES)
    assert {one["field"] for one in sentences} - FIELDS == set()
    assert [one["id"] for one in sentences if one.get("at", "") not in one["text"]] == []


def test_traps_use_columns_of_the_data_dictionary_and_stay_low() -> None:
    traps = _cases("traps", "traps")

    assert {column for trap in traps for column in trap["input"]} - FIELDS == set()
    assert {trap["highest_tier"] for trap in traps} <= {"T0", "T1"}
    assert sum(trap["class"] == "ordinary" for trap in traps) >= 30


@pytest.mark.parametrize("text", FORBIDDEN)
def test_forbidden_meaning_is_told_as_kinds_and_phrases(text: str) -> None:
    assert ASSERTIONS[text]["phrases"]
    assert ASSERTIONS[text]["kinds"]
    assert set(ASSERTIONS[text]["kinds"]) - KINDS == set()


def test_table_of_assertions_holds_nothing_that_no_case_forbids() -> None:
    assert sorted(set(ASSERTIONS) - set(FORBIDDEN)) == []
