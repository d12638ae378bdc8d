"""Draft rules: checked, tried on pasted rows or a stored batch, and put into a folder of drafts."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet as pq

from api.deps import Service
from api.pasting import pasted, rows_of
from api.results import results_of
from screener.batch.mapping import Dictionary
from screener.errors import ConflictError, InputError, NotStoredError
from screener.impact import Count, Impact
from screener.resources import OVERLAY
from screener.trial import Drafted, Tried, read_draft, start_of, tried

LONGEST = 100_000
MOST_PASTED = 500
MOST_ROWS = 10_000
"""So many rows of a batch are tried, from its first on."""
SHOWN_MOVES = 200
_AT_ONCE = 5_000
_FOLDER = "overlay"
Values = dict[str, str]


class Move(NamedTuple):
    """A row whose tier the draft moves; rows are numbered from 1."""

    row: int
    line_id: str
    about: str
    before: str
    after: str


class Effect(NamedTuple):
    """What a draft does to rows: its own hits and open answers, the tiers, the first moves."""

    rows: int
    hits: int
    unknown: int
    impact: Impact
    moves: tuple[Move, ...]


class Asked(NamedTuple):
    """A draft, and whether it is to be tried, on pasted rows or a batch, or to be saved."""

    text: str
    trying: bool = False
    saving: bool = False
    rows: str = ""
    batch: str = ""


class Judged(NamedTuple):
    """A draft with what the checker found, its tests, its effect, and where it was saved.

    ``problem`` says why it could not be tried or saved as asked. The path is that below the data
    directory.
    """

    draft: Drafted
    tried: Tried | None
    effect: Effect | None = None
    saved: str | None = None
    problem: str | None = None


def judged(asked: Asked, service: Service) -> Judged:
    """Return a draft checked; tried or saved if that is asked and it has no error.

    Raises:
        InputError: It is too long.
        RuleError: The pack in use is wrong.

    """
    if len(asked.text) > LONGEST:
        message = f"the draft has {len(asked.text)} characters; it may have {LONGEST}"
        raise InputError(message)
    # Forms send lines as DOS does; rule files end theirs as the checker counts them.
    draft = read_draft(asked.text.replace("\r\n", "\n"), service.screener)
    if draft.pack is None:
        return Judged(draft, None)
    found = Judged(draft, tried(draft, service.screener))
    try:
        if asked.saving:
            return found._replace(saved=save(draft, service))
        if asked.trying:
            return found._replace(effect=_effect(found, _rows(asked, service), service))
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


def batch_rows(batch_id: str, service: Service) -> tuple[Values, ...]:
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

    return tuple(islice(rows(), MOST_ROWS))


def starting_text(rule_id: str, service: Service) -> str:
    """Return what a draft begins with: a saved draft, or a rule in use under a new id.

    Raises:
        NotStoredError: There is neither.

    """
    saved = saved_drafts(service).get(rule_id)
    text = saved.read_text(encoding="utf-8") if saved is not None else start_of(rule_id)
    if text is None:
        message = f"no rule {rule_id}"
        raise NotStoredError(message)
    return text


def save(draft: Drafted, service: Service) -> str:
    """Return where below the data directory a draft now lies; nothing there is in use.

    Raises:
        InputError: It has errors, or another status than draft.

    """
    rules = draft.pack.rules if draft.pack is not None else ()
    status = next((rule.status for rule in rules if rule.id == draft.rule), "with errors")
    if status != "draft":
        message = f"a rule is saved here with status draft; this one says {status}"
        raise InputError(message)
    folder = service.home / _FOLDER
    path = folder / draft.path
    path.parent.mkdir(parents=True, exist_ok=True)
    header = folder / OVERLAY
    if not header.exists():
        pack = service.screener.pack
        name, version = pack.name.partition("+")[0], pack.version.partition("+")[0]
        header.write_text(f"extends: {name} ^{version.rpartition('.')[0]}\n", encoding="utf-8")
    part = path.with_suffix(".part")
    part.write_text(draft.text, encoding="utf-8")
    part.replace(path)
    return str(path.relative_to(service.home))


def saved_drafts(service: Service) -> dict[str, Path]:
    """Return the drafts that were saved, by id, in its order."""
    folder = service.home / _FOLDER
    found = {
        ".".join(path.relative_to(folder).with_suffix("").parts): path
        for path in folder.rglob("*/*.yaml")
    }
    return dict(sorted(found.items()))


def _rows(asked: Asked, service: Service) -> tuple[Values, ...]:
    if asked.batch:
        return batch_rows(asked.batch, service)
    return pasted_rows(asked.rows, service)


def _effect(found: Judged, rows: Sequence[Values], service: Service) -> Effect:
    assert found.tried is not None, "only a draft without errors is tried"
    count = Count(found.tried.screener, service.screener)
    for start in range(0, len(rows), _AT_ONCE):
        part = rows[start : start + _AT_ONCE]
        records = [{name: text for name, text in row.items() if name != "line_id"} for row in part]
        count.add(records, [str(start + at) for at in range(len(part))])
    impact = count.impact()
    ours = next(one for one in impact.coverage.rules if one.rule == found.draft.rule)
    moves = tuple(
        _move(int(one.line_id), rows[int(one.line_id)], one.before, one.after)
        for one in impact.moves[:SHOWN_MOVES]
    )
    return Effect(impact.rows, ours.hits, ours.unknown, impact, moves)


def _move(at: int, row: Values, before: str, after: str) -> Move:
    about = row.get("product_description") or row.get("supplier_name") or ""
    line_id = row.get("line_id") or row.get("source_row_ref") or ""
    return Move(at + 1, line_id, about, before, after)
