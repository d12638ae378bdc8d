"""Bare scalars that other YAML tools would not read as the text that they are here."""

import re
from collections.abc import Iterator, Mapping

import yaml
from yaml.resolver import Resolver

from screener.content.diagnostics import Diagnostics
from screener.content.fixes import quoted
from screener.content.nodes import ListNode, MapNode, Node, ScalarNode
from screener.model.field import Field
from screener.rules.reader import Reading

_TYPED = frozenset(
    {
        *("version", "points", "cap", "n", "similarity", "needs_same_place", "is_missing"),
        *("expect", "introduced", "review_by", "until", "expires", "edition", "gap_if_empty"),
        *("tiers", "within_group", "grade_caps", "families_for_context_t3"),
    }
)
"""Keys whose values are meant as numbers, days, or true and false."""

_TYPED_FIELDS = frozenset({"number", "money", "date"})
_NOT_OURS = frozenset({"x"})
_TEXT = "tag:yaml.org,2002:str"
_SHAPES = Resolver()
_NUMBER = re.compile(r"[-+]?(\d+|0o[0-7]+|0x[0-9a-fA-F]+|(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?)")
"""Numbers of YAML 1.2, of which 1.1 reads some as text (0409)."""


def lint_scalars(reading: Reading) -> None:
    """Report bare texts that other tools read as numbers, days or truth values (R013)."""
    for path, node in reading.nodes.items():
        typed = _NOT_OURS if path == "pack.yaml" else _TYPED | _NOT_OURS
        for scalar in _texts(node, typed, reading.world.known.fields):
            _report(scalar, reading.world.diagnostics)


def _report(scalar: ScalarNode, diagnostics: Diagnostics) -> None:
    other = read_elsewhere(scalar.text)
    if other is not None:
        message = f"{scalar.text} is a text here and {other} to other YAML tools"
        advice = f'put it in quotes: "{scalar.text}"'
        diagnostics.add(
            "R013", scalar.mark, message, advice, severity="warning", fix=quoted(scalar)
        )


def read_elsewhere(text: str) -> str | None:
    """Return what other YAML tools take a bare text for, or None where it is text to all.

    >>> read_elsewhere("NO"), read_elsewhere("0409"), read_elsewhere("Dandong")
    ('bool', 'a number', None)
    """
    tag = _SHAPES.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    if tag != _TEXT:
        return str(tag).rpartition(":")[2]
    return "a number" if _NUMBER.fullmatch(text) else None


def _texts(node: Node, typed: frozenset[str], fields: Mapping[str, Field]) -> Iterator[ScalarNode]:
    """Yield the bare scalars below that stand for texts."""
    match node:
        case ScalarNode():
            if node.style == "plain" and node.text:
                yield node
        case ListNode(_, items):
            for item in items:
                yield from _texts(item, typed, fields)
        case MapNode(_, entries):
            for key, value in entries:
                field = fields.get(key.text)
                if key.text not in typed and (field is None or field.type not in _TYPED_FIELDS):
                    yield from _texts(value, typed, fields)
