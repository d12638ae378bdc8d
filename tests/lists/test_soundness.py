"""Tests of screener.lists.soundness."""

import pytest

from screener.content.diagnostics import Diagnostics
from screener.lists.entries import read_entries
from screener.lists.soundness import check_entries

SOUND = """\
entries:
  - id: E-ONE
    kind: facility
    name: Paekto Reeducation Camp
    country: KP
    listed_on: "2016-07"
    aliases:
      - {words: [Paekto], class: A1, anchors: [camp]}
    anchors:
      - {name: camp, scope: near, words: [camp]}
    vetoes:
      - {name: clay, scope: next, words: [clay]}
"""
TERM = """\
entries:
  - id: S-ONE
    kind: term
    name: Prison labour
    aliases:
      - {words: [prison], class: A1}
"""


def problems(text: str) -> str:
    """Return the diagnostics of a file of entries as text."""
    diagnostics = Diagnostics()
    check_entries(read_entries("test", [("a.yaml", text)], diagnostics), diagnostics)
    return diagnostics.render()


def test_sound_entry_is_passed() -> None:
    assert problems(SOUND) == ""


@pytest.mark.parametrize(
    ("written", "other", "message"),
    [
        ("anchors: [camp]", "anchors: [kamp]", 'a.yaml:8:9: error[L006] E-ONE has no anchor "kamp"'),
        ("words: [clay]", "words: []", "a.yaml:12:9: error[L008]"),
        ("words: [clay]", "entries: []", "a.yaml:12:9: error[L008]"),
        ("country: KP", "country: XX", 'a.yaml:2:5: error[L009] "XX" of E-ONE is no country'),
        ("country: KP", "country: KP\n    admin: [CN-LN]", '[L009] "CN-LN" of E-ONE'),
        ("country: KP", "country: KP\n    admin: [Pyongan]", '[L009] "Pyongan" of E-ONE'),
        ('"2016-07"', "July 2016", 'a.yaml:2:5: error[L010] listed_on "July 2016"'),
        ("name: clay", "name: clay, scope: near, words: [earth]}\n      - {name: clay", "[L011]"),
    ],
    ids=[
        "unknown anchor", "no words", "no entries", "country", "division elsewhere",
        "no division", "date", "two cues of a name",
    ],
)  # fmt: skip
def test_unsound_entry_is_noted_with_its_line(written: str, other: str, message: str) -> None:
    assert message in problems(SOUND.replace(written, other, 1))


def test_term_that_nothing_could_confirm_is_noted() -> None:
    assert "a.yaml:6:9: error[L007] A1 aliases of S-ONE could never match" in problems(TERM)


@pytest.mark.parametrize(
    "change",
    [
        ("class: A1", "class: A0"),
        ("class: A1", "class: A1, fields: [code]"),
        ("kind: term", "kind: place\n    country: KP"),
    ],
    ids=["stands alone", "in code columns", "confirmed by its country"],
)
def test_alias_that_can_match_is_passed(change: tuple[str, str]) -> None:
    assert problems(TERM.replace(*change)) == ""
