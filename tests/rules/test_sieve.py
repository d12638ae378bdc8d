"""The sieve holds back no row in which a condition could be other than false."""

from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.rules.answers import ValueAnswers
from screener.rules.bulk import Batch, Known, readers
from screener.rules.conditions import Count, Every, Named, Node, One, Some
from screener.rules.encoding import HitSets, encoded
from screener.rules.finds import FindsLeaf
from screener.rules.leaves import Facts, Judgement
from screener.rules.row import Row
from screener.rules.schema import Finds, Truth
from screener.rules.sieve import candidates, truths_in
from tests.rules.small_pack import evaluator, hit, rule

ERROR = 9


class Settable(NamedTuple):
    """A leaf that answers what the row's value in its own column says."""

    number: int
    label: str = "settable"

    @property
    def columns(self) -> tuple[str, ...]:
        """Its own column."""
        return self.reads

    @property
    def reads(self) -> tuple[str, ...]:
        """Its own column."""
        return (str(self.number),)

    def judge(self, facts: Facts) -> Judgement:
        """Return the answer written under the leaf's number; anything else is an error."""
        return Judgement(Truth(int(facts.row.values[str(self.number)])))


LEAVES = [Settable(number) for number in range(3)]


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

    return st.recursive(st.sampled_from([One(leaf) for leaf in LEAVES]), deeper, max_leaves=8)


tables = st.lists(
    st.tuples(*[st.sampled_from([*Truth, ERROR])] * 3), min_size=1, max_size=40
)  # fmt: skip


def rows_of(table: list[tuple[int, ...]]) -> list[Row]:
    """Return rows in which the leaves answer as a table says."""
    return [Row({str(at): str(int(truth)) for at, truth in enumerate(line)}) for line in table]


def batch_of(rows: list[Row]) -> Batch:
    """Return rows as a batch of the three leaves."""
    to = readers(LEAVES)
    answers = {source: ValueAnswers(source, leaves) for source, leaves in to.sources.items()}
    columns = {name: encoded([row.values[name] for row in rows]) for (name,) in to.sources}
    return Batch(to, Known(answers, {}), columns, no_hits(len(rows)))


def no_hits(rows: int) -> HitSets:
    """Return that nothing was found in any row."""
    return HitSets([()], np.zeros(rows, dtype=np.int64))


def truth_of(node: Node, row: Row) -> Truth:
    """Return the truth of a condition for a row; an error is unknown."""
    try:
        return node.truth(Facts(row))
    except ValueError:
        return Truth.UNKNOWN


@given(nodes(), tables)
def test_no_row_is_held_back_in_which_a_condition_is_not_false(
    node: Node, table: list[tuple[int, ...]]
) -> None:
    rows = rows_of(table)

    found = candidates(node, batch_of(rows).table, len(rows)).tolist()

    assert len(set(found)) == len(found)
    held_back = set(range(len(rows))) - set(found)
    assert [truth_of(node, rows[at]) for at in held_back] == [Truth.FALSE] * len(held_back)


@given(nodes(), tables)
def test_arrays_give_the_truth_of_each_row(node: Node, table: list[tuple[int, ...]]) -> None:
    rows = rows_of(table)

    found = truths_in(node, batch_of(rows).table, np.arange(len(rows)))

    assert found.tolist() == [truth_of(node, each) for each in rows]


def test_what_is_no_condition_is_refused() -> None:
    with pytest.raises(TypeError, match="not a compiled condition"):
        candidates("doll", batch_of([]).table, 0)  # type: ignore[arg-type]


def test_all_parts_are_begun_with_the_rarest() -> None:
    rows = rows_of([(2, 2 if at == 0 else 0, 2) for at in range(100)])
    batch = batch_of(rows)

    found = candidates(Every(tuple(One(leaf) for leaf in LEAVES)), batch.table, len(rows))

    assert found.tolist() == [0]


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
    max_size=8,
)


@given(st.sampled_from(SEARCHES), rows_drawn)
def test_searches_in_a_batch_answer_as_searches_in_rows(leaf: FindsLeaf, rows: list[Row]) -> None:
    columns = {name: encoded([row.values.get(name) for row in rows]) for name in COLUMNS}
    sets = HitSets([tuple(row.hits) for row in rows], np.arange(len(rows)))
    table = Batch(readers([leaf]), Known({}, {}), columns, sets).table(leaf)

    kinds = table.kinds(np.arange(len(rows)))

    answers = [leaf.judge(Facts(row)) for row in rows]
    assert [table.of.answers[kind] for kind in kinds.tolist()] == answers
    told = {at for at, answer in enumerate(answers) if answer.truth is not Truth.FALSE}
    assert told <= set(table.rows().tolist())
    assert table.count >= len(told)


def test_a_search_that_fails_is_an_error_in_its_row_only() -> None:
    broken = hit("G-DOLL", "product_description", similarity=None)  # type: ignore[arg-type]
    leaf = finds_leaf(Finds(any_of=("G-DOLL",)))
    sets = HitSets([(), (broken,)], np.arange(2))

    columns = {"product_description": encoded(["x", "x"])}
    table = Batch(readers([leaf]), Known({}, {}), columns, sets).table(leaf)

    found = [table.of.answers[kind] for kind in table.kinds(np.arange(2)).tolist()]
    assert [isinstance(answer, Exception) for answer in found] == [False, True]
