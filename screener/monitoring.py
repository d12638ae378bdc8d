"""Monitoring: what was screened is screened again when a list or the pack is another."""

import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from screener.errors import InputError
from screener.evidence.canonical import read_screening
from screener.evidence.difference import difference
from screener.factory import Folders, folders_in_use, load_from
from screener.pipeline import Screener
from screener.settings import Settings
from screener.storage.changes import Due, Moved
from screener.storage.repository import Repository
from screener.storage.screenings import Kept

_AT_ONCE = 500


def rechecked(
    repository: Repository,
    settings: Settings,
    stop: threading.Event,
    load: Callable[[Folders], Screener] = load_from,
) -> int:
    """Screen again what was stored under other content; return how many tiers moved.

    ``load`` makes the screener, only when there is something to screen. Each part is kept whole with the place that was reached, so a stopped worker goes on there.
    The stored screenings stay as they are: a change stands beside them.
    """
    del settings  # the folders in use are read from the same environment
    folders = folders_in_use()
    content = repository.contents.keep(folders)
    screener: Screener | None = None
    count = 0
    while not stop.is_set():
        due = repository.changes.due(content, limit=_AT_ONCE)
        if not due.screenings:
            break
        if screener is None and any(_other(one, due, content) for one in due.screenings):
            screener = load(folders)
        moved = [] if screener is None else list(_moved(due, content, screener))
        repository.changes.keep(content, due.screenings[-1].number, moved)
        count += len(moved)
    return count


def _other(kept: Kept, due: Due, content: str) -> bool:
    """Say whether a screening was last judged with other content."""
    return kept.content != content or due.tiers[kept.id] != kept.tier


def _moved(due: Due, content: str, screener: Screener) -> Iterator[Moved]:
    today = datetime.now(tz=UTC).date().isoformat()
    for kept in due.screenings:
        if not _other(kept, due, content):
            continue
        try:
            now = screener.screen(kept.read_record(), as_of=today)
        except InputError:
            # The fields of another pack may leave nothing to screen.
            continue
        before = due.tiers[kept.id]
        if now.tier != before:
            found = difference(read_screening(kept.screening), now)
            yield Moved(kept, before, now.tier, found)
