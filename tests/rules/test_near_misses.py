"""A near miss must miss by what it changes, be that a part of the rule or its veto."""

from pathlib import Path

from tests.rules.checked_world import linted

SAMPLE = Path(__file__).parent / "broken" / "lint" / "r055-two-reasons.yaml"
TEXT = SAMPLE.read_text(encoding="utf-8")
TWO = "with: {supplier_city: Hanoi, country_of_origin: VN}"
VETO = "unless:\n  notes: {says_any: [machine knit]}\nadds:"


def found(text: str) -> list[str]:
    diagnostics, _ = linted(**{"dprk/sample.yaml": text})
    ours = [one for one in diagnostics if one.path.endswith("sample.yaml")]
    return [one.code for one in ours if one.code == "R055"]


def test_two_changed_parts_prove_nothing_of_either() -> None:
    assert found(TEXT) == ["R055"]


def test_one_changed_part_is_a_near_miss() -> None:
    assert found(TEXT.replace(TWO, "with: {country_of_origin: VN}")) == []


def test_a_veto_that_the_change_brings_about_is_a_near_miss() -> None:
    text = TEXT.replace("adds:", VETO).replace(TWO, "with: {notes: machine knit}")

    assert found(text) == []
