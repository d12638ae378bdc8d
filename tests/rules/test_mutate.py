"""Mutation: what tests notice, what they do not, and that a mutant is judged as a rule is."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from screener.pipeline import Screener
from screener.rules.compile import Compiler
from screener.rules.dependencies import all_conditions
from screener.rules.leaves import Facts
from screener.rules.mutants import Breeder
from screener.rules.mutate import MutationResult, mutate
from screener.rules.row import Row
from screener.rules.schema import All, AnyOf, AtLeast, Exemption, Extra, Rule
from screener.rules.schema import Test as ColumnTest
from tests.rules.small_pack import (
    BORDER,
    CHEAP,
    CHINESE,
    CONDITIONS,
    DOLL_ROW,
    NO_ORIGIN,
    RULES,
    TODAY,
    evaluator,
    example,
    named,
    pack,
    row,
    rule,
)

LOW = ColumnTest("peer_price_rank", "at_most", ("5",))


def examine(records: Sequence[dict[str, str]]) -> list[Row]:
    """Return rows without hits: these rules read columns alone."""
    return [row(**record) for record in records]


def mutated(*rules: Rule) -> MutationResult:
    """Return the mutations of the first of some rules."""
    return mutate(evaluator(*rules), examine, TODAY, [rules[0].id])[0]


def survivors(result: MutationResult) -> list[str]:
    return [one.change for one in result.mutations if one.survives]


def priced(*cells: tuple[str, str]) -> Rule:
    """Return a rule of Chinese goods at a low price rank, tested with these ranks."""
    tests = tuple(
        example(
            f"{rank} is a {expect}", {"country_of_origin": "CN", "peer_price_rank": rank}, expect
        )
        for rank, expect in cells
    )
    return rule("price.low", All((CHINESE, LOW)), tests=tests)


def test_a_naive_rule_shows_what_its_tests_leave_open() -> None:
    result = mutated(priced(("1", "hit"), ("9", "miss")))

    assert survivors(result) == [
        "when.all[0] removed (country_of_origin is CN)",
        "when.all[1] limit 5 moved to 4",
        "when.all[1] limit 5 moved to 6",
        "when.all[1] at_most turned into below",
        "adds.points one more",
    ]
    assert not result.is_proved


def test_tests_at_and_beside_the_limit_catch_its_moves() -> None:
    elsewhere = example("not Chinese", {"country_of_origin": "VN", "peer_price_rank": "5"}, "miss")
    low = priced(("5", "hit"), ("6", "miss"))

    result = mutated(replace(low, tests=(*low.tests, elsewhere)))

    assert survivors(result) == ["adds.points one more"]
    assert result.is_proved


def test_points_in_a_test_catch_score_mutations() -> None:
    tests = (
        example("cheap", {"country_of_origin": "CN", "peer_price_rank": "5"}, "hit", 25),
        example("dear", {"country_of_origin": "CN", "peer_price_rank": "6"}, "hit", 20),
        example("other", {"country_of_origin": "VN"}, "miss"),
    )
    subject = rule(
        "price.low", CHINESE, more=(Extra(condition=CHEAP, points=9),), cap=25, tests=tests
    )

    result = mutated(subject)

    assert survivors(result) == []
    # The cap swallows that point, so no test could notice it.
    assert "adds.more[0] one point more" not in [one.change for one in result.mutations]


def test_a_veto_and_an_exception_need_tests_of_their_own() -> None:
    subject = rule(
        "price.low",
        CHINESE,
        unless=LOW,
        exemptions=(
            Exemption(
                reason="visited",
                when=ColumnTest("supplier_name", "says_any", ("Chenxi",)),
                approved_by="lead",
                expires="2026-12-31",
            ),
        ),
        tests=(
            example("Chinese", {"country_of_origin": "CN", "peer_price_rank": "80"}, "hit"),
            example("other", {"country_of_origin": "VN"}, "miss"),
        ),
    )

    found = survivors(mutated(subject))

    assert "unless removed" in found
    assert "except[0] removed" in found
    assert "when negated (country_of_origin is CN)" not in found


def test_any_and_at_least_have_mutants_of_their_own() -> None:
    origin = named("either", AnyOf((CHINESE, NO_ORIGIN)))
    counted = named("two", AtLeast(2, (CHINESE, NO_ORIGIN, LOW)))
    asked = evaluator(RULES[2], conditions={"either": origin, "two": counted})

    either, two = mutate(asked, examine, TODAY, ["either", "two"])

    assert "condition.any turned into all" in [one.change for one in either.mutations]
    assert [one.change for one in two.mutations if "at_least count" in one.change] == [
        "condition.at_least count 2 moved to 1",
        "condition.at_least count 2 moved to 3",
    ]


def test_an_accepted_mutation_counts_as_proved_and_a_needless_one_does_not() -> None:
    low = priced(("5", "hit"), ("6", "miss"))
    origin = "when.all[0] removed (country_of_origin is CN)"

    accepted = mutated(replace(low, mutation_ok=(origin,)))
    needless = mutated(replace(low, mutation_ok=(origin, "when.all[7] removed")))

    assert accepted.is_proved
    assert needless.needless == ("when.all[7] removed",)
    assert not needless.is_proved


def test_nothing_is_tried_while_a_test_fails() -> None:
    result = mutated(priced(("9", "hit"), ("9", "miss")))

    assert (result.failed, result.mutations, result.is_proved) == (1, (), False)


@pytest.mark.parametrize("subject", [one for one in RULES if one.status != "retired"], ids=str)
def test_an_unchanged_rule_is_judged_as_the_evaluator_judges_it(subject: Rule) -> None:
    asked = evaluator()
    breeder = Breeder(asked, Compiler(asked.references, all_conditions(pack())))

    outcome = asked.explain(DOLL_ROW, TODAY, subject.id)

    judged, facts = Facts(DOLL_ROW), Facts(DOLL_ROW)
    asked.ask(judged, TODAY)
    facts.fired.update(judged.fired)
    state, points = breeder.whole(subject).answer(facts, TODAY)
    assert state == outcome.state
    assert points == (outcome.points if state == "hit" else 0)


def test_mutants_leave_the_leaves_of_the_pack_alone() -> None:
    asked = evaluator()
    before = asked.leaves

    mutate(asked, examine, TODAY, [BORDER.id, *CONDITIONS])

    assert asked.leaves == before


def test_every_logic_mutation_of_the_shipped_pack_is_caught(screener: Screener) -> None:
    results = mutate(screener.evaluator, screener.examined, screener.today)

    assert sum(len(result.mutations) for result in results) > 800
    assert [result.subject for result in results if not result.is_proved] == []
    assert sum(one.accepted for result in results for one in result.mutations) <= 5


def test_tests_of_the_shipped_pack_hold_the_mutations_of_points(screener: Screener) -> None:
    results = mutate(screener.evaluator, screener.examined, screener.today)

    assert [one for result in results for one in result.mutations if one.survives] == []
