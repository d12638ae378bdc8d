"""Guards: what must hold of a list before an edition of it is accepted."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from screener.lists.listed import Listed
from screener.lists.own_names import bare
from screener.lists.texts import UNREADABLE
from screener.lists.writing import Slight
from screener.model.listing import Edition

MAX_LOSS = 0.1
"""Share of entries or of names that may be gone since the last edition. Published lists lost at
most a few percent in a year; the failures known to users lost a third or all."""

LEAST_KEPT = 0.5
"""Share of the last edition's entries that must still be there: less is another list."""

MAX_UNREADABLE = 0.002
"""Share of names that may hold a character that cannot be read. One name in some four thousand
of the United Nations list does as published."""

_SHOWN = 5
_READ_AS_WINDOWS = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")


class Bounds(NamedTuple):
    """What is asked of a list: counts, the loss allowed since the last edition, canaries."""

    at_least: int
    at_most: int
    max_loss: float
    canaries: tuple[str, ...]


class Search(Protocol):
    """Finds names as a screening does."""

    def carried(self, names: Sequence[str]) -> list[bool]:
        """Say of each name whether it says enough to be looked for in running text."""

    def everyday(self, names: Sequence[str]) -> list[bool]:
        """Say of each name whether it is a few everyday words."""

    def found(self, edition: Edition, names: Sequence[str]) -> list[frozenset[str]]:
        """Return for each name the ids of the entries of an edition that it finds."""


def slight_names(search: Search, names: Sequence[str]) -> Slight:
    """Return which of the names say little."""
    carried, everyday = search.carried(names), search.everyday(names)
    return Slight(
        exact={name for name, said in zip(names, carried, strict=True) if not said},
        everyday={name for name, plain in zip(names, everyday, strict=True) if plain},
    )


def problems_of_file(
    listed: Sequence[Listed], bounds: Bounds, before: Edition | None
) -> Iterator[str]:
    """Yield what is wrong with the entries of a file, compared with the last edition."""
    if not bounds.at_least <= len(listed) <= bounds.at_most:
        yield (
            f"it holds {len(listed)} entries; between {bounds.at_least} and {bounds.at_most} must "
            "be there (--at-least, --at-most)"
        )
    names = [one.name for one in listed] + [name.text for one in listed for name in one.names]
    unreadable = [name for name in names if UNREADABLE in name or is_misread(name)]
    if len(unreadable) > len(names) * MAX_UNREADABLE:
        yield (
            f"{len(unreadable)} of {len(names)} names hold characters that cannot be read, such "
            f"as {_some(unreadable)}; name the encoding of the file (--encoding)"
        )
    if before is not None:
        counts = ((len(listed), len(before.entries), "entries"), (*_names(listed, before), "names"))
        yield from (
            f"it holds {now} {what}, the last edition {was}; at most {bounds.max_loss:.0%} may be "
            "gone (--max-loss)"
            for now, was, what in counts
            if was - now > was * bounds.max_loss
        )


def problems_of_edition(
    edition: Edition, bounds: Bounds, before: Edition | None, search: Search
) -> Iterator[str]:
    """Yield what is wrong with an edition as it would be searched."""
    known = {entry.id for entry in edition.entries}
    kept = [entry.id for entry in before.entries if entry.id in known] if before else []
    if before is not None and len(kept) < len(before.entries) * LEAST_KEPT:
        yield (
            f"{len(kept)} of the {len(before.entries)} entries of the last edition are in it; it "
            "seems to be another list (import it under another id)"
        )
    yield from _not_found(edition, bounds.canaries, search)


def _not_found(edition: Edition, canaries: Sequence[str], search: Search) -> Iterator[str]:
    """Yield the canaries that find no entry of their name, and how many names do not find their own entry.

    A name that is merely like a canary is no canary: its own entry may be what went.
    """
    pairs = [(entry.id, alias.text) for entry in edition.entries for alias in entry.aliases]
    found = search.found(edition, [*canaries, *(text for _, text in pairs)])
    named = {(key, _bare(text)) for key, text in pairs}
    for name, ids in zip(canaries, found, strict=False):
        if not any((key, _bare(name)) in named for key in ids):
            yield f'the canary "{name}" is not found (--canary)'
    own = zip(pairs, found[len(canaries) :], strict=True)
    lost = [text for (key, text), ids in own if key not in ids]
    if lost:
        yield f"{len(lost)} names do not find their own entry, such as {_some(lost)}"


def _bare(name: str) -> tuple[str, ...]:
    """Return the words of a name in any order, without its legal form, as publishers change those.

    >>> _bare("Ninestar Corporation") == _bare("NINESTAR CORP."), _bare("Zhuhai Ninestar Co., Ltd.")
    (True, ('ninestar', 'zhuhai'))
    """
    return tuple(sorted(bare(name)))


def is_misread(name: str) -> bool:
    """Say whether a name is UTF-8 that was read as Windows-1252.

    >>> is_misread("CompaÃ±ia Minera"), is_misread("Compañía Minera")
    (True, False)
    """
    return _READ_AS_WINDOWS.search(name.encode("cp1252", errors="replace")) is not None


def _names(listed: Sequence[Listed], before: Edition) -> tuple[int, int]:
    """Return how many names there are, and were."""
    now = sum(
        len({one.name, *(name.text for name in one.names)}) for one in listed if one.kind != "goods"
    )
    return now, sum(len(entry.aliases) for entry in before.entries)


def _some(names: Sequence[str]) -> str:
    more = ", ..." if len(names) > _SHOWN else ""
    return ", ".join(f'"{name}"' for name in names[:_SHOWN]) + more
