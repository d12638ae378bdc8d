"""A published file made into an edition: read, guarded, sealed, or refused with the reason."""

import hashlib
import io
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from screener.editions.guards import (
    MAX_LOSS,
    Bounds,
    Search,
    problems_of_edition,
    problems_of_file,
    slight_names,
)
from screener.editions.store import Attempt, EditionStore
from screener.errors import InputError, ListError
from screener.lists.edition import read_edition
from screener.lists.formats import (
    SIGN_BYTES,
    Format,
    Publisher,
    Read,
    format_named,
    recognised,
)
from screener.lists.listed import Listed, Published
from screener.lists.manifest import Manifest, read_manifest
from screener.lists.readers import own_table
from screener.lists.readers.lines import MAX_BYTES, Source, refused
from screener.lists.writing import alias_texts, entry_id, entry_text, files
from screener.model.listing import Edition

MAX_LISTED = 300_000
"""Entries of one list; the largest published has about 80,000."""

_CHUNK = 1 << 20
_MAPPED = {"csv": own_table.read_csv, "xlsx": own_table.read_workbook}


class Order(NamedTuple):
    """What to import: a file, the list it becomes, and what differs from the format's own.

    ``day`` is the day of the edition where the file does not say it; ``mapping`` gives our
    column for headings of a company's own table. What is None is as in the last edition, or as
    the format has it.
    """

    path: Path
    list_id: str
    format_name: str | None = None
    day: str | None = None
    encoding: str = "utf-8"
    mapping: Mapping[str, str] = {}
    at_least: int | None = None
    at_most: int | None = None
    max_loss: float | None = None
    canaries: tuple[str, ...] | None = None


class Imported(NamedTuple):
    """An accepted edition, the one in use before it, and whether it is the newest."""

    edition: Edition
    before: Edition | None
    newest: bool


def import_list(store: EditionStore, order: Order, search: Search, now: datetime) -> Imported:
    """Return the edition made from a file; it is in use from then on unless a newer one is.

    Raises:
        InputError: The file is missing, or its format cannot be told.
        ListError: The file or a guard refuses it. The editions that are there stay as they are,
            and the list is stale until a file is accepted.

    """
    current = store.current().get(order.list_id)
    last = read_manifest(current, order.list_id) if current is not None else None
    paths, layout = _files(order, last)
    digest = _digest(paths)
    tried = partial(
        Attempt, at=now.isoformat(timespec="seconds"), file=order.path.name, sha256=digest
    )
    before = read_edition(current, order.list_id) if current is not None else None
    work = _Work(store, order, layout, search, before, _bounds(order, layout, last))
    try:
        prepared, name = work.prepared(paths, digest, now)
    except ListError as error:
        used = current.name if current is not None else None
        store.note(order.list_id, tried(edition=used, reason=_reason(error, paths)))
        raise
    folder = store.accept(order.list_id, prepared, tried(edition=name))
    newest = store.current()[order.list_id] == folder
    return Imported(read_edition(folder, order.list_id), before, newest)


class _Work:
    """The import of one file."""

    def __init__(
        self,
        store: EditionStore,
        order: Order,
        layout: Format,
        search: Search,
        before: Edition | None,
        bounds: Bounds,
    ) -> None:
        self._store, self._order, self._layout, self._search = store, order, layout, search
        self._before, self._bounds = before, bounds

    def prepared(self, paths: Sequence[Path], digest: str, now: datetime) -> tuple[Path, str]:
        """Return the folder of the sealed edition, every guard passed, and its name."""
        listed, stated = _read(self._order, self._layout, paths)
        _refuse(self._order, problems_of_file(listed, self._bounds, self._before))
        day = stated or self._order.day or now.date().isoformat()
        entries = [*files(self._entries(listed))]
        name = f"{day}-{self._mark(entries)}"
        manifest = self._manifest(
            listed, entries, name, digest, dated=bool(stated or self._order.day)
        )
        folder = self._store.prepare(self._order.list_id, [*entries, ("manifest.yaml", manifest)])
        try:
            edition = read_edition(folder, self._order.list_id)
            problems = problems_of_edition(edition, self._bounds, self._before, self._search)
            _refuse(self._order, problems)
        except ListError:
            shutil.rmtree(folder)
            raise
        return folder, name

    def _entries(self, listed: Sequence[Listed]) -> Iterator[str]:
        distinct = list(dict.fromkeys(text for one in listed for text in alias_texts(one)))
        slight = slight_names(self._search, distinct)
        publisher = self._layout.publisher.name
        for one in listed:
            yield entry_text(one, self._order.list_id, publisher, slight)

    def _mark(self, entries: Sequence[tuple[str, str]]) -> str:
        """Return what tells editions of one day apart: the same entries and bounds have the same."""
        total = hashlib.sha256(repr(self._bounds).encode())
        for _, text in entries:
            total.update(text.encode())
        return total.hexdigest()[:8]

    def _manifest(
        self,
        listed: Sequence[Listed],
        entries: Sequence[tuple[str, str]],
        name: str,
        digest: str,
        *,
        dated: bool,
    ) -> str:
        publisher = self._layout.publisher
        sample = len(listed) < publisher.at_least
        canaries = [
            entry_id(self._order.list_id, one.key)
            for one in listed
            if one.name in self._bounds.canaries
        ]
        values: dict[str, object] = {
            "id": self._order.list_id,
            "title": publisher.title,
            "publisher": publisher.name,
            "licence": publisher.licence,
            "legal_basis": publisher.basis,
            "under": publisher.under,
            "edition": name,
            "edition_date": name[:10],
            "coverage": f"{_partly(len(listed), publisher)} {publisher.coverage}"
            if sample
            else publisher.coverage,
            "sample": sample or None,
            "kind": "entries",
            "files": [
                {"name": file, "sha256": hashlib.sha256(text.encode()).hexdigest()}
                for file, text in entries
            ],
            "min_entries": self._bounds.at_least,
            "max_entries": self._bounds.at_most,
            "canaries": canaries,
            "canary_names": self._bounds.canaries,
            "max_loss": self._bounds.max_loss,
            "renewed_days": publisher.renewed_days,
            "format": self._layout.name,
            "source": f"{self._order.path.name}, SHA-256 {digest}",
            "note": None if dated else "The file does not say of which day it is: day of import.",
        }
        return "".join(
            f"{key}: {json.dumps(value, ensure_ascii=False)}\n"
            for key, value in values.items()
            if value not in (None, [], ())
        )


