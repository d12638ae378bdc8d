"""Tests of screener.lists.guards: every way in which a list is refused."""

from pathlib import Path

import pytest

from screener.content.diagnostics import Diagnostics
from screener.errors import ListError
from screener.lists.entries import read_entries
from screener.lists.guards import (
    MAX_BYTES,
    check_claims,
    check_counts,
    check_references,
    checked_files,
    text_of,
)
from screener.lists.manifest import Manifest, read_manifest
from tests.lists.written_lists import PLACE, write_list

NESTED = """\
entries:
  - {id: P-INNER, kind: place, name: Sinuiju, country: KP, within: P-OUTER}
  - {id: P-OUTER, kind: place, name: North Pyongan, country: KP}
  - id: E-CAMP
    kind: facility
    name: Camp
    country: KP
    within: P-INNER
    claims: [B-11]
    anchors:
      - {name: place, scope: record, entries: [P-OUTER]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_list(tmp_path, "places", {"a.yaml": PLACE, "b.yaml": "entries: []\n"})


@pytest.fixture
def manifest(folder: Path) -> Manifest:
    return read_manifest(folder)


def test_sealed_files_are_returned_by_name(folder: Path, manifest: Manifest) -> None:
    assert [name for name, _ in checked_files(folder, manifest)] == ["a.yaml", "b.yaml"]


def test_changed_file_is_refused(folder: Path, manifest: Manifest) -> None:
    (folder / "b.yaml").write_text("entries: [] \n", encoding="utf-8")

    with pytest.raises(
        ListError, match=r"manifest\.yaml:11:5: .*b\.yaml differs from its checksum"
    ):
        checked_files(folder, manifest)


def test_missing_file_is_refused(folder: Path, manifest: Manifest) -> None:
    (folder / "a.yaml").unlink()

    with pytest.raises(ListError, match=r"manifest\.yaml:10:5: .*a\.yaml is missing"):
        checked_files(folder, manifest)


def test_file_that_the_manifest_does_not_name_is_refused(folder: Path, manifest: Manifest) -> None:
    (folder / "c.yaml").write_text(PLACE, encoding="utf-8")

    with pytest.raises(ListError, match=r"manifest\.yaml:1:1: .*c\.yaml is not named"):
        checked_files(folder, manifest)


def test_hidden_files_of_other_tools_are_no_part_of_a_list(
    folder: Path, manifest: Manifest
) -> None:
    (folder / ".DS_Store").write_bytes(b"\x00")

    assert len(checked_files(folder, manifest)) == 2


def test_file_longer_than_the_limit_is_refused(folder: Path, manifest: Manifest) -> None:
    (folder / "a.yaml").write_bytes(b"#" * (MAX_BYTES + 1))

    with pytest.raises(ListError, match=r"a\.yaml is missing, or is no file of at most 4 MB"):
        checked_files(folder, manifest)


@pytest.mark.parametrize("name", ["../places/a.yaml", "folder", "..\\a.yaml"])
def test_only_files_of_the_folder_itself_are_read(tmp_path: Path, name: str) -> None:
    changes = {"files": f"  - {{name: '{name}', sha256: \"0\"}}"}
    folder = write_list(tmp_path, "places", {}, changes=changes)
    (folder / "folder").mkdir()

    with pytest.raises(ListError, match="is missing, or is no file"):
        checked_files(folder, read_manifest(folder))


def test_every_problem_of_the_files_is_named_at_once(folder: Path, manifest: Manifest) -> None:
    (folder / "a.yaml").unlink()
    (folder / "b.yaml").write_text("", encoding="utf-8")

    with pytest.raises(ListError) as refused:
        checked_files(folder, manifest)

    assert str(refused.value).count("error[L018]") == 2


def test_text_that_is_not_utf8_is_refused_with_its_line() -> None:
    with pytest.raises(ListError, match=r"a\.yaml:2: not in UTF-8"):
        text_of("a.yaml", b"name:\n  \xff\xfe")


def test_count_within_the_range_is_passed(manifest: Manifest) -> None:
    check_counts(manifest, ["P-ONE"])


@pytest.mark.parametrize("keys", [[], [f"P-{number}" for number in range(10)]], ids=["0", "10"])
def test_count_outside_the_range_is_refused(manifest: Manifest, keys: list[str]) -> None:
    with pytest.raises(ListError, match=rf"holds {len(keys)} entries; between 1 and 9"):
        check_counts(manifest, keys)


def test_missing_canary_is_refused(tmp_path: Path) -> None:
    changes = {"canaries": "P-ONE, P-TWO"}
    folder = write_list(tmp_path, "places", {"a.yaml": PLACE}, changes=changes)

    with pytest.raises(ListError, match=r"error\[L020\] P-TWO must stand in places"):
        check_counts(read_manifest(folder), ["P-ONE"])


def references(text: str) -> str:
    """Return what is wrong with the references among the entries of a file."""
    diagnostics = Diagnostics()
    check_references(read_entries("test", [("a.yaml", text)], diagnostics), diagnostics)
    return diagnostics.render()


def test_references_that_hold_are_passed() -> None:
    assert references(NESTED) == ""


@pytest.mark.parametrize(
    ("written", "other", "message"),
    [
        ("within: P-OUTER", "within: P-OUTSIDE", "a.yaml:2:5: error[L002] P-INNER refers to"),
        ("entries: [P-OUTER]", "entries: [P-OUTR]", "a.yaml:11:9: error[L002] E-CAMP refers to"),
        ("id: P-OUTER", "id: P-INNER", "a.yaml:3:5: error[L001] P-INNER stands twice; first at a.yaml:2"),
        ("North Pyongan,", "North Pyongan, within: P-INNER,", "[L012] P-OUTER lies within itself"),
    ],
    ids=["within", "cue", "twice", "circle"],
)  # fmt: skip
def test_wrong_reference_is_noted_with_its_line(written: str, other: str, message: str) -> None:
    assert message in references(NESTED.replace(written, other, 1))


def test_claim_of_no_source_is_noted() -> None:
    diagnostics = Diagnostics()
    entries = read_entries("test", [("a.yaml", NESTED)], diagnostics)

    check_claims(entries, {"B-10"}, diagnostics)

    assert 'a.yaml:4:5: error[L013] E-CAMP rests on the claim "B-11"' in diagnostics.render()


def test_known_claim_is_passed() -> None:
    diagnostics = Diagnostics()

    check_claims(read_entries("test", [("a.yaml", NESTED)], diagnostics), {"B-11"}, diagnostics)

    assert diagnostics.render() == ""
