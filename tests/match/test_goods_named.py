"""Goods of orders found in descriptions and codes, in several languages, and not elsewhere."""

import pytest

from screener.match.goods_families import FAMILIES
from screener.match.goods_named import families_of, goods_named, is_named

NAMED = [
    ("cotton", "Cotton terry towels", None),
    ("cotton", "towels", "5205.11"),
    ("cotton", "棉纱", None),
    ("Palm Oil and Palm Oil Products", "RBD palm olein in drums", None),
    ("Disposable Gloves", "nitrile exam articles", "4015.12"),
    ("disposable rubber gloves", "Rubber gloves, powder free", None),
    ("Hair Products", "false eyelashes", None),
    ("silica-based products", "solar modules 450W", None),
    ("Seafood", "frozen yellowfin tuna loins", None),
    ("tuna and tuna products", "canned skipjack", None),
    ("potassium, potassium hydroxide, potassium nitrate", "Potassium nitrate 99%", None),
    ("soda ash, calcium chloride, caustic soda, viscose fibre", "viscose yarn", None),
    ("apparel", "men's shirts", None),
    ("apparel", None, "6109.10.00"),
    ("apparel", "hoodies", None),
    ("apparel", "Women's knit tops", None),
    ("apparel", "ladies' tops", None),
    ("apparel", "knitwear and outerwear", None),
    ("apparel", "女士毛衣", None),
    ("quartz countertops", "Quartz countertop, polished", None),
]
NOT_NAMED = [
    ("cotton", "polyester fabric", "5407.52"),
    ("tuna and tuna products", "frozen shrimp", None),
    ("Palm Oil and Palm Oil Products", "sunflower oil", None),
    ("Palm Oil and Palm Oil Products", "palm leaf hats", None),
    ("apparel", "wall paint", "3209.10"),
    ("apparel", "table tops", None),
    ("calcium chloride", "calcium carbonate", None),
    ("quartz countertops", "quartz watch", None),
    ("hair products", "camel wool", "5105.39"),
]


@pytest.mark.parametrize(("goods", "description", "code"), NAMED)
def test_goods_of_the_order_are_found(
    goods: str, description: str | None, code: str | None
) -> None:
    assert is_named(goods_named([goods]), description, code)


@pytest.mark.parametrize(("goods", "description", "code"), NOT_NAMED)
def test_other_goods_are_not(goods: str, description: str | None, code: str | None) -> None:
    assert not is_named(goods_named([goods]), description, code)


def test_every_family_is_found_by_each_of_its_own_names() -> None:
    missed = [
        (name, number)
        for number, family in enumerate(FAMILIES)
        for name in (*family.names, *family.members)
        if number not in families_of(name, None)
    ]

    assert missed == []


def test_every_code_of_a_family_is_a_prefix_of_the_tariff() -> None:
    wrong = [
        heading
        for family in FAMILIES
        for heading in family.headings
        if not heading.isdecimal() or len(heading) not in (2, 4, 6)
    ]

    assert wrong == []


def test_empty_goods_name_nothing() -> None:
    assert goods_named(["", "all products"]) == goods_named([])
