"""JSON Lines become records; what cannot be read is rejected with its line, key and remedy."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from screener.batch.jsonlines import doubled_key, stream_jsonl
from screener.batch.mapping import Dictionary
from screener.batch.reader import open_file
from screener.batch.source import Source
from screener.batch.tables import Line, Opened, Reject
from screener.errors import InputError
from screener.pipeline import Screener


@pytest.fixture
def opened(screener: Screener, tmp_path: Path) -> Callable[[bytes], Opened]:
    def open_bytes(data: bytes) -> Opened:
        path = tmp_path / "records.jsonl"
        path.write_bytes(data)
        return open_file(Source(path, "jsonl"), Dictionary(screener.fields))

    return open_bytes


Open = Callable[[bytes], Opened]


def test_keys_of_all_lines_are_the_columns_of_the_file(opened: Open) -> None:
    data = b'{"line_id": "a", "product_description": "hats"}\n{"notes": "x", "colour": "red"}\n'
    file = opened(data)
    first, second = file.lines
    assert file.mapping.headers == ("line_id", "product_description", "notes", "colour")
    assert isinstance(first, Line)
    assert isinstance(second, Line)
    assert (first.line_id, first.cells) == ("a", ("a", "hats", "", ""))
    assert (second.line_id, second.cells) == ("2", ("", "", "x", "red"))
    assert second.values == {"notes": "x"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_any_unicode_encoding_is_read(opened: Open, encoding: str) -> None:
    text = json.dumps({"product_description": "手工编织 hats"}, ensure_ascii=False)
    (line,) = opened(text.encode(encoding)).lines
    assert isinstance(line, Line)
    assert line.values == {"product_description": "手工编织 hats"}


@pytest.mark.parametrize(
    ("text", "column", "wrong"),
    [
        ('{"notes": "x"', "", "no JSON"),
        ("[1, 2]", "", "no JSON object"),
        ('{"unit_price": NaN, "notes": "x"}', "", "NaN"),
        ('{"notes": "x", "notes": "y"}', "notes", "twice"),
        ('{"notes": {"a": 1}}', "notes", "neither text nor a number"),
        ('{"notes": true}', "notes", "neither text nor a number"),
        ('{"quantity": 4}', "", "nothing to screen"),
        ('{"notes": "a\\u0000b"}', "notes", "NUL"),
        ('{"notes": "a\\ud800b"}', "notes", "no text"),
    ],
)
def test_a_bad_line_is_rejected_alone(opened: Open, text: str, column: str, wrong: str) -> None:
    good = '{"notes": "good"}'
    before, bad, after = opened(f"{good}\n{text}\n{good}".encode()).lines
    assert isinstance(bad, Reject)
    assert (bad.row, bad.column, bad.text) == (2, column, text)
    assert wrong in bad.wrong
    assert bad.remedy
    assert isinstance(before, Line)
    assert isinstance(after, Line)


def test_values_without_a_field_are_carried_as_they_are(opened: Open) -> None:
    data = b'{"notes": "x", "tags": {"a": [1, true]}, "ok": false, "n": null}'
    (line,) = opened(data).lines
    assert list(line.cells if isinstance(line, Line) else ()) == [
        "x",
        '{"a": [1, true]}',
        "false",
        "",
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b"\n \n", "empty"),
        (b"\n[1]\nx\n", "row 2: .*no JSON object"),
        (b'{"id": 1, "id": 2}\n', r"row 1: .*twice in the object \('id'\); keep one"),
        (b"{}\n", "row 1: .*no key"),
    ],
)
def test_a_file_without_records_is_refused(opened: Open, data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        opened(data)


def test_a_file_without_a_known_key_is_refused(opened: Open) -> None:
    with pytest.raises(InputError, match="none of the 1 headers"):
        opened(b'{"colour": "red"}\n')


def test_a_stream_takes_the_keys_of_each_line(screener: Screener) -> None:
    data = b'\xef\xbb\xbf{"Item": "hats"}\n\n{"notes": "\xff"}\n{"line_id": "z", "notes": "x"}\n'
    first, second, third = stream_jsonl(io.BytesIO(data), Dictionary(screener.fields))
    assert isinstance(first, Line)
    assert isinstance(second, Reject)
    assert isinstance(third, Line)
    assert first.values == {"product_description": "hats"}
    assert (second.row, second.line_id) == (3, "2")
    assert (third.row, third.line_id, third.values) == (4, "z", {"notes": "x"})


class _Counting(str):
    """A key that counts how often keys are compared."""

    __slots__ = ()
    compared = 0

    def __eq__(self, other: object) -> bool:
        """Compare as text does."""
        _Counting.compared += 1
        return super().__eq__(other)

    __hash__ = str.__hash__


def test_a_key_twice_among_very_many_is_found_in_one_pass() -> None:
    names = [*map(str, range(2_000)), "last", "last"]

    assert doubled_key([(_Counting(name), None) for name in names]) == "last"

    assert _Counting.compared < 2 * len(names)
