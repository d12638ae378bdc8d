"""Points by group with diminishing shares: order-free, and never less for more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from screener.rules.outcome import Outcome, State
from screener.score.combine import Score, combine, shares
from screener.score.tiers import Tier
from tests.rules.small_pack import DOLL_ROW, POLICY, TODAY, evaluator


def outcome(
    name: str,
    points: int,
    state: State = "hit",
    *,
    group: str = "goods",
    floor: str | None = None,
    shadow: bool = False,
    is_open: bool = False,
) -> Outcome:
    """Return an outcome."""
    return Outcome(
        rule=name,
        state=state,
        group=group,
        floor=floor,
        shadow=shadow,
        points=points,
        open=is_open,
    )


def open_rule(name: str, points: int, **more: str) -> Outcome:
    """Return an unknown outcome that is open."""
    return outcome(name, points, "unknown", is_open=True, group=more.get("group", "goods"))


def points_of(*outcomes: Outcome) -> int:
    """Return the points of outcomes."""
    return combine(outcomes, POLICY).points


@pytest.mark.parametrize(
    ("given_points", "expected"),
    [
        pytest.param([], 0, id="nothing"),
        pytest.param([40], 40, id="the best in full"),
        pytest.param([40, 40], 50, id="the second a quarter"),
        pytest.param([40, 40, 40], 54, id="the third a tenth"),
        pytest.param([40, 40, 40, 40], 54, id="the fourth nothing"),
        pytest.param([40, 3], 40, id="shares are divided as whole numbers"),
        pytest.param([40, 4], 41, id="a quarter of four is one"),
        pytest.param([0, 0], 0, id="rules without points"),
    ],
)
def test_in_a_group_the_best_counts_in_full_and_the_next_a_share(
    given_points: list[int], expected: int
) -> None:
    assert points_of(*(outcome(f"r.{n}", each) for n, each in enumerate(given_points))) == expected


def test_groups_add_up() -> None:
    assert points_of(outcome("a.a", 40), outcome("b.b", 30, group="place")) == 70


def test_what_each_rule_counted_is_told_by_id() -> None:
    found = combine([outcome("z.z", 8), outcome("a.a", 40), outcome("m.m", 0)], POLICY)

    assert list(found.counted.items()) == [("a.a", 40), ("m.m", 0), ("z.z", 2)]


def test_ties_in_a_group_fall_by_rule_id() -> None:
    assert shares([outcome("b.b", 20), outcome("a.a", 20)], (100, 25, 10)) == {"a.a": 20, "b.b": 5}


def test_shares_are_policy() -> None:
    changed = replace(POLICY, within_group=(100, 50))

    assert combine([outcome("a.a", 20), outcome("b.b", 20)], changed).points == 30


@pytest.mark.parametrize(
    "ignored",
    [
        pytest.param(outcome("x.x", 70, "miss", floor="T4"), id="a miss"),
        pytest.param(outcome("x.x", 70, "excepted", floor="T2"), id="an excepted rule"),
        pytest.param(outcome("x.x", 70, "muted", floor="T2"), id="a muted rule"),
        pytest.param(outcome("x.x", 70, "error", floor="T4"), id="an error"),
        pytest.param(outcome("x.x", 70, "unknown", floor="T4"), id="unknown for gaps only"),
        pytest.param(outcome("x.x", 70, floor="T4", shadow=True), id="a shadow rule"),
    ],
)
def test_only_rules_that_fired_count(ignored: Outcome) -> None:
    plain = combine([outcome("a.a", 10)], POLICY)

    assert combine([outcome("a.a", 10), ignored], POLICY) == plain


def test_an_open_rule_counts_only_in_the_points_if_adverse() -> None:
    found = combine([outcome("a.a", 10), open_rule("b.b", 40)], POLICY)

    assert found == Score(points=10, points_if_adverse=42, tier=Tier.T0, counted={"a.a": 10})


def test_an_open_shadow_rule_counts_nowhere() -> None:
    shadow = replace(open_rule("b.b", 40), shadow=True)

    assert combine([shadow], POLICY).points_if_adverse == 0


@pytest.mark.parametrize(
    ("outcomes", "tier"),
    [
        pytest.param([outcome("a.a", 19)], Tier.T0, id="below the first threshold"),
        pytest.param([outcome("a.a", 20)], Tier.T1, id="at the first threshold"),
        pytest.param([outcome("a.a", 300)], Tier.T1, id="points alone stop at T1"),
        pytest.param([outcome("a.a", 0, floor="T2")], Tier.T2, id="a floor needs no points"),
        pytest.param([outcome("a.a", 300, floor="T2")], Tier.T2, id="no points reach T3"),
        pytest.param([outcome("a.a", 0, floor="T3")], Tier.T3, id="T3 by floor"),
        pytest.param([outcome("a.a", 0, floor="T4")], Tier.T4, id="T4 by floor"),
        pytest.param(
            [outcome("a.a", 0, floor="T4"), outcome("b.b", 0, floor="T2")],
            Tier.T4,
            id="the highest",
        ),
        pytest.param([outcome("a.a", 300, floor="T1")], Tier.T1, id="a floor of T1 opens nothing"),
        pytest.param([open_rule("a.a", 300)], Tier.T0, id="an open rule sets no tier"),
    ],
)
def test_the_tier_comes_from_floors_and_points_reach_t1(
    outcomes: list[Outcome], tier: Tier
) -> None:
    assert combine(outcomes, POLICY).tier is tier


def test_the_score_of_evaluated_rules() -> None:
    found = combine(evaluator().evaluate(DOLL_ROW, TODAY), POLICY)

    assert found.counted == {
        "context.border-handwork": 35,
        "corroborated.both": 20,
        "location.dandong": 2,
        "product.doll": 3,
    }
    assert (found.points, found.tier) == (60, Tier.T2)


outcomes_drawn = st.lists(
    st.builds(
        outcome,
        st.integers(0, 30).map(lambda number: f"r.{number:02}"),
        st.integers(0, 90),
        st.sampled_from(["hit", "hit", "miss", "unknown", "excepted", "error"]),
        group=st.sampled_from(["goods", "place", "named"]),
        floor=st.sampled_from([None, None, "T1", "T2", "T3", "T4"]),
        shadow=st.sampled_from([False, False, True]),
    ),
    max_size=10,
    unique_by=lambda each: each.rule,
)


@given(outcomes_drawn, st.randoms(use_true_random=False))
def test_order_never_matters(outcomes: list[Outcome], random: object) -> None:
    shuffled = list(outcomes)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert combine(shuffled, POLICY) == combine(outcomes, POLICY)


@given(outcomes_drawn, st.integers(0, 90), st.sampled_from(["goods", "place", "new"]))
def test_one_more_hit_never_lowers_points_or_tier(
    outcomes: list[Outcome], points: int, group: str
) -> None:
    before = combine(outcomes, POLICY)

    after = combine([*outcomes, outcome("z.added", points, group=group)], POLICY)

    assert after.points >= before.points
    assert after.points_if_adverse >= before.points_if_adverse
    assert after.tier >= before.tier


@given(outcomes_drawn, st.integers(0, 9), st.integers(0, 50))
def test_a_stronger_hit_never_lowers_points_or_tier(
    outcomes: list[Outcome], chosen: int, more: int
) -> None:
    before = combine(outcomes, POLICY)

    stronger = [
        replace(each, points=each.points + more) if number == chosen else each
        for number, each in enumerate(outcomes)
    ]
    after = combine(stronger, POLICY)

    assert (after.points, after.tier) >= (before.points, before.tier)


@given(outcomes_drawn)
def test_points_if_adverse_are_never_fewer(outcomes: list[Outcome]) -> None:
    found = combine(outcomes, POLICY)

    assert found.points_if_adverse >= found.points == sum(found.counted.values())


@given(outcomes_drawn)
def test_a_group_counts_at_most_its_three_best(outcomes: list[Outcome]) -> None:
    counted = combine(outcomes, POLICY).counted
    best = sorted(
        (each.points for each in outcomes if each.fired and each.group == "goods"), reverse=True
    )
    shared = [each * share // 100 for each, share in zip(best, (100, 25, 10), strict=False)]

    assert sum(shared) == sum(
        counted[each.rule] for each in outcomes if each.fired and each.group == "goods"
    )
