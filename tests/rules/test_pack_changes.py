"""The version of a pack follows what a change does to those who use it."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from screener.rules.pack_changes import PackChange, pack_change, raised
from screener.rules.rule_changes import Level, Side
from screener.rules.schema import Mute, Overlay, Pack, Setting
from tests.rules.checked_world import CLAIMS, FIELDS, PACK, checked

CHANGES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "pack_changes.yaml").read_text(encoding="utf-8")
)
GRADES = {name: claim.grade for name, claim in CLAIMS.items()}
assert len(CHANGES) >= 30


def pack(**changed: str | None) -> Pack:
    """Return the small pack with changed files."""
    read, found = checked(**changed)
    assert read is not None, [one.render() for one in found]
    return read


def edited(change: dict[str, Any]) -> Pack:
    """Return the small pack with one change."""
    if "file" not in change:
        return pack()
    if "text" not in change:
        return pack(**{change["file"]: change.get("by")})
    before = (PACK / change["file"]).read_text(encoding="utf-8")
    assert before.count(change["text"]) == 1
    return pack(**{change["file"]: before.replace(change["text"], change["by"])})


def compared(old: Pack, new: Pack) -> PackChange:
    return pack_change(Side(old, GRADES), Side(new, GRADES), (FIELDS, FIELDS))


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change["change"])
def test_a_change_asks_for_the_version_that_fits(change: dict[str, Any]) -> None:
    old = pack()

    found = compared(old, edited(change))

    assert [*(one.why for one in found.rules), *(one.what for one in found.others)] == change["why"]
    assert found.level == change["level"]
    assert found.suggested == raised(old.version, change["level"])
    missing = [kind for one in found.rules for kind in one.unversioned]
    assert missing == change.get("unversioned", [])


@pytest.mark.parametrize(
    "change",
    [one for one in CHANGES if one["level"] in ("minor", "major")],
    ids=lambda c: c["change"],
)
def test_the_way_back_is_never_less_than_a_minor_version(change: dict[str, Any]) -> None:
    # What finds or gives more one way finds or gives less the other way.
    opposite: dict[Level, set[Level]] = {"minor": {"major"}, "major": {"minor", "major"}}

    found = compared(edited(change), pack())

    assert found.level in opposite[change["level"]]


def test_a_new_rule_is_minor_if_it_counts_and_patch_if_it_is_tried() -> None:
    whole = pack()
    rules = {rule.id: rule for rule in whole.rules}
    before = replace(
        whole, rules=tuple(one for one in whole.rules if one.id != "origin.dprk-declared")
    )
    tried = replace(rules["origin.dprk-declared"], status="shadow")

    assert compared(before, whole).level == "minor"
    assert compared(before, replace(before, rules=(*before.rules, tried))).level == "patch"


def test_a_rename_is_told_from_a_removal() -> None:
    old = pack()
    first = old.rules[0]
    named = replace(first, id="dprk.other-name", related=((first.id, "renamed"),))

    found = compared(old, replace(old, rules=(named, *old.rules[1:])))

    assert [(one.rule, one.why) for one in found.rules] == [
        (first.id, "renamed to dprk.other-name"),
        ("dprk.other-name", "added"),
    ]
    assert found.level == "major"


def test_columns_count_by_what_rules_find_in_them() -> None:
    old, side = pack(), Side(pack(), GRADES)
    city = FIELDS["supplier_city"]
    fewer = {name: field for name, field in FIELDS.items() if name != "vessel"}
    searched = {**FIELDS, "supplier_city": replace(city, may_carry=(*city.may_carry, "party"))}
    filled = {**FIELDS, "supplier_city": replace(city, gap_if_empty=False)}
    told = {**FIELDS, "supplier_city": replace(city, meaning="Where the supplier sits")}

    levels = [
        pack_change(side, Side(old, GRADES), pair).level
        for pair in (
            (FIELDS, fewer), (fewer, FIELDS), (FIELDS, searched), (FIELDS, filled), (FIELDS, told),
        )
    ]  # fmt: skip

    assert levels == ["major", "minor", "minor", "major", "patch"]


def test_a_change_is_settled_when_rule_and_pack_have_risen() -> None:
    old = pack()
    wider = edited(next(one for one in CHANGES if one["change"] == "goods more"))
    risen = tuple(
        replace(rule, version=rule.version + 1) if rule.id == "dprk.border-handwork" else rule
        for rule in wider.rules
    )

    assert not compared(old, wider).settled
    assert not compared(old, replace(wider, rules=risen)).settled
    assert not compared(old, replace(wider, version="1.1.0")).settled
    assert compared(old, replace(wider, rules=risen, version="1.1.0")).settled
    assert compared(old, old).settled


def test_a_version_that_is_no_version_gets_no_suggestion() -> None:
    old = replace(pack(), version="spring")

    assert compared(old, old).suggested is None
    assert compared(old, old).settled


OWN: dict[str, Any] = {"reason": "visited", "owner": "compliance", "expires": "2026-12-31"}


def overlaid(*, mutes: tuple[Mute, ...] = (), settings: tuple[Setting, ...] = ()) -> Pack:
    return replace(pack(), overlay=Overlay(extends="small ^1.0", settings=settings, mutes=mutes))


def counted_rule() -> str:
    return next(rule.id for rule in pack().rules if rule.status == "active")


def test_a_rule_that_a_company_silences_is_a_change_that_finds_less() -> None:
    name = counted_rule()
    disabled = overlaid(mutes=(Mute(rule=name, row={}, **OWN),))
    muted = overlaid(mutes=(Mute(rule=name, row={"supplier_name": "Blue Lantern"}, **OWN),))
    longer = overlaid(mutes=(Mute(rule=name, row={}, **{**OWN, "expires": "2027-12-31"}),))

    assert [(one.what, one.level) for one in compared(pack(), disabled).others] == [
        (f"{name} disabled, compliance until 2026-12-31: visited", "major")
    ]
    assert [(one.what, one.level) for one in compared(pack(), muted).others] == [
        (
            f"{name} muted, supplier_name Blue Lantern, compliance until 2026-12-31: visited",
            "major",
        )
    ]
    assert compared(disabled, longer).level == "major"
    assert compared(longer, disabled).level == "minor"
    assert [(one.what, one.level) for one in compared(disabled, pack()).others] == [
        (f"{name} no longer disabled", "minor")
    ]
    assert not compared(disabled, disabled).others


@pytest.mark.parametrize(("more", "level"), [(-1, "major"), (1, "minor")])
def test_points_that_a_company_sets_are_a_change(more: int, level: Level) -> None:
    rule = next(rule for rule in pack().rules if rule.status == "active" and rule.points > 1)
    setting = Setting(rule=rule.id, points=rule.points + more, cap=None, **OWN)

    found = compared(pack(), overlaid(settings=(setting,)))

    assert [(one.what, one.level) for one in found.others] == [
        (
            f"{rule.id} set to points {rule.points + more}, compliance until 2026-12-31: visited",
            level,
        )
    ]
    assert compared(overlaid(settings=(setting,)), pack()).others[0].what == (
        f"{rule.id} no longer set"
    )
