"""`listed_with_goods`: country and goods together, one without the other, and nothing stated."""

import pytest

from screener.pipeline import Screener
from screener.rules.column_leaves import column
from screener.rules.leaves import Facts, Judgement
from screener.rules.listed_goods import ListedGoodsLeaf, goods_by_country
from screener.rules.row import Row
from screener.rules.says import Phrasebook
from screener.rules.schema import Truth
from tests.rules.checked_world import FIELDS


@pytest.mark.parametrize(
    ("values", "truth"),
    [
        ({"country_of_origin": "MY", "product_description": "nitrile gloves"}, Truth.TRUE),
        ({"country_of_origin": "Malaysia", "hs_code": "4015.12"}, Truth.TRUE),
        ({"country_of_origin": "MY", "product_description": "wall paint"}, Truth.FALSE),
        ({"country_of_origin": "DE", "product_description": "nitrile gloves"}, Truth.FALSE),
        ({"country_of_origin": "MY", "supplier_name": "Feiyun Works"}, Truth.UNKNOWN),
        ({"product_description": "nitrile gloves"}, Truth.UNKNOWN),
    ],
)
def test_country_and_goods_are_looked_for_together(values: dict[str, str], truth: Truth) -> None:
    asked = column(FIELDS["country_of_origin"], FIELDS, Phrasebook((), (), frozenset()))
    goods = goods_by_country([("MY", "Rubber Gloves"), ("IN", "Carpets")])
    leaf = ListedGoodsLeaf(0, "", asked, goods, Judgement(Truth.UNKNOWN))

    assert leaf.judge(Facts(Row(values))).truth is truth


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"country_of_origin": "MY", "product_description": "nitrile gloves"}, "hit"),
        ({"country_of_origin": "Malaysia", "hs_code": "4015.12"}, "hit"),
        ({"country_of_origin": "MY", "product_description": "wall paint"}, "miss"),
        ({"country_of_origin": "DE", "product_description": "nitrile gloves"}, "miss"),
        ({"country_of_origin": "MY", "supplier_name": "Feiyun Works"}, "miss"),
        ({"product_description": "nitrile gloves"}, "unknown"),
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
