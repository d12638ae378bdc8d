"""Files looked at before they are screened: how each column is read, and the first rows as read."""

import csv
import shutil
import time
from collections.abc import Mapping
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import msgspec
from fastapi import UploadFile

from api.batch_files import Sent, ending_of, queued, sound_name, written
from api.deps import Service
from screener.batch.changes import CHANGES, MARKS
from screener.batch.mapping import Dictionary
from screener.batch.mapping_file import mapping_text, parse_mapping
from screener.batch.proposal import SURE, Proposal, propose
from screener.batch.reader import read_table
from screener.batch.source import Reading, Source, source_of
from screener.batch.writer import RESULTS as RESULTS_CSV
from screener.errors import InputError, NotStoredError
from screener.evidence.cells import ADDED
from screener.model.batch import Batch
from screener.worker import INPUT, OWNER_ALONE, RESULTS, Asked, folder_of

PREVIEW_ROWS = 20
SHOWN_COLUMNS = 200
"""So many columns are shown and can be corrected; those behind are read as proposed."""
_DRAFT = "draft.json"
_KEPT_SECONDS = 24 * 60 * 60
_EARLIER = 20
Mapping_ = Mapping[str, str | None]


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was sent to be looked at, by whom, and the SHA-256 of its bytes."""

    id: str
    file_name: str
    file_hash: str
    person: str


class Column(NamedTuple):
    """What is proposed for a column, and the field that it is read as now; None if none."""

    proposal: Proposal
    field: str | None

    @property
    def sure(self) -> bool:
        """Say whether the proposal needs no look."""
        return self.proposal.confidence >= SURE


class Look(NamedTuple):
    """A file as it would be read: its columns, its first rows by field, what to tell of it.

    ``problem`` says why it cannot be screened so; None if it can.
    """

    columns: tuple[Column, ...]
    fields: tuple[str, ...]
    rows: tuple[dict[str, str], ...]
    remarks: tuple[str, ...]
    problem: str | None

    @property
    def mapping(self) -> dict[str, str | None]:
        """How each column is read, by its header."""
        return {column.proposal.header: column.field for column in self.columns}


class Wanted(NamedTuple):
    """How a draft is to be screened; ``since`` is the batch that it is compared with."""

    as_of: date | None
    encoding: str | None
    formats: tuple[str, ...] = ()
    since: str | None = None


def keep_draft(upload: UploadFile, person: str, service: Service) -> Draft:
    """Return a file kept for a day, within which it is looked at and sent on.

    Raises:
        InputError: Its name does not say what it is.

    """
    name = upload.filename or ""
    ending = ending_of(name)
    _forget_old(service.home)
    id_ = service.repository.batches.new_id()
    folder = _folder(service.home, id_)
    folder.mkdir(mode=OWNER_ALONE, parents=True)
    file_hash = written(upload, folder / f"{INPUT}{ending}")
    made = Draft(id=id_, file_name=sound_name(name), file_hash=file_hash, person=person)
    (folder / _DRAFT).write_bytes(msgspec.json.encode(made))
    return made


def draft_of(id_: str, person: str, service: Service) -> Draft:
    """Return a draft of a person.

    Raises:
        NotStoredError: The person has none with this id, or has it no more.

    """
    path = _folder(service.home, id_) / _DRAFT
    found = msgspec.json.decode(path.read_bytes(), type=Draft) if path.is_file() else None
    if found is None or found.person != person:
        message = "there is no such file to look at; it was screened or removed, or is a day old"
        raise NotStoredError(message)
    return found


def looked_at(
    draft: Draft, chosen: Mapping_ | None, encoding: str | None, service: Service
) -> Look:
    """Return a draft as it would be read, as ``look`` does."""
    path = next(_folder(service.home, draft.id).glob(f"{INPUT}.*"))
    return look(path, chosen, encoding, service)


def look(path: Path, chosen: Mapping_ | None, encoding: str | None, service: Service) -> Look:
    """Return a file as it would be read; ``chosen`` overrides what is proposed.

    Raises:
        InputError: The file cannot be read, or a column is to be read as what is no field.

    """
    source = source_of(path)
    dictionary = Dictionary(service.screener.fields)
    table = read_table(source, dictionary, Reading(encoding))
    proposals = {one.header: one for one in propose(table, dictionary) if one.header}
    read = {header: one.field for header, one in proposals.items()}
    read.update({header: field for header, field in (chosen or {}).items() if header in read})
    fields = ("line_id", *service.screener.record_fields)
    unknown = next((field for field in read.values() if field not in (*fields, None)), None)
    if unknown is not None:
        message = f"no field {unknown!r}"
        raise InputError(message)
    rows, remarks, problem = _first_rows(
        source, Dictionary(service.screener.fields, read), encoding
    )
    return Look(
        tuple(Column(one, read[header]) for header, one in proposals.items()),
        tuple(field for field in fields if field in read.values()),
        rows,
        remarks,
        problem,
    )


def sent(draft: Draft, look: Look, wanted: Wanted, service: Service) -> Batch:
    """Return the batch that a draft became; the draft is gone.

    Raises:
        InputError: It cannot be screened as it would be read, or compared as wanted.
        NotStoredError: It was sent meanwhile.

    """
    if look.problem is not None:
        raise InputError(look.problem)
    if wanted.since and wanted.since not in {one.id for one in comparable(look, service)}:
        message = "the batch to compare with has no results with these columns"
        raise InputError(message)
    read = [one.proposal._replace(field=one.field, confidence=1.0) for one in look.columns]
    mapping = mapping_text("the file", read)
    parse_mapping(mapping, "the mapping", ("line_id", *service.screener.record_fields))
    folder = folder_of(service.home, draft.id)
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        _folder(service.home, draft.id).rename(folder)
    except FileNotFoundError as error:
        message = "the file was sent meanwhile"
        raise NotStoredError(message) from error
    (folder / _DRAFT).unlink()
    return queued(
        Sent(draft.id, draft.file_name, draft.file_hash, draft.person),
        Asked(wanted.formats, mapping, wanted.since or None),
        service,
        as_of=wanted.as_of,
        encoding=wanted.encoding,
    )


def remove_draft(draft: Draft, service: Service) -> None:
    """Remove a draft and its file."""
    shutil.rmtree(_folder(service.home, draft.id), ignore_errors=True)


def comparable(look: Look, service: Service) -> tuple[Batch, ...]:
    """Return earlier batches whose results have the columns of a file, newest first."""
    wanted = set(look.mapping)
    found = service.repository.batches.page(limit=_EARLIER * 5)
    fitting = (
        one
        for one in found
        if one.state == "done"
        and wanted <= _headers(folder_of(service.home, one.id) / RESULTS / RESULTS_CSV)
    )
    return tuple(islice(fitting, _EARLIER))


def _headers(results: Path) -> set[str]:
    """Return the user's own headers of results; none if they are gone."""
    if not results.is_file():
        return set()
    with results.open(encoding="utf-8-sig", newline="") as file:
        own = next(csv.reader(file), [])[: -len(ADDED)]
    if (results.with_name(CHANGES)).is_file():
        own = own[: -len(MARKS)]
    return {header.strip() for header in own}


def _first_rows(
    source: Source, dictionary: Dictionary, encoding: str | None
) -> tuple[tuple[dict[str, str], ...], tuple[str, ...], str | None]:
    table = read_table(source, dictionary, Reading(encoding))
    columns = dictionary.map(table.headers)
    width = len(table.headers)
    sound = (raw for raw in table.rows if raw.fault is None and len(raw.cells) == width)
    first = islice(sound, PREVIEW_ROWS)
    rows = tuple(columns.values(raw.cells) for raw in first)
    try:
        columns = dictionary.telling(table.headers)
    except InputError as error:
        return rows, table.remarks, str(error)
    return rows, (*table.remarks, *columns.remarks()), None


def _folder(home: Path, id_: str) -> Path:
    """Return where a draft lies; what is no id leads nowhere.

    Raises:
        NotStoredError: It is no id.

    """
    try:
        return home / "drafts" / str(UUID(id_))
    except ValueError as error:
        message = "there is no such file to look at"
        raise NotStoredError(message) from error


def _forget_old(home: Path) -> None:
    end = time.time() - _KEPT_SECONDS
    for folder in (home / "drafts").glob("*"):
        if folder.stat().st_mtime < end:
            shutil.rmtree(folder, ignore_errors=True)
