"""Leaves are asked once, and an error of one stays with those who ask it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import pytest

from screener.rules.leaves import (
    FALSE,
    GROUNDED,
    UNKNOWN,
    Facts,
    FiredLeaf,
    Firing,
    Judgement,
)
from screener.rules.row import Row
from screener.rules.schema import Truth
from tests.rules.small_pack import hit, row

EMPTY = Row({})


class Counting(NamedTuple):
    """A leaf that notes each time it is asked."""

    asked: list[int]
    judgement: Judgement
    number: int = 7
    label: str = "counts"
    columns: tuple[str, ...] = ("notes",)
    reads: tuple[str, ...] = ("notes",)

    def judge(self, facts: Facts) -> Judgement:
        """Note it, and return the answer given."""
        self.asked.append(len(facts.row.values))
        return self.judgement


class Broken(NamedTuple):
    """A leaf that cannot be asked."""

    number: int = 8
    label: str = "broken"
    columns: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()

    def judge(self, facts: Facts) -> Judgement:
        """Fail."""
        raise ZeroDivisionError(facts.row)


def test_a_leaf_is_asked_once_a_row() -> None:
    leaf = Counting([], GROUNDED)
    facts = Facts(EMPTY)

    answers = (facts.answer(leaf), facts.answer(leaf), facts.proof(leaf).truth)

    assert (answers, leaf.asked) == ((GROUNDED, GROUNDED, Truth.TRUE), [0])


def test_a_removed_leaf_is_false_and_not_asked() -> None:
    leaf = Counting([], GROUNDED)

    answer = Facts(EMPTY, frozenset({7})).answer(leaf)

    assert (answer, leaf.asked) == (FALSE, [])


def test_an_error_is_raised_to_everyone_who_asks() -> None:
    facts = Facts(EMPTY)

    with pytest.raises(ZeroDivisionError):
        facts.answer(Broken())
    with pytest.raises(ZeroDivisionError):
        facts.answer(Broken())


def test_a_leaf_that_failed_proves_nothing_and_names_its_error() -> None:
    proof = Facts(EMPTY).proof(Broken())

    assert (proof.truth, proof.error) == (Truth.UNKNOWN, "ZeroDivisionError")


def test_a_proof_shows_what_the_leaf_asked_and_found() -> None:
    found = Judgement(Truth.TRUE, hits=("h1",), grounded=True)

    proof = Facts(EMPTY).proof(Counting([], found))

    assert (proof.label, proof.leaf, proof.columns) == ("counts", 7, ("notes",))
    assert (proof.hits, proof.grounded, proof.error) == (("h1",), True, None)


def test_a_column_is_read_by_its_type_once() -> None:
    readings: list[str] = []

    def read(values: Mapping[str, str]) -> object:
        readings.append(values["notes"])
        return len(values["notes"])

    facts = Facts(Row({"notes": "abc"}))
    reader: Callable[[Mapping[str, str]], object] = read

    assert (facts.typed("notes", reader), facts.typed("notes", reader)) == (3, 3)
    assert readings == ["abc"]


def test_the_entries_of_a_row_are_known_at_once() -> None:
    facts = Facts(row(hit("G-DOLL", "notes"), hit("G-DOLL", "product_description")))

    assert facts.entries == {"G-DOLL"}


@pytest.mark.parametrize(
    ("firing", "expected"),
    [
        pytest.param(None, FALSE, id="a rule that was not asked has not fired"),
        pytest.param(
            Firing(Truth.TRUE, grounded=True), GROUNDED, id="a rule that fired on filled columns"
        ),
        pytest.param(Firing(Truth.UNKNOWN), UNKNOWN, id="a rule that is open"),
        pytest.param(
            Firing(Truth.UNKNOWN, settles=("supplier_city",)),
            Judgement(Truth.UNKNOWN, settles=("supplier_city",)),
            id="what would settle the other rule settles this one",
        ),
    ],
)
def test_a_rule_asks_what_another_rules_outcome_means(
    firing: Firing | None, expected: Judgement
) -> None:
    facts = Facts(EMPTY)
    facts.fired |= {} if firing is None else {"product.doll": firing}

    assert facts.answer(FiredLeaf(1, "rule product.doll fired", "product.doll")) == expected
