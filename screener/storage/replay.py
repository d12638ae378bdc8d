"""Replay: a stored record screened again, with what was used then or with what is used now."""

from datetime import UTC, datetime
from typing import NamedTuple

from screener.errors import ConflictError, NotStoredError
from screener.evidence.canonical import read_screening, screening_json
from screener.evidence.difference import Difference, difference
from screener.factory import load_from
from screener.model.screening import Snapshot
from screener.pipeline import Screener
from screener.storage.contents import Contents
from screener.storage.screenings import Kept

_MOST_RESTORED = 2


class Replay(NamedTuple):
    """A record screened again: the bytes it gets, and how they differ from those stored.

    ``same`` says that the bytes are equal; then there is no difference. ``engine_then`` and
    ``engine_now`` tell when another version of the engine answered, whose bytes may differ.
    """

    same: bool
    screening: bytes
    difference: Difference | None
    engine_then: str
    engine_now: str


class Replayer:
    """Screens stored records again; keeps the content of a few snapshots at hand."""

    def __init__(self, screener: Screener, contents: Contents) -> None:
        """Keep what is used now, and where to find what was used then."""
        self._now = screener
        self._contents = contents
        self._restored: dict[str, Screener] = {}

    def replay(self, kept: Kept) -> Replay:
        """Return the record screened with the content and the day of its stored screening.

        Raises:
            ConflictError: The content that decided is not kept.

        """
        snapshot = read_screening(kept.screening).snapshot
        return _again(kept, self._then(kept, snapshot), snapshot.as_of)

    def latest(self, kept: Kept) -> Replay:
        """Return the record screened with what is used now, judged by today."""
        return _again(kept, self._now, datetime.now(tz=UTC).date().isoformat())

    def _then(self, kept: Kept, snapshot: Snapshot) -> Screener:
        if _content(self._now.snapshot()) == _content(snapshot):
            return self._now
        if kept.content is None:
            message = "the lists and rules of then were not kept with this screening"
            raise ConflictError(message)
        found = self._restored.get(kept.content)
        if found is None:
            try:
                found = load_from(self._contents.folders(kept.content))
            except NotStoredError as error:
                message = "the lists and rules of then are no longer kept"
                raise ConflictError(message) from error
            if len(self._restored) >= _MOST_RESTORED:
                self._restored.clear()
            self._restored[kept.content] = found
        return found


def _content(snapshot: Snapshot) -> tuple[str, str, str]:
    return snapshot.rules, snapshot.lists, snapshot.policy


def _again(kept: Kept, screener: Screener, as_of: str) -> Replay:
    before = read_screening(kept.screening)
    after = screener.screen(kept.read_record(), as_of=as_of)
    data = screening_json(after)
    same = data == kept.screening
    return Replay(
        same,
        data,
        None if same else difference(before, after),
        before.snapshot.engine,
        after.snapshot.engine,
    )
