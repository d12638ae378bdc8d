"""Mechanical corrections of YAML text: spans replaced, everything else left as it stands."""

import json
import re
from collections.abc import Iterable

from screener.content.diagnostics import Diagnostic, Fix
from screener.content.nodes import ScalarNode

_BREAK = re.compile("(\r\n|[\r\n\x85\u2028\u2029])")
_ENDS_A_FLOW_WORD = re.compile(r"[,\[\]{}#]|: ")


def quoted(node: ScalarNode) -> Fix | None:
    """Return a bare scalar put in quotes; None where it is not written on one line as it reads."""
    return Fix(json.dumps(node.text, ensure_ascii=False)) if _is_bare(node) else None


def listed(node: ScalarNode) -> Fix | None:
    """Return a scalar as a list of one; None where that cannot be done on the line."""
    if _is_bare(node):
        risky = _ENDS_A_FLOW_WORD.search(node.text) is not None
        return Fix(f"[{json.dumps(node.text, ensure_ascii=False) if risky else node.text}]")
    written = _written(node)
    whole = len(written) > 1 and written[0] == written[-1] and written[0] in "'\""
    return Fix(f"[{written}]") if whole else None


def rewritten(node: ScalarNode, text: str) -> Fix | None:
    """Return a bare scalar replaced by another word; None where it is not written as it reads."""
    return Fix(text) if _is_bare(node) else None


def fixed(text: str, found: Iterable[Diagnostic]) -> tuple[str, int]:
    """Return a file's text with the fixes of its diagnostics made, and how many were.

    Of two that overlap the first is made. Line breaks, comments and a byte order mark stay.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    pieces = _BREAK.split(text.removeprefix(mark))
    spans = sorted(
        {(one.line, one.column, one.end_column, one.fix.text) for one in found if one.fix},
        reverse=True,
    )
    done = 0
    at = (len(pieces), 0)
    for line, column, end, replacement in spans:
        if (line, end) > at:
            continue
        place = 2 * (line - 1)
        pieces[place] = pieces[place][: column - 1] + replacement + pieces[place][end - 1 :]
        at, done = (line, column), done + 1
    return mark + "".join(pieces), done


def replaced(text: str, node: ScalarNode, by: str) -> str:
    """Return a file's text with a scalar that stands on one line written anew, and no more."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    pieces = _BREAK.split(text.removeprefix(mark))
    place = 2 * (node.mark.line - 1)
    line = pieces[place]
    pieces[place] = line[: node.mark.column - 1] + by + line[node.mark.end_column - 1 :]
    return mark + "".join(pieces)


def _is_bare(node: ScalarNode) -> bool:
    return node.style == "plain" and bool(node.text) and _written(node) == node.text


def _written(node: ScalarNode) -> str:
    return node.mark.source[node.mark.column - 1 : node.mark.end_column - 1]
