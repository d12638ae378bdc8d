"""Objects of JSON files: one a line, or the members of one long array, read as a stream."""

import codecs
import json
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from screener.lists.readers.lines import MAX_BYTES, Source, lines, refused
from screener.lists.texts import clean

MAX_OBJECT = 4_000_000
"""Characters of one object; the longest published have about two hundred thousand."""

_CHUNK = 1 << 18
_DECODER = json.JSONDecoder()
_BLANKS = " \t\r\n"


class Document(NamedTuple):
    """An object and the line (or its number in the array) where it stands."""

    line: int
    values: dict[str, object]

    def text(self, key: str) -> str:
        """Return a text or number in one line; empty if there is none."""
        value = self.values.get(key)
        return clean(str(value)) if isinstance(value, str | int | float) else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts of a list, in order; a text alone is a list of one."""
        value = self.values.get(key)
        several = value if isinstance(value, list) else [value]
        return tuple(text for one in several if isinstance(one, str) and (text := clean(one)))

    def objects(self, key: str) -> tuple["Document", ...]:
        """Return the objects of a list, in order."""
        value = self.values.get(key)
        several = value if isinstance(value, list) else [value]
        return tuple(Document(self.line, one) for one in several if isinstance(one, dict))


def line_objects(source: Source) -> Iterator[Document]:
    """Yield the objects of a file of one object a line.

    Raises:
        ListError: A line is no JSON object.

    """
    for number, line in enumerate(lines(source), start=1):
        if not line.strip():
            continue
        try:
            values = msgspec.json.decode(line, type=dict[str, object])
        except (msgspec.MsgspecError, RecursionError) as error:
            remedy = "the file may be cut short; load it anew"
            raise refused(source.path, number, f"no JSON object: {error}", remedy) from error
        yield Document(number, values)


def array_objects(source: Source, key: str) -> Iterator[Document]:
    """Yield the objects of the array under ``key`` of the file's one object, or of its array.

    Raises:
        ListError: The file is no such JSON, or is cut short.

    """
    window = _Window(source)
    window.open_array(key)
    number = 0
    while not window.ends():
        number += 1
        value = window.value(number)
        if not isinstance(value, dict):
            raise window.wrong(number, "no JSON object")
        yield Document(number, value)


class _Window:
    """The part of a file that is being read."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._decoder = codecs.getincrementaldecoder(source.encoding)()
        self._text = ""
        self._at = 0
        self._read = 0
        self._whole = False
        self._members = 0
        self._closing = ""

    def open_array(self, key: str) -> None:
        """Go behind the bracket that opens the array."""
        self._more()
        if self._next() == "[":
            self._at += 1
            return
        place = self._text.find(f'"{key}"')
        bracket = self._text.find("[", place)
        between = self._text[place + len(key) + 2 : bracket].strip() if place >= 0 else ""
        if self._next() != "{" or between != ":":
            raise self.wrong(0, f'there is no array "{key}"')
        self._at = bracket + 1
        self._closing = "}"

    def ends(self) -> bool:
        """Say whether the array is at its end; a comma before the next member is passed."""
        mark = self._next()
        if mark == "]":
            self._drain()
            return True
        if self._members:
            if mark != ",":
                raise self.wrong(self._members, "no comma behind an object")
            self._at += 1
            self._next()
        self._members += 1
        return False

    def value(self, number: int) -> object:
        """Return the value here and go behind it."""
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except (json.JSONDecodeError, RecursionError) as error:
                if isinstance(error, RecursionError) or not self._more():
                    raise self.wrong(number, "no JSON, or cut short") from error
            else:
                self._text, self._at = self._text[end:], 0
                return value

    def wrong(self, number: int, problem: str) -> Exception:
        """Return the error that refuses the file at a member of the array."""
        return refused(
            self._source.path, number, f"entry {number}: {problem}", "load the file anew"
        )

    def _next(self) -> str:
        """Return the next character that is no blank, and stay before it."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in _BLANKS:
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                raise self.wrong(self._members, "the file is cut short")

    def _more(self) -> bool:
        """Read on; False at the end of the file."""
        if self._whole:
            return False
        if len(self._text) - self._at > MAX_OBJECT or self._read > MAX_BYTES:
            raise self.wrong(self._members, f"longer than {MAX_OBJECT:,} characters")
        chunk = self._source.stream.read(_CHUNK)
        self._whole = not chunk
        self._read += len(chunk)
        try:
            self._text = self._text[self._at :] + self._decoder.decode(chunk, final=self._whole)
        except UnicodeDecodeError as error:
            problem = f"cannot be read as {self._source.encoding}"
            raise self.wrong(self._members, problem) from error
        self._at = 0
        return not self._whole

    def _drain(self) -> None:
        """Refuse a file that does not end behind its array."""
        self._at += 1
        while self._more():
            pass
        rest = self._text[self._at :].strip()
        if not rest.endswith(self._closing) or (rest and not self._closing):
            raise self.wrong(self._members, "the file is cut short")
