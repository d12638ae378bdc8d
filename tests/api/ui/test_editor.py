"""The editor of rules: messages at the line, a trial on rows, drafts kept beside the pack."""

import re
from pathlib import Path

import pytest

from screener.factory import inspect
from screener.pipeline import Screener
from tests.api.ui.conftest import MakePerson, Person, words
from tests.rule_drafts import DRAFT, ROWS

EDITOR = "/rules/editor"
HOSTILE = "<img src=x onerror=alert(1)>"


def _judged(person: Person, text: str, act: str = "check", **more: str) -> str:
    answer = person.send(EDITOR, {"yaml": text, "act": act, **more}, seen=EDITOR)
    assert answer.status_code == 200, answer.text
    return words(answer)


def test_a_rule_in_use_opens_in_the_editor(person: Person) -> None:
    link = f"{EDITOR}?from=dprk.border-handwork"

    assert f'href="/ui{link}"' in person.see("/rules/dprk.border-handwork").text
    assert "rule: own.border-handwork" in words(person.see(link))
    assert person.see(f"{EDITOR}?from=no.such").status_code == 404


def test_messages_stand_at_their_line(person: Person) -> None:
    page = _judged(person, DRAFT.replace("family: ", "famly: "))

    assert "What the checker says 1 own/bolts.yaml:4:1 error R001" in page
    assert "did you mean" in page
    assert "Its tests" not in page


def test_warnings_stand_at_their_line_and_hinder_nothing(person: Person) -> None:
    text = "".join(line for line in DRAFT.splitlines(keepends=True) if "no goods" not in line)

    page = _judged(person, text.replace("own.bolts", "own.washers"), "save")

    assert "own/washers.yaml:20:1 warning R054" in page
    assert "Saved in the data directory" in page


def test_a_draft_is_tried_on_pasted_rows(person: Person) -> None:
    page = _judged(person, DRAFT, "try", rows=ROWS)

    assert "Of 2 rows it fires on 1. 1 row moves to another tier." in page
    assert "2 T0 T2 steel bolts" in page


def test_rows_without_a_header_are_read_cell_by_cell(person: Person) -> None:
    page = _judged(person, DRAFT, "try", rows="steel bolts\nhand knitted hats\n")

    assert "Of 2 rows it fires on 1" in page


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, "there is no row"),
        ({"rows": "a\n" * 600}, "600 rows"),
        ({"batch": "none"}, "no batch none"),
    ],
)
def test_what_cannot_be_tried_is_told_and_the_text_stays(
    person: Person, more: dict[str, str], told: str
) -> None:
    page = _judged(person, DRAFT, "try", **more)

    assert told in page
    assert "rule: own.bolts" in page


def test_a_draft_is_saved_beside_the_pack(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    home = person.client.app.state.service.home  # type: ignore[attr-defined]  # of the application

    page = _judged(person, DRAFT, "save")

    assert "Saved in the data directory as overlays/company/own/bolts.yaml" in page
    saved = home / "overlays" / "company" / "own" / "bolts.yaml"
    assert saved.read_text(encoding="utf-8") == DRAFT
    assert "own.bolts" in words(person.see(EDITOR))
    assert "title: Bolts" in words(person.see(f"{EDITOR}?from=own.bolts"))
    # The folder is one that the command takes, and nothing in it is in use.
    monkeypatch.delenv("SCREENER_RULES", raising=False)
    assert inspect(rules=Path(home) / "overlays" / "company").reading.world.diagnostics.errors == ()
    assert person.see("/rules/own.bolts").status_code == 404


def test_what_another_saved_meanwhile_is_not_overwritten(person: Person) -> None:
    home = person.client.app.state.service.home  # type: ignore[attr-defined]  # of the application
    mine = DRAFT.replace("own.bolts", "own.nuts")
    theirs = mine.replace("title: Bolts", "title: Nuts")
    _judged(person, mine, "save")
    seen = re.search(r'name="seen" value="([^"]+)"', person.see(f"{EDITOR}?from=own.nuts").text)
    assert seen is not None

    assert "Saved in" in _judged(person, theirs, "save", seen=seen[1])
    late = _judged(person, mine, "save", seen=seen[1])
    blind = _judged(person, mine, "save")

    assert "the draft of own.nuts is another by now" in late
    assert "the draft of own.nuts is there already" in blind
    saved = home / "overlays" / "company" / "own" / "nuts.yaml"
    assert saved.read_text(encoding="utf-8") == theirs


def test_only_a_draft_is_saved(person: Person) -> None:
    active = DRAFT.replace("status: draft", "status: shadow")

    assert "saved here with status draft; this one says shadow" in _judged(person, active, "save")
    assert "Saved in" not in _judged(person, DRAFT.replace("title:", "titel:"), "save")


def test_a_rule_in_use_is_tried_as_changed_but_never_saved(
    person: Person, screener: Screener
) -> None:
    text = dict(screener.content.texts.texts)["dprk/border-handwork.yaml"]
    lower = text.replace("raises_to: T2\n", "").replace("  points: 25", "  points: 5")

    assert "1 row moves to another tier." in _judged(person, lower, "try", rows=ROWS)
    assert "is a rule of the pack; give the draft an id of your own" in _judged(
        person, lower, "save"
    )


def test_hostile_text_stays_text(person: Person) -> None:
    text = f"rule: own.x\n{HOSTILE}: 1\n</textarea>{HOSTILE}\n"

    answer = person.send(EDITOR, {"yaml": text, "act": "check", "rows": HOSTILE}, seen=EDITOR)

    assert "<img" not in answer.text
    assert answer.text.count("</textarea>") == 2


def test_who_may_not_review_has_no_editor(signed_in: MakePerson) -> None:
    reader = signed_in("reader", "read")

    assert reader.see(EDITOR).status_code == 403
    assert "Draft a rule" not in words(reader.see("/rules"))


def test_a_draft_has_an_end(person: Person) -> None:
    answer = person.send(EDITOR, {"yaml": "# " * 60_000, "act": "check"}, seen=EDITOR)

    assert answer.status_code == 422
