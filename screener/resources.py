"""Where the shipped data is, and what a company lays beside it."""

from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal, NamedTuple

from screener.errors import DataNotFoundError

OVERLAY = "overlay.yaml"
"""A folder of rules with this file extends the shipped pack; one without is a pack of its own."""

_LISTS = "watchlists"

Shipped = Literal["rules", "watchlists", "seeds"]


class PackFolders(NamedTuple):
    """The folder of a whole rule pack, and that of the company which extends it, if one does."""

    pack: Traversable
    own: Traversable | None = None

    def own_lists(self) -> Mapping[str, Traversable]:
        """Return the company's own watchlists by id, in the order of their ids."""
        lists = self.own / _LISTS if self.own is not None else None
        if lists is None or not lists.is_dir():
            return {}
        folders = (item for item in lists.iterdir() if item.is_dir())
        found = sorted((item.name, item) for item in folders if not item.name.startswith("."))
        return dict(found)


def pack_folders(rules: Traversable | None) -> PackFolders:
    """Return the folders that a pack is read from: the one given, or what is shipped.

    Raises:
        DataNotFoundError: The shipped pack is missing.

    """
    if rules is None:
        return PackFolders(shipped("rules"))
    if (rules / OVERLAY).is_file():
        return PackFolders(shipped("rules"), rules)
    return PackFolders(rules)


def shipped(kind: Shipped) -> Traversable:
    """Return the directory of shipped data of one kind.

    A wheel carries the data in ``screener/_data``. A checkout, which an editable install also
    is, keeps it next to ``pyproject.toml``; without that file beside it, a directory that
    merely has the right name (another distribution's ``rules`` package, say) is not ours.

    Raises:
        DataNotFoundError: Neither place has it.

    """
    package = files("screener")
    packaged = package / "_data" / kind
    if packaged.is_dir():
        return packaged
    root = Path(str(package)).parent
    if (root / "pyproject.toml").is_file() and (root / kind).is_dir():
        return root / kind
    message = f"the shipped {kind} are missing: neither {packaged} nor {root / kind} exists"
    raise DataNotFoundError(message)
