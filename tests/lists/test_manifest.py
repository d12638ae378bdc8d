"""Tests of screener.lists.manifest."""

from pathlib import Path

import pytest

from screener.errors import ListError
from screener.lists.manifest import read_manifest
from tests.lists.written_lists import PLACE, write_list


def test_manifest_keeps_its_lines(tmp_path: Path) -> None:
    folder = write_list(tmp_path, "places", {"a.yaml": PLACE})

    manifest = read_manifest(folder)

    assert manifest.id == "places"
    assert [(file.name, file.at.line) for file in manifest.files] == [("a.yaml", 10)]


def test_folder_without_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ListError, match=r"manifest\.yaml:1: missing"):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    ("written", "other", "message"),
    [
        ("id: places", "id: plaecs", r'manifest\.yaml:1:1: error\[L015\].*"plaecs"'),
        ('"2026-01-02"', '"2026-02-30"', r'error\[L014\] edition_date "2026-02-30"'),
        ("min_entries: 1", "min_entries: 0", r"error\[L017\] between 0 and 9"),
        ("min_entries: 1", "min_entries: 10", r"error\[L017\] between 10 and 9"),
        ("kind: entries", "kind: list", r'manifest\.yaml:8:7: error\[R005\] "list"'),
        ("licence: none\n", "", r'error\[R002\] missing key "licence"'),
        ("licence:", "license:", r'manifest\.yaml:4:1: error\[R001\] unknown key "license"'),
    ],
    ids=["other id", "no day", "zero", "turned round", "kind", "no licence", "misspelt key"],
)
def test_wrong_manifest_is_refused_with_its_line(
    tmp_path: Path, written: str, other: str, message: str
) -> None:
    folder = write_list(tmp_path, "places", {"a.yaml": PLACE})
    path = folder / "manifest.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(written, other), encoding="utf-8")

    with pytest.raises(ListError, match=message):
        read_manifest(folder)


def test_manifest_that_names_no_file_is_refused(tmp_path: Path) -> None:
    folder = write_list(tmp_path, "places", {}, changes={"files": "  []"})

    with pytest.raises(ListError, match=r"error\[L016\] the manifest names no file"):
        read_manifest(folder)


def test_empty_manifest_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.yaml").write_text("", encoding="utf-8")

    with pytest.raises(ListError, match="the file holds nothing"):
        read_manifest(tmp_path)
