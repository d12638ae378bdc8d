"""Tests of screener.index.native: Chinese, Korean and Japanese names cut into terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.index.lexicon import Kind, Lexicon
from screener.index.native import Run, joined_runs, known_pieces, native_reading, numbered, says
from screener.text.folding import fold
from tests.index.shipped_words import GENERIC, PLACES

LEXICON = Lexicon(GENERIC, PLACES)


def run(text: str) -> Run:
    return Run(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))


def cut(text: str) -> tuple[list[str], list[str]]:
    reading = native_reading(fold(text).tokens, LEXICON)
    brands = [text[one.start : one.end] for one in reading.terms if one.word.kind is Kind.WORD]
    return brands, [text[one.start : one.end] for one in reading.legal]


@pytest.mark.parametrize(
    ("name", "brand", "legal"),
    [
        ("丹东华洋纺织服装有限公司", "华洋", "有限公司"),
        ("华洋（丹东）纺织有限公司", "华洋", "有限公司"),
        ("丹东市华洋纺织品有限责任公司", "华洋", "有限责任公司"),
        ("新疆天山毛纺织股份有限公司", "天山", "股份有限公司"),
        ("阿里巴巴集团控股有限公司", "阿里巴巴", "有限公司"),
        ("北京百度网络技术有限公司", "百度", "有限公司"),
        ("珲春市彩云假发制品厂", "彩云", ""),
        ("沈阳荣兴进出口贸易总公司", "荣兴", "总公司"),
        ("辽宁宏泰国际贸易公司", "宏泰", "公司"),
        ("丹东", "", ""),
        ("조선대성무역회사", "대성", "회사"),
        ("조선 대성 무역총회사", "대성", "총회사"),
        ("주식회사 대성", "대성", "주식회사"),
        ("대성무역 주식회사", "대성", "주식회사"),
        ("株式会社佐藤", "佐藤", "株式会社"),
    ],
)
def test_the_brand_is_what_no_generic_word_explains(name: str, brand: str, legal: str) -> None:
    assert cut(name) == ([brand] if brand else [], [legal] if legal else [])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("조선련봉총회사", ["korea", "련봉", "general"]),
        ("조선대성총무역회사", ["korea", "대성", "general", "trade"]),
        ("辽宁宏泰国际贸易总公司", ["liaoning", "宏泰", "international", "trade", "general"]),
        ("辽宁宏泰国际贸易公司", ["liaoning", "宏泰", "international", "trade"]),
    ],
)
def test_a_general_corporation_is_one_in_any_script(name: str, words: list[str]) -> None:
    reading = native_reading(fold(name).tokens, LEXICON)

    assert [
        one.word.key if one.word.kind is Kind.PLACE else one.word.form for one in reading.terms
    ] == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("第八军团", (8, 0, 2)),
        ("丹东第二服装厂", (2, 2, 4)),
        ("十二号教化所", (12, 0, 2)),
        ("三一重工", None),
        ("第华", None),
        ("", None),
    ],
)
def test_only_a_numeral_with_a_sign_is_a_number(
    text: str, found: tuple[int, int, int] | None
) -> None:
    assert numbered(run(text)) == found


@pytest.mark.parametrize(
    ("piece", "forms"),
    [
        ("纺织服装", ["textile", "garment"]),
        ("进出口", ["import", "export"]),
        ("进出口贸易", ["import", "export", "trade"]),
        ("수출피복공장", ["export", "garment", "factory"]),
        ("무역회사", ["trade"]),
        ("丹东市", ["CN-LN/dandong/"]),
        ("贸易", ["trade"]),
    ],
)
def test_a_compound_of_trade_words_is_cut_into_them(piece: str, forms: list[str]) -> None:
    assert [term.word.form for term in known_pieces(run(piece), LEXICON)] == forms


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("丹东华洋 纺织", ["丹东华洋纺织"]),
        ("第8军团", ["第", "8", "军团"]),
        ("조선 대성", ["조선대성"]),
        ("LG전자", ["lg", "전자"]),
    ],
)
def test_neighbours_in_native_scripts_are_joined(text: str, groups: list[str]) -> None:
    joined = joined_runs(fold(text).tokens)

    assert [one.text if isinstance(one, Run) else one.form for one in joined] == groups


@pytest.mark.parametrize("text", ["", "市", "第", "시"])
def test_a_suffix_or_a_sign_alone_says_nothing(text: str) -> None:
    assert not says(text)


@given(st.text("丹东华洋纺织服装有限公司第二三八号厂市调", min_size=1, max_size=14))
def test_terms_stand_in_order_and_inside_the_name(name: str) -> None:
    reading = native_reading(fold(name).tokens, LEXICON)

    places = [(term.start, term.end) for term in reading.terms]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(name) for start, end in places)


@given(
    st.lists(
        st.sampled_from(["丹东", "华洋", "纺织", "服装", "贸易", "有限公司"]),
        min_size=1,
        max_size=5,
    )
)
def test_spaces_between_words_change_nothing(words: list[str]) -> None:
    together = native_reading(fold("".join(words)).tokens, LEXICON)
    apart = native_reading(fold(" ".join(words)).tokens, LEXICON)

    assert [term.word for term in together.terms] == [term.word for term in apart.terms]
