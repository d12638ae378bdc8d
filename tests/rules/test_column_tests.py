"""Every test of one column, at its limits and where it cannot be answered."""

from datetime import date
from decimal import Decimal

import pytest

from screener.errors import RuleError
from screener.rules.checker_columns import TESTS
from screener.rules.column_tests import decision, opposite, order, shown
from screener.rules.literals import Countries
from screener.rules.row import Row
from screener.rules.schema import Test as ColumnTest
from screener.rules.schema import Truth
from tests.rules.small_pack import TODAY, evaluator, row, rule

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


def truth(test: ColumnTest, given: Row) -> Truth:
    """Return the truth of one test for a row."""
    proof = evaluator(rule("a.rule", test)).explain(given, TODAY, "a.rule").proof
    assert proof is not None
    return proof.truth


def asks(column: str, test: str, *values: str) -> ColumnTest:
    """Return a test."""
    return ColumnTest(column, test, values)


FEE = "stated_processing_fee"
RANK = "peer_price_rank"
ORIGIN = "country_of_origin"


@pytest.mark.parametrize(
    ("test", "value", "expected"),
    [
        pytest.param(asks(FEE, "below", "1 CNY per piece"), "0.99 CNY per piece", T, id="below"),
        pytest.param(asks(FEE, "below", "1 CNY per piece"), "1 CNY per piece", F, id="not below"),
        pytest.param(asks(FEE, "below", "1 CNY per piece"), "0.8元/件", T, id="fee in Chinese"),
        pytest.param(
            asks(FEE, "below", "1 CNY per piece"), "0.1 USD per piece", U, id="another currency"
        ),
        pytest.param(asks(FEE, "below", "1 CNY per piece"), "0.8 CNY per kg", U, id="another unit"),
        pytest.param(asks(FEE, "below", "1 CNY per piece"), "0.8 CNY", U, id="no unit"),
        pytest.param(asks(FEE, "below", "1 CNY per piece"), "0 CNY per piece", U, id="zero"),
        pytest.param(asks(FEE, "below", "1 CNY per piece"), "cheap", U, id="no amount"),
        pytest.param(asks(FEE, "above", "1 CNY per piece"), "1.01 CNY per piece", T, id="above"),
        pytest.param(asks(FEE, "above", "1 CNY per piece"), "1 CNY per piece", F, id="not above"),
        pytest.param(
            asks(FEE, "between", "1 CNY per piece", "2 CNY per piece"),
            "2 CNY per piece",
            T,
            id="at the upper limit",
        ),
        pytest.param(
            asks(FEE, "between", "1 CNY per piece", "2 CNY per piece"),
            "1 CNY per piece",
            T,
            id="at the lower limit",
        ),
        pytest.param(
            asks(FEE, "between", "1 CNY per piece", "2 CNY per piece"),
            "2.01 CNY per piece",
            F,
            id="beyond the upper limit",
        ),
        pytest.param(
            asks(FEE, "between", "1 CNY per piece", "2 CNY per piece"),
            "1 USD per piece",
            U,
            id="between in another currency",
        ),
        pytest.param(asks(RANK, "at_most", "5"), "5", T, id="at most"),
        pytest.param(asks(RANK, "at_most", "5"), "5.1", F, id="more than at most"),
        pytest.param(asks(RANK, "at_least", "5"), "5", T, id="at least"),
        pytest.param(asks(RANK, "at_least", "5"), "4.9", F, id="less than at least"),
        pytest.param(asks(RANK, "below", "5"), "5", F, id="number below"),
        pytest.param(asks(RANK, "above", "5"), "six", U, id="no number"),
        pytest.param(
            asks("ship_date", "on_or_after", "2025-07-01"), "2025-07-01", T, id="that day"
        ),
        pytest.param(
            asks("ship_date", "on_or_after", "2025-07-01"), "30 June 2025", F, id="day before"
        ),
        pytest.param(asks("ship_date", "before", "2025-07-01"), "2025-06-30", T, id="before"),
        pytest.param(asks("ship_date", "before", "2025-07-01"), "2025-07-01", F, id="not before"),
        pytest.param(
            asks("ship_date", "before", "2025-07-01"), "03/05/2026", U, id="ambiguous day"
        ),
        pytest.param(
            asks("ship_date", "within_days_of", "2026-05-01", "30"),
            "2026-05-31",
            T,
            id="30 days after",
        ),
        pytest.param(
            asks("ship_date", "within_days_of", "2026-05-01", "30"),
            "2026-04-01",
            T,
            id="30 days before",
        ),
        pytest.param(
            asks("ship_date", "within_days_of", "2026-05-01", "30"),
            "2026-06-01",
            F,
            id="31 days after",
        ),
        pytest.param(
            asks("ship_date", "within_days_of", "30", "2026-05-01"),
            "2026-05-31",
            T,
            id="days first",
        ),
        pytest.param(asks("hs_code", "under", "9503"), "9503.00.00", T, id="under a heading"),
        pytest.param(asks("hs_code", "under", "950300"), "9503.00", T, id="the code itself"),
        pytest.param(
            asks("hs_code", "under", "9503", "6307"), "6307.90", T, id="one of two headings"
        ),
        pytest.param(asks("hs_code", "under", "9503"), "6307.90", F, id="under another heading"),
        pytest.param(asks("hs_code", "under", "950300"), "95", U, id="too short to tell"),
        pytest.param(asks("hs_code", "under", "9503"), "toys", U, id="no code"),
        pytest.param(asks("hs_code", "not_under", "9503"), "6307.90", T, id="not under"),
        pytest.param(asks("hs_code", "not_under", "9503"), "9503.00", F, id="not not under"),
        pytest.param(asks("hs_code", "not_under", "950300"), "95", U, id="too short to deny"),
        pytest.param(asks(ORIGIN, "is", "CN"), "CN", T, id="country by code"),
        pytest.param(asks(ORIGIN, "is", "CN"), "China", T, id="country by name"),
        pytest.param(asks(ORIGIN, "is", "KP"), "Korea, Republic of", F, id="the other Korea"),
        pytest.param(asks(ORIGIN, "is", "KP"), "Korea", U, id="either Korea"),
        pytest.param(asks(ORIGIN, "in", "VN", "KH"), "Cambodia", T, id="one of two countries"),
        pytest.param(asks(ORIGIN, "in", "CN"), "Vietnam, China", T, id="one of those stated"),
        pytest.param(asks(ORIGIN, "not_in", "CN", "KP"), "VN", T, id="none of them"),
        pytest.param(asks(ORIGIN, "not_in", "CN", "KP"), "CN", F, id="one of them"),
        pytest.param(asks(ORIGIN, "not_in", "CN", "KP"), "to be advised", U, id="no country"),
        pytest.param(asks(ORIGIN, "not_in", "KP"), "China, Korea", U, id="a part left unread"),
        pytest.param(asks("uom", "is", "PCS"), "pcs", T, id="a code in any case"),
        pytest.param(asks("uom", "not_in", "PCS", "DOZ"), "KG", T, id="another code"),
        pytest.param(asks("notes", "says_any", "yarn", "wool"), "wool only", T, id="says one"),
        pytest.param(asks("notes", "says_any", "yarn", "wool"), "cotton", F, id="says neither"),
        pytest.param(asks("notes", "says_all", "yarn", "wool"), "wool and yarn", T, id="says both"),
        pytest.param(asks("notes", "says_all", "yarn", "wool"), "wool", F, id="says one of both"),
        pytest.param(asks("notes", "says_none", "yarn"), "wool", T, id="says none"),
        pytest.param(asks("notes", "says_none", "yarn"), "yarn", F, id="says it after all"),
        pytest.param(asks("notes", "similar_to", "crocheted"), "crochetted", T, id="misspelt"),
        pytest.param(asks("notes", "similar_to", "crocheted"), "sewn", F, id="another word"),
        pytest.param(asks("notes", "says_any", "crocheted"), "crochetted", F, id="not exactly"),
        pytest.param(asks("notes", "pattern", r"\bSD-\d{3}\b"), "file SD-118", T, id="pattern"),
        pytest.param(
            asks("notes", "pattern", r"\bSD-\d{3}\b", "x$"), "box", T, id="second pattern"
        ),
        pytest.param(asks("notes", "pattern", r"\bSD-\d{3}\b"), "file SD-1", F, id="no pattern"),
        pytest.param(asks("supplier_name", "says_any", "Chenxi"), "Chenxi Knit", T, id="name says"),
        pytest.param(asks("supplier_city", "says_any", "Yiwu"), "Yiwu", T, id="place says"),
    ],
)
def test_a_filled_column_answers(test: ColumnTest, value: str, expected: Truth) -> None:
    assert truth(test, row(**{test.column: value})) is expected


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        pytest.param(asks(ORIGIN, "is", "CN"), U, id="gap column"),
        pytest.param(asks(ORIGIN, "not_in", "CN"), U, id="gap column, negative test"),
        pytest.param(asks("product_description", "says_none", "a"), U, id="gap column, says none"),
        pytest.param(asks(FEE, "below", "1 CNY per piece"), F, id="normal column"),
        pytest.param(
            asks("country_of_export", "not_in", "CN"), F, id="normal column, negative test"
        ),
        pytest.param(asks("notes", "says_any", "a"), F, id="an empty note says nothing"),
        pytest.param(asks("notes", "says_none", "a"), T, id="an empty note says none of it"),
        pytest.param(asks("notes", "pattern", "^$"), F, id="a pattern is not shown by emptiness"),
        pytest.param(asks("hs_chapter", "under", "95"), U, id="derived from a gap column"),
        pytest.param(asks(ORIGIN, "is_missing", "true"), T, id="missing"),
        pytest.param(asks(ORIGIN, "is_missing", "false"), F, id="not filled"),
    ],
)
def test_an_empty_column_is_unknown_only_where_empty_is_a_gap(
    test: ColumnTest, expected: Truth
) -> None:
    assert truth(test, row()) is expected


