"""The sieve holds back no rule that could answer other than miss."""

from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.rules.conditions import Count, Every, Named, Node, One, Some
from screener.rules.encoding import hit_sets
from screener.rules.finds import FindsLeaf
from screener.rules.leaves import FALSE, GROUNDED, UNKNOWN, Facts, Judgement
from screener.rules.row import Row
from screener.rules.schema import Finds, Truth
from screener.rules.sieve import column_truths, finds_truths, let_through, truths_of
from tests.rules.small_pack import evaluator, hit, row, rule

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


class Settable(NamedTuple):
    """A leaf that answers what the row's values say of it."""

    number: int
    label: str = "settable"
    columns: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()

    def judge(self, facts: Facts) -> Judgement:
        """Return the answer written under the leaf's number."""
        return Judgement(Truth(int(facts.row.values[str(self.number)])))


LEAVES = [One(Settable(number)) for number in range(3)]


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

    return st.recursive(st.sampled_from(LEAVES), deeper, max_leaves=8)


tables = st.lists(
    st.tuples(*[st.sampled_from([T, F, U])] * 3), min_size=1, max_size=6
)  # fmt: skip


def known_of(table: list[tuple[Truth, ...]], leaves: range) -> dict[int, np.ndarray]:
    """Return a table of truths, one line a row, by leaf."""
    return {number: np.array([line[number] for line in table], dtype=np.int8) for number in leaves}


@given(nodes(), tables)
def test_arrays_give_the_truth_of_each_row(node: Node, table: list[tuple[Truth, ...]]) -> None:
    rows = [Row({str(at): str(int(truth)) for at, truth in enumerate(line)}) for line in table]

    found = truths_of(node, known_of(table, range(3)), len(table))

    assert found.tolist() == [node.truth(Facts(each)) for each in rows]


@given(nodes(), tables)
def test_a_condition_held_back_is_false_whatever_the_unknown_leaf_says(
    node: Node, table: list[tuple[Truth, ...]]
) -> None:
    rows = [Row({str(at): str(int(truth)) for at, truth in enumerate(line)}) for line in table]
    none = np.zeros(len(table), dtype=np.bool_)

    passed = let_through([node], known_of(table, range(2)), none)

    held_back = [each for each, numbers in zip(rows, passed, strict=True) if numbers == []]
    assert [node.truth(Facts(each)) for each in held_back] == [F] * len(held_back)


def test_rules_are_let_through_by_number_for_each_row() -> None:
    known = known_of([(T, F, U), (F, F, F), (U, T, F)], range(3))

    passed = let_through(LEAVES, known, np.zeros(3, dtype=np.bool_))

    assert passed == [[0, 2], [], [0, 1]]


def test_a_broken_row_lets_every_rule_through() -> None:
    known = known_of([(F, F, F), (F, F, T)], range(3))

    assert let_through(LEAVES, known, np.array([True, False])) == [[0, 1, 2], [2]]


@pytest.mark.parametrize(
    ("whens", "rows", "expected"),
    [
        pytest.param(LEAVES, 0, [], id="no rows"),
        pytest.param([], 2, [[], []], id="no rules"),
    ],
)
def test_nothing_passes_where_there_is_nothing(
    whens: list[Node], rows: int, expected: list[list[int]]
) -> None:
    assert let_through(whens, {}, np.zeros(rows, dtype=np.bool_)) == expected


def test_what_is_no_condition_is_refused() -> None:
    with pytest.raises(TypeError, match="not a compiled condition"):
        truths_of("doll", {}, 1)  # type: ignore[arg-type]


def test_an_answer_that_is_an_error_is_unknown() -> None:
    found = column_truths([GROUNDED, FALSE, UNKNOWN, TypeError()])

    assert found.tolist() == [T, F, U, U]


def finds_leaf(condition: Finds) -> FindsLeaf:
    """Return the leaf of a search."""
    (leaf,) = evaluator(rule("a.a", condition), conditions={}).leaves
    assert isinstance(leaf, FindsLeaf)
    return leaf


SEARCHES = [
    finds_leaf(Finds(any_of=("P-DANDONG",))),
    finds_leaf(Finds(any_of=("G-DOLL", "P-DANDONG"))),
    finds_leaf(Finds(any_of=("P-DANDONG",), columns=("supplier_city", "notes"))),
    finds_leaf(Finds(any_of=("P-DANDONG",), columns=("notes",))),
    finds_leaf(Finds(any_of=("E-8CORPS",), roles=("mention",))),
]
hits = st.builds(
    hit,
    st.sampled_from(["P-DANDONG", "G-DOLL", "E-8CORPS"]),
    st.sampled_from(["supplier_city", "notes", "product_description", "hs_code"]),
    st.sampled_from([None, "party", "mention"]),
)
COLUMNS = ("supplier_name", "supplier_city", "supplier_province", "product_description", "notes")
rows_drawn = st.lists(
    st.builds(
        Row,
        st.fixed_dictionaries({}, optional={name: st.just("x") for name in COLUMNS}),
        st.lists(hits, max_size=2).map(tuple),
    ),
    min_size=1,
    max_size=5,
)


@settings(deadline=None)
@given(st.sampled_from(SEARCHES), rows_drawn)
def test_searches_in_arrays_answer_as_searches_in_rows(leaf: FindsLeaf, batch: list[Row]) -> None:
    filled = {name: np.array([name in each.values for each in batch]) for name in COLUMNS}
    nowhere = np.zeros(len(batch), dtype=np.bool_)

    truths, broken = finds_truths(
        leaf, hit_sets([tuple(each.hits) for each in batch]), lambda name: filled.get(name, nowhere)
    )

    assert truths.tolist() == [leaf.judge(Facts(each)).truth for each in batch]
    assert not broken.any()


def test_a_search_that_fails_breaks_its_row_only() -> None:
    broken = hit("G-DOLL", "product_description", similarity=None)  # type: ignore[arg-type]

    _, failed = finds_truths(
        finds_leaf(Finds(any_of=("G-DOLL",))),
        hit_sets([(), (broken,)]),
        lambda name: np.array([name == "notes"] * 2),
    )

    assert failed.tolist() == [False, True]


def test_hits_alike_to_every_rule_are_searched_once() -> None:
    given_rows = [row(hit("G-DOLL", "notes", name=f"h{number}")) for number in range(4)]
    sets = hit_sets([tuple(each.hits) for each in given_rows])

    chosen = sets.chosen(np.array([0, 2, 3]))

    assert (len(chosen.values), chosen.codes.tolist()) == (1, [0, 0, 0])
