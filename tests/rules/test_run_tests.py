"""Inline tests of rules and named conditions, run and told as data."""

import pytest
from msgspec.structs import replace

from screener.model.hit import Hit, Role
from screener.rules.evaluate import Evaluator
from screener.rules.row import Row
from screener.rules.run_tests import ExampleResult, run_tests
from screener.rules.schema import Example, Exemption, Extra, Rule
from screener.rules.schema import Test as ColumnTest
from tests.rules.small_pack import (
    BORDER,
    CHEAP,
    CHINESE,
    DOLL,
    MACHINE,
    TODAY,
    evaluator,
    example,
    hit,
    named,
    rule,
)

WORDS: dict[str, tuple[str, Role | None]] = {
    "doll": ("G-DOLL", None),
    "hand": ("S-HANDWORK", None),
    "machine": ("S-MACHINE", None),
    "Dandong": ("P-DANDONG", "party"),
}

SHIPPED_SINCE = ColumnTest("ship_date", "on_or_after", ("2025-07-01",))


def examine(values: dict[str, str]) -> Row:
    """Return a row with a hit for every known word in it: a matcher in four lines."""
    filled = {column: text for column, text in values.items() if text}
    hits: list[Hit] = [
        hit(entry, column, role)
        for column, text in filled.items()
        for word, (entry, role) in WORDS.items()
        if word in text
    ]
    return Row(filled, tuple(hits))


def ran(asked: Evaluator, *subjects: str) -> list[ExampleResult]:
    """Return the results of inline tests."""
    return list(run_tests(asked, lambda rows: [examine(row) for row in rows], TODAY, subjects))


def one(tested: Rule, test: Example) -> ExampleResult:
    """Return the result of one inline test of a rule."""
    (found,) = ran(evaluator(replace(tested, tests=(test,)), conditions={}), tested.id)
    return found


def test_every_test_of_the_pack_is_run_rules_first() -> None:
    with_tests = named("cn", CHINESE, example("Chinese", {"country_of_origin": "CN"}, "true"))
    pack = evaluator(
        replace(BORDER, unless=None), rule("a.a", DOLL), conditions={"cn": with_tests,
        "origin-cn-or-blank": named("origin-cn-or-blank", CHINESE)}
    )  # fmt: skip

    found = ran(pack)

    assert [(each.subject, each.test) for each in found] == [
        *((BORDER.id, test.name) for test in BORDER.tests),
        ("cn", "Chinese"),
    ]


def test_the_tests_of_the_border_rule_pass() -> None:
    assert [(each.passed, each.got) for each in ran(evaluator(), BORDER.id)] == [
        (True, "hit with 35 points"),
        (True, "unknown"),
        (True, "miss"),
    ]


@pytest.mark.parametrize(
    ("expect", "points", "passed", "expected", "got"),
    [
        pytest.param("hit", None, True, "hit", "hit", id="right"),
        pytest.param("miss", None, False, "miss", "hit", id="wrong outcome"),
        pytest.param("hit", 20, True, "hit with 20 points", "hit with 20 points", id="points"),
        pytest.param(
            "hit", 25, False, "hit with 25 points", "hit with 20 points", id="wrong points"
        ),
    ],
)
def test_a_result_tells_what_was_expected_and_what_came(
    expect: str, points: int | None, *, passed: bool, expected: str, got: str
) -> None:
    found = one(rule("a.a", DOLL), example("t", {"product_description": "doll"}, expect, points))

    assert (found.passed, found.expected, found.got) == (passed, expected, got)


