"""Tests of screener.codes.fees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.codes.fees import find_fees


@pytest.mark.parametrize(
    ("text", "fee"),
    [
        ("processing fee of 0.80 CNY per piece", "0.80 CNY per piece"),
        ("Processing fee (per piece): RMB 0.80", "0.80 CNY per piece"),
        ("PIECE RATE IS RMB 0.8/PC", "0.8 CNY per piece"),
        ("piece-rate: 0.8 CNY/pc", "0.8 CNY per piece"),
        ("Processing\nfee 0.8 yuan each", "0.8 CNY per piece"),
        ("the piece rate paid to knitters was 0.80 CNY a piece", "0.80 CNY per piece"),
        ("0.80 yuan per piece processing fee", "0.80 CNY per piece"),
        ("labour charge 0,75 yuan per doll", "0.75 CNY per piece"),
        ("加工费：0.8元/个", "0.8 CNY per piece"),
        ("加工费每个0.8元", "0.8 CNY per piece"),
        ("加工費0.8元", "0.8 CNY"),
        ("工缴费 0.6元/顶", "0.6 CNY per piece"),
        ("工钱8毛一个", "0.8 CNY per piece"),
        ("手工费: 0.8 元 /件", "0.8 CNY per piece"),
        ("0.8元加工费", "0.8 CNY"),
        ("加工费单价０．８元/个", "0.8 CNY per piece"),
        ("가공비 개당 0.8위안", "0.8 CNY per piece"),
        ("임가공비 0.9 위안/개", "0.9 CNY per piece"),
        ("공임은 1개에 0,8위안", "0.8 CNY per piece"),
        ("price 3 USD/pc; cmt charge USD 0.75 each", "0.75 USD per piece"),
    ],
)
def test_fee_beside_a_fee_word_is_found(text: str, fee: str) -> None:
    assert [found.money.text() for found in find_fees(text)] == [fee]


@pytest.mark.parametrize(
    "text",
    [
        "processing fee only, yarn supplied by buyer",
        "unit price 0.85 USD/pc, processing fee included",
        "processing fee included, unit price 0.85 USD",
        "processing fee incl. 0.85 USD",
        "加工费含税，单价0.8元",
        "processing fee 0.80",
        "processing fee 0 CNY per piece",
        "0.8 yuan per piece",
        "fee 0.8 yuan",
        "processing. Fee 12 CNY",
        "bank charge 12 USD",
        "",
    ],
)
def test_other_amounts_are_no_fees(text: str) -> None:
    assert find_fees(text) == ()


def test_place_of_a_fee_is_in_the_text_as_written() -> None:
    text = "毛线玩偶，加工费：０.8元/个。付款30天"

    (fee,) = find_fees(text)

    assert text[fee.start : fee.end] == "加工费：０.8元/个"


def test_several_fees_come_in_order() -> None:
    text = "processing fee 0.8 CNY/pc for dolls; sewing fee 1.1 CNY/pc for hats"

    assert [fee.money.text() for fee in find_fees(text)] == [
        "0.8 CNY per piece",
        "1.1 CNY per piece",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "processing fee 1 CNY " * 4_000,
        "processing fee " * 6_000 + "1",
        "1 元" * 30_000,
        "1 " * 40_000,
    ],
    ids=["fees", "words", "amounts", "numbers"],
)
def test_long_texts_are_searched_in_bounded_work(text: str) -> None:
    assert len(find_fees(text)) <= 50


@given(text=st.text(alphabet="processing fee加工费0123.,元/个CNYpc ;\n", max_size=120))
def test_fee_always_lies_in_its_text(text: str) -> None:
    assert all(0 <= fee.start < fee.end <= len(text) for fee in find_fees(text))
