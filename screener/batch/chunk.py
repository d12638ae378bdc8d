"""One chunk of a run: rows in, the bytes to append to each file out; the same in any process."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

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
from screener.evidence.canonical import screening_json
from screener.evidence.cells import ADDED, words
from screener.evidence.verdicts import Verdicts
from screener.model.columns import Columns, columns_of
from screener.model.screening import Screening
from screener.pipeline import Screener

_ENCODER = msgspec.json.Encoder()
_ID, _NO_ID = b'{"line_id":', b'""'
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


class _Answer(NamedTuple):
    """What rows that are alike have in common: added cells, gaps, JSON after the id, reasons."""

    cells: tuple[str, ...]
    missing: tuple[str, ...]
    json: bytes
    screening: Screening | None
    reasons: tuple[tuple[str, ...], ...]


def render(screener: Screener, chunk: Sequence[Item], task: Task) -> Rendered:
    """Screen a chunk and return what it adds to the files of the run."""
    rejects = [line for line in chunk if isinstance(line, Reject)]
    lines = [line for line in chunk if isinstance(line, Line)]
    repeated = [line for line in chunk if isinstance(line, Collapsed)]
    columns = columns_of([line.values for line in lines], screener.record_fields)
    unread = list(problems(columns, lines, screener.fields))
    answers, answer_of = _answers(screener, columns, task)
    told = [(line, answers[at]) for line, at in zip(lines, answer_of, strict=True)]
    marks = _marks(told, task.since)
    rows = [
        [*line.cells, *marks.get(at, blank), *answer.cells]
        for blank in [() if task.since is None else UNCHANGED]
        for at, (line, answer) in enumerate(told)
    ]
    made = {
        RESULTS: lambda: safe_csv(rows),
        SCREENINGS: lambda: b"".join(
            b"".join((_ID, _ENCODER.encode(line.line_id), answer.json))
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
            [*row, str(len(answer.reasons))] for row, (_, answer) in zip(rows, told, strict=True)
        ),
        REASONS_PART: lambda: csv_bytes(
            (line.line_id, *reason) for line, answer in told for reason in answer.reasons
        ),
        CHANGES: lambda: safe_csv(
            change_row(told[at][0].line_id, one, told[at][0].before, _after(told[at][1]))
            for at, one in marks.items()
        ),
        COUNTS_PART: lambda: counts_part(_alike(answers, told)),
        RECORDS_PART: lambda: records_part(_alike(answers, told)),
    }
    parts = {name: made[name]() for name in sorted(task.files)}
    counts = _counts(answers, answer_of, rejects)
    counts.problems.update(f"{one.field}: {one.wrong}" for one in unread)
    counts.collapsed.update(one.code for one in repeated)
    counts.changes.update(change for change, _ in marks.values())
    return Rendered(len(chunk), parts, counts)


def _marks(told: Sequence[tuple[Line, _Answer]], since: Since | None) -> dict[int, tuple[str, str]]:
    """Return what became of each row that is not what it was in the earlier run, and why."""
    if since is None:
        return {}
    every = enumerate(mark(line.before, _after(answer), since) for line, answer in told)
    return {at: one for at, one in every if one != UNCHANGED}


def _after(answer: _Answer) -> After:
    cells = dict(zip(ADDED, answer.cells, strict=True))
    return After(cells["tier"], cells["reasons"], cells["entries"])


def _answers(screener: Screener, columns: Columns, task: Task) -> tuple[list[_Answer], list[int]]:
    """Return the distinct answers, and which of them each row has."""
    if not columns.rows:
        return [], []
    verdicts = screener.screen_columns(columns, [""] * columns.rows, as_of=task.as_of)
    answer_of: list[int] = verdicts.alike.tolist()
    first = {at: row for row, at in reversed(list(enumerate(answer_of)))}
    return [_answer(verdicts, first[at], task) for at in range(len(first))], answer_of


def _answer(verdicts: Verdicts, row: int, task: Task) -> _Answer:
    screening = verdicts.screening(row) if task.every or verdicts.shown(row) else None
    cells, missing = (*verdicts.figures(row), *words(screening)), verdicts.missing(row)
    if screening is None:
        return _Answer(cells, missing, b"", None, ())
    json = screening_json(screening).removeprefix(_ID + _NO_ID) + b"\n"
    return _Answer(cells, missing, json, screening, tuple(_reasons(screening)))


def _alike(answers: Sequence[_Answer], told: Sequence[tuple[Line, _Answer]]) -> Iterator[Alike]:
    """Yield the lines of each distinct answer together."""
    lines: dict[int, list[Line]] = {id(answer): [] for answer in answers}
    for line, answer in told:
        lines[id(answer)].append(line)
    for one in answers:
        tier, risk = one.cells[:2]
        yield Alike(tier, risk, one.missing, one.screening, one.json, lines[id(one)])


def _counts(
    answers: Sequence[_Answer], answer_of: Sequence[int], rejects: Sequence[Reject]
) -> Counts:
    counts = new_counts()
    for at, rows in Counter(answer_of).items():
        counts.include(answers[at].cells[0], answers[at].screening, rows)
    # Figures in a message differ from row to row and would count each row apart.
    counts.rejects.update(_FIGURE.sub("…", one.wrong.split(":")[0]) for one in rejects)
    return counts


def _reasons(screening: Screening) -> Iterator[tuple[str, ...]]:
    """Yield one row a reason: what it says, the texts it was found in, claims and questions."""
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
