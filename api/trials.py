"""A draft of the pack, checked and tried: what routes and pages answer with."""

import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from api.checking import checked as checked_records
from api.deps import Service
from api.schemas import RejectOut
from api.trial_schemas import DraftIn, TrialIn
from screener.batch.tables import Line, Reject
from screener.rules.run_tests import ExampleResult
from screener.trial import Checked, Tried, checked, proved, trial, tried
from screener.worker import folder_of, lines_of

MOST_ROWS = 20_000
"""So many rows of a stored batch are tried at most."""


class Examined(NamedTuple):
    """A draft as checked, and how its inline tests went."""

    draft: Checked
    tests: tuple[ExampleResult, ...]


class Trial(NamedTuple):
    """A draft as checked and tried; ``complete`` says whether every record was."""

    draft: Checked
    result: Tried | None
    rejects: tuple[RejectOut, ...]
    rejected: int
    complete: bool


def examined(asked: DraftIn, service: Service) -> Examined:
    """Return what the checker says of a draft, and how its inline tests went."""
    day = _day(asked)
    draft = checked(service.screener, asked.text, day)
    if draft.pack is None:
        return Examined(draft, ())
    return Examined(draft, proved(trial(service.screener, draft, day), draft))


def tried_draft(asked: TrialIn, service: Service) -> Trial:
    """Return what a draft would do to the records of a request, or to those of a batch.

    Raises:
        NotStoredError: There is no such batch.
        ConflictError: Its file is gone.
        InputError: Its file cannot be read.

    """
    day, screener = _day(asked), service.screener
    source = _Records(asked, service)
    draft = checked(screener, asked.text, day)
    if draft.pack is None:
        return Trial(draft, None, (), 0, complete=True)
    before = screener.judging_by(screener.pack, day)
    result = tried(before, trial(screener, draft, day), draft, source.stream())
    return Trial(draft, result, source.rejects, source.rejected, source.complete)


class _Records:
    """The records that a trial is on, read as far as a request may take."""

    def __init__(self, asked: TrialIn, service: Service) -> None:
        self.rejects: tuple[RejectOut, ...] = ()
        self.rejected = 0
        self.complete = True
        self._screener = service.screener
        self._given = asked.records
        self._lines: Iterator[Line | Reject] = iter(())
        self._seconds = service.request_seconds
        if asked.batch is not None:
            batch = service.repository.batches.get(asked.batch)
            folder = folder_of(service.home, batch.id)
            self._lines = lines_of(folder, service.screener.fields, batch.encoding)

    def stream(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        """Yield records by id and filled fields."""
        if self._given is not None:
            records, rejects = checked_records(self._given, self._screener)
            self.rejects, self.rejected = tuple(rejects), len(rejects)
            for record in records:
                yield record.line_id, self._screener.values_of(record)
        end = time.monotonic() + self._seconds
        for number, line in enumerate(self._lines):
            if number >= MOST_ROWS or time.monotonic() > end:
                self.complete = False
                return
            if isinstance(line, Line):
                yield line.line_id, line.values
            else:
                self.rejected += 1


def _day(asked: DraftIn) -> str:
    return (asked.as_of or datetime.now(tz=UTC).date()).isoformat()
