"""Where imported editions lie: a folder a list, a folder an edition, and what was tried."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import msgspec

from screener.errors import InputError

_LIST_ID = re.compile(r"[a-z][a-z0-9-]{1,39}")
_ATTEMPTS = "attempts.jsonl"
_READ_ONLY = 0o444


class Attempt(msgspec.Struct, frozen=True, kw_only=True):
    """One import of a list: when, from which file, and why it was refused if it was.

    ``at`` is the time in UTC as ISO text, ``edition`` the one made of the file; if it was refused,
    the one that stayed in use, None if there was none.
    """

    at: str
    file: str
    sha256: str
    edition: str | None
    reason: str | None = None


class EditionStore:
    """The editions below one folder; nothing in it is ever overwritten."""

    def __init__(self, home: Path) -> None:
        """Use the folder ``editions`` of a data directory, which need not exist."""
        self._root = home / "editions"

    def lists(self) -> tuple[str, ...]:
        """Return the ids of the lists that were ever offered, sorted."""
        if not self._root.is_dir():
            return ()
        return tuple(sorted(one.name for one in self._root.iterdir() if one.is_dir()))

    def editions(self, list_id: str) -> tuple[str, ...]:
        """Return the editions of a list, oldest first: by date, then as they were accepted."""
        folder = self._folder(list_id)
        if not folder.is_dir():
            return ()
        kept = {one.name for one in folder.iterdir() if one.is_dir() and one.name[:1] != "."}
        order = [one.edition for one in self.attempts(list_id) if one.reason is None]
        return tuple(sorted(kept, key=lambda name: (name[:10], _last(order, name), name)))

    def path(self, list_id: str, edition: str) -> Path:
        """Return the folder of an edition, which may be named by its beginning, such as its day.

        Raises:
            InputError: The list has no such edition, or several.

        """
        known = self.editions(list_id)
        named = [one for one in known if one == edition or one.startswith(edition)]
        if len(named) != 1:
            among = ", ".join(named or known) or "none"
            number = "several editions" if named else "no edition"
            message = f"the list {list_id!r} has {number} {edition!r}; it has: {among}"
            raise InputError(message)
        return self._folder(list_id) / named[0]

    def current(self) -> dict[str, Path]:
        """Return the folder of the newest edition of every list that has one, by id."""
        newest = {list_id: self.editions(list_id)[-1:] for list_id in self.lists()}
        return {list_id: self._folder(list_id) / one[0] for list_id, one in newest.items() if one}

    def attempts(self, list_id: str) -> tuple[Attempt, ...]:
        """Return what was tried for a list, oldest first."""
        log = self._folder(list_id) / _ATTEMPTS
        if not log.is_file():
            return ()
        lines = log.read_bytes().splitlines()
        return tuple(msgspec.json.decode(line, type=Attempt) for line in lines if line)

    def stale(self) -> dict[str, str]:
        """Return the lists of which a file was refused and none accepted as the newest since.

        Each has the reason for which the last file was refused. An older edition says nothing of
        what the publisher says today, so that its acceptance leaves the list stale.
        """
        refused = {list_id: self._refused(list_id) for list_id in self.lists()}
        return {list_id: reason for list_id, reason in refused.items() if reason is not None}

    def _refused(self, list_id: str) -> str | None:
        newest = next(reversed(self.editions(list_id)), None)
        reason = None
        for tried in self.attempts(list_id):
            if tried.reason is not None:
                reason = tried.reason
            elif tried.edition == newest:
                reason = None
        return reason

    def prepare(self, list_id: str, contents: Iterable[tuple[str, str]]) -> Path:
        """Write the files of an edition that is not yet accepted, and return their folder.

        Raises:
            InputError: The id is no id of a list.

        """
        folder = self._folder(list_id)
        folder.mkdir(parents=True, exist_ok=True)
        prepared = Path(tempfile.mkdtemp(prefix=".new-", dir=folder))
        for name, text in contents:
            path = prepared / name
            with path.open("wb") as file:
                file.write(text.encode())
                file.flush()
                os.fsync(file.fileno())
            path.chmod(_READ_ONLY)
        return prepared

    def accept(self, list_id: str, prepared: Path, attempt: Attempt) -> Path:
        """Make a prepared edition one of the list's; one that is there already stays as it is."""
        assert attempt.edition is not None
        folder = self._folder(list_id) / attempt.edition
        if folder.is_dir():
            shutil.rmtree(prepared)
        else:
            prepared.rename(folder)
        self.note(list_id, attempt)
        return folder

    def note(self, list_id: str, attempt: Attempt) -> None:
        """Add an attempt to what was tried for a list."""
        folder = self._folder(list_id)
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / _ATTEMPTS).open("ab") as log:
            log.write(msgspec.json.encode(attempt) + b"\n")
            log.flush()
            os.fsync(log.fileno())

    def _folder(self, list_id: str) -> Path:
        if _LIST_ID.fullmatch(list_id) is None:
            message = f"{list_id!r} is no id of a list; use small letters, digits and hyphens"
            raise InputError(message)
        return self._root / list_id


def _last(names: list[str | None], name: str) -> int:
    """Return the last place of a name, -1 if it is not there."""
    return max((at for at, one in enumerate(names) if one == name), default=-1)
