"""The results of a batch as a table that is filtered, sorted and read page by page."""

import csv
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from api.case import Case
from api.deps import Service
from screener.batch.changes import CHANGES, MARKS
from screener.batch.checkpoint import find
from screener.batch.line_index import line_at
from screener.batch.mapping import ColumnMap, Dictionary
from screener.batch.mapping_file import parse_mapping
from screener.batch.result_parquet import PARQUET
from screener.batch.writer import RESULTS as CSV
from screener.batch.writer import SCREENINGS
from screener.errors import ConflictError, NotStoredError
from screener.evidence.canonical import read_screening
from screener.evidence.cells import ADDED
from screener.worker import INPUT, RESULTS, asked_of, folder_of

Sort = Literal["risk", "row", "supplier"]
Numbers = npt.NDArray[np.int64]
PAGE_ROWS = 50
_KEPT = 4
_COLUMNS = 16
MOST_SUPPLIERS = 100
_SHOWN = ADDED[: ADDED.index("entries") + 1]
"""The added columns that a table shows; the long texts behind them are left in the file."""
_SEPARATOR = "; "
_LINED = (".csv", ".tsv", ".txt")
_PIECE = 1 << 20


class Coded(NamedTuple):
    """A column as numbers of its distinct values."""

    values: tuple[str, ...]
    codes: Numbers

    def where(self, fits: Callable[[str], bool]) -> npt.NDArray[np.bool_]:
        """Return for each row whether its value fits; each distinct value is asked once."""
        return np.array([fits(value) for value in self.values], dtype=bool)[self.codes]


class Table(NamedTuple):
    """A results file: its header and what its rows are ordered by; columns are read when asked for.

    ``own`` is how many columns are the user's; those that were added follow, in order.
    """

    headers: tuple[str, ...]
    own: int
    risk: npt.NDArray[np.float64]

    def added(self, name: str) -> int:
        """Return the number of an added column."""
        return self.own + _SHOWN.index(name)


class Results(NamedTuple):
    """A table with what its columns mean.

    ``compared``: the last two of the user's columns say what changed since an earlier run.
    """

    path: Path
    changed: int
    table: Table
    mapping: ColumnMap
    compared: bool

    def coded(self, number: int) -> Coded:
        """Return a column by its number; -1 is one that the file has not."""
        if number < 0:
            return Coded(("",), np.zeros(len(self.table.risk), dtype=np.int64))
        return _coded(self.path, self.changed, number)

    def cell(self, number: int, row: int) -> str:
        """Return a cell by its column and row, both from 0; empty if the file has no such column."""
        if number < 0:
            return ""
        return str(_column(self.path, self.changed, number)[row].as_py())

    def column(self, field: str) -> int:
        """Return the number of the first column that a field is read from; -1 if there is none."""
        return self.mapping.sources.get(field, (-1,))[0]

    def added(self, name: str) -> Coded:
        """Return an added column."""
        return self.coded(self.table.added(name))

    def supplier(self) -> Coded:
        """Return the column of suppliers."""
        return self.coded(self.column("supplier_name"))

    def mark(self, name: str) -> Coded:
        """Return a column of what changed since an earlier run; empty if none was compared."""
        at = self.table.own - len(MARKS) + MARKS.index(name)
        return self.coded(at if self.compared else -1)


class Asked(NamedTuple):
    """Which rows are wanted, in which order; empty asks for any, ``supplier`` is its number."""

    tier: str = ""
    rule: str = ""
    list_id: str = ""
    supplier: int | None = None
    change: str = ""
    sort: Sort = "risk"
    page: int = 0


class ResultRow(NamedTuple):
    """One row, numbered from 1 as in results.csv below its header.

    ``change`` is what became of it since an earlier run, and ``cause`` why; both may be empty.
    """

    row: int
    line_id: str
    tier: str
    points: int
    goods: str
    supplier: str
    supplier_number: int
    reasons: tuple[str, ...]
    change: str
    cause: str


