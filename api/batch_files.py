"""Files that are sent: what kind their name says, and how they are written down."""

import hashlib
import re
from pathlib import Path

from fastapi import UploadFile

from api.deps import Service
from screener.errors import ConflictError, InputError
from screener.worker import RESULTS, folder_of

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


def result_path(batch_id: str, name: str, service: Service) -> Path:
    """Return where a file of a batch's results lies.

    Raises:
        NotStoredError: There is no such batch.
        ConflictError: It has no results, or none yet, or not this file.

    """
    found = service.repository.batches.get(batch_id)
    path = folder_of(service.home, found.id) / RESULTS / name
    if found.state != "done" or not path.is_file():
        message = f"the batch is {found.state}; it has no such file"
        raise ConflictError(message)
    return path


def result_names(batch_id: str, service: Service) -> frozenset[str]:
    """Return the names of the files of a batch's results."""
    return frozenset(
        path.name for path in (folder_of(service.home, batch_id) / RESULTS).glob("*.*")
    )
