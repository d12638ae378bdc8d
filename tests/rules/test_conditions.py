"""Three-valued conditions: the tables of truth, and proofs that agree with them."""

from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.rules.conditions import (
    Count,
    Every,
    Named,
    Node,
    One,
    Some,
    leaves_of,
    necessary,
    walk,
)
from screener.rules.leaves import Facts, FiredLeaf, Firing, Judgement
from screener.rules.row import Row
from screener.rules.schema import All, AnyOf, AtLeast, Finds, Fired, Truth, Use

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
NAMES = {T: "true", F: "false", U: "unknown"}
EMPTY = Row({})
TRUTHS = (T, F, U)


class Settable(NamedTuple):
    """A leaf whose answer a test sets through ``facts``."""

    number: int
    label: str = "settable"
    columns: tuple[str, ...] = ("notes",)
    reads: tuple[str, ...] = ("notes",)

    def judge(self, facts: Facts) -> Judgement:
        """Return the answer set."""
        return Judgement(facts.fired[str(self.number)].truth)


def facts(*truths: Truth) -> Facts:
    """Return facts in which leaf 0, 1, ... have these truths."""
    found = Facts(EMPTY)
    found.fired |= {str(number): Firing(truth) for number, truth in enumerate(truths)}
    return found


A, B, C = One(Settable(0)), One(Settable(1)), One(Settable(2))
OTHER_RULE = One(FiredLeaf(3, "rule a.a fired", "a.a"))


def cases(rule: str) -> list[object]:
    """Return every pair of truths with what a connective makes of it, as strong Kleene logic."""
    tables = {
        "all": lambda left, right: F if F in (left, right) else U if U in (left, right) else T,
        "any": lambda left, right: T if T in (left, right) else U if U in (left, right) else F,
    }
    return [
        pytest.param(
            left, right, tables[rule](left, right), id=f"{NAMES[left]} {rule} {NAMES[right]}"
        )
        for left, right in product(TRUTHS, TRUTHS)
    ]


@pytest.mark.parametrize(("left", "right", "expected"), cases("all"))
def test_all_is_false_if_a_part_is_false_else_unknown_if_a_part_is(
    left: Truth, right: Truth, expected: Truth
) -> None:
    assert Every((A, B)).truth(facts(left, right)) is expected


@pytest.mark.parametrize(("left", "right", "expected"), cases("any"))
def test_any_is_the_mirror_image_of_all(left: Truth, right: Truth, expected: Truth) -> None:
    assert Some((A, B)).truth(facts(left, right)) is expected


@pytest.mark.parametrize(
    ("truths", "expected"),
    [
        pytest.param((T, T, F), T, id="two are true"),
        pytest.param((T, T, U), T, id="two are true whatever the third"),
        pytest.param((T, U, F), U, id="the unknown one decides"),
        pytest.param((U, U, F), U, id="both unknown ones could be true"),
        pytest.param((T, F, F), F, id="only one is true"),
        pytest.param((U, F, F), F, id="only one could be true"),
        pytest.param((U, U, U), U, id="nothing is known"),
    ],
)
def test_at_least_two_of_three_is_settled_as_soon_as_it_can_be(
    truths: tuple[Truth, ...], expected: Truth
) -> None:
    assert Count(2, (A, B, C)).truth(facts(*truths)) is expected


@pytest.mark.parametrize("truth", TRUTHS, ids=NAMES.values())
def test_a_named_condition_is_what_it_names(truth: Truth) -> None:
    node = Named("the origin is blank", A)

    proof = node.proof(facts(truth))

    assert (node.truth(facts(truth)), proof.truth, proof.label) == (
        truth,
        truth,
        "the origin is blank",
    )


def nodes() -> st.SearchStrategy[Node]:
    """Return conditions over three leaves, nested in any way."""

    def deeper(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
        parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
        return st.one_of(
            parts.map(Every),
            parts.map(Some),
            st.builds(Count, st.integers(1, 3), parts),
            st.builds(Named, st.just("named"), inner),
        )

    return st.recursive(st.sampled_from([A, B, C]), deeper, max_leaves=8)


truth_values = st.lists(st.sampled_from(TRUTHS), min_size=3, max_size=3)


@given(nodes(), truth_values)
def test_the_proof_says_what_the_quick_way_says(node: Node, truths: list[Truth]) -> None:
    assert node.proof(facts(*truths)).truth is node.truth(facts(*truths))


@given(nodes(), truth_values, st.integers(0, 2))
def test_more_truth_never_makes_a_condition_less_true(
    node: Node, truths: list[Truth], raised: int
) -> None:
    higher = [T if number == raised else truth for number, truth in enumerate(truths)]

    assert node.truth(facts(*higher)) >= node.truth(facts(*truths))


@given(nodes(), truth_values)
def test_what_is_known_stays_so_however_the_unknown_turns_out(
    node: Node, truths: list[Truth]
) -> None:
    known = node.truth(facts(*truths))
    lowest = node.truth(facts(*(F if truth is U else truth for truth in truths)))
    highest = node.truth(facts(*(T if truth is U else truth for truth in truths)))

    assert known is U or lowest is highest is known


@given(nodes(), truth_values)
def test_where_the_necessary_leaf_is_false_the_whole_is_false(
    node: Node, truths: list[Truth]
) -> None:
    needed = necessary(node)

    assert needed is None or truths[needed.number] is not F or node.truth(facts(*truths)) is F


@pytest.mark.parametrize(
    ("node", "first"),
    [
        pytest.param(A, 0, id="a leaf alone"),
        pytest.param(Every((B, A)), 1, id="the first part of all"),
        pytest.param(Every((Some((A, B)), C)), 2, id="the first part of all that has one"),
        pytest.param(Every((OTHER_RULE, C)), 2, id="no leaf about another rule"),
        pytest.param(Named("x", Every((B, C))), 1, id="through a name"),
    ],
)
def test_the_leaf_asked_first_is_one_without_which_the_whole_is_false(
    node: Node, first: int
) -> None:
    found = necessary(node)

    assert found is not None
    assert found.number == first


@pytest.mark.parametrize(
    "node",
    [
        pytest.param(Some((A, B)), id="no part of any is necessary"),
        pytest.param(Count(1, (A, B)), id="nor of at least"),
        pytest.param(OTHER_RULE, id="a leaf about another rule must wait for it"),
    ],
)
def test_some_conditions_have_no_leaf_to_ask_first(node: Node) -> None:
    assert necessary(node) is None


def test_leaves_of_nodes_are_each_once_in_order() -> None:
    found = leaves_of(Every((B, Named("x", Some((A, B))))), Count(1, (C,)))

    assert [each.number for each in found] == [1, 0, 2]


def test_walking_a_condition_reaches_every_part_in_order() -> None:
    inner = AnyOf((Fired("a"), Use("b")))
    whole = All((inner, AtLeast(1, (Finds(any_of=("G-DOLL",)),))))

    assert list(walk(whole)) == [
        whole,
        inner,
        Fired("a"),
        Use("b"),
        AtLeast(1, (Finds(any_of=("G-DOLL",)),)),
        Finds(any_of=("G-DOLL",)),
    ]
