"""Tests of screener.index.layout."""

import pytest

from screener.index.layout import Layout, layout


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("huayang co ltd", Layout((0,), ((1, 3),), (), named=True)),
        ("huayang trading", Layout((0, 1), (), (), named=True)),
        ("co ltd", Layout((0, 1), (), (), named=False)),
        ("huayang co ltd room 9", Layout((0, 3, 4), ((1, 3),), (0,), named=True)),
        ("", Layout((), (), (), named=False)),
    ],
)
def test_legal_forms_are_set_aside_and_what_stands_before_one_is_a_name_too(
    name: str, found: Layout
) -> None:
    assert layout(name.split()) == found


def test_words_that_are_in_no_legal_form_do_not_matter() -> None:
    assert layout("huayang co ltd dandong".split()) == layout("x co ltd y".split())
