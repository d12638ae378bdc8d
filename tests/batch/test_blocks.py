"""Lines read many at once come to the records that they come to one by one."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.batch import blocks, feed
from screener.batch.blocks import Block, Shape, block_of, stretches
from screener.batch.feed import Feed
from screener.batch.lines import Ahead, Raw, records
from screener.batch.mapping import Dictionary
from screener.batch.reader import open_file
from screener.batch.source import source_of
from screener.batch.stretches import Stretch
from screener.batch.tables import Line
from screener.pipeline import Screener

PIECES = st.sampled_from(
    ['"', '""', ",", "a", "é", "丹", "\t", " ", "\r", "\n", "\r\n", "a,b\n", 'a,"b"\n', "\ufeff", "\0"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=60).map("".join)
WIDTH = 2
SHAPE = Shape("utf-8", ",", WIDTH)


def at_once(data: bytes, shape: Shape = SHAPE) -> list[Raw]:
    """Return the records of a text without its header, read many at once where they can be."""
    read = Feed(io.BytesIO(data), shape.encoding)
    ahead = Ahead(iter(read.line, None))
    return [
        raw
        for one in stretches(read, ahead, shape)
        for raw in (one.raws() if isinstance(one, Block) else [one])
    ]


def one_by_one(data: bytes, shape: Shape = SHAPE) -> list[Raw]:
    text = io.TextIOWrapper(io.BytesIO(data), shape.encoding, "surrogateescape", newline="")
    lines = (
        (number, line.lstrip("\ufeff") if number == 1 else line)
        for number, line in enumerate(text, start=1)
    )
    return list(records(lines, shape.delimiter, shape.width))


def told(raws: list[Raw]) -> list[tuple[object, ...]]:
    """Return all of records but the ends of their lines, which a block does not keep."""
    return [raw._replace(text=raw.text.rstrip("\r\n")) for raw in raws]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let blocks be so small that files of the tests have many."""
    for name, size in (("MOST", 64), ("LEAST", 8), ("_FIRST", 16), ("_FINER", 2)):
        monkeypatch.setattr(blocks, name, size)
    monkeypatch.setattr(feed, "_READ", 8)


@given(st.lists(TEXTS, max_size=5).map("a,b\n".join))
def test_records_are_those_read_line_by_line(text: str) -> None:
    data = text.encode()

    assert told(at_once(data)) == told(one_by_one(data))


@given(
    st.binary(max_size=40), st.sampled_from(["utf-8", "gb18030", "cp949", "shift_jis", "cp1252"])
)
def test_bytes_of_any_encoding_come_to_the_same_records(middle: bytes, encoding: str) -> None:
    data = b"a,b\n" * 5 + middle + b"\nc,d\n" * 5
    shape = Shape(encoding, ",", WIDTH)

    assert told(at_once(data, shape)) == told(one_by_one(data, shape))


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_plain_lines_are_one_block(ending: str) -> None:
    data = ending.join(['a,"b, ""c"""', "d,", "丹东,e"]).encode() + ending.encode()
    block = block_of(data, 7, SHAPE)

    assert block is not None
    assert [(raw.line, raw.cells) for raw in block.raws()] == [
        (7, ("a", 'b, "c"')), (8, ("d", "")), (9, ("丹东", "e")),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('a,"b\nc"\n', id="line break in a cell"),
        pytest.param('a,"b\n', id="quote that is never closed"),
        pytest.param("a,b\n\nc,d\n", id="empty line"),
        pytest.param("a,b,c\n", id="too many cells"),
        pytest.param("a\n", id="too few cells"),
        pytest.param("a,b\rc,d\n", id="lone carriage return"),
        pytest.param("a,b\r\nc,d\n", id="line ends of two kinds"),
        pytest.param("a,b\0\n", id="NUL"),
        pytest.param("\ufeffa,b\n", id="byte order mark"),
    ],
)
def test_other_lines_are_none(text: str) -> None:
    assert block_of(text.encode(), 1, SHAPE) is None


def test_bytes_that_are_no_text_are_none() -> None:
    assert block_of(b"a,\xff\n", 1, SHAPE) is None


UNSOUND: dict[str, Callable[[], str]] = {
    "blank": lambda: " ,　,\n",
    "nothing to screen": lambda: "x1,,5\n",
    "white space to screen": lambda: "x1,\u2003,5\n",
    "long id": lambda: "x" * 1_001 + ",hats,5\n",
    "long cell": lambda: "x1," + "h" * 100_001 + ",5\n",
    "many bytes in few characters": lambda: "x1," + "帽" * 40_000 + ",5\n",
    "no id": lambda: ",hats,5\n",
}


@pytest.mark.parametrize("row", UNSOUND.values(), ids=UNSOUND)
def test_what_is_unsound_spoils_its_row_alone(
    screener: Screener, tmp_path: Path, row: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "MOST", 1 << 21)
    monkeypatch.setattr(blocks, "_FIRST", 1 << 21)
    path = tmp_path / "orders.csv"
    sound = [f"n{at},hats {at},5\n" for at in range(60)]
    path.write_text("".join(["line_id,Item,qty\n", *sound, row(), *sound]), encoding="utf-8")
    columns = Dictionary(screener.fields)
    found = list(open_file(source_of(path), columns).lines)
    monkeypatch.setattr(blocks, "block_of", lambda *_: None)

    assert found == list(open_file(source_of(path), columns).lines)


def test_sound_rows_come_many_at_once(screener: Screener, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    rows = "".join(f"hats {at}\n" for at in range(500))
    path.write_text(f"Item\n{rows}", encoding="utf-8")
    found = list(open_file(source_of(path), Dictionary(screener.fields)).stretches)

    many = [one for one in found if isinstance(one, Stretch)]
    assert sum(one.rows for one in many) > 450
    assert [one.number for one in many] == [one.line - 1 for one in many]
    assert all(isinstance(one, Line | Stretch) for one in found)
