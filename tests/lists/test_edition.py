"""Tests of screener.lists.edition."""

from pathlib import Path

import pytest

from screener.errors import ListError
from screener.lists.edition import read_edition, read_editions, read_gazetteer, read_vocabulary
from tests.lists.written_lists import PLACE, write_list

LOCALITIES = "names,country,admin,kind\nLyon,FR,,city\n"


def test_editions_come_by_id_without_what_is_only_evidence(tmp_path: Path) -> None:
    write_list(tmp_path, "second", {"a.yaml": PLACE.replace("P-ONE", "P-TWO")})
    write_list(tmp_path, "first", {"a.yaml": PLACE})
    write_list(tmp_path, "gazetteer", {"a.csv": LOCALITIES}, kind="gazetteer")
    write_list(tmp_path, "words", {"a.txt": "cotton\n"}, kind="vocabulary")

    editions = read_editions(tmp_path)

    assert [edition.id for edition in editions] == ["first", "second"]
    assert [entry.id for edition in editions for entry in edition.entries] == ["P-ONE", "P-TWO"]


def test_edition_says_who_made_it_and_of_which_day_it_is(tmp_path: Path) -> None:
    edition = read_edition(write_list(tmp_path, "places", {"a.yaml": PLACE}))

    assert (edition.publisher, edition.edition, edition.edition_date) == (
        "nobody",
        "1",
        "2026-01-02",
    )
    assert (edition.licence, edition.sample) == ("none", False)


def test_checksum_covers_manifest_and_files(tmp_path: Path) -> None:
    one = read_edition(write_list(tmp_path / "one", "places", {"a.yaml": PLACE}))
    same = read_edition(write_list(tmp_path / "two", "places", {"a.yaml": PLACE}))
    dated = {"edition_date": "2026-01-03"}
    later = read_edition(write_list(tmp_path / "three", "places", {"a.yaml": PLACE}, changes=dated))
    other = PLACE.replace("Andong", "Antung")
    changed = read_edition(write_list(tmp_path / "four", "places", {"a.yaml": other}))

    assert one.checksum == same.checksum
    assert len({one.checksum, later.checksum, changed.checksum}) == 3


def test_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ListError, match="no such folder"):
        read_editions(tmp_path / "nowhere")


def test_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ListError, match="holds no list"):
        read_editions(tmp_path)


def test_folders_without_any_watchlist_are_refused(tmp_path: Path) -> None:
    write_list(tmp_path, "words", {"a.txt": "cotton\n"}, kind="vocabulary")

    with pytest.raises(ListError, match="there is no watchlist"):
        read_editions(tmp_path)


def test_watchlist_without_entries_is_refused(tmp_path: Path) -> None:
    write_list(tmp_path, "places", {"a.yaml": "entries: []\n"})

    with pytest.raises(ListError, match="places holds 0 entries"):
        read_editions(tmp_path)


def test_folder_without_manifest_spoils_the_whole(tmp_path: Path) -> None:
    write_list(tmp_path, "places", {"a.yaml": PLACE})
    (tmp_path / "other").mkdir()

    with pytest.raises(ListError, match=r"other/manifest\.yaml:1: missing"):
        read_editions(tmp_path)


def test_id_may_not_stand_on_two_lists(tmp_path: Path) -> None:
    write_list(tmp_path, "one", {"a.yaml": PLACE})
    write_list(tmp_path, "two", {"a.yaml": PLACE})

    with pytest.raises(ListError, match=r"P-ONE stands twice; first at .*one/a\.yaml:2"):
        read_editions(tmp_path)


def test_claims_are_checked_if_they_are_known(tmp_path: Path) -> None:
    write_list(tmp_path, "places", {"a.yaml": PLACE})

    assert read_editions(tmp_path, claims={"A-01"})
    with pytest.raises(ListError, match=r'error\[L013\] P-ONE rests on the claim "A-01"'):
        read_editions(tmp_path, claims={"A-02"})


def test_problems_of_all_lists_are_named_at_once(tmp_path: Path) -> None:
    write_list(tmp_path, "one", {"a.yaml": PLACE.replace("country: CN", "country: XX")})
    write_list(tmp_path, "two", {"a.yaml": PLACE.replace("P-ONE", "P-TWO").replace("kind", "knd")})

    with pytest.raises(ListError) as refused:
        read_editions(tmp_path)

    assert "one/a.yaml" in str(refused.value)
    assert "two/a.yaml" in str(refused.value)


def test_unsound_entry_is_refused(tmp_path: Path) -> None:
    write_list(tmp_path, "places", {"a.yaml": PLACE.replace("[CN-LN]", "[KP-01]")})

    with pytest.raises(ListError, match=r'error\[L009\] "KP-01"'):
        read_editions(tmp_path)


def test_one_list_may_be_read_without_those_it_refers_to(tmp_path: Path) -> None:
    inner = PLACE.replace("country: CN\n", "country: CN\n    within: P-ELSEWHERE\n")
    folder = write_list(tmp_path, "places", {"a.yaml": inner})

    assert read_edition(folder).entries[0].within == "P-ELSEWHERE"
    with pytest.raises(ListError, match="P-ONE refers to P-ELSEWHERE"):
        read_editions(tmp_path)


def test_vocabulary_is_no_watchlist(tmp_path: Path) -> None:
    folder = write_list(tmp_path, "words", {"a.txt": "cotton\n"}, kind="vocabulary")

    with pytest.raises(ListError, match="words is a vocabulary, not a watchlist"):
        read_edition(folder)


def test_localities_of_all_gazetteers_are_read(tmp_path: Path) -> None:
    write_list(tmp_path, "places", {"a.yaml": PLACE})
    write_list(tmp_path, "gazetteer", {"a.csv": LOCALITIES}, kind="gazetteer")

    assert [locality.names for locality in read_gazetteer(tmp_path)] == [("Lyon",)]


def test_gazetteer_has_canaries_too(tmp_path: Path) -> None:
    changes = {"canaries": '"Lyon, FR", "Paris, FR"'}
    write_list(tmp_path, "gazetteer", {"a.csv": LOCALITIES}, kind="gazetteer", changes=changes)

    with pytest.raises(ListError, match="Paris, FR must stand in gazetteer"):
        read_gazetteer(tmp_path)


def test_lists_without_gazetteer_have_no_localities(tmp_path: Path) -> None:
    write_list(tmp_path, "places", {"a.yaml": PLACE})

    assert read_gazetteer(tmp_path) == ()


def test_vocabulary_is_read_without_remarks(tmp_path: Path) -> None:
    write_list(tmp_path, "words", {"a.txt": "# remark\ncotton\n\nwool\n"}, kind="vocabulary")

    assert read_vocabulary(tmp_path, "words") == {"cotton", "wool"}
    assert read_vocabulary(tmp_path, "other") == frozenset()


def test_vocabulary_that_shrank_is_refused(tmp_path: Path) -> None:
    changes = {"at_least": "2"}
    write_list(tmp_path, "words", {"a.txt": "cotton\n"}, kind="vocabulary", changes=changes)

    with pytest.raises(ListError, match="words holds 1 entries"):
        read_vocabulary(tmp_path, "words")
