"""Outcomes of rules: truth, vetoes, exemptions, extras, and rules that ask about rules."""

from datetime import date

import pytest
from msgspec.structs import replace

from screener.errors import RuleError
from screener.rules.evaluate import Evaluator
from screener.rules.outcome import Outcome
from screener.rules.row import Row
from screener.rules.schema import All, AnyOf, Condition, Exemption, Extra, Finds, Fired, Rule, Truth
from screener.rules.schema import Test as ColumnTest
from tests.rules.small_pack import (
    BORDER,
    CHINESE,
    CONDITIONS,
    DANDONG,
    DOLL,
    DOLL_ROW,
    FIELDS,
    GRADES,
    KINDS,
    MACHINE,
    PLACES,
    RULES,
    TODAY,
    evaluator,
    hit,
    named,
    pack,
    row,
    rule,
)

NAME = "context.border-handwork"
DOLL_HIT = hit("G-DOLL", "product_description")
HAND_HIT = hit("S-HANDWORK", "product_description")
CITY_HIT = hit("P-DANDONG", "supplier_city", "party")
BASE = {"product_description": "hand knitted doll", "supplier_city": "x", "country_of_origin": "CN"}


def outcomes(given: Row, *rules: Rule, as_of: date = TODAY) -> dict[str, Outcome]:
    """Return the outcomes for a row by rule."""
    return {each.rule: each for each in evaluator(*rules).evaluate(given, as_of)}


def border(given: Row, as_of: date = TODAY, **changes: object) -> Outcome:
    """Return the outcome of the border rule, with some of it changed."""
    changed = replace(BORDER, **changes)
    return outcomes(given, changed, as_of=as_of)[NAME]


def full(*more: object, **values: str) -> Row:
    """Return the row of the border rule with more hits and other values."""
    hits = (DOLL_HIT, HAND_HIT, CITY_HIT, *more)
    return row(*hits, **{**BASE, **values})  # type: ignore[arg-type]


def test_outcomes_stand_in_rule_order_for_every_rule_that_is_evaluated() -> None:
    found = [each.rule for each in evaluator().evaluate(DOLL_ROW, TODAY)]

    assert found == [each.id for each in RULES if each.status not in ("draft", "retired")]


def test_a_hit_tells_points_claims_hits_group_and_floor() -> None:
    found = border(DOLL_ROW)

    assert (found.state, found.points, found.group, found.floor) == ("hit", 35, "place", "T2")
    assert found.claims == ("B-02", "B-06", "B-07")
    assert found.hits == (DOLL_HIT.id, HAND_HIT.id, CITY_HIT.id)
    assert (found.settles_with, found.open, found.error) == ((), False, None)


@pytest.mark.parametrize(
    ("given", "state"),
    [
        pytest.param(full(), "hit", id="all parts"),
        pytest.param(row(HAND_HIT, CITY_HIT, **BASE), "miss", id="other goods"),
        pytest.param(row(DOLL_HIT, HAND_HIT, **BASE), "miss", id="another place"),
        pytest.param(full(country_of_origin="VN"), "miss", id="another origin"),
        pytest.param(full(country_of_origin=""), "hit", id="blank origin"),
        pytest.param(
            row(DOLL_HIT, HAND_HIT, product_description="x", country_of_origin="CN"),
            "unknown",
            id="no place given",
        ),
        pytest.param(
            full(hit("S-MACHINE", "product_description")), "miss", id="a veto that is shown"
        ),
        pytest.param(full(supplier_name="Dalian Chenxi Knit"), "excepted", id="an exemption"),
    ],
)
def test_a_rule_answers_by_what_the_row_shows(given: Row, state: str) -> None:
    assert border(given).state == state


def test_a_veto_that_is_unknown_does_not_block() -> None:
    unsure = ColumnTest("material_origin", "says_any", ("India",))

    assert border(full(), unless=unsure).state == "hit"


def test_a_veto_that_is_shown_blocks_an_open_rule_too() -> None:
    given = row(
        DOLL_HIT,
        HAND_HIT,
        hit("S-MACHINE", "notes"),
        product_description="x",
        country_of_origin="CN",
    )

    assert border(given).state == "miss"


