"""``pack.yaml``: what a pack is called, which version it is, and which engines it is made for."""

import re
from functools import cache
from importlib.metadata import PackageNotFoundError, version

import msgspec

from screener.content.diagnostics import Diagnostics
from screener.content.nodes import MapNode, Node
from screener.content.structs import read_struct
from screener.rules.world import place_of

DISTRIBUTION = "forced-labor-screener"

_RANGE = re.compile(r">=(\d+)\.(\d+)(?:, ?<(\d+)\.(\d+))?")
_NUMBERS = re.compile(r"(\d+)\.(\d+)")

Numbers = tuple[int, int]


class PackFile(msgspec.Struct, frozen=True, kw_only=True):
    """The file; ``engine`` is a range such as ``>=0.1, <1.0``, nothing if any will do."""

    name: str
    version: str
    engine: str = ""
    maintainers: tuple[str, ...] = ()
    note: str = ""
    x: Node | None = None


def read_header(node: MapNode | None, diagnostics: Diagnostics) -> PackFile | None:
    """Return what a file says, this engine held against its range (R078)."""
    written = read_struct(node, PackFile, diagnostics)
    if node is None or written is None or not written.engine:
        return written
    mark, found = place_of(node, "engine"), _RANGE.fullmatch(written.engine)
    running = _running()
    if found is None:
        message = f'"{written.engine}" is no range of versions'
        diagnostics.add("R004", mark, message, 'write it like ">=0.1" or ">=0.1, <1.0"')
    elif running is not None and not _within(running, found):
        message = f"this pack is made for {written.engine}, and this is {running[0]}.{running[1]}"
        advice = "take the edition of the pack for this engine, or install an engine it names"
        diagnostics.add("R078", mark, message, advice)
    return written


def _within(running: Numbers, found: re.Match[str]) -> bool:
    least, major, minor = (int(found[1]), int(found[2])), found[3], found[4]
    below = major is None or running < (int(major), int(minor))
    return running >= least and below


@cache
def _running() -> Numbers | None:
    """Return the first two numbers of this engine's version, None if it is not installed."""
    try:
        found = _NUMBERS.match(version(DISTRIBUTION))
    except PackageNotFoundError:
        return None
    return (int(found[1]), int(found[2])) if found is not None else None
