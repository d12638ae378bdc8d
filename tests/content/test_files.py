"""Tests of screener.content.files."""

import zipfile
from pathlib import Path

import pytest

from screener.content.diagnostics import diagnostics_of
from screener.content.files import MAX_BYTES, digest, yaml_files
from screener.errors import ListError, RuleError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.yaml", "a.yaml", "x/c.yaml", "x/y/d.yaml", "x/.hidden.yaml", "note.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"name: {name}\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("patterns", "paths"),
    [
        ((), ["a.yaml", "b.yaml", "x/c.yaml", "x/y/d.yaml"]),
        (("*.yaml",), ["a.yaml", "b.yaml"]),
        (("x/*.yaml",), ["x/c.yaml"]),
        (("*/**/*.yaml",), ["x/c.yaml", "x/y/d.yaml"]),
        (("b.yaml", "**/d.yaml"), ["b.yaml", "x/y/d.yaml"]),
        (("none/*.yaml",), []),
    ],
    ids=["all", "top", "one folder", "below", "two patterns", "nothing"],
)
def test_files_come_sorted_by_path(
    folder: Path, patterns: tuple[str, ...], paths: list[str]
) -> None:
    assert [path for path, _ in yaml_files(folder, *patterns)] == paths


def test_text_is_read_without_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("\ufeffname: 단동".encode())

    assert yaml_files(tmp_path) == (("a.yaml", "name: 단동"),)


def test_zipped_folder_reads_like_a_folder(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "pack.zip", "w") as archive:
        archive.writestr("rules/b/c.yaml", "c: 1")
        archive.writestr("rules/a.yaml", "a: 1")

    assert yaml_files(zipfile.Path(tmp_path / "pack.zip", "rules/")) == (
        ("a.yaml", "a: 1"),
        ("b/c.yaml", "c: 1"),
    )


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("big.yaml", b"a" * (MAX_BYTES + 1), "larger than"),
        ("bytes.yaml", b"a: 1\nb: \xff", r"bytes\.yaml:2: not in UTF-8"),
        ("short.yml", b"a: 1", r"short\.yml:1: content files end in \.yaml"),
        ("capital.YAML", b"a: 1", r"end in \.yaml"),
        ("saved.yaml.txt", b"a: 1", r"end in \.yaml"),
        ("1/2/3/4/5/6/7/8/9/deep.yaml", b"a: 1", "folders deep"),
    ],
    ids=["too large", "not UTF-8", "yml", "capitals", "text", "too deep"],
)
def test_file_that_would_be_lost_is_refused(
    tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)

    with pytest.raises(ListError, match=message):
        yaml_files(tmp_path, error=ListError)


def test_all_files_that_cannot_be_read_are_named_each_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"a: 1")
    (tmp_path / "b.yaml").write_bytes(b"a: 1\nb: \xff")
    (tmp_path / "notes.txt").write_bytes(b"\xff")
    (tmp_path / "c.yaml~").write_bytes(b"\xff")

    with pytest.raises(RuleError) as raised:
        yaml_files(tmp_path, error=RuleError)

    found = diagnostics_of(raised.value)
    assert [(one.path, one.line, one.message) for one in found] == [
        (f"{tmp_path}/a.yml", 1, "content files end in .yaml; rename it"),
        (f"{tmp_path}/b.yaml", 2, "not in UTF-8; save the file as UTF-8"),
    ]


def test_missing_folder_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="nowhere"):
        yaml_files(tmp_path / "nowhere", error=RuleError)


def test_digest_changes_with_name_content_and_their_border() -> None:
    parts = [("a", b"bc"), ("ab", b"c"), ("a", b"b"), ("", b"abc")]

    assert len({digest([part]) for part in parts}) == len(parts)


def test_digest_of_nothing_is_the_empty_hash() -> None:
    assert digest([]).startswith("e3b0c44298fc1c14")
