"""`listed_with_goods`: country and goods together, one without the other, and nothing stated."""

import pytest

from screener.pipeline import Screener
from screener.rules.listed_goods import goods_by_country


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"country_of_origin": "MY", "product_description": "nitrile gloves"}, "hit"),
        ({"country_of_origin": "Malaysia", "hs_code": "4015.12"}, "hit"),
        ({"country_of_origin": "MY", "product_description": "wall paint"}, "miss"),
        ({"country_of_origin": "DE", "product_description": "nitrile gloves"}, "miss"),
        ({"country_of_origin": "MY", "supplier_name": "Feiyun Works"}, "unknown"),
    ],
)
def test_country_and_goods_together_are_the_baseline(
    screener: Screener, values: dict[str, str], state: str
) -> None:
    (row,) = screener.examined([values])

    outcomes = {one.rule: one for one in screener.evaluator.evaluate(row, screener.today)}

    assert outcomes["product.dol-listed"].state == state


def test_baseline_alone_reaches_no_tier_above_clear(screener: Screener) -> None:
    rows = screener.pack.policy.tiers

    assert next(r for r in screener.pack.rules if r.id == "product.dol-listed").points < rows["T1"]


def test_pairs_of_a_country_are_joined() -> None:
    both = goods_by_country([("MY", "Rubber Gloves"), ("MY", "Garments"), ("IN", "Carpets")])

    assert set(both) == {"MY", "IN"}
    assert len(both["MY"]) > len(both["IN"])
