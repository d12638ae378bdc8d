"""Where a run stands on disk, so that a run that was stopped goes on to the same results."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec

from screener.batch.writer import write_whole
from screener.errors import InputError

CHECKPOINT = "checkpoint.json"


class Checkpoint(msgspec.Struct, frozen=True, kw_only=True):
    """How far a run came: rows read, the size of each file, the counts; and what it was asked."""

    asked: dict[str, str]
    rows: int
    sizes: dict[str, int]
    counts: dict[str, dict[str, int]]


def save(folder: Path, checkpoint: Checkpoint) -> None:
    """Write the checkpoint of a folder in one step.

    Raises:
        OSError: The disk is full or gone.

    """
    write_whole(folder / CHECKPOINT, msgspec.json.encode(checkpoint))


def find(folder: Path) -> Checkpoint | None:
    """Return the checkpoint of a folder; None if no run was stopped there.

    Raises:
        InputError: There is one that cannot be read.

    """
    path = folder / CHECKPOINT
    if not path.is_file():
        return None
    try:
        return msgspec.json.decode(path.read_bytes(), type=Checkpoint)
    except msgspec.MsgspecError as error:
        message = f"{path} cannot be read; delete it and run without --resume"
        raise InputError(message) from error


def check_same(checkpoint: Checkpoint, asked: Mapping[str, str]) -> None:
    """Refuse to go on with anything but what the stopped run was asked.

    Raises:
        InputError: The file, the rules, the lists or an option are others than then.

    """
    differing = [name for name, value in asked.items() if checkpoint.asked.get(name) != value]
    if differing:
        message = (
            f"the stopped run cannot go on: {', '.join(differing)} differ from then; put them back, "
            "or run without --resume to begin anew"
        )
        raise InputError(message)


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
