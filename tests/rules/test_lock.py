"""Tests of screener.rules.lock: what a version means, and that no id is used twice."""

import pytest
from msgspec.structs import replace

from screener.cli.main import main
from screener.errors import RuleError
from screener.factory import inspect
from screener.rules.lock import (
    LOCK,
    Backtest,
    Lock,
    check_company,
    check_lock,
    current_rules,
    lock_text,
    read_lock,
    renewed,
    tried,
)
from screener.rules.reader import Reading, read_texts
from tests.conftest import AS_OF
from tests.rules.checked_world import EDITION, FIELDS, PACK, REGISTER, pack_texts

ID = "dprk.border-handwork"
PATH = "dprk/border-handwork.yaml"
TEXT = (PACK / PATH).read_text(encoding="utf-8")
OTHER = "conditions/machine-made.yaml"
OTHER_TEXT = (PACK / OTHER).read_text(encoding="utf-8")
assert "version: 4\n" in TEXT


def read(**changed: str | None) -> Reading:
    return read_texts("pack", pack_texts(**changed), FIELDS, REGISTER, (EDITION,))


def lock_of(reading: Reading, before: Lock | None = None) -> Lock:
    return renewed(before, current_rules(reading, "pack"))


LOCKED = lock_of(read())


def told(reading: Reading, lock: Lock = LOCKED) -> list[tuple[str, str, str, int]]:
    check_lock(reading, lock, "pack")
    return [(one.code, one.severity, one.path, one.line) for one in reading.world.diagnostics.found]


VERSION = ("pack/dprk/border-handwork.yaml", 2)


@pytest.mark.parametrize(
    ("old", "new", "severity"),
    [
        ("any_of: [S-HANDWORK]", "any_of: [S-HANDWORK, S-PROC]", "error"),
        ("    points: 10\n", "    points: 9\n", "error"),
        ("raises_to: T2", "raises_to: T1", "error"),
        ("version: 4", "version: 3", "error"),
        ("title: Hand-worked", "title: Hand worked", "warning"),
        ("version: 4", "version: 5", "warning"),
    ],
)
def test_a_change_under_the_same_version_is_told_at_the_version(
    old: str, new: str, severity: str
) -> None:
    text = TEXT.replace(old, new)
    assert text != TEXT

    found = told(read(**{PATH: text}))

    assert ("R033", severity, *VERSION) in found
    assert {one[0] for one in found} <= {"R033", "R004"}


@pytest.mark.parametrize(
    ("old", "new"),
    [("why: >", "why: > # because"), ("status: active", "\nstatus:   active")],
)
def test_layout_and_comments_are_no_change(old: str, new: str) -> None:
    assert told(read(**{PATH: TEXT.replace(old, new).replace("\n\nstatus", "\nstatus")})) == []


def test_a_changed_condition_is_a_change_of_the_rules_that_use_it() -> None:
    text = OTHER_TEXT.replace("in: [product_description, notes]", "in: [notes]")

    assert ("R033", "error", *VERSION) in told(read(**{OTHER: text}))


def test_a_changed_entry_is_a_change_of_the_rules_that_name_it() -> None:
    entries = tuple(
        replace(one, name="another") if one.id == "S-HANDWORK" else one for one in EDITION.entries
    )
    edition = replace(EDITION, entries=entries)

    reading = read_texts("pack", pack_texts(), FIELDS, REGISTER, (edition,))

    assert ("R033", "error", *VERSION) in told(reading)


def test_a_raised_version_is_written_down_and_then_pinned() -> None:
    wider = TEXT.replace("any_of: [S-HANDWORK]", "any_of: [S-HANDWORK, S-PROC]")
    raised = read(**{PATH: wider.replace("version: 4", "version: 5")})

    after = lock_of(raised, LOCKED)

    assert after.rules[ID].version == 5
    assert told(raised, after) == []
    back = read(**{PATH: TEXT.replace("version: 4", "version: 5")})
    assert ("R033", "error", *VERSION) in told(back, after)


def test_what_is_refused_never_enters_the_lock() -> None:
    wider = read(**{PATH: TEXT.replace("any_of: [S-HANDWORK]", "any_of: [S-HANDWORK, S-PROC]")})

    assert lock_of(wider, LOCKED) == LOCKED


ROUTE = "route/third-country-finishing.yaml"
ROUTE_TEXT = (PACK / ROUTE).read_text(encoding="utf-8")
assert "status: active" in ROUTE_TEXT


