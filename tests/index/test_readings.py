"""Tests of screener.index.readings, alphabetic, native and terms."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.index.lexicon import Kind, Lexicon
from screener.index.readings import readings
from tests.index.shipped_words import GENERIC, PLACES

LEXICON = Lexicon(GENERIC, PLACES)


def forms(text: str) -> list[str]:
    return [" ".join(term.word.form for term in one.terms) for one in readings(text, LEXICON)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "Dandong Huayang Textiles and Garments Co., Ltd.",
            "CN-LN/dandong/ huayang textile garment",
        ),
        ("A.B.C. Company", "abc"),
        ("H&M Hennes & Mauritz AB", "hm hennes mauritz"),
        ("Blackstone Real Estate Partners V L.P.", "blackstone real estate partner #5"),
        ("Xi Hua Trading", "xi hua trade"),
        ("No. 3 Garment Factory", "#3 garment factory"),
        ("Brigade Forty-Four", "brigade #44"),
        ("№2 Huafu", "#2 huafu"),
        ("Huafu I/E Trdg", "huafu import export trade"),
        ("Huafu Impex", "huafu import export"),
        ("Liao Ning Huafu", "CN-LN huafu"),
        ("LLC Ceramic House", "ceramic house"),
        ("Company Limited", "company limited"),
        ("And The Of", "and the of"),
        ("Al-Haramain", "haramain"),
        ("丹东华洋纺织服装有限公司", "CN-LN/dandong/ 华洋 textile garment"),
        ("丹东市第二服装厂", "CN-LN/dandong/ #2 garment factory"),
        ("二号服装厂", "#2 garment factory"),
        ("第8军团", "#8 军团"),
        ("百度在线网络技术（北京）公司", "百度 network network technology beijing"),
        ("新疆天山毛纺织股份有限公司", "xinjiang 天山 wool"),
        ("조선대성무역회사", "korea 대성 trade"),
        ("조선 대성 무역 회사", "korea 대성 trade"),
        ("삼성전자주식회사", "삼성 electronic"),
        ("LG전자", "lg electronic"),
    ],
)
def test_a_name_is_cut_into_its_terms(text: str, terms: str) -> None:
    assert forms(text)[0] == terms


@pytest.mark.parametrize(
    ("text", "brands"),
    [
        ("Dandong Shenzhen Garments", ["shenzhen"]),
        ("丹东沈阳服装厂", []),
        ("Shenzhen Garments", []),
        ("Liaoning Dandong Garments", []),
        ("China Dandong Garments", []),
        ("Dandong Huayang Garments Shenzhen", ["huayang"]),
    ],
)
def test_a_city_that_lies_in_no_place_before_it_is_a_brand_where_none_else_is(
    text: str, brands: list[str]
) -> None:
    (reading,) = readings(text, LEXICON)

    assert [term.word.form for term in reading.terms if term.word.kind is Kind.WORD] == brands


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("丹东华洋 Dandong Huayang", ["CN-LN/dandong/ huayang", "CN-LN/dandong/ 华洋"]),
        ("Sunbow Trading Co., Ltd. Room 16", ["sunbow trade room #16", "sunbow trade"]),
        ("Co., Ltd. Sunbow", ["sunbow"]),
        ("Huayang", ["huayang"]),
        ("", []),
        ("???", []),
    ],
    ids=["two scripts", "address behind", "form before", "one word", "empty", "signs"],
)
def test_a_text_has_as_many_readings_as_it_may_mean(text: str, read: list[str]) -> None:
    assert forms(text) == read


@pytest.mark.parametrize(
    ("text", "legal"),
    [
        ("Huayang Co., Ltd.", ["Co., Ltd"]),
        ("PT Venus Tbk", ["PT", "Tbk"]),
        ("华洋有限公司", ["有限公司"]),
        ("주식회사 삼성", ["주식회사"]),
        ("株式会社和田", ["株式会社"]),
    ],
)
def test_legal_forms_are_set_aside_with_their_place(text: str, legal: list[str]) -> None:
    (reading,) = readings(text, LEXICON)

    assert [text[term.start : term.end] for term in reading.legal] == legal


@given(
    st.lists(
        st.sampled_from(
            ["Dandong", "Huayang", "华洋", "纺织", "有限公司", "No. 2", "第八", "조선", "대성", "Co.",
             "Ltd.", "A.", "B.", "&", "(", "-", "ＡＢＣ", "é", "ﷺ", "㈜", "forty", "four", "II"]
        ),
        max_size=8,
    ).map(" ".join)
)  # fmt: skip
def test_terms_stand_in_order_inside_the_text(text: str) -> None:
    for reading in readings(text, LEXICON):
        places = [(term.start, term.end) for term in reading.terms]

        assert all(0 <= start < end <= len(text) for start, end in places)
        assert places == sorted(places)


@given(st.text(max_size=40))
def test_any_text_can_be_read(text: str) -> None:
    assert all(reading.terms for reading in readings(text, LEXICON))
