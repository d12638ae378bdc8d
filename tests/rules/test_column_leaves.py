"""Two columns compared, and which columns would settle a test left open."""

from decimal import Decimal

import pytest

from screener.codes.money import Money
from screener.rules.column_leaves import column, compared, times
from screener.rules.literals import Countries
from screener.rules.outcome import Outcome
from screener.rules.row import Row
from screener.rules.says import Phrasebook, Prose
from screener.rules.schema import All, Compare, Condition, Relation, Truth
from screener.rules.schema import Test as ColumnTest
from tests.rules.small_pack import FIELDS, TODAY, evaluator, row, rule

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
BOOK = Phrasebook([], [])


def outcome(condition: Condition, given: Row) -> Outcome:
    """Return the outcome of a rule of one condition."""
    return evaluator(rule("a.rule", condition)).explain(given, TODAY, "a.rule")


def truth(condition: Condition, given: Row) -> Truth:
    """Return the truth of one condition for a row."""
    proof = outcome(condition, given).proof
    assert proof is not None
    return proof.truth


def prices(relation: Relation, factor: str = "1") -> Compare:
    """Return a comparison of the price with the median of peers."""
    return Compare("unit_price", relation, factor, "peer_median_price")


def origins(relation: Relation) -> Compare:
    """Return a comparison of origin and export country."""
    return Compare("country_of_origin", relation, "1", "country_of_export")


LOW = row(unit_price="0.44 USD per piece", peer_median_price="0.90 USD per piece")
HALF = row(unit_price="0.45 USD per piece", peer_median_price="0.90 USD per piece")
SAME = row(unit_price="0.90 USD per piece", peer_median_price="0.9 USD/pc")


@pytest.mark.parametrize(
    ("condition", "given", "expected"),
    [
        pytest.param(prices("is below", "0.5"), LOW, T, id="below half"),
        pytest.param(prices("is below", "0.5"), HALF, F, id="exactly half is not below"),
        pytest.param(prices("is above", "0.4"), HALF, T, id="above"),
        pytest.param(prices("is above"), SAME, F, id="the same is not above"),
        pytest.param(prices("is same as"), SAME, T, id="the same amount"),
        pytest.param(prices("differs from"), LOW, T, id="another amount"),
        pytest.param(
            prices("is below"),
            row(unit_price="1 CNY per piece", peer_median_price="9 USD per piece"),
            U,
            id="another currency",
        ),
        pytest.param(
            prices("is below"),
            row(unit_price="1", peer_median_price="9", currency="USD", uom="PCS"),
            T,
            id="both in the record's currency and unit",
        ),
        pytest.param(origins("differs from"), row(country_of_origin="VN", country_of_export="CN"), T, id="differs"),
        pytest.param(origins("differs from"), row(country_of_origin="CN", country_of_export="China"), F, id="one country in two spellings"),
        pytest.param(origins("is same as"), row(country_of_origin="CN", country_of_export="China"), T, id="same"),
        pytest.param(origins("is below"), row(country_of_origin="CN", country_of_export="VN"), U, id="countries have no order"),
        pytest.param(origins("differs from"), row(country_of_origin="CN", country_of_export="tba"), U, id="unreadable"),
        pytest.param(origins("differs from"), row(country_of_origin="CN, Korea", country_of_export="VN"), U, id="half read"),
    ],
)  # fmt: skip
def test_two_filled_columns_are_compared(condition: Compare, given: Row, expected: Truth) -> None:
    assert truth(condition, given) is expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(row(country_of_origin="VN"), ("country_of_export",), id="right empty"),
        pytest.param(row(country_of_export="VN"), ("country_of_origin",), id="left empty"),
        pytest.param(row(), ("country_of_origin", "country_of_export"), id="both empty"),
    ],
)
def test_a_comparison_with_an_empty_side_is_unknown(given: Row, expected: tuple[str, ...]) -> None:
    found = outcome(origins("differs from"), given)

    assert (found.state, found.settles_with, found.open) == ("unknown", expected, False)


