"""The pages of the manual, their code blocks and their links."""

import re
from typing import NamedTuple

from tests.contract.source_files import ROOT

PAGES = tuple(
    sorted(
        path
        for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
        if path.name != "CHANGELOG.md"
    )
)
assert PAGES, "no page was found"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")


class Block(NamedTuple):
    """A code block: where it stands, its language, its text."""

    name: str
    language: str
    text: str


def blocks(*languages: str) -> tuple[Block, ...]:
    """Return the code blocks of some languages, in the order of pages and places."""
    found = []
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        for match in _BLOCK.finditer(text):
            if match[1] in languages:
                line = text.count("\n", 0, match.start()) + 1
                found.append(Block(f"{path.relative_to(ROOT)}:{line}", match[1], match[2]))
    return tuple(found)


def commands() -> tuple[tuple[str, str], ...]:
    """Return each command of the console blocks with the block it stands in."""
    return tuple(
        (block.name, line.removeprefix("$ "))
        for block in blocks("console")
        for line in block.text.splitlines()
        if line.startswith("$ ")
    )


def links() -> tuple[tuple[str, str], ...]:
    """Return each link between files with the page it stands on."""
    return tuple(
        (str(path.relative_to(ROOT)), target)
        for path in PAGES
        for target in _LINK.findall(path.read_text(encoding="utf-8"))
        if "://" not in target and not target.startswith("mailto:")
    )
