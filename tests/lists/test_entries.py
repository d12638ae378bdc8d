"""Tests of screener.lists.entries."""

import pytest

from screener.content.diagnostics import Diagnostics
from screener.lists.entries import Read, read_entries
from screener.lists.listed import Listed
from screener.lists.writing import Slight, entry_text, files
from screener.model.listing import Entry, Kind
from tests.lists.readers.files import FILES
from tests.lists.readers.files import read as read_listed
from tests.lists.written_lists import PLACE
from tests.match.written_editions import edition_of

MASKS = """\
words:
  tapes: [masking tape, duct tape]
entries:
  - id: G-MASK
    kind: goods
    name: Face masks
    headings: ["6307.90"]
    aliases:
      - {words: [face mask, 口罩, 마스크, マスク, маска, KN95, "3"]}
      - {words: [mask], class: A1, anchors: [worn], whole: true, fields: [text]}
    anchors:
      - {name: worn, scope: near, words: [ear loop, "@tapes", ear loop]}
    vetoes:
      - {name: tape, scope: over, words: ["@tapes"]}
      - {name: record, scope: record, entries: [G-MASK]}
"""


def read(*texts: str) -> tuple[tuple[Read, ...], str]:
    """Return what is read of some files, and the diagnostics as text."""
    diagnostics = Diagnostics()
    named = [(f"{number}.yaml", text) for number, text in enumerate(texts)]
    return read_entries("test", named, diagnostics), diagnostics.render()


def entry(text: str) -> Entry:
    """Return the one entry of a sound file."""
    (only,), problems = read(text)
    assert problems == ""
    return only.entry


def test_entry_is_read_with_its_list_and_place() -> None:
    (only,), problems = read(PLACE)

    assert problems == ""
    assert (only.entry.list, only.entry.id, only.entry.kind) == ("test", "P-ONE", Kind.PLACE)
    assert (only.written.at.path, only.written.at.line) == ("0.yaml", 2)


def test_words_of_a_group_share_its_attributes() -> None:
    dandong, han, andong = entry(PLACE).aliases

    assert (dandong.ambiguity, dandong.status, dandong.lang) == ("A0", "V", "zh")
    assert (han.text, han.status) == ("丹东", "V")
    assert (andong.ambiguity, andong.system, andong.status) == ("A2", "press", "GK")


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("face mask", "latn"), ("口罩", "hani"), ("마스크", "hang"), ("マスク", "kana"),
        ("маска", "cyrl"), ("KN95", "latn"), ("3", "digit"),
    ],
)  # fmt: skip
def test_script_is_derived_from_the_text(text: str, script: str) -> None:
    scripts = {alias.text: alias.script for alias in entry(MASKS).aliases}

    assert scripts[text] == script


def test_word_sets_are_put_in_and_each_word_once() -> None:
    masks = entry(MASKS)

    assert masks.anchors[0].words == ("ear loop", "masking tape", "duct tape")
    assert masks.vetoes[0].words == ("masking tape", "duct tape")
    assert masks.vetoes[1].entries == ("G-MASK",)


def test_alias_keeps_anchor_whole_and_fields() -> None:
    alias = entry(MASKS).aliases[-1]

    assert (alias.anchors, alias.whole, alias.fields) == (("worn",), True, ("text",))


def test_word_sets_are_shared_by_the_files_of_a_list() -> None:
    other = MASKS.replace("words:\n  tapes: [masking tape, duct tape]\n", "")

    (first, second), problems = read(MASKS, other.replace("G-MASK", "G-OTHER"))

    assert problems == ""
    assert first.entry.vetoes[0].words == second.entry.vetoes[0].words


def test_every_entry_of_every_file_is_read_in_order() -> None:
    found, _ = read(PLACE, PLACE.replace("P-ONE", "P-TWO"))

    assert [one.entry.id for one in found] == ["P-ONE", "P-TWO"]


