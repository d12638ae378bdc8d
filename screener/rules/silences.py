"""Warnings silenced in a rule or condition: ``x: {silence: {R042: why}}``."""

from collections.abc import Iterator
from typing import NamedTuple

from screener.content.diagnostics import Diagnostic, Diagnostics, suggestion
from screener.content.nodes import MapNode, Node, ScalarNode
from screener.rules.checks import BY_CODE, CHECKS
from screener.rules.reader import Reading

_SILENT = tuple(check.code for check in CHECKS if check.severity == "warning")


class Silenced(NamedTuple):
    """A warning that its file silences, and the reason given."""

    found: Diagnostic
    reason: str


class _Silence(NamedTuple):
    path: str
    code: ScalarNode
    reason: str


def apart(
    reading: Reading, *, judged: bool = True
) -> tuple[tuple[Diagnostic, ...], tuple[Silenced, ...]]:
    """Return what was found, and apart from it what the files silence.

    Errors cannot be silenced; a silence that silences nothing is found as well (R036), unless
    the pack was not ``judged``, or has errors: then not all was looked for that it silences.
    """
    silences = {(one.path, one.code.text): one for one in _silences(reading)}
    before = reading.world.diagnostics.found
    silenced = tuple(
        Silenced(one, silences[one.path, one.code].reason)
        for one in before
        if one.severity == "warning" and (one.path, one.code) in silences
    )
    done = {(one.found.path, one.found.code) for one in silenced}
    whole = judged and reading.pack is not None
    for key, silence in silences.items():
        if whole and key not in done:
            message = f"nothing here raises {silence.code.text}: this silence is not needed"
            mark = silence.code.mark
            reading.world.diagnostics.add("R036", mark, message, "drop it", severity="warning")
    hidden = {one.found for one in silenced}
    return tuple(one for one in reading.world.diagnostics.found if one not in hidden), silenced


def _silences(reading: Reading) -> Iterator[_Silence]:
    """Yield the silences that are right; what is wrong with others is reported."""
    for node in reading.nodes.values():
        extension = node.get("x")
        silence = extension.get("silence") if isinstance(extension, MapNode) else None
        if silence is None:
            continue
        if not isinstance(silence, MapNode):
            advice = "write silence: {R042: why it is meant so}"
            message = '"silence" must be a mapping of codes to reasons'
            reading.world.diagnostics.add("R004", silence.mark, message, advice)
            continue
        for code, reason in silence.entries:
            if _is_right(code, reason, reading.world.diagnostics) and isinstance(
                reason, ScalarNode
            ):
                yield _Silence(node.mark.path, code, " ".join(reason.text.split()))


def _is_right(code: ScalarNode, reason: Node, diagnostics: Diagnostics) -> bool:
    check = BY_CODE.get(code.text)
    if check is None or check.severity == "error":
        why = "is an error, and errors are not silenced" if check else "is no code"
        advice = suggestion(code.text, _SILENT, "warnings")
        diagnostics.add("R005", code.mark, f'"{code.text}" {why}', advice)
        return False
    if not isinstance(reason, ScalarNode) or not reason.text.strip():
        advice = "write why this is meant so, for the next reader"
        diagnostics.add("R004", reason.mark, f"the silence of {code.text} has no reason", advice)
        return False
    return True
