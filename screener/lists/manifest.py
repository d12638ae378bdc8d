"""The manifest of a list: who publishes it, of which day it is, and what must hold of it."""

from importlib.resources.abc import Traversable
from typing import Literal

import msgspec

from screener.content.diagnostics import Diagnostics
from screener.content.files import yaml_files
from screener.content.nodes import Mark, compose
from screener.content.structs import read_struct
from screener.errors import ListError
from screener.lists.dates import is_date

FILE = "manifest.yaml"

WRONG_DATE = "L014"
OTHER_ID = "L015"
NO_FILES = "L016"
NO_COUNT = "L017"


class ListedFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the list and the SHA-256 of its bytes; ``at`` is where the manifest says so."""

    at: Mark
    name: str
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What ``manifest.yaml`` says; ``at`` is where it begins.

    ``kind`` entries is a watchlist; gazetteer and vocabulary are words that are evidence and
    never hits, names are further names of parties on other lists. ``canaries`` are ids (or words) that must be found, or the edition is refused;
    ``canary_names`` are names that a search must find. ``format`` is the layout of the file that
    an imported edition was made from, ``max_loss`` the share of entries or names that the next
    edition may lack (0.0 to 1.0). ``renewed_days`` are the days after which a newer edition is to be
    expected (1 or more; None: not known). ``under`` names the provisions of rules/basis.yaml that give a
    name on the list its weight, or "company".
    """

    at: Mark
    id: str
    title: str
    publisher: str
    licence: str
    edition: str
    edition_date: str
    coverage: str
    kind: Literal["entries", "gazetteer", "vocabulary", "names"]
    files: tuple[ListedFile, ...]
    min_entries: int
    max_entries: int
    canaries: tuple[str, ...] = ()
    canary_names: tuple[str, ...] = ()
    max_loss: float | None = None
    renewed_days: int | None = None
    format: str | None = None
    sample: bool = False
    legal_basis: str | None = None
    under: tuple[str, ...] = ()
    attribution: str | None = None
    source: str | None = None
    note: str | None = None


def read_manifest(folder: Traversable, list_id: str | None = None) -> Manifest:
    """Return the manifest of a list's folder; it must call itself ``list_id`` or as its folder.

    Raises:
        ListError: It is missing or wrong; every problem is named with its line.

    """
    path = f"{folder}/{FILE}"
    texts = yaml_files(folder, FILE, error=ListError)
    if not texts:
        message = "missing; a folder without a manifest is not used as a list"
        raise ListError(message, path=path, line=1)
    diagnostics = Diagnostics()
    node = compose(texts[0][1], path, diagnostics)
    manifest = read_struct(node, Manifest, diagnostics)
    if manifest is not None:
        _check(manifest, list_id or folder.name, diagnostics)
    diagnostics.raise_if_any(ListError)
    if manifest is None:
        message = "holds nothing"
        raise ListError(message, path=path, line=1)
    return manifest


def _check(manifest: Manifest, name: str, diagnostics: Diagnostics) -> None:
    """Note what a manifest says that cannot hold."""
    at = manifest.at
    if manifest.id != name:
        message = f'the list calls itself "{manifest.id}" and lies in the folder "{name}"'
        diagnostics.add(OTHER_ID, at, message, "give the folder the name of the list")
    if not is_date(manifest.edition_date):
        message = f'edition_date "{manifest.edition_date}" is no day'
        diagnostics.add(WRONG_DATE, at, message, "write YYYY-MM-DD")
    if not manifest.files:
        message = "the manifest names no file, so the list is empty"
        diagnostics.add(NO_FILES, at, message, "name every file with its SHA-256")
    if not 1 <= manifest.min_entries <= manifest.max_entries:
        message = f"between {manifest.min_entries} and {manifest.max_entries} entries: no range"
        diagnostics.add(NO_COUNT, at, message, "min_entries is 1 or more and at most max_entries")
