"""What an outcome means to other rules and to the score."""

import pytest

from screener.rules.leaves import NOT_FIRED, Firing
from screener.rules.outcome import Outcome, State, firing
from screener.rules.schema import Truth


def outcome(state: State, *, shadow: bool = False) -> Outcome:
    """Return an outcome."""
    return Outcome(
        rule="a.rule", state=state, group="goods", shadow=shadow, settles_with=("supplier_city",)
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(outcome("hit"), Firing(Truth.TRUE, grounded=True), id="hit"),
        pytest.param(outcome("miss"), NOT_FIRED, id="miss"),
        pytest.param(outcome("excepted"), NOT_FIRED, id="excepted"),
        pytest.param(outcome("muted"), NOT_FIRED, id="muted"),
        pytest.param(
            outcome("unknown"), Firing(Truth.UNKNOWN, settles=("supplier_city",)), id="unknown"
        ),
        pytest.param(
            outcome("error"), Firing(Truth.UNKNOWN, settles=("supplier_city",)), id="error"
        ),
        pytest.param(outcome("hit", shadow=True), NOT_FIRED, id="a shadow rule never fires"),
        pytest.param(outcome("unknown", shadow=True), NOT_FIRED, id="nor is it open to others"),
    ],
)
def test_only_a_hit_that_counts_fires(given: Outcome, expected: Firing) -> None:
    assert firing(given, grounded=True) == expected


def test_a_hit_on_empty_columns_alone_grounds_nobody() -> None:
    assert firing(outcome("hit"), grounded=False) == Firing(Truth.TRUE)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param(outcome("hit"), True, id="hit"),
        pytest.param(outcome("hit", shadow=True), False, id="shadow hit"),
        pytest.param(outcome("excepted"), False, id="excepted"),
        pytest.param(outcome("unknown"), False, id="unknown"),
    ],
)
def test_fired_is_a_hit_that_counts(given: Outcome, *, expected: bool) -> None:
    assert given.fired is expected


def test_an_outcome_starts_with_nothing() -> None:
    plain = Outcome(rule="a.rule", state="miss", group="goods")

    assert (plain.points, plain.claims, plain.hits, plain.open, plain.proof) == (
        0,
        (),
        (),
        False,
        None,
    )
