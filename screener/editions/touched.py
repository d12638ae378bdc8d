"""Screened records whose hits rest on entries that a newer edition dropped or changed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, NamedTuple

import msgspec

from screener.editions.store import EditionStore
from screener.errors import InputError
from screener.lists.difference import Difference, difference
from screener.lists.edition import read_edition


class Touched(NamedTuple):
    """A record of a run, the tier it had, the entry it hit, and what became of that entry."""

    line_id: str
    tier: str
    entry: str
    change: Literal["removed", "changed"]


class _Hit(msgspec.Struct, frozen=True):
    entry: str


class _Screened(msgspec.Struct, frozen=True):
    """What is read of a screening."""

    line_id: str
    tier: str
    hits: tuple[_Hit, ...]


def touched(lines: Iterable[bytes], changes: Difference) -> Iterator[Touched]:
    """Yield what a change of editions touches in screenings, one JSON object a line, in their order.

    Raises:
        InputError: A line is no screening; its number is named.

    """
    removed = {entry.id for entry in changes.removed}
    changed = {one.after.id for one in changes.changed}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            screened = msgspec.json.decode(line, type=_Screened)
        except msgspec.MsgspecError as error:
            message = f"line {number} is no screening ({error}); name the screenings.jsonl of a run"
            raise InputError(message) from error
        for entry in dict.fromkeys(hit.entry for hit in screened.hits):
            if entry in removed:
                yield Touched(screened.line_id, screened.tier, entry, "removed")
            elif entry in changed:
                yield Touched(screened.line_id, screened.tier, entry, "changed")


def moved_entries(
    store: EditionStore, before: Mapping[str, str], after: Mapping[str, str]
) -> frozenset[str]:
    """Return the entries of imported lists that later editions dropped or changed.

    ``before`` and ``after`` are editions by list. A list of which one is not kept, as of those that are
    shipped, has none.

    Raises:
        ListError: An edition is not as it was sealed.

    """
    moved: set[str] = set()
    for list_id in store.lists():
        pair = before.get(list_id), after.get(list_id)
        if pair[0] == pair[1] or not {*pair} <= {*store.editions(list_id)}:
            continue
        old, new = (read_edition(store.path(list_id, str(one)), list_id) for one in pair)
        changes = difference(old, new)
        moved |= {entry.id for entry in changes.removed}
        moved |= {one.after.id for one in changes.changed}
    return frozenset(moved)
