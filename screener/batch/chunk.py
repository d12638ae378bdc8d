"""One chunk of a run: rows in, the bytes to append to each file out; the same in any process."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from screener.batch.changes import CHANGES, UNCHANGED, After, Since, mark
from screener.batch.changes import row as change_row
from screener.batch.counts import Counts, new_counts
from screener.batch.problems import problems
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
from screener.evidence.answers import Answer, Answers, answers_of
from screener.evidence.cells import ADDED
from screener.model.columns import Columns, columns_of
from screener.model.screening import Screening
from screener.pipeline import Screener

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


def render(screener: Screener, chunk: Sequence[Item], task: Task) -> Rendered:
    """Screen a chunk and return what it adds to the files of the run."""
    rejects = [line for line in chunk if isinstance(line, Reject)]
    lines = [line for line in chunk if isinstance(line, Line)]
    repeated = [line for line in chunk if isinstance(line, Collapsed)]
    columns = columns_of([line.values for line in lines], screener.record_fields)
    unread = list(problems(columns, lines, screener.fields))
    answers = _answers(screener, columns, task)
    distinct, of_row = answers.distinct, answers.of_row.tolist()
    told = [(line, distinct[at]) for line, at in zip(lines, of_row, strict=True)]
    reasons = [tuple(_reasons(answer.screening)) for answer in distinct]
    marks = _marks(told, task.since)
    rows = [
        [*line.cells, *marks.get(at, blank), *answer.cells]
        for blank in [() if task.since is None else UNCHANGED]
        for at, (line, answer) in enumerate(told)
    ]
    made = {
        RESULTS: lambda: safe_csv(rows),
        SCREENINGS: lambda: b"".join(
            answer.json(line.line_id) + b"\n"
            for line, answer in told
            if answer.screening is not None
        ),
        REJECTS: lambda: safe_csv(
            (str(one.row), one.line_id, one.column, one.wrong, one.remedy, one.text)
            for one in rejects
        ),
        PROBLEMS: lambda: safe_csv((str(one.row), *one[1:]) for one in unread),
        COLLAPSED: lambda: safe_csv([str(cell) for cell in one] for one in repeated),
        ROWS_PART: lambda: csv_bytes(
            [*row, str(len(reasons[at]))] for row, at in zip(rows, of_row, strict=True)
        ),
        REASONS_PART: lambda: csv_bytes(
            (line.line_id, *reason)
            for line, at in zip(lines, of_row, strict=True)
            for reason in reasons[at]
        ),
        CHANGES: lambda: safe_csv(
            change_row(told[at][0].line_id, one, told[at][0].before, _after(told[at][1]))
            for at, one in marks.items()
        ),
        COUNTS_PART: lambda: counts_part(_alike(distinct, told)),
        RECORDS_PART: lambda: records_part(_alike(distinct, told)),
    }
    parts = {name: made[name]() for name in sorted(task.files)}
    counts = _counts(answers, rejects)
    counts.problems.update(f"{one.field}: {one.wrong}" for one in unread)
    counts.collapsed.update(one.code for one in repeated)
    counts.changes.update(change for change, _ in marks.values())
    return Rendered(len(chunk), parts, counts)


def _marks(told: Sequence[tuple[Line, Answer]], since: Since | None) -> dict[int, tuple[str, str]]:
    """Return what became of each row that is not what it was in the earlier run, and why."""
    if since is None:
        return {}
    every = enumerate(mark(line.before, _after(answer), since) for line, answer in told)
    return {at: one for at, one in every if one != UNCHANGED}


def _after(answer: Answer) -> After:
    cells = dict(zip(ADDED, answer.cells, strict=True))
    return After(cells["tier"], cells["reasons"], cells["entries"])


def _answers(screener: Screener, columns: Columns, task: Task) -> Answers:
    """Return the distinct answers, and which of them each row has."""
    if not columns.rows:
        return Answers([], np.zeros(0, dtype=np.int32))
    verdicts = screener.screen_columns(columns, [""] * columns.rows, as_of=task.as_of)
    return answers_of(verdicts, every=task.every)


def _alike(answers: Sequence[Answer], told: Sequence[tuple[Line, Answer]]) -> Iterator[Alike]:
    """Yield the lines of each distinct answer together."""
    lines: dict[int, list[Line]] = {id(answer): [] for answer in answers}
    for line, answer in told:
        lines[id(answer)].append(line)
    for one in answers:
        tier, risk = one.cells[:2]
        yield Alike(tier, risk, one.missing, one.screening, one.after_id, lines[id(one)])


def _counts(answers: Answers, rejects: Sequence[Reject]) -> Counts:
    counts = new_counts()
    for answer, rows in zip(answers.distinct, np.bincount(answers.of_row).tolist(), strict=True):
        counts.include(answer.cells[0], answer.screening, rows)
    # Figures in a message differ from row to row and would count each row apart.
    counts.rejects.update(_FIGURE.sub("…", one.wrong.split(":")[0]) for one in rejects)
    return counts


def _reasons(screening: Screening | None) -> Iterator[tuple[str, ...]]:
    """Yield one row a reason: what it says, the texts it was found in, claims and questions."""
    if screening is None:
        return
    texts = {hit.id: hit.text for hit in screening.hits}
    for reason in screening.reasons:
        found = dict.fromkeys(texts[one] for one in reason.hits if one in texts)
        yield (
            screening.tier,
            reason.rule,
            reason.title,
            reason.sentence,
            "; ".join(found),
            "; ".join(reason.claims),
            " ".join(reason.asks),
        )
