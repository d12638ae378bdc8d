"""A draft is checked beside the pack in use, and tried on records, without being saved."""

import pytest

from screener.errors import InputError
from screener.pipeline import Screener
from screener.resources import shipped
from screener.trial import Checked, Tried, checked, proved, trial, tried
from tests.conftest import AS_OF, ROOT
from tests.rule_drafts import DRAFT

pytestmark = pytest.mark.slow
DOLLS = {
    "product_description": "hand crocheted doll",
    "supplier_city": "Dandong",
    "supplier_province": "Liaoning",
    "country_of_origin": "CN",
}
TOWEL = {"product_description": "linen towel", "country_of_origin": "IT"}
RECORDS = [("dolls", DOLLS), ("towel", TOWEL)]
SHIPPED = (shipped("rules") / "dprk" / "border-handwork.yaml").read_text(encoding="utf-8")
TWO_REASONS = (ROOT / "tests/rules/broken/lint/r055-two-reasons.yaml").read_text(encoding="utf-8")
OVERLAY = """\
extends: {name} ^1.0
mutes:
  - rule: origin.dprk-declared
    row: {{supplier_name: Someone}}
    reason: none
    owner: acme
    expires: 2027-01-01
"""


def outcome(screener: Screener, draft: Checked) -> Tried:
    return tried(
        screener.judging_by(screener.pack, AS_OF), trial(screener, draft, AS_OF), draft, RECORDS
    )


@pytest.fixture(scope="module", name="weakened")
def _weakened(screener: Screener) -> Checked:
    """Return the shipped rule of hand-worked goods without its floor and with one point."""
    text = SHIPPED.replace("raises_to: T2\n", "")
    assert text != SHIPPED
    return checked(screener, text, AS_OF)


def test_an_edited_rule_takes_the_place_of_the_shipped_one(
    screener: Screener, weakened: Checked
) -> None:
    assert (weakened.path, weakened.subject) == (
        "dprk/border-handwork.yaml",
        "dprk.border-handwork",
    )
    assert [one for one in weakened.found if one.severity == "error"] == []
    assert weakened.pack is not None
    assert len(weakened.pack.rules) == len(screener.pack.rules)


def test_records_that_would_move_are_named(screener: Screener, weakened: Checked) -> None:
    found = outcome(screener, weakened)

    assert (found.rows, found.hits, found.moved) == (2, 1, 1)
    assert [(one.line_id, one.before) for one in found.moves] == [("dolls", "T2")]
    assert found.moves[0].after < "T2"
    assert found.transitions["T2"][found.moves[0].after] == 1
    assert (found.before.tiers["T2"], found.after.tiers["T2"]) == (1, 0)


def test_the_rule_as_it_is_moves_nothing(screener: Screener) -> None:
    draft = checked(screener, SHIPPED, AS_OF)

    assert outcome(screener, draft).moves == ()
    assert {one.passed for one in proved(trial(screener, draft, AS_OF), draft)} == {True}


def test_a_draft_counts_while_it_is_tried(screener: Screener) -> None:
    text = SHIPPED.replace("status: active\n", "status: draft\n")
    assert text != SHIPPED
    draft = checked(screener, text, AS_OF)

    assert outcome(screener, draft).hits == 1


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("rule: [", "draft/unnamed.yaml"),
        ("- a list", "draft/unnamed.yaml"),
        ("title: no kind", "draft/unnamed.yaml"),
        ("rule: No Id At All\n", "draft/unnamed.yaml"),
        ("rule: acme.empty\n", "acme/empty.yaml"),
        ("condition: acme-empty\n", "conditions/acme-empty.yaml"),
        ("extends: other-pack ^1.0\n", "overlay.yaml"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(screener: Screener, text: str, path: str) -> None:
    draft = checked(screener, text, AS_OF)

    assert draft.pack is None
    assert {one.path for one in draft.found if one.severity == "error"} == {path}
    with pytest.raises(InputError, match="has errors"):
        trial(screener, draft, AS_OF)


def test_an_overlay_may_not_silence_a_gate(screener: Screener) -> None:
    draft = checked(screener, OVERLAY.format(name=screener.pack.name), AS_OF)

    assert [one.code for one in draft.found] == ["R075"]
    assert proved(screener, draft) == ()


def _warned(screener: Screener, text: str) -> list[tuple[str, str]]:
    found = checked(screener, text, AS_OF).found
    return [(one.code, one.source.strip()) for one in found if one.severity == "warning"]


def test_a_draft_is_judged_as_a_critical_reader_would_once_it_counts(screener: Screener) -> None:
    without = "".join(line for line in DRAFT.splitlines(keepends=True) if "no goods" not in line)

    assert _warned(screener, DRAFT) == []
    assert [code for code, _ in _warned(screener, without)] == ["R054"]


def test_a_draft_that_says_what_a_rule_says_is_told_at_its_own_line(screener: Screener) -> None:
    text = SHIPPED.replace("rule: dprk.border-handwork", "rule: aaa.twin")
    text = text.replace("status: active", "status: draft")

    assert ("R034", "when:") in _warned(screener, text)


def test_a_near_miss_that_misses_by_something_else_is_told(screener: Screener) -> None:
    text = TWO_REASONS.replace("status: active", "status: draft")
    mended = text.replace("supplier_city: Hanoi, ", "")

    assert "R055" in [code for code, _ in _warned(screener, text)]
    assert "R055" not in [code for code, _ in _warned(screener, mended)]


def test_what_a_rule_silences_with_a_reason_is_not_told(screener: Screener) -> None:
    silencing = {path: text for path, text in screener.content.texts.texts if "silence:" in text}
    assert silencing, "no shipped rule silences anything"

    assert [_warned(screener, text) for text in silencing.values()] == [[]] * len(silencing)
