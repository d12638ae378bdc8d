"""The plan: a batch is answered as every row of it is answered alone."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.model.hit import Hit
from screener.rules import plan as plan_module
from screener.rules.encoding import HitSets
from screener.rules.evaluate import Evaluator
from screener.rules.one_by_one import told
from screener.rules.outcome import Outcome
from screener.rules.plan import Plan
from screener.rules.row import Row
from screener.rules.schema import All, AnyOf, AtLeast, Compare, Condition, Finds, Fired
from screener.rules.schema import Test as ColumnTest
from tests.rules.small_pack import (
    CHEAP,
    CHINESE,
    DANDONG,
    DOLL,
    HANDWORK,
    LOW_FEE,
    MACHINE,
    NO_ORIGIN,
    NORTHEAST,
    TODAY,
    columns_of,
    evaluator,
    hit,
    hits_of,
    row,
    rule,
)

EVALUATOR = evaluator()
PLAN = Plan(EVALUATOR, few=0)

VALUES: dict[str, list[str]] = {
    "ship_date": ["2025-07-01", "2026-01-01", "soon"],
    "supplier_name": ["Dalian Chenxi Knit", "Yiwu Toys"],
    "supplier_city": ["Dandong", "Yiwu"],
    "supplier_province": ["Liaoning"],
    "manufacturer_name": ["Somebody"],
    "country_of_origin": ["CN", "China", "VN", "KP", "tba", "CN, VN"],
    "country_of_export": ["CN", "VN"],
    "material_origin": ["India"],
    "product_description": ["hand knitted doll", "mask", "machine knit"],
    "hs_code": ["9503.00", "6307.90", "95", "toys"],
    "unit_price": ["0.30", "0.30 CNY per piece", "5 USD per piece", "cheap"],
    "currency": ["CNY", "USD"],
    "uom": ["PCS", "KG"],
    "stated_processing_fee": ["0.80 CNY per piece", "1 CNY per piece", "0.5", "x"],
    "notes": ["none", "our own clipping", "yarn supplied"],
    "peer_price_rank": ["4", "5", "8", "low"],
    "peer_median_price": ["0.90 CNY per piece", "0.61", "11 USD per piece"],
    "hs_chapter": ["95", "63"],
    "manufacturer_id_country": ["KP", "CN"],
}

hits = st.builds(
    hit,
    st.sampled_from(["G-DOLL", "G-MASK", "S-HANDWORK", "S-MACHINE", "P-DANDONG", "P-SINUIJU", "E-8CORPS"]),
    st.sampled_from(["product_description", "notes", "supplier_city", "supplier_name"]),
    st.sampled_from([None, "party", "mention", "site"]),
    similarity=st.sampled_from([1.0, 0.91]),
    name=st.text("abcdef", min_size=6, max_size=6),
)  # fmt: skip
rows = st.builds(
    Row,
    st.fixed_dictionaries({}, optional={name: st.sampled_from(each) for name, each in VALUES.items()}),
    st.lists(hits, max_size=4, unique_by=lambda each: each.id).map(tuple),
)  # fmt: skip

LEAVES: tuple[Condition, ...] = (
    DOLL,
    HANDWORK,
    DANDONG,
    NORTHEAST,
    CHINESE,
    NO_ORIGIN,
    MACHINE,
    LOW_FEE,
    CHEAP,
    Finds(any_of=("E-8CORPS",), roles=("mention",)),
    Finds(within=("P-KP",), columns=("supplier_city", "notes")),
    Compare("unit_price", "is below", "0.5", "peer_median_price"),
    Compare("country_of_origin", "differs from", "1", "country_of_export"),
    ColumnTest("unit_price", "below", ("1 CNY per piece",)),
    ColumnTest("hs_code", "not_under", ("6307",)),
    ColumnTest("notes", "says_none", ("yarn",)),
    ColumnTest("notes", "is_missing", ("false",)),
    ColumnTest("ship_date", "on_or_after", ("2025-07-01",)),
    ColumnTest("supplier_name", "on_list", ("E-8CORPS",), (("needs_same_place", "true"),)),
)
conditions = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AtLeast(2, tuple(parts))),
    ),
    max_leaves=5,
)


def in_bulk(plan: Plan, batch: list[Row]) -> list[tuple[Outcome, ...]]:
    """Return the outcomes of each row of a batch, misses left out."""
    evaluated = plan.evaluate(columns_of(batch), hits_of(batch), TODAY)
    return [evaluated.outcomes[number] for number in evaluated.signatures.tolist()]


def one_by_one(asked: Evaluator, batch: list[Row]) -> list[tuple[Outcome, ...]]:
    """Return the outcomes of each row judged alone, misses left out."""
    return [told(asked.evaluate(each, TODAY)) for each in batch]


@settings(max_examples=40)
@given(st.lists(rows, min_size=1, max_size=12))
def test_the_small_pack_answers_a_batch_as_it_answers_every_row(batch: list[Row]) -> None:
    assert in_bulk(PLAN, batch) == one_by_one(EVALUATOR, batch)


@settings(max_examples=60)
@given(st.lists(conditions, min_size=1, max_size=4), st.lists(rows, min_size=1, max_size=10))
def test_any_pack_answers_a_batch_as_it_answers_every_row(
    whens: list[Condition], batch: list[Row]
) -> None:
    rules = [rule(f"r.{number}", when, unless=MACHINE) for number, when in enumerate(whens)]
    rules.append(rule("s.asks", AnyOf((Fired("r.0"), DOLL))))
    asked = evaluator(*rules)

    answers = one_by_one(asked, batch)
    assert in_bulk(Plan(asked, few=0), batch) == answers
    remembering = Plan(asked)
    for each, alone in zip([*batch, *batch], [*answers, *answers], strict=True):
        assert in_bulk(remembering, [each]) == [alone]


@settings(max_examples=20)
@given(st.lists(rows, min_size=1, max_size=6), st.lists(rows, min_size=1, max_size=6))
def test_what_is_remembered_of_a_batch_changes_nothing_in_the_next(
    first: list[Row], second: list[Row]
) -> None:
    plan = Plan(EVALUATOR, few=0)
    in_bulk(plan, first)

    assert in_bulk(plan, second) == one_by_one(EVALUATOR, second)


def test_more_values_than_are_kept_are_forgotten_and_judged_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(plan_module, "MOST_VALUES", 3)
    plan = Plan(EVALUATOR, few=0)
    batch = [
        row(
            hit("G-DOLL", "product_description"), product_description=f"hand knitted doll {number}",
            country_of_origin="CN", peer_price_rank=str(number),
        )
        for number in range(12)
    ]  # fmt: skip

    for _ in range(3):
        assert in_bulk(plan, batch) == one_by_one(EVALUATOR, batch)


def test_a_few_rows_are_judged_alone_with_the_same_answers() -> None:
    batch = [
        row(hit("G-DOLL", "product_description"), product_description="hand knitted doll"),
        row(country_of_origin="KP"),
    ]

    assert in_bulk(Plan(EVALUATOR), batch) == in_bulk(PLAN, batch)


def test_rows_that_no_leaf_can_tell_apart_are_judged_once() -> None:
    plan = Plan(EVALUATOR)
    batch = [row(notes=f"note {number}", country_of_origin="CN") for number in range(2)]

    first, second = (plan.evaluate(columns_of([one]), hits_of([one]), TODAY) for one in batch)

    assert first.keys == second.keys
    assert first.outcomes[0] is second.outcomes[0]


def test_rows_with_the_same_answers_are_gathered_once() -> None:
    batch = [row(notes=f"note {number}", country_of_origin="CN") for number in range(50)]

    evaluated = PLAN.evaluate(columns_of(batch), hits_of(batch), TODAY)

    assert (len(evaluated.outcomes), evaluated.first.tolist()) == (1, [0])


def test_signatures_are_numbered_by_their_first_rows() -> None:
    whens = (
        ColumnTest("country_of_origin", "is", ("CN",)),
        ColumnTest("country_of_origin", "is", ("KP",)),
    )
    plan = Plan(evaluator(*(rule(f"r.{at}", when) for at, when in enumerate(whens))), few=0)
    batch = [row(country_of_origin=code) for code in ("VN", "CN", "KH", "China", "KP")]

    evaluated = plan.evaluate(columns_of(batch), hits_of(batch), TODAY)

    assert evaluated.first.tolist() == [0, 1, 4]
    assert evaluated.signatures.tolist() == [0, 1, 0, 1, 2]


def test_rows_with_other_ids_of_hits_keep_their_own() -> None:
    batch = [
        row(hit("G-DOLL", "product_description", name="h1"), product_description="a doll"),
        row(hit("G-DOLL", "product_description", name="h7"), product_description="the doll"),
    ]

    found = in_bulk(PLAN, batch)

    used = [next(each for each in one if each.rule == "product.doll") for one in found]
    assert [each.hits for each in used] == [("h1",), ("h7",)]
    assert [each.proof.hits for each in used if each.proof] == [("h1",), ("h7",)]


def alike(batch: list[Row]) -> list[int]:
    """Return which rows of a batch are the same to every leaf of the small pack."""
    evaluated = PLAN.evaluate(columns_of(batch), hits_of(batch), TODAY)
    found: list[int] = evaluated.alike(np.arange(len(batch), dtype=np.int64)).tolist()
    return found


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(hit("G-MASK", "product_description"), id="entry"),
        pytest.param(hit("G-DOLL", "notes"), id="column"),
        pytest.param(hit("G-DOLL", "product_description", "mention"), id="role"),
        pytest.param(hit("G-DOLL", "product_description", similarity=0.9), id="likeness"),
        pytest.param(hit("G-DOLL", "product_description", name="h9"), id="its id"),
    ],
)
def test_rows_with_other_hits_are_not_alike(other: Hit) -> None:
    first = row(hit("G-DOLL", "product_description"), product_description="x", notes="x")
    second = row(other, product_description="x", notes="x")

    assert alike([first, second, first]) == [0, 1, 0]


@pytest.mark.parametrize(
    ("column", "values", "classes"),
    [
        pytest.param("country_of_origin", ["CN", "China", "VN", None], [0, 0, 1, 2], id="country"),
        pytest.param(
            "peer_price_rank", ["4", "5", "5.0", "6", "low"], [0, 0, 0, 1, 2], id="number"
        ),
        pytest.param("supplier_city", ["Yiwu", "Dandong"], [0, 0], id="only whether it is filled"),
        pytest.param("hs_code", ["6307.90", "95", "toys", "6307"], [0, 1, 2, 0], id="codes"),
        pytest.param(
            "notes", ["one", "our own clipping", "another", None], [0, 1, 0, 2], id="text"
        ),
        pytest.param("manufacturer_id", ["A", "B", None], [0, 0, 0], id="a column no rule reads"),
    ],
)
def test_values_with_the_same_answers_are_alike(
    column: str, values: list[str | None], classes: list[int]
) -> None:
    filled = [{} if value is None else {column: value} for value in values]

    assert alike([row(**each) for each in filled]) == classes


MONEY = ("stated_processing_fee", "currency", "uom")


@pytest.mark.parametrize(
    ("values", "classes"),
    [
        pytest.param(
            [("0.8 CNY per piece", None, None), ("0.8", "CNY", "PCS"), ("0.8", "USD", "PCS")],
            [0, 0, 1],
            id="an amount and the record's currency",
        ),
        pytest.param(
            [("0.8", None, "PCS"), ("0.8", "CNY", None), ("0.8", None, None)],
            [0, 1, 2],
            id="what would settle it tells them apart",
        ),
    ],
)
def test_columns_are_read_together(
    values: list[tuple[str | None, ...]], classes: list[int]
) -> None:
    named = [dict(zip(MONEY, each, strict=True)) for each in values]
    batch = [row(**{name: one for name, one in each.items() if one}) for each in named]

    assert alike(batch) == classes


def test_a_batch_of_no_rows_has_no_outcomes() -> None:
    evaluated = PLAN.evaluate({}, HitSets([], np.array([], dtype=np.int64)), TODAY)

    assert (evaluated.outcomes, evaluated.signatures.tolist()) == ((), [])


def test_an_error_spoils_its_own_rows_only() -> None:
    broken = row(hit("G-DOLL", "product_description", similarity=None), product_description="x")  # type: ignore[arg-type]
    fine = row(hit("G-DOLL", "product_description"), product_description="x")

    found = in_bulk(PLAN, [broken, fine])

    assert [{one.rule: one.state for one in each}["product.doll"] for each in found] == [
        "error",
        "hit",
    ]
