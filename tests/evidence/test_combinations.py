"""Combinations of codes are numbered alike in few rows and in many."""

from itertools import pairwise

import numpy as np
import pytest

from screener.model import columns


@pytest.mark.parametrize("rows", [1, 2, 7, 60, 400])
@pytest.mark.parametrize("parts", [0, 1, 3, 9])
def test_few_rows_and_many_are_numbered_alike(
    rows: int, parts: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    rng = np.random.default_rng(rows + parts)
    codes = [rng.integers(-1, 3, rows).astype(np.int32) for _ in range(parts)]

    answers = []
    for few in (0, rows):
        monkeypatch.setattr(columns, "_FEW", few)
        answers.append([each.tolist() for each in columns.combinations(codes, rows)])

    assert answers[0] == answers[1]
    numbers, first = answers[1]
    assert [numbers[row] for row in first] == list(range(len(first)))
    assert all(one < other for one, other in pairwise(first))
