"""Tests of screener.index.pinyin_names: Chinese names in pinyin from end to end."""

import pytest

from screener.index.lexicon import Kind, Lexicon
from screener.index.pinyin_names import pinyin_reading
from screener.text.folding import fold
from tests.index.shipped_words import GENERIC, PLACES

LEXICON = Lexicon(GENERIC, PLACES)


@pytest.mark.parametrize(
    "name",
    [
        "Dandong Huayang Fangzhi Fuzhuang Youxian Gongsi",
        "Dandong Huayang Fangzhifuzhuang Youxiangongsi",
        "Dandong Huáyáng Fǎngzhī Fúzhuāng Yǒuxiàn Gōngsī",
        "DANDONG HUAYANG FANG ZHI FU ZHUANG YOU XIAN GONG SI",
    ],
)
def test_trade_and_form_in_pinyin_are_those_of_the_han(name: str) -> None:
    reading = pinyin_reading(fold(name).tokens, LEXICON)

    assert reading is not None
    forms = [term.word.form for term in reading.terms]
    assert forms == ["CN-LN/dandong/", "huayang", "textile", "garment"]
    assert name[reading.legal[0].start :].casefold().startswith(("you", "yǒu"))
    (brand,) = [term for term in reading.terms if term.word.kind is Kind.WORD]
    assert name[brand.start : brand.end].casefold() in {"huayang", "huáyáng"}


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Dandong Rongchang Guojimaoyi Youxiangongsi", ["rongchang", "international", "trade"]),
        ("Dandong Meichang Shipin Youxiangongsi", ["meichang", "food"]),
        ("Dandong Meihua Fuzhuangchang", ["meihua", "garment", "factory"]),
        ("Dandong Meihua Shuichanshipin Youxiangongsi", ["meihua", "seafood"]),
        ("Dandong Hua Da Fu Shi You Xian Gong Si", ["hua", "da", "garment"]),
    ],
)
def test_trade_words_are_cut_off_where_words_begin(name: str, forms: list[str]) -> None:
    reading = pinyin_reading(fold(name).tokens, LEXICON)

    assert reading is not None
    assert [term.word.form for term in reading.terms] == ["CN-LN/dandong/", *forms]


@pytest.mark.parametrize(
    "name", ["Dandong Huayang Textiles Co., Ltd.", "Youxiangongsi", "Sinuiju", "Pepsi", ""]
)
def test_other_names_are_none_of_these(name: str) -> None:
    assert pinyin_reading(fold(name).tokens, LEXICON) is None
