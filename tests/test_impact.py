"""What a pack does to records: the load, the moves, and what reviews say of rules."""

import pytest

from screener.factory import load
from screener.impact import Count, Impact, interval
from screener.pipeline import Screener
from tests.conftest import AS_OF
from tests.rules.packs import copied, edit

DOLLS = {
    "product_description": "hand crocheted doll",
    "supplier_name": "Dandong Yuhe Crafts",
    "supplier_city": "Dandong",
    "supplier_province": "Liaoning",
    "country_of_origin": "CN",
}
BOLTS = {
    "product_description": "steel bolts",
    "supplier_city": "Ningbo",
    "country_of_origin": "CN",
}
STOPPED = {"product_description": "face masks", "country_of_origin": "KP"}
RECORDS = [DOLLS, BOLTS, STOPPED, DOLLS]
IDS = ["dolls", "bolts", "masks", "more dolls"]


@pytest.fixture(scope="module")
def without_floor(tmp_path_factory: pytest.TempPathFactory) -> Screener:
    """Return a screener whose rule of hand-worked goods lifts nothing."""
    folder = copied(tmp_path_factory.mktemp("old"))
    edit(folder / "dprk" / "border-handwork.yaml", "raises_to: T2\n", "")
    return load(rules=folder, as_of=AS_OF)


def counted(
    screener: Screener, before: Screener | None = None, reviews: dict[str, bool] | None = None
) -> Impact:
    count = Count(screener, before, reviews)
    count.add(RECORDS[:2], IDS[:2])
    count.add(RECORDS[2:], IDS[2:])
    return count.impact()


def test_the_load_is_the_share_that_a_person_must_look_at(screener: Screener) -> None:
    impact = counted(screener)

    assert impact.rows == 4
    assert impact.load.tiers == {"T0": 1, "T1": 0, "T2": 2, "T3": 0, "T4": 1}
    assert impact.load.share == 0.75
    assert impact.load.budget == screener.pack.policy.review_budget
    assert impact.load.exceeded


def test_without_another_pack_nothing_moves(screener: Screener) -> None:
    impact = counted(screener)

    assert (impact.before, impact.transitions, impact.moves) == (None, {}, ())


def test_the_table_tells_where_each_record_was_and_is(
    screener: Screener, without_floor: Screener
) -> None:
    impact = counted(screener, without_floor)

    assert impact.transitions["T1"] == {"T0": 0, "T1": 0, "T2": 2, "T3": 0, "T4": 0}
    assert sum(sum(row.values()) for row in impact.transitions.values()) == 4
    assert [(move.line_id, move.before, move.after) for move in impact.moves] == [
        ("dolls", "T1", "T2"),
        ("more dolls", "T1", "T2"),
    ]
    assert impact.before is not None
    assert impact.before.tiers["T1"] == 2
    assert impact.before.share == 0.25


def test_reviews_show_how_often_a_rule_was_right(screener: Screener) -> None:
    reviews = {"dolls": True, "more dolls": False, "bolts": False, "unknown line": True}

    impact = counted(screener, reviews=reviews)

    by_rule = {one.rule: (one.confirmed, one.reviewed) for one in impact.precision}
    assert by_rule["dprk.border-handwork"] == (1, 2)
    assert "origin.dprk-declared" not in by_rule


def test_every_rule_is_counted(screener: Screener) -> None:
    coverage = counted(screener).coverage

    hits = {one.rule: one.hits for one in coverage.rules}
    assert hits["dprk.border-handwork"] == 2
    assert hits["origin.dprk-declared"] == 1
    assert "dprk.border-processing" in coverage.never


@pytest.mark.parametrize(
    ("confirmed", "reviewed", "low", "high"),
    [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (5, 10, 0.237, 0.763), (1, 1, 0.207, 1.0)],
)
def test_bounds_of_a_share(confirmed: int, reviewed: int, low: float, high: float) -> None:
    assert interval(confirmed, reviewed) == (low, high)
