"""Published files as streams of text, decoded line by line, and how they are refused."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from screener.errors import ListError

MAX_LINE = 1_000_000
"""Bytes of the longest line; the longest of a published list has some ten thousand."""

MAX_BYTES = 1_000_000_000
"""Bytes of the longest file; the longest published list has about 120 million."""

MARK = b"\xef\xbb\xbf"
"""What may stand before UTF-8."""

END_OF_FILE = b"\x1a"
"""Ends the CSV files of OFAC since the days of DOS."""


class Source(NamedTuple):
    """A published file: its path for messages, its open stream, and its encoding."""

    path: str
    stream: BinaryIO
    encoding: str = "utf-8"


def refused(path: str, line: int, problem: str, remedy: str) -> ListError:
    """Return the error that refuses a file: where, what is wrong, what to do."""
    return ListError(f"{problem}; {remedy}", path=path, line=line)


def lines(source: Source) -> Iterator[str]:
    """Yield the lines of a text file, each with its end.

    Raises:
        ListError: A line cannot be decoded or is too long, or the file is too large.

    """
    number, read = 0, 0
    while raw := source.stream.readline(MAX_LINE + 1):
        number += 1
        read += len(raw)
        if len(raw) > MAX_LINE or read > MAX_BYTES:
            limit = f"a line of at most {MAX_LINE:,} and a file of at most {MAX_BYTES:,} bytes"
            raise refused(source.path, number, f"longer than {limit}", "load the published file")
        text = raw.removeprefix(MARK) if number == 1 else raw
        if text != END_OF_FILE:
            yield decoded(source, text, number)


def decoded(source: Source, raw: bytes, line: int) -> str:
    """Return a line as text.

    Raises:
        ListError: It is not in the encoding of the source.

    """
    if b"\0" in raw:
        problem = "holds zero bytes, as files in UTF-16 do"
        raise refused(source.path, line, problem, "save the file as UTF-8")
    try:
        return raw.decode(source.encoding)
    except (UnicodeDecodeError, LookupError) as error:
        problem = f"cannot be read as {source.encoding}"
        remedy = "load the file as published, or name its encoding with --encoding"
        raise refused(source.path, line, problem, remedy) from error
