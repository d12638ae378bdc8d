"""Physical lines of a CSV file put together into records, so that one broken quote spoils one line."""

import csv
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# A quoted cell may hold line breaks; one that runs on for longer was never closed.
MOST_LINES = 500
MOST_CHARACTERS = 4_000_000


class Raw(NamedTuple):
    """One record of a CSV file: the number of its first line, its text, its cells or the fault."""

    line: int
    text: str
    cells: tuple[str, ...]
    fault: str | None = None


def records(lines: Iterable[str], delimiter: str) -> Iterator[Raw]:
    """Yield the records of a file in order; an unclosed quote spoils only the line it opens in."""
    numbered = enumerate(lines, start=1)
    pushed: list[tuple[int, str]] = []
    while True:
        first = pushed.pop(0) if pushed else next(numbered, None)
        if first is None:
            return
        number, text = first
        taken: list[tuple[int, str]] = []
        held = [text]
        inside = _open(text, delimiter, inside=False)
        size = len(text)
        while inside and len(taken) < MOST_LINES and size < MOST_CHARACTERS:
            following = pushed.pop(0) if pushed else next(numbered, None)
            if following is None:
                break
            taken.append(following)
            held.append(following[1])
            size += len(following[1])
            inside = _open(following[1], delimiter, inside=True)
        if inside:
            pushed = taken + pushed
            yield Raw(number, text, (), "a quotation mark opens a cell and never closes it")
        else:
            yield _parsed(number, "".join(held), delimiter)


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
    csv.field_size_limit(MOST_CHARACTERS + 1)
    try:
        rows = (
            list(csv.reader([text], delimiter=delimiter))
            if "\n" not in text.rstrip("\r\n")
            else list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter))
        )
    except csv.Error as error:
        return Raw(number, text, (), f"the row cannot be read: {error}")
    return Raw(number, text, tuple(rows[0]) if rows else ())
