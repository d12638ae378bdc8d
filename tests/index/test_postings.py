"""Tests of screener.index.postings."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from screener.index.postings import Postings, shared

PAIRS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 6)), max_size=25)
ASKED = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4), st.integers(1, 9)), max_size=12)


def built(pairs: list[tuple[int, int]]) -> Postings:
    columns = np.array(pairs, np.int64).reshape(-1, 2).T
    return Postings.build(columns[0], columns[1], vocabulary=5, width=7)


@given(PAIRS)
def test_postings_hold_each_pair_once_in_order(pairs: list[tuple[int, int]]) -> None:
    postings = built(pairs)

    positions, rows = postings.of(np.arange(5))

    assert list(zip(positions.tolist(), rows.tolist(), strict=True)) == sorted(set(pairs))


@given(PAIRS, ASKED)
def test_shared_sums_are_those_of_adding_one_by_one(
    pairs: list[tuple[int, int]], asked: list[tuple[int, int, int]]
) -> None:
    expected: dict[tuple[int, int], float] = {}
    for question, word, value in asked:
        for held, row in sorted(set(pairs)):
            if held == word:
                expected[question, row] = expected.get((question, row), 0.0) + value
    columns = np.array(asked, np.int64).reshape(-1, 3).T

    found = shared(built(pairs), columns[0], columns[1], columns[2:].astype(np.float64))

    keys = zip(found.questions.tolist(), found.rows.tolist(), strict=True)
    assert dict(zip(keys, found.totals[0].tolist(), strict=True)) == expected
