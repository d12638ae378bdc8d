"""Editions: lists read, checked and ready to be searched."""

import csv
import io
from importlib.resources.abc import Traversable

from screener.content.diagnostics import Diagnostics
from screener.content.files import digest
from screener.content.nodes import Mark
from screener.errors import ListError
from screener.lists.entries import read_entries
from screener.lists.guards import check_counts, check_references, checked_files
from screener.lists.manifest import FILE, Manifest, read_manifest
from screener.model.listing import Edition, Entry, Locality

GAZETTEER_COLUMNS = ["names", "country", "admin", "kind"]


def read_editions(root: Traversable) -> tuple[Edition, ...]:
    """Return every watchlist below a folder, by id; words that are only evidence are left out.

    Raises:
        ListError: There is no list or no entry, or one is wrong; every diagnostic is named.

    """
    diagnostics = Diagnostics()
    read = [
        _edition(folder, manifest, diagnostics)
        for folder, manifest in _folders(root)
        if manifest.kind == "entries"
    ]
    everything = [pair for _, entries in read for pair in entries]
    check_references(everything, diagnostics)
    diagnostics.raise_if_any(ListError)
    if not everything:
        message = f"{root}: there is no watchlist; nothing would be found in anything"
        raise ListError(message)
    return tuple(sorted((edition for edition, _ in read), key=lambda one: one.id))


def read_gazetteer(root: Traversable) -> tuple[Locality, ...]:
    """Return the localities that are evidence of where something is, in file order.

    Raises:
        ListError: A gazetteer is wrong.

    """
    return tuple(
        locality
        for folder, manifest in _folders(root)
        if manifest.kind == "gazetteer"
        for locality in _localities(folder, manifest)
    )


def read_vocabulary(root: Traversable, list_id: str) -> frozenset[str]:
    """Return the words of a vocabulary, one a line; empty if there is no such vocabulary.

    Raises:
        ListError: The vocabulary is wrong.

    """
    for folder, manifest in _folders(root):
        if manifest.kind == "vocabulary" and manifest.id == list_id:
            words = [
                line.strip()
                for _, data in checked_files(folder, manifest)
                for line in data.decode().splitlines()
                if line.strip() and not line.startswith("#")
            ]
            check_counts(folder, manifest, words)
            return frozenset(words)
    return frozenset()


def _folders(root: Traversable) -> list[tuple[Traversable, Manifest]]:
    """Return the folders of lists with their manifests, by name."""
    if not root.is_dir():
        message = f"no such folder: {root}"
        raise ListError(message)
    folders = sorted(
        (item for item in root.iterdir() if item.is_dir() and not item.name.startswith(".")),
        key=lambda item: item.name,
    )
    if not folders:
        message = f"{root} holds no list"
        raise ListError(message)
    return [(folder, read_manifest(folder)) for folder in folders]


def _edition(
    folder: Traversable, manifest: Manifest, diagnostics: Diagnostics
) -> tuple[Edition, tuple[tuple[Entry, Mark], ...]]:
    files = checked_files(folder, manifest)
    texts = [(f"{folder}/{name}", data.decode("utf-8-sig")) for name, data in files]
    before = len(diagnostics.errors)
    entries = read_entries(manifest.id, texts, diagnostics)
    if len(diagnostics.errors) == before:
        check_counts(folder, manifest, [entry.id for entry, _ in entries])
    edition = Edition(
        id=manifest.id,
        title=manifest.title,
        publisher=manifest.publisher,
        edition=manifest.edition,
        edition_date=manifest.edition_date,
        coverage=manifest.coverage,
        licence=manifest.licence,
        checksum=digest([*files, (FILE, (folder / FILE).read_bytes())]),
        entries=tuple(entry for entry, _ in entries),
        basis=manifest.legal_basis,
        sample=manifest.sample,
    )
    return edition, entries


def _localities(folder: Traversable, manifest: Manifest) -> list[Locality]:
    localities = []
    for name, data in checked_files(folder, manifest):
        rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig")))
        if rows.fieldnames != GAZETTEER_COLUMNS:
            message = f"{folder}/{name}: the columns must be {', '.join(GAZETTEER_COLUMNS)}"
            raise ListError(message)
        localities += [
            Locality(
                names=tuple(row["names"].split("|")),
                country=row["country"],
                admin=row["admin"] or None,
                kind=row["kind"],
            )
            for row in rows
        ]
    check_counts(folder, manifest, [f"{one.names[0]} {one.country} {one.admin}" for one in localities])
    return localities
