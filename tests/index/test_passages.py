"""Tests of screener.index.passages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.index.build import build_rows
from screener.index.lexicon import Lexicon
from screener.index.passages import passages
from screener.text.folding import fold
from tests.index.shipped_words import GENERIC, PLACES

ROWS = build_rows(["丹东华洋纺织有限公司", "조선대성무역회사", "Hoshine"], Lexicon(GENERIC, PLACES))


def cut(text: str) -> list[str]:
    found = passages(text, fold(text).tokens, ROWS)
    return [" ".join(text[term.start : term.end] for term in one.terms) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sewn by Huayang, packed", ["sewn Huayang packed"]),
        ("first; second", ["first", "second"]),
        ("first\nsecond|third", ["first", "second", "third"]),
        ("made by Huayang Co., Ltd. of Dandong", ["made Huayang Dandong"]),
        ("由丹东华洋纺织有限公司加工", ["由 丹东 华洋 纺织 有限 公司 加工"]),
        ("丹东华洋，纺织", ["丹东 华洋", "纺织"]),
        ("조선대성무역회사가 지정", ["조선 대성 무역 회사 가 지정"]),
        ("code 丹东 code", ["code", "丹东", "code"]),
        ("8 blankets", ["8 blankets"]),
        ("第8华洋", ["8 华洋"]),
        ("", []),
        ("...", []),
    ],
)
def test_a_text_is_cut_where_a_name_cannot_go_on(text: str, found: list[str]) -> None:
    assert cut(text) == found


@given(
    st.lists(
        st.sampled_from(
            ["丹东", "华洋", "8", "Huayang", ";", "조선", "대성", "(", "Co., Ltd.", "第", "\n"]
        ),
        max_size=10,
    ).map(" ".join)
)
def test_terms_of_a_passage_stand_in_order(text: str) -> None:
    for passage in passages(text, fold(text).tokens, ROWS):
        places = [(term.start, term.end) for term in passage.terms]

        assert places == sorted(places)
        assert all(0 <= start < end <= len(text) for start, end in places)
