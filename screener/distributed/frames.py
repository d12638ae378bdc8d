"""Data frames of Apache Spark screened where their rows lie."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute

from screener.batch.blocks import TEXT
from screener.batch.chunk import Task
from screener.batch.known import Known
from screener.batch.lines import Raw
from screener.batch.mapping import ColumnMap, Dictionary
from screener.batch.parquet import cells_of
from screener.batch.rows import rows_of
from screener.batch.stretches import LINE_ID, Stretch, doubtful, surely_filled
from screener.batch.tables import Line, Reject, line_of
from screener.batch.workers import answered_here
from screener.distributed.content import Shipped, packed, unpacked
from screener.errors import InputError
from screener.evidence.cells import added_names
from screener.evidence.tables import ADDED_COLUMNS, added_columns
from screener.factory import load
from screener.pipeline import Screener

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

REJECT = "reject"
_SQL_TYPES = {
    "risk_score": "double", "points": "bigint", "completeness": "double", "screening": "binary",
}  # fmt: skip


def screen_dataframe(
    frame: "DataFrame",
    *,
    rules: Path | None = None,
    lists: Path | None = None,
    as_of: str | date | None = None,
    mapping: Mapping[str, str | None] | None = None,
    every: bool = False,
) -> "DataFrame":
    """Return a data frame with what ``results.csv`` adds, ``screening`` and ``reject``.

    Each row stays one row. ``screening`` is the canonical JSON as bytes, null where there is
    nothing to tell unless ``every`` is asked for. ``reject`` says why a row was not screened; the
    other added columns of that row are null. Columns are read by their names, or as ``mapping``
    says (header to field). Rules, lists and the saved index are shipped once to each executor.

    Raises:
        InputError: No column gives something to screen, or none is ``line_id``: rows of a data
            frame have no numbers.
        ContentError: Rules, lists or sources are wrong.

    """
    day = datetime.now(tz=UTC).date().isoformat() if as_of is None else str(as_of)
    screener = load(rules=rules, lists=lists, as_of=day)
    return screened_frame(frame, screener, Asked(day, rules, lists, mapping, every))


class Asked(NamedTuple):
    """What a data frame is screened for; as the arguments of ``screen_dataframe``."""

    as_of: str
    rules: Path | None = None
    lists: Path | None = None
    mapping: Mapping[str, str | None] | None = None
    every: bool = False


def screened_frame(frame: "DataFrame", screener: Screener, asked: Asked) -> "DataFrame":
    """Return a data frame screened as ``screener`` does, which was loaded as asked.

    Raises:
        InputError: As ``screen_dataframe``.

    """
    columns = Dictionary(screener.fields, asked.mapping).telling(frame.columns)
    if "line_id" not in columns.sources:
        message = "no column is the line_id, and rows of a data frame have no numbers; add one"
        raise InputError(message)
    archive, shipped = packed(screener, asked.rules, asked.lists, asked.as_of)
    frame.sparkSession.sparkContext.addArchive(f"{archive}#{shipped.name}")
    return frame.mapInArrow(_Screening(shipped, columns, asked.every), schema_of(frame))


def schema_of(frame: "DataFrame") -> str:
    """Return the columns of a screened data frame as Spark writes them in SQL."""
    own = [f"`{_quoted(field.name)}` {field.dataType.simpleString()}" for field in frame.schema]
    names = zip((*ADDED_COLUMNS, REJECT), added_to(frame.columns), strict=True)
    return ", ".join(
        [*own, *(f"`{name}` {_SQL_TYPES.get(kind, 'string')}" for kind, name in names)]
    )


def added_to(columns: Sequence[str]) -> tuple[str, ...]:
    """Return the names of the added columns; one that is taken already gets a number."""
    return added_names(columns, (*ADDED_COLUMNS, REJECT))


def _quoted(name: str) -> str:
    return name.replace("`", "``")


class _Screening:
    """Screens batches of rows in a process of an executor."""

    def __init__(self, shipped: Shipped, columns: ColumnMap, every: bool) -> None:  # noqa: FBT001
        self._shipped = shipped
        self._columns = columns
        self._every = every

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        from pyspark import SparkFiles  # noqa: PLC0415 - comes with the extra "spark" alone

        screener = unpacked(SparkFiles.get(self._shipped.name), self._shipped)
        known = _known(self._shipped, repr(self._columns), self._every)
        for batch in batches:
            yield screened_batch(
                screener, known, batch, self._columns, as_of=self._shipped.as_of, every=self._every
            )


@lru_cache(1)
def _known(_shipped: Shipped, _columns: str, _every: bool) -> Known:  # noqa: FBT001 - as told
    """Return what this process knows of records from the partitions before, read and judged alike."""
    return Known()


def screened_batch(
    screener: Screener, known: Known, batch: pa.RecordBatch, columns: ColumnMap, *, as_of: str,
    every: bool,
) -> pa.RecordBatch:  # fmt: skip
    """Return a batch of rows with the added columns; rows that cannot be screened say why.

    ``known`` are the records of earlier batches; those of this one are added to them.
    """
    items = _items(batch, columns)
    told: list[str | None] = []
    for item in items:
        if isinstance(item, Stretch):
            told.extend([None] * item.rows)
        else:
            told.append(_told(item) if isinstance(item, Reject) else None)
    screened = np.array([one is None for one in told], dtype=np.bool_)
    indices = pa.array(np.cumsum(screened) - 1, mask=~screened)
    rows = rows_of((item for item in items if not isinstance(item, Reject)), columns)
    answered = answered_here(known, rows, Task(as_of, every, frozenset()), screener)
    added = added_columns(answered.told, answered.of_row.astype(np.int32), rows.ids.to_pylist())
    return pa.RecordBatch.from_arrays(
        [*batch.columns, *(one.take(indices) for one in added), pa.array(told, pa.string())],
        [*batch.schema.names, *added_to(batch.schema.names)],
    )


def _items(batch: pa.RecordBatch, columns: ColumnMap) -> list[Line | Reject | Stretch]:
    """Return what the rows of a batch come to, in order, many at once where they are sound."""
    texts = [_texts(column) for column in batch.columns]
    odd = np.ones(batch.num_rows, dtype=np.bool_)
    whole = tuple(text for text in texts if text is not None)
    if len(whole) == len(texts):
        odd = doubtful(whole, columns)
        for at in columns.sources[LINE_ID]:
            odd |= ~surely_filled(whole[at])
    items: list[Line | Reject | Stretch] = []
    began = 0
    for at in (*np.flatnonzero(odd).tolist(), batch.num_rows):
        if at > began:
            items.append(Stretch(0, 0, tuple(text.slice(began, at - began) for text in whole)))
        if at < batch.num_rows:
            (cells,) = zip(
                *(cells_of(column.slice(at, 1)) for column in batch.columns), strict=True
            )
            items.append(_item(cells, columns))
        began = at + 1
    return items


def _texts(column: pa.Array) -> pa.LargeStringArray | None:
    """Return a column as the text of cells; None if some of it is none."""
    if not pa.types.is_string(column.type) and not pa.types.is_large_string(column.type):
        try:
            return pa.array(cells_of(column), TEXT)
        except UnicodeEncodeError:
            return None
    texts = column.cast(TEXT).fill_null("")
    return None if pa.compute.any(pa.compute.match_substring(texts, "\0")).as_py() else texts


def _item(cells: tuple[str, ...], columns: ColumnMap) -> Line | Reject:
    if LINE_ID not in columns.values(cells):
        return Reject(0, columns.named("line_id"), "the row has no id", "give it one", "")
    return line_of(Raw(0, "", cells), 0, columns)


def _told(reject: Reject) -> str:
    place = f"{reject.column}: " if reject.column else ""
    return f"{place}{reject.wrong}; {reject.remedy}"
