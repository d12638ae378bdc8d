"""Compiling: equal questions become one leaf, and whatever is unknown is refused."""

import pytest

from screener.errors import RuleError
from screener.rules.compile import Compiler, References
from screener.rules.conditions import Every, Named, One, Some
from screener.rules.leaves import Leaf
from screener.rules.schema import (
    All,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Finds,
    Fired,
    Use,
)
from screener.rules.schema import Test as ColumnTest
from tests.rules.small_pack import (
    CHINESE,
    CONDITIONS,
    DOLL,
    FIELDS,
    KINDS,
    PLACES,
    evaluator,
    named,
    rule,
)


def compiler(*conditions: Condition, **names: Condition) -> Compiler:
    """Return a compiler for some conditions, with named ones by name."""
    return Compiler(
        References(
            fields=FIELDS,
            places=PLACES,
            kinds=KINDS,
            conditions={name: named(name, condition) for name, condition in names.items()}
            or CONDITIONS,
        ),
        [*conditions, *names.values()],
    )


def leaf_of(condition: Condition) -> Leaf:
    """Return the leaf of a condition that is one."""
    node = compiler(condition).node(condition)
    assert isinstance(node, One)
    return node.leaf


def test_equal_leaves_are_one_wherever_they_are_written() -> None:
    found = compiler()

    first = found.node(All((DOLL, CHINESE)))
    second = found.node(AnyOf((CHINESE, DOLL)))

    assert isinstance(first, Every)
    assert isinstance(second, Some)
    assert first.parts == (second.parts[1], second.parts[0])
    assert len(found.leaves) == 2


def test_leaves_are_numbered_in_the_order_compiled() -> None:
    found = compiler()

    found.node(All((DOLL, CHINESE, DOLL, Fired("a.a"))))

    assert [leaf.number for leaf in found.leaves] == [0, 1, 2]


def test_a_pack_shares_its_leaves() -> None:
    shared = evaluator(rule("a.a", DOLL), rule("b.b", All((DOLL, CHINESE))), conditions={})

    assert len(shared.leaves) == 2


def test_a_named_condition_is_compiled_into_its_place() -> None:
    node = compiler().node(Use("machine-made"))

    assert isinstance(node, Named)
    assert node.meaning == "machine-made holds"


@pytest.mark.parametrize(
    ("condition", "columns", "reads"),
    [
        pytest.param(DOLL, ("product_description",), (), id="finds reads hits"),
        pytest.param(CHINESE, ("country_of_origin",), ("country_of_origin",), id="test"),
        pytest.param(
            ColumnTest("unit_price", "below", ("1 CNY per piece",)),
            ("unit_price",),
            ("unit_price", "currency", "uom"),
            id="money reads what completes it",
        ),
        pytest.param(
            Compare("unit_price", "is below", "0.5", "peer_median_price"),
            ("unit_price", "peer_median_price"),
            ("unit_price", "currency", "uom", "peer_median_price"),
            id="comparison",
        ),
        pytest.param(Fired("a.a"), (), (), id="fired"),
        pytest.param(
            ColumnTest("notes", "is_missing", ("true",)), ("notes",), ("notes",), id="missing"
        ),
        pytest.param(
            Finds(any_of=("P-DANDONG", "G-DOLL")),
            (
                "supplier_name",
                "supplier_city",
                "supplier_province",
                "material_origin",
                "product_description",
                "notes",
            ),
            (),
            id="all columns of both kinds, in record order",
        ),
    ],
)
def test_a_leaf_knows_its_columns(
    condition: Condition, columns: tuple[str, ...], reads: tuple[str, ...]
) -> None:
    leaf = leaf_of(condition)

    assert (leaf.columns, leaf.reads) == (columns, reads)


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        pytest.param(Use("no-such"), 'no named condition "no-such"', id="condition"),
        pytest.param(ColumnTest("contry", "is", ("CN",)), 'unknown field "contry"', id="column"),
        pytest.param(
            Compare("unit_price", "is below", "half", "peer_median_price"),
            '"half" is not a number',
            id="factor",
        ),
        pytest.param(
            Compare("unit_prise", "is below", "1", "peer_median_price"),
            'unknown field "unit_prise"',
            id="compared column",
        ),
        pytest.param(
            ColumnTest("supplier_city", "within", ("P-X",)), 'no watchlist entry "P-X"', id="place"
        ),
        pytest.param(
            AtLeast(1, (Finds(any_of=("G-X",)),)), 'no watchlist entry "G-X"', id="inside a part"
        ),
    ],
)
def test_what_is_unknown_is_refused(condition: Condition, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        compiler(condition).node(condition)


def test_named_conditions_in_a_circle_are_refused() -> None:
    circle = compiler(a=Use("b"), b=Use("a"))

    with pytest.raises(RuleError, match="in a circle: a > b > a"):
        circle.node(Use("a"))


def test_a_named_condition_may_be_used_twice() -> None:
    twice = All((Use("machine-made"), Use("machine-made")))

    node = compiler().node(twice)

    assert isinstance(node, Every)
    assert node.parts[0] == node.parts[1]
