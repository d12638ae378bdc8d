"""Editions: lists read, checked and ready to be searched."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib.resources.abc import Traversable
from typing import NamedTuple

from screener.content.diagnostics import Diagnostics
from screener.content.files import digest
from screener.errors import ListError
from screener.lists.entries import Read, read_entries
from screener.lists.guards import (
    check_claims,
    check_counts,
    check_references,
    checked_files,
    text_of,
)
from screener.lists.localities import read_localities
from screener.lists.manifest import FILE, Manifest, read_manifest
from screener.lists.own_names import OwnNames, WrittenNames, read_own_names
from screener.lists.soundness import check_entries
from screener.model.listing import Edition, Locality

_SOUND: dict[tuple[str, str, str], tuple[Read, ...]] = {}
"""Entries read before, by folder, list and content; the oldest go first."""
_MOST_SOUND = 32


class Replaced(NamedTuple):
    """A sample that is not screened against, and the id of the whole list that stands for it."""

    edition: Edition
    by: str


class Editions(NamedTuple):
    """The editions in use and the samples that some of them replace, each by id."""

    in_use: tuple[Edition, ...]
    replaced: tuple[Replaced, ...]

    @property
    def known(self) -> tuple[Edition, ...]:
        """All of them by id: what rules may name, and what tests of a pack are written against."""
        both = (*self.in_use, *(one.edition for one in self.replaced))
        return tuple(sorted(both, key=lambda one: one.id))


def editions_in_use(
    root: Traversable,
    *,
    claims: Collection[str] | None = None,
    imported: Mapping[str, Traversable] | None = None,
) -> Editions:
    """Return the lists that ``read_editions`` reads, without samples of lists that are imported.

    A sample says what a list said once. Beside the whole list of the same law, and of the same
    day or a later one, it would go on naming parties that the publisher has taken off.

    Raises:
        ListError: As ``read_editions``.

    """
    read = read_editions(root, claims=claims, imported=imported)
    by = _replacing(root, imported or {})
    return Editions(
        tuple(one for one in read if one.id not in by),
        tuple(Replaced(one, by[one.id]) for one in read if one.id in by),
    )


def read_editions(
    root: Traversable,
    *,
    claims: Collection[str] | None = None,
    imported: Mapping[str, Traversable] | None = None,
) -> tuple[Edition, ...]:
    """Return every watchlist below a folder, by id; words that are only evidence are left out.

    Entries bear the names of our own, if there are any for them, behind those of their publishers.
    ``claims`` are the ids that the evidence register holds; without them, what entries rest
    on is not checked. ``imported`` are folders of further lists, by id.

    Raises:
        ListError: There is no list or no entry, or one is wrong; every diagnostic is named.

    """
    diagnostics = Diagnostics()
    beside = sorted((imported or {}).items())
    folders = [*_folders(root), *((one, read_manifest(one, list_id)) for list_id, one in beside)]
    read = [
        _edition(folder, manifest, diagnostics)
        for folder, manifest in folders
        if manifest.kind == "entries"
    ]
    everything = [one for _, entries in read for one in entries]
    check_references(everything, diagnostics)
    if claims is not None:
        check_claims(everything, claims, diagnostics)
    own = OwnNames(_own_names(folders, diagnostics))
    diagnostics.raise_if_any(ListError)
    if not everything:
        message = f"{root}: there is no watchlist; nothing would be found in anything"
        raise ListError(message)
    named = (own.laid_over(edition) for edition, _ in read)
    return tuple(sorted(named, key=lambda one: one.id))


def read_edition(folder: Traversable, list_id: str | None = None) -> Edition:
    """Return one watchlist as published; what it says of entries of other lists is not checked.

    ``list_id`` is the name of the list where the folder has another.

    Raises:
        ListError: It is wrong or empty, or no watchlist; every diagnostic is named.

    """
    manifest = read_manifest(folder, list_id)
    if manifest.kind != "entries":
        message = f"{manifest.id} is a {manifest.kind}, not a watchlist"
        raise ListError(message, path=manifest.at.path, line=manifest.at.line)
    diagnostics = Diagnostics()
    edition, _ = _edition(folder, manifest, diagnostics)
    diagnostics.raise_if_any(ListError)
    return edition


def read_gazetteer(root: Traversable) -> tuple[Locality, ...]:
    """Return the localities that are evidence of where something is, in file order.

    Raises:
        ListError: A gazetteer is wrong.

    """
    localities: list[Locality] = []
    for folder, manifest in _folders(root):
        if manifest.kind == "gazetteer":
            found = [
                one
                for name, data in checked_files(folder, manifest)
                for one in read_localities(f"{folder}/{name}", text_of(f"{folder}/{name}", data))
            ]
            keys = (f"{one.names[0]}, {one.admin or one.country}" for one in found)
            check_counts(manifest, keys)
            localities.extend(found)
    return tuple(localities)


def sealed_beside(root: Traversable) -> tuple[tuple[str, str], ...]:
    """Return id and hash of each list that is no watchlist: gazetteers, vocabularies, names of our own.

    The hash is that of the manifest, which seals the files; readers check these against it.

    Raises:
        ListError: A manifest is wrong, or there is no list.

    """
    return tuple(
        (manifest.id, digest([(FILE, (folder / FILE).read_bytes())]))
        for folder, manifest in _folders(root)
        if manifest.kind != "entries"
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
                for name, data in checked_files(folder, manifest)
                for line in text_of(f"{folder}/{name}", data).splitlines()
                if line.strip() and not line.startswith("#")
            ]
            check_counts(manifest, words)
            return frozenset(words)
    return frozenset()


def _own_names(
    folders: Iterable[tuple[Traversable, Manifest]], diagnostics: Diagnostics
) -> list[WrittenNames]:
    """Return the names of parties that lie beside the lists, in file order."""
    names: list[WrittenNames] = []
    for folder, manifest in folders:
        if manifest.kind == "names":
            before = len(diagnostics.errors)
            found = [
                one
                for name, data in checked_files(folder, manifest)
                for one in read_own_names(
                    f"{folder}/{name}", text_of(f"{folder}/{name}", data), diagnostics
                )
            ]
            if len(diagnostics.errors) == before:
                check_counts(manifest, (one.of[0] for one in found))
            names.extend(found)
    return names


def _replacing(root: Traversable, imported: Mapping[str, Traversable]) -> dict[str, str]:
    """Return the id of the whole list in place of each sample below a folder, the first by id."""
    manifests = [read_manifest(folder, list_id) for list_id, folder in sorted(imported.items())]
    whole = [one for one in manifests if one.format is not None and not one.sample]
    samples = [one for _, one in _folders(root) if one.sample and one.under]
    return {
        sample.id: one.id
        for sample in samples
        for one in reversed(whole)
        # One law may stand behind several lists: the Consolidated list is not the SDN list.
        if {*sample.under} <= {*one.under}
        and one.legal_basis == sample.legal_basis
        and one.edition_date >= sample.edition_date
    }


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


def _entries(
    folder: Traversable,
    manifest: Manifest,
    files: Sequence[tuple[str, bytes]],
    checksum: str,
    diagnostics: Diagnostics,
) -> tuple[Read, ...]:
    """Return the entries of a list; those written by hand and sound are read once a process."""
    content = str(folder), manifest.id, checksum
    entries = _SOUND.get(content)
    before = len(diagnostics.errors)
    if entries is None:
        texts = [(f"{folder}/{name}", text_of(f"{folder}/{name}", data)) for name, data in files]
        made_by_import = manifest.format is not None
        entries = read_entries(manifest.id, texts, diagnostics, imported=made_by_import)
        check_entries(entries, diagnostics)
        if not made_by_import and len(diagnostics.errors) == before:
            while len(_SOUND) >= _MOST_SOUND:
                _SOUND.pop(next(iter(_SOUND)), None)
            _SOUND[content] = entries
    if len(diagnostics.errors) == before:
        check_counts(manifest, [read.entry.id for read in entries])
    return entries


def _edition(
    folder: Traversable, manifest: Manifest, diagnostics: Diagnostics
) -> tuple[Edition, tuple[Read, ...]]:
    """Return a list and its entries as read; what is wrong in them goes to the diagnostics."""
    files = checked_files(folder, manifest)
    checksum = digest([*files, (FILE, (folder / FILE).read_bytes())])
    entries = _entries(folder, manifest, files, checksum, diagnostics)
    edition = Edition(
        id=manifest.id,
        title=manifest.title,
        publisher=manifest.publisher,
        edition=manifest.edition,
        edition_date=manifest.edition_date,
        coverage=manifest.coverage,
        licence=manifest.licence,
        checksum=checksum,
        entries=tuple(read.entry for read in entries),
        basis=manifest.legal_basis,
        sample=manifest.sample,
        under=manifest.under,
        renewed_days=manifest.renewed_days,
    )
    return edition, entries
