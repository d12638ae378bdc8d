"""One run over a file: chunks in, results out, a checkpoint after each."""

import time
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from screener.batch.changes import CHANGES, GONE_CAUSE, KINDS, MARKS
from screener.batch.changes import row as change_row
from screener.batch.checkpoint import CHECKPOINT, Checkpoint, check_same, find, save
from screener.batch.chunk import Rendered, Task
from screener.batch.chunks import Supply
from screener.batch.counts import TIERS, Counts, new_counts, ordered
from screener.batch.previous import Previous, marked
from screener.batch.result_parquet import PARQUET, write_parquet
from screener.batch.result_workbook import WORKBOOK, write_workbook
from screener.batch.stretches import Stretch
from screener.batch.tables import Item, Opened
from screener.batch.tally import COUNTS_PART, RECORDS_PART, account_of
from screener.batch.workers import (
    Content,
    rendered_here,
    rendered_in_processes,
    snapshot_of,
)
from screener.batch.writer import (
    COLLAPSED,
    PROBLEMS,
    REASONS_PART,
    REJECTS,
    REPORT,
    RESULTS,
    ROWS_PART,
    SCREENINGS,
    SUMMARY,
    RunFiles,
    heads,
    json_bytes,
    safe_csv,
    write_whole,
)
from screener.errors import InputError
from screener.evidence.cells import added_names
from screener.pipeline import Screener
from screener.report.document import report_html
from screener.tracing import note_span

CHUNK = 10_000
FORMATS = {
    "csv": (RESULTS,),
    "jsonl": (SCREENINGS,),
    "parquet": (ROWS_PART,),
    "xlsx": (ROWS_PART, REASONS_PART),
    "html": (COUNTS_PART, RECORDS_PART),
}
PARTS = tuple(
    sorted({part for parts in FORMATS.values() for part in parts if part.endswith(".part")})
)

Progress = Callable[[int], None]


class Order(NamedTuple):
    """What a run is asked for: the day, which screenings, the formats, how many processes.

    ``stale`` are the reasons why lists are stale, by id; the report alone tells them.
    """

    as_of: str
    every: bool = False
    formats: tuple[str, ...] = ("csv", "jsonl")
    workers: int = 1
    rules: Path | None = None
    lists: Path | None = None
    chunk: int = CHUNK
    stale: Mapping[str, str] = MappingProxyType({})

    def files(self) -> frozenset[str]:
        """Return the files that grow with the run."""
        return frozenset(
            {REJECTS, PROBLEMS, *(name for one in self.formats for name in FORMATS[one])}
        )