class ResultPage(NamedTuple):
    """A page of rows, how many there are in all, and the suppliers to choose from.

    ``suppliers`` are those of the gravest rows and the one that is asked for, as number and name.
    """

    rows: tuple[ResultRow, ...]
    total: int
    suppliers: tuple[tuple[int, str], ...]


def results_page(batch_id: str, asked: Asked, service: Service) -> ResultPage:
    """Return a page of a batch's rows.

    Raises:
        NotStoredError: There is no such batch.
        ConflictError: It has no results, or none yet.

    """
    results = results_of(batch_id, service)
    order = _sorted(results, asked.sort)
    wanted = order[_mask(results, asked, service)[order]]
    shown = wanted[asked.page * PAGE_ROWS : (asked.page + 1) * PAGE_ROWS]
    return ResultPage(_rows(results, shown), len(wanted), _suppliers(results, asked.supplier))


def row_case(batch_id: str, row: int, service: Service) -> Case:
    """Return the screening of one row, with the record as it was read.

    Raises:
        NotStoredError: There is no such batch or row.
        ConflictError: The batch has no results, or none yet.

    """
    results = results_of(batch_id, service)
    if not 1 <= row <= len(results.table.risk):
        message = f"the results have no row {row}"
        raise NotStoredError(message)
    line = line_at(_folder(batch_id, service) / SCREENINGS, row - 1)
    assert line is not None, "every row has its screening"
    return Case(results.mapping.values(_row(results, row - 1)), read_screening(line))


class Done(NamedTuple):
    """How many rows a running batch has done, and of how many; None where that is not known."""

    rows: int
    of: int | None


def rows_done(batch_id: str, service: Service) -> Done:
    """Return how far a running batch has come, as its last checkpoint says.

    A row of a text file may take several lines, so there may be fewer rows than is said.
    """
    folder = folder_of(service.home, batch_id)
    attempts = sorted(folder.glob("attempt-*"), key=lambda one: one.stat().st_mtime_ns)
    stopped = find(attempts[-1]) if attempts else None
    source = next(folder.glob(f"{INPUT}.*"), None)
    lines = _lines_of(source) if source is not None and source.suffix in _LINED else None
    rows = stopped.rows if stopped is not None else 0
    return Done(rows, None if lines is None else max(rows, lines))


@lru_cache(maxsize=_KEPT)
def _lines_of(path: Path) -> int:
    """Return how many lines a file has below its first."""
    with path.open("rb") as file:
        return sum(piece.count(b"\n") for piece in iter(lambda: file.read(_PIECE), b"")) - 1


def results_of(batch_id: str, service: Service) -> Results:
    """Return the results of a batch.

    Raises:
        NotStoredError: There is no such batch.
        ConflictError: It has no results, or none yet.

    """
    folder = _folder(batch_id, service)
    path = folder / PARQUET
    changed = path.stat().st_mtime_ns
    table = _table(path, changed)
    fields = service.screener.fields
    asked = asked_of(folder.parent).mapping
    chosen = asked and parse_mapping(asked, "the mapping", ("line_id", *fields))
    mapping = Dictionary(fields, chosen or None).map(table.headers[: table.own])
    compared = (folder / CHANGES).is_file()
    return Results(path, changed, table, mapping, compared)


def _folder(batch_id: str, service: Service) -> Path:
    batch = service.repository.batches.get(batch_id)
    folder = folder_of(service.home, batch.id) / RESULTS
    if batch.state != "done" or not (folder / PARQUET).is_file():
        message = f"the batch is {batch.state}; it has no results"
        raise ConflictError(message)
    return folder


@lru_cache(maxsize=_KEPT)
def _table(path: Path, changed: int) -> Table:
    # Parquet has no two columns of one name; how a column is read is told by the user's own.
    with path.with_name(CSV).open(encoding="utf-8-sig", newline="") as text:
        headers = tuple(next(csv.reader(text)))
    own = len(headers) - len(ADDED)
    risk = _column(path, changed, own + _SHOWN.index("risk_score")).to_numpy()
    return Table(headers, own, risk)


