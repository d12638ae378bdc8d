"""Overlays: folders of draft rules beside the pack, each change of a file with its event.

They lie under ``overlays/`` in the data directory, one folder for each. Nothing there is in use.
A file is changed while the end of the chain is held, so that two who write wait for each other.
"""

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine

from screener.errors import ChangedError, ConflictError, InputError, NotStoredError
from screener.resources import OVERLAY
from screener.rules.pack_files import is_rule, rule_id
from screener.storage.chain import writing

FOLDER = "overlays"
OVERLAY_NAME = r"^[a-z0-9][a-z0-9-]{0,14}$"
RULE_ID = r"^[a-z0-9-]+(\.[a-z0-9-]+)+$"
# Name and id are together the subject of an event, which has room for 64 characters.
LONGEST_RULE_ID = 48
MOST_DRAFTS = 1_000
MOST_OVERLAYS = 100
_EXTENDS = re.compile(r"(?m)^extends:[ ]*(.+?)[ ]*$")


class Place(NamedTuple):
    """Where a draft is: the name of its overlay, and the id of its rule."""

    overlay: str
    rule: str

    def __str__(self) -> str:
        """Return it as events name it."""
        return f"{self.overlay}/{self.rule}"


class SavedDraft(NamedTuple):
    """A draft as it lies there; ``path`` is below the data directory, ``hash`` its SHA-256."""

    overlay: str
    rule: str
    path: str
    text: str
    hash: str
    saved_at: str


class Overlay(NamedTuple):
    """An overlay: the pack that it extends, and its drafts by id."""

    name: str
    extends: str
    drafts: tuple[SavedDraft, ...]


class Overlays:
    """The overlays under a data directory."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine of the chain of events."""
        self._engine = engine

    def all(self, home: Path) -> tuple[Overlay, ...]:
        """Return every overlay, in the order of their names."""
        return tuple(_overlay(folder, home) for folder in _folders(home))

    def get(self, home: Path, name: str) -> Overlay:
        """Return one overlay.

        Raises:
            NotStoredError: There is none of this name.

        """
        for folder in _folders(home):
            if folder.name == name:
                return _overlay(folder, home)
        message = f"no overlay {name}"
        raise NotStoredError(message)

    def draft(self, home: Path, place: Place) -> SavedDraft:
        """Return one draft.

        Raises:
            InputError: No overlay or rule can have that name.
            NotStoredError: There is none.

        """
        path = _path(home, place)
        if not path.is_file():
            message = f"no draft of {place.rule} in the overlay {place.overlay}"
            raise NotStoredError(message)
        return _draft(path, home)

    def save(
        self, home: Path, place: Place, text: str, *, seen: str | None, extends: str, actor: str
    ) -> SavedDraft:
        """Return a draft that now has this text; an overlay that is new gets its header.

        ``seen`` is the hash of the draft that the writer looked at, None if there was none.

        Raises:
            InputError: No overlay or rule can have that name.
            ChangedError: It is another by now, or is gone, or came up meanwhile.
            ConflictError: There are too many.

        """
        path = _path(home, place)
        with writing(self._engine) as ledger:
            before = _draft(path, home) if path.is_file() else None
            if before is not None and before.text == text:
                return before
            _check_seen(before, seen, place)
            if before is None:
                _make_room(home, place, extends)
                path.parent.mkdir(exist_ok=True)
            ledger.record("draft.saved", actor, str(place), _hash(text.encode()))
            part = path.with_suffix(".part")
            part.write_bytes(text.encode())
            part.replace(path)
        return _draft(path, home)

    def remove(self, home: Path, place: Place, *, seen: str, actor: str) -> SavedDraft:
        """Return a draft that is gone; an overlay goes with its last one.

        Raises:
            InputError: No overlay or rule can have that name.
            NotStoredError: There is none.
            ChangedError: It is another than the one that was looked at.

        """
        with writing(self._engine) as ledger:
            before = self.draft(home, place)
            _check_seen(before, seen, place)
            ledger.record("draft.removed", actor, str(place), before.hash)
            path = _path(home, place)
            path.unlink()
            _tidy(path.parent, home / FOLDER / place.overlay)
        return before


