"""The plan: evaluating classes gives what evaluating every row gives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.model.hit import Hit
from screener.rules.encoding import Encoded, encoded, hit_sets
from screener.rules.outcome import Outcome
from screener.rules.plan import Plan, outcomes_at
from screener.rules.row import Row
from screener.rules.schema import All, AnyOf, AtLeast, Compare, Condition, Finds
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
    evaluator,
    hit,
    row,
    rule,
)

EVALUATOR = evaluator()
PLAN = Plan(EVALUATOR)

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


def columns_of(batch: list[Row]) -> dict[str, Encoded]:
    """Return a batch of rows as columns, those without any value left out."""
    names = sorted({name for each in batch for name in each.values})
    return {name: encoded([each.values.get(name) for each in batch]) for name in names}


def through_classes(plan: Plan, batch: list[Row]) -> list[tuple[Outcome, ...]]:
    """Return the outcomes of each row, evaluated once a signature."""
    found = hit_sets([tuple(each.hits) for each in batch])
    evaluated = plan.evaluate(columns_of(batch), found, TODAY)
    return [outcomes_at(evaluated, found, number) for number in range(len(batch))]


@settings(max_examples=40, deadline=None)
@given(st.lists(rows, min_size=1, max_size=12))
def test_classes_of_the_small_pack_give_what_every_row_gives(batch: list[Row]) -> None:
    assert through_classes(PLAN, batch) == [EVALUATOR.evaluate(each, TODAY) for each in batch]


@settings(max_examples=30, deadline=None)
@given(st.lists(conditions, min_size=1, max_size=4), st.lists(rows, min_size=1, max_size=10))
def test_classes_of_any_pack_give_what_every_row_gives(
    whens: list[Condition], batch: list[Row]
) -> None:
    rules = [rule(f"r.{number}", when, unless=MACHINE) for number, when in enumerate(whens)]
    asked = evaluator(*rules)

    assert through_classes(Plan(asked), batch) == [asked.evaluate(each, TODAY) for each in batch]


def test_rows_alike_to_every_rule_are_evaluated_once() -> None:
    batch = [row(notes=f"note {number}", country_of_origin="CN") for number in range(50)]

    evaluated = PLAN.evaluate(columns_of(batch), hit_sets([()] * 50), TODAY)

    assert (len(evaluated.outcomes), evaluated.first.tolist()) == (1, [0])


def test_signatures_are_numbered_by_their_first_rows() -> None:
    batch = [row(country_of_origin=code) for code in ("VN", "CN", "KH", "China", "KP")]

    first, signatures = PLAN.signatures(columns_of(batch), hit_sets([()] * 5))

    assert first.tolist() == [0, 1, 4]
    assert signatures.tolist() == [0, 1, 0, 1, 2]


def test_rows_of_one_signature_keep_their_own_hits() -> None:
    batch = [
        row(hit("G-DOLL", "product_description", name="h1"), product_description="a doll"),
        row(hit("G-DOLL", "product_description", name="h7"), product_description="the doll"),
    ]

    first, second = through_classes(PLAN, batch)

    used = [
        next(each for each in outcomes if each.rule == "product.doll")
        for outcomes in (first, second)
    ]
    assert [each.hits for each in used] == [("h1",), ("h7",)]
    assert [each.proof.hits for each in used if each.proof] == [("h1",), ("h7",)]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(hit("G-MASK", "product_description"), id="entry"),
        pytest.param(hit("G-DOLL", "notes"), id="column"),
        pytest.param(hit("G-DOLL", "product_description", "mention"), id="role"),
        pytest.param(hit("G-DOLL", "product_description", similarity=0.9), id="likeness"),
    ],
)
def test_rows_with_other_hits_have_other_signatures(other: Hit) -> None:
    first = row(hit("G-DOLL", "product_description"), product_description="x", notes="x")
    second = row(other, product_description="x", notes="x")

    _, signatures = PLAN.signatures(
        columns_of([first, second]), hit_sets([tuple(first.hits), tuple(second.hits)])
    )

    assert signatures.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("column", "values", "classes"),
    [
        pytest.param("country_of_origin", ["CN", "China", "VN", None], [1, 1, 2, 0], id="country"),
        pytest.param(
            "stated_processing_fee",
            ["x", "y", "", None],
            [1, 1, 0, 0],
            id="money needs more columns",
        ),
        pytest.param(
            "peer_price_rank", ["4", "5", "5.0", "6", "low"], [1, 1, 1, 2, 3], id="number"
        ),
        pytest.param("supplier_city", ["Yiwu", "Dandong"], [1, 1], id="only whether it is filled"),
        pytest.param("hs_code", ["6307.90", "95", "toys", "6307"], [1, 2, 3, 1], id="codes"),
        pytest.param("notes", [], [], id="no values"),
    ],
)
def test_values_with_the_same_answers_form_a_class(
    column: str, values: list[str | None], classes: list[int]
) -> None:
    assert PLAN.classes(column, values).tolist() == classes


MONEY = ("stated_processing_fee", "currency", "uom")


@pytest.mark.parametrize(
    ("values", "classes"),
    [
        pytest.param(
            [("0.8 CNY per piece", None, None), ("0.8", "CNY", "PCS"), ("0.8", "USD", "PCS")],
            [1, 1, 2],
            id="an amount and the record's currency",
        ),
        pytest.param(
            [("0.8", None, "PCS"), ("0.8", "CNY", None), ("0.8", None, None)],
            [1, 2, 3],
            id="what would settle it tells them apart",
        ),
        pytest.param([(None, None, None), (None, "CNY", "PCS")], [0, 1], id="nothing is class 0"),
    ],
)
def test_columns_read_together_form_joint_classes(
    values: list[tuple[str | None, ...]], classes: list[int]
) -> None:
    assert PLAN.joint_classes(MONEY, values).tolist() == classes


def test_a_plan_knows_the_columns_its_pack_reads() -> None:
    plan = Plan(evaluator(rule("a.a", All((CHINESE, DOLL))), conditions={}))

    assert (plan.columns, plan.joint) == (("country_of_origin", "product_description"), ())


def test_a_plan_knows_the_columns_its_pack_reads_together() -> None:
    assert PLAN.joint == (
        ("country_of_origin", "country_of_export"),
        MONEY,
        ("unit_price", "currency", "uom", "peer_median_price"),
    )


def test_a_column_the_pack_does_not_read_tells_no_rows_apart() -> None:
    batch = [row(manufacturer_id="A"), row(manufacturer_id="B"), row()]

    _, signatures = PLAN.signatures(columns_of(batch), hit_sets([()] * 3))

    assert signatures.tolist() == [0, 0, 0]


def test_a_batch_of_no_rows_has_no_outcomes() -> None:
    evaluated = PLAN.evaluate({}, hit_sets([]), TODAY)

    assert (evaluated.outcomes, evaluated.signatures.tolist()) == ((), [])


def test_values_that_raise_form_a_class_of_their_own() -> None:
    broken = row(hit("G-DOLL", "product_description", similarity=None), product_description="x")  # type: ignore[arg-type]
    fine = row(hit("G-DOLL", "product_description"), product_description="x")

    found = through_classes(PLAN, [broken, fine])

    assert [outcomes[2].state for outcomes in found] == ["error", "hit"]
