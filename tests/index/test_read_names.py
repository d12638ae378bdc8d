"""Tests of screener.index.read_names."""

import random
from collections import Counter

import numpy as np

from screener.index.lexicon import Lexicon
from screener.index.read_names import ReadNames
from screener.index.readings import readings
from tests.index.made_names import made_name
from tests.index.shipped_words import GENERIC, PLACES


def test_the_numbers_stand_for_the_words_that_were_read() -> None:
    lexicon, read = Lexicon(GENERIC, PLACES), ReadNames()
    names = [made_name(random.Random(seed)) for seed in range(200)]
    rows = [
        (at, nth, one)
        for at, name in enumerate(names)
        for nth, one in enumerate(readings(name, lexicon))
    ]

    for at, nth, one in rows:
        read.add(at, nth, one)

    forms = [[term.word.form for term in one.terms] for _, _, one in rows]
    row_of = np.repeat(np.arange(len(forms)), read.lengths)
    assert [read.words[number].form for number in read.met] == [
        word for row in forms for word in row
    ]
    assert read.counts(np.array(read.met), row_of) == Counter(
        word for row in forms for word in set(row)
    )
    assert read.wholes == [one.whole for _, _, one in rows]


def test_nothing_read_counts_nothing() -> None:
    empty = np.empty(0, np.int64)

    assert ReadNames().counts(empty, empty) == {}
