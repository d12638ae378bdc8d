"""Checks of the words a rule shows, made on the file as written, whatever else is wrong in it."""

from collections.abc import Iterator

from screener.content.diagnostics import Diagnostics, suggestion
from screener.content.nodes import ListNode, MapNode, Node, ScalarNode
from screener.rules.checker_branches import PLACEHOLDERS
from screener.rules.known import Known
from screener.rules.wording import PLACEHOLDER, betrayals, forbidden


def sentences(node: MapNode) -> Iterator[tuple[str, ScalarNode]]:
    """Yield each text of a rule that users see, with its key."""
    for key in ("title", "says"):
        value = node.get(key)
        if isinstance(value, ScalarNode):
            yield key, value
    yield from (("asks", item) for item in _scalars(node.get("asks")))


def check_phrases(node: MapNode, known: Known, diagnostics: Diagnostics) -> None:
    """Report forbidden and betraying phrases, and unknown placeholders (R041, R043, R044)."""
    wording = node.get("wording")
    never = _listed(wording, "never_say")
    asserted = _listed(wording, "asserts")
    for key, said in sentences(node):
        for phrase in forbidden(said.text, never):
            message = f'"{key}" contains a phrase listed under never_say: "{phrase}"'
            diagnostics.add("R041", said.mark, message)
        for kind, phrase in betrayals(said.text, known.kinds, asserted):
            message = f'"{key}" says "{phrase}", which asserts {kind}; this rule does not'
            diagnostics.add("R044", said.mark, message, f"{kind}: {known.kinds[kind].means}")
        _check_placeholders(key, said, known, diagnostics)


def _check_placeholders(key: str, said: ScalarNode, known: Known, diagnostics: Diagnostics) -> None:
    names = tuple(dict.fromkeys(PLACEHOLDER.findall(said.text)))
    rest = PLACEHOLDER.sub("", said.text)
    if "{" in rest or "}" in rest:
        diagnostics.add("R043", said.mark, f'"{key}" has a brace without its partner')
    if key == "title" and names:
        diagnostics.add("R043", said.mark, "a title has no placeholders: it is always the same")
        return
    allowed = (*PLACEHOLDERS, *known.fields)
    for name in names:
        if name not in allowed:
            message = f'unknown placeholder "{{{name}}}" in "{key}"'
            diagnostics.add("R043", said.mark, message, suggestion(name, allowed, "known"))


def _listed(node: Node | None, key: str) -> tuple[str, ...]:
    """Return the texts of a list under ``key``; nothing where there is none."""
    value = node.get(key) if isinstance(node, MapNode) else None
    return tuple(item.text for item in _scalars(value))


def _scalars(node: Node | None) -> tuple[ScalarNode, ...]:
    items = node.items if isinstance(node, ListNode) else ()
    return tuple(item for item in items if isinstance(item, ScalarNode))
