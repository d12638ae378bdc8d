"""Tests of the dealing of scenario variants."""

from pathlib import Path

import pytest
import yaml

from benchmarks.accuracy.make_variants import SWAPS, all_variants, dealt, written

CASES = Path(__file__).parents[1] / "cases"
SCENARIOS = (CASES / "scenarios.yaml").read_text(encoding="utf-8")
FIELDS = {case["id"]: case["input"] for case in yaml.safe_load(SCENARIOS)["scenarios"]}
SLOTS = [
    pytest.param(name, slot, id=f"{name}:{number}")
    for name, slots in yaml.safe_load(SWAPS.read_text(encoding="utf-8")).items()
    for number, slot in enumerate(slots, start=1)
]
assert FIELDS
assert SLOTS

SCENARIO = {
    "id": "SC-1",
    "input": {"supplier_city": "Dandong", "hs_code": "9503.00"},
    "expected": {"tier_band": ["T1", "T2"]},
}
TOWNS = [{"supplier_city": "Donggang"}, {"supplier_city": "Kuandian"}, {"supplier_city": "丹东"}]


def test_file_is_what_the_script_writes() -> None:
    shipped = (CASES / "variants_dealt.yaml").read_text(encoding="utf-8")

    assert written(SCENARIOS, SWAPS.read_text(encoding="utf-8")) == shipped


def test_every_scenario_has_three_variants_in_order() -> None:
    shipped = yaml.safe_load((CASES / "variants_dealt.yaml").read_text(encoding="utf-8"))

    of = [case["of"] for case in shipped["scenarios"]]
    assert of == [name for name in FIELDS for _ in range(3)]


def test_variant_changes_its_slot_and_keeps_the_rest() -> None:
    made = all_variants([SCENARIO], {"SC-1": [TOWNS]})

    assert sorted(case["input"]["supplier_city"] for case in made) == [
        "Donggang",
        "Kuandian",
        "丹东",
    ]
    assert {case["input"]["hs_code"] for case in made} == {"9503.00"}
    assert all(case["expected"] == SCENARIO["expected"] for case in made)


def test_dealing_is_the_same_each_time() -> None:
    assert dealt("SC-1", [TOWNS]) == dealt("SC-1", [TOWNS])


@pytest.mark.parametrize("slots", [[], [TOWNS[:2]]], ids=["no slot", "two choices"])
def test_scenario_with_too_few_choices_is_refused(slots: list[list[dict[str, str]]]) -> None:
    with pytest.raises(ValueError, match="SC-1: variant_swaps"):
        all_variants([SCENARIO], {"SC-1": slots})


@pytest.mark.parametrize(("name", "slot"), SLOTS)
def test_slot_belongs_to_a_scenario_and_repeats_nothing(
    name: str, slot: list[dict[str, str]]
) -> None:
    assert all(slot.count(choice) == 1 for choice in slot)
    assert all(any(FIELDS[name].get(key) != choice[key] for key in choice) for choice in slot)
