"""The YAML files of a folder in a stated order, and one hash over named contents."""

import hashlib
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from importlib.resources.abc import Traversable

from screener.content.diagnostics import diagnostics_of
from screener.errors import ContentError

MAX_BYTES = 2_000_000
_MAX_FOLDERS = 8
_MEANT = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
"""Endings, in any case, of files whose author took them for content; editors add the last two."""


def yaml_files(
    folder: Traversable, *patterns: str, error: type[ContentError] = ContentError
) -> tuple[tuple[str, str], ...]:
    """Return (path below ``folder``, text) of its YAML files, sorted by path.

    ``patterns`` choose by path: ``*.yaml`` is the top level only, ``conditions/*.yaml`` one
    folder, ``**/*.yaml`` (the default) all. Names that begin with a dot are left out.

    Raises:
        ContentError: of the class ``error``: no such folder; a file of more than 2 MB, not in
            UTF-8, or ending in ``.yml``, ``.YAML`` or ``.yaml.txt``, which would otherwise be
            left out in silence. All such files are named.
    """
    if not folder.is_dir():
        raise error(f"no such folder: {folder}")
    wanted = patterns or ("**/*.yaml",)
    texts: list[tuple[str, str]] = []
    problems: list[ContentError] = []
    for path, file in _walk(folder, "", error, _MAX_FOLDERS):
        full = f"{shown(folder)}/{path}"
        try:
            if not path.endswith(".yaml"):
                raise error("content files end in .yaml; rename it", path=full, line=1)
            if any(_matches(path.split("/"), pattern.split("/")) for pattern in wanted):
                texts.append((path, _text(file, full, error)))
        except ContentError as problem:
            problems.append(problem)
    if len(problems) == 1:
        raise problems[0]
    if problems:
        found = tuple(one for problem in problems for one in diagnostics_of(problem))
        raise error("\n".join(map(str, problems)), found=found)
    return tuple(sorted(texts))


def text_file(
    folder: Traversable, name: str, *, error: type[ContentError] = ContentError
) -> str | None:
    """Return the text of one file of a folder, or None if it is not there.

    Raises:
        ContentError: of the class ``error``: more than 2 MB, or not in UTF-8.
    """
    file = folder / name
    return _text(file, f"{shown(folder)}/{name}", error) if file.is_file() else None


def shown(folder: Traversable) -> str:
    """Return what messages call a folder; one inside a file has no slash at its end either."""
    return str(folder).rstrip("/") or "/"


def digest(parts: Iterable[tuple[str, bytes]]) -> str:
    """Return the SHA-256 over names and contents; their order does not matter.

    >>> digest([("a", b"1"), ("b", b"2")]) == digest([("b", b"2"), ("a", b"1")])
    True
    >>> digest([("a", b"1")]) == digest([("a1", b"")])
    False
    """
    total = hashlib.sha256()
    for name, content in sorted(parts):
        encoded = name.encode()
        total.update(f"{len(encoded)}:{len(content)}:".encode())
        total.update(encoded + content)
    return total.hexdigest()


def _walk(
    folder: Traversable, prefix: str, error: type[ContentError], levels: int
) -> Iterator[tuple[str, Traversable]]:
    if levels == 0:
        raise error(f"more than {_MAX_FOLDERS} folders deep", path=shown(folder), line=1)
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.name.startswith("."):
            continue
        if item.is_dir():
            yield from _walk(item, f"{prefix}{item.name}/", error, levels - 1)
        elif item.name.lower().endswith(_MEANT):
            yield f"{prefix}{item.name}", item


def _text(file: Traversable, path: str, error: type[ContentError]) -> str:
    try:
        with file.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as problem:
        raise error(f"cannot be read: {problem.strerror}", path=path, line=1) from problem
    if len(content) > MAX_BYTES:
        raise error(f"larger than {MAX_BYTES:,} bytes; split the file", path=path, line=1)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        place = content[: problem.start].count(b"\n") + 1
        raise error("not in UTF-8; save the file as UTF-8", path=path, line=place) from problem


def _matches(names: list[str], pattern: list[str]) -> bool:
    if not pattern:
        return not names
    if pattern[0] == "**":
        return any(_matches(names[start:], pattern[1:]) for start in range(len(names)))
    return bool(names) and fnmatchcase(names[0], pattern[0]) and _matches(names[1:], pattern[1:])