def _path(home: Path, place: Place) -> Path:
    """Return where a draft lies; only names that lead nowhere else are taken."""
    if re.fullmatch(OVERLAY_NAME, place.overlay) is None:
        message = f"an overlay has no such name: {OVERLAY_NAME}"
        raise InputError(message)
    if len(place.rule) > LONGEST_RULE_ID or re.fullmatch(RULE_ID, place.rule) is None:
        message = f"a draft has no such id: words with dots between, {LONGEST_RULE_ID} characters"
        raise InputError(message)
    relative = f"{place.rule.replace('.', '/')}.yaml"
    if not is_rule(relative):
        message = f"{relative} is no place for a rule; give it another prefix"
        raise InputError(message)
    return home / FOLDER / place.overlay / relative


def _folders(home: Path) -> Iterator[Path]:
    for folder in sorted((home / FOLDER).glob(f"*/{OVERLAY}")):
        if re.fullmatch(OVERLAY_NAME, folder.parent.name) is not None:
            yield folder.parent


def _rules(folder: Path) -> Iterator[Path]:
    """Yield the files of rules that can be drafts, in the order of their ids."""
    for path in sorted(folder.rglob("*/*.yaml"), key=lambda one: _rule(one, folder)):
        rule = _rule(path, folder)
        fits = len(rule) <= LONGEST_RULE_ID and re.fullmatch(RULE_ID, rule) is not None
        if fits and is_rule(path.relative_to(folder).as_posix()):
            yield path


def _rule(path: Path, folder: Path) -> str:
    return rule_id(path.relative_to(folder).as_posix())


def _overlay(folder: Path, home: Path) -> Overlay:
    header = (folder / OVERLAY).read_text(encoding="utf-8", errors="replace")
    extends = _EXTENDS.search(header)
    drafts = tuple(_draft(path, home) for path in _rules(folder))
    return Overlay(folder.name, extends[1] if extends is not None else "", drafts)


def _draft(path: Path, home: Path) -> SavedDraft:
    data = path.read_bytes()
    overlay, _, rest = path.relative_to(home / FOLDER).as_posix().partition("/")
    saved = datetime.fromtimestamp(path.stat().st_mtime, tz=UTC)
    return SavedDraft(
        overlay=overlay,
        rule=rule_id(rest),
        path=path.relative_to(home).as_posix(),
        # A person may have put a file there that is none of ours.
        text=data.decode("utf-8", errors="replace"),
        hash=_hash(data),
        saved_at=saved.isoformat(timespec="seconds").replace("+00:00", "Z"),
    )


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _check_seen(before: SavedDraft | None, seen: str | None, place: Place) -> None:
    if (before.hash if before is not None else None) == seen:
        return
    what = (
        "is gone" if before is None else "is there already" if seen is None else "is another by now"
    )
    message = f"the draft of {place.rule} {what}; look at it again"
    raise ChangedError(message)


def _make_room(home: Path, place: Place, extends: str) -> None:
    """Make the folder of an overlay with its header; refuse what would be too many."""
    folder = home / FOLDER / place.overlay
    if (folder / OVERLAY).is_file():
        if len(list(_rules(folder))) >= MOST_DRAFTS:
            message = f"an overlay may have {MOST_DRAFTS} drafts; remove some of {place.overlay}"
            raise ConflictError(message)
        return
    if len(list(_folders(home))) >= MOST_OVERLAYS:
        message = f"there may be {MOST_OVERLAYS} overlays; remove the drafts of one"
        raise ConflictError(message)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / OVERLAY).write_text(f"extends: {extends}\n", encoding="utf-8")


def _tidy(emptied: Path, overlay: Path) -> None:
    """Remove folders that a draft left empty, and an overlay that is its header alone."""
    while emptied != overlay and not any(emptied.iterdir()):
        emptied.rmdir()
        emptied = emptied.parent
    if [one.name for one in overlay.iterdir()] == [OVERLAY]:
        (overlay / OVERLAY).unlink()
        overlay.rmdir()