def test_a_search_in_a_veto_contributes_no_hit() -> None:
    found = border(full(), unless=AnyOf((All((DOLL, MACHINE)), MACHINE)))

    assert found.state == "hit"
    assert found.hits == (DOLL_HIT.id, HAND_HIT.id, CITY_HIT.id)


def test_a_vetoed_miss_keeps_the_proof_of_its_veto() -> None:
    found = border(full(hit("S-MACHINE", "notes")))

    assert found.unless is not None
    assert (found.state, found.unless.truth, found.hits, found.points) == (
        "miss",
        Truth.TRUE,
        (),
        0,
    )


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        pytest.param(date(2026, 12, 30), "excepted", id="the day before"),
        pytest.param(date(2026, 12, 31), "excepted", id="its last day"),
        pytest.param(date(2027, 1, 1), "hit", id="the day after"),
    ],
)
def test_an_exemption_ends_with_the_day_it_expires(as_of: date, state: str) -> None:
    assert border(full(supplier_name="Dalian Chenxi Knit"), as_of).state == state


def test_an_exemption_that_is_unknown_does_not_apply() -> None:
    assert border(full(supplier_name="")).state == "hit"


def test_an_excepted_rule_gives_no_points_but_says_why_and_on_what() -> None:
    found = border(full(supplier_name="Dalian Chenxi Knit"))

    assert (found.points, found.excepted_by) == (0, "Workshop visited")
    assert found.hits == (DOLL_HIT.id, HAND_HIT.id, CITY_HIT.id)


def test_the_first_exemption_that_applies_is_named() -> None:
    def exempt(reason: str, when: Condition) -> Exemption:
        return Exemption(reason=reason, when=when, approved_by="x", expires="2026-12-31")

    found = border(full(), exemptions=(exempt("no", MACHINE), exempt("a", DOLL), exempt("b", DOLL)))

    assert found.excepted_by == "a"


@pytest.mark.parametrize(
    ("given", "points", "claims"),
    [
        pytest.param(full(), 35, ("B-02", "B-06", "B-07"), id="the city"),
        pytest.param(
            row(DOLL_HIT, HAND_HIT, hit("P-BORDER", "supplier_city", "party"), **BASE),
            25,
            ("B-02", "B-06"),
            id="no extra",
        ),
        pytest.param(
            full(stated_processing_fee="0.80 CNY per piece"),
            50,
            ("B-02", "B-06", "B-07"),
            id="city and fee, their claim once",
        ),
        pytest.param(
            full(stated_processing_fee="1 CNY per piece"),
            35,
            ("B-02", "B-06", "B-07"),
            id="a fee at the limit",
        ),
        pytest.param(
            full(stated_processing_fee="0.80 CNY per piece", peer_price_rank="4"),
            55,
            ("B-02", "B-06", "B-07", "C-01"),
            id="all, at the cap",
        ),
        pytest.param(
            full(stated_processing_fee="cheap"), 35, ("B-02", "B-06", "B-07"), id="an unknown extra"
        ),
    ],
)
def test_extras_add_points_and_claims_only_if_shown(
    given: Row, points: int, claims: tuple[str, ...]
) -> None:
    found = border(given)

    assert (found.points, found.claims) == (points, claims)


def test_extras_are_told_whether_or_not_they_were_added() -> None:
    found = border(full(peer_price_rank="4"))

    assert [(each.points, each.proof.truth) for each in found.extras] == [
        (10, Truth.TRUE),
        (15, Truth.FALSE),
        (5, Truth.TRUE),
    ]


def test_an_extra_contributes_the_hits_it_found() -> None:
    found = outcomes(
        full(hit("S-MACHINE", "notes")),
        rule("a.a", DOLL, more=(Extra(condition=MACHINE, points=1),)),
    )["a.a"]

    assert found.hits == (DOLL_HIT.id, "S-MACHINE@notes")


OPEN_ROW = row(DOLL_HIT, HAND_HIT, product_description="x", country_of_origin="CN")


def test_an_unknown_rule_names_the_columns_that_would_settle_it() -> None:
    assert border(OPEN_ROW).settles_with == ("supplier_city",)


