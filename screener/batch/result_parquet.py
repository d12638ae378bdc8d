"""Results as Parquet: the user's columns as text, then the added ones with their types."""

import csv
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from screener.batch.lines import MOST_CHARACTERS
from screener.batch.writer import ROWS_PART
from screener.evidence.cells import ADDED, added_names

PARQUET = "results.parquet"
GROUP_ROWS = 50_000
_TYPES = {"risk_score": pa.float64(), "points": pa.int64(), "completeness": pa.float64()}


def part_rows(folder: Path, name: str) -> Iterator[list[str]]:
    """Yield the rows of a part that a run wrote as it went on."""
    others = csv.field_size_limit(MOST_CHARACTERS)
    try:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            yield from csv.reader(file)
    finally:
        csv.field_size_limit(others)


def write_parquet(folder: Path, headers: Sequence[str]) -> None:
    """Write results.parquet from the rows of a run, in row groups of a fixed number of rows.

    Raises:
        OSError: The disk is full or gone.

    """
    schema = _schema(headers)
    rows = part_rows(folder, ROWS_PART)
    part = folder / f"{PARQUET}.new"
    with pq.ParquetWriter(part, schema, compression="zstd") as writer:
        while group := list(islice(rows, GROUP_ROWS)):
            # The last cell of a part's row counts its reasons, for the workbook.
            cells = list(zip(*(row[:-1] for row in group), strict=True))
            writer.write_table(_table(schema, cells), row_group_size=GROUP_ROWS)
    part.replace(folder / PARQUET)


def _schema(headers: Sequence[str]) -> pa.Schema:
    """Return the columns; one whose header is empty or doubled gets a number."""
    own = _distinct(headers)
    added = [
        pa.field(name, _TYPES.get(kind, pa.string()))
        for kind, name in zip(ADDED, added_names(own), strict=True)
    ]
    return pa.schema([*(pa.field(name, pa.string()) for name in own), *added])


def _distinct(headers: Sequence[str]) -> list[str]:
    names: dict[str, None] = {}
    for at, header in enumerate(headers, start=1):
        name = header or f"column_{at}"
        while name in names:
            name = f"{name}_{at}"
        names[name] = None
    return list(names)


def _table(schema: pa.Schema, cells: Sequence[tuple[str, ...]]) -> pa.Table:
    arrays = [
        pa.array(column, type=pa.string()).cast(field.type)
        for field, column in zip(schema, cells, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)
