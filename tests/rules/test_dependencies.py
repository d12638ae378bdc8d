"""Rules are asked after the rules they ask about."""

import pytest

from screener.errors import RuleError
from screener.rules.dependencies import (
    all_conditions,
    asked_rules,
    conditions_of,
    in_dependency_order,
)
from screener.rules.schema import All, AnyOf, Condition, Exemption, Extra, Fired, Rule, Use
from tests.rules.small_pack import BORDER, CONDITIONS, DOLL, MACHINE, named, pack, rule


def ordered(*rules: Rule) -> list[str]:
    """Return the ids of rules in the order in which they are asked."""
    return [each.id for each in in_dependency_order(rules, CONDITIONS)]


def asking(name: str, *asked: str) -> Rule:
    """Return a rule that asks whether others fired."""
    return rule(name, All((DOLL, *(Fired(other) for other in asked))))


def test_rules_that_ask_nobody_stay_in_order() -> None:
    assert ordered(asking("b.b"), asking("a.a"), asking("c.c")) == ["b.b", "a.a", "c.c"]


def test_a_rule_comes_after_those_it_asks_about() -> None:
    assert ordered(asking("a.a", "c.c"), asking("b.b"), asking("c.c", "b.b")) == [
        "b.b",
        "c.c",
        "a.a",
    ]


def test_a_rule_asked_about_twice_is_asked_once() -> None:
    assert ordered(asking("a.a", "c.c", "b.b"), asking("b.b", "c.c"), asking("c.c")) == [
        "c.c",
        "b.b",
        "a.a",
    ]


def test_a_long_chain_needs_no_deep_stack() -> None:
    chain = [asking(f"r.{number:05}", f"r.{number + 1:05}") for number in range(5000)]

    found = ordered(*chain, asking("r.05000"))

    assert (found[0], found[-1], len(found)) == ("r.05000", "r.00000", 5001)


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param((asking("a.a", "a.a"),), id="itself"),
        pytest.param((asking("a.a", "b.b"), asking("b.b", "a.a")), id="each other"),
        pytest.param(
            (asking("a.a", "b.b"), asking("b.b", "c.c"), asking("c.c", "b.b")), id="further on"
        ),
    ],
)
def test_rules_that_ask_each_other_in_a_circle_are_refused(rules: tuple[Rule, ...]) -> None:
    with pytest.raises(RuleError, match="in a circle"):
        ordered(*rules)


def test_a_rule_that_asks_about_no_rule_is_refused_with_its_place() -> None:
    with pytest.raises(RuleError, match=r'rules/test\.yaml:1: a\.a: asks whether "z\.z" fired'):
        ordered(asking("a.a", "z.z"))


@pytest.mark.parametrize(
    "asks",
    [
        pytest.param(rule("a.a", Fired("b.b")), id="when"),
        pytest.param(rule("a.a", DOLL, unless=AnyOf((Fired("b.b"),))), id="unless"),
        pytest.param(rule("a.a", DOLL, more=(Extra(condition=Fired("b.b"), points=1),)), id="more"),
        pytest.param(
            rule(
                "a.a",
                DOLL,
                exemptions=(
                    Exemption(reason="r", when=Fired("b.b"), approved_by="x", expires="2026-12-31"),
                ),
            ),
            id="except",
        ),
    ],
)
def test_every_part_of_a_rule_may_ask(asks: Rule) -> None:
    assert ordered(asks, rule("b.b", DOLL)) == ["b.b", "a.a"]


def test_named_conditions_may_ask_too() -> None:
    conditions = {
        "outer": named("outer", Use("inner")),
        "inner": named("inner", AnyOf((Fired("b.b"), Use("outer")))),
    }

    assert asked_rules(iter([Use("outer")]), conditions) == ("b.b",)


def test_the_conditions_of_a_rule_are_all_it_writes() -> None:
    found = list(conditions_of(BORDER))

    assert found[0] is BORDER.when
    assert found[1] == Use("machine-made")
    assert len(found) == 2 + len(BORDER.more) + len(BORDER.exemptions)


def test_the_conditions_of_a_pack_are_those_of_rules_then_named_ones() -> None:
    found: list[Condition] = list(all_conditions(pack(rule("a.a", DOLL))))

    assert (found[0], found[-1]) == (DOLL, MACHINE)