def _files(order: Order, last: Manifest | None) -> tuple[tuple[Path, ...], Format]:
    """Return the files to read, first the one named, and their format."""
    if not order.path.is_file():
        message = f"there is no file {order.path}"
        raise InputError(message)
    with order.path.open("rb") as stream:
        head = stream.read(SIGN_BYTES)
    layout = _layout(order, head, last)
    if order.mapping and layout.name not in _MAPPED:
        message = f"--column is for the formats {' and '.join(_MAPPED)}, not for {layout.name}"
        raise InputError(message)
    beside = {one.name.casefold(): one for one in order.path.parent.iterdir()}
    for needed in layout.beside:
        if needed not in beside:
            message = f"{layout.name} needs {needed} beside {order.path}; load all files of a day"
            raise InputError(message)
    return (order.path, *(beside[one] for one in layout.beside)), layout


def _layout(order: Order, head: bytes, last: Manifest | None) -> Format:
    """Return the format named, or told from the file, or else that of the last edition.

    A file that no longer shows its format is a change of its layout: the reader of the last
    edition refuses it with the reason, and the list is stale.
    """
    if order.format_name is not None:
        return format_named(order.format_name)
    try:
        return recognised(order.path.name, head)
    except InputError:
        if last is None or last.format is None:
            raise
        return format_named(last.format)


def _digest(paths: Sequence[Path]) -> str:
    """Return the SHA-256 of files, one after the other; a large one is never in memory whole."""
    total = hashlib.sha256()
    for path in paths:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                total.update(chunk)
            if stream.tell() > MAX_BYTES:
                raise refused(str(path), 1, f"more than {MAX_BYTES:,} bytes", "see the file")
    return total.hexdigest()


def _read(order: Order, layout: Format, paths: Sequence[Path]) -> tuple[list[Listed], str | None]:
    """Return the entries of the files, each key once, and the day they state."""
    streams = [io.BufferedReader(path.open("rb", buffering=0)) for path in paths]
    sources = [
        Source(str(path), stream, order.encoding)
        for path, stream in zip(paths, streams, strict=True)
    ]
    stated: str | None = None
    listed: list[Listed] = []
    seen: dict[str, int] = {}
    try:
        for item in _reader(order, layout)(sources):
            if isinstance(item, Published):
                stated = item.day
                continue
            if len(listed) >= MAX_LISTED:
                problem = f"more than {MAX_LISTED:,} entries"
                raise refused(str(order.path), item.line, problem, "load a smaller list")
            if item.key in seen:
                problem = f"{item.key} stands twice; first in line {seen[item.key]}"
                raise refused(str(order.path), item.line, problem, "load the file anew")
            seen[item.key] = item.line
            listed.append(item)
    finally:
        for stream in streams:
            stream.close()
    return listed, stated


def _reader(order: Order, layout: Format) -> Read:
    """Return the reader of a format, with the headings of a company's own table."""
    if layout.name in _MAPPED:
        return partial(_MAPPED[layout.name], mapping=order.mapping)
    return layout.read


def _bounds(order: Order, layout: Format, last: Manifest | None) -> Bounds:
    """Return what is asked of the list: as ordered, or as last time, or as the format has it."""
    publisher = layout.publisher
    usual = Bounds(publisher.at_least, publisher.at_most, MAX_LOSS, publisher.canaries)
    if last is not None:
        loss = MAX_LOSS if last.max_loss is None else last.max_loss
        usual = Bounds(last.min_entries, last.max_entries, loss, last.canary_names)
    return Bounds(
        usual.at_least if order.at_least is None else order.at_least,
        usual.at_most if order.at_most is None else order.at_most,
        usual.max_loss if order.max_loss is None else order.max_loss,
        usual.canaries if order.canaries is None else order.canaries,
    )


def _partly(count: int, publisher: Publisher) -> str:
    """Return what a list is that only a lowered bound let in."""
    return (
        f"Sample: {count} entries, let in by a bound lowered with --at-least; the whole list has "
        f"{publisher.at_least:,} or more."
    )


def _reason(error: ListError, paths: Sequence[Path]) -> str:
    """Return why files are refused; their names tell them, folders are nobody's concern."""
    told = str(error)
    for path in paths:
        told = told.replace(str(path), path.name)
    return told


def _refuse(order: Order, problems: Iterator[str]) -> None:
    found = list(problems)
    if found:
        head = f"{order.path} is refused as an edition of {order.list_id}"
        raise ListError("\n".join([f"{head}:", *(f"- {one}" for one in found)]))
