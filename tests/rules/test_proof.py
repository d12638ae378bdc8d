"""Proof trees: which leaves an answer rests on."""

import pytest

from screener.rules.proof import (
    Proof,
    bearing,
    first_error,
    hits_used,
    is_grounded,
    leaves,
    settling,
    true_leaves,
)
from screener.rules.schema import Truth


def leaf(number: int, truth: Truth, *, hits: tuple[str, ...] = (), **more: object) -> Proof:
    """Return a leaf; a true one is grounded unless told otherwise."""
    grounded = bool(more.get("grounded", truth is Truth.TRUE))
    settles = ("city",) if truth is Truth.UNKNOWN else ()
    return Proof(
        label=f"leaf {number}",
        truth=truth,
        leaf=number,
        hits=hits,
        settles=settles,
        grounded=grounded,
        error=str(more["error"]) if "error" in more else None,
    )


def node(truth: Truth, *children: Proof) -> Proof:
    """Return a node over children."""
    return Proof(label="node", truth=truth, children=children)


YES = leaf(1, Truth.TRUE, hits=("h1",))
ALSO = leaf(2, Truth.TRUE, hits=("h2", "h1"))
OPEN = leaf(3, Truth.UNKNOWN)
NO = leaf(4, Truth.FALSE)


def numbers(proofs: object) -> list[int | None]:
    """Return the numbers of leaves."""
    assert hasattr(proofs, "__iter__")
    return [proof.leaf for proof in proofs]


def test_leaves_come_in_the_order_written() -> None:
    tree = node(Truth.FALSE, node(Truth.TRUE, YES, ALSO), NO, OPEN)

    assert numbers(leaves(tree)) == [1, 2, 4, 3]


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param(node(Truth.TRUE, YES, ALSO), [1, 2], id="all parts of a true all"),
        pytest.param(node(Truth.TRUE, NO, YES, OPEN), [1], id="only the true part of a true any"),
        pytest.param(node(Truth.UNKNOWN, YES, OPEN), [1, 3], id="true and unknown of an unknown"),
        pytest.param(node(Truth.UNKNOWN, NO, OPEN), [3], id="not the false part of an unknown"),
        pytest.param(node(Truth.FALSE, YES, NO), [4], id="only the false part of a false"),
        pytest.param(
            node(Truth.TRUE, node(Truth.FALSE, YES, NO), ALSO), [2], id="nothing of a dead branch"
        ),
        pytest.param(YES, [1], id="a leaf alone"),
    ],
)
def test_an_answer_rests_on_the_leaves_that_give_it(tree: Proof, expected: list[int]) -> None:
    assert numbers(bearing(tree)) == expected


def test_hits_are_used_once_in_order_of_use() -> None:
    assert hits_used(node(Truth.TRUE, YES, ALSO), ALSO) == ("h1", "h2")


def test_a_true_leaf_of_a_false_branch_contributes_no_hit() -> None:
    tree = node(Truth.TRUE, node(Truth.FALSE, YES, NO), ALSO)

    assert hits_used(tree) == ("h2", "h1")


def test_an_unknown_answer_keeps_the_hits_found_so_far() -> None:
    assert hits_used(node(Truth.UNKNOWN, YES, OPEN)) == ("h1",)


def test_only_unknown_leaves_that_bear_the_answer_ask_for_columns() -> None:
    assert settling(node(Truth.UNKNOWN, YES, OPEN)) == {"city"}


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param(node(Truth.TRUE, YES, OPEN), id="a true answer"),
        pytest.param(node(Truth.FALSE, NO, OPEN), id="a false answer"),
    ],
)
def test_a_settled_answer_asks_for_nothing(tree: Proof) -> None:
    assert settling(tree) == frozenset()


@pytest.mark.parametrize(
    ("tree", "expected"),
    [
        pytest.param(node(Truth.UNKNOWN, YES, OPEN), True, id="a true test on a filled column"),
        pytest.param(node(Truth.UNKNOWN, OPEN), False, id="nothing true"),
        pytest.param(
            node(Truth.UNKNOWN, leaf(5, Truth.TRUE, grounded=False), OPEN),
            False,
            id="true on an empty column",
        ),
        pytest.param(
            node(Truth.UNKNOWN, node(Truth.FALSE, YES, NO), OPEN), True, id="any test of the rule"
        ),
    ],
)
def test_grounded_means_one_test_is_true_on_a_filled_column(tree: Proof, *, expected: bool) -> None:
    assert is_grounded(tree) is expected


def test_true_leaves_are_those_that_bear_a_true_answer_each_once() -> None:
    first = node(Truth.TRUE, YES, node(Truth.TRUE, ALSO, NO))

    assert numbers(true_leaves(first, YES)) == [1, 2]


def test_an_answer_that_is_not_true_has_no_true_leaves() -> None:
    assert true_leaves(node(Truth.UNKNOWN, YES, OPEN)) == ()


def test_the_first_error_is_told_from_wherever_it_stands() -> None:
    broken = leaf(6, Truth.UNKNOWN, error="TypeError")

    assert first_error(YES, node(Truth.UNKNOWN, YES, broken)) == "TypeError"


def test_trees_without_errors_tell_of_none() -> None:
    assert first_error(node(Truth.TRUE, YES, OPEN)) is None
