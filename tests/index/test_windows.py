"""Tests of screener.index.windows, passages and triggers: names inside longer texts."""

import pytest

from screener.index.names import NameIndex
from screener.index.triggers import Triggers
from screener.text.folding import fold
from tests.index.shipped_words import GENERIC, PLACES

LISTED = [
    (1, "Dandong Huayang Textiles and Garments Co., Ltd."),
    (2, "Sinuiju Textile Factory"),
    (3, "Korea Sinhung Trading Corporation"),
    (4, "신의주방직공장"),
    (5, "丹东华洋纺织服装有限公司"),
    (6, "조선대성무역회사"),
    (7, "Camel Group Co., Ltd."),
    (8, "Hoshine"),
    (9, "Sun Moon Star (Singapore) Ltd."),
    (10, "Dandong No. 2 Garment Factory"),
    (11, "ABC Ltd"),
    (12, "Li-Ning"),
    (13, "조선인민군 제8군단"),
    (14, "平城輸出"),
]
INDEX = NameIndex.build(LISTED, GENERIC, places=PLACES)


def found(text: str) -> list[tuple[int, str]]:
    matches = sorted(INDEX.search_within(text), key=lambda match: match.key)
    return [(match.key, text[match.start : match.end]) for match in matches]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "payee: Korea Sinhung Trading Corp., Rason; sewn at Sinuiju Textile Factory",
            [
                (2, "Sinuiju Textile Factory"),
                (3, "Korea Sinhung Trading"),
                (4, "Sinuiju Textile Factory"),
            ],
        ),
        ("remit to SINHUNG TRDG CORP today", [(3, "SINHUNG TRDG")]),
        (
            "cut by Huayang Textile Garment of Dandong and packed",
            [
                (1, "Huayang Textile Garment of Dandong"),
                (5, "Huayang Textile Garment of Dandong"),
            ],
        ),
        ("loaded from Hua Yang Textile Garment", [(1, "Hua Yang Textile Garment"), (5, "Hua Yang Textile Garment")]),
        ("货物由丹东华洋纺织服装有限公司加工后出口", [(1, "丹东华洋纺织服装"), (5, "丹东华洋纺织服装")]),
        ("대금 수취인: 조선대성무역회사가 지정", [(6, "조선대성무역")]),
        (
            "생산지: 신의주 방직공장",
            [(2, "신의주 방직공장"), (4, "신의주 방직공장")],
        ),
        ("packed for LI NING", [(12, "LI NING")]),
        ("생산: 조선인민군 제 8군단 무역", [(13, "조선인민군 제 8군단")]),
        ("朝鲜 8 月 平城输出", [(14, "平城输出")]),
        ("silicon from Hoshine", [(8, "Hoshine")]),
        ("Camel Group batteries", [(7, "Camel Group")]),
        ("made in Dandong 2nd Garment Factory", [(10, "Dandong 2nd Garment Factory")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_name_is_found_among_other_words(text: str, expected: list[tuple[int, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "camel hair brush for group travel",
        "moon and star night light",
        "the textile factory outlet in Dandong",
        "Sinuiju; Textile Factory",
        "Dandong No. 3 Garment Factory",
        "hoshina silicon",
        "ABC books for children",
        "polyester lining of the jacket",
        "조선인민군 제9군단",
        "大同市平城区陶艺坊",
        "Korea trading corporation",
        "",
        "!!!",
    ],
)
def test_words_that_only_resemble_a_name_are_not_it(text: str) -> None:
    assert found(text) == []


def test_a_long_text_scores_as_the_name_alone() -> None:
    name = "Korea Sinhung Trading Corporation"
    text = f"{'other words ' * 50}{name}{' more words' * 50}"

    (inside,) = INDEX.search_within(text)
    (alone,) = INDEX.search([name])[0]

    assert (inside.key, inside.similarity) == (alone.key, alone.similarity)


def test_two_misspellings_of_one_generic_word_are_no_name() -> None:
    index = NameIndex.build([(1, "Bulding Factory")], GENERIC)

    assert index.search_within("the buildng factory") == ()


def test_many_texts_are_answered_as_each_alone() -> None:
    texts = ["sewn at Sinuiju Textile Factory", "nothing", "Camel Group", "nothing"]

    assert INDEX.search_all_within(texts) == [INDEX.search_within(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("baby blanket 130x160 acrylic", False),
        ("Huayang", False),
        ("garments and textiles, Huayang", True),
        ("huayamg textile garment", True),
        ("garment of hua yang", True),
        ("DandongHuayang textile", True),
        ("textile factory sinuiju", True),
        ("factory", False),
        ("3rd", False),
        ("hoshine", True),
        ("", False),
    ],
)
def test_a_text_without_the_words_of_any_name_is_passed_over(text: str, held: bool) -> None:  # noqa: FBT001
    latin = NameIndex.build(LISTED[:3] + LISTED[6:12], GENERIC, places=PLACES)

    assert Triggers(latin.rows).may_hold([fold(text).tokens]) == [held]


def test_a_native_text_always_passes_where_the_list_has_native_names() -> None:
    assert Triggers(INDEX.rows).may_hold([fold("儿童毛线帽").tokens]) == [True]
