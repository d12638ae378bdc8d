"""Checks of what takes a rule back: exceptions are owned and dated, and paper lowers nothing."""

import re
from collections.abc import Iterator

from screener.content.nodes import ListNode, MapNode, Node, ScalarNode
from screener.rules.located import located
from screener.rules.schema import Condition, Finds, Test
from screener.rules.world import World, Written, place_of

_OWNED = ("reason", "approved_by", "expires")
_PAPER_ENTRIES = frozenset({"S-CERTIFICATE", "S-DENIAL"})
"""What a party says in its own favour (watchlists/terms)."""

_PAPER = re.compile(
    r"\b(certificat\w*|certified|declarations?|affidavits?|assurances?|attestations?|statements?"
    r"|iso ?\d+|sa ?8000|bsci|smeta|wrap)\b|证书|证明|认证|声明|承诺|보증|증명|인증",
    re.IGNORECASE,
)


def check_exceptions(written: Written, world: World) -> None:
    """Report exceptions that nobody owns (R070), and certificates that clear (R064)."""
    for number, item in enumerate(_items(written.node.get("except"))):
        missing = [key for key in _OWNED if not _filled(item, key)]
        if missing:
            message = f"this exception has no {' and no '.join(missing)}"
            advice = "an exception names its reason, who approved it, and the day it ends"
            world.diagnostics.add("R070", place_of(item), message, advice)
        exemptions = written.rule.exemptions
        if number < len(exemptions) and isinstance(item, MapNode):
            _check_paper(exemptions[number].when, item.get("when"), world)
    if written.rule.unless is not None:
        _check_paper(written.rule.unless, written.node.get("unless"), world)


def _check_paper(condition: Condition, node: Node | None, world: World) -> None:
    for part, mark in located(condition, node):
        said = next(iter(_paper(part)), None)
        if said is not None:
            message = f'"{said}": what a party certifies of itself lowers no risk'
            advice = "ask for the record behind it, or write an exception after a review of it"
            world.diagnostics.add("R064", mark, message, advice)


def _paper(part: Condition) -> Iterator[str]:
    """Yield the words and entries of a test that are certificates or denials."""
    if isinstance(part, Finds):
        yield from (name for name in part.any_of if name in _PAPER_ENTRIES)
    elif isinstance(part, Test) and part.test in {"says_any", "says_all", "similar_to", "pattern"}:
        yield from (text for text in part.values if _PAPER.search(text))


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, ListNode) else ()


def _filled(item: Node, key: str) -> bool:
    value = item.get(key) if isinstance(item, MapNode) else None
    return isinstance(value, ScalarNode) and bool(value.text.strip())
