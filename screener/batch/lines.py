"""Physical lines of a CSV file put together into records, so that one broken quote spoils one line."""

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

# A quoted cell may hold line breaks; one that runs on for longer was never closed.
MOST_LINES = 500
MOST_CHARACTERS = 4_000_000
UNCLOSED = "a quotation mark opens a cell and never closes it"
CLOSE_IT = "close or double the quotation mark"
TOO_LONG = (f"a cell has more than {MOST_CHARACTERS:,} characters", "shorten the cell")

Numbered = tuple[int, str]


class Raw(NamedTuple):
    """One record of a file: the number of its first line, its text, and its cells or the fault."""

    line: int
    text: str
    cells: tuple[str, ...]
    fault: str | None = None
    remedy: str = ""
    column: str = ""

    def of_width(self, width: int) -> "Raw":
        """Return the row with so many cells, empty ones added or the last ones left out."""
        return self._replace(cells=(*self.cells[:width], *[""] * (width - len(self.cells))))


def is_filled(raw: Raw) -> bool:
    """Say whether a row holds anything, be it a fault."""
    return raw.fault is not None or any(map(str.strip, raw.cells))


class Ahead:
    """Lines of a file; some may be looked at and given back, to be read again."""

    def __init__(self, lines: Iterator[Numbered], back: Iterable[Numbered] = ()) -> None:
        """Begin with the lines that were given back before."""
        self._lines = lines
        self._back = list(back)

    @property
    def waits(self) -> bool:
        """Whether lines that were given back are to be read before those of the file."""
        return bool(self._back)

    def read(self) -> Numbered | None:
        """Return the next line; None at the end."""
        return self._back.pop(0) if self._back else next(self._lines, None)

    def give_back(self, lines: Iterable[Numbered]) -> None:
        """Let lines, the last that were read, be read again."""
        self._back[:0] = lines


def records(
    numbered: Iterator[Numbered] | Ahead, delimiter: str, width: int | None = None
) -> Iterator[Raw]:
    """Yield the records of a file in order; an unclosed quote spoils only the line it opens in.

    A cell that runs over several lines counts as unclosed if text follows its last quote, or if
    it leaves the record with another number of cells than the ``width`` of the table: a quote
    further down ended it by chance.
    """
    ahead = numbered if isinstance(numbered, Ahead) else Ahead(numbered)
    while (first := ahead.read()) is not None:
        number, text = first
        taken: list[Numbered] = []
        inside = _open(text, delimiter, inside=False)
        size = len(text)
        while inside and len(taken) < MOST_LINES and size < MOST_CHARACTERS:
            following = ahead.read()
            if following is None:
                break
            taken.append(following)
            size += len(following[1])
            inside = _open(following[1], delimiter, inside=True)
        raw = Raw(number, text, (), UNCLOSED, CLOSE_IT)
        if not inside:
            whole = "".join([text, *(line for _, line in taken)])
            cells = _cells(whole, delimiter, strict=bool(taken))
            if not taken:
                fault = Raw(number, text, (), *TOO_LONG)
                raw = fault if cells is None else Raw(number, text, cells)
            elif cells is not None and (width is None or _fits(cells, width)):
                raw, taken = Raw(number, whole, cells), []
        ahead.give_back(taken)
        yield raw


def _fits(cells: tuple[str, ...], width: int) -> bool:
    """Say whether a record has as many cells as a table, but for empty ones beyond them."""
    return len(cells) >= width and not any(map(str.strip, cells[width:]))


def _open(line: str, delimiter: str, *, inside: bool) -> bool:
    """Say whether a quoted cell is still open at the end of a line."""
    if '"' not in line:
        return inside
    outside, within = _closed(delimiter)
    return (within if inside else outside).fullmatch(line) is None


@cache
def _closed(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what a line matches that ends outside quotes: begun outside, and begun inside.

    A quotation mark opens a cell only at its start, and a doubled one inside is a character.
    A mark that closes is followed by no other, so that there is one way to read a line and time
    grows with its length. (Possessive quantifiers err in Python 3.11 before 3.11.5.)
    """
    rest = f"[^{re.escape(delimiter)}]*"
    to_close = '[^"]*(?:""[^"]*)*"(?!")'
    cell = f'(?:"{to_close}|(?!")){rest}'
    more = f"(?:{re.escape(delimiter)}{cell})*"
    return re.compile(cell + more), re.compile(to_close + rest + more)


def _cells(text: str, delimiter: str, *, strict: bool) -> tuple[str, ...] | None:
    """Return the cells of a text; None if they cannot be told apart or one is too long."""
    # The limit is one for all readers of the process; others rely on a lower one.
    others = csv.field_size_limit(MOST_CHARACTERS)
    try:
        (cells,) = csv.reader([text], delimiter=delimiter, strict=strict)
    except csv.Error:
        return None
    finally:
        csv.field_size_limit(others)
    return tuple(cells)
