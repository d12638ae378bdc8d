"""Tests of screener.index.read_names."""

import random
from collections import Counter

import numpy as np
import pytest

from screener.index.lexicon import Lexicon
from screener.index.read_names import ReadNames
from screener.index.readings import readings
from tests.index.company_names import company_names
from tests.index.made_names import made_name
from tests.index.shipped_words import GENERIC, PLACES

AWKWARD = [
    "",
    "...",
    "Co., Ltd.",
    "GmbH & Co. KG",
    "The",
    "No. 8 Army Group Import & Export Corp",
    "Huayang Trading Co., Ltd. Room 1606, Dandong",
    "Al-Qa'ida/Islamic Army",
    "Sunbow dba Moonbow Impex",
    "Liao Ning Im port A B C Textiles",
    "Hua<br>yang &amp; Sons",
    "丹东华洋 Dandong Huayang Co., Ltd.",
    "Compañía Algodón S.A.",
    "Dandong Huayang Fuzhuang Youxian Gongsi",
    "Huayang Fangzhi Chang",
    "Korea Sinui Ju Textile",
    "Chosŏn Taesŏng Trading",
    "North Korea Twenty Two II Factory",
    "Dandong Jinxiang Trade Co., Ltd.",
    "Suihua Changle Toys",
    "Hangzhou Jinxiang Trading Company Room 1606, Dandong",
]
CITIES = {"jinxiang": "CN-ZJ/jinxiang/", "suihua": "CN-HL/suihua/", "changle": "CN-SD/changle/"}
MADE = [made_name(random.Random(seed)) for seed in range(200)]


@pytest.mark.parametrize("names", [AWKWARD, MADE, company_names(1_000, seed=4)])
def test_the_numbers_stand_for_the_words_of_every_reading(names: list[str]) -> None:
    lexicon = Lexicon(GENERIC, PLACES | CITIES)

    read = ReadNames(names, lexicon)

    rows = [
        (at, nth, one)
        for at, name in enumerate(names)
        for nth, one in enumerate(readings(name, lexicon))
    ]
    forms = [[term.word.form for term in one.terms] for _, _, one in rows]
    row_of = np.repeat(np.arange(len(forms)), read.lengths)
    assert list(zip(read.names, read.nth, strict=True)) == [(at, nth) for at, nth, _ in rows]
    assert [read.words[number].form for number in read.met] == [
        word for row in forms for word in row
    ]
    assert read.counts(np.array(read.met), row_of) == Counter(
        word for row in forms for word in set(row)
    )
    assert read.wholes == [one.whole for _, _, one in rows]
    met = {term.word for _, _, one in rows for term in one.terms}
    assert sorted(read.words) == sorted(
        min(w for w in met if w.form == f) for f in {w.form for w in met}
    )


def test_nothing_read_counts_nothing() -> None:
    empty = np.empty(0, np.int64)

    assert ReadNames([], Lexicon(GENERIC, PLACES)).counts(empty, empty) == {}
