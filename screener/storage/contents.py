"""Content as it was used: packs, editions and the register, kept for as long as a screening names it.

Each folder is kept once however often it is used, so that a new edition of one list adds that
list alone.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable

import msgspec
from sqlalchemy import Engine, select

from screener.content.files import digest
from screener.errors import DataNotFoundError, NotStoredError
from screener.factory import Folders
from screener.storage.chain import writing
from screener.storage.tables import CONTENT, PART

_ACTOR = "service"
# Archives of the same files are to be the same bytes, so no file keeps a time of its own.
_EPOCH = (1980, 1, 1, 0, 0, 0)


class Contents:
    """The folders that screenings were made with."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine."""
        self._engine = engine

    def keep(self, folders: Folders) -> str:
        """Return the id under which folders are kept; what is there already is not added again."""
        files = {name: tuple(_files(folder)) for name, folder in _parts(folders)}
        ids = {name: digest(found) for name, found in files.items()}
        text = msgspec.json.encode(ids, order="sorted").decode()
        id_ = digest([("parts", text.encode())])
        with writing(self._engine) as ledger:
            known = {
                *ledger.connection.execute(select(PART.c.id).where(PART.c.id.in_(ids.values())))
                .scalars()
                .all()
            }
            new = {part: name for name, part in ids.items() if part not in known}
            rows: list[dict[str, object]] = [
                {
                    "id": part,
                    "created_at": ledger.at,
                    "name": name,
                    "archive": _archive(files[name]),
                }
                for part, name in new.items()
            ]
            ledger.keep("content.part", _ACTOR, rows)
            there = select(CONTENT.c.id).where(CONTENT.c.id == id_)
            if ledger.connection.execute(there).first() is None:
                row: dict[str, object] = {"id": id_, "created_at": ledger.at, "parts": text}
                ledger.keep("content.kept", _ACTOR, [row])
        return id_

    def folders(self, id_: str) -> Folders:
        """Return folders as they were kept, in memory.

        Raises:
            NotStoredError: Nothing is kept under this id.
            DataNotFoundError: A part is gone, or is not what was kept.

        """
        with self._engine.connect() as connection:
            text = connection.execute(select(CONTENT.c.parts).where(CONTENT.c.id == id_)).scalar()
            if text is None:
                message = f"no content is kept under {id_}"
                raise NotStoredError(message)
            ids = msgspec.json.decode(text, type=dict[str, str])
            query = select(PART.c.id, PART.c.archive).where(PART.c.id.in_(ids.values()))
            archives = {row.id: row.archive for row in connection.execute(query)}
        root = zipfile.Path(_joined(ids, archives))
        imported = root / "imported"
        beside = {one.name: one for one in imported.iterdir()} if imported.is_dir() else {}
        own = root / "own"
        return Folders(
            root / "rules", root / "lists", root / "seeds", beside, own if own.is_dir() else None
        )


def _parts(folders: Folders) -> Iterator[tuple[str, Traversable]]:
    yield "rules", folders.rules
    yield "seeds", folders.seeds
    if folders.own is not None:
        yield "own", folders.own
    for folder in sorted(folders.lists.iterdir(), key=lambda item: item.name):
        if folder.is_dir() and not folder.name.startswith("."):
            yield f"lists/{folder.name}", folder
    for name, folder in sorted(folders.imported.items()):
        yield f"imported/{name}", folder


def _files(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield every file below a folder with its path, in order of names; hidden ones left out."""
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.name.startswith((".", "__")):
            continue
        if item.is_dir():
            yield from _files(item, f"{prefix}{item.name}/")
        else:
            yield f"{prefix}{item.name}", item.read_bytes()


def _archive(files: tuple[tuple[str, bytes], ...]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files:
            archive.writestr(zipfile.ZipInfo(path, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _joined(ids: Mapping[str, str], archives: Mapping[str, bytes]) -> zipfile.ZipFile:
    """Return one archive with every part in a folder of its name."""
    joined = zipfile.ZipFile(io.BytesIO(), "a")
    joined.filename = "kept"  # what diagnostics call it
    for name, part in sorted(ids.items()):
        if part not in archives:
            message = f"the kept content {name} is gone from the database"
            raise DataNotFoundError(message)
        with zipfile.ZipFile(io.BytesIO(archives[part])) as archive:
            files = [(path, archive.read(path)) for path in archive.namelist()]
        if digest(files) != part:
            message = f"the kept content {name} was altered in the database"
            raise DataNotFoundError(message)
        for path, data in files:
            joined.writestr(f"{name}/{path}", data)
    return joined