def test_columns_that_would_settle_a_rule_are_in_record_order() -> None:
    needs = All((CHINESE, ColumnTest("ship_date", "before", ("2026-01-01",)), DOLL))

    assert outcomes(row(), rule("a.a", needs))["a.a"].settles_with == (
        "ship_date",
        "country_of_origin",
        "product_description",
    )


@pytest.mark.parametrize(
    ("given", "is_open"),
    [
        pytest.param(OPEN_ROW, True, id="a test is true on a filled column"),
        pytest.param(row(country_of_origin="CN"), True, id="origin alone"),
        pytest.param(row(), False, id="every column is empty"),
        pytest.param(row(notes="x"), False, id="a filled column that nothing asks about"),
    ],
)
def test_a_rule_is_open_if_unknown_and_a_test_is_true_on_a_filled_column(
    given: Row, *, is_open: bool
) -> None:
    found = border(given)

    assert (found.state, found.open) == ("unknown", is_open)


def test_an_open_rule_tells_what_it_would_give_as_far_as_the_row_shows() -> None:
    given = row(
        DOLL_HIT,
        HAND_HIT,
        product_description="x",
        country_of_origin="CN",
        stated_processing_fee="0.80 CNY per piece",
    )

    assert border(given).points == 40


def test_an_open_rule_with_an_exemption_would_give_nothing() -> None:
    given = row(
        DOLL_HIT,
        HAND_HIT,
        product_description="x",
        country_of_origin="CN",
        supplier_name="Dalian Chenxi Knit",
    )
    found = border(given)

    assert (found.state, found.open, found.points, found.excepted_by) == (
        "unknown",
        True,
        0,
        "Workshop visited",
    )


GOODS = rule("product.doll", DOLL)
ASKS = rule("both.signals", All((Fired("product.doll"), CHINESE)))


@pytest.mark.parametrize(
    ("asked", "given", "state"),
    [
        pytest.param(GOODS, row(DOLL_HIT, **BASE), "hit", id="it fired"),
        pytest.param(GOODS, row(**BASE), "miss", id="it did not"),
        pytest.param(GOODS, row(country_of_origin="CN"), "unknown", id="it is open"),
        pytest.param(
            rule("product.doll", DOLL, unless=CHINESE), row(DOLL_HIT, **BASE), "miss", id="vetoed"
        ),
        pytest.param(
            rule("product.doll", DOLL, status="shadow"),
            row(DOLL_HIT, **BASE),
            "miss",
            id="a shadow rule does not count",
        ),
        pytest.param(
            rule("product.doll", DOLL, status="deprecated"),
            row(DOLL_HIT, **BASE),
            "hit",
            id="a deprecated rule counts",
        ),
        pytest.param(
            rule("product.doll", DOLL, status="draft"),
            row(DOLL_HIT, **BASE),
            "miss",
            id="a draft does not fire",
        ),
        pytest.param(
            rule("product.doll", DOLL, status="retired"),
            row(DOLL_HIT, **BASE),
            "miss",
            id="nor does a retired rule",
        ),
        pytest.param(
            rule(
                "product.doll",
                DOLL,
                exemptions=(
                    Exemption(reason="r", when=CHINESE, approved_by="x", expires="2026-12-31"),
                ),
            ),
            row(DOLL_HIT, **BASE),
            "miss",
            id="nor an excepted one",
        ),
    ],
)
def test_a_rule_can_ask_whether_another_fired(asked: Rule, given: Row, state: str) -> None:
    assert outcomes(given, ASKS, asked)["both.signals"].state == state


def test_what_would_settle_the_other_rule_settles_the_one_that_asks() -> None:
    found = outcomes(row(country_of_origin="CN"), ASKS, GOODS)["both.signals"]

    assert (found.settles_with, found.open) == (("product_description",), True)


def test_a_rule_that_fired_on_filled_columns_opens_one_that_asks_about_it() -> None:
    asks = rule("both.signals", All((Fired("product.doll"), DANDONG)))

    assert outcomes(row(DOLL_HIT, product_description="x"), asks, GOODS)["both.signals"].open


