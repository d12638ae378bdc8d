"""Mapping files: which column is read as which field, written to be edited and compared."""

import json
from collections.abc import Collection, Sequence
from pathlib import Path

from screener.batch.proposal import SURE, Proposal
from screener.content.diagnostics import Diagnostics, suggestion
from screener.content.nodes import MapNode, Node, ScalarNode, compose
from screener.errors import InputError

_HEAD = """\
# Which column of {name} is read as which field; null is carried along unread.
# Fields: `screener rules fields`. Use it: `screener screen FILE --map THIS_FILE`.
columns:
"""
_NO_FIELD = ("null", "~")


def mapping_text(name: str, proposals: Sequence[Proposal]) -> str:
    """Return a mapping file with one line a column, in order; what to look at has a remark."""
    lines = []
    for header, one in {proposal.header: proposal for proposal in proposals}.items():
        if header:
            remark = f"  # {one.confidence:.2f}: {one.why}" if 0 < one.confidence < SURE else ""
            quoted = json.dumps(header, ensure_ascii=False)
            lines.append(f"  {quoted}: {one.field or 'null'}{remark}\n")
    return _HEAD.format(name=name) + "".join(lines)


def read_mapping(path: Path, fields: Collection[str]) -> dict[str, str | None]:
    """Return a mapping file: header to field, None for columns that are carried along.

    Raises:
        InputError: It cannot be read, has another shape, or names a field that no record has;
            each is told with its line.

    """
    return parse_mapping(_text(path), str(path), fields)


def parse_mapping(text: str, name: str, fields: Collection[str]) -> dict[str, str | None]:
    """Return the text of a mapping file read; ``name`` is what messages call it.

    Raises:
        InputError: It has another shape, or names a field that no record has.

    """
    diagnostics = Diagnostics()
    node = compose(text, name, diagnostics)
    if diagnostics.errors:
        raise InputError(diagnostics.render())
    columns = node.get("columns") if isinstance(node, MapNode) else None
    if not isinstance(columns, MapNode) or not columns.entries:
        message = f"{name} has no columns; make a mapping file with `screener map`"
        raise InputError(message)
    return {key.text: _field(name, value, fields) for key, value in columns.entries}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{path} is no text in UTF-8"
        raise InputError(message) from error


def _field(path: str, node: Node, fields: Collection[str]) -> str | None:
    if not isinstance(node, ScalarNode):
        message = f"{path}:{node.mark.line}: a column is read as one field"
        raise InputError(message)
    if node.is_blank or (node.style == "plain" and node.text in _NO_FIELD):
        return None
    if node.text not in fields:
        place = f"{path}:{node.mark.line}:{node.mark.column}"
        message = f"{place}: no field {node.text!r}; {suggestion(node.text, fields, 'fields')}"
        raise InputError(message)
    return node.text
