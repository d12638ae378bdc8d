"""Files that are sent: what kind their name says, and how they are written down."""

import hashlib
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from fastapi import UploadFile

from api.deps import Service
from screener.errors import ConflictError, InputError
from screener.model.batch import Batch
from screener.storage.batches import NewBatch
from screener.worker import RESULTS, Asked, folder_of, keep_asked

_ENDING = re.compile(r"(?:\.[a-z0-9]{1,8}){1,2}\Z")
_PIECE = 1 << 20
_LONGEST_NAME = 255


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


class Sent(NamedTuple):
    """A file that lies in the folder of its batch: its name, its SHA-256, who sent it."""

    batch_id: str
    file_name: str
    file_hash: str
    person: str


def queued(
    sent: Sent, asked: Asked, service: Service, *, as_of: date | None, encoding: str | None
) -> Batch:
    """Return the batch made of a file; it waits for a worker."""
    keep_asked(folder_of(service.home, sent.batch_id), asked)
    day = (as_of or datetime.now(tz=UTC).date()).isoformat()
    new = NewBatch(sent.batch_id, sent.file_name, sent.file_hash, day, encoding)
    made = service.repository.batches.add(new, actor=sent.person)
    service.queue.put(sent.batch_id)
    return made


def sound_name(name: str) -> str:
    """Return the end of a file's name that can be stored."""
    return name.encode("utf-8", "replace").decode().replace("\0", "")[-_LONGEST_NAME:]


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
