"""Labels say in plain words what was asked."""

import pytest

from screener.rules.labels import column_test_label, compare_label, finds_label, joined
from screener.rules.schema import Compare, Finds
from screener.rules.schema import Test as ColumnTest
from tests.rules.small_pack import DOLL_ROW, TODAY, evaluator


@pytest.mark.parametrize(
    ("test", "label"),
    [
        pytest.param(
            ColumnTest("notes", "says_any", ("yarn", "wool")), "notes says yarn or wool", id="any"
        ),
        pytest.param(
            ColumnTest("notes", "says_all", ("yarn", "wool")), "notes says yarn and wool", id="all"
        ),
        pytest.param(ColumnTest("notes", "says_none", ("a",)), "notes says none of a", id="none"),
        pytest.param(
            ColumnTest("hs_code", "under", ("9503", "6307")),
            "hs_code is under 9503 or 6307",
            id="under",
        ),
        pytest.param(
            ColumnTest("country_of_origin", "not_in", ("CN", "KP")),
            "country_of_origin is none of CN and KP",
            id="not in",
        ),
        pytest.param(
            ColumnTest("peer_price_rank", "at_most", ("5",)),
            "peer_price_rank is at most 5",
            id="at most",
        ),
        pytest.param(
            ColumnTest("peer_price_rank", "between", ("5", "10")),
            "peer_price_rank is between 5 and 10",
            id="between",
        ),
        pytest.param(
            ColumnTest("ship_date", "within_days_of", ("2026-05-01", "30")),
            "ship_date is within 30 days of 2026-05-01",
            id="days",
        ),
        pytest.param(ColumnTest("notes", "is_missing", ("true",)), "notes is empty", id="missing"),
        pytest.param(
            ColumnTest("notes", "is_missing", ("false",)), "notes is filled", id="not missing"
        ),
        pytest.param(
            ColumnTest("supplier_name", "on_list", ("L-A",), (("similarity", "0.9"),)),
            "supplier_name names a party of L-A, similarity 0.9",
            id="on list",
        ),
    ],
)
def test_a_column_test_reads_as_a_statement(test: ColumnTest, label: str) -> None:
    assert column_test_label(test) == label


@pytest.mark.parametrize(
    ("finds", "label"),
    [
        pytest.param(Finds(any_of=("G-DOLL",)), "G-DOLL found", id="anywhere"),
        pytest.param(
            Finds(within=("P-KP",), columns=("supplier_city", "notes")),
            "a place in P-KP found in supplier_city or notes",
            id="within",
        ),
        pytest.param(
            Finds(any_of=("E-8CORPS",), roles=("party", "site")),
            "E-8CORPS found as party or site",
            id="roles",
        ),
        pytest.param(
            Finds(any_of=("E-8CORPS",), similarity=0.9),
            "E-8CORPS found, at least 0.9 alike",
            id="likeness",
        ),
    ],
)
def test_a_search_reads_as_a_statement(finds: Finds, label: str) -> None:
    assert finds_label(finds) == label


@pytest.mark.parametrize(
    ("factor", "label"),
    [
        pytest.param("0.5", "unit_price is below 0.5 x peer_median_price", id="factor"),
        pytest.param("1", "unit_price is below peer_median_price", id="one"),
        pytest.param("", "unit_price is below peer_median_price", id="none"),
    ],
)
def test_a_comparison_reads_as_it_is_written(factor: str, label: str) -> None:
    assert compare_label(Compare("unit_price", "is below", factor, "peer_median_price")) == label


@pytest.mark.parametrize(
    ("words", "expected"),
    [((), ""), (("a",), "a"), (("a", "b"), "a or b"), (("a", "b", "c"), "a, b or c")],
    ids=["none", "one", "two", "three"],
)
def test_lists_read_as_lists(words: tuple[str, ...], expected: str) -> None:
    assert joined(words, "or") == expected


def test_no_label_shows_what_the_row_says() -> None:
    outcomes = evaluator().evaluate(DOLL_ROW, TODAY)

    assert "hand knitted doll" not in repr(outcomes)
    assert "Dandong'" not in repr(outcomes).replace("P-DANDONG", "")
