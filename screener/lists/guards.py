"""Guards: what refuses an edition, so that no list shrinks or changes in silence."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from importlib.resources.abc import Traversable

from screener.content.diagnostics import Diagnostics, suggestion
from screener.errors import ListError
from screener.lists.entries import Read
from screener.lists.manifest import FILE, Manifest

DOUBLE = "L001"
UNKNOWN_ENTRY = "L002"
CIRCLE = "L012"
UNKNOWN_CLAIM = "L013"
FILES = "L018"
COUNT = "L019"
CANARY = "L020"

MAX_BYTES = 4_000_000
"""A file of a list is at most so long; longer ones are split."""


def checked_files(folder: Traversable, manifest: Manifest) -> tuple[tuple[str, bytes], ...]:
    """Return the files of a list by name, each as its manifest's checksum states it.

    Raises:
        ListError: A file is missing, too long, differs from its checksum, or is not named in
            the manifest; every problem with the line of the manifest.

    """
    diagnostics = Diagnostics()
    found = {item.name for item in folder.iterdir() if not item.name.startswith(".")}
    named = [file.name for file in manifest.files]
    for name in sorted(found - {*named, FILE}):
        message = f"{folder}/{name} is not named in the manifest"
        diagnostics.add(FILES, manifest.at, message, "name it with its SHA-256, or remove it")
    contents = []
    for file in sorted(manifest.files, key=lambda one: one.name):
        path = f"{folder}/{file.name}"
        data = _bytes(folder, file.name) if file.name in found else None
        if data is None:
            diagnostics.add(FILES, file.at, f"{path} is missing, or is no file of at most 4 MB")
        elif named.count(file.name) > 1:
            diagnostics.add(FILES, file.at, f"{path} is named twice")
        elif hashlib.sha256(data).hexdigest() != file.sha256:
            message = f"{path} differs from its checksum"
            advice = "restore the file, or review the change and seal the list again"
            diagnostics.add(FILES, file.at, message, advice)
        else:
            contents.append((file.name, data))
    diagnostics.raise_if_any(ListError)
    return tuple(contents)


def _bytes(folder: Traversable, name: str) -> bytes | None:
    """Return the content of a file that lies in the folder itself, or None."""
    if "/" in name or "\\" in name or not (folder / name).is_file():
        return None
    with (folder / name).open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    return data if len(data) <= MAX_BYTES else None


def text_of(path: str, data: bytes) -> str:
    """Return the content of a file as text.

    Raises:
        ListError: It is not in UTF-8; the line is named.

    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        message = "not in UTF-8; save the file as UTF-8"
        raise ListError(message, path=path, line=line) from problem


def check_counts(manifest: Manifest, keys: Iterable[str]) -> None:
    """Refuse a list that has too few or too many entries, or misses a canary.

    Raises:
        ListError: What is wrong, with the figures and the line of the manifest.

    """
    diagnostics = Diagnostics()
    known = set(keys)
    if not manifest.min_entries <= len(known) <= manifest.max_entries:
        message = (
            f"{manifest.id} holds {len(known)} entries; between {manifest.min_entries} and "
            f"{manifest.max_entries} must be there"
        )
        advice = "restore what is missing, or change the range with the reason"
        diagnostics.add(COUNT, manifest.at, message, advice)
    for canary in manifest.canaries:
        if canary not in known:
            message = f"{canary} must stand in {manifest.id} and is not found"
            diagnostics.add(CANARY, manifest.at, message)
    diagnostics.raise_if_any(ListError)


def check_references(entries: Sequence[Read], diagnostics: Diagnostics) -> None:
    """Note ids that stand twice over all lists, and references to entries that do not exist."""
    known: dict[str, Read] = {}
    for read in entries:
        first = known.setdefault(read.entry.id, read)
        if first is not read:
            place = first.written.at
            message = f"{read.entry.id} stands twice; first at {place.path}:{place.line}"
            diagnostics.add(DOUBLE, read.written.at, message, "an id belongs to one entry")
    for read in entries:
        _check_names(read, known, diagnostics)
        if read.entry.id in _around(read, known):
            message = f"{read.entry.id} lies within itself"
            diagnostics.add(CIRCLE, read.written.at, message, "correct a within")


def _check_names(read: Read, known: Collection[str], diagnostics: Diagnostics) -> None:
    wanted = [(read.entry.within, read.written.at)] if read.entry.within else []
    for cue in (*read.written.anchors, *read.written.vetoes):
        wanted += [(name, cue.at) for name in cue.entries]
    for name, at in wanted:
        if name not in known:
            message = f"{read.entry.id} refers to {name}, which no list holds"
            advice = suggestion(str(name), sorted(known), "entries")
            diagnostics.add(UNKNOWN_ENTRY, at, message, advice)


def _around(read: Read, known: dict[str, Read]) -> list[str]:
    """Return the ids of the places around an entry, from the inside out, each once."""
    around: list[str] = []
    above = read.entry.within
    while above is not None and above not in around:
        around.append(above)
        above = known[above].entry.within if above in known else None
    return around


def check_claims(
    entries: Iterable[Read], claims: Collection[str], diagnostics: Diagnostics
) -> None:
    """Note claims that entries rest on and the evidence register does not hold."""
    for read in entries:
        for claim in read.entry.claims:
            if claim not in claims:
                message = f'{read.entry.id} rests on the claim "{claim}", which no source makes'
                advice = suggestion(claim, sorted(claims), "claims")
                diagnostics.add(UNKNOWN_CLAIM, read.written.at, message, advice)
