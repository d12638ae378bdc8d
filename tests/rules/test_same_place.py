"""A name that needs the same place counts only beside the place of its entry."""

import pytest

from screener.rules.outcome import Outcome
from screener.rules.row import Row
from screener.rules.same_place import homes, same_place_columns
from screener.rules.schema import Test as ColumnTest
from tests.rules.small_pack import FIELDS, PLACES, TODAY, evaluator, hit, row, rule

LISTED = ColumnTest(
    "supplier_name", "on_list", ("L-LIST", "E-8CORPS"), (("needs_same_place", "true"),)
)
EVALUATOR = evaluator(rule("a.rule", LISTED))
NAME = hit("L-MAKER", "supplier_name", "party", list_id="L-LIST", name="name")
SAME = hit("P-DANDONG", "supplier_city", "party", name="place")


def outcome(given: Row) -> Outcome:
    """Return the outcome of the rule."""
    return EVALUATOR.explain(given, TODAY, "a.rule")


@pytest.mark.parametrize(
    ("given", "state"),
    [
        pytest.param(row(NAME, SAME, supplier_name="x", supplier_city="x"), "hit", id="same place"),
        pytest.param(
            row(NAME, supplier_name="x", supplier_city="Yiwu"), "miss", id="another place stated"
        ),
        pytest.param(row(NAME, supplier_name="x"), "unknown", id="no place stated"),
        pytest.param(
            row(
                NAME,
                hit("P-BORDER", "supplier_city", "party"),
                supplier_name="x",
                supplier_city="x",
            ),
            "miss",
            id="a place beside it",
        ),
        pytest.param(
            row(NAME, hit("P-DANDONG", "notes", "transport"), supplier_name="x", supplier_city="x"),
            "miss",
            id="a place of nobody in particular",
        ),
        pytest.param(
            row(NAME, hit("P-DANDONG", "supplier_city", "mention"), supplier_name="x", supplier_city="x"),
            "miss",
            id="a place only mentioned",
        ),
        pytest.param(row(SAME, supplier_name="x", supplier_city="x"), "miss", id="no listed name"),
        pytest.param(row(SAME, supplier_city="x"), "unknown", id="no name at all"),
        pytest.param(
            row(hit("E-8CORPS", "supplier_name", "party"), SAME, supplier_name="x", supplier_city="x"),
            "miss",
            id="an entry of no known place",
        ),
    ],
)  # fmt: skip
def test_the_place_of_the_party_decides(given: Row, state: str) -> None:
    assert outcome(given).state == state


def test_name_and_place_are_both_used() -> None:
    given = row(NAME, SAME, supplier_name="x", supplier_city="x")

    assert outcome(given).hits == ("name", "place")


def test_an_open_place_asks_for_the_place_columns_of_the_same_party() -> None:
    assert outcome(row(NAME, supplier_name="x")).settles_with == ("supplier_city",)


def test_places_of_the_same_party_are_those_of_its_group() -> None:
    columns, settles = same_place_columns("supplier_name", FIELDS)

    assert columns == {"supplier_name", "supplier_city", "supplier_province"}
    assert settles == ("supplier_city",)


def test_a_column_without_a_group_looks_at_every_place() -> None:
    columns, _ = same_place_columns("product_description", FIELDS)

    assert {"supplier_city", "notes", "material_origin"} <= columns


AREAS = {entry: above for entry, above in PLACES.items() if entry.startswith("P-")}


def test_an_entry_is_at_home_in_the_place_it_lies_in_and_inside_it() -> None:
    assert homes(PLACES, AREAS)["P-NPYONGAN"] == {"P-KP", "P-NPYONGAN", "P-SINUIJU", "P-SONCHON"}


def test_a_party_does_not_confirm_its_own_place() -> None:
    assert homes(PLACES, AREAS)["L-MAKER"] == {"P-DANDONG"}


def test_an_entry_of_no_place_has_no_home() -> None:
    assert "P-KP" not in homes(PLACES, AREAS)
