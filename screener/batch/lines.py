"""Physical lines of a CSV file put together into records, so that one broken quote spoils one line."""

import csv
from collections.abc import Iterator
from typing import NamedTuple

# A quoted cell may hold line breaks; one that runs on for longer was never closed.
MOST_LINES = 500
MOST_CHARACTERS = 4_000_000
UNCLOSED = "a quotation mark opens a cell and never closes it"
CLOSE_IT = "close or double the quotation mark"

Numbered = tuple[int, str]


class Raw(NamedTuple):
    """One record of a CSV file: the number of its first line, its text, its cells or the fault."""

    line: int
    text: str
    cells: tuple[str, ...]
    fault: str | None = None
    remedy: str = ""


def records(
    numbered: Iterator[Numbered], delimiter: str, width: int | None = None
) -> Iterator[Raw]:
    """Yield the records of a file in order; an unclosed quote spoils only the line it opens in.

    With the ``width`` of the table, a cell that runs over several lines and leaves the record
    with another number of cells counts as unclosed: a quote further down ended it by chance.
    """
    pushed: list[Numbered] = []
    while True:
        first = pushed.pop(0) if pushed else next(numbered, None)
        if first is None:
            return
        number, text = first
        taken: list[Numbered] = []
        inside = _open(text, delimiter, inside=False)
        size = len(text)
        while inside and len(taken) < MOST_LINES and size < MOST_CHARACTERS:
            following = pushed.pop(0) if pushed else next(numbered, None)
            if following is None:
                break
            taken.append(following)
            size += len(following[1])
            inside = _open(following[1], delimiter, inside=True)
        raw = Raw(number, text, (), UNCLOSED, CLOSE_IT)
        if not inside:
            whole = _parsed(number, text + "".join(line for _, line in taken), delimiter)
            if not taken or width is None or len(whole.cells) == width:
                raw, taken = whole, []
        pushed = taken + pushed
        yield raw


def _open(line: str, delimiter: str, *, inside: bool) -> bool:
    """Say whether a quoted cell is still open at the end of a line."""
    if '"' not in line:
        return inside
    at_start = not inside
    skip = False
    for position, character in enumerate(line):
        if skip:
            skip = False
        elif inside:
            if character == '"':
                skip = line[position + 1 : position + 2] == '"'
                inside = skip
        elif character == '"' and at_start:
            inside = True
        at_start = not inside and character == delimiter
    return inside


def _parsed(number: int, text: str, delimiter: str) -> Raw:
    csv.field_size_limit(MOST_CHARACTERS)
    try:
        (cells,) = csv.reader([text], delimiter=delimiter)
    except csv.Error:
        fault = f"a cell has more than {MOST_CHARACTERS:,} characters"
        return Raw(number, text, (), fault, "shorten the cell")
    return Raw(number, text, tuple(cells))