@pytest.mark.parametrize(
    ("written", "other", "message"),
    [
        ("@tapes", "@taeps", '0.yaml:12:9: error[L003] G-MASK asks for the word set "taeps"'),
        ("KN95", "—", '0.yaml:9:9: error[L004] the alias "—" of G-MASK'),
        ("kind: goods", "kind: good", '0.yaml:5:11: error[R005] "good" is not a value of "kind"'),
        ("class: A1", "class: A9", '0.yaml:10:32: error[R005] "A9"'),
        ("    name: Face masks\n", "", 'error[R002] missing key "name"'),
        ("headings", "heading", '0.yaml:7:5: error[R001] unknown key "heading"'),
        ("scope: near", "scope: page", '"page" is not a value of "scope"'),
    ],
    ids=["word set", "empty alias", "kind", "class", "no name", "misspelt key", "scope"],
)  # fmt: skip
def test_wrong_entry_is_noted_with_its_line(written: str, other: str, message: str) -> None:
    _, problems = read(MASKS.replace(written, other, 1))

    assert message in problems


def test_status_must_be_one_of_three() -> None:
    _, problems = read(PLACE.replace("status: V", "status: seen"))

    assert '"seen" is not a value of "status"' in problems


def test_word_set_that_stands_in_two_files_is_noted() -> None:
    _, problems = read(MASKS, MASKS.replace("G-MASK", "G-OTHER"))

    assert 'error[L005] the word set "tapes" stands in two files' in problems


@pytest.mark.parametrize(
    ("countries", "programmes", "regime"),
    [
        (("KP", "CN", "RU"), ("DPRK3",), "KP"),
        (("CN", "KP"), ("NPWMD", "DPRK2"), "KP"),
        ((), ("DPRK",), "KP"),
        (
            ("KP", "DE"),
            ("The Democratic People's Republic of Korea (Sanctions) (EU Exit) Regulations 2019",),
            "KP",
        ),
        (("KP", "RU", "ES"), ("CUBA",), None),
        (("CN", "GB"), ("DPRK4",), None),
        (("CN",), ("DPRK4",), None),
        (("KP",), ("DPRK4",), None),
        ((), ("IRAN",), None),
    ],
)
def test_programme_tells_the_country_of_a_party_in_several(
    countries: tuple[str, ...], programmes: tuple[str, ...], regime: str | None
) -> None:
    one = Listed(key="1", name="Azul Air", line=1, countries=countries, programmes=programmes)

    (entry,) = edition_of("ofac", [one]).entries

    assert entry.regime == regime
    assert entry.country == (countries[0] if len(countries) == 1 else None)


def test_ship_without_a_flag_is_of_no_country() -> None:
    one = Listed(key="1", name="Lucky Star", line=1, kind="vessel", programmes=("DPRK4",))

    assert edition_of("ofac", [one]).entries[0].regime is None


UN = read_listed("un-xml", *FILES["un-xml"]())
assert UN, "no listing"


def _imported(*changes: tuple[str, str]) -> str:
    """Return listings as an import writes them, with some of the text changed."""
    slight = Slight(exact={UN[0].name}, everyday={UN[1].name})
    ((_, text),) = files(entry_text(one, "un", "United Nations", slight) for one in UN)
    for was, now in changes:
        assert was in text
        text = text.replace(was, now, 1)
    return text


@pytest.mark.parametrize(
    "changes",
    [
        (),
        (('"KPi.001"', '"\\u004bPi.001"'),),
        (('"kind"', '"kinds"'),),
        (('"kind": "listing"', '"kind": "listings"'),),
        (('"status": "V"', '"status": "W"'),),
        (('"words": [', '"word": ['),),
        (('"words": [', '"words": [1, '),),
        (("  - {", "  -  {"),),
        (('"listed_by"', "listed_by"),),
        (('"UN:KPi.001", "', '"UN:KPi.001" "'),),
        (("entries:", "entries: # ours"),),
    ],
    ids=lambda changes: " ".join(now for _, now in changes) or "as written",
)
def test_imported_entries_are_read_as_yaml_would_be(changes: tuple[tuple[str, str], ...]) -> None:
    texts = [("entries-001.yaml", _imported(*changes))]
    slow, fast = Diagnostics(), Diagnostics()

    composed = read_entries("un", texts, slow)
    decoded = read_entries("un", texts, fast, imported=True)

    assert [one.entry for one in decoded] == [one.entry for one in composed]
    assert [one.written.at.line for one in decoded] == [one.written.at.line for one in composed]
    assert fast.render() == slow.render()
