"""What a check has at hand: the rule, where its parts stand, and everything it may name."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from screener.content.diagnostics import Diagnostics
from screener.content.nodes import ListNode, MapNode, Mark, Node
from screener.model.listing import Entry, Kind
from screener.rules.conditions import walk
from screener.rules.known import Known
from screener.rules.schema import (
    All,
    AnyOf,
    AtLeast,
    Condition,
    Finds,
    NamedCondition,
    Rule,
    Test,
    Use,
)


class World(NamedTuple):
    """The names in force, the conditions of the pack, and where problems are kept."""

    known: Known
    named: Mapping[str, NamedCondition]
    diagnostics: Diagnostics


class Written(NamedTuple):
    """A rule with the mapping it was read from; ``readable`` says whether its `when` was."""

    rule: Rule
    node: MapNode
    readable: bool = True

    def place(self, *path: str | int) -> Mark:
        """Return where a part stands, or the nearest part around it that is there."""
        return place_of(self.node, *path)

    def key(self, name: str) -> Mark:
        """Return where a key of the rule itself stands."""
        key = self.node.key(name)
        return key.mark if key is not None else self.node.mark


def place_of(node: Node, *path: str | int) -> Mark:
    """Return where the part of ``node`` under ``path`` stands, or the last part found."""
    for step in path:
        inner = _inner(node, step)
        if inner is None:
            break
        node = inner
    return node.mark


def key_of(node: Node, *path: str | int) -> Mark:
    """Return where the last key of a path is written, or the last part found."""
    *above, last = path
    for step in above:
        node = _inner(node, step) or node
    key = node.key(last) if isinstance(node, MapNode) and isinstance(last, str) else None
    return (key or node).mark


def _inner(node: Node, step: str | int) -> Node | None:
    if isinstance(node, MapNode) and isinstance(step, str):
        return node.get(step)
    if isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
        return node.items[step]
    return None


def leaves_of(
    condition: Condition, named: Mapping[str, NamedCondition], seen: frozenset[str] = frozenset()
) -> Iterator[Condition]:
    """Yield the leaves of a condition in the order written, those of named conditions too."""
    for part in walk(condition):
        if isinstance(part, Use):
            if part.condition in named and part.condition not in seen:
                inner = named[part.condition].condition
                yield from leaves_of(inner, named, seen | {part.condition})
        elif not isinstance(part, All | AnyOf | AtLeast):
            yield part


def entries_found(
    condition: Condition, world: World, *, whole_lists: bool = True
) -> tuple[Entry, ...]:
    """Return every entry that a condition can bring in, each once, in the order written.

    Without ``whole_lists`` only those that it names by id, and the places inside those it names.
    """
    found: dict[str, Entry] = {}
    for leaf in leaves_of(condition, world.named):
        if isinstance(leaf, Finds):
            found.update({name: world.known.entries[name] for name in leaf.any_of})
            found.update({entry.id: entry for entry in places_inside(leaf.within, world.known)})
            lists = leaf.lists if whole_lists else ()
            found.update({entry.id: entry for name in lists for entry in world.known.named(name)})
        elif isinstance(leaf, Test) and leaf.test == "on_list":
            names = [one for one in leaf.values if whole_lists or one in world.known.entries]
            found.update({entry.id: entry for name in names for entry in world.known.named(name)})
        elif isinstance(leaf, Test) and leaf.test in {"within", "near"}:
            found.update({entry.id: entry for entry in places_inside(leaf.values, world.known)})
    return tuple(found.values())


def places_inside(places: tuple[str, ...], known: Known) -> tuple[Entry, ...]:
    """Return the places named and every place inside one of them, in the order of the lists."""
    return tuple(
        entry
        for entry in known.entries.values()
        if entry.kind is Kind.PLACE and any(name in places for name in _enclosing(entry, known))
    )


def _enclosing(entry: Entry, known: Known) -> Iterator[str]:
    """Yield a place and the places around it, from the inside out."""
    above: Entry | None = entry
    seen: set[str] = set()
    while above is not None and above.id not in seen:
        seen.add(above.id)
        yield above.id
        above = known.entries.get(above.within) if above.within is not None else None
