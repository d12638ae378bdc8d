"""A Parquet file read as a table, a few rows at a time."""

from collections.abc import Iterator, Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from screener.batch.lines import Raw
from screener.batch.mapping import Dictionary
from screener.batch.source import Source
from screener.batch.tables import MOST_COLUMNS, Table, is_text
from screener.batch.values import cell_of
from screener.errors import InputError

_AT_ONCE = 2_000
_MOST_BYTES = 1_000
"""Bytes of a carried cell that are written out."""
MOST_UNPACKED = 2 * 2**30
"""Bytes of one row group once unpacked; writers make them of a few hundred megabytes."""


def read_parquet(source: Source, dictionary: Dictionary) -> Table:
    """Return the columns and rows of a Parquet file; rows without content are left out.

    Bytes that are no text, in a column that is only carried along, are written out.

    Raises:
        InputError: The file is no sound Parquet, or a row group of it is too large.

    """
    rows = _rows(source, dictionary)
    headers, of_bytes = next(rows).cells, next(rows).cells
    if len(headers) > MOST_COLUMNS:
        message = f"the file has {len(headers):,} columns; at most {MOST_COLUMNS:,} are read"
        raise InputError(message)
    named = ", ".join(map(repr, of_bytes))
    remark = f"columns of bytes, carried along as text, or as 0x and hexadecimal digits: {named}"
    return Table(headers, rows, (remark,) if of_bytes else ())


def _rows(source: Source, dictionary: Dictionary) -> Iterator[Raw]:
    """Yield the names of the columns, those of bytes that no field is read from, then the filled rows.

    Rows count from 1, names aside.
    """
    with source.open() as stream:
        try:
            file = pq.ParquetFile(stream, read_dictionary=_texts(pq.read_schema(stream)))
            _check_size(source, file)
            headers = tuple(str(name) for name in file.schema_arrow.names)
            read = dictionary.map(headers).read()
            carried = [at not in read for at in range(len(headers))]
            yield Raw(0, "", headers)
            yield Raw(0, "", tuple(_of_bytes(file.schema_arrow, carried)))
            number = 0
            for batch in file.iter_batches(batch_size=_AT_ONCE):
                columns = (
                    _written_out(cells_of(column)) if alone else cells_of(column)
                    for column, alone in zip(batch.columns, carried, strict=True)
                )
                for cells in zip(*columns, strict=True):
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


def _of_bytes(schema: pa.Schema, carried: Sequence[bool]) -> Iterator[str]:
    kinds = (pa.types.is_binary, pa.types.is_large_binary, pa.types.is_fixed_size_binary)
    for field, alone in zip(schema, carried, strict=True):
        if alone and any(kind(field.type) for kind in kinds):
            yield str(field.name)


def _written_out(cells: list[str]) -> list[str]:
    """Return cells that are read as nothing, those that are no text as hexadecimal digits."""
    return cells if is_text("".join(cells)) else [_hexadecimal(cell) for cell in cells]


def _hexadecimal(cell: str) -> str:
    if is_text(cell):
        return cell
    data = cell.encode("utf-8", errors="surrogateescape")
    more = f" … ({len(data):,} bytes)" if len(data) > _MOST_BYTES else ""
    return f"0x{data[:_MOST_BYTES].hex()}{more}"


def cells_of(column: pa.Array) -> list[str]:
    """Return the values of a column as the text of cells."""
    if not isinstance(column, pa.DictionaryArray):
        return [cell_of(value) for value in _values(column)]
    texts = [cell_of(value) for value in column.dictionary.to_pylist()]
    return ["" if at is None else texts[at] for at in column.indices.to_pylist()]


def _values(column: pa.Array) -> list[object]:
    """Return the values of a column; moments that Python has no value for as their text."""
    if pa.types.is_float32(column.type):
        # Made wider, 0.1 would be shown as 0.10000000149011612.
        texts = column.cast(pa.string()).to_pylist()
        return [None if text is None else float(text) for text in texts]
    try:
        return list(column.to_pylist())
    except (ValueError, OverflowError):
        return [_value(scalar) for scalar in column]


def _value(scalar: pa.Scalar) -> object:
    try:
        return scalar.as_py()
    except (ValueError, OverflowError):
        return str(scalar.cast(pa.string()).as_py()).replace(" ", "T", 1)
