"""Files that are sent: what kind their name says, and how they are written down."""

import hashlib
import re
from pathlib import Path

from fastapi import UploadFile

from screener.errors import InputError

_ENDING = re.compile(r"(?:\.[a-z0-9]{1,8}){1,2}\Z")
_PIECE = 1 << 20


def ending_of(name: str) -> str:
    """Return the ending of a file's name, such as ``.csv.gz``.

    Raises:
        InputError: There is none that could be one.

    """
    ending = _ENDING.search(name.lower())
    if ending is None:
        message = "the file needs a name that ends in what it is, such as .csv or .jsonl"
        raise InputError(message)
    return ending[0]


def written(file: UploadFile, path: Path) -> str:
    """Write a file as it was sent; return its SHA-256."""
    digest = hashlib.sha256()
    with path.open("wb") as stream:
        while piece := file.file.read(_PIECE):
            digest.update(piece)
            stream.write(piece)
    return digest.hexdigest()
