"""Files that hold records, decisions or hashes of keys: for the account alone that made them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_OWNER_ALONE = 0o600


def make_private(path: Path) -> None:
    """Make an empty file that others cannot read; one that is there stays as it is.

    SQLite gives its files beside a database the rights of the database's own.
    """
    if not path.exists():
        path.touch(mode=_OWNER_ALONE)


@contextmanager
def written_privately(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write to; it takes its name once it is whole, in place of what bore it.

    What is there and is no file, such as a pipe, is written to as it is.
    """
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    part = path.with_name(path.name + ".new")
    part.unlink(missing_ok=True)
    make_private(part)
    try:
        with part.open("wb") as stream:
            yield stream
    except BaseException:
        part.unlink()
        raise
    part.replace(path)
