"""Tests of screener.rules.world and screener.rules.known."""

import pytest

from screener.content.diagnostics import Diagnostics
from screener.content.nodes import MapNode, compose
from screener.model.listing import Kind
from screener.rules.known import Known, entries_of, is_dprk_place, place_names_of
from screener.rules.schema import All, AnyOf, At, Condition, Finds, NamedCondition, Use
from screener.rules.schema import Test as ColumnTest
from screener.rules.world import World, entries_found, leaves_of, place_of, places_inside
from tests.rules.checked_world import EDITION, ENTRIES, FIELDS, REGISTER, entry

BY_ID = entries_of((EDITION,))
KNOWN = Known(
    fields=FIELDS,
    entries=BY_ID,
    lists={"L-ALL": ("E-8CORPS", "E-SINTEX")},
    evidence=REGISTER,
    kinds={},
    policy=None,
    conditions=frozenset(),
    rules={},
    place_names=place_names_of(BY_ID),
)
GOODS = Finds(any_of=("G-DOLL",))
PLACE = Finds(within=("P-KP",))
WORLD = World(
    KNOWN,
    {
        "border": NamedCondition(
            name="border", version=1, meaning="m", condition=PLACE, tests=(), at=At("a", 1, 1)
        ),
        "circle": NamedCondition(
            name="circle",
            version=1,
            meaning="m",
            condition=All((Use("circle"), GOODS)),
            tests=(),
            at=At("a", 1, 1),
        ),
    },
    Diagnostics(),
)


@pytest.mark.parametrize(
    ("condition", "leaves"),
    [
        (GOODS, [GOODS]),
        (AnyOf((GOODS, All((PLACE, GOODS)))), [GOODS, PLACE, GOODS]),
        (All((GOODS, Use("border"))), [GOODS, PLACE]),
        (Use("circle"), [GOODS]),
        (Use("unknown"), []),
    ],
)
def test_leaves_come_in_the_order_written(condition: Condition, leaves: list[Condition]) -> None:
    assert list(leaves_of(condition, WORLD.named)) == leaves


@pytest.mark.parametrize(
    ("condition", "entries"),
    [
        (GOODS, ["G-DOLL"]),
        (PLACE, ["P-KP", "P-NPYONGAN", "P-SINUIJU"]),
        (All((GOODS, Use("border"))), ["G-DOLL", "P-KP", "P-NPYONGAN", "P-SINUIJU"]),
        (
            ColumnTest("supplier_name", "on_list", ("L-ALL", "E-GPB")),
            ["E-8CORPS", "E-SINTEX", "E-GPB"],
        ),
        (ColumnTest("supplier_city", "within", ("P-NPYONGAN",)), ["P-NPYONGAN", "P-SINUIJU"]),
        (ColumnTest("country_of_origin", "is", ("KP",)), []),
    ],
)
def test_every_entry_a_condition_can_bring_in_is_found(
    condition: Condition, entries: list[str]
) -> None:
    assert [found.id for found in entries_found(condition, WORLD)] == entries


def test_places_that_lie_in_each_other_end() -> None:
    ring = {
        "P-A": entry("P-A", Kind.PLACE, within="P-B"),
        "P-B": entry("P-B", Kind.PLACE, within="P-A"),
    }

    found = places_inside(("P-A",), KNOWN._replace(entries=ring))

    assert [place.id for place in found] == ["P-A", "P-B"]


def test_lists_and_entries_are_named_alike() -> None:
    assert [found.id for found in KNOWN.named("L-ALL")] == ["E-8CORPS", "E-SINTEX"]
    assert [found.id for found in KNOWN.named("E-GPB")] == ["E-GPB"]
    assert KNOWN.named("L-NONE") == ()


def test_places_in_the_dprk_are_told_from_others() -> None:
    assert [one.id for one in ENTRIES if is_dprk_place(one)] == ["P-KP", "P-NPYONGAN", "P-SINUIJU"]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("b", 1, "c"), (2, 15)),
        (("b", 1, "d"), (2, 11)),
        (("b", 9), (2, 4)),
        (("x",), (1, 1)),
        (("a", "deeper"), (1, 4)),
    ],
)
def test_place_is_that_of_the_part_or_of_what_is_around_it(
    path: tuple[str | int, ...], place: tuple[int, int]
) -> None:
    node = compose("a: 1\nb: [zero, {c: d}]", "a.yaml", Diagnostics())
    assert isinstance(node, MapNode)

    mark = place_of(node, *path)

    assert (mark.line, mark.column) == place
