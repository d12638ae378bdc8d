"""One chunk of a run: rows in, the bytes to append to each file out; the same in any process."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from screener.batch.counts import Counts, new_counts
from screener.batch.tables import Line, Reject
from screener.batch.writer import (
    REASONS_PART,
    REJECTS,
    RESULTS,
    ROWS_PART,
    SCREENINGS,
    csv_bytes,
    safe_csv,
)
from screener.evidence.canonical import screening_json
from screener.evidence.cells import words
from screener.model.columns import columns_of
from screener.model.screening import Screening
from screener.pipeline import Screener

_FIGURE = re.compile(r"\d[\d,]*")


class Task(NamedTuple):
    """What every chunk of a run is screened for.

    ``every`` asks for the screening of each record, not only of those with something to tell.
    """

    as_of: str
    every: bool
    files: frozenset[str]


class Rendered(NamedTuple):
    """What came of a chunk: how many rows it had, the bytes for each file, and the counts."""

    rows: int
    parts: Mapping[str, bytes]
    counts: Counts


def render(screener: Screener, chunk: Sequence[Line | Reject], task: Task) -> Rendered:
    """Screen a chunk and return what it adds to the files of the run."""
    rejects = [line for line in chunk if isinstance(line, Reject)]
    lines = [line for line in chunk if isinstance(line, Line)]
    counts = new_counts()
    # Figures in a message differ from row to row and would count each row apart.
    counts.rejects.update(_FIGURE.sub("…", one.wrong.split(":")[0]) for one in rejects)
    rows, screenings = _screened(screener, lines, task, counts)
    reasons = [
        cells
        for row, screening in enumerate(screenings)
        if screening is not None
        for cells in _reasons(screening, lines[row].line_id)
    ]
    told = [one for one in screenings if one is not None]
    made = {
        RESULTS: lambda: safe_csv(rows),
        SCREENINGS: lambda: b"".join(screening_json(one) + b"\n" for one in told),
        REJECTS: lambda: safe_csv(
            (str(one.row), one.line_id, one.column, one.wrong, one.remedy, one.text)
            for one in rejects
        ),
        ROWS_PART: lambda: csv_bytes(_counted(rows, screenings)),
        REASONS_PART: lambda: csv_bytes(reasons),
    }
    return Rendered(len(chunk), {name: made[name]() for name in sorted(task.files)}, counts)


def _screened(
    screener: Screener, lines: Sequence[Line], task: Task, counts: Counts
) -> tuple[list[list[str]], list[Screening | None]]:
    """Return the result rows and, where it is to be written, the screening of each."""
    if not lines:
        return [], []
    columns = columns_of([line.values for line in lines], screener.record_fields)
    verdicts = screener.screen_columns(columns, [line.line_id for line in lines], as_of=task.as_of)
    rows, screenings = [], []
    for row, line in enumerate(lines):
        told = task.every or verdicts.shown(row)
        screening = verdicts.screening(row) if told else None
        counts.tiers[verdicts.tier(row)] += 1
        if screening is not None:
            counts.include(screening)
        rows.append([*line.cells, *verdicts.figures(row), *words(screening)])
        screenings.append(screening)
    return rows, screenings


def _counted(rows: Sequence[list[str]], screenings: Sequence[Screening | None]) -> list[list[str]]:
    """Return the rows with the number of their reasons at the end."""
    return [
        [*row, str(len(screening.reasons) if screening is not None else 0)]
        for row, screening in zip(rows, screenings, strict=True)
    ]


def _reasons(screening: Screening, line_id: str) -> list[list[str]]:
    """Return one row a reason: what it says, the texts it was found in, claims and questions."""
    texts = {hit.id: hit.text for hit in screening.hits}
    return [
        [
            line_id,
            screening.tier,
            reason.rule,
            reason.title,
            reason.sentence,
            "; ".join(dict.fromkeys(texts[one] for one in reason.hits if one in texts)),
            "; ".join(reason.claims),
            " ".join(reason.asks),
        ]
        for reason in screening.reasons
    ]