@pytest.mark.parametrize(
    ("tested", "row", "got", "because"),
    [
        pytest.param(
            rule("a.a", DOLL),
            {"product_description": "doll"},
            "hit",
            ("when true: G-DOLL found in product_description", "points 20"),
            id="a hit rests on what is true",
        ),
        pytest.param(
            rule("a.a", DOLL),
            {"product_description": "hat"},
            "miss",
            ("when false: G-DOLL found in product_description",),
            id="a miss on what is false",
        ),
        pytest.param(
            rule("a.a", DOLL),
            {"notes": "hat"},
            "unknown",
            ("when unknown: G-DOLL found in product_description (missing: product_description)",),
            id="an unknown on what is missing",
        ),
        pytest.param(
            rule("a.a", SHIPPED_SINCE),
            {"ship_date": "May"},
            "unknown",
            (
                'when unknown: ship_date is on or after 2025-07-01 (ship_date "May" does not settle it)',
            ),
            id="an unknown on what cannot be read one way",
        ),
        pytest.param(
            rule("a.a", DOLL, unless=MACHINE),
            {"product_description": "machine doll"},
            "miss",
            (
                "when true: G-DOLL found in product_description",
                "unless true: S-MACHINE found in product_description or notes",
            ),
            id="a veto is told",
        ),
        pytest.param(
            rule("a.a", DOLL, more=(Extra(condition=CHEAP, points=5, claims=("C-01",)),)),
            {"product_description": "doll", "peer_price_rank": "4"},
            "hit",
            (
                "when true: G-DOLL found in product_description",
                "points 20",
                "more[0] peer_price_rank is at most 5 (+5)",
            ),
            id="an extra is told",
        ),
        pytest.param(
            rule("a.a", DOLL, more=(Extra(condition=CHEAP, points=5, claims=("C-01",)),)),
            {"product_description": "doll", "peer_price_rank": "6"},
            "hit",
            (
                "when true: G-DOLL found in product_description",
                "points 20",
                "more[0] peer_price_rank is at most 5 (false, +5 not added)",
            ),
            id="an extra that is not added is told",
        ),
        pytest.param(
            rule(
                "a.a",
                DOLL,
                exemptions=(
                    Exemption(
                        reason="file SD-1",
                        when=ColumnTest("notes", "says_any", ("visited",)),
                        approved_by="x",
                        expires="2026-12-31",
                    ),
                ),
            ),
            {"product_description": "doll", "notes": "visited"},
            "excepted",
            ("when true: G-DOLL found in product_description", "except file SD-1"),
            id="an exemption is told",
        ),
    ],
)
def test_a_result_says_what_the_answer_rests_on(
    tested: Rule, row: dict[str, str], got: str, because: tuple[str, ...]
) -> None:
    found = one(tested, example("t", row, "hit"))

    assert (found.got, found.because) == (got, because)


def test_a_rule_that_fails_tells_its_error() -> None:
    def broken(values: dict[str, str]) -> Row:
        return Row(values, (hit("G-DOLL", "product_description", similarity=None),))  # type: ignore[arg-type]

    asked = evaluator(rule("a.a", DOLL, tests=(example("t", {}, "hit"),)), conditions={})

    (found,) = run_tests(asked, lambda rows: [broken(row) for row in rows], TODAY)

    assert (found.passed, found.got, found.because) == (False, "error", ("error TypeError",))


@pytest.mark.parametrize(
    ("row", "expect", "got"),
    [
        pytest.param({"country_of_origin": "CN"}, "true", "true", id="true"),
        pytest.param({"country_of_origin": "VN"}, "false", "false", id="false"),
        pytest.param({"country_of_origin": ""}, "unknown", "unknown", id="unknown"),
        pytest.param({"country_of_origin": "VN"}, "true", "false", id="wrong"),
    ],
)
def test_a_named_condition_is_tested_by_its_truth(
    row: dict[str, str], expect: str, got: str
) -> None:
    chinese = named("cn", CHINESE, example("t", row, expect))

    (found,) = ran(evaluator(rule("a.a", DOLL), conditions={"cn": chinese}), "cn")

    assert (found.got, found.passed) == (got, expect == got)
    assert found.because[0].startswith(f"condition {got}: country_of_origin is CN")


@pytest.mark.parametrize(
    ("status", "count"),
    [("draft", 1), ("shadow", 1), ("active", 1), ("deprecated", 1), ("retired", 0)],
)
def test_every_rule_but_a_retired_one_is_tested(status: str, count: int) -> None:
    tested = rule(
        "a.a", DOLL, status=status, tests=(example("t", {"product_description": "doll"}, "hit"),)
    )

    found = ran(evaluator(tested, conditions={}))

    assert [each.passed for each in found] == [True] * count


def test_a_result_knows_where_its_test_stands() -> None:
    test = example("t", {"product_description": "doll"}, "hit")

    assert one(rule("a.a", DOLL), test).at == test.at


def test_naming_no_such_rule_runs_nothing() -> None:
    assert ran(evaluator(), "no.such") == []
