"""JSON Lines become records; what cannot be read is rejected with its line, key and remedy."""

import io
import json

import pytest

from screener.batch.jsonlines import open_jsonl, stream_jsonl
from screener.batch.reader import Line, Reject
from screener.errors import InputError
from screener.pipeline import Screener


def opened(screener: Screener, *lines: str, encoding: str = "utf-8") -> list[Line | Reject]:
    data = io.BytesIO("\n".join(lines).encode(encoding))
    return list(open_jsonl(data, screener.fields).lines)


def test_keys_of_all_lines_are_the_columns_of_the_file(screener: Screener) -> None:
    data = b'{"line_id": "a", "product_description": "hats"}\n{"notes": "x", "colour": "red"}\n'
    file = open_jsonl(io.BytesIO(data), screener.fields)
    first, second = file.lines
    assert file.mapping.headers == ("line_id", "product_description", "notes", "colour")
    assert isinstance(first, Line)
    assert isinstance(second, Line)
    assert (first.line_id, first.cells) == ("a", ["a", "hats", "", ""])
    assert (second.line_id, second.cells) == ("2", ["", "", "x", "red"])
    assert second.values == {"notes": "x"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_any_unicode_encoding_is_read(screener: Screener, encoding: str) -> None:
    text = json.dumps({"product_description": "手工编织 hats"}, ensure_ascii=False)
    (line,) = opened(screener, text, encoding=encoding)
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
def test_a_bad_line_is_rejected_alone(
    screener: Screener, text: str, column: str, wrong: str
) -> None:
    good = '{"notes": "good"}'
    before, bad, after = opened(screener, good, text, good)
    assert isinstance(bad, Reject)
    assert (bad.row, bad.column, bad.text) == (2, column, text)
    assert wrong in bad.wrong
    assert bad.remedy
    assert isinstance(before, Line)
    assert isinstance(after, Line)


def test_values_without_a_field_are_carried_as_they_are(screener: Screener) -> None:
    (line,) = opened(screener, '{"notes": "x", "tags": {"a": [1, true]}, "ok": false, "n": null}')
    assert list(line.cells if isinstance(line, Line) else ()) == [
        "x",
        '{"a": [1, true]}',
        "false",
        "",
    ]


@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_a_file_without_lines_is_refused(screener: Screener, data: bytes) -> None:
    with pytest.raises(InputError, match="empty"):
        open_jsonl(io.BytesIO(data), screener.fields)


def test_a_file_without_a_known_key_is_refused(screener: Screener) -> None:
    with pytest.raises(InputError, match="none of the 1 headers"):
        open_jsonl(io.BytesIO(b'{"colour": "red"}\n'), screener.fields)


def test_a_stream_takes_the_keys_of_each_line(screener: Screener) -> None:
    data = b'\xef\xbb\xbf{"Item": "hats"}\n\n{"notes": "\xff"}\n{"line_id": "z", "notes": "x"}\n'
    first, second, third = stream_jsonl(io.BytesIO(data), screener.fields)
    assert isinstance(first, Line)
    assert isinstance(second, Reject)
    assert isinstance(third, Line)
    assert first.values == {"product_description": "hats"}
    assert (second.row, second.line_id) == (3, "2")
    assert (third.row, third.line_id, third.values) == (4, "z", {"notes": "x"})
