"""Where the parts of a condition stand in the file that writes it."""

from collections.abc import Iterator

from screener.content.nodes import ListNode, MapNode, Mark, Node
from screener.rules.schema import All, AnyOf, AtLeast, Condition

Part = tuple[Condition, Mark]


def located(condition: Condition, node: Node | None) -> Iterator[Part]:
    """Yield every part of a condition with its place, from the outside in.

    ``node`` is what the condition was read from; nothing comes of one that is not.
    """
    if isinstance(node, ListNode) and isinstance(condition, AnyOf):  # vetoes may be a bare list
        yield condition, node.mark
        yield from _each(condition.parts, node)
    elif isinstance(node, MapNode) and node.entries:
        key, value = node.entries[0]
        yield condition, key.mark
        if isinstance(condition, All | AnyOf):
            yield from _each(condition.parts, value)
        elif isinstance(condition, AtLeast) and isinstance(value, MapNode):
            yield from _each(condition.parts, value.get("of"))


def _each(parts: tuple[Condition, ...], node: Node | None) -> Iterator[Part]:
    items = node.items if isinstance(node, ListNode) else ()
    for part, item in zip(parts, items, strict=False):
        yield from located(part, item)
