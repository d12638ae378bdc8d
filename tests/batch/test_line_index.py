"""Lines read by their number, through an index that lies beside the file."""

from pathlib import Path

import pytest

from screener.batch.line_index import index_lines, line_at

LINES = (b"first\n", "둘째\n".encode(), b"\n", b"x" * 100_000 + b"\n", b"the last has no end")


@pytest.fixture(name="path")
def _path(tmp_path: Path) -> Path:
    path = tmp_path / "lines"
    path.write_bytes(b"".join(LINES))
    return path


@pytest.mark.parametrize("number", range(len(LINES)))
def test_each_line_is_found_by_its_number(path: Path, number: int) -> None:
    index_lines(path)

    assert line_at(path, number) == LINES[number]


def test_behind_the_last_there_is_none(path: Path) -> None:
    assert line_at(path, len(LINES)) is None


def test_a_file_without_an_index_gets_one_and_nothing_else_is_left(path: Path) -> None:
    assert line_at(path, 1) == LINES[1]

    assert sorted(one.name for one in path.parent.iterdir()) == ["lines", "lines.lines"]


def test_an_empty_file_has_no_line(tmp_path: Path) -> None:
    (tmp_path / "none").touch()

    assert line_at(tmp_path / "none", 0) is None
