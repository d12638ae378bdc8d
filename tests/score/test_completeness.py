"""Completeness counts the columns whose emptiness is a gap."""

import pytest

from screener.model.field import Field
from screener.score.completeness import completeness
from tests.rules.small_pack import FIELDS

GAPS = tuple(name for name, field in FIELDS.items() if field.gap_if_empty)


@pytest.mark.parametrize(
    ("filled", "share", "missing"),
    [
        pytest.param([], 0.0, GAPS, id="nothing filled"),
        pytest.param(list(FIELDS), 1.0, (), id="everything filled"),
        pytest.param(["notes", "currency"], 0.0, GAPS, id="only columns where empty is normal"),
        pytest.param(GAPS[1:], 0.9, GAPS[:1], id="one gap of ten"),
        pytest.param(["hs_chapter"], 0.0, GAPS, id="a derived column fills nothing"),
        pytest.param(["no_such_column"], 0.0, GAPS, id="a column of the user's own"),
    ],
)
def test_completeness_is_the_share_of_gap_columns_filled(
    filled: list[str], share: float, missing: tuple[str, ...]
) -> None:
    assert completeness(FIELDS, filled) == (share, missing)


def test_the_share_is_told_to_four_decimals() -> None:
    three = {name: FIELDS[name] for name in GAPS[:3]}

    assert completeness(three, GAPS[:2]) == (0.6667, GAPS[2:3])


def test_missing_columns_are_in_record_order() -> None:
    _, missing = completeness(FIELDS, ["supplier_city"])

    assert missing == tuple(name for name in FIELDS if name in GAPS and name != "supplier_city")


def test_a_derived_column_is_no_gap_of_the_user() -> None:
    derived = Field(
        name="hs_chapter",
        type="hs",
        meaning="Chapter",
        gap_if_empty=True,
        derived_from=("hs_code",),
    )

    assert completeness({"hs_chapter": derived}, []) == (1.0, ())


def test_without_gap_columns_nothing_is_missing() -> None:
    assert completeness({"notes": FIELDS["notes"]}, []) == (1.0, ())
