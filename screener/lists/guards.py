"""Guards: what refuses an edition, so that no list shrinks or changes in silence."""

import hashlib
from collections.abc import Iterable, Sequence
from importlib.resources.abc import Traversable

from screener.content.diagnostics import Diagnostics
from screener.content.nodes import Mark
from screener.errors import ListError
from screener.lists.manifest import FILE, Manifest
from screener.model.listing import Entry

DOUBLE = "L001"
UNKNOWN_ENTRY = "L002"


def checked_files(folder: Traversable, manifest: Manifest) -> tuple[tuple[str, bytes], ...]:
    """Return the files of a list by name, each with the checksum its manifest states.

    Raises:
        ListError: A file is missing, differs from its checksum, or is not in the manifest.

    """
    found = {item.name for item in folder.iterdir() if not item.name.startswith(".")}
    stray = sorted(found - {file.name for file in manifest.files} - {FILE})
    if stray:
        message = f"{folder}: {', '.join(stray)} is not named in {FILE}; name it or remove it"
        raise ListError(message)
    contents = []
    for file in sorted(manifest.files, key=lambda one: one.name):
        if file.name not in found:
            message = f"{folder}/{file.name} is missing, but {FILE} names it"
            raise ListError(message)
        data = (folder / file.name).read_bytes()
        if hashlib.sha256(data).hexdigest() != file.sha256:
            message = (
                f"{folder}/{file.name} differs from the checksum in {FILE}; restore the file, or "
                "review the change and seal the list again"
            )
            raise ListError(message)
        contents.append((file.name, data))
    return tuple(contents)


def check_counts(folder: Traversable, manifest: Manifest, keys: Iterable[str]) -> None:
    """Refuse a list that has too few or too many entries, or misses a canary.

    Raises:
        ListError: What is wrong, with the figures.

    """
    known = set(keys)
    if not manifest.min_entries <= len(known) <= manifest.max_entries or not known:
        message = (
            f"{folder}: {len(known)} entries, but between {manifest.min_entries} and "
            f"{manifest.max_entries} must be there; the edition is refused"
        )
        raise ListError(message)
    missing = [canary for canary in manifest.canaries if canary not in known]
    if missing:
        message = f"{folder}: {', '.join(missing)} must stand on this list and is not found"
        raise ListError(message)


def check_references(entries: Sequence[tuple[Entry, Mark]], diagnostics: Diagnostics) -> None:
    """Note ids that stand twice over all lists, and references to entries that do not exist."""
    places: dict[str, Mark] = {}
    for entry, at in entries:
        if entry.id in places:
            first = places[entry.id]
            message = f"{entry.id} stands twice; first at {first.path}:{first.line}"
            diagnostics.add(DOUBLE, at, message, "an id belongs to one entry; rename one")
        places.setdefault(entry.id, at)
    for entry, at in entries:
        wanted = [entry.within] if entry.within else []
        wanted += [name for cue in (*entry.anchors, *entry.vetoes) for name in cue.entries]
        for name in wanted:
            if name not in places:
                message = f"{entry.id} refers to {name}, which no list holds"
                diagnostics.add(UNKNOWN_ENTRY, at, message, "correct the id")
