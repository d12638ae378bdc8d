"""Copies of the shipped pack that a test may change."""

import shutil
from pathlib import Path

from screener.resources import shipped

RULES = Path(str(shipped("rules")))


def copied(parent: Path) -> Path:
    """Return a folder with a copy of the shipped pack."""
    return Path(shutil.copytree(RULES, parent / "rules"))


def edit(file: Path, text: str, by: str) -> None:
    """Replace a text that stands once in a file."""
    before = file.read_text(encoding="utf-8")
    assert before.count(text) == 1, file
    file.write_text(before.replace(text, by), encoding="utf-8")