@pytest.mark.parametrize(
    ("left", "relation", "right", "expected"),
    [
        pytest.param("9503", "is same as", "9503", T, id="same code"),
        pytest.param("950300", "is same as", "9503", U, id="a shorter code may be the same"),
        pytest.param("6307", "is same as", "950300", F, id="another code"),
        pytest.param("PCS", "differs from", "pcs", F, id="case does not tell codes apart"),
        pytest.param(
            Prose("A B", BOOK), "is same as", Prose("a-b", BOOK), T, id="texts as compared"
        ),
        pytest.param(Prose("a", BOOK), "differs from", Prose("b", BOOK), T, id="other texts"),
        pytest.param(Decimal(1), "is same as", Decimal("1.0"), T, id="numbers"),
        pytest.param(Decimal(1), "is same as", "1", U, id="number and text"),
        pytest.param(None, "is same as", None, U, id="two unreadable values"),
    ],
)
def test_values_of_one_type_can_be_the_same(
    left: object, relation: Relation, right: object, expected: Truth
) -> None:
    assert compared(left, relation, right) is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(Decimal(4), Decimal(2), id="number"),
        pytest.param(
            Money(Decimal(4), "CNY", "piece"), Money(Decimal(2), "CNY", "piece"), id="money"
        ),
        pytest.param("950300", "950300", id="code"),
        pytest.param(None, None, id="unreadable"),
    ],
)
def test_only_numbers_and_money_are_multiplied(value: object, expected: object) -> None:
    assert times(value, Decimal("0.5")) == expected


PRICE = ColumnTest("unit_price", "below", ("1 CNY per piece",))
CHAPTER = ColumnTest("hs_chapter", "under", ("95",))


@pytest.mark.parametrize(
    ("test", "given", "expected"),
    [
        pytest.param(PRICE, row(), ("unit_price",), id="the empty column"),
        pytest.param(
            PRICE, row(unit_price="1"), ("uom", "currency"), id="what completes an amount"
        ),
        pytest.param(PRICE, row(unit_price="1", currency="CNY"), ("uom",), id="the unit alone"),
        pytest.param(PRICE, row(unit_price="1 CNY"), ("uom", "currency"), id="no unit in the text"),
        pytest.param(
            PRICE, row(unit_price="1 USD per piece"), ("unit_price",), id="another currency"
        ),
        pytest.param(
            PRICE, row(unit_price="x", currency="CNY", uom="PCS"), ("unit_price",), id="unreadable"
        ),
        pytest.param(CHAPTER, row(), ("hs_code",), id="the source of a derived column"),
        pytest.param(CHAPTER, row(hs_code="toys"), ("hs_code",), id="an unreadable source"),
    ],
)
def test_an_open_test_names_what_would_settle_it(
    test: ColumnTest, given: Row, expected: tuple[str, ...]
) -> None:
    found = outcome(test, given)

    assert (found.state, found.settles_with) == ("unknown", expected)


@pytest.mark.parametrize(
    ("name", "reads", "asks", "is_gap"),
    [
        pytest.param(
            "unit_price", ("unit_price", "currency", "uom"), ("unit_price",), True, id="money"
        ),
        pytest.param("notes", ("notes",), ("notes",), False, id="text"),
        pytest.param("hs_chapter", ("hs_chapter",), ("hs_code",), True, id="derived from a gap"),
    ],
)
def test_a_column_knows_what_it_reads_and_what_to_ask_for(
    name: str, reads: tuple[str, ...], asks: tuple[str, ...], *, is_gap: bool
) -> None:
    found = column(FIELDS[name], FIELDS, BOOK)

    assert (found.reads, found.asks, found.is_gap) == (reads, asks, is_gap)


def test_texts_are_read_as_prose_and_codes_as_what_they_say() -> None:
    values = {"notes": "wool", "country_of_origin": "China"}

    notes = column(FIELDS["notes"], FIELDS, BOOK).read(values)
    origin = column(FIELDS["country_of_origin"], FIELDS, BOOK).read(values)

    assert isinstance(notes, Prose)
    assert origin == Countries(("CN",), complete=True)


@pytest.mark.parametrize(
    ("test", "given", "open_rule"),
    [
        pytest.param(
            ColumnTest("country_of_origin", "is_missing", ("true",)), row(), False, id="missing"
        ),
        pytest.param(
            ColumnTest("notes", "says_none", ("a",)), row(), False, id="an empty note says none"
        ),
        pytest.param(
            ColumnTest("notes", "is_missing", ("false",)), row(notes="x"), True, id="filled"
        ),
        pytest.param(ColumnTest("notes", "says_none", ("a",)), row(notes="x"), True, id="says none"),
        pytest.param(origins("differs from"), row(country_of_origin="VN", country_of_export="CN"), True, id="differs"),
    ],
)  # fmt: skip
def test_only_a_filled_column_grounds_a_rule(
    test: Condition, given: Row, *, open_rule: bool
) -> None:
    found = outcome(All((test, PRICE)), given)

    assert (found.state, found.open) == ("unknown", open_rule)
