"""What must hold of the shipped parties, places and public listings, whatever the matcher does."""

import csv
import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest

from screener.content.diagnostics import Diagnostics
from screener.lists.edition import read_editions, read_gazetteer
from screener.lists.manifest import read_manifest
from screener.lists.own_names import read_own_names
from screener.match.catalogue import ADMIN_SUFFIXES
from screener.model.listing import Entry, Kind
from screener.rules.fields import read_fields
from screener.sources.register import read_register
from screener.text.folding import comparison_form, fold

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
LISTS = ROOT / "watchlists"
MINE = ("dprk-parties", "dprk-places", "public-actions", "cbp-wro")
EDITIONS = {edition.id: edition for edition in read_editions(LISTS) if edition.id in MINE}
ENTRIES = {entry.id: entry for edition in EDITIONS.values() for entry in edition.entries}
LOCALITIES = read_gazetteer(LISTS)
HANGUL_NAMES = [
    line
    for line in (HERE / "dprk_hangul_names.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
assert ENTRIES, "no entry was read"
assert LOCALITIES, "no locality was read"
assert HANGUL_NAMES, "no name of a place was read"

PARTIES = (
    "E-PAEKTO", "E-8CORPS", "E-GPB", "E-SSD", "E-SECDEPT", "E-WPKCC", "E-SINTEX", "E-PSGARM",
    "E-CJCLOTH", "E-KPNAT", "E-MOSS", "E-SINHUNG", "E-CHONGORI",
)  # fmt: skip
PLACES = {
    "P-KP": None, "P-NPYONGAN": "P-KP", "P-SPYONGAN": "P-KP", "P-SINUIJU": "P-NPYONGAN",
    "P-CHONGJU": "P-NPYONGAN", "P-SONCHON": "P-NPYONGAN", "P-YOMJU": "P-NPYONGAN",
    "P-PYONGSONG": "P-SPYONGAN", "P-DANDONG": None, "P-BORDER": None, "P-LNJL": None,
    "P-PINGDU": None,
}  # fmt: skip
LISTINGS = ("L-CBP-LINING", "L-CBP-H317249", "L-CBP-2212", "L-OFAC-GoNK")
LABOUR = {"prison-site", "dprk-nationals-work-there"}
DISPLACED = tuple(entry for entry in ENTRIES.values() if "displaced" in entry.roles)
# Spellings that the systems of romanization, the press and other scripts give, by domain notes 2.2
# and 2.3, with the class in which each must be known.
SPELLINGS = [
    line.split(" | ")
    for line in (HERE / "spellings.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
assert SPELLINGS, "no spelling was read"


def joined(text: str) -> str:
    """Return a text as phrases are compared: without what separates its words."""
    return fold(text).joined


FOUND_BY = {
    entry_id: {(joined(alias.text), alias.ambiguity) for alias in entry.aliases}
    for entry_id, entry in ENTRIES.items()
}
FORMS = {entry_id: {form for form, _ in found} for entry_id, found in FOUND_BY.items()}


@pytest.mark.parametrize("entry_id", [*PARTIES, *PLACES, *LISTINGS])
def test_every_entry_of_the_domain_notes_is_there(entry_id: str) -> None:
    assert entry_id in ENTRIES


@pytest.mark.parametrize(("place", "around"), PLACES.items())
def test_places_lie_where_they_lie(place: str, around: str | None) -> None:
    assert ENTRIES[place].kind is Kind.PLACE
    assert ENTRIES[place].within == around


@pytest.mark.parametrize("number", range(1, 81))
def test_every_row_of_the_orders_is_an_entry(number: int) -> None:
    assert f"CBP-WRO:WRO{number:03}" in ENTRIES


@pytest.mark.parametrize("spelling", SPELLINGS, ids=" | ".join)
def test_spelling_is_known_in_its_class(spelling: list[str]) -> None:
    entry_id, ambiguity, text = spelling

    assert (joined(text), ambiguity) in FOUND_BY[entry_id]


@pytest.mark.parametrize("name", HANGUL_NAMES)
def test_place_of_the_dprk_is_found_by_its_name_in_hangul(name: str) -> None:
    inside = [
        entry_id
        for entry_id, entry in ENTRIES.items()
        if entry.country == "KP" and entry.kind is Kind.PLACE and joined(name) in FORMS[entry_id]
    ]

    assert inside


def test_displaced_parties_are_those_of_the_report() -> None:
    assert [entry.id for entry in DISPLACED] == ["E-SINTEX", "E-PSGARM"]


@pytest.mark.parametrize("entry", DISPLACED, ids=lambda entry: entry.id)
def test_displaced_party_supports_nothing_about_labour_or_profit(entry: Entry) -> None:
    assert set(entry.supports) <= {"made-in-dprk", "loaded-or-addressed-in-dprk", "mentioned-only"}


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=lambda entry: entry.id)
def test_labour_is_supported_by_prisons_and_by_the_statement_of_nationals_alone(
    entry: Entry,
) -> None:
    labour = LABOUR & set(entry.supports)

    assert not labour or entry.site_class == "prison" or entry.id == "E-KPNAT"


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=lambda entry: entry.id)
def test_entry_says_what_it_supports_and_what_may_not_be_said(entry: Entry) -> None:
    assert entry.supports
    assert entry.assertion_limits


@pytest.mark.parametrize("entry_id", ["E-8CORPS", "E-GPB", "E-CJCLOTH", "E-SINHUNG"])
def test_reported_operators_support_no_more_than_a_report(entry_id: str) -> None:
    assert "reportedly-operated-by" in ENTRIES[entry_id].supports
    assert "listed-by" not in ENTRIES[entry_id].supports


@pytest.mark.parametrize("entry_id", ["E-SSD", "E-MOSS", *LISTINGS])
def test_what_is_listed_names_the_list_and_the_day(entry_id: str) -> None:
    entry = ENTRIES[entry_id]

    assert "listed-by" in entry.supports
    assert entry.listed_by
    assert entry.listed_on


def test_unresolved_department_is_never_matched() -> None:
    assert ENTRIES["E-SECDEPT"].aliases == ()


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=lambda entry: entry.id)
def test_alias_has_a_status_and_no_double(entry: Entry) -> None:
    counted = Counter(
        (joined(alias.text), alias.ambiguity, alias.anchors, alias.fields)
        for alias in entry.aliases
    )

    assert all(alias.status in {"V", "D", "GK"} for alias in entry.aliases)
    assert [spelling for spelling, times in counted.items() if times > 1] == []


def test_claims_are_those_of_the_register() -> None:
    register = read_register(ROOT / "seeds", ROOT / "rules")

    assert read_editions(LISTS, claims=register.claims)


def test_aliases_are_limited_to_columns_that_exist() -> None:
    fields = read_fields(ROOT / "rules")
    known = set(fields) | {field.type for field in fields.values()}

    assert {
        name for one in ENTRIES.values() for alias in one.aliases for name in alias.fields
    } <= known


def test_administrative_suffixes_are_written_down() -> None:
    text = (LISTS / "dprk-places" / "words.yaml").read_text(encoding="utf-8")
    written = re.search(r"admin-suffixes: \[(.*?)\]", text, re.DOTALL)

    assert written is not None
    assert set(ADMIN_SUFFIXES) <= {word.strip() for word in written[1].split(",")}


@pytest.mark.parametrize("list_id", [*MINE, "gazetteer"])
def test_list_is_sealed_and_says_what_it_covers(list_id: str) -> None:
    manifest = read_manifest(LISTS / list_id)
    sealed = {file.name: file.sha256 for file in manifest.files}
    there = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (LISTS / list_id).iterdir()
        if path.name != "manifest.yaml" and not path.name.startswith(".")
    }

    assert sealed == there
    assert manifest.coverage
    assert manifest.canaries
    assert manifest.licence


