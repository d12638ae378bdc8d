"""Tests of screener.rules.literals."""

from datetime import date
from decimal import Decimal

import pytest

from screener.codes.money import Money
from screener.rules.literals import (
    Countries,
    country_literal,
    date_literal,
    hs_literal,
    money_literal,
    number_literal,
    read_value,
)
from tests.rules.checked_world import FIELDS


@pytest.mark.parametrize(
    ("text", "right"),
    [("1 CNY per piece", True), ("0.5 USD/kg", True), ("1 CNY", False), ("1", False), ("", False)],
)
def test_money_limit_has_amount_currency_and_unit(text: str, right: bool) -> None:  # noqa: FBT001
    assert (money_literal(text) is not None) is right


@pytest.mark.parametrize(
    ("text", "number"),
    [("5", "5"), ("0.5", "0.5"), ("-1", "-1"), ("1_000", None), ("1,000", None), ("5%", None),
     ("1e5", None), ("five", None), ("", None), ("1.2.3", None)],
)  # fmt: skip
def test_number_limit_is_a_plain_decimal(text: str, number: str | None) -> None:
    assert number_literal(text) == (Decimal(number) if number is not None else None)


@pytest.mark.parametrize(
    ("text", "right"),
    [("2026-05-04", True), ("2026-5-4", False), ("04.05.2026", False), ("2026-13-01", False)],
)
def test_day_limit_is_iso(text: str, right: bool) -> None:  # noqa: FBT001
    assert (date_literal(text) is not None) is right


@pytest.mark.parametrize(
    ("text", "digits"),
    [("9503", "9503"), ("9503.00", "950300"), ("95030", None), ("63O1", None), ("9503 00", None)],
)
def test_hs_literal_is_digits_and_dots(text: str, digits: str | None) -> None:
    assert hs_literal(text) == digits


def test_country_literal_is_a_code_in_capitals() -> None:
    assert [country_literal(text) for text in ("KP", "kp", "PRK", "China")] == [
        "KP",
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("column", "values", "read"),
    [
        (
            "unit_price",
            {"unit_price": "1.20", "currency": "USD", "uom": "PCS"},
            Money(Decimal("1.20"), "USD", "piece"),
        ),
        ("unit_price", {"unit_price": "1.20"}, None),
        (
            "unit_price",
            {"unit_price": "0.80 CNY per piece"},
            Money(Decimal("0.80"), "CNY", "piece"),
        ),
        (
            "total_value",
            {"total_value": "8100", "currency": "USD", "uom": "NO"},
            Money(Decimal(8100), "USD", "line"),
        ),
        (
            "country_of_origin",
            {"country_of_origin": "China, Korea"},
            Countries(("CN",), complete=False),
        ),
        ("country_of_origin", {"country_of_origin": "VN"}, Countries(("VN",), complete=True)),
        ("country_of_origin", {"country_of_origin": "?"}, None),
        ("hs_code", {"hs_code": "9503.00"}, "950300"),
        ("ship_date", {"ship_date": "2026年3月5日"}, date(2026, 3, 5)),
        ("peer_price_rank", {"peer_price_rank": "4"}, Decimal(4)),
        ("notes", {"notes": "as agreed"}, "as agreed"),
        ("notes", {}, None),
    ],
)
def test_column_is_read_by_its_type(
    column: str, values: dict[str, str], read: object | None
) -> None:
    assert read_value(FIELDS[column], values) == read
