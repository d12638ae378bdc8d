"""Whether a text is the one that was read: on texts written here, since articles are not shipped."""

import hashlib
from pathlib import Path

import pytest

from screener.cli.main import main
from screener.factory import load_register
from screener.model.source import Source
from screener.sources.reading import compare
from tests.sources.small_register import read, write

TEXT = "A day\n\nA headline\n\nDate:\n \nOne thing is said.\n\nAnother thing is said.\n"
KEPT = [source for source in load_register().sources if source.sha256 is not None]
assert KEPT, "the register keeps the hash of no text"


def _registered(folder: Path, text: bytes) -> None:
    """Write a register whose rewrite has read ``text``: one line above four paragraphs."""
    was = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    write(folder, "seeds/rewrite.yaml", was, hashlib.sha256(text).hexdigest())
    path = folder / "seeds" / "rewrite.yaml"
    shorter = path.read_text(encoding="utf-8").replace("paragraphs: 9", "paragraphs: 4")
    path.write_text(shorter.replace("0, 2, 4-5", "0, 2, 4"), encoding="utf-8")


def test_text_that_was_read_is_known_again(tmp_path: Path) -> None:
    _registered(tmp_path, TEXT.encode())
    source = read(tmp_path).sources[1]

    found = compare(TEXT.encode(), source)

    assert found.same
    assert (found.lines, found.lines_read) == (5, 5)
    assert "the same text" in found.verdict()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(TEXT.replace("Another", "another"), 5, id="a letter"),
        pytest.param(TEXT + "More.\n", 6, id="a line more"),
        pytest.param(TEXT.replace("Date:\n", ""), 4, id="a line less"),
        pytest.param(TEXT.replace("\n", "\r\n"), 5, id="other line ends"),
        pytest.param("", 0, id="nothing"),
    ],
)
def test_changed_text_is_noticed(tmp_path: Path, text: str, lines: int) -> None:
    _registered(tmp_path, TEXT.encode())
    source = read(tmp_path).sources[1]

    found = compare(text.encode(), source)

    assert not found.same
    assert found.lines == lines
    assert "another text" in found.verdict()


def test_text_that_is_no_text_is_another_text(tmp_path: Path) -> None:
    _registered(tmp_path, TEXT.encode())

    assert not compare(b"\xff\xfe\x00\xd8", read(tmp_path).sources[1]).same


def test_source_without_a_text_says_so(tmp_path: Path) -> None:
    write(tmp_path)

    found = compare(TEXT.encode(), read(tmp_path).sources[0])

    assert not found.same
    assert "keeps no hash" in found.verdict()


@pytest.mark.parametrize("source", KEPT, ids=lambda source: source.id)
def test_command_notices_a_text_that_is_not_the_article(
    source: Source, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8")

    code = main(["evidence", "check", source.id, str(file)])

    assert code == 1
    assert hashlib.sha256(TEXT.encode()).hexdigest() in capsys.readouterr().out
