"""Draft rules in the editor: checked, tried on pasted rows or a stored batch, and saved."""

import re
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import pyarrow.parquet as pq

from api.deps import Service
from api.overlays import PAGES, Saving, keep_draft
from api.pasting import pasted, rows_of
from api.results import results_of
from api.trials import MOST_ROWS
from screener.batch.mapping import Dictionary
from screener.content.diagnostics import Diagnostic
from screener.errors import ConflictError, InputError, NotStoredError
from screener.rules.pack_files import is_rule, rule_id
from screener.rules.run_tests import ExampleResult
from screener.storage.overlays import Place, SavedDraft
from screener.trial import Checked, Tried, checked, proved, trial, tried

LONGEST = 100_000
MOST_PASTED = 500
SHOWN_MOVES = 200
_AT_ONCE = 5_000
Values = dict[str, str]


class Move(NamedTuple):
    """A row whose tier the draft moves; rows are numbered from 1."""

    row: int
    line_id: str
    about: str
    before: str
    after: str


class Effect(NamedTuple):
    """What a draft does to rows, the first of those that move, and how many rows were left."""

    tried: Tried
    moves: tuple[Move, ...]
    left: int


class Rows(NamedTuple):
    """Rows to try a draft on, the first of so many in all."""

    first: tuple[Values, ...]
    in_all: int


class Asked(NamedTuple):
    """A draft, and whether it is to be tried, on pasted rows or a batch, or to be saved.

    ``seen`` names the saved draft that it started from, as ``Start`` gives it.
    """

    text: str
    person: str
    trying: bool = False
    saving: bool = False
    rows: str = ""
    batch: str = ""
    seen: str = ""


class Start(NamedTuple):
    """What a draft begins with; ``seen`` is the saved draft that it is: its id and hash."""

    text: str
    seen: str = ""


class Judged(NamedTuple):
    """A draft with what the checker found, its tests, its effect, and where it was saved.

    ``tests`` is None where it has errors. ``problem`` says why it could not be tried or saved as
    asked.
    """

    text: str
    draft: Checked
    tests: tuple[ExampleResult, ...] | None = None
    effect: Effect | None = None
    saved: SavedDraft | None = None
    problem: str | None = None

    @property
    def marks(self) -> dict[int, tuple[int, Diagnostic]]:
        """For each line of the draft its gravest message, with its number among all, from 1."""
        marks: dict[int, tuple[int, Diagnostic]] = {}
        for at, one in enumerate(self.draft.found, start=1):
            known = marks.get(one.line)
            graver = known is None or (known[1].severity, one.severity) == ("warning", "error")
            if one.path == self.draft.path and graver:
                marks[one.line] = at, one
        return marks


def judged(asked: Asked, service: Service) -> Judged:
    """Return a draft checked; tried or saved if that is asked and it has no error.

    Raises:
        InputError: It is too long.

    """
    if len(asked.text) > LONGEST:
        message = f"the draft has {len(asked.text)} characters; it may have {LONGEST}"
        raise InputError(message)
    # Forms send lines as DOS does; rule files end theirs as the checker counts them.
    text = asked.text.replace("\r\n", "\n")
    screener = service.screener
    day = screener.today.isoformat()
    draft = checked(screener, text, day)
    if draft.pack is None:
        return Judged(text, draft)
    at_work = trial(screener, draft, day)
    found = Judged(text, draft, proved(at_work, draft))
    try:
        if asked.saving:
            return found._replace(saved=_saved(found, asked, service))
        if asked.trying:
            rows = _rows(asked, service)
            records = _records(rows.first, service.request_seconds)
            effect = tried(screener, at_work, draft, records)
            moves = tuple(_moves(effect, rows.first))
            return found._replace(effect=Effect(effect, moves, rows.in_all - effect.rows))
    except (InputError, NotStoredError, ConflictError) as error:
        return found._replace(problem=str(error))
    return found


