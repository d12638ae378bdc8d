"""Tests of screener.editions.indexes: saved once, opened as saved, made anew where altered."""

import os
import shutil
from pathlib import Path

import pytest

from screener.editions import indexes
from screener.editions.indexes import IndexStore, key_of
from screener.index.names import NameIndex
from tests.index.company_names import company_names, disturbed_names
from tests.index.shipped_words import GENERIC, PLACES

NAMES = list(enumerate(company_names(300, seed=7)))
WORDS = sorted(GENERIC)
ASKED = disturbed_names([name for _, name in NAMES], 60, seed=8)
BUILT = NameIndex.build(NAMES, WORDS, places=PLACES).search(ASKED)


@pytest.fixture(autouse=True)
def _every_size_is_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexes, "SAVED_FROM", 1)


def saved(home: Path) -> Path:
    (folder,) = (home / "indexes").iterdir()
    return folder


def answers(home: Path) -> object:
    return IndexStore(home).index(NAMES, WORDS, PLACES).search(ASKED)


def test_an_index_is_built_once_and_then_opened_by_memory_map(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert answers(tmp_path) == BUILT
    before = {path.name: path.stat().st_mtime_ns for path in saved(tmp_path).iterdir()}
    monkeypatch.delattr(NameIndex, "build")

    index = IndexStore(tmp_path).index(NAMES, WORDS, PLACES)

    assert index.search(ASKED) == BUILT
    assert {path.name: path.stat().st_mtime_ns for path in saved(tmp_path).iterdir()} == before
    assert not index.rows.content.slips.forms.flags.owndata
    assert not index.rows.words.flags.writeable


def alter(folder: Path, how: str) -> None:
    words = folder / "words.npy"
    if how == "another byte":
        octets = bytearray(words.read_bytes())
        octets[-1] ^= 1
        words.write_bytes(octets)
    elif how == "cut short":
        os.truncate(words, words.stat().st_size // 2)
    elif how == "a file gone":
        words.unlink()
    elif how == "no manifest":
        (folder / "index.json").unlink()
    elif how == "a manifest of nonsense":
        (folder / "index.json").write_bytes(b'{"key": 1')
    elif how == "made for other names":
        other = IndexStore(folder.parent.parent / "other")
        other.index(NAMES[:100], WORDS, PLACES)
        shutil.rmtree(folder)
        saved(folder.parent.parent / "other").rename(folder)


@pytest.mark.parametrize(
    "how",
    [
        "another byte",
        "cut short",
        "a file gone",
        "no manifest",
        "a manifest of nonsense",
        "made for other names",
    ],
)
def test_what_was_altered_is_refused_and_made_anew(tmp_path: Path, how: str) -> None:
    home = tmp_path / "home"
    answers(home)
    sound = {path.name: path.read_bytes() for path in saved(home).iterdir()}
    alter(saved(home), how)
    altered = {path.name: path.read_bytes() for path in saved(home).iterdir()}

    assert answers(home) == BUILT

    assert altered != sound
    assert {path.name: path.read_bytes() for path in saved(home).iterdir()} == sound


def test_where_nothing_can_be_written_it_is_built_each_time(tmp_path: Path) -> None:
    home = tmp_path / "file"
    home.write_bytes(b"")

    assert answers(home) == BUILT


def test_only_the_indexes_used_last_are_kept(tmp_path: Path) -> None:
    store = IndexStore(tmp_path)
    for count in range(10, 16):
        store.index(NAMES[:count], WORDS, PLACES)

    assert len(list((tmp_path / "indexes").iterdir())) == 3
    assert (tmp_path / "indexes" / key_of(NAMES[:15], WORDS, PLACES)).is_dir()


def test_another_name_key_word_or_place_is_another_index() -> None:
    first = NAMES[0]
    keys = {
        key_of(NAMES, WORDS, PLACES),
        key_of(NAMES[1:], WORDS, PLACES),
        key_of([(first[0] + 1_000, first[1]), *NAMES[1:]], WORDS, PLACES),
        key_of([(first[0], first[1] + "x"), *NAMES[1:]], WORDS, PLACES),
        key_of(NAMES, WORDS[1:], PLACES),
        key_of(NAMES, WORDS, {**PLACES, "nowhere": "CN"}),
    }

    assert len(keys) == 6


def test_a_short_list_is_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexes, "SAVED_FROM", len(NAMES) + 1)

    assert answers(tmp_path) == BUILT
    assert not (tmp_path / "indexes").exists()
