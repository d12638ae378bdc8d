"""The smallest sets of facts without which the tier would be lower."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from screener.evidence.whatif import MOST_RESULTS, Subject, changes
from screener.model.screening import Change
from screener.rules.evaluate import Evaluator
from screener.rules.row import Row
from screener.rules.schema import All, AnyOf, Condition, Extra, Finds, Fired, Rule
from screener.rules.schema import Test as ColumnTest
from screener.score.combine import combine
from screener.score.tiers import Tier
from tests.rules.small_pack import (
    CHINESE,
    DANDONG,
    DOLL,
    DOLL_ROW,
    HANDWORK,
    MACHINE,
    NORTHEAST,
    TODAY,
    evaluator,
    hit,
    row,
    rule,
)

NAMES = {"G-DOLL": "Knitted or stuffed dolls", "P-DANDONG": "Dandong"}


def what_if(given_row: Row, *rules: Rule) -> list[tuple[str, str]]:
    """Return the changes for a row under some rules."""
    asked = evaluator(*rules)
    outcomes = asked.evaluate(given_row, TODAY)
    found = changes(asked, Subject(given_row, TODAY, NAMES), outcomes)
    return [(each.change, each.tier) for each in found]


def floor(name: str, when: Condition, tier: str = "T2", **changed: object) -> Rule:
    """Return a rule of no points that sets a floor."""
    return rule(name, when, **{"points": 0, "raises_to": tier, **changed})


GOODS = "without Knitted or stuffed dolls (G-DOLL) in product_description"
PLACE = "without Dandong (P-DANDONG) in supplier_city"
HAND = "without S-HANDWORK in product_description"
ORIGIN = "if it were not so that country_of_origin is CN"


def test_each_part_of_an_all_would_change_it() -> None:
    found = what_if(DOLL_ROW, floor("a.a", All((DOLL, HANDWORK, NORTHEAST, CHINESE))))

    assert found == [(GOODS, "T0"), (HAND, "T0"), (PLACE, "T0"), (ORIGIN, "T0")]


def test_the_tier_told_is_that_without_the_facts() -> None:
    found = what_if(DOLL_ROW, floor("a.a", All((DOLL, DANDONG))), rule("b.b", DANDONG, points=30))

    assert found == [(GOODS, "T1"), (PLACE, "T0")]


def test_both_parts_of_an_any_must_go() -> None:
    assert what_if(DOLL_ROW, floor("a.a", AnyOf((DOLL, DANDONG)))) == [
        (f"{GOODS} and {PLACE}", "T0")
    ]


def test_a_larger_set_with_a_smaller_answer_inside_is_left_out() -> None:
    found = what_if(DOLL_ROW, floor("a.a", All((DOLL, AnyOf((DANDONG, CHINESE))))))

    assert found == [(GOODS, "T0"), (f"{PLACE} and {ORIGIN}", "T0")]


def test_every_rule_that_sets_the_tier_must_lose_a_fact() -> None:
    found = what_if(
        DOLL_ROW, floor("a.a", All((DOLL, CHINESE))), floor("b.b", All((DANDONG, CHINESE)))
    )

    assert found == [(ORIGIN, "T0"), (f"{GOODS} and {PLACE}", "T0")]


def test_nothing_of_two_facts_helps_where_three_rules_stand_alone() -> None:
    rules = (floor("a.a", DOLL), floor("b.b", DANDONG), floor("c.c", CHINESE))

    assert what_if(DOLL_ROW, *rules) == []


def test_a_lower_floor_remains_when_the_higher_one_falls() -> None:
    found = what_if(DOLL_ROW, floor("a.a", All((DOLL, CHINESE)), "T4"), floor("b.b", DANDONG, "T3"))

    assert found == [(GOODS, "T3"), (ORIGIN, "T3")]


def test_points_alone_can_be_lost_too() -> None:
    found = what_if(
        DOLL_ROW, rule("a.a", DOLL, points=15), rule("b.b", DANDONG, points=15, group="place")
    )

    assert found == [(GOODS, "T0"), (PLACE, "T0")]


def test_a_floor_that_points_hold_too_must_lose_both() -> None:
    rules = (
        floor("a.a", DOLL, "T1"),
        rule("b.b", DANDONG, points=12),
        rule("c.c", CHINESE, points=12, group="place"),
    )

    assert what_if(DOLL_ROW, *rules) == [
        (f"{GOODS} and {PLACE}", "T0"),
        (f"{GOODS} and {ORIGIN}", "T0"),
    ]


def test_extra_points_are_facts_of_the_score() -> None:
    found = what_if(
        DOLL_ROW, rule("a.a", DOLL, points=15, more=(Extra(condition=CHINESE, points=10),))
    )

    assert found == [(GOODS, "T0"), (ORIGIN, "T0")]


def test_a_rule_that_asks_about_another_loses_its_facts_through_it() -> None:
    asks = floor("a.a", All((Fired("b.b"), CHINESE)))

    assert what_if(DOLL_ROW, asks, rule("b.b", DOLL, points=5)) == [(GOODS, "T0"), (ORIGIN, "T0")]


def test_a_clear_record_has_nothing_to_change() -> None:
    assert what_if(row(product_description="x"), floor("a.a", DOLL)) == []


def test_the_lowest_tier_has_nothing_below_it() -> None:
    assert what_if(DOLL_ROW, rule("a.a", DOLL, points=15)) == []


def test_an_empty_column_is_a_fact_that_can_change() -> None:
    blank = ColumnTest("country_of_origin", "is_missing", ("true",))

    assert what_if(row(), floor("a.a", blank)) == [
        ("if it were not so that country_of_origin is empty", "T0")
    ]


def test_a_shadow_rule_is_no_reason_for_a_tier() -> None:
    assert what_if(DOLL_ROW, floor("a.a", DOLL, status="shadow")) == []


def test_several_hits_of_one_fact_are_told_together() -> None:
    given_row = row(
        hit("G-DOLL", "product_description", name="h1"),
        hit("G-DOLL", "product_description", name="h2"),
        hit("G-MASK", "product_description", name="h3"),
        product_description="x",
    )
    goods = Finds(any_of=("G-DOLL", "G-MASK"), columns=("product_description",))

    assert what_if(given_row, floor("a.a", goods)) == [
        (
            "without Knitted or stuffed dolls (G-DOLL) and G-MASK in product_description",
            "T0",
        )
    ]


def test_a_fact_found_in_two_columns_names_both() -> None:
    given_row = row(
        hit("P-DANDONG", "supplier_city", "party"), hit("P-DANDONG", "notes", "transport")
    )

    assert what_if(given_row, floor("a.a", DANDONG)) == [
        ("without Dandong (P-DANDONG) in supplier_city and notes", "T0")
    ]


def test_questions_that_rest_on_one_hit_fall_together() -> None:
    rules = (floor("a.a", All((DANDONG, NORTHEAST))), floor("b.b", NORTHEAST))

    assert what_if(DOLL_ROW, *rules) == [(PLACE, "T0")]


TWO_PLACES = row(
    hit("P-DANDONG", "supplier_city", "party"),
    hit("P-BORDER", "notes", "transport"),
    supplier_city="x",
)


def test_a_question_that_rests_on_another_hit_too_falls_with_both_only() -> None:
    both = "without Dandong (P-DANDONG) and P-BORDER in supplier_city and notes"

    assert what_if(TWO_PLACES, floor("a.a", NORTHEAST), floor("b.b", DANDONG)) == [(both, "T0")]


def test_the_smaller_of_two_facts_is_told_where_it_is_enough() -> None:
    assert what_if(TWO_PLACES, floor("a.a", All((DANDONG, NORTHEAST)))) == [(PLACE, "T0")]


def test_no_more_than_five_answers_are_given() -> None:
    tests = tuple(
        ColumnTest("country_of_origin", "not_in", (code,))
        for code in ("VN", "KP", "KR", "JP", "TH", "IN")
    )

    found = what_if(row(country_of_origin="CN"), floor("a.a", All(tests)))

    assert len(found) == MOST_RESULTS
    assert found[0][0] == "if it were not so that country_of_origin is none of VN"


def test_a_veto_that_falls_with_its_fact_may_leave_the_tier_where_it_is() -> None:
    given_row = row(
        hit("G-DOLL", "product_description"),
        hit("S-MACHINE", "notes"),
        product_description="x",
        notes="x",
    )

    found = what_if(given_row, floor("a.a", MACHINE), floor("b.b", DOLL, unless=MACHINE))

    assert found == []


def test_changes_are_those_of_the_screening() -> None:
    asked = evaluator(floor("a.a", DOLL))

    found = changes(asked, Subject(DOLL_ROW, TODAY, {}), asked.evaluate(DOLL_ROW, TODAY))

    assert found == (Change(change="without G-DOLL in product_description", tier="T0"),)


LEAVES: tuple[Condition, ...] = (DOLL, HANDWORK, DANDONG, CHINESE)
whens = st.lists(st.sampled_from(LEAVES), min_size=1, max_size=3, unique=True).flatmap(
    lambda parts: st.sampled_from([All(tuple(parts)), AnyOf(tuple(parts))])
)
floors = st.sampled_from([None, "T1", "T2", "T3"])


def slowly(asked: Evaluator, tier: Tier, size: int) -> set[frozenset[int]]:
    """Return every set of so many leaves without which the tier is lower."""
    return {
        frozenset(chosen)
        for chosen in combinations(range(len(asked.leaves)), size)
        if combine(asked.evaluate(DOLL_ROW, TODAY, frozenset(chosen)), asked.pack.policy).tier
        < tier
    }


@settings(max_examples=60)
@given(st.lists(st.tuples(whens, floors), min_size=1, max_size=4))
def test_an_answer_is_found_exactly_where_trying_every_set_finds_one(
    drawn: list[tuple[Condition, str | None]],
) -> None:
    rules = [
        rule(f"r.{number}", when, raises_to=raised, points=12, group=f"g{number}")
        for number, (when, raised) in enumerate(drawn)
    ]
    asked = evaluator(*rules, conditions={})
    outcomes = asked.evaluate(DOLL_ROW, TODAY)
    tier = combine(outcomes, asked.pack.policy).tier

    found = changes(asked, Subject(DOLL_ROW, TODAY, {}), outcomes)

    ones, twos = slowly(asked, tier, 1), slowly(asked, tier, 2)
    minimal = [pair for pair in twos if not any(one < pair for one in ones)]
    assert len(found) == min(MOST_RESULTS, len(ones) + len(minimal))
