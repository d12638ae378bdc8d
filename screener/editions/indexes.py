"""Indexes of names saved under the data directory, so that they are built once and then opened.

A folder each, named by the hash of all that went into it: the names, the words they were judged
by, the libraries and the code that read them. Plain numpy files, opened by memory map, beside a
manifest of their hashes. What does not agree with its manifest is not used and made anew.
"""

import hashlib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from screener.index.lexicon import Lexicon
from screener.index.names import NameIndex, no_collection
from screener.index.saved import arrays_of, index_of

SAVED_FROM = 20_000
"""Names from which an index is saved: a smaller one is built about as fast as it is opened."""

_MANIFEST = "index.json"
_KEPT = 3
_CODE = ("index", "text")
_LIBRARIES = ("anyascii", "numpy", "pypinyin", "rapidfuzz")
_BLOCK = 1 << 20


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a folder holds: the key it was made for, and the SHA-256 of each file."""

    key: str
    files: dict[str, str]


class IndexStore:
    """The saved indexes below one folder."""

    def __init__(self, home: Path) -> None:
        """Use the folder ``indexes`` of a data directory, which need not exist."""
        self._root = home / "indexes"

    def index(
        self,
        names: Sequence[tuple[int, str]],
        generic: Iterable[str],
        places: Mapping[str, str],
    ) -> NameIndex:
        """Return the index of (key, name) pairs, opened if it was saved, else built and saved.

        Where nothing can be written it is built each time.
        """
        words = sorted(generic)
        if len(names) < SAVED_FROM:
            return NameIndex.build(names, words, places=places)
        key = key_of(names, words, places)
        arrays = self._opened(key)
        if arrays is not None:
            with no_collection():
                return index_of(arrays, Lexicon(words, places))
        index = NameIndex.build(names, words, places=places)
        with suppress(OSError):
            self._save(key, arrays_of(index))
        return index

    def last_used(self) -> Path | None:
        """Return the folder of the index that was opened or saved last; None if there is none."""
        if not self._root.is_dir():
            return None
        saved = [folder for folder in self._root.iterdir() if not folder.name.startswith(".")]
        return max(saved, key=lambda folder: (folder.stat().st_mtime, folder.name), default=None)

    def _opened(self, key: str) -> dict[str, NDArray[Any]] | None:
        """Return the arrays saved under a key; None if there are none or they are not as saved."""
        folder = self._root / key
        try:
            manifest = msgspec.json.decode((folder / _MANIFEST).read_bytes(), type=Manifest)
            if manifest.key != key or any(
                _sha256(folder / name) != digest for name, digest in manifest.files.items()
            ):
                return None
            arrays = {
                name.removesuffix(".npy"): np.asarray(
                    np.load(folder / name, mmap_mode="r", allow_pickle=False)
                )
                for name in manifest.files
            }
            os.utime(folder)
        except (OSError, ValueError, msgspec.MsgspecError):
            return None
        return arrays

    def _save(self, key: str, arrays: Mapping[str, NDArray[Any]]) -> None:
        """Write arrays under a key, in one step; what was there under it is replaced."""
        self._root.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".new-", dir=self._root))
        try:
            for name, array in arrays.items():
                np.save(made / f"{name}.npy", array, allow_pickle=False)
            hashes = {f"{name}.npy": _sha256(made / f"{name}.npy") for name in sorted(arrays)}
            manifest = Manifest(key=key, files=hashes)
            (made / _MANIFEST).write_bytes(msgspec.json.encode(manifest))
            shutil.rmtree(self._root / key, ignore_errors=True)
            made.rename(self._root / key)
        finally:
            shutil.rmtree(made, ignore_errors=True)
        self._forget()

    def _forget(self) -> None:
        """Remove all but the indexes used last; a process that has one open keeps it."""
        used: list[tuple[float, Path]] = []
        for folder in self._root.iterdir():
            with suppress(OSError):
                if not folder.name.startswith("."):
                    used.append((folder.stat().st_mtime, folder))
        for _, folder in sorted(used)[:-_KEPT]:
            shutil.rmtree(folder, ignore_errors=True)


def key_of(
    names: Sequence[tuple[int, str]], generic: Sequence[str], places: Mapping[str, str]
) -> str:
    """Return the hash of all that an index is made of."""
    digest = hashlib.sha256(_engine().encode())
    told = [sys.byteorder, generic, sorted(places.items()), [key for key, _ in names]]
    digest.update(msgspec.json.encode(told))
    for first in range(0, len(names), _BLOCK):
        texts = [text.encode("utf-8", "surrogatepass") for _, text in names[first : first + _BLOCK]]
        digest.update(msgspec.json.encode(list(map(len, texts))))
        digest.update(b"".join(texts))
    return digest.hexdigest()


@cache
def _engine() -> str:
    """Return the hash of the code that reads names, with the libraries it reads them by."""
    digest = hashlib.sha256("; ".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
    for package in _CODE:
        for path, source in sorted(_sources(files("screener") / package)):
            digest.update(f"{package}/{path} {len(source)}\n".encode())
            digest.update(source)
    return digest.hexdigest()


def _sources(folder: Traversable) -> Iterable[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.name.endswith(".py"):
            yield item.name, item.read_bytes()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
