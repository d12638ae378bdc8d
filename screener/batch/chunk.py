"""One chunk of a run: rows in, the bytes to append to each file out; the same in any process."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from screener.batch.changes import CHANGES, UNCHANGED, After, Since, mark
from screener.batch.changes import row as change_row
from screener.batch.counts import Counts, new_counts
from screener.batch.known import Known, Told
from screener.batch.tables import Collapsed, Item, Line, Reject
from screener.batch.tally import COUNTS_PART, RECORDS_PART, Alike, counts_part, records_part
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
from screener.evidence.answers import json_after
from screener.evidence.cells import ADDED

_FIGURE = re.compile(r"\d[\d,]*")


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


def lines_of(chunk: Sequence[Item]) -> list[Line]:
    """Return the records among what the rows of a chunk came to."""
    return [line for line in chunk if isinstance(line, Line)]


def render(known: Known, chunk: Sequence[Item], task: Task) -> Rendered:
    """Return what a chunk, all of whose records are known, adds to the files of the run."""
    rejects = [line for line in chunk if isinstance(line, Reject)]
    lines = lines_of(chunk)
    repeated = [line for line in chunk if isinstance(line, Collapsed)]
    records = known.records(lines)
    told = [(line, record.told) for line, record in zip(lines, records, strict=True)]
    unread = [
        (line, problem)
        for line, record in zip(lines, records, strict=True)
        for problem in record.problems
    ]
    marks = _marks(told, task.since)
    blank = () if task.since is None else UNCHANGED
    rows = [[*line.cells, *marks.get(at, blank), *one.cells] for at, (line, one) in enumerate(told)]
    made = {
        RESULTS: lambda: safe_csv(rows),
        SCREENINGS: lambda: b"".join(
            json_after(line.line_id, one.after_id) + b"\n" for line, one in told if one.after_id
        ),
        REJECTS: lambda: safe_csv(
            (str(one.row), one.line_id, one.column, one.wrong, one.remedy, one.text)
            for one in rejects
        ),
        PROBLEMS: lambda: safe_csv((str(line.row), line.line_id, *one) for line, one in unread),
        COLLAPSED: lambda: safe_csv([str(cell) for cell in one] for one in repeated),
        ROWS_PART: lambda: csv_bytes(
            [*row, str(len(one.reasons))] for row, (_, one) in zip(rows, told, strict=True)
        ),
        REASONS_PART: lambda: csv_bytes(
            (line.line_id, *reason) for line, one in told for reason in one.reasons
        ),
        CHANGES: lambda: safe_csv(
            change_row(told[at][0].line_id, one, told[at][0].before, _after(told[at][1]))
            for at, one in marks.items()
        ),
        COUNTS_PART: lambda: counts_part(_alike(told)),
        RECORDS_PART: lambda: records_part(_alike(told)),
    }
    parts = {name: made[name]() for name in sorted(task.files)}
    counts = _counts(told, rejects)
    counts.problems.update(f"{one.field}: {one.wrong}" for _, one in unread)
    counts.collapsed.update(one.code for one in repeated)
    counts.changes.update(change for change, _ in marks.values())
    return Rendered(len(chunk), parts, counts)


def _marks(told: Sequence[tuple[Line, Told]], since: Since | None) -> dict[int, tuple[str, str]]:
    """Return what became of each row that is not what it was in the earlier run, and why."""
    if since is None:
        return {}
    every = enumerate(mark(line.before, _after(one), since) for line, one in told)
    return {at: one for at, one in every if one != UNCHANGED}


def _after(told: Told) -> After:
    cells = dict(zip(ADDED, told.cells, strict=True))
    return After(cells["tier"], cells["reasons"], cells["entries"])


def _alike(told: Sequence[tuple[Line, Told]]) -> Iterator[Alike]:
    """Yield the lines together of which the same is told."""
    groups: dict[int, Alike] = {}
    for line, one in told:
        group = groups.get(id(one))
        if group is None:
            groups[id(one)] = Alike(one, [line])
        else:
            group.lines.append(line)
    yield from groups.values()


def _counts(told: Sequence[tuple[Line, Told]], rejects: Sequence[Reject]) -> Counts:
    counts = new_counts()
    for group in _alike(told):
        counts.include(group.told, len(group.lines))
    # Figures in a message differ from row to row and would count each row apart.
    counts.rejects.update(_FIGURE.sub("…", one.wrong.split(":")[0]) for one in rejects)
    return counts