def test_rules_may_ask_along_a_chain_in_any_order() -> None:
    chain = (
        rule("c.c", Fired("b.b")),
        rule("a.a", DOLL),
        rule("b.b", Fired("a.a")),
    )

    assert [each.state for each in evaluator(*chain).evaluate(DOLL_ROW, TODAY)] == ["hit"] * 3


def test_a_shadow_rule_is_stored_as_what_it_is() -> None:
    found = outcomes(DOLL_ROW)["shadow.doll"]

    assert (found.state, found.shadow, found.fired) == ("hit", True, False)


BROKEN = Row(BASE, (hit("G-DOLL", "product_description", similarity=None), CITY_HIT))  # type: ignore[arg-type]
"""A hit without a similarity: asking about the doll is an error."""


def test_an_error_in_one_rule_changes_no_other() -> None:
    rules = (rule("a.broken", DOLL), rule("b.fine", DANDONG), rule("c.fine", CHINESE))

    found = outcomes(BROKEN, *rules)

    assert {name: each.state for name, each in found.items()} == {
        "a.broken": "error",
        "b.fine": "hit",
        "c.fine": "hit",
    }
    assert (found["a.broken"].error, found["a.broken"].points) == ("TypeError", 0)


def test_an_error_in_a_branch_that_decides_nothing_is_no_error() -> None:
    found = outcomes(
        BROKEN, rule("a.a", All((ColumnTest("country_of_origin", "is", ("VN",)), DOLL)))
    )

    assert found["a.a"].state == "miss"


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(rule("a.a", CHINESE, unless=DOLL), id="a veto"),
        pytest.param(rule("a.a", CHINESE, more=(Extra(condition=DOLL, points=9),)), id="an extra"),
        pytest.param(
            rule(
                "a.a",
                CHINESE,
                exemptions=(
                    Exemption(reason="r", when=DOLL, approved_by="x", expires="2026-12-31"),
                ),
            ),
            id="an exemption",
        ),
    ],
)
def test_an_error_outside_when_acts_as_unknown(changed: Rule) -> None:
    found = outcomes(BROKEN, changed)["a.a"]

    assert (found.state, found.points) == ("hit", 20)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(rule("a.a", CHINESE, unless=DOLL), id="a veto"),
        pytest.param(rule("a.a", CHINESE, more=(Extra(condition=DOLL, points=9),)), id="an extra"),
    ],
)
def test_a_hit_tells_of_an_error_beside_it(changed: Rule) -> None:
    assert outcomes(BROKEN, changed)["a.a"].error == "TypeError"


def test_a_rule_that_asks_about_a_broken_one_is_unknown() -> None:
    assert outcomes(BROKEN, ASKS, GOODS)["both.signals"].state == "unknown"


def test_a_leaf_taken_away_is_false_for_every_rule() -> None:
    found = evaluator(rule("a.a", DOLL), rule("b.b", All((CHINESE, DOLL))), rule("c.c", CHINESE))
    doll = next(leaf.number for leaf in found.leaves if leaf.label.startswith("G-DOLL"))

    states = [each.state for each in found.evaluate(DOLL_ROW, TODAY, frozenset({doll}))]

    assert states == ["miss", "miss", "hit"]


def test_the_same_row_gives_the_same_outcomes_again() -> None:
    asked = evaluator()

    assert asked.evaluate(DOLL_ROW, TODAY) == asked.evaluate(DOLL_ROW, TODAY)
    assert asked.evaluate(DOLL_ROW, TODAY) == evaluator().evaluate(DOLL_ROW, TODAY)


def test_outcomes_remembered_are_those_of_the_day_asked_for() -> None:
    asked = evaluator(BORDER)
    given = full(supplier_name="Dalian Chenxi Knit")

    states = [asked.evaluate(given, day)[0].state for day in (TODAY, date(2027, 1, 1), TODAY)]

    assert states == ["excepted", "hit", "excepted"]


class Forgetful(Evaluator):
    """An evaluator that remembers a single outcome."""

    most_known = 1


def test_forgetting_changes_no_outcome() -> None:
    asked = Forgetful(pack(), FIELDS, PLACES, KINDS, grades=GRADES)

    assert asked.evaluate(DOLL_ROW, TODAY) == evaluator().evaluate(DOLL_ROW, TODAY)
    assert asked.evaluate(DOLL_ROW, TODAY) == asked.evaluate(DOLL_ROW, TODAY)


