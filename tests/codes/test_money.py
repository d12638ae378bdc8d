"""Tests of screener.codes.money and screener.codes.units."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.codes.money import Money, read_money, read_number
from screener.codes.units import CURRENCIES, UNITS, currency_code, unit_of_count


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("0.80 CNY per piece", "0.80 CNY per piece"),
        ("1 CNY per piece", "1 CNY per piece"),
        ("0,80 yuan/pc", "0.80 CNY per piece"),
        ("¥0.8", "0.8 CNY"),
        ("￥0.8/件", "0.8 CNY per piece"),
        ("0.8元", "0.8 CNY"),
        ("0.8元/件", "0.8 CNY per piece"),
        ("每件0.8元", "0.8 CNY per piece"),
        ("0.8元一个", "0.8 CNY per piece"),
        ("8毛一个", "0.8 CNY per piece"),
        ("9角/顶", "0.9 CNY per piece"),
        ("0.8 위안", "0.8 CNY"),
        ("개당 0.8위안", "0.8 CNY per piece"),
        ("0,8위안/개", "0.8 CNY per piece"),
        ("RMB/PC: 0.8", "0.8 CNY per piece"),
        ("RMB 12 per dozen", "1 CNY per piece"),
        ("USD 1.20/pc", "1.20 USD per piece"),
        ("US$ 1.20 each", "1.20 USD per piece"),
        ("$1.20", "1.20 USD"),
        ("9 USD/dozen", "0.75 USD per piece"),
        ("12 USD per 100 pcs", "0.12 USD per piece"),
        ("144 USD / gross", "1 USD per piece"),
        ("1,200.50 USD", "1200.50 USD"),
        ("1.200,50 EUR", "1200.50 EUR"),
        ("1 200,50 EUR", "1200.50 EUR"),
        ("1,200 USD", "1200 USD"),
        ("0,800 EUR/kg", "0.800 EUR per kg"),
        ("1,5 € / Stück", "1.5 EUR per piece"),
        ("3 USD per pair", "3 USD per pair"),
        ("5 USD per bushel", "5 USD per bushel"),
        ("-1 USD/pc", "-1 USD per piece"),
    ],
)
def test_amount_is_read_in_every_usual_form(text: str, read: str) -> None:
    money = read_money(text)

    assert money is not None
    assert money.text() == read


@pytest.mark.parametrize(
    "text",
    ["", "1", "abc", "CNY", "1 XYZ per piece", "1e5 USD", "about 1 USD", "1 USD 2 USD",
     "1.2.3.4 USD", "9" * 300, "1 USD per piece or less"],
)  # fmt: skip
def test_anything_else_is_no_amount(text: str) -> None:
    assert read_money(text) is None


@pytest.mark.parametrize(
    ("text", "currency", "unit", "read"),
    [
        ("1.20", "USD", "PCS", "1.20 USD per piece"),
        ("1.20", "RMB", None, "1.20 CNY"),
        ("1.20 EUR", "USD", "PCS", "1.20 EUR per piece"),
        ("1.20 USD/kg", "CNY", "PCS", "1.20 USD per kg"),
        ("$12", "HKD", "DOZ", "1 HKD per piece"),
        ("¥120", "JPY", "pc", "120 JPY per piece"),
        ("¥120", "USD", "pc", "120 CNY per piece"),
    ],
)
def test_record_completes_what_the_text_leaves_out(
    text: str, currency: str, unit: str | None, read: str
) -> None:
    money = read_money(text, currency=currency, unit=unit)

    assert money is not None
    assert money.text() == read


def test_number_without_any_currency_is_no_amount() -> None:
    assert read_money("1.20", unit="PCS") is None
    assert read_money("1.20", currency="shells") is None


@pytest.mark.parametrize(
    ("ours", "theirs", "order"),
    [
        ("0.80 CNY per piece", "1 CNY per piece", -1),
        ("1 CNY per piece", "1.00 yuan/pc", 0),
        ("13 CNY per dozen", "1 CNY per piece", 1),
        ("12 CNY per dozen", "1 CNY per piece", 0),
        ("0.80 USD per piece", "1 CNY per piece", None),
        ("0.80 CNY per kg", "1 CNY per piece", None),
        ("0.80 CNY", "1 CNY per piece", None),
        ("0.80 CNY", "0.80 CNY", None),
        ("0 CNY per piece", "1 CNY per piece", None),
    ],
)
def test_amounts_compare_only_in_one_currency_and_unit(
    ours: str, theirs: str, order: int | None
) -> None:
    left, right = read_money(ours), read_money(theirs)

    assert left is not None
    assert right is not None
    assert left.compared(right) == order


amounts = st.decimals(min_value="0.001", max_value="99999", places=3)


@given(
    amount=amounts,
    currency=st.sampled_from(["CNY", "USD", "KRW"]),
    unit=st.sampled_from(["piece", "kg", None]),
)
def test_text_of_an_amount_reads_back_the_same(
    amount: Decimal, currency: str, unit: str | None
) -> None:
    money = Money(amount, currency, unit)

    assert read_money(money.text()) == money


@given(left=amounts, right=amounts)
def test_comparison_is_antisymmetric(left: Decimal, right: Decimal) -> None:
    ours, theirs = Money(left, "CNY", "piece"), Money(right, "CNY", "piece")
    forth, back = ours.compared(theirs), theirs.compared(ours)

    assert forth is not None
    assert back == -forth


@given(text=st.text(max_size=60) | st.text(alphabet="0123456789.,' CNYUSD元/件每pc", max_size=40))
def test_any_text_is_an_amount_or_none(text: str) -> None:
    money = read_money(text, currency="USD", unit="PCS")

    assert money is None or isinstance(money.amount, Decimal)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3000", "3000"),
        ("1,200 PCS", "1200"),
        ("4%", "4"),
        ("0,85", "0.85"),
        ("1 200", "1200"),
        ("about 12", None),
        ("", None),
        ("12-14", None),
    ],
)
def test_number_is_read_with_or_without_a_unit(text: str, number: str | None) -> None:
    assert read_number(text) == (Decimal(number) if number is not None else None)


def test_no_word_is_both_a_currency_and_a_unit() -> None:
    assert sorted(CURRENCIES.keys() & UNITS.keys()) == []


@pytest.mark.parametrize(
    ("word", "code"),
    [("Yuan", "CNY"), ("人民币", "CNY"), ("US$", "USD"), ("원", "KRW"), ("x", None)],
)
def test_currency_words_have_one_code(word: str, code: str | None) -> None:
    assert currency_code(word) == code


@pytest.mark.parametrize(
    ("text", "unit"),
    [("PCS", ("piece", 1)), ("DZ", ("piece", 12)), ("1000 pcs", ("piece", 1000)),
     ("켤레", ("pair", 1)), ("Bushel", ("bushel", 1)), ("", None)],
)  # fmt: skip
def test_units_of_count_are_pieces_where_they_count_pieces(
    text: str, unit: tuple[str, int] | None
) -> None:
    assert unit_of_count(text) == unit
