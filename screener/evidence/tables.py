"""Verdicts beside the rows of an Arrow table: the skin that engines and process pools see."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from screener.errors import InputError
from screener.evidence.answers import answers_of, json_after
from screener.evidence.cells import ADDED, added_names
from screener.evidence.verdicts import Verdicts
from screener.model.columns import MISSING, Codes, Column, Columns
from screener.text.unstated import is_unstated

SCREENING = "screening"
ADDED_COLUMNS = (*ADDED, SCREENING)
_TYPES = (pa.string(), pa.float64(), pa.int64(), pa.float64(), *[pa.string()] * 5)


class Screens(Protocol):
    """What is asked of a screener here."""

    @property
    def record_fields(self) -> tuple[str, ...]:
        """The fields of a record that are searched or judged."""

    def screenable(self, name: str) -> bool:
        """Say whether a field, filled alone, gives something to screen."""

    def screen_columns(
        self, columns: Columns, line_ids: Sequence[str], *, as_of: str | date | None = None
    ) -> Verdicts:
        """Return the verdicts over a batch of records held as columns."""


def with_verdicts(
    screener: Screens, table: pa.Table, *, as_of: str | date | None = None
) -> pa.Table:
    """Return a table with the columns of results.csv and the screening's bytes added.

    A row that holds nothing to screen, or only words as "N/A", has nulls there: unknown is not clear.

    Raises:
        InputError: No column gives something to screen, or one cannot be read as text.

    """
    given = {
        name: _column(table, name) for name in screener.record_fields if name in table.schema.names
    }
    telling = [_stated(column) for name, column in given.items() if screener.screenable(name)]
    if not telling:
        message = "the table has no column with a party, product, place or code"
        raise InputError(message)
    filled = {name: column for name, column in given.items() if len(column.values)}
    line_ids = _line_ids(table)
    verdicts = screener.screen_columns(
        Columns(table.num_rows, filled), [""] * table.num_rows, as_of=as_of
    )
    holds = np.any(telling, axis=0)
    told = [
        line_id if held else None for line_id, held in zip(line_ids, holds.tolist(), strict=True)
    ]
    added = added_columns(*answers_of(verdicts), told)
    for name, column in zip(added_names(table.schema.names, ADDED_COLUMNS), added, strict=True):
        table = table.append_column(name, column)
    return table


class Shown(Protocol):
    """What an answer shows: its added cells, and its JSON after the id, empty if there is none."""

    @property
    def cells(self) -> tuple[str, ...]:
        """The added cells."""

    @property
    def after_id(self) -> bytes:
        """The JSON after the id."""


def added_columns(
    distinct: Sequence[Shown], of_row: Codes, line_ids: Sequence[str | None]
) -> list[pa.Array]:
    """Return the added columns of rows, given by their ids and the numbers of their answers.

    A row whose id is None has nulls there.
    """
    given = np.array([line_id is not None for line_id in line_ids], dtype=np.bool_)
    indices = pa.array(of_row, mask=~given)
    texts = list(zip(*(answer.cells for answer in distinct), strict=True)) or [()] * len(_TYPES)
    columns = [
        pa.array(cells, type=pa.string()).cast(kind).take(indices)
        for cells, kind in zip(texts, _TYPES, strict=True)
    ]
    told = [
        None
        if line_id is None or not (after_id := distinct[at].after_id)
        else json_after(line_id, after_id)
        for line_id, at in zip(line_ids, of_row.tolist(), strict=True)
    ]
    return [*columns, pa.array(told, type=pa.binary())]


def _texts(table: pa.Table, name: str) -> pa.Array:
    try:
        return table.column(name).cast(pa.string()).combine_chunks()
    except pa.ArrowException as error:
        message = f"the column {name} of the table cannot be read as text: {error}"
        raise InputError(message) from error


def _column(table: pa.Table, name: str) -> Column:
    """Return a column with its distinct filled values in the order in which they first occur."""
    encoded = _texts(table, name).dictionary_encode()
    distinct: list[str] = encoded.dictionary.to_pylist()
    kept = [value for value in distinct if value.strip()]
    numbers = {value: number for number, value in enumerate(kept)}
    # The last place answers for null, whose index is filled with -1.
    renumbered = np.array([*(numbers.get(value, MISSING) for value in distinct), MISSING], np.int32)
    codes = encoded.indices.fill_null(MISSING).to_numpy(zero_copy_only=False)
    return Column(kept, renumbered[codes])


def _stated(column: Column) -> npt.NDArray[np.bool_]:
    """Return which rows are filled with more than a word for what is not stated."""
    # The last place answers for a missing value.
    stated = np.array([*(not is_unstated(value) for value in column.values), False])
    return stated[column.codes]


def _line_ids(table: pa.Table) -> list[str]:
    """Return the lines' own ids; the row's number where there is none."""
    given: list[str | None] = [None] * table.num_rows
    if "line_id" in table.schema.names:
        given = _texts(table, "line_id").to_pylist()
    return [line_id or str(row) for row, line_id in enumerate(given, start=1)]
