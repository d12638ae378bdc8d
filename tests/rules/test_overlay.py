"""Tests of screener.rules.overlay and of what the evaluator makes of it."""

from datetime import date

import pytest
from msgspec.structs import replace

from screener.rules.evaluate import Evaluator
from screener.rules.one_by_one import told
from screener.rules.outcome import Outcome
from screener.rules.overlay import mutes_in_force, settings_of
from screener.rules.plan import Plan
from screener.rules.row import Row
from screener.rules.schema import Mute, Overlay, Setting
from tests.rules.small_pack import (
    BORDER,
    DOLL_ROW,
    FIELDS,
    GRADES,
    KINDS,
    PLACES,
    RULES,
    columns_of,
    hits_of,
    pack,
    rule,
)

LAST = date(2026, 6, 30)
AFTER = date(2026, 7, 1)
RULE = "context.border-handwork"
OTHER_ROW = Row({**DOLL_ROW.values, "supplier_name": "Tumen Yarn"}, DOLL_ROW.hits)


def mute(row: dict[str, str] | None = None, version: int | None = None) -> Mute:
    return Mute(
        rule=RULE,
        row=row or {},
        reason="looked at",
        owner="trade-compliance",
        expires=LAST.isoformat(),
        version=version,
    )


def setting(points: int | None = None, cap: int | None = None) -> Setting:
    return Setting(
        rule=RULE,
        points=points,
        cap=cap,
        reason="many such lines",
        owner="trade-compliance",
        expires=LAST.isoformat(),
    )


def evaluator(*changes: Mute | Setting) -> Evaluator:
    overlay = Overlay(
        extends="small ^1.0",
        settings=tuple(one for one in changes if isinstance(one, Setting)),
        mutes=tuple(one for one in changes if isinstance(one, Mute)),
    )
    changed = replace(pack(), overlay=overlay)
    return Evaluator(changed, FIELDS, PLACES, KINDS, grades=GRADES)


def outcome(found: Evaluator, row: Row = DOLL_ROW, as_of: date = LAST) -> Outcome:
    return next(one for one in found.evaluate(row, as_of) if one.rule == RULE)


def test_a_rule_that_is_disabled_is_muted_and_stays_visible() -> None:
    muted = outcome(evaluator(mute()))

    assert (muted.state, muted.points, muted.excepted_by) == ("muted", 0, "looked at")
    assert muted.proof is not None
    assert not muted.fired


@pytest.mark.parametrize(("as_of", "state"), [(LAST, "muted"), (AFTER, "hit")])
def test_a_mute_ends_with_the_day_it_expires(as_of: date, state: str) -> None:
    assert outcome(evaluator(mute()), as_of=as_of).state == state


@pytest.mark.parametrize(
    ("row", "state"),
    [
        ({"supplier_name": "Tumen Yarn"}, "muted"),
        ({"supplier_name": "TUMEN  yarn"}, "muted"),
        ({"supplier_name": "Tumen Yarn Trading"}, "hit"),
        ({"supplier_name": "Tumen Yarn", "country_of_origin": "CN"}, "muted"),
        ({"supplier_name": "Tumen Yarn", "country_of_origin": "KP"}, "hit"),
        ({"supplier_name": "Tumen Yarn", "supplier_province": "Jilin"}, "hit"),
    ],
)
def test_a_mute_takes_the_records_that_hold_all_its_texts(row: dict[str, str], state: str) -> None:
    assert outcome(evaluator(mute(row)), OTHER_ROW).state == state


def test_an_open_rule_that_is_muted_would_give_nothing() -> None:
    values = {**OTHER_ROW.values}
    del values["country_of_origin"], values["supplier_city"]
    row = Row(values, tuple(hit for hit in DOLL_ROW.hits if hit.field == "product_description"))

    answer = outcome(evaluator(mute()), row)

    assert (answer.state, answer.points) == ("unknown", 0)


def test_a_muted_rule_has_not_fired_for_rules_that_ask() -> None:
    found = evaluator(mute())

    asking = next(one for one in found.evaluate(DOLL_ROW, LAST) if one.rule == "corroborated.both")

    assert asking.state == "miss"


@pytest.mark.parametrize(
    ("as_of", "change", "points"),
    [
        (LAST, setting(points=5), 15),
        (AFTER, setting(points=5), 35),
        (LAST, setting(cap=20), 20),
        (LAST, setting(points=5, cap=12), 12),
    ],
)
def test_points_are_those_of_the_company_until_they_end(
    as_of: date, change: Setting, points: int
) -> None:
    assert outcome(evaluator(change), as_of=as_of).points == points


def test_bulk_and_single_row_agree_on_mutes() -> None:
    found = evaluator(mute({"supplier_name": "Tumen Yarn"}), setting(points=5))
    rows = [DOLL_ROW, OTHER_ROW, DOLL_ROW]

    evaluated = Plan(found, few=0).evaluate(columns_of(rows), hits_of(rows), LAST)

    assert [evaluated.outcomes[at] for at in evaluated.signatures.tolist()] == [
        told(found.evaluate(row, LAST)) for row in rows
    ]


def test_a_mute_of_a_version_holds_for_that_version_alone() -> None:
    mutes = (mute(version=BORDER.version), mute(version=BORDER.version + 1), mute())
    changed = replace(pack(), overlay=Overlay(extends="", settings=(), mutes=mutes))

    assert mutes_in_force(changed) == (mutes[0], mutes[2])


def test_without_an_overlay_nothing_is_changed() -> None:
    found = Evaluator(pack(), FIELDS, PLACES, KINDS, grades=GRADES)

    assert mutes_in_force(pack()) == ()
    assert settings_of(None) == {}
    assert found.as_written() is found


def test_the_pack_as_written_knows_no_overlay() -> None:
    found = evaluator(mute(), setting(points=5)).as_written()

    assert outcome(found).state == "hit"
    assert outcome(found).points == 35


@pytest.mark.parametrize(("as_of", "fired"), [(LAST, True), (AFTER, False)])
def test_a_deprecated_rule_counts_until_its_end(as_of: date, fired: bool) -> None:  # noqa: FBT001
    old = rule("old.doll", BORDER.when, status="deprecated", until=LAST.isoformat())
    found = Evaluator(pack(*RULES[1:2], old), FIELDS, PLACES, KINDS, grades=GRADES)

    answer = next(one for one in found.evaluate(DOLL_ROW, as_of) if one.rule == "old.doll")

    assert (answer.state, answer.fired) == ("hit", fired)
