"""Tests of screener.content.packed: the same bytes each time, and nothing hostile is opened."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.content import packed as subject
from screener.content.files import shown, yaml_files
from screener.content.packed import MANIFEST, MAX_BYTES, MAX_FILES, files_of, opened, packed
from screener.errors import ContentError, RuleError

FILES = {"pack.yaml": b"name: x\n", "a/b.yaml": "title: 和田\n".encode(), "a/c/d.csv": b"1,2\n"}
WHOLE = packed("x", "1.0.0", FILES)


def test_a_folder_comes_out_as_it_went_in(tmp_path: Path) -> None:
    for path, content in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("hidden")

    files = files_of(tmp_path)

    assert files == FILES
    folder = opened(io.BytesIO(packed("x", "1.0.0", files)), "x.zip")
    assert yaml_files(folder) == (("a/b.yaml", "title: 和田\n"), ("pack.yaml", "name: x\n"))
    assert shown(folder) == "x.zip"


def test_equal_files_make_equal_bytes_in_any_order() -> None:
    assert packed("x", "1.0.0", dict(reversed(FILES.items()))) == WHOLE
    assert packed("x", "1.0.1", FILES) != WHOLE


def _archive(*files: tuple[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return buffer.getvalue()


def _manifest() -> bytes:
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as archive:
        return archive.read(MANIFEST)


def _bomb() -> bytes:
    zeros = bytes(MAX_BYTES + 1)
    return _archive((MANIFEST, _manifest()), ("a.yaml", zeros), method=zipfile.ZIP_DEFLATED)


def _lying_bomb() -> bytes:
    """Return a bomb whose directory says that it is one byte large."""
    size = (MAX_BYTES + 1).to_bytes(4, "little")
    return _bomb().replace(size, (1).to_bytes(4, "little"))


def _altered() -> bytes:
    changed = ((path, content + b" ") for path, content in FILES.items())
    return _archive((MANIFEST, _manifest()), *changed)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "not a pack"),
    "text": (lambda: b"name: x\n", "not a pack"),
    "cut off": (lambda: WHOLE[:-30], "not a pack"),
    "too large": (lambda: bytes(MAX_BYTES + 1), "larger than"),
    "bomb": (_bomb, "would unpack to more"),
    "bomb that lies": (_lying_bomb, "not a pack|stands in the manifest"),
    "many files": (
        lambda: _archive(*((f"{number}.yaml", b"") for number in range(MAX_FILES + 1))),
        "would unpack to more",
    ),
    "way up": (lambda: _archive((MANIFEST, b"{}"), ("../up.yaml", b"")), "no path of a pack"),
    "root": (lambda: _archive((MANIFEST, b"{}"), ("/etc/x.yaml", b"")), "no path of a pack"),
    "hidden": (lambda: _archive((MANIFEST, b"{}"), ("a/.b.yaml", b"")), "no path of a pack"),
    "no manifest": (lambda: _archive(("a.yaml", b"")), "no manifest"),
    "wrong manifest": (lambda: _archive((MANIFEST, b"[]")), "not a pack"),
    "altered": (_altered, "is not the file that was packed"),
    "one more": (
        lambda: _archive((MANIFEST, _manifest()), *FILES.items(), ("more.yaml", b"")),
        "more.yaml stands in",
    ),
    "one less": (
        lambda: _archive((MANIFEST, _manifest()), *list(FILES.items())[1:]),
        "pack.yaml stands in",
    ),
    "other method": (
        lambda: _archive((MANIFEST, _manifest()), *FILES.items(), method=zipfile.ZIP_LZMA),
        "compressed in a way",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_pack_is_refused_with_its_name(name: str) -> None:
    made, message = HOSTILE[name]

    with pytest.raises(RuleError, match=message) as refused:
        opened(io.BytesIO(made()), "x.zip", RuleError)

    assert str(refused.value).startswith("x.zip")


def test_a_file_that_stands_twice_is_refused() -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = _archive((MANIFEST, b"{}"), ("a.yaml", b""), ("a.yaml", b""))

    with pytest.raises(ContentError, match="stands in it twice"):
        opened(io.BytesIO(twice), "x.zip")


def test_a_bomb_takes_little_memory() -> None:
    data = _bomb()
    tracemalloc.start()

    with pytest.raises(ContentError):
        opened(io.BytesIO(data), "x.zip")

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MAX_BYTES / 10


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=6))
def test_damaged_bytes_are_told_or_change_nothing(damages: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for at, byte in damages:
        data[at] = byte

    try:
        found = files_of(opened(io.BytesIO(bytes(data)), "x.zip") / "a")
    except ContentError:
        return

    assert found == {"b.yaml": FILES["a/b.yaml"], "c/d.csv": FILES["a/c/d.csv"]}


@pytest.mark.parametrize("name", [MANIFEST, "a\nb.yaml", "ü" * 101])
def test_a_name_that_could_not_be_opened_is_not_packed(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("x")

    with pytest.raises(ContentError, match="cannot be packed"):
        files_of(tmp_path)


def test_bounds_hold_for_packing_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("x" * 11)
    monkeypatch.setattr(subject, "MAX_BYTES", 10)

    with pytest.raises(ContentError, match="more than 10 bytes"):
        files_of(tmp_path)


def test_an_empty_folder_is_not_packed(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="nothing to pack"):
        files_of(tmp_path)
