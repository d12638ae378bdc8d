"""A Parquet file read as a table, a few rows at a time."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.parquet as pq

from screener.batch.lines import Raw
from screener.batch.source import Source
from screener.batch.tables import MOST_COLUMNS, Table
from screener.batch.values import cell_of
from screener.errors import InputError

_AT_ONCE = 2_000
MOST_UNPACKED = 2 * 2**30
"""Bytes of one row group once unpacked; writers make them of a few hundred megabytes."""


def read_parquet(source: Source) -> Table:
    """Return the columns and rows of a Parquet file; rows without content are left out.

    Raises:
        InputError: The file is no sound Parquet, or a row group of it is too large.

    """
    rows = _rows(source)
    headers = next(rows).cells
    if len(headers) > MOST_COLUMNS:
        message = f"the file has {len(headers):,} columns; at most {MOST_COLUMNS:,} are read"
        raise InputError(message)
    return Table(headers, rows)


def _rows(source: Source) -> Iterator[Raw]:
    """Yield the names of the columns, then the filled rows; rows count from 1, names aside."""
    with source.open() as stream:
        try:
            file = pq.ParquetFile(stream, read_dictionary=_texts(pq.read_schema(stream)))
            _check_size(source, file)
            yield Raw(0, "", tuple(str(name) for name in file.schema_arrow.names))
            number = 0
            for batch in file.iter_batches(batch_size=_AT_ONCE):
                for cells in zip(*(cells_of(column) for column in batch.columns), strict=True):
                    number += 1
                    if any(map(str.strip, cells)):
                        yield Raw(number, "", cells)
        except pa.ArrowException as error:
            message = f"{source.path.name} is no sound Parquet file; it may be cut short: {error}"
            raise InputError(message) from error


def _texts(schema: pa.Schema) -> list[str]:
    """Return the columns of text; kept as dictionaries, a text that repeats is held once."""
    return [field.name for field in schema if pa.types.is_string(field.type)]


def _check_size(source: Source, file: pq.ParquetFile) -> None:
    groups = [file.metadata.row_group(at) for at in range(file.metadata.num_row_groups)]
    if any(group.total_byte_size > MOST_UNPACKED for group in groups):
        message = (
            f"{source.path.name} has a row group of more than {MOST_UNPACKED:,} bytes unpacked; "
            "write it anew with smaller row groups"
        )
        raise InputError(message)


def cells_of(column: pa.Array) -> list[str]:
    """Return the values of a column as the text of cells."""
    if not isinstance(column, pa.DictionaryArray):
        return [cell_of(value) for value in column.to_pylist()]
    texts = [cell_of(value) for value in column.dictionary.to_pylist()]
    return ["" if at is None else texts[at] for at in column.indices.to_pylist()]