@lru_cache(maxsize=_KEPT * _COLUMNS)
def _column(path: Path, _changed: int, number: int) -> pa.ChunkedArray:
    with pq.ParquetFile(path) as file:
        return file.read(columns=[file.schema_arrow.names[number]]).column(0)


@lru_cache(maxsize=_KEPT * _COLUMNS)
def _coded(path: Path, changed: int, number: int) -> Coded:
    encoded = _column(path, changed, number).combine_chunks().dictionary_encode()
    return Coded(tuple(encoded.dictionary.to_pylist()), encoded.indices.to_numpy().astype(np.int64))


def _row(results: Results, number: int) -> list[str]:
    """Return the user's own cells of a row, numbered from 0."""
    with pq.ParquetFile(results.path) as file:
        names = file.schema_arrow.names[: results.table.own]
        for group in range(file.num_row_groups):
            rows = file.metadata.row_group(group).num_rows
            if number < rows:
                read = file.read_row_group(group, columns=names).slice(number, 1)
                return [column[0].as_py() for column in read.columns]
            number -= rows
    message = "the row is counted before it is read"
    raise AssertionError(message)


def _sorted(results: Results, sort: Sort) -> Numbers:
    rows = np.arange(len(results.table.risk))
    if sort == "row":
        return rows
    if sort == "supplier":
        supplier = results.supplier()
        places = np.argsort(np.argsort(np.array([one.casefold() for one in supplier.values])))
        return np.lexsort((rows, -results.table.risk, places[supplier.codes]))
    return np.lexsort((rows, -results.table.risk))


def _mask(results: Results, asked: Asked, service: Service) -> npt.NDArray[np.bool_]:
    mask = np.ones(len(results.table.risk), dtype=bool)
    if asked.tier:
        mask &= results.added("tier").where(lambda value: value == asked.tier)
    if asked.rule:
        mask &= results.added("reasons").where(lambda value: asked.rule in _parts(value))
    if asked.list_id:
        entries = service.screener.entries
        mask &= results.added("entries").where(
            lambda value: any(
                one in entries and entries[one].list == asked.list_id for one in _parts(value)
            )
        )
    if asked.supplier is not None:
        mask &= results.supplier().codes == asked.supplier
    if asked.change:
        mask &= results.mark("change").where(lambda value: value == asked.change)
    return mask


def _rows(results: Results, numbers: Numbers) -> tuple[ResultRow, ...]:
    suppliers = results.supplier()
    reasons, tiers = results.added("reasons"), results.added("tier")
    changes, causes = results.mark("change"), results.mark("change_cause")
    return tuple(
        ResultRow(
            row=number + 1,
            line_id=results.cell(results.column("line_id"), number)
            or results.cell(results.column("source_row_ref"), number),
            tier=tiers.values[tiers.codes[number]],
            points=int(results.cell(results.table.added("points"), number)),
            goods=results.cell(results.column("product_description"), number),
            supplier=suppliers.values[suppliers.codes[number]],
            supplier_number=int(suppliers.codes[number]),
            reasons=_parts(reasons.values[reasons.codes[number]]),
            change=changes.values[changes.codes[number]],
            cause=causes.values[causes.codes[number]],
        )
        for number in map(int, numbers)
    )


def _suppliers(results: Results, chosen: int | None) -> tuple[tuple[int, str], ...]:
    """Return the suppliers of the gravest rows, gravest first; the chosen one is among them."""
    supplier = results.supplier()
    highest = np.full(len(supplier.values), -1.0)
    np.maximum.at(highest, supplier.codes, results.table.risk)
    gravest = np.argsort(-highest, kind="stable")[:MOST_SUPPLIERS]
    numbers = dict.fromkeys(map(int, gravest))
    if chosen is not None and chosen < len(supplier.values):
        numbers[chosen] = None
    return tuple((at, supplier.values[at]) for at in numbers if supplier.values[at].strip())


def _parts(value: str) -> tuple[str, ...]:
    return tuple(value.split(_SEPARATOR)) if value else ()
