"""Tiers and the index that orders records by tier and points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.score.tiers import HIGHEST_BY_POINTS, Tier, risk_score, tier_of

THRESHOLDS = {"T1": 20, "T2": 57, "T3": 101}
tiers = st.sampled_from(list(Tier))


@pytest.mark.parametrize(
    ("tier", "number", "label"),
    [
        (Tier.T0, 0, "clear"),
        (Tier.T1, 1, "note"),
        (Tier.T2, 2, "review"),
        (Tier.T3, 3, "hold"),
        (Tier.T4, 4, "stop"),
    ],
    ids=list(Tier),
)
def test_a_tier_has_a_number_and_a_name(tier: Tier, number: int, label: str) -> None:
    assert (tier.number, tier.label, str(tier)) == (number, label, f"T{number}")


def test_tiers_sort_as_they_rank() -> None:
    assert sorted(Tier, reverse=True) == [Tier.T4, Tier.T3, Tier.T2, Tier.T1, Tier.T0]


@pytest.mark.parametrize(
    ("points", "floors", "without_floor", "expected"),
    [
        pytest.param(0, [], Tier.T1, Tier.T0, id="nothing"),
        pytest.param(19, [], Tier.T1, Tier.T0, id="below T1"),
        pytest.param(20, [], Tier.T1, Tier.T1, id="T1"),
        pytest.param(57, [], Tier.T1, Tier.T1, id="without a floor no T2"),
        pytest.param(57, [], Tier.T2, Tier.T2, id="a policy that lets points reach T2"),
        pytest.param(101, [], Tier.T4, HIGHEST_BY_POINTS, id="no policy lets points reach T3"),
        pytest.param(500, [Tier.T2], Tier.T1, Tier.T2, id="with a floor no T3"),
        pytest.param(0, [Tier.T1], Tier.T1, Tier.T1, id="a floor of T1"),
        pytest.param(25, [Tier.T1], Tier.T0, Tier.T1, id="a policy of T0 without floor"),
        pytest.param(0, [Tier.T2, Tier.T3], Tier.T1, Tier.T3, id="the highest floor"),
    ],
)
def test_points_lift_a_record_only_so_far(
    points: int, floors: list[Tier], without_floor: Tier, expected: Tier
) -> None:
    assert tier_of(points, floors, THRESHOLDS, without_floor) is expected


@given(st.integers(0, 2000), st.lists(tiers, max_size=4), tiers)
def test_no_tier_above_t2_comes_without_a_floor(
    points: int, floors: list[Tier], without_floor: Tier
) -> None:
    found = tier_of(points, floors, THRESHOLDS, without_floor)

    assert found <= Tier.T2 or found in floors


@given(st.integers(0, 500), st.integers(0, 500), st.lists(tiers, max_size=3), tiers)
def test_more_points_or_floors_never_lower_the_tier(
    points: int, more: int, floors: list[Tier], added: Tier
) -> None:
    before = tier_of(points, floors, THRESHOLDS, Tier.T1)

    assert tier_of(points + more, [*floors, added], THRESHOLDS, Tier.T1) >= before


@pytest.mark.parametrize(
    ("tier", "points", "expected"),
    [
        pytest.param(Tier.T0, 0, 0.0, id="nothing"),
        pytest.param(Tier.T2, 0, 40.0, id="a tier begins at its band"),
        pytest.param(Tier.T1, 20, 25.0, id="a quarter of the band"),
        pytest.param(Tier.T2, 55, 49.5652, id="rounded to four decimals"),
        pytest.param(Tier.T4, 2000, 99.4175, id="never a hundred"),
    ],
)
def test_the_index_places_a_record_in_the_band_of_its_tier(
    tier: Tier, points: int, expected: float
) -> None:
    assert risk_score(tier, points) == expected


@given(tiers, st.integers(0, 2999))
def test_the_index_rises_with_every_point_up_to_three_thousand(tier: Tier, points: int) -> None:
    assert risk_score(tier, points) < risk_score(tier, points + 1)


@given(st.sampled_from(list(Tier)[:-1]), st.integers(0, 3000), st.integers(0, 3000))
def test_a_higher_tier_has_a_higher_index_whatever_the_points(
    tier: Tier, points: int, others: int
) -> None:
    higher = Tier(f"T{tier.number + 1}")

    assert risk_score(tier, points) < risk_score(higher, others)
