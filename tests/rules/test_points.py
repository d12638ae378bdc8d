"""Points of a rule: base, extras, the rule's cap and the caps of grades."""

import pytest

from screener.errors import RuleError
from screener.rules.points import ExtraPoints, RulePoints, grade_cap, rule_points
from screener.rules.schema import Extra
from tests.rules.small_pack import BORDER, CHEAP, DANDONG, DOLL, GRADES, LOW_FEE, POLICY, rule


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        pytest.param([], 25, id="base alone"),
        pytest.param([0], 35, id="one extra"),
        pytest.param([1], 40, id="another extra"),
        pytest.param([0, 1], 50, id="two extras"),
        pytest.param([0, 1, 2], 55, id="all extras, at the cap of the rule"),
    ],
)
def test_extras_add_up_to_the_cap_of_the_rule(added: list[int], expected: int) -> None:
    assert rule_points(BORDER, GRADES, POLICY).given(added) == expected


@pytest.mark.parametrize(
    ("points", "expected"),
    [(30, 30), (35, 35), (36, 35), (70, 35)],
    ids=["below", "at", "just above", "far above"],
)
def test_the_grade_of_the_claims_caps_the_base(points: int, expected: int) -> None:
    capped = rule_points(rule("a.a", DOLL, points=points), GRADES, POLICY)

    assert capped.given([]) == expected


def test_extras_without_claims_share_the_cap_of_the_rule() -> None:
    capped = rule(
        "a.a", DOLL, points=30, more=(Extra(condition=DANDONG, points=10),), claims=("B-02",)
    )

    assert rule_points(capped, GRADES, POLICY).given([0]) == 35


def test_an_extra_with_claims_of_its_own_stands_beside_the_cap() -> None:
    capped = rule(
        "a.a", DOLL, points=35, more=(Extra(condition=DANDONG, points=10, claims=("B-07",)),)
    )

    assert rule_points(capped, GRADES, POLICY).given([0]) == 45


def test_an_extra_is_capped_by_the_grade_of_its_own_claims() -> None:
    capped = rule(
        "a.a", DOLL, points=5, more=(Extra(condition=LOW_FEE, points=60, claims=("B-06",)),)
    )

    assert rule_points(capped, GRADES, POLICY).given([0]) == 40


def test_the_best_grade_cited_counts() -> None:
    assert grade_cap(("B-02", "C-01"), GRADES, POLICY) == 100


def test_without_claims_there_is_no_cap() -> None:
    assert grade_cap((), GRADES, POLICY) is None


def test_a_rule_that_rests_on_the_record_has_no_grade_cap() -> None:
    stated = rule(
        "a.a",
        DOLL,
        form="stated",
        claims=("B-02",),
        points=70,
        more=(Extra(condition=CHEAP, points=50, claims=("B-02",)),),
    )

    assert rule_points(stated, GRADES, POLICY).given([0]) == 120


def test_the_cap_of_the_rule_comes_last() -> None:
    points = RulePoints(20, (ExtraPoints(30, 35), ExtraPoints(30, None)), 35, 60)

    assert [points.given([]), points.given([0]), points.given([0, 1])] == [20, 50, 60]


@pytest.mark.parametrize(
    ("claims", "grades", "message"),
    [
        pytest.param(("X-99",), GRADES, "no claim X-99", id="no such claim"),
        pytest.param(("B-02",), {"B-02": "rumour"}, 'grade "rumour"', id="no such grade"),
    ],
)
def test_a_claim_without_a_cap_is_refused(
    claims: tuple[str, ...], grades: dict[str, str], message: str
) -> None:
    with pytest.raises(RuleError, match=message):
        rule_points(rule("a.a", DOLL, claims=claims), grades, POLICY)


def test_points_of_nothing_are_nothing() -> None:
    assert rule_points(rule("a.a", DOLL, points=0), GRADES, POLICY).given([]) == 0
