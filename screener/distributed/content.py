"""What a process on another machine needs to screen alike, shipped once as an archive of files."""

import atexit
import os
import shutil
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from screener.batch.checkpoint import file_hash
from screener.batch.workers import snapshot_of
from screener.editions.indexes import IndexStore
from screener.errors import ConfigError
from screener.factory import edition_store, load
from screener.pipeline import Screener
from screener.settings import read_settings

_HOME, _RULES, _LISTS = "home", "rules", "lists"
_HASHED = 16


class Shipped(NamedTuple):
    """Content on its way: the name of its folder, what is in it, and what it must give."""

    name: str
    rules: bool
    lists: bool
    as_of: str
    snapshot: tuple[tuple[str, str], ...]


def packed(
    screener: Screener, rules: Path | None, lists: Path | None, as_of: str
) -> tuple[Path, Shipped]:
    """Return an archive of rules, lists, imported editions and the saved index in use.

    Of rules and lists only what was named is in it, and of the data directory neither databases
    nor keys. The file stays until this process ends.
    """
    settings = read_settings()
    work = Path(tempfile.mkdtemp(prefix="screener-content-"))
    atexit.register(shutil.rmtree, work, ignore_errors=True)
    inside = work / "content"
    inside.mkdir()
    rules, lists = rules or settings.rules, lists or settings.lists
    for path, name in ((rules, _RULES), (lists, _LISTS)):
        if path is not None:
            _copy(path, inside / name)
    editions = edition_store().current()
    for list_id, folder in editions.items():
        _copy(folder, inside / _HOME / "editions" / list_id / folder.name)
    index = IndexStore(settings.home).last_used()
    if index is not None and (editions or lists is not None):
        _copy(index, inside / _HOME / "indexes" / index.name)
    archive = Path(shutil.make_archive(str(work / "content"), "zip", inside))
    snapshot = tuple(sorted(snapshot_of(screener, as_of).items()))
    name = f"screener-{file_hash(archive)[:_HASHED]}"
    return archive, Shipped(name, rules is not None, lists is not None, as_of, snapshot)


@lru_cache(1)
def unpacked(folder: str, shipped: Shipped) -> Screener:
    """Return the screener of shipped content, made once a process.

    Raises:
        ConfigError: This machine has another version of the screener, or other content.

    """
    root = Path(folder)
    os.environ["SCREENER_HOME"] = str(root / _HOME)
    rules = root / _RULES if shipped.rules else None
    lists = root / _LISTS if shipped.lists else None
    screener = load(rules=rules, lists=lists, as_of=shipped.as_of)
    given = snapshot_of(screener, shipped.as_of)
    differing = sorted(name for name, value in shipped.snapshot if given.get(name) != value)
    if differing:
        message = (
            f"a machine that screens has another {' and '.join(differing)} than the one that "
            "began; install the same version of the screener and its libraries on all"
        )
        raise ConfigError(message)
    return screener


def _copy(path: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        shutil.copytree(path, to)
    else:
        shutil.copy(path, to)
