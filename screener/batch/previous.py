"""An earlier run's results, looked up row by row: which record is the same, and what it was."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import numpy as np

from screener.batch.changes import (
    GONE_CAUSE,
    KINDS,
    UNCHANGED,
    After,
    Since,
    editions_of,
    mark,
    since,
)
from screener.batch.changes import row as change_row
from screener.batch.checkpoint import file_hash
from screener.batch.lines import MOST_CHARACTERS
from screener.batch.mapping import ColumnMap, Dictionary
from screener.batch.tables import Before, Item, Line
from screener.batch.wrapped import inside
from screener.batch.writer import RESULTS, SUMMARY, cell_safe, read_summary
from screener.editions.touched import moved_entries
from screener.errors import InputError
from screener.evidence.cells import ADDED, added_names
from screener.factory import edition_store

_KEY_BYTES, _CONTENT_BYTES = 16, 8
_TIER, _REASONS, _ENTRIES = (ADDED.index(name) for name in ("tier", "reasons", "entries"))


class Row(NamedTuple):
    """A row of earlier results: its id, what tells it from others, its content, what it was."""

    line_id: str
    key: bytes
    content: bytes
    state: tuple[str, str, str]

    def before(self) -> Before:
        """Return what the record was."""
        return Before(*self.state, same=False)


class Previous:
    """An earlier run, held as hashes: some 30 bytes a row, whatever the rows hold."""

    def __init__(self, folder: Path, dictionary: Dictionary) -> None:
        """Read the results of a run.

        Raises:
            InputError: The folder holds no finished run with results.csv, or one whose columns
                cannot be read as records.

        """
        self._path = folder / RESULTS
        self._dictionary = dictionary
        self.summary = _summary(folder)
        self.digest = file_hash(self._path)
        states: dict[tuple[str, str, str], int] = {}
        keys, contents, codes = bytearray(), bytearray(), []
        for row in self._rows():
            keys += row.key
            contents += row.content
            codes.append(states.setdefault(row.state, len(states)))
        every = np.frombuffer(bytes(keys), dtype=f"V{_KEY_BYTES}").view(f"S{_KEY_BYTES}")
        self._order = np.argsort(every, kind="stable")
        self._keys = every[self._order]
        self._contents = np.frombuffer(bytes(contents), dtype=np.uint64)
        self._codes = np.array(codes, dtype=np.int32)
        self._states = list(states)
        self._taken = np.zeros(len(codes), dtype=np.bool_)
        self._next: dict[int, int] = {}

    def take(self, line: Line, mapping: ColumnMap) -> Before | None:
        """Return what a record was in the earlier run; None if it was not there.

        Records with the same id, or the same content where they have none, meet in order.
        """
        return self._take(*_identity(line.cells, mapping, line.values))

    def since(self, after: Mapping[str, object]) -> Since:
        """Return what else differs from this run to a later one, by its summary."""
        editions = editions_of(self.summary), editions_of(after)
        return since(self.summary, after, moved_entries(edition_store(), *editions))

    def changes_to(self, after: "Previous") -> Iterator[list[str]]:
        """Yield the rows of changes.csv from this run to a later one: its order, then the gone."""
        differs = self.since(after.summary)
        for row in after._rows():  # noqa: SLF001 - of this class
            before, now = self._take(row.key, row.content), After(*row.state)
            marks = mark(before, now, differs)
            if marks != UNCHANGED:
                yield change_row(row.line_id, marks, before, now)
        for row in self.left():
            yield change_row(row.line_id, (KINDS[-1], GONE_CAUSE), row.before(), None)

    def _take(self, key: bytes, content: bytes) -> Before | None:
        # Texts of bytes end before their zeros in an array, so one key in 256 would never be found.
        wanted = key.rstrip(b"\0")
        first = int(np.searchsorted(self._keys, np.bytes_(wanted)))
        at = self._next.get(first, first)
        if at >= len(self._keys) or self._keys[at] != wanted:
            return None
        self._next[first] = at + 1
        row = int(self._order[at])
        self._taken[row] = True
        same = self._contents[row].tobytes() == content
        return Before(*self._states[int(self._codes[row])], same=same)

    def left(self) -> Iterator[Row]:
        """Yield the rows of the earlier run that were not taken, in its order."""
        for at, row in enumerate(self._rows()):
            if not self._taken[at]:
                yield row

    def _rows(self) -> Iterator[Row]:
        others = csv.field_size_limit(MOST_CHARACTERS)
        try:
            with self._path.open(encoding="utf-8-sig", newline="") as file:
                reader = csv.reader(file)
                mapping = self._mapping(next(reader, []))
                own = len(mapping.headers)
                for count, cells in enumerate(reader, start=1):
                    values = mapping.values(cells[:own])
                    line_id = values.pop("line_id", str(count))
                    key, content = _identity(cells[:own], mapping, values)
                    added = cells[own:]
                    yield Row(
                        line_id, key, content, (added[_TIER], added[_REASONS], added[_ENTRIES])
                    )
        finally:
            csv.field_size_limit(others)

    def _mapping(self, headers: Sequence[str]) -> ColumnMap:
        own = headers[: -len(ADDED)]
        if tuple(headers[len(own) :]) != added_names(own):
            message = f"{self._path} is no results.csv of a run; name the folder of one by --since"
            raise InputError(message)
        return self._dictionary.telling(own)


def marked(lines: Iterator[Item], mapping: ColumnMap, previous: Previous) -> Iterator[Item]:
    """Yield the rows, each record with what it was in an earlier run."""
    for line in lines:
        if isinstance(line, Line):
            yield line._replace(before=previous.take(line, mapping))
        else:
            yield line


def _identity(
    cells: Sequence[str], mapping: ColumnMap, values: Mapping[str, str]
) -> tuple[bytes, bytes]:
    """Return the hash by which a record is found again, and that of its mapped fields.

    Cells are hashed as results.csv shows them.
    """
    told = "\0".join(f"{name}\1{cell_safe(value)}" for name, value in sorted(values.items()))
    content = told.encode("utf-8", "surrogatepass")
    line_id = next(
        (cell for at in mapping.sources.get("line_id", ()) if (cell := inside(cells[at])).strip()),
        "",
    )
    name = cell_safe(line_id).encode("utf-8", "surrogatepass")
    key = b"id\0" + name if name else b"fields\0" + content
    return _hash(key, _KEY_BYTES), _hash(content, _CONTENT_BYTES)


def _hash(data: bytes, size: int) -> bytes:
    return blake2b(data, digest_size=size).digest()


def _summary(folder: Path) -> dict[str, object]:
    if not (folder / RESULTS).is_file() or not (folder / SUMMARY).is_file():
        message = f"{folder} holds no finished run with {RESULTS} and {SUMMARY}"
        raise InputError(message)
    return read_summary(folder)