class Run:
    """Screens the rows of a file into a folder, and goes on where a stopped run ended."""

    def __init__(
        self,
        screener: Screener,
        opened: Opened,
        folder: Path,
        order: Order,
        previous: Previous | None = None,
    ) -> None:
        """Prepare a run; nothing is read or written yet.

        With a ``previous`` run each record is marked with what became of it since.
        """
        self._screener = screener
        self._opened = opened
        self._order = order
        self._previous = previous
        also = {CHANGES: previous is not None, COLLAPSED: opened.collapses}
        self._files = order.files() | {name for name, wanted in also.items() if wanted}
        self._input = ""
        self._began = time.monotonic()
        self._done = 0
        self.folder = folder
        self.counts: Counts = new_counts()

    def execute(
        self, file_hash: str, *, resume: bool = False, progress: Progress = lambda _: None
    ) -> dict[str, object]:
        """Screen all rows, in order, and return the summary; ``progress`` is told of rows done.

        With ``resume`` a run that was stopped in the folder goes on; without one it begins anew.

        Raises:
            InputError: The file has no row, cannot be read on, or differs from that of the
                stopped run.
            OSError: The disk is full or gone; the run can be resumed.

        """
        self._input = file_hash
        asked = self._asked()
        stopped = find(self.folder) if resume else None
        if stopped is not None:
            check_same(stopped, asked)
        rows = self._rows()
        if stopped is None:
            _clear(self.folder)
            stopped = Checkpoint(
                asked=asked, rows=0, sizes=dict.fromkeys(self._files, 0), counts={}
            )
        self.counts = new_counts(stopped.counts)
        with RunFiles(self.folder, stopped.sizes) as files:
            self._grow(files, rows, stopped, progress)
            self._end(files)
        summary = self._summary()
        self._finish(summary)
        return summary

    def _rows(self) -> Supply:
        """Return all rows, once it is known that there is one."""
        rows: Iterator[Item | Stretch] = self._opened.stretches
        if self._previous is not None:
            rows = marked(self._opened.lines, self._opened.mapping, self._previous)
        first = next(rows, None)
        if first is None:
            message = "the file holds a header and no rows; nothing was screened"
            raise InputError(message)
        return Supply(chain([first], rows), self._opened.mapping)

    def _grow(self, files: RunFiles, rows: Supply, start: Checkpoint, progress: Progress) -> None:
        """Append chunk after chunk, each with its checkpoint."""
        reached = start
        if not any(start.sizes.values()):
            begun = heads(self._headers())
            sizes = files.append({name: begun.get(name, b"") for name in start.sizes})
            reached = msgspec.structs.replace(start, sizes=sizes)
            save(self.folder, reached)
        progress(rows.skip(start.rows))
        began = time.time_ns()
        for rendered in self._rendered(rows):
            self.counts.add(rendered.counts)
            self._done += rendered.rows
            reached = msgspec.structs.replace(
                reached,
                rows=reached.rows + rendered.rows,
                sizes=files.append(rendered.parts),
                counts=self.counts.plain(),
            )
            save(self.folder, reached)
            note_span("batch.chunk", began, rows=rendered.rows)
            began = time.time_ns()
            progress(rendered.rows)

    def _rendered(self, rows: Supply) -> Iterator[Rendered]:
        order = self._order
        differs = None if self._previous is None else self._previous.since(self._decided())
        task = Task(order.as_of, order.every, self._files, differs)
        chunks = rows.chunks(order.chunk)
        if order.workers == 1:
            return rendered_here(chunks, task, self._screener)
        snapshot = snapshot_of(self._screener, order.as_of)
        content = Content(order.rules, order.lists, snapshot)
        return rendered_in_processes(chunks, task, content, order.workers)

    def _headers(self) -> tuple[str, ...]:
        """Return what stands before the added columns: the user's own, and what changed."""
        own = self._opened.mapping.headers
        return own if self._previous is None else (*own, *added_names(own, MARKS))

    def _end(self, files: RunFiles) -> None:
        """Write what only the earlier run has."""
        if self._previous is None:
            return
        gone = 0
        left = self._previous.left()
        while rows := list(islice(left, self._order.chunk)):
            gone += len(rows)
            marks = (KINDS[-1], GONE_CAUSE)
            told = (change_row(row.line_id, marks, row.before(), None) for row in rows)
            files.append({CHANGES: safe_csv(told)})
        self.counts.changes[KINDS[-1]] = gone

    def _asked(self) -> dict[str, str]:
        """Return all that decides what the run gives, in words that a user knows."""
        mapping = self._opened.mapping
        how = tuple(self._opened.reading)
        columns = repr((mapping.headers, sorted(mapping.sources.items()), how))
        snapshot = snapshot_of(self._screener, self._order.as_of)
        return {
            "the file": self._input,
            "how its columns are read": sha256(columns.encode()).hexdigest(),
            **{_DECIDES[name]: value for name, value in snapshot.items()},
            "--all": str(self._order.every),
            "--format": ",".join(sorted(self._order.formats)),
            "--since": "" if self._previous is None else self._previous.digest,
        }

    def _finish(self, summary: dict[str, object]) -> None:
        """Make the files that are made as a whole; the checkpoint goes last but the parts."""
        headers = self._headers()
        if "parquet" in self._order.formats:
            write_parquet(self.folder, headers)
        if "xlsx" in self._order.formats:
            write_workbook(self.folder, headers, self._order.as_of)
        if "html" in self._order.formats:
            write_whole(self.folder / REPORT, self._report(summary))
        write_whole(self.folder / SUMMARY, json_bytes(summary))
        for name in (CHECKPOINT, *PARTS):
            (self.folder / name).unlink(missing_ok=True)

    def _report(self, summary: Mapping[str, object]) -> bytes:
        names = {entry.id: entry.name for entry in self._screener.entries.values()}
        titles = {rule.id: rule.title for rule in self._screener.pack.rules}
        account = account_of(self.folder, summary, names, titles, self._order.stale)
        return report_html(account).encode()

    def _summary(self) -> dict[str, object]:
        """Return counts, rates and the snapshot; timings stand in a block of their own."""
        counts, seconds = self.counts, time.monotonic() - self._began
        screened = counts.screened
        return {
            "rows": {
                "read": counts.read,
                "screened": screened,
                "collapsed": counts.collapsed.total(),
                "rejected": counts.rejected,
            },
            "tiers": {tier: counts.tiers[tier] for tier in TIERS},
            "rates": {
                "review_or_above": round(counts.reached("T2") / screened, 6) if screened else None
            },
            "rules": ordered(counts.rules),
            "entries": ordered(counts.entries),
            "lists": ordered(counts.lists),
            "rejects": ordered(counts.rejects),
            "problems": ordered(counts.problems),
            "collapsed": ordered(counts.collapsed),
            **self._changes(),
            "input": {
                "sha256": self._input,
                "notes": [*self._opened.remarks, *self._opened.late()],
            },
            **self._decided(),
            "timings": {
                "seconds": round(seconds, 3),
                "rows_per_second": round(self._done / seconds, 1) if seconds else None,
            },
        }

    def _changes(self) -> dict[str, dict[str, int]]:
        if self._previous is None:
            return {}
        return {"changes": {kind: self.counts.changes[kind] for kind in KINDS}}

    def _decided(self) -> dict[str, object]:
        """Return what was looked at and what decided, as plain values."""
        return {
            "scope": msgspec.to_builtins(self._screener.scope),
            "snapshot": msgspec.to_builtins(self._screener.snapshot(self._order.as_of)),
        }


_DECIDES = {
    "engine": "the version of the screener",
    "rules": "the rules",
    "lists": "the lists",
    "policy": "the policy",
    "as_of": "--as-of",
}


_WRITTEN = (CHECKPOINT, SUMMARY, RESULTS, SCREENINGS, REJECTS, PROBLEMS, COLLAPSED, PARQUET, WORKBOOK,
            REPORT, CHANGES, *PARTS)  # fmt: skip


def check_apart_from(file: Path, folder: Path) -> None:
    """Refuse a folder for results that is none, or in which a run would write over the file it reads.

    Raises:
        InputError: It is a file, or the file is one of those that a run replaces there.

    """
    if folder.exists() and not folder.is_dir():
        message = f"{folder} is a file; name a folder for the results with -o"
        raise InputError(message)
    if any((folder / name).exists() and (folder / name).samefile(file) for name in _WRITTEN):
        message = f"{file} would be written over by the results; name another folder with -o"
        raise InputError(message)


def _clear(folder: Path) -> None:
    """Remove the files of a former run, so that none is taken for a result of this one."""
    for name in _WRITTEN:
        (folder / name).unlink(missing_ok=True)
