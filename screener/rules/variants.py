"""Variants of a condition: each differs from it by one change that a test should notice."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from screener.rules.compile import Compiler
from screener.rules.conditions import Count, Every, Node, One, Opposite, Some, parts_of
from screener.rules.leaf_edits import edits
from screener.rules.schema import All, AnyOf, AtLeast, Condition, Use

_Join = Callable[[Sequence[Node]], Node]


class Variant(NamedTuple):
    """A changed condition: what changed and where, and the test that would notice."""

    change: str
    advice: str
    node: Node


def variants(condition: Condition, where: str, compiler: Compiler) -> Iterator[Variant]:
    """Yield the variants of a condition in the order written.

    ``where`` is its place in the rule and comes first in what is said. A named condition is
    one question here; its inside is varied against its own tests.
    """
    match condition:
        case All(parts):
            yield from _of_group(parts, f"{where}.all", _Group(_every, _some, "any"), compiler)
        case AnyOf(parts):
            yield from _of_group(parts, f"{where}.any", _Group(_some, _every, "all"), compiler)
        case AtLeast(count, parts):
            yield from _of_count(count, parts, f"{where}.at_least", compiler)
        case _:
            yield from _of_leaf(condition, where, compiler)


class _Group(NamedTuple):
    """How parts are joined, and the other way to join them with its name."""

    join: _Join
    other: _Join
    name: str


def _every(parts: Sequence[Node]) -> Node:
    return Every(tuple(parts))


def _some(parts: Sequence[Node]) -> Node:
    return Some(tuple(parts))


def _of_group(
    parts: tuple[Condition, ...], where: str, group: _Group, compiler: Compiler
) -> Iterator[Variant]:
    nodes = [compiler.node(part) for part in parts]
    if len(parts) > 1:
        advice = "add a test in which some of its parts hold and some do not"
        yield Variant(f"{where} turned into {group.name}", advice, group.other(nodes))
    yield from _of_parts(parts, where, group.join, compiler, droppable=len(parts) > 1)


def _of_count(
    count: int, parts: tuple[Condition, ...], where: str, compiler: Compiler
) -> Iterator[Variant]:
    nodes = tuple(compiler.node(part) for part in parts)
    for other in (count - 1, count + 1):
        if 1 <= other <= len(parts):
            advice = f"add tests in which {min(count, other)} and {max(count, other)} parts hold"
            yield Variant(
                f"{where} count {count} moved to {other}", advice, Count(other, nodes)
            )  # fmt: skip

    def join(kept: Sequence[Node]) -> Node:
        return Count(count, tuple(kept))

    yield from _of_parts(parts, where, join, compiler, droppable=len(parts) > count)


def _of_parts(
    parts: tuple[Condition, ...], where: str, join: _Join, compiler: Compiler, *, droppable: bool
) -> Iterator[Variant]:
    """Yield each part dropped, and each part varied."""
    nodes = [compiler.node(part) for part in parts]
    for at, part in enumerate(parts):
        place = f"{where}[{at}]"
        if droppable:
            advice = f"add a test that depends on this part: {_told(part, compiler)}"
            rest = join([*nodes[:at], *nodes[at + 1 :]])
            yield Variant(f"{place} removed ({_told(part, compiler)})", advice, rest)
        for change, advice, node in variants(part, place, compiler):
            yield Variant(change, advice, join([*nodes[:at], node, *nodes[at + 1 :]]))


def _of_leaf(condition: Condition, where: str, compiler: Compiler) -> Iterator[Variant]:
    told = _told(condition, compiler)
    advice = f"add a test in which this holds, and one in which it does not: {told}"
    yield Variant(f"{where} negated ({told})", advice, Opposite(compiler.node(condition)))
    if isinstance(condition, Use):
        return
    for change, advice, leaf in edits(condition, compiler.fields):
        yield Variant(f"{where} {change}", advice, compiler.node(leaf))


def _told(condition: Condition, compiler: Compiler) -> str:
    """Return what a condition asks, in a few words."""
    if isinstance(condition, Use):
        return condition.condition
    node = compiler.node(condition)
    if isinstance(node, One):
        return node.leaf.label
    return f"{len(parts_of(condition))} parts"
