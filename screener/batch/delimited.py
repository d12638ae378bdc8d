"""A user's CSV file, in whatever encoding and with whatever delimiter, read as a table."""

import codecs
import io
from collections.abc import Iterator
from functools import partial
from itertools import islice

from screener.batch.blocks import Block, Shape, stretches
from screener.batch.encodings import (
    NAME_ENCODING,
    SAMPLE_BYTES,
    Encoding,
    delimiter_of,
    encoding_of,
)
from screener.batch.feed import BY_LINES, MOST_LINE, Feed
from screener.batch.fitted import Repeats, fitted
from screener.batch.lines import Ahead, Numbered, Raw, is_filled, records
from screener.batch.mapping import Dictionary
from screener.batch.source import Source
from screener.batch.tables import (
    HEADER_WITHIN,
    MOST_COLUMNS,
    Table,
    header_at,
    is_text,
    titles_remark,
)
from screener.batch.titles import with_titles
from screener.batch.wrapped import inside
from screener.errors import InputError

_MOST_BLANK = 10_000
_EMPTY = " \t\r\n,;|\ufeff"


def read_delimited(source: Source, dictionary: Dictionary, encoding: str | None = None) -> Table:
    """Return the headers and rows of a CSV file; rows without content are left out.

    Raises:
        InputError: The file is empty, its encoding cannot be told, or its header row is broken.

    """
    chosen = _encoding(source, encoding)
    name = codecs.lookup(chosen.name).name
    feed = Feed(source.open(), name) if name in BY_LINES else None
    numbered = _numbered(source, chosen.name) if feed is None else iter(feed.line, None)
    first = _first_lines(numbered)
    starts = [at for at, (_, line) in enumerate(first) if line.strip(_EMPTY)]
    if not starts:
        message = "the file is empty: there is not even a header row"
        raise InputError(message)
    first_rows = [_cells(first[at:]) for at in starts]
    titles = header_at(first_rows, dictionary)
    start = starts[titles]
    ahead = Ahead(numbered, first[start:])
    delimiter = delimiter_of(first[start][1])
    top = next(records(ahead, delimiter))
    _check_header(top, chosen)
    headers = tuple(inside(cell).strip() for cell in top.cells)
    shape = Shape(name.removesuffix("-sig"), delimiter, len(headers))
    rows = stretches(feed, ahead, shape) if feed else records(ahead, delimiter, len(headers))
    filled = (one for one in rows if isinstance(one, Block) or is_filled(one))
    repeats = Repeats(headers)
    sound = repeats.left_out(fitted(filled, headers))
    remarks = (*guess_remark(chosen), *titles_remark(top.line, titles))
    table = Table(headers, sound, remarks, repeats.remarks)
    return with_titles(table, first_rows[:titles], dictionary)


def open_lines(source: Source, encoding: str | None = None) -> tuple[Encoding, Iterator[Numbered]]:
    """Return the encoding of a file and its lines with their numbers, from 1.

    Bytes that the encoding does not know are lone surrogates in the lines.

    Raises:
        InputError: The encoding is unknown or cannot be told. While the lines are read: a line
            is too long, or the text so far from the encoding that reading cannot go on.

    """
    chosen = _encoding(source, encoding)
    return chosen, _numbered(source, chosen.name)


def _encoding(source: Source, wanted: str | None) -> Encoding:
    with source.open() as stream:
        sample = stream.read(SAMPLE_BYTES)
    return encoding_of(sample, wanted, whole=len(sample) < SAMPLE_BYTES)


def guess_remark(encoding: Encoding) -> tuple[str, ...]:
    """Return what to tell of an encoding: nothing if it is certain."""
    return (f"encoding: {encoding.remark}",) if encoding.guessed else ()


def _numbered(source: Source, encoding: str) -> Iterator[Numbered]:
    number = 0
    with (
        source.open() as stream,
        io.TextIOWrapper(stream, encoding, errors="surrogateescape", newline="") as text,
    ):
        try:
            for number, line in enumerate(iter(partial(text.readline, MOST_LINE), ""), start=1):
                if len(line) == MOST_LINE:
                    message = f"the line has {MOST_LINE:,} characters or more; no record has"
                    raise InputError(message, row=number)
                yield number, line.lstrip("\ufeff") if number == 1 else line
        except UnicodeError as error:
            message = f"somewhere below this row the file is no {encoding}; {NAME_ENCODING}"
            raise InputError(message, row=number) from error


def _first_lines(numbered: Iterator[Numbered]) -> list[Numbered]:
    """Return the lines among which the header row is: a few filled ones, and the blank between."""
    first: list[Numbered] = []
    filled = 0
    for line in islice(numbered, _MOST_BLANK):
        first.append(line)
        filled += bool(line[1].strip(_EMPTY))
        if filled == HEADER_WITHIN:
            break
    return first


def _cells(lines: list[Numbered]) -> tuple[str, ...]:
    return tuple(map(inside, next(records(iter(lines), delimiter_of(lines[0][1]))).cells))


def _check_header(top: Raw, encoding: Encoding) -> None:
    if top.fault is not None:
        message = f"the header row cannot be read: {top.fault}; {top.remedy}"
        raise InputError(message, row=top.line)
    if not is_text(top.text):
        message = f"the header row holds bytes that are no text in {encoding.name}; {NAME_ENCODING}"
        raise InputError(message, row=top.line)
    if len(top.cells) > MOST_COLUMNS:
        message = f"the header row has {len(top.cells):,} cells; at most {MOST_COLUMNS:,} are read"
        raise InputError(message, row=top.line)
