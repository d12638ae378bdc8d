"""What changed between two editions of a list, entry by entry."""

from typing import NamedTuple

from screener.model.listing import Edition, Entry


class Changed(NamedTuple):
    """An entry that is in both editions, and the attributes in which it differs, in their order."""

    before: Entry
    after: Entry
    attributes: tuple[str, ...]


class Difference(NamedTuple):
    """Entries that came, went and changed, each in the order of its edition."""

    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    changed: tuple[Changed, ...]


def difference(before: Edition, after: Edition) -> Difference:
    """Return what changed from one edition of a list to another; entries are the same by their id."""
    old = {entry.id: entry for entry in before.entries}
    new = {entry.id: entry for entry in after.entries}
    return Difference(
        added=tuple(entry for entry in after.entries if entry.id not in old),
        removed=tuple(entry for entry in before.entries if entry.id not in new),
        changed=tuple(
            Changed(old[entry.id], entry, attributes)
            for entry in after.entries
            if entry.id in old and (attributes := _differing(old[entry.id], entry))
        ),
    )


def _differing(before: Entry, after: Entry) -> tuple[str, ...]:
    return tuple(
        name for name in Entry.__struct_fields__ if getattr(before, name) != getattr(after, name)
    )