def test_a_rule_without_a_file_stays_as_retired_and_its_id_stays_taken() -> None:
    gone = read(**{ROUTE: None})
    assert ("R033", "warning", f"pack/{LOCK}") in [one[:3] for one in told(gone)]

    after = lock_of(read(**{ROUTE: None}), LOCKED)

    assert after.rules["route.third-country-finishing"].retired
    assert told(read(**{ROUTE: None}), after) == []
    assert told(read(), after) == [("R008", "error", f"pack/{ROUTE}", 1)]
    assert lock_of(read(), after) == after


def test_a_retired_rule_may_keep_its_file() -> None:
    retired = ROUTE_TEXT.replace("status: active", "status: retired")

    after = lock_of(read(**{ROUTE: retired}), LOCKED)

    assert after.rules["route.third-country-finishing"].retired
    assert told(read(**{ROUTE: retired}), after) == []


def test_a_draft_enters_when_it_is_none_any_more() -> None:
    draft = TEXT.replace("status: active", "status: draft").replace(ID, "dprk.draft")
    path = "dprk/draft.yaml"

    assert told(read(**{path: draft})) == []
    assert "dprk.draft" not in lock_of(read(**{path: draft}), LOCKED).rules
    shadow = read(**{path: draft.replace("status: draft", "status: shadow")})
    assert told(shadow) == [("R033", "warning", f"pack/{path}", 2)]
    assert "dprk.draft" in lock_of(shadow, LOCKED).rules


BACKTEST = Backtest(data="0" * 64, rows=40_000, share=0.0034, budget=0.005)


def untried(reading: Reading, lock: Lock, base: Lock | None = None) -> list[tuple[str, str, int]]:
    check_company(reading, lock, base, "pack")
    return [(one.code, one.path, one.line) for one in reading.world.diagnostics.found]


def tried_lock(reading: Reading, before: Lock | None = None) -> Lock:
    return tried(before, current_rules(reading, "pack"), BACKTEST)


def test_an_active_rule_of_a_company_wants_a_backtest() -> None:
    active = [one.rule for one in current_rules(read(), "pack") if one.rule.status == "active"]
    assert len(active) >= 5

    assert {one[0] for one in untried(read(), LOCKED)} == {"R077"}
    assert len(untried(read(), LOCKED)) == len(active)
    assert untried(read(), tried_lock(read(), LOCKED)) == []


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [
        ("any_of: [S-HANDWORK]", "any_of: [S-HANDWORK, S-PROC]", True),
        ("    points: 10\n", "    points: 9\n", True),
        ("title: Hand-worked", "title: Hand worked", False),
        ("status: active", "status: shadow", False),
    ],
)
def test_logic_and_points_want_the_next_backtest_and_wording_does_not(
    old: str, new: str, *, again: bool
) -> None:
    kept = tried_lock(read())
    changed = read(**{PATH: TEXT.replace(old, new).replace("version: 4", "version: 5")})

    after = lock_of(changed, kept)

    place = ("R077", "pack/dprk/border-handwork.yaml", 5)
    assert (place in untried(changed, after)) is again
    assert (after.rules[ID].backtest is None) is again


def test_a_shadow_rule_passes_no_backtest() -> None:
    shadow = read(**{PATH: TEXT.replace("status: active", "status: shadow")})

    kept = tried_lock(shadow)

    assert kept.rules[ID].backtest is None
    assert [one for one in untried(read(), kept) if one[1].endswith(PATH)] != []


def test_an_id_that_the_extended_pack_has_retired_is_taken() -> None:
    base = Lock(rules={ID: replace(LOCKED.rules[ID], retired=True)})

    assert untried(read(), tried_lock(read()), base) == [
        ("R008", "pack/dprk/border-handwork.yaml", 1)
    ]


def test_a_backtest_stands_in_the_text_of_the_lock() -> None:
    kept = tried_lock(read())

    assert read_lock(lock_text(kept), LOCK) == kept


def test_a_lock_is_read_as_it_was_written() -> None:
    text = lock_text(LOCKED)

    assert read_lock(text, LOCK) == LOCKED
    assert text.count("\n") == len(LOCKED.rules) + 2


@pytest.mark.parametrize(
    "text",
    ["", "{}", '{"rules": [', "[" * 100_000, '{"rules": {"a.b": {"version": 1}}}', "<<<<<<< ours"],
)
def test_what_is_no_lock_is_refused(text: str) -> None:
    with pytest.raises(RuleError, match="not a lock"):
        read_lock(text, LOCK)


def test_the_lock_of_the_shipped_pack_is_current() -> None:
    inspection = inspect()
    home = str(inspection.home)
    assert inspection.lock is not None, "run screener rules bump"

    assert renewed(inspection.lock, current_rules(inspection.reading, home)) == inspection.lock
    assert main(["rules", "validate", "--strict", "--as-of", AS_OF]) == 0
