"""A file becomes a sealed edition that stays as it is, and is kept beside the next."""

import hashlib
from pathlib import Path

import pytest

from screener.editions.searching import NameSearch
from screener.editions.store import EditionStore
from screener.errors import InputError, ListError
from screener.lists.edition import read_edition
from tests.editions.lists_to_import import NAMES, firms, imported, table


def test_edition_is_dated_sealed_and_read_only(tmp_path: Path, search: NameSearch) -> None:
    content = firms()

    edition = imported(tmp_path, search, content).edition

    folder = EditionStore(tmp_path).current()["acme"]
    assert (edition.id, edition.edition_date, len(edition.entries)) == ("acme", "2026-11-20", 10)
    assert folder.name == edition.edition
    assert edition.edition.startswith("2026-11-20-")
    assert hashlib.sha256(content).hexdigest() in (folder / "manifest.yaml").read_text()
    assert {one.stat().st_mode & 0o222 for one in folder.iterdir()} == {0}


def test_day_of_import_stands_for_a_day_that_is_not_stated(
    tmp_path: Path, search: NameSearch
) -> None:
    edition = imported(tmp_path, search, firms(), day=None).edition

    folder = EditionStore(tmp_path).current()["acme"]
    assert edition.edition_date == "2026-11-26"
    assert "does not say of which day" in (folder / "manifest.yaml").read_text()


def test_old_edition_stays_beside_the_new(tmp_path: Path, search: NameSearch) -> None:
    first = imported(tmp_path, search, firms()).edition
    second = imported(
        tmp_path, search, firms([*NAMES, "Kestrel Handicraft Works"]), day="2026-11-24"
    )

    store = EditionStore(tmp_path)
    assert second.before is not None
    assert second.before.edition == first.edition
    assert store.editions("acme") == (first.edition, second.edition.edition)
    assert read_edition(store.path("acme", "2026-11-20"), "acme") == first
    assert store.current()["acme"].name == second.edition.edition


def test_edition_of_an_earlier_day_does_not_come_into_use(
    tmp_path: Path, search: NameSearch
) -> None:
    newer = imported(tmp_path, search, firms()).edition
    older = imported(tmp_path, search, firms(NAMES[:-1]), day="2025-01-02")

    assert not older.newest
    assert EditionStore(tmp_path).current()["acme"].name == newer.edition


def test_same_file_again_is_the_same_edition(tmp_path: Path, search: NameSearch) -> None:
    first = imported(tmp_path, search, firms()).edition
    again = imported(tmp_path, search, firms()).edition

    assert again == first
    assert EditionStore(tmp_path).editions("acme") == (first.edition,)


def test_other_columns_of_the_same_file_are_another_edition(
    tmp_path: Path, search: NameSearch
) -> None:
    content = table(["1,Azul Works,Birke Works"], header="id,name,other")
    first = imported(tmp_path, search, content, mapping={"other": "remarks"}).edition
    second = imported(tmp_path, search, content, mapping={"other": "aliases"})

    assert second.newest
    assert second.edition.edition != first.edition
    assert [alias.text for alias in second.edition.entries[0].aliases] == [
        "Azul Works",
        "Birke Works",
    ]


def test_edition_that_was_changed_is_not_used(tmp_path: Path, search: NameSearch) -> None:
    imported(tmp_path, search, firms())
    (file,) = EditionStore(tmp_path).current()["acme"].glob("entries-*.yaml")
    file.chmod(0o644)
    file.write_text(file.read_text().replace("Azul", "Amarillo"))

    with pytest.raises(ListError, match="differs from its checksum"):
        read_edition(EditionStore(tmp_path).current()["acme"], "acme")


def test_refused_file_leaves_nothing_behind(tmp_path: Path, search: NameSearch) -> None:
    with pytest.raises(ListError):
        imported(tmp_path, search, firms(), canaries=("Nobody at all",))

    assert [one.name for one in (tmp_path / "editions" / "acme").iterdir()] == ["attempts.jsonl"]


def test_beginning_of_several_editions_names_none(tmp_path: Path, search: NameSearch) -> None:
    imported(tmp_path, search, firms())
    imported(tmp_path, search, firms(NAMES[:-1]))

    with pytest.raises(InputError, match="several editions '2026'"):
        EditionStore(tmp_path).path("acme", "2026")


@pytest.mark.parametrize("list_id", ["../acme", "ACME", "a", "", ".new-x"])
def test_id_that_is_no_name_of_a_folder_is_refused(
    tmp_path: Path, search: NameSearch, list_id: str
) -> None:
    with pytest.raises(InputError, match="is no id of a list"):
        imported(tmp_path, search, firms(), list_id=list_id)


def test_missing_file_is_named(tmp_path: Path, search: NameSearch) -> None:
    with pytest.raises(InputError, match=r"there is no file .*nowhere.csv"):
        imported(tmp_path, search, firms(), path=tmp_path / "nowhere.csv")


def test_weak_and_short_names_count_only_where_names_stand(
    tmp_path: Path, search: NameSearch
) -> None:
    edition = imported(tmp_path, search, table(["1,Azul Handicraft Works,AHW"])).edition

    assert {alias.text: alias.fields for alias in edition.entries[0].aliases} == {
        "Azul Handicraft Works": (),
        "AHW": ("name",),
    }


@pytest.mark.parametrize(
    ("listed", "asked", "found"),
    [
        ("APEX", "Apex Ltd.", {"ACME:1"}),
        ("APEX", "Apex Cargo Services Limited", set()),
        ("PO KONG", "Phaeton Trading, San Po Kong, Hong Kong", set()),
        ("OVERSEAS TRADING COMPANY", "Sai Ram Overseas Trading Company", set()),
        ("OVERSEAS TRADING COMPANY", "Overseas Trading Company", {"ACME:1"}),
        ("ZAMRUDHALYARD", "Zamrudhalyard Export GmbH", {"ACME:1"}),
        ("Zamrud Halyard Basketry", "Zamrud Halyard Basketry (Nantong) Co. Ltd.", {"ACME:1"}),
    ],
)
def test_common_words_count_where_nothing_else_stands(
    tmp_path: Path, search: NameSearch, listed: str, asked: str, found: set[str]
) -> None:
    edition = imported(tmp_path, search, table([f"1,{listed},"])).edition

    assert search.found(edition, [asked]) == [found]


def test_name_of_a_country_is_no_name_to_look_for_in_others(
    tmp_path: Path, search: NameSearch
) -> None:
    rows = ["1,Majelis Zamrud Halyard,INDONESIA,ID"]
    edition = imported(tmp_path, search, table(rows, header="id,name,aliases,country")).edition

    names = ["P.T. Tri Polyta Indonesia Tbk", "Indonesia"]
    assert search.found(edition, names) == [frozenset(), frozenset({"ACME:1"})]


def test_given_name_of_a_person_and_name_of_a_ship_stand_alone(
    tmp_path: Path, search: NameSearch
) -> None:
    rows = ["1,Sadiq Marabout,GIUSEPPINO,person", "2,WHITE PETREL,,vessel"]
    edition = imported(tmp_path, search, table(rows, header="id,name,aliases,kind")).edition

    fields = {
        alias.text: (alias.fields, alias.alone) for one in edition.entries for alias in one.aliases
    }
    assert fields == {
        "Sadiq Marabout": ((), False),
        "GIUSEPPINO": (("name",), True),
        "WHITE PETREL": (("vessel",), True),
    }
    assert search.found(edition, ["Giuseppino Foods"]) == [frozenset()]
