"""What became of each record since an earlier run, and the cause: record, list edition, rule."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from screener.batch.tables import Before

CHANGES = "changes.csv"
CHANGE_COLUMNS = (
    "line_id", "change", "cause", "tier_before", "tier", "rules_new", "rules_gone", "entries_new",
    "entries_gone",
)  # fmt: skip
MARKS = ("change", "change_cause")
KINDS = ("new", "raised", "lowered", "changed", "gone")
UNCHANGED = ("", "")
NEW_CAUSE = "record: it was not in the earlier run"
GONE_CAUSE = "record: it is not in this run"


class Since(NamedTuple):
    """What else differs between two runs than their records, each said in words.

    ``entries`` are those that a later edition of their list dropped or changed, as far as both are kept.
    """

    lists: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    entries: frozenset[str] = frozenset()


class After(NamedTuple):
    """What a record is now."""

    tier: str
    reasons: str
    entries: str


def since(
    before: Mapping[str, Any], after: Mapping[str, Any], entries: frozenset[str] = frozenset()
) -> Since:
    """Return what differs between two summaries besides their records.

    ``entries`` are those that differ between the editions of the two.
    """
    old, new = before["snapshot"], after["snapshot"]
    rules = [name for name in ("rules", "policy") if old.get(name) != new[name]]
    others = [
        f"{words} {old.get(name)} became {new[name]}"
        for name, words in (("as_of", "day:"), ("engine", "engine:"))
        if old.get(name) != new[name]
    ]
    were, are = editions_of(before), editions_of(after)
    lists = [
        f"{name} {were.get(name, 'absent')} became {are.get(name, 'absent')}"
        for name in sorted({*were, *are})
        if were.get(name) != are.get(name)
    ]
    if not lists and old.get("lists") != new["lists"]:
        lists = ["entries changed under the same edition"]
    return Since(tuple(lists), tuple(rules), tuple(others), entries)


def mark(before: Before | None, after: After, differs: Since) -> tuple[str, str]:
    """Return what became of a record and why.

    Two empty texts if its tier is what it was, and the entries of lists that it rests on are, too.
    """
    if before is None:
        return "new", NEW_CAUSE
    if before.tier == after.tier:
        lists = before.same and before.entries != after.entries
        cause = _list_cause(before, differs, moved=lists)
        return ("changed", cause) if cause else UNCHANGED
    change = "raised" if after.tier > before.tier else "lowered"
    return change, "; ".join(_causes(before, after, differs))


def row(
    line_id: str, marks: tuple[str, str], before: Before | None, after: After | None
) -> list[str]:
    """Return the row of changes.csv."""
    were = before or Before("", "", "", same=False)
    are = after or After("", "", "")
    rules_new, rules_gone = _moved(were.reasons, are.reasons)
    entries_new, entries_gone = _moved(were.entries, are.entries)
    return [
        line_id, *marks, were.tier, are.tier, rules_new, rules_gone, entries_new, entries_gone,
    ]  # fmt: skip


def _causes(before: Before, after: After, differs: Since) -> Iterator[str]:
    told = False
    if not before.same:
        told = True
        yield "record: its fields changed"
    if cause := _list_cause(before, differs, moved=before.entries != after.entries):
        told = True
        yield cause
    if differs.rules and before.reasons != after.reasons:
        told = True
        new, gone = _moved(before.reasons, after.reasons)
        moved = [f"{word} {names}" for word, names in (("new", new), ("gone", gone)) if names]
        yield f"rule: {', '.join(moved)}"
    if not told:
        rest = [f"{name} changed" for name in differs.rules]
        rest += [f"list edition: {name}" for name in differs.lists]
        yield from (*differs.others, *rest)


def _list_cause(before: Before, differs: Since, *, moved: bool) -> str:
    """Return which editions moved a record between entries, or changed those it rested on."""
    changed = sorted(_names(before.entries) & differs.entries) if differs.entries else []
    if not differs.lists or not (moved or changed):
        return ""
    told = f"list edition: {', '.join(differs.lists)}"
    return f"{told} (changed or gone: {', '.join(changed)})" if changed else told


def _moved(before: str, after: str) -> tuple[str, str]:
    were, are = _names(before), _names(after)
    return "; ".join(sorted(are - were)), "; ".join(sorted(were - are))


def _names(text: str) -> set[str]:
    return {name for name in text.split("; ") if name}


def editions_of(summary: Mapping[str, Any]) -> dict[str, str]:
    """Return the edition of each list that a run looked at, by list."""
    return {one["id"]: one["edition"] for one in summary["scope"]["lists"]}
