"""Texts of rule files as an author needs them: a first draft, a raised version, one layout."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import msgspec

from screener.content.diagnostics import Diagnostics
from screener.content.fixes import replaced
from screener.content.nodes import MapNode, ScalarNode, compose
from screener.errors import RuleError
from screener.model.listing import Entry
from screener.model.source import Claim
from screener.rules.checker_examples import UNWRITTEN

STRENGTHS: Mapping[str, int] = {
    "slight": 5,
    "weak": 10,
    "moderate": 25,
    "strong": 45,
    "very-strong": 70,
}
"""Words for points: how much more likely the signal makes it (rules.md, 3.5)."""

SCHEMA = "rule.schema.json"
"""The file of the schema for editors at the top of a pack; a rule names it relative to itself."""

_REVIEW_AFTER = timedelta(days=182)
_KEY = re.compile(r"([A-Za-z_][\w-]*):(?:\s|$)")
_AFTER_A_GAP = ("when", "unless", "adds", "except", "tests", "x")


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What an author answers before a rule is written; ``goods`` no entry names are words."""

    id: str
    goods: Entry | tuple[str, ...]
    place: Entry
    claim: Claim
    strength: str
    ask: str
    owner: str


def drafted(draft: Draft, as_of: date) -> str:
    """Return a draft rule whose three tests fail until an author has written their rows."""
    form = "listed" if "listed-by" in draft.claim.supports else "reported"
    never = "[forced labour, prison labour]"
    goods = draft.goods.name if isinstance(draft.goods, Entry) else draft.goods[0].capitalize()
    party = draft.place.kind == "party"
    return f"""# yaml-language-server: $schema=../{SCHEMA}
rule: {draft.id}
version: 1
title: {_quoted(f"{goods}, {'beside' if party else 'from'} {draft.place.name}")}
family: {"named_entity" if party else "location"}
status: draft
owner: {_quoted(draft.owner)}
introduced: {as_of.isoformat()}
review_by: {(as_of + _REVIEW_AFTER).isoformat()}
why: {_quoted(draft.claim.paraphrase)}
basis: []
claims: [{draft.claim.id}]
wording:
  form: {form}
  asserts: [{", ".join(draft.claim.supports[:1])}]
  never_say: {never}

when:
  all:
    - {_goods_part(draft.goods)}
    - finds: {{any_of: [{draft.place.id}]}}

adds:
  group: {"named-entity" if party else "place-and-product"}
  points: {STRENGTHS[draft.strength]}
says: >
  {_sentence(draft.goods, party=party)} {_CAUTION[party]}
asks:
  - {_quoted(draft.ask)}

tests:
  - name: a line that the rule must find
    row: {{product_description: {UNWRITTEN}}}
    expect: hit
  - name: a line much like it that the rule must not find
    row: {{supplier_name: {UNWRITTEN}}}
    expect: miss
  - name: a line that leaves out what the rule needs
    row: {{product_description: {UNWRITTEN}}}
    expect: unknown
"""


_CAUTION = {
    False: "Nothing in this line\n  identifies the maker.",
    True: "The name is\n  to be confirmed.",
}


def _sentence(goods: Entry | tuple[str, ...], *, party: bool) -> str:
    """Return what may be said: of goods that no entry names, no report is known to speak."""
    where = "beside the name {entity}" if party else "from {place}"
    if isinstance(goods, Entry):
        return f"{{product}} {where} is of a kind that a report speaks of."
    whence = "" if party else " from there"
    return f"{goods[0].capitalize()} {where}: a report speaks of other goods{whence}."


def _goods_part(goods: Entry | tuple[str, ...]) -> str:
    if isinstance(goods, Entry):
        return f"finds: {{any_of: [{goods.id}], in: [product_description]}}"
    return f"product_description: {{says_any: [{', '.join(map(_quoted, goods))}]}}"


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def with_version(text: str, path: str, version: str | None = None) -> str:
    """Return a file with its version one higher, or with the one given; all else as it stands.

    Raises:
        RuleError: The file cannot be read, or has no version that could be raised.
    """
    node = _mapping(text, path).get("version")
    if not isinstance(node, ScalarNode) or (version is None and not node.text.isdigit()):
        raise RuleError("there is no version to raise", path=path, line=1)
    raised = version if version is not None else str(int(node.text) + 1)
    return replaced(text, node, raised)


