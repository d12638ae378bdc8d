"""A user's file on disk: what it holds, and its bytes, unpacked and bounded."""

import io
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Protocol

from screener.errors import InputError

# Text packs to a tenth; what unpacks to far more than it is was made to fill a disk or a memory.
MOST_TIMES = 250
UNPACKED_ANYWAY = 64 * 2**20
_LARGEST_WINDOW = 128 * 2**20
_AT_ONCE = 4_096
_PACKINGS = (".gz", ".zst")

KINDS = {
    ".csv": "csv", ".tsv": "csv", ".txt": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".xlsx": "workbook", ".xlsm": "workbook", ".parquet": "parquet",
}  # fmt: skip
_TEXTS = ("csv", "jsonl")
_REMEDIES = {
    ".xls": "save it as .xlsx", ".xlsb": "save it as .xlsx", ".ods": "save it as .xlsx or CSV",
    ".json": "write one object a line and name it .jsonl", ".zip": "unpack it first",
    ".pdf": "export the table itself as CSV or .xlsx", ".xml": "export it as CSV or .xlsx",
}  # fmt: skip


class Reading(NamedTuple):
    """How a user asks for a file to be read: nothing of it is to be found out then.

    ``sheet`` is the name or the number (from 1) of a workbook's sheet; blank cells of the columns
    ``fill_down`` are read as what stands above them.
    """

    encoding: str | None = None
    sheet: str | None = None
    fill_down: tuple[str, ...] = ()


class Source:
    """A file, the kind of table it holds, and how it is packed (empty if it is not)."""

    def __init__(self, path: Path, kind: str, packing: str = "") -> None:
        """Keep what is known of a file; nothing is opened yet."""
        self.path = path
        self.kind = kind
        self.packing = packing
        self._raw: BinaryIO | None = None

    def open(self) -> BinaryIO:
        """Return the unpacked bytes from the start; reading them raises InputError if they are broken."""
        self._raw = raw = self.path.open("rb")
        if not self.packing:
            return raw
        return io.BufferedReader(_Unpacked(self, raw), buffer_size=1 << 16)

    def share_read(self) -> float | None:
        """Return how much of the file was read since it was last opened, 0 to 1; None if unknown."""
        if self._raw is None or self.kind == "workbook":
            return None
        size = self.path.stat().st_size
        return 1.0 if self._raw.closed or not size else self._raw.tell() / size


def source_of(path: Path) -> Source:
    """Return a file as a source, by the ending of its name.

    Raises:
        InputError: It is no file, or of no kind that is read.

    """
    if not path.is_file():
        message = f"{path} is no file"
        raise InputError(message)
    suffixes = [suffix.lower() for suffix in path.suffixes]
    packing = suffixes.pop() if suffixes and suffixes[-1] in _PACKINGS else ""
    kind = KINDS.get(suffixes[-1]) if suffixes else None
    if kind is None:
        message = (
            f"{path.name}: files ending in {', '.join(KINDS)} are read, and .gz or .zst of text"
        )
        remedy = _REMEDIES.get(suffixes[-1]) if suffixes else None
        raise InputError(f"{message}; {remedy}" if remedy else message)
    if packing and kind not in _TEXTS:
        message = f"{path.name}: a {suffixes[-1]} file is packed in itself; unpack {packing} first"
        raise InputError(message)
    return Source(path, kind, packing)


class _Unpacked(io.RawIOBase):
    """The bytes of a packed file as a stream."""

    def __init__(self, source: Source, raw: BinaryIO) -> None:
        super().__init__()
        self._raw = raw
        self._pieces = _pieces(source, raw)
        self._left = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - whatever holds bytes
        if not self._left:
            self._left = memoryview(next(self._pieces, b""))
        taken, self._left = self._left[: len(buffer)], self._left[len(buffer) :]
        buffer[: len(taken)] = taken
        return len(taken)

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Unpacker(Protocol):
    """What zlib and zstandard have in common; one unpacks one member or frame."""

    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, /) -> bytes: ...


def _pieces(source: Source, raw: BinaryIO) -> Iterator[bytes]:
    """Yield the filled pieces of what a packed file holds.

    Raises:
        InputError: The file is broken or cut short, or unpacks to far more than it is.

    """
    name, size, given = source.path.name, source.path.stat().st_size, 0
    new, broken = _unpackers(source.packing)
    unpacker = new()
    # A small piece at a time: no more than a few dozen megabytes can come of one.
    for packed in iter(lambda: raw.read(_AT_ONCE), b""):
        rest = packed
        while rest:
            unpacker = new() if unpacker.eof else unpacker
            try:
                piece = unpacker.decompress(rest)
            except broken as error:
                raise InputError(f"{name} is no sound {source.packing} file: {error}") from error
            rest = unpacker.unused_data if unpacker.eof else b""
            given += len(piece)
            if given > max(UNPACKED_ANYWAY, MOST_TIMES * size):
                message = (
                    f"{name} unpacks to more than {MOST_TIMES} times its size, which no file of "
                    "records does; unpack it yourself if you trust it"
                )
                raise InputError(message)
            if piece:
                yield piece
    if not unpacker.eof:
        raise InputError(f"{name} is cut short; fetch it anew")


def _unpackers(packing: str) -> tuple[Callable[[], _Unpacker], type[Exception]]:
    if packing == ".gz":
        return (lambda: zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)), zlib.error
    try:
        import zstandard  # noqa: PLC0415 - comes with the extra "batch" alone
    except ModuleNotFoundError as error:
        message = "zst files need the extra: install forced-labor-screener[batch], or use gz"
        raise InputError(message) from error
    frames = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW)
    return frames.decompressobj, zstandard.ZstdError
