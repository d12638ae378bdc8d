"""What became of a screening: two answers for one record, and why they differ."""

from collections.abc import Iterator

import msgspec

from screener.model.screening import Reason, Screening


class ReasonChange(msgspec.Struct, frozen=True, kw_only=True):
    """A reason that only one of two screenings gives, or that both give otherwise."""

    rule: str
    change: str
    because: str


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """What differs between two screenings of one record, ``before`` and ``after``.

    ``changed`` are the parts of the snapshot that differ: engine, rules, lists, policy, as_of.
    Entries are those that only one of the two hits.
    """

    tier_before: str
    tier_after: str
    points_before: int
    points_after: int
    changed: tuple[str, ...]
    reasons: tuple[ReasonChange, ...]
    entries_gone: tuple[str, ...]
    entries_new: tuple[str, ...]


def difference(before: Screening, after: Screening) -> Difference:
    """Return what differs, reasons in the order of their rules."""
    were, are = _entries(before), _entries(after)
    return Difference(
        tier_before=before.tier,
        tier_after=after.tier,
        points_before=before.points,
        points_after=after.points,
        changed=_changed(before, after),
        reasons=tuple(_reasons(before, after)),
        entries_gone=tuple(sorted(were - are)),
        entries_new=tuple(sorted(are - were)),
    )


def _changed(before: Screening, after: Screening) -> tuple[str, ...]:
    names = before.snapshot.__struct_fields__
    return tuple(
        name for name in names if getattr(before.snapshot, name) != getattr(after.snapshot, name)
    )


def _entries(screening: Screening) -> set[str]:
    return {hit.entry for hit in screening.hits}


def _reasons(before: Screening, after: Screening) -> Iterator[ReasonChange]:
    were = {reason.rule: reason for reason in before.reasons}
    are = {reason.rule: reason for reason in after.reasons}
    for rule in sorted({*were, *are}):
        old, new = were.get(rule), are.get(rule)
        if old is None and new is not None:
            because = _cause(new, after, before)
            yield ReasonChange(rule=rule, change="new", because=because)
        elif new is None and old is not None:
            because = _cause(old, before, after)
            yield ReasonChange(rule=rule, change="gone", because=because)
        elif old is not None and new is not None and old != new:
            yield ReasonChange(rule=rule, change="changed", because=_altered(old, new))


def _cause(reason: Reason, here: Screening, there: Screening) -> str:
    """Return why a reason stands in one screening and not in the other."""
    entry_of = {hit.id: hit.entry for hit in here.hits}
    only = sorted({entry_of[hit] for hit in reason.hits if hit in entry_of} - _entries(there))
    if only:
        return f"only one of the two has a hit on {', '.join(only)}"
    parts = [name for name in _changed(here, there) if name != "engine"]
    if not parts:
        return "the engine differs"
    return f"of what decides, {', '.join(parts)} changed"


def _altered(old: Reason, new: Reason) -> str:
    names = [name for name in old.__struct_fields__ if getattr(old, name) != getattr(new, name)]
    told = f"differs in {', '.join(names)}"
    return f"version {old.version} became {new.version}; {told}" if "version" in names else told