def test_gazetteer_is_compact_and_its_table_sound() -> None:
    path = LISTS / "gazetteer" / "localities.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))

    assert path.stat().st_size < 800_000
    assert len(rows) == len(LOCALITIES)


@pytest.mark.parametrize("country", ["CN", "KR", "KP", "JP", "VN", "RU", "US", "DE", "BD", "MX"])
def test_gazetteer_knows_the_country_by_name_in_several_languages(country: str) -> None:
    names = {
        name
        for one in LOCALITIES
        if one.kind == "country" and one.country == country
        for name in one.names
    }

    assert len(names) >= 5


@pytest.mark.parametrize(
    "name", ["Ji'an", "Fengcheng", "Linjiang", "Longjing", "Donggang", "Chaoyang"]
)
def test_name_of_several_provinces_carries_all_of_them(name: str) -> None:
    readings = {
        one.admin
        for one in LOCALITIES
        if joined(name) in {joined(written) for written in one.names}
    }

    assert len(readings) >= 2
    assert readings & {"CN-LN", "CN-JL"}


@pytest.mark.parametrize(
    "word", ["China", "中国", "중국", "朝鲜", "suede", "jersey", "Korean", "nice"]
)
def test_everyday_word_is_no_locality(word: str) -> None:
    assert not [one for one in LOCALITIES if joined(word) in {joined(name) for name in one.names}]


@pytest.mark.parametrize("entry_id", LISTINGS)
def test_locality_does_not_make_a_listed_brand_ordinary(entry_id: str) -> None:
    localities = {comparison_form(name) for one in LOCALITIES for name in one.names}

    assert not {"jingde", "rixin", "huayang", "lining", "sunrise"} & localities
    assert ENTRIES[entry_id].aliases


def test_each_name_of_our_own_finds_a_party_of_a_shipped_list() -> None:
    diagnostics = Diagnostics()
    path = LISTS / "own-names" / "names.yaml"
    written = read_own_names(str(path), path.read_text(encoding="utf-8"), diagnostics)
    parties = {
        (law, alias.text): entry.id
        for edition in read_editions(LISTS)
        for law in edition.under
        for entry in edition.entries
        for alias in entry.aliases
        if alias.status == "GK"
    }

    assert not diagnostics.errors
    for one in written:
        if one.goods:
            continue
        met = {parties.get((law, word)) for law in one.under for word in one.words} - {None}
        assert met, f"{one.of} is on no shipped list"


def test_goods_of_our_own_are_those_of_the_order_on_the_shipped_list() -> None:
    path = LISTS / "own-names" / "names.yaml"
    written = read_own_names(str(path), path.read_text(encoding="utf-8"), Diagnostics())
    orders = {
        entry.name: entry.goods
        for edition in read_editions(LISTS)
        for entry in edition.entries
        if entry.goods and not entry.aliases
    }

    found = [
        (one.goods, orders[name])
        for one in written
        if one.goods
        for name in one.of
        if name in orders
    ]

    assert len(found) == len([one for one in written if one.goods]) > 0
    assert all(ours == theirs for ours, theirs in found)
