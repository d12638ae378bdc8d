"""Words by their looks: what is taken for what, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.index.looks import Looks, look, of_letters

KNOWN = ("sinuiju", "dandong", "doll", "loofah", "blanket", "modern", "window", "kn95")


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("slnuiju", "sinuiju"),
        ("s1nu1ju", "sinuiju"),
        ("dand0ng", "dandong"),
        ("clandong", "dandong"),
        ("l00fah", "loofah"),
        ("b1anket", "blanket"),
        ("8lanket", "blanket"),
        ("modem", "modern"),
        ("wlnclow", "window"),
        ("vvindow", "window"),
        ("doll", None),
        ("dolly", None),
        ("andong", None),
        ("kn9s", None),
    ],
)
def test_a_word_is_what_it_looks_like_and_is_not(seen: str, meant: str | None) -> None:
    assert Looks(KNOWN).meant(seen) == meant


@given(st.text("abcdehilmnorsuvw01569", min_size=1))
def test_a_look_has_a_look_of_its_own_that_is_the_same(form: str) -> None:
    assert look(look(form)) == look(form)


@pytest.mark.parametrize("form", ["d0ll", "do11"])
def test_a_word_may_be_half_of_figures(form: str) -> None:
    assert of_letters(form)


@pytest.mark.parametrize("form", ["t00135", "801t"])
def test_product_codes_are_mostly_figures(form: str) -> None:
    assert not of_letters(form)
