"""Edits of one leaf: each kind of slip an author makes, and none that changes nothing."""

import pytest

from screener.rules.leaf_edits import edits
from screener.rules.schema import Compare, Condition, Finds, Fired
from screener.rules.schema import Test as ColumnTest
from tests.rules.small_pack import FIELDS

PHRASES = ("yarn", "returned")


@pytest.mark.parametrize(
    ("test", "advice"),
    [
        ("says_any", "add a test in which notes holds only yarn"),
        ("says_all", "add a test in which notes holds all but yarn"),
    ],
)
def test_the_advice_names_the_row_that_tells(test: str, advice: str) -> None:
    first = next(iter(edits(ColumnTest("notes", test, PHRASES), FIELDS)))

    assert (first.change, first.advice) == ("without yarn", advice)


CASES: tuple[tuple[str, Condition, tuple[str, ...]], ...] = (
    (
        "a limit moves by one of its last digit and past the boundary",
        ColumnTest("peer_price_rank", "below", ("0.5",)),
        ("limit 0.5 moved to 0.4", "limit 0.5 moved to 0.6", "below turned into at_most"),
    ),
    (
        "a limit of money keeps currency and unit",
        ColumnTest("stated_processing_fee", "at_least", ("1 CNY per piece",)),
        (
            "limit 1 CNY per piece moved to 0 CNY per piece",
            "limit 1 CNY per piece moved to 2 CNY per piece",
            "at_least turned into above",
            "peer_median_price read instead",
        ),
    ),
    (
        "both limits of a range move",
        ColumnTest("peer_price_rank", "between", ("1", "5")),
        (
            "limit 1 moved to 0",
            "limit 1 moved to 2",
            "limit 5 moved to 4",
            "limit 5 moved to 6",
        ),
    ),
    (
        "a day moves by one day, a number of days by one",
        ColumnTest("ship_date", "within_days_of", ("2026-05-04", "30")),
        (
            "limit 2026-05-04 moved to 2026-05-03",
            "limit 2026-05-04 moved to 2026-05-05",
            "limit 30 moved to 29",
            "limit 30 moved to 31",
        ),
    ),
    (
        "values are dropped one by one, and another column is read",
        ColumnTest("country_of_origin", "not_in", ("CN", "KP")),
        ("without CN", "without KP", "country_of_export read instead"),
    ),
    (
        "a code under another listed one changes nothing",
        ColumnTest("hs_code", "not_under", ("63", "6305")),
        ("without 63",),
    ),
    (
        "a derived column is no other column than its source",
        ColumnTest("hs_chapter", "under", ("63",)),
        (),
    ),
    (
        "options are dropped",
        ColumnTest("supplier_name", "on_list", ("L-LIST",), (("similarity", "0.9"),)),
        ("without similarity 0.9", "manufacturer_name read instead"),
    ),
    (
        "entries, columns and roles of a search are dropped",
        Finds(
            any_of=("G-DOLL", "G-MASK"),
            columns=("product_description", "notes"),
            roles=("party", "site"),
            similarity=0.9,
        ),
        (
            "without G-DOLL",
            "without G-MASK",
            "not searched in product_description",
            "not searched in notes",
            "in any role",
            "not in role party",
            "not in role site",
            "without similarity 0.9",
        ),
    ),
    (
        "the only column of a search is widened, its only place stays",
        Finds(within=("P-KP",), columns=("notes",), roles=("mention",)),
        ("searched in every column", "in any role"),
    ),
    (
        "several places are dropped",
        Finds(within=("P-KP", "P-LNJL")),
        ("without P-KP", "without P-LNJL"),
    ),
    (
        "the factor of a comparison moves",
        Compare("unit_price", "is below", "0.5", "peer_median_price"),
        ("factor 0.5 moved to 0.4", "factor 0.5 moved to 0.6"),
    ),
    (
        "a comparison without a factor has none to move",
        Compare("country_of_origin", "differs from", "1", "country_of_export"),
        (),
    ),
    ("whether a rule fired can only be negated", Fired("product.doll"), ()),
)


@pytest.mark.parametrize(
    ("leaf", "changes"), [pytest.param(leaf, told, id=claim) for claim, leaf, told in CASES]
)
def test_edits_are_the_slips_of_an_author(leaf: Condition, changes: tuple[str, ...]) -> None:
    found = list(edits(leaf, FIELDS))

    assert tuple(edit.change for edit in found) == changes
    assert all(edit.leaf != leaf for edit in found)
    assert all(edit.advice.startswith("add ") for edit in found)