def pasted_rows(text: str, service: Service) -> tuple[Values, ...]:
    """Return pasted rows as records: with a header as a file is read, else cell by cell.

    Raises:
        InputError: There is no row, or there are too many.

    """
    rows = rows_of(text)
    if len(rows) > MOST_PASTED + 1:
        message = f"there are {len(rows)} rows; {MOST_PASTED} may be pasted, a batch may be more"
        raise InputError(message)
    fields = service.screener.fields
    dictionary = Dictionary(fields)
    if len(rows) > 1 and dictionary.tells(rows[0]):
        columns = dictionary.map(rows[0])
        width = len(rows[0])
        return tuple(columns.values([*row, *[""] * (width - len(row))][:width]) for row in rows[1:])
    return tuple(pasted("\t".join(row), fields).values for row in rows)


def batch_rows(batch_id: str, service: Service) -> Rows:
    """Return the first rows of a stored batch as records, MOST_ROWS at most.

    Raises:
        NotStoredError: There is no such batch.
        ConflictError: It has no results.

    """
    results = results_of(batch_id, service)

    def rows() -> Iterator[Values]:
        with pq.ParquetFile(results.path) as file:
            names = file.schema_arrow.names[: results.table.own]
            for part in file.iter_batches(batch_size=_AT_ONCE, columns=names):
                columns = [column.to_pylist() for column in part.columns]
                yield from (results.mapping.values(cells) for cells in zip(*columns, strict=True))

    return Rows(tuple(islice(rows(), MOST_ROWS)), len(results.table.risk))


def start_from(rule: str, service: Service) -> Start:
    """Return what a draft begins with: a saved draft, or a rule in use as a draft of one's own.

    Raises:
        NotStoredError: There is neither.

    """
    if rule in saved_drafts(service):
        saved = service.repository.overlays.draft(service.home, Place(PAGES, rule))
        return Start(saved.text, seen_of(saved))
    pack = service.screener.content.texts
    texts = (*pack.texts, *(pack.extension.texts if pack.extension is not None else ()))
    for path, text in texts:
        if is_rule(path) and rule_id(path) == rule:
            return Start(_as_draft(text, f"own.{rule.rpartition('.')[2]}"))
    message = f"no rule {rule}"
    raise NotStoredError(message)


def saved_drafts(service: Service) -> tuple[str, ...]:
    """Return the ids of the drafts that were saved from pages, in order."""
    found = service.repository.overlays.all(service.home)
    return tuple(draft.rule for one in found if one.name == PAGES for draft in one.drafts)


def seen_of(saved: SavedDraft) -> str:
    """Return what names a draft as it is: its id and its hash."""
    return f"{saved.rule} {saved.hash}"


def _rows(asked: Asked, service: Service) -> Rows:
    if asked.batch:
        return batch_rows(asked.batch, service)
    rows = pasted_rows(asked.rows, service)
    return Rows(rows, len(rows))


def _records(rows: Sequence[Values], seconds: float) -> Iterator[tuple[str, Values]]:
    """Yield rows as a trial takes them, each by its place, until so many seconds are over."""
    end = time.monotonic() + seconds
    for at, row in enumerate(rows):
        if time.monotonic() > end:
            return
        yield str(at), {name: text for name, text in row.items() if name != "line_id"}


def _moves(effect: Tried, rows: Sequence[Values]) -> Iterator[Move]:
    for one in effect.moves[:SHOWN_MOVES]:
        at = int(one.line_id)
        row = rows[at]
        line_id = row.get("line_id") or row.get("source_row_ref") or ""
        about = row.get("product_description") or row.get("supplier_name") or ""
        yield Move(at + 1, line_id, about, one.before, one.after)


def _as_draft(text: str, rule: str) -> str:
    """Return the text of a rule under another id, as the first version of a draft."""
    for key, value in (("rule", rule), ("version", "1"), ("status", "draft")):
        text = re.sub(rf"(?m)^{key}:.*$", f"{key}: {value}", text, count=1)
    return text


def _saved(found: Judged, asked: Asked, service: Service) -> SavedDraft:
    """Return a draft that was saved; who gave it another id looked at none that is there."""
    rule, _, hash_ = asked.seen.partition(" ")
    seen = hash_ if rule == found.draft.subject else None
    return keep_draft(found.draft, Saving(found.text, PAGES, asked.person, seen), service)
