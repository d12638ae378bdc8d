"""Columns by distinct values, and numbers for combinations."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.rules.encoding import Encoded, combined, encoded, grouped, row_at
from tests.rules.small_pack import columns_of, hit, hits_of, row

HUGE = 1 << 40


def test_a_column_is_encoded_by_its_distinct_values_in_order() -> None:
    found = encoded(["b", None, "a", "b"])

    assert (found.values, found.codes.tolist()) == (("b", None, "a"), [0, 1, 2, 0])


@given(st.lists(st.one_of(st.none(), st.sampled_from(["", "a", "b", "c"]))))
def test_encoding_loses_no_value_but_the_empty_text(values: list[str | None]) -> None:
    found = encoded(values)

    assert [found.at(number) for number in range(len(values))] == [each or None for each in values]


def test_a_row_is_put_together_from_its_columns() -> None:
    batch = [row(notes="a"), row(hit("G-DOLL", "notes"), notes="b", uom="PCS")]

    assert row_at(columns_of(batch), hits_of(batch), 1) == batch[1]


def test_an_empty_text_is_an_empty_value() -> None:
    assert row_at({"notes": encoded([""])}, hits_of([row()]), 0).values == {}


numbers = st.lists(
    st.tuples(st.integers(0, 5) | st.integers(0, HUGE), st.integers(0, 5) | st.integers(0, HUGE)),
    min_size=1,
    max_size=20,
)


@given(numbers)
def test_two_pairs_have_one_number_only_if_they_are_one(pairs: list[tuple[int, int]]) -> None:
    left, right = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))

    found = combined(left, right).tolist()

    assert len(set(zip(found, pairs, strict=True))) == len(set(found)) == len(set(pairs))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param([HUGE, 0, HUGE], [HUGE, 1, 0], id="both large"),
        pytest.param([(1 << 61) - 1, 5, 5], [7, 7, 6], id="the left one almost full"),
        pytest.param([1, 0, 1], [(1 << 62) - 2, 0, 0], id="the right one almost full"),
    ],
)
def test_large_numbers_do_not_overflow(left: list[int], right: list[int]) -> None:
    found = combined(np.array(left, dtype=np.int64), np.array(right, dtype=np.int64))

    assert min(found.tolist()) >= 0
    assert len(set(found.tolist())) == 3


def test_nothing_combines_to_nothing() -> None:
    none = np.array([], dtype=np.int64)

    assert combined(none, none).tolist() == []


@given(st.lists(st.integers(0, 4)))
def test_groups_are_numbered_in_the_order_of_their_first_rows(codes: list[int]) -> None:
    first, group = grouped(np.array(codes, dtype=np.int64))

    assert first.tolist() == [codes.index(code) for code in dict.fromkeys(codes)]
    assert [codes[int(first[number])] for number in group.tolist()] == codes


def test_a_column_keeps_the_values_no_row_has() -> None:
    column = Encoded(("a", "never", None), np.array([0, 2], dtype=np.int64))

    assert [column.at(0), column.at(1)] == ["a", None]
