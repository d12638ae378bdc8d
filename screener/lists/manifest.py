"""The manifest of a list: who publishes it, of which day it is, and what must hold of it."""

from importlib.resources.abc import Traversable
from typing import Literal

import msgspec

from screener.content.diagnostics import Diagnostics
from screener.content.files import yaml_files
from screener.content.nodes import compose
from screener.content.structs import read_struct
from screener.errors import ListError

FILE = "manifest.yaml"


class ListedFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the list and the SHA-256 of its bytes."""

    name: str
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What ``manifest.yaml`` says.

    ``kind`` entries is a watchlist; gazetteer and vocabulary are words that are evidence and
    never hits. ``canaries`` are ids (or words) that must be found, or the edition is refused.
    """

    id: str
    title: str
    publisher: str
    licence: str
    edition: str
    edition_date: str
    coverage: str
    kind: Literal["entries", "gazetteer", "vocabulary"]
    files: tuple[ListedFile, ...]
    min_entries: int
    max_entries: int
    canaries: tuple[str, ...] = ()
    sample: bool = False
    legal_basis: str | None = None
    attribution: str | None = None
    source: str | None = None
    note: str | None = None


def read_manifest(folder: Traversable) -> Manifest:
    """Return the manifest of a list's folder.

    Raises:
        ListError: It is missing or wrong; every problem is named.

    """
    texts = yaml_files(folder, FILE, error=ListError)
    if not texts:
        message = f"{folder}/{FILE} is missing; a list without a manifest is not used"
        raise ListError(message)
    diagnostics = Diagnostics()
    node = compose(texts[0][1], f"{folder}/{FILE}", diagnostics)
    manifest = read_struct(node, Manifest, diagnostics)
    diagnostics.raise_if_any(ListError)
    if manifest is None:
        message = f"{folder}/{FILE} is empty"
        raise ListError(message)
    return manifest