@pytest.mark.parametrize(
    ("wanted", "expected"), [("true", F), ("false", T)], ids=["missing", "filled"]
)
def test_a_filled_column_is_not_missing(wanted: str, expected: Truth) -> None:
    assert truth(asks("notes", "is_missing", wanted), row(notes="none")) is expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(
            row(unit_price="0.8", currency="CNY", uom="PCS"),
            T,
            id="currency and unit of the record",
        ),
        pytest.param(row(unit_price="0.8", currency="CNY"), U, id="no unit"),
        pytest.param(row(unit_price="0.8", uom="PCS"), U, id="no currency"),
        pytest.param(
            row(unit_price="0.8 CNY per piece", currency="USD", uom="KG"),
            T,
            id="its own come first",
        ),
    ],
)
def test_a_bare_amount_takes_currency_and_unit_of_the_record(given: Row, expected: Truth) -> None:
    assert truth(asks("unit_price", "below", "1 CNY per piece"), given) is expected


@pytest.mark.parametrize(
    ("test", "message"),
    [
        pytest.param(
            asks("notes", "below", "1"), "is not a test for notes", id="another type's test"
        ),
        pytest.param(asks("notes", "says_anny", "a"), "is not a test", id="misspelt test"),
        pytest.param(asks("notes", "says_any"), "names nothing", id="no values"),
        pytest.param(asks("notes", "says_any", "--"), "nothing to look for", id="no letters"),
        pytest.param(asks("notes", "pattern", "(a"), "outside RE2", id="open bracket"),
        pytest.param(asks("notes", "pattern", r"(a)\1"), "outside RE2", id="back reference"),
        pytest.param(asks(FEE, "below", "1 CNY"), "is not a money", id="amount without a unit"),
        pytest.param(asks(ORIGIN, "is", "China"), "is not a country", id="country by name"),
        pytest.param(asks("hs_code", "under", "63O1"), "is not a hs", id="letter in a code"),
        pytest.param(
            asks("ship_date", "before", "1.7.2025"), "is not a date", id="other date form"
        ),
        pytest.param(asks(RANK, "between", "5"), "lower and an upper", id="one limit"),
        pytest.param(
            asks("ship_date", "within_days_of", "2026-05-01"), "number of days", id="no days"
        ),
        pytest.param(
            asks("ship_date", "within_days_of", "2026-05-01", "many"),
            "number of days",
            id="many days",
        ),
        pytest.param(asks("notes", "is_missing", "yes"), "true or false", id="missing maybe"),
    ],
)
def test_a_test_that_cannot_be_asked_is_refused(test: ColumnTest, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        evaluator(rule("a.rule", test))


@pytest.mark.parametrize(
    ("test", "kind"),
    [
        pytest.param(asks(ORIGIN, "is", "CN"), "country", id="country"),
        pytest.param(asks("hs_code", "under", "95"), "hs", id="hs"),
        pytest.param(asks(RANK, "below", "5"), "number", id="number"),
        pytest.param(asks("ship_date", "within_days_of", "2026-05-01", "1"), "date", id="date"),
        pytest.param(asks("notes", "says_any", "a"), "text", id="text"),
        pytest.param(asks("notes", "pattern", "a"), "text", id="pattern"),
    ],
)
def test_a_value_of_another_type_is_unknown(test: ColumnTest, kind: str) -> None:
    assert decision(test, kind)(object()) is Truth.UNKNOWN


@pytest.mark.parametrize(
    ("value", "limit", "expected"),
    [
        pytest.param(Decimal(1), Decimal(2), -1, id="numbers"),
        pytest.param(date(2026, 1, 2), date(2026, 1, 1), 1, id="days"),
        pytest.param(date(2026, 1, 1), date(2026, 1, 1), 0, id="the same day"),
        pytest.param(Decimal(1), date(2026, 1, 1), None, id="number and day"),
        pytest.param("1", Decimal(1), None, id="text and number"),
        pytest.param(Countries(("CN",), complete=True), Decimal(1), None, id="country and number"),
    ],
)
def test_order_is_known_within_one_type(value: object, limit: object, expected: int | None) -> None:
    assert order(value, limit) == expected


@pytest.mark.parametrize(
    ("given", "expected"), [(T, F), (F, T), (U, U)], ids=["true", "false", "unknown"]
)
def test_the_opposite_of_unknown_is_unknown(given: Truth, expected: Truth) -> None:
    assert opposite(given) is expected


@pytest.mark.parametrize(
    ("answer", "expected"), [(True, T), (False, F), (None, U)], ids=["yes", "no", "open"]
)
def test_no_answer_is_unknown(*, answer: bool | None, expected: Truth) -> None:
    assert shown(answer) is expected


LITERALS = {
    "text": ("yarn",),
    "name": ("L-LIST",),
    "hs": ("9503",),
    "country": ("CN",),
    "place": ("P-KP",),
    "money": ("1 CNY per piece", "2 CNY per piece"),
    "number": ("1", "2"),
    "date": ("2026-05-01", "30"),
    "code": ("PCS",),
}
COLUMN_OF = {
    "text": "notes",
    "name": "supplier_name",
    "hs": "hs_code",
    "country": "country_of_origin",
    "place": "supplier_city",
    "money": "unit_price",
    "number": "peer_price_rank",
    "date": "ship_date",
    "code": "uom",
}
ALLOWED = [
    pytest.param(kind, test, shape.most, id=f"{kind}: {test}")
    for kind, tests in TESTS.items()
    for test, shape in tests.items()
]
assert ALLOWED, "no tests of columns"


@pytest.mark.parametrize(("kind", "test", "most"), ALLOWED)
def test_every_test_that_a_rule_file_may_use_can_be_asked(kind: str, test: str, most: int) -> None:
    column = COLUMN_OF[kind]
    asked = ColumnTest(column, test, LITERALS[kind][: min(most, 2)])

    assert truth(asked, row(**{column: "?"})) in (T, F, U)
