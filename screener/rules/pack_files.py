"""The files of a pack by what they are, and those that a company lays beside them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from screener.content.diagnostics import Diagnostics, suggestion
from screener.content.nodes import MapNode, Mark, compose

HEADER = "pack.yaml"
OVERLAY = "overlay.yaml"
TOP = (HEADER, "policy.yaml", "wording.yaml")
"""The files that every whole pack has beside its rules."""

_READ_ELSEWHERE = ("fields.yaml", "basis.yaml")
_CONDITIONS = "conditions"
_NO_RULES = frozenset({"schema", "watchlists", "lists", "seeds", "claims"})
"""Folders that a company pack may keep beside its rules."""

Texts = Sequence[tuple[str, str]]
"""Files by path below the pack, and their texts."""


class Extension(NamedTuple):
    """The files with which a company extends a pack; ``folder`` stands before their paths."""

    folder: str
    texts: Texts


class PackTexts(NamedTuple):
    """The files of a pack as texts, with those that a company lays beside it."""

    folder: str
    texts: Texts
    extension: Extension | None = None


class Own(NamedTuple):
    """A company's files as read: rules and conditions by path, its overlay, its header."""

    nodes: Mapping[str, MapNode]
    overlay: MapNode | None
    header: MapNode | None


def composed(folder: str, texts: Texts, diagnostics: Diagnostics) -> dict[str, MapNode]:
    """Return the mappings of the files of a whole pack that rules are read from."""
    read = ((path, text) for path, text in texts if path not in _READ_ELSEWHERE)
    return _mappings(folder, read, TOP, diagnostics)


def own_files(extension: Extension, taken: Mapping[str, MapNode], diagnostics: Diagnostics) -> Own:
    """Return a company's files; one whose place in the pack is ``taken`` is reported (R008)."""
    read = ((path, text) for path, text in extension.texts if path != "basis.yaml")
    nodes = _mappings(extension.folder, read, (HEADER, OVERLAY), diagnostics)
    overlay, header = nodes.pop(OVERLAY, None), nodes.pop(HEADER, None)
    for path, node in nodes.items():
        if path in taken:
            message = f"{path} is a file of the pack that this extends"
            advice = "give it a name of its own; an overlay changes points, and mutes, nothing else"
            diagnostics.add("R008", node.mark, message, advice)
    return Own({path: node for path, node in nodes.items() if path not in taken}, overlay, header)


def is_condition(path: str) -> bool:
    """Say whether a file of a pack holds a named condition."""
    return path.startswith(f"{_CONDITIONS}/")


def is_rule(path: str) -> bool:
    """Say whether a file of a pack holds a rule."""
    folder, slash, _ = path.partition("/")
    return bool(slash) and folder != _CONDITIONS and folder not in _NO_RULES


def rule_id(path: str) -> str:
    """Return the id of the rule in a file: its path with dots.

    >>> rule_id("dprk/border-handwork.yaml")
    'dprk.border-handwork'
    """
    return path.removesuffix(".yaml").replace("/", ".")


def _mappings(
    folder: str,
    texts: Iterable[tuple[str, str]],
    top: Sequence[str],
    diagnostics: Diagnostics,
) -> dict[str, MapNode]:
    nodes: dict[str, MapNode] = {}
    for path, text in texts:
        full = f"{folder}/{path}"
        if path.partition("/")[0] in _NO_RULES:
            continue
        if "/" not in path and path not in top:
            diagnostics.add(
                "R001", Mark(full, 1, 1, 2), f'unknown file "{path}"', _advice(path, top)
            )
            continue
        node = compose(text, full, diagnostics)
        if isinstance(node, MapNode):
            nodes[path] = node
        elif node is not None:
            diagnostics.add("R004", node.mark, "the file must be a mapping of keys")
    return nodes


def _advice(path: str, top: Sequence[str]) -> str:
    if OVERLAY in top and path in (*TOP, *_READ_ELSEWHERE):
        return "it comes from the pack that this extends, and an overlay does not replace it"
    known = suggestion(path, [*top, *_READ_ELSEWHERE], "known files")
    return f"rules lie in a folder, as <prefix>/<name>.yaml; {known}"
