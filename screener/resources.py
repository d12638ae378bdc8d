"""Where the shipped data is."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from screener.errors import DataNotFoundError

Shipped = Literal["rules", "watchlists", "seeds"]


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
