"""A folder of content as one file: a zip with a manifest, the same bytes each time.

Nothing is compressed, so that the bytes depend on no library. Opening reads the file into memory,
within bounds, and checks every byte against the manifest; nothing is ever unpacked to disk.
"""

import hashlib
import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from typing import BinaryIO

import msgspec

from screener.errors import ContentError

MANIFEST = "manifest.json"
MAX_BYTES = 32_000_000
MAX_FILES = 5_000
_MAX_FOLDERS = 8
_EPOCH = (1980, 1, 1, 0, 0, 0)
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_UNREADABLE = (
    zipfile.BadZipFile, zlib.error, msgspec.DecodeError, OSError, EOFError, ValueError,
    RuntimeError, struct.error,
)  # fmt: skip
"""What the library raises over a file that is no zip, or a broken or encrypted one."""

_FOLDER_OR_FILE = r"[\w-][\w.+ -]{0,99}"
_PATH = re.compile(rf"{_FOLDER_OR_FILE}(/{_FOLDER_OR_FILE}){{0,{_MAX_FOLDERS}}}")


class Manifest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a packed folder is, and the SHA-256 of each of its files by path."""

    name: str
    version: str
    files: dict[str, str]


def files_of(folder: Traversable, error: type[ContentError] = ContentError) -> dict[str, bytes]:
    """Return the files below a folder by path, in order; names with a dot in front are left out.

    Raises:
        ContentError: of the class ``error``: there is none, or more than may be packed.
    """
    found: dict[str, bytes] = {}
    left = MAX_BYTES
    for path, file in _walk(folder, "", _MAX_FOLDERS):
        with file.open("rb") as stream:
            found[path] = stream.read(left + 1)
        left -= len(found[path])
        if left < 0 or len(found) > MAX_FILES:
            message = f"{folder}: more than {MAX_BYTES} bytes or {MAX_FILES} files"
            raise error(message)
        if _PATH.fullmatch(path) is None or path == MANIFEST:
            raise error(f"{folder}/{path}: a file of this name cannot be packed")
    if not found:
        raise error(f"{folder}: nothing to pack")
    return dict(sorted(found.items()))


def _walk(folder: Traversable, prefix: str, levels: int) -> Iterator[tuple[str, Traversable]]:
    for item in folder.iterdir():
        if item.name.startswith((".", "__")):
            continue
        if item.is_dir() and levels:
            yield from _walk(item, f"{prefix}{item.name}/", levels - 1)
        else:
            yield f"{prefix}{item.name}", item


def packed(name: str, version: str, files: Mapping[str, bytes]) -> bytes:
    """Return files as a zip that begins with its manifest; equal files make equal bytes."""
    sums = {path: _sum(files[path]) for path in sorted(files)}
    manifest = Manifest(name=name, version=version, files=sums)
    text = msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path, content in ((MANIFEST, text), *((path, files[path]) for path in sums)):
            info = zipfile.ZipInfo(path, _EPOCH)
            info.create_system = 3
            info.external_attr = 0o644 << 16
            archive.writestr(info, content, zipfile.ZIP_STORED)
    return buffer.getvalue()


def opened(stream: BinaryIO, name: str, error: type[ContentError] = ContentError) -> zipfile.Path:
    """Return a packed folder, in memory, with every file as its manifest has it.

    ``name`` is what messages call it.

    Raises:
        ContentError: of the class ``error``: no zip, too large, or not what its manifest says.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise error(f"{name}: larger than {MAX_BYTES} bytes")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        archive.filename = name
        problem = next(_problems(archive), None)
    except _UNREADABLE as wrong:
        raise error(f"{name}: not a pack: {wrong}") from wrong
    if problem is not None:
        raise error(f"{name}: {problem}")
    return zipfile.Path(archive)


def manifest_of(archive: zipfile.ZipFile) -> Manifest:
    """Return the manifest of an archive.

    Raises:
        msgspec.DecodeError: It is none.
    """
    return msgspec.json.decode(archive.read(MANIFEST), type=Manifest)


def _problems(archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield what is wrong; sizes come before anything is read."""
    listed = archive.infolist()
    names = [one.filename for one in listed]
    if len(listed) > MAX_FILES or sum(one.file_size for one in listed) > MAX_BYTES:
        yield f"it would unpack to more than {MAX_BYTES} bytes or {MAX_FILES} files"
    if len({*names}) != len(names):
        yield "a file stands in it twice"
    if any(one.compress_type not in _METHODS for one in listed):
        yield "a file in it is compressed in a way that is not read"
    strange = [name for name in names if _PATH.fullmatch(name) is None]
    if strange:
        yield f"{strange[0]!r} is no path of a pack"
    if MANIFEST not in names:
        yield f"there is no {MANIFEST}"
    sums = manifest_of(archive).files
    if {*sums} != {*names} - {MANIFEST}:
        odd = min({*sums} ^ ({*names} - {MANIFEST}))
        yield f"{odd} stands in the manifest or in the pack, not in both"
    yield from (
        f"{path} is not the file that was packed"
        for path, wanted in sorted(sums.items())
        if _sum(archive.read(path)) != wanted
    )


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
