"""The records of a chunk held as columns, and which of them are the same but for their ids."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import groupby
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute

from screener.batch.blocks import TEXT
from screener.batch.mapping import ColumnMap
from screener.batch.stretches import LINE_ID, Numbers, Stretch, surely_filled
from screener.batch.tables import Before, Line

_KEY_BYTES = 16
# No cell of a record holds it.
_BETWEEN = pa.scalar("\0", TEXT)


class Rows(NamedTuple):
    """Records in order: row numbers, ids, all cells as columns, and what each was before."""

    mapping: ColumnMap
    numbers: Numbers
    ids: pa.LargeStringArray
    columns: tuple[pa.LargeStringArray, ...]
    before: tuple[Before | None, ...]

    def __len__(self) -> int:
        """Return the number of records."""
        return len(self.numbers)

    def values(self, places: Sequence[int]) -> list[dict[str, str]]:
        """Return the filled fields of some records, without their ids."""
        columns, mapping = self.mapping.only(self.fields)
        wanted = pa.array(places, pa.int64())
        taken = [self.columns[at].take(wanted).to_pylist() for at in columns]
        return [mapping.values(cells) for cells in zip(*taken, strict=True)]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that are read, without the id."""
        return tuple(name for name in self.mapping.sources if name != LINE_ID)


class Distinct(NamedTuple):
    """The distinct records among rows: a key of each, a first row of each, and which a row is."""

    keys: list[bytes]
    first: Numbers
    of_row: Numbers


def rows_of(items: Iterable[Line | Stretch], mapping: ColumnMap) -> Rows:
    """Return records, some of them one by one, as the rows of one table."""
    parts = [
        part
        for alone, group in groupby(items, key=lambda item: isinstance(item, Line))
        for part in (
            [_of_lines([one for one in group if isinstance(one, Line)], mapping)]
            if alone
            else [_of_stretch(one, mapping) for one in group if isinstance(one, Stretch)]
        )
    ]
    if len(parts) == 1:
        return parts[0]
    if not parts:
        parts = [_of_lines([], mapping)]
    columns = zip(*(part.columns for part in parts), strict=True)
    return Rows(
        mapping,
        np.concatenate([part.numbers for part in parts]),
        pa.concat_arrays([part.ids for part in parts]),
        tuple(pa.concat_arrays(column) for column in columns),
        tuple(before for part in parts for before in part.before),
    )


def distinct(rows: Rows) -> Distinct:
    """Return the distinct records of rows, in the order in which they first occur.

    Records whose fields differ have other keys; a few with equal fields may, too.
    """
    read = [rows.columns[at] for at in rows.mapping.only(rows.fields)[0]]
    joined = pa.compute.binary_join_element_wise(*read, _BETWEEN).dictionary_encode()
    of_row = joined.indices.to_numpy().astype(np.int64)
    first = np.zeros(len(joined.dictionary), dtype=np.int64)
    first[of_row[::-1]] = np.arange(len(of_row))[::-1]
    texts = joined.dictionary.cast(pa.large_binary()).to_pylist()
    return Distinct(
        [blake2b(text, digest_size=_KEY_BYTES).digest() for text in texts], first, of_row
    )


def _of_lines(lines: Sequence[Line], mapping: ColumnMap) -> Rows:
    cells: Iterator[Sequence[str]] = zip(*(line.cells for line in lines), strict=True)
    columns = tuple(pa.array(column, TEXT) for column in cells) or tuple(
        pa.array([], TEXT) for _ in mapping.headers
    )
    return Rows(
        mapping,
        np.array([line.row for line in lines], dtype=np.int64),
        pa.array([line.line_id for line in lines], TEXT),
        columns,
        tuple(line.before for line in lines),
    )


def _of_stretch(stretch: Stretch, mapping: ColumnMap) -> Rows:
    numbers = np.arange(stretch.line, stretch.line + stretch.rows, dtype=np.int64)
    return Rows(mapping, numbers, _ids(stretch, mapping), stretch.columns, (None,) * stretch.rows)


def _ids(stretch: Stretch, mapping: ColumnMap) -> pa.LargeStringArray:
    """Return the ids of records: the number of one that has none."""
    columns, named = mapping.only((LINE_ID,))
    own = [stretch.columns[at] for at in columns]
    if len(own) == 1 and surely_filled(own[0]).all():
        return own[0]
    numbers = range(stretch.number, stretch.number + stretch.rows)
    if not own:
        return pa.array(map(str, numbers), TEXT)
    rows = zip(*(column.to_pylist() for column in own), strict=True)
    found = (named.values(row).get(LINE_ID, str(at)) for row, at in zip(rows, numbers, strict=True))
    return pa.array(found, TEXT)