def version_of(text: str, path: str) -> str:
    """Return the version that a file holds, empty if it has none.

    Raises:
        RuleError: The file cannot be read.
    """
    node = _mapping(text, path).get("version")
    return node.text if isinstance(node, ScalarNode) else ""


def arranged(text: str, path: str) -> str:
    """Return a rule or condition in the one layout: keys in order, no trailing blanks.

    Comments stay with the key below them. Values are left as they are written. A file of
    another kind only loses trailing blanks.

    Raises:
        RuleError: The file cannot be read, or would not say the same.
    """
    node = _mapping(text, path)
    order = _order(node)
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    written = text.removeprefix(mark).split("\n")
    lines = _in_order(written, order) if order else [line.rstrip() for line in written]
    result = mark + "\n".join(lines).rstrip("\n") + "\n"
    before, after = _content(node), _content(_mapping(result, path))
    if before != after:
        raise RuleError(f"{_KEPT} {_differing(before, after)}", path=path, line=1)
    return result


_KEPT = "nothing is laid out anew, since that would change what the file says under"


def _differing(before: object, after: object) -> str:
    """Return the keys at the top under which two contents differ."""
    if not isinstance(before, dict) or not isinstance(after, dict):
        return "its keys"
    keys = [key for key in before if before[key] != after.get(key)]
    return ", ".join(keys) + "; write blanks at the end of a line in double quotes"


def _mapping(text: str, path: str) -> MapNode:
    diagnostics = Diagnostics()
    node = compose(text, path, diagnostics)
    diagnostics.raise_if_any(RuleError)
    if not isinstance(node, MapNode):
        raise RuleError("the file holds no keys", path=path, line=1)
    return node


def _order(node: MapNode) -> tuple[str, ...]:
    """Return the keys of a rule in the order of the reference; none for other files."""
    if node.key("rule") is not None:
        return RULE_KEYS
    return CONDITION_KEYS if node.key("condition") is not None else ()


RULE_KEYS = (
    "rule", "version", "title", "family", "status", "until", "replaced_by", "reason", "owner",
    "introduced", "review_by", "reviewed_by", "why", "basis", "claims", "wording", "related",
    "when", "unless", "adds", "raises_to", "says", "asks", "except", "tests", "x",
)  # fmt: skip
CONDITION_KEYS = (
    "condition", "version", "meaning", "all", "any", "at_least", "finds", "use", "compare",
    "fired", "tests", "x",
)  # fmt: skip


def _in_order(written: Sequence[str], order: Sequence[str]) -> list[str]:
    """Return the lines of a rule or condition with its keys in order; a rule gets air."""
    head, blocks = _blocks(written)
    blocks.sort(key=lambda block: order.index(block[0]) if block[0] in order else len(order))
    lines = list(_without_ends(head))
    if lines and not head[-1].strip():
        lines.append("")
    for key, block in blocks:
        if order is RULE_KEYS and key in _AFTER_A_GAP:
            lines.append("")
        lines += _without_ends(block)
    return lines


_Block = tuple[str, Sequence[str]]


def _blocks(lines: Sequence[str]) -> tuple[list[str], list[_Block]]:
    """Return the comment lines at the top that a gap sets apart, and each key with its lines."""
    blocks: list[tuple[str, list[str]]] = []
    waiting: list[str] = []
    head: list[str] = []
    for line in lines:
        key = _KEY.match(line)
        if key is not None:
            blocks.append((key[1], [*waiting, line]))
            waiting = []
        elif line.startswith("#") or not line.strip():
            waiting.append(line)
        elif blocks:
            blocks[-1][1].extend([*waiting, line])
            waiting = []
    if blocks:
        blocks[-1][1].extend(waiting)
        first = blocks[0][1]
        at = next((number for number, line in enumerate(first) if _KEY.match(line)), 0)
        head, blocks[0] = first[:at], (blocks[0][0], first[at:])
    return head, list(blocks)


def _without_ends(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines without blanks at their ends, and without empty lines around them."""
    kept = [line.rstrip() for line in lines]
    while kept and not kept[0]:
        kept.pop(0)
    while kept and not kept[-1]:
        kept.pop()
    yield from kept


def _content(node: object) -> object:
    """Return what a file says, whatever its layout."""
    if isinstance(node, MapNode):
        return {key.text: _content(value) for key, value in node.entries}
    if isinstance(node, ScalarNode):
        return (node.text, node.style)
    return [_content(item) for item in getattr(node, "items", ())]
