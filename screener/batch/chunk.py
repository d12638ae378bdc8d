"""One chunk of a run: rows in, the bytes to append to each file out; the same in any process."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute

from screener.batch.answered import Answered
from screener.batch.blocks import TEXT
from screener.batch.cells import column_bytes, own_cells
from screener.batch.changes import CHANGES, UNCHANGED, After, Since, mark
from screener.batch.changes import row as change_row
from screener.batch.counts import Counts, new_counts
from screener.batch.known import Told
from screener.batch.tables import Before, Collapsed, Reject
from screener.batch.tally import COUNTS_PART, RECORDS_PART, counts_part, records_part
from screener.batch.writer import (
    COLLAPSED,
    PROBLEMS,
    REASONS_PART,
    REJECTS,
    RESULTS,
    ROWS_PART,
    SCREENINGS,
    csv_bytes,
    safe_csv,
)
from screener.evidence.answers import json_before
from screener.evidence.cells import ADDED

_FIGURE = re.compile(r"\d[\d,]*")
_NOTHING = pa.scalar("", TEXT)


class Task(NamedTuple):
    """What every chunk of a run is screened for.

    ``every`` asks for the screening of each record, not only of those with something to tell;
    ``since`` is what else differs from an earlier run that the records are compared with.
    """

    as_of: str
    every: bool
    files: frozenset[str]
    since: Since | None = None


class Rendered(NamedTuple):
    """What came of a chunk: how many rows it had, the bytes for each file, and the counts."""

    rows: int
    parts: Mapping[str, bytes]
    counts: Counts


class Others(NamedTuple):
    """The rows of a chunk that are no records: those rejected, and those put into others."""

    rejects: tuple[Reject, ...] = ()
    collapsed: tuple[Collapsed, ...] = ()


def render(answered: Answered, others: Others, task: Task) -> Rendered:
    """Return what a chunk, all of whose records are answered, adds to the files of the run."""
    marks = _marks(answered, task.since)
    made = {
        RESULTS: lambda: _results(answered, marks, safe=True),
        SCREENINGS: lambda: _screenings(answered),
        REJECTS: lambda: safe_csv(
            (str(one.row), one.line_id, one.column, one.wrong, one.remedy, one.text)
            for one in others.rejects
        ),
        PROBLEMS: lambda: safe_csv(_problems(answered)),
        COLLAPSED: lambda: safe_csv([str(cell) for cell in one] for one in others.collapsed),
        ROWS_PART: lambda: _results(answered, marks, safe=False),
        REASONS_PART: lambda: csv_bytes(_reasons(answered)),
        CHANGES: lambda: safe_csv(_changes(answered, marks or {})),
        COUNTS_PART: lambda: counts_part(answered),
        RECORDS_PART: lambda: records_part(answered),
    }
    parts = {name: made[name]() for name in sorted(task.files)}
    counts = _counts(answered, others)
    counts.changes.update(change for change, _ in (marks or {}).values())
    rows = len(answered.rows) + len(others.rejects) + len(others.collapsed)
    return Rendered(rows, parts, counts)


def _results(
    answered: Answered, marks: Mapping[int, tuple[str, str]] | None, *, safe: bool
) -> bytes:
    """Return the rows with what is added; without ``safe`` as they are, with a count of reasons."""
    if not len(answered.rows):
        return b""
    own = own_cells(answered.rows.columns, safe=safe)
    if marks is not None:
        own = pa.compute.binary_join_element_wise(own, _marked(marks, len(own)), _NOTHING)
    make = _added_safe if safe else _added
    added = pa.array([make(one) for one in answered.told], TEXT).take(pa.array(answered.of_row))
    return column_bytes(pa.compute.binary_join_element_wise(own, added, _NOTHING))


def _marked(marks: Mapping[int, tuple[str, str]], rows: int) -> pa.LargeStringArray:
    """Return the cells of what became of each row, a comma before each."""
    return pa.array(
        (_line_after(marks[at])[:-1] if at in marks else ",," for at in range(rows)), TEXT
    )


def _added_safe(told: Told) -> str:
    return _line_after(told.cells)


def _added(told: Told) -> str:
    return _line_after((*told.cells, str(len(told.reasons))), safe=False)


@lru_cache(1 << 14)
def _line_after(cells: tuple[str, ...], *, safe: bool = True) -> str:
    """Return cells as they end a line of CSV that others begin."""
    made = (safe_csv if safe else csv_bytes)([("", *cells)])
    return made.decode()


def _screenings(answered: Answered) -> bytes:
    """Return the screenings that are shown: for each row its id, then what it has in common."""
    ends = [one.after_id + b"\n" for one in answered.told]
    shown = np.array([bool(one.after_id) for one in answered.told], dtype=np.bool_)
    rows = np.flatnonzero(shown[answered.of_row]) if ends else np.array([], dtype=np.int64)
    begins = map(json_before, answered.rows.ids.take(pa.array(rows)).to_pylist())
    told = answered.of_row[rows].tolist()
    return b"".join(chain.from_iterable(zip(begins, (ends[at] for at in told), strict=True)))


def _problems(answered: Answered) -> Iterator[tuple[str, ...]]:
    """Yield the cells that cannot be read, in the order of rows."""
    rows = answered.rows
    for row in answered.rows_where([bool(one) for one in answered.problems]).tolist():
        place = str(rows.numbers[row]), rows.ids[row].as_py()
        for problem in answered.problems[int(answered.record_of[row])]:
            yield (*place, *problem)


def _reasons(answered: Answered) -> Iterator[tuple[str, ...]]:
    ids = answered.rows.ids.to_pylist()
    for line_id, told in zip(ids, answered.of_row.tolist(), strict=True):
        for reason in answered.told[told].reasons:
            yield (line_id, *reason)


def _marks(answered: Answered, since: Since | None) -> dict[int, tuple[str, str]] | None:
    """Return what became of each row that is not what it was in the earlier run, and why."""
    if since is None:
        return None
    after = [_after(one) for one in answered.told]
    known: dict[tuple[Before | None, int], tuple[str, str]] = {}
    marks = {}
    pairs = zip(answered.rows.before, answered.of_row.tolist(), strict=True)
    for row, (before, at) in enumerate(pairs):
        one = known.get((before, at))
        if one is None:
            one = known[before, at] = mark(before, after[at], since)
        if one != UNCHANGED:
            marks[row] = one
    return marks


def _changes(answered: Answered, marks: Mapping[int, tuple[str, str]]) -> Iterator[list[str]]:
    rows = answered.rows
    for at, one in marks.items():
        after = _after(answered.told[int(answered.of_row[at])])
        yield change_row(rows.ids[at].as_py(), one, rows.before[at], after)


def _after(told: Told) -> After:
    cells = dict(zip(ADDED, told.cells, strict=True))
    return After(cells["tier"], cells["reasons"], cells["entries"])


def _counts(answered: Answered, others: Others) -> Counts:
    counts = new_counts()
    for told, rows in answered.sizes():
        counts.include(told, rows)
    # Figures in a message differ from row to row and would count each row apart.
    counts.rejects.update(_FIGURE.sub("…", one.wrong.split(":")[0]) for one in others.rejects)
    counts.collapsed.update(one.code for one in others.collapsed)
    records = np.bincount(answered.record_of, minlength=len(answered.problems)).tolist()
    for problems, rows in zip(answered.problems, records, strict=True):
        for one in problems:
            counts.problems[f"{one.field}: {one.wrong}"] += rows
    return counts
