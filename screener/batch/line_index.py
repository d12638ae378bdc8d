"""Where each line of a file begins, kept beside it, so that one is read without those before."""

import struct
from itertools import accumulate
from pathlib import Path
from tempfile import NamedTemporaryFile

import numpy as np

_PLACE = struct.Struct("<q")


def index_lines(path: Path) -> Path:
    """Write the index of a file that changes no more; eight bytes a line.

    Raises:
        OSError: The file is not there, or the disk is full.

    """
    with path.open("rb") as file:
        ends = np.fromiter(accumulate(map(len, file)), dtype="<i8")
    index = _index_of(path)
    # A name of its own: two readers may find at once that there is no index.
    with NamedTemporaryFile(dir=path.parent, delete=False) as part:
        part.write(np.concatenate([[0], ends[:-1]]).astype("<i8").tobytes())
    Path(part.name).replace(index)
    return index


def line_at(path: Path, number: int) -> bytes | None:
    """Return a line by its number, from 0; None if there is none.

    A file without an index is read whole, once, to get one.

    Raises:
        OSError: The file is not there.

    """
    index = _index_of(path)
    if not index.is_file():
        index_lines(path)
    with index.open("rb") as places:
        places.seek(number * _PLACE.size)
        place = places.read(_PLACE.size)
    if len(place) < _PLACE.size:
        return None
    with path.open("rb") as file:
        file.seek(_PLACE.unpack(place)[0])
        return file.readline() or None


def _index_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.lines")
