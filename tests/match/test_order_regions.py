"""What a text must hold to tell of the country of an order, and what the order's patterns find."""

import pytest

from screener.match.goods_named import goods_named
from screener.match.order_regions import hints_of, may_tell, names_of, words_of

COUNTRIES = ("TM", "MW", "ZW", "CD", "KP", "CN")
TEXTS = (
    "cotton towels from {name}",
    "{name} cotton",
    "COTTON, {name}.",
    "Made in {name}",
    "origin: {code}",
    "coo {code}",
    "Products of {code}",
    "sundries of {name}",
    "产地{code}",
)


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("text", TEXTS)
def test_what_a_pattern_finds_is_hinted_at(country: str, text: str) -> None:
    words = words_of(names_of(country), goods_named(["cotton"]), country)
    written = [text.format(name=name, code=country) for name in names_of(country)]
    found = [
        one for one in (*written, *map(str.upper, written), *map(str.lower, written), *map(_turkish, written))
        if words.name.search(one) or words.label.search(one)
    ]  # fmt: skip
    assert found
    assert all(may_tell(hints_of([country]), one) for one in found)


@pytest.mark.parametrize("text", ["plush dolls, 40 cm, boxed", "Plüschpuppen – 40 cm", "毛绒娃娃"])
def test_a_text_without_a_name_or_label_tells_of_no_country(text: str) -> None:
    assert not may_tell(hints_of(COUNTRIES), text)


def _turkish(text: str) -> str:
    return text.replace("i", "İ").upper()
