"""Tests of screener.rules.checker_branches: the ways in which a condition can be true."""

import pytest

from screener.rules.checker_branches import bound, branches, signals
from screener.rules.known import Known, entries_of, lists_of, place_names_of
from screener.rules.schema import (
    All,
    AnyOf,
    At,
    AtLeast,
    Compare,
    Condition,
    Finds,
    Fired,
    NamedCondition,
    Use,
)
from screener.rules.schema import Test as ColumnTest
from tests.rules.checked_world import EDITION, FIELDS, REGISTER

ENTRIES = entries_of((EDITION,))
KNOWN = Known(
    fields=FIELDS,
    entries=ENTRIES,
    lists=lists_of((EDITION,)),
    evidence=REGISTER,
    kinds={},
    policy=None,
    conditions=frozenset({"named"}),
    rules={},
    place_names=place_names_of(ENTRIES),
)
GOODS = Finds(any_of=("G-DOLL",))
PLACE = Finds(any_of=("P-DANDONG",))
DPRK = Finds(within=("P-KP",))
PARTY = Finds(any_of=("E-GPB",), columns=("notes",))
TERM = Finds(any_of=("S-PROC",))
CHINA = ColumnTest("country_of_origin", "is", ("CN",))
BLANK = ColumnTest("country_of_origin", "is_missing", ("true",))
FILLED = ColumnTest("country_of_origin", "is_missing", ("false",))


def named(condition: Condition) -> dict[str, NamedCondition]:
    return {
        "named": NamedCondition(
            name="named",
            version=1,
            meaning="Named",
            condition=condition,
            tests=(),
            at=At("a", 1, 1),
        )
    }


@pytest.mark.parametrize(
    ("condition", "ways"),
    [
        (GOODS, ((GOODS,),)),
        (All((GOODS, PLACE)), ((GOODS, PLACE),)),
        (AnyOf((GOODS, PLACE)), ((GOODS,), (PLACE,))),
        (All((GOODS, AnyOf((PLACE, TERM)))), ((GOODS, PLACE), (GOODS, TERM))),
        (AtLeast(2, (GOODS, PLACE, TERM)), ((GOODS, PLACE), (GOODS, TERM), (PLACE, TERM))),
        (All((GOODS, Use("named"))), ((GOODS, CHINA), (GOODS, BLANK))),
        (Use("unknown"), ((),)),
    ],
)
def test_ways_of_being_true_are_enumerated(
    condition: Condition, ways: tuple[tuple[Condition, ...], ...]
) -> None:
    assert branches(condition, named(AnyOf((CHINA, BLANK)))) == ways


def test_condition_that_uses_itself_ends() -> None:
    assert branches(Use("named"), named(All((GOODS, Use("named"))))) == ((GOODS,),)


def test_too_many_ways_are_not_enumerated() -> None:
    wide = AnyOf((GOODS, PLACE, TERM, PARTY))

    assert branches(All((wide,) * 9), {}) is None


@pytest.mark.parametrize(
    ("leaf", "names"),
    [
        (GOODS, {"entry", "product"}),
        (PLACE, {"entry", "place"}),
        (DPRK, {"entry", "place"}),
        (TERM, {"entry", "entity"}),
        (PARTY, {"entry", "entity", "matched_name", "notes"}),
        (Finds(any_of=("G-DOLL", "P-KP")), {"entry"}),
        (CHINA, {"country_of_origin"}),
        (BLANK, set()),
        (FILLED, {"country_of_origin"}),
        (ColumnTest("notes", "says_none", ("x",)), set()),
        (ColumnTest("notes", "says_any", ("x",)), {"notes"}),
        (
            ColumnTest("supplier_name", "on_list", ("L-CBP-H317249",)),
            {"supplier_name", "entity", "entry", "matched_name"},
        ),
        (ColumnTest("supplier_city", "within", ("P-KP",)), {"supplier_city", "place", "entry"}),
        (
            Compare("unit_price", "is below", "0.5", "peer_median_price"),
            {"unit_price", "peer_median_price"},
        ),
        (Fired("a.b"), set()),
    ],
)
def test_leaf_binds_what_it_shows(leaf: Condition, names: set[str]) -> None:
    assert bound((leaf,), KNOWN) == names


@pytest.mark.parametrize(
    ("leaf", "found"),
    [
        (GOODS, {"goods"}),
        (PLACE, {"place"}),
        (DPRK, {"dprk"}),
        (TERM, {"term"}),
        (PARTY, {"party"}),
        (CHINA, set()),
        (BLANK, set()),
        (ColumnTest("country_of_origin", "is", ("KP",)), {"dprk"}),
        (ColumnTest("country_of_origin", "not_in", ("KP",)), set()),
        (ColumnTest("hs_code", "under", ("95",)), {"goods"}),
        (ColumnTest("ship_date", "before", ("2026-01-01",)), set()),
        (ColumnTest("fee_stated", "below", ("1 CNY per piece",)), {"money"}),
        (ColumnTest("supplier_city", "within", ("P-SINUIJU",)), {"dprk"}),
        (ColumnTest("supplier_city", "within", ("P-DANDONG",)), {"place"}),
        (
            Compare("country_of_origin", "differs from", "1", "country_of_export"),
            {"compared country"},
        ),
        (Fired("a.b"), {"other rule"}),
    ],
)
def test_leaf_is_evidence_of_one_kind(leaf: Condition, found: set[str]) -> None:
    assert signals((leaf,), KNOWN) == found
