"""What is found besides never lowers a record, but by a named veto, and a gate by nothing."""

from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from screener.model.hit import Hit
from screener.pipeline import Screener
from screener.rules.outcome import Outcome
from screener.rules.row import Row
from screener.score.combine import combine

GATES = frozenset({"T3", "T4"})


class Found(NamedTuple):
    """The rows of all inline tests of the shipped pack, and everything found in them."""

    rows: tuple[Row, ...]
    hits: tuple[Hit, ...]


@pytest.fixture(scope="module", name="found")
def _found(screener: Screener) -> Found:
    rows = screener.examined([test.row for rule in screener.pack.rules for test in rule.tests])
    hits = {(one.field, one.entry, one.role): one for row in rows for one in row.hits}
    assert len(hits) > 300
    return Found(tuple(rows), tuple(one for one in hits.values() if isinstance(one, Hit)))


def _answers(screener: Screener, row: Row) -> dict[str, Outcome]:
    return {one.rule: one for one in screener.evaluator.evaluate(row, screener.today)}


@given(data=st.data())
def test_more_that_is_found_lowers_nothing_but_by_a_veto(
    data: st.DataObject, screener: Screener, found: Found
) -> None:
    row = found.rows[data.draw(st.integers(0, len(found.rows) - 1))]
    added = data.draw(st.lists(st.sampled_from(found.hits), min_size=1, max_size=3))
    new = [replace(one, id=f"added-{number}") for number, one in enumerate(added)]
    before = _answers(screener, row)
    after = _answers(screener, Row(row.values, (*row.hits, *new)))
    vetoed = {rule.id for rule in screener.pack.rules if rule.unless is not None}

    lowered = {
        name
        for name, outcome in before.items()
        if outcome.state == "hit"
        and (after[name].state != "hit" or after[name].points < outcome.points)
    }

    assert lowered <= vetoed
    floors = {rule.id: rule.raises_to for rule in screener.pack.rules}
    assert not any(floors[name] in GATES for name in lowered)
    if not lowered:
        policy = screener.pack.policy
        was, now = combine(before.values(), policy), combine(after.values(), policy)
        assert (now.points, now.tier) >= (was.points, was.tier)
        assert now.tier >= was.tier


def test_a_veto_is_seen_by_the_same_eyes(screener: Screener) -> None:
    """Else the test above could not fail: a word for machine work lowers a handworked doll."""
    line = {
        "product_description": "hand knitted doll",
        "supplier_city": "Dandong",
        "country_of_origin": "CN",
    }
    with_word = {**line, "notes": "circular knit"}
    plain, machine = screener.examined([line, with_word])
    word = tuple(one for one in machine.hits if one.field == "notes")
    assert word != ()

    before, after = (
        _answers(screener, plain),
        _answers(screener, Row(plain.values, (*plain.hits, *word))),
    )

    assert before["dprk.border-handwork"].state == "hit"
    assert after["dprk.border-handwork"].state == "miss"
