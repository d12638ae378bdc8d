"""Tables, whatever they were written in: rows of cells, then records under known headings."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, groupby, islice
from typing import NamedTuple

from screener.content.diagnostics import suggestion
from screener.lists.readers.lines import Source, lines, refused
from screener.lists.texts import clean

MAX_RUN = 20_000
"""Rows that may speak of one entry; the largest published have some hundreds."""

_MAX_ABOVE = 100
"""Empty lines that may stand above the headings of a table."""


class Row(NamedTuple):
    """The cells of a row and the line (or row number) where it stands."""

    line: int
    cells: tuple[str, ...]


class Record(NamedTuple):
    """A row under its headings: cells by our names; those the file has no column for are empty."""

    line: int
    cells: Mapping[str, str]

    def get(self, name: str) -> str:
        """Return the cell of a column in one line; empty where there is none."""
        return clean(self.cells.get(name))

    def several(self, name: str, separator: str) -> tuple[str, ...]:
        """Return the parts of a cell in which several values stand, in order."""
        return tuple(part for one in self.get(name).split(separator) if (part := one.strip()))


class Columns(NamedTuple):
    """The headings of a table: each name of ours with the headings that publishers gave it.

    ``needed`` columns must be there; ``known`` ones may be; ``unused`` ones are published, too,
    and say nothing that is kept. Any other heading refuses the table.
    """

    needed: Mapping[str, tuple[str, ...]]
    known: Mapping[str, tuple[str, ...]]
    unused: tuple[str, ...] = ()

    def names(self) -> dict[str, str]:
        """Return our name of every heading, folded; empty for the unused."""
        both = {**self.needed, **self.known}
        named = {_folded(text): name for name, texts in both.items() for text in texts}
        return named | {_folded(text): "" for text in self.unused}

    def known_among(self, headings: Iterable[str]) -> int:
        """Return how many headings, as written with or without quotes, are known."""
        names = self.names()
        return sum(_folded(one.strip().strip('"')) in names for one in headings)


def csv_rows(source: Source, delimiter: str | Callable[[str], str] = ",") -> Iterator[Row]:
    """Yield the rows of a CSV file that hold anything.

    ``delimiter`` may be told from the first line that holds a letter or a digit.

    Raises:
        ListError: The file is no CSV, ends within quotes, or a cell is longer than 131,072.

    """
    text, begun = lines(source), list[str]()
    if not isinstance(delimiter, str):
        for line in islice(text, _MAX_ABOVE):
            begun.append(line)
            if any(map(str.isalnum, line)):
                break
        delimiter = delimiter("".join(begun[-1:]))
    reader = csv.reader(chain(begun, text), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            if any(cells):
                yield Row(reader.line_num, tuple(cells))
    except csv.Error as error:
        remedy = "the file may be cut short; load it anew"
        raise refused(source.path, reader.line_num, f"no CSV: {error}", remedy) from error


def records(path: str, rows: Iterable[Row], columns: Columns) -> Iterator[Record]:
    """Yield the rows below a heading row under our names.

    Raises:
        ListError: A heading is missing, unknown or there twice, or a row has another number of
            cells than the heading.

    """
    remaining = iter(rows)
    head = next(remaining, None)
    if head is None:
        raise refused(path, 1, "holds no table", "load the file as published")
    names = _headings(path, head, columns)
    for row in remaining:
        if len(row.cells) != len(names):
            problem = f"a row of {len(row.cells)} cells under {len(names)} headings"
            raise refused(path, row.line, problem, "the file may be cut short; load it anew")
        cells = {name: cell for name, cell in zip(names, row.cells, strict=True) if name}
        yield Record(row.line, cells)


def runs(path: str, rows: Iterable[Record], key: str) -> Iterator[tuple[Record, ...]]:
    """Yield the rows that stand together under one value of a column, each run whole.

    Raises:
        ListError: A row has no value there, or a run is longer than ``MAX_RUN``.

    """
    for value, run in groupby(rows, lambda row: row.get(key)):
        found: list[Record] = []
        for row in run:
            found.append(row)
            if not value or len(found) > MAX_RUN:
                problem = (
                    f"more than {MAX_RUN:,} rows of {value}" if value else f"a row without {key}"
                )
                raise refused(path, row.line, problem, "load the file as published")
        yield tuple(found)


def _headings(path: str, head: Row, columns: Columns) -> list[str]:
    """Return our name of each column, empty for those not used."""
    known = columns.names()
    names = []
    for cell in head.cells:
        heading = _folded(cell)
        if heading not in known:
            guess = suggestion(heading, sorted(known), "known")
            problem = f'unknown heading "{clean(cell)}"'
            raise refused(path, head.line, problem, f"the layout may have changed; {guess}")
        if known[heading] in names and known[heading]:
            problem = f'"{clean(cell)}" is there twice'
            raise refused(path, head.line, problem, "load the file as published")
        names.append(known[heading])
    for name, texts in columns.needed.items():
        if name not in names:
            problem = f'there is no column "{texts[0]}"'
            raise refused(path, head.line, problem, "the layout may have changed; see the format")
    return names


def _folded(heading: str) -> str:
    return clean(heading).casefold()