def test_explaining_proves_a_miss() -> None:
    found = evaluator().explain(row(**BASE), TODAY, NAME)

    assert found.proof is not None
    assert (found.state, found.proof.truth) == ("miss", Truth.FALSE)
    assert [child.truth for child in found.proof.children][:2] == [Truth.FALSE, Truth.FALSE]


def test_a_miss_that_nobody_asked_to_explain_carries_no_proof() -> None:
    assert outcomes(row(**BASE), BORDER)[NAME].proof is None


def test_explaining_a_draft_judges_it_by_the_rules_that_count() -> None:
    draft = rule("draft.both", All((Fired("product.doll"), CHINESE)), status="draft")

    assert evaluator(draft, GOODS).explain(DOLL_ROW, TODAY, "draft.both").state == "hit"


def test_explaining_agrees_with_evaluating() -> None:
    asked = evaluator()
    evaluated = [each for each in asked.evaluate(DOLL_ROW, TODAY) if each.state != "miss"]

    assert evaluated == [asked.explain(DOLL_ROW, TODAY, each.rule) for each in evaluated]


@pytest.mark.parametrize("name", ["no.such", "old.doll"], ids=["unknown", "retired"])
def test_a_rule_that_cannot_be_asked_is_told(name: str) -> None:
    with pytest.raises(RuleError, match=f'no rule "{name}"'):
        evaluator().explain(DOLL_ROW, TODAY, name)


@pytest.mark.parametrize(
    ("given", "truth"),
    [
        (row(country_of_origin="CN"), Truth.TRUE),
        (row(), Truth.TRUE),
        (row(country_of_origin="VN"), Truth.FALSE),
        (row(country_of_origin="tba"), Truth.UNKNOWN),
    ],
    ids=["Chinese", "blank", "Vietnamese", "unreadable"],
)
def test_a_named_condition_can_be_asked_alone(given: Row, truth: Truth) -> None:
    assert evaluator().condition(given, TODAY, "origin-cn-or-blank").truth is truth


def test_a_named_condition_may_ask_about_a_rule() -> None:
    asked = evaluator(GOODS, conditions={"doll": named("doll", Fired("product.doll"))})

    assert asked.condition(DOLL_ROW, TODAY, "doll").truth is Truth.TRUE


def test_an_unknown_named_condition_is_told() -> None:
    with pytest.raises(RuleError, match="no named condition"):
        evaluator().condition(DOLL_ROW, TODAY, "no-such")


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        pytest.param(
            (rule("a.a", Finds(any_of=("G-X",))),),
            r'rules/test\.yaml:1: a\.a: no watchlist entry "G-X"',
            id="an entry",
        ),
        pytest.param(
            (rule("a.a", DOLL, claims=("X-1",)),),
            r"rules/test\.yaml:1: a\.a: no claim X-1",
            id="a claim",
        ),
        pytest.param((rule("a.a", Fired("a.a")),), "in a circle", id="a circle"),
    ],
)
def test_a_pack_that_cannot_be_asked_is_refused_with_its_place(
    rules: tuple[Rule, ...], message: str
) -> None:
    with pytest.raises(RuleError, match=message):
        evaluator(*rules)


def test_an_evaluator_keeps_the_pack_and_its_fields() -> None:
    given = pack()

    found = Evaluator(given, FIELDS, PLACES, KINDS, grades=GRADES)

    assert (found.pack, found.fields) == (given, FIELDS)
    assert set(CONDITIONS) == set(found.pack.conditions)


def test_words_of_the_trade_are_no_misspellings() -> None:
    like = rule("a.a", ColumnTest("notes", "similar_to", ("blanket",)))
    strict = Evaluator(
        pack(like), FIELDS, PLACES, KINDS, grades=GRADES, trade=frozenset({"blanked"})
    )

    assert [evaluator(like).evaluate(row(notes="blanked"), TODAY)[0].state] == ["hit"]
    assert strict.evaluate(row(notes="blanked"), TODAY)[0].state == "miss"
