"""Monitoring: what was screened is screened again when a list or the pack is another."""

import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from screener.errors import InputError
from screener.evidence.canonical import read_screening
from screener.evidence.difference import difference
from screener.factory import Folders, folders_in_use, load_from
from screener.model.decision import GATE_FLOORS, PENDING, SUPPRESSED
from screener.model.screening import Screening
from screener.pipeline import Screener
from screener.settings import Settings
from screener.storage.changes import Due, Moved
from screener.storage.reopenings import Now, Returning
from screener.storage.repository import Repository
from screener.storage.screenings import Kept
from screener.storage.touching import touched

_AT_ONCE = 500
_ACTOR = "worker"
_DECIDED = ("cleared", PENDING)


def rechecked(
    repository: Repository,
    settings: Settings,
    stop: threading.Event,
    load: Callable[[Folders], Screener] = load_from,
) -> int:
    """Screen again what was stored under other content; return how many tiers moved.

    ``load`` makes the screener, only when there is something to screen. Each part is kept whole
    with the place that was reached, so a stopped worker goes on there. The stored screenings stay
    as they are: a change stands beside them. Lines whose suppressions no longer hold, and decided
    ones that rose or have a gate that nobody has seen, wait again.
    """
    del settings  # the folders in use are read from the same environment
    repository.reopenings.open_uncovered(Now(_today()), actor=_ACTOR)
    folders = folders_in_use()
    content = repository.contents.keep(folders)
    screener: Screener | None = None
    count = 0
    while not stop.is_set():
        due = repository.changes.due(content, limit=_AT_ONCE)
        if not due.screenings:
            break
        if screener is None and any(_looked_at(one, due, content) for one in due.screenings):
            screener = load(folders)
        found = [] if screener is None else list(_again(due, content, screener))
        moved = [one for one in (_moved(*pair, due) for pair in found) if one is not None]
        returning = list(_returning(found, repository))
        repository.changes.keep(content, due.screenings[-1].number, moved, returning)
        count += len(moved)
    if screener is not None:
        now = Now(_today(), screener.entries)
        repository.reopenings.open_uncovered(now, actor=_ACTOR)
    return count


def _today() -> str:
    return datetime.now(tz=UTC).date().isoformat()


def _looked_at(kept: Kept, due: Due, content: str) -> bool:
    """Say whether a screening was last judged with other content, or is suppressed."""
    other = kept.content != content or due.tiers[kept.id] != kept.tier
    return other or kept.state == SUPPRESSED


def _again(due: Due, content: str, screener: Screener) -> Iterator[tuple[Kept, Screening]]:
    """Yield the screenings that are due, each with what its record gets by now."""
    today = _today()
    for kept in due.screenings:
        if not _looked_at(kept, due, content):
            continue
        try:
            now = screener.screen(kept.read_record(), as_of=today)
        except InputError:
            # The fields of another pack may leave nothing to screen.
            continue
        yield kept, now


def _moved(kept: Kept, now: Screening, due: Due) -> Moved | None:
    before = due.tiers[kept.id]
    if now.tier == before:
        return None
    return Moved(kept, before, now.tier, difference(read_screening(kept.screening), now))


def _returning(
    found: Sequence[tuple[Kept, Screening]], repository: Repository
) -> Iterator[Returning]:
    """Yield lines with a reason that neither a decision nor a suppression knew of."""
    for kept, now in found:
        new: set[str] = set()
        if kept.state in _DECIDED:
            new = _gates(now) - _gates(read_screening(kept.screening))
            new = new and new - repository.changes.known_when_decided(kept.id)
        elif kept.state == SUPPRESSED:
            new = _uncovered(kept, now, repository)
        if new:
            yield Returning(kept.id, "reason_added", ", ".join(sorted(new)))


def _gates(screening: Screening) -> set[str]:
    """Return the rules that give a screening a gate, and the entries that they rest on."""
    entry_of = {hit.id: hit.entry for hit in screening.hits}
    gates = [one for one in screening.reasons if one.floor in GATE_FLOORS]
    return {one.rule for one in gates} | {entry_of[hit] for one in gates for hit in one.hits}


def _uncovered(kept: Kept, now: Screening, repository: Repository) -> set[str]:
    """Return the rules that no suppression covers; whether entries changed is looked at elsewhere."""
    state = kept.supplier_version or ""
    known = repository.suppressions.for_versions([state]).get(state, ())
    versions = {one.suppression.entry: one.suppression.entry_version for one in known}
    return {one.rule for one in touched(now, known, versions, today=_today()).uncovered}
