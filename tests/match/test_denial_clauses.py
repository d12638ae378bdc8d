"""A denial reaches no further than its clause, and over the words of dealings."""

import pytest

from screener.model.record import Record
from screener.pipeline import Screener


def tier(screener: Screener, notes: str) -> str:
    screening = screener.screen(Record(line_id="1", product_description="wall paint", notes=notes))
    return str(screening.tier)


@pytest.mark.parametrize(
    "notes",
    [
        "We do not use agents, goods are sewn in Sinuiju",
        "We never dealt with brokers, all our hats come from Sinuiju",
        "No agents, the goods were sewn in Sinuiju",
        "我司不使用代理，货物在新义州缝制",
        "没有分包，全部产品均由平壤工厂生产",
    ],
)
def test_clause_behind_a_comma_stands_by_itself(notes: str, screener: Screener) -> None:
    assert tier(screener, notes) == "T4"


@pytest.mark.parametrize(
    "notes",
    [
        "No part, component or material was made in North Korea",
        "No labour, goods or services are provided by DPRK nationals",
        "None of the goods, materials or parts are from North Korea",
        "We never make, source or ship goods from North Korea",
        "不使用朝鲜劳工，产品均非朝鲜产",
        "We have never dealt with Korea Ryonbong General Corporation",
        "We have never worked with Tanchon Commercial Bank",
        "We have never traded with North Korea",
    ],
)
def test_enumeration_is_denied_whole_and_so_are_dealings(notes: str, screener: Screener) -> None:
    assert tier(screener, notes) == "T0"


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("notes", "货物从新义州发出"),
        ("notes", "从罗先运出"),
        ("notes", "물품은 남포에서 선적됨"),
        ("notes", "원산에서 선적"),
        ("supplier_name_local", "조선평양무역회사"),
        ("supplier_name_local", "조선신의주피복공장"),
    ],
)
def test_loading_in_the_dprk_and_its_firms_are_gates(
    column: str, text: str, screener: Screener
) -> None:
    record = Record(line_id="1", product_description="wall paint", **{column: text})

    assert screener.screen(record).tier == "T4"


@pytest.mark.parametrize(
    "notes", ["원산지에서 선적", "선적 해주시기 바랍니다", "남포동에서 발송", "我司向客户发出询价"]
)
def test_words_like_those_harbours_are_none(notes: str, screener: Screener) -> None:
    assert tier(screener, notes) == "T0"
