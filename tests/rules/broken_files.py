"""The corpus of broken files; the first line of each names its path and what it must raise.

``# dprk/sample.yaml: R001 6:1, R021 20:7`` is all that is raised at that path, with line and
column; ``# dprk/sample.yaml > policy.yaml: ...`` says that it is raised at another.
"""

import re
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from screener.content.diagnostics import Diagnostic, Diagnostics
from screener.errors import RuleError
from screener.lists.entries import read_entries
from screener.lists.soundness import check_entries
from screener.rules.fields import read_fields
from screener.rules.lint_days import check_days
from screener.rules.lock import Backtest, Lock, check_company, check_lock, current_rules, tried
from screener.rules.pack_files import Extension
from screener.rules.reader import Reading, read_texts
from tests.rules.checked_world import (
    AS_OF,
    EDITION,
    FIELDS,
    HERE,
    REGISTER,
    checked,
    linted,
    pack_texts,
)

FOLDER = HERE / "broken"
ROOT = HERE.parents[1]
COLUMNS = ROOT / "rules" / "fields.yaml"
_HEADER = re.compile(r"# (\S+)(?: > (\S+))?: (.+)")
_RAISED = re.compile(r"([RL]\d{3}) (\d+):(\d+)")

Place = tuple[str, int, int]


class Broken(NamedTuple):
    """A broken file: its path in a pack, where it is reported, and what is raised there."""

    name: str
    text: str
    path: str
    reported: str
    expected: tuple[Place, ...]

    @property
    def kind(self) -> str:
        """What must refuse it: check, lint, lists, fields, overlay or lock."""
        return self.name.rpartition("/")[0] or "check"

    def found(self) -> tuple[Diagnostic, ...]:
        """Return everything that its reader says, wherever."""
        return _found(self)


@cache
def _found(broken: Broken) -> tuple[Diagnostic, ...]:
    return _READERS[broken.kind](broken)


def broken_files() -> tuple[Broken, ...]:
    """Return the corpus by name."""
    return tuple(_broken(path) for path in sorted(FOLDER.rglob("*.yaml")))


def _broken(file: Path) -> Broken:
    text = file.read_text(encoding="utf-8")
    header = _HEADER.fullmatch(text.partition("\n")[0])
    assert header is not None, file
    expected = tuple(
        (code, int(line), int(column)) for code, line, column in _RAISED.findall(header[3])
    )
    assert expected, file
    name = file.relative_to(FOLDER).with_suffix("").as_posix()
    return Broken(name, text, header[1], header[2] or header[1], expected)


def _checked(broken: Broken) -> tuple[Diagnostic, ...]:
    return checked(**{broken.path: broken.text})[1]


def _linted(broken: Broken) -> tuple[Diagnostic, ...]:
    return linted(**{broken.path: broken.text})[0]


def _entries(broken: Broken) -> tuple[Diagnostic, ...]:
    diagnostics = Diagnostics()
    read = read_entries("own", [(broken.path, broken.text)], diagnostics)
    check_entries(read, diagnostics)
    return diagnostics.found


def _fields(broken: Broken) -> tuple[Diagnostic, ...]:
    """Return what is said to the data dictionary with the columns of a file in place of its own."""
    columns = COLUMNS.read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[\w-]+:)", columns, flags=re.MULTILINE)
    own = {*re.findall(r"^([\w-]+):", broken.text, re.MULTILINE)}
    rest = "".join(block for block in blocks[1:] if block.partition(":")[0] not in own)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "fields.yaml").write_text(broken.text + rest, encoding="utf-8")
        try:
            read_fields(Path(folder))
        except RuleError as error:
            return tuple(one for one in error.found if isinstance(one, Diagnostic))
    return ()


def _overlaid(broken: Broken) -> tuple[Diagnostic, ...]:
    """Return what is said to a company's folder with this file beside the small pack."""
    overlay = {"overlay.yaml": "extends: small ^1.0\n", broken.path: broken.text}
    extension = Extension("acme", [*overlay.items()])
    reading = read_texts("pack", pack_texts(), FIELDS, REGISTER, (EDITION,), extension)
    check_days(reading, AS_OF)
    return reading.world.diagnostics.found


def _locked(broken: Broken) -> tuple[Diagnostic, ...]:
    """Return what is said to a file where the lock knows the sample rule, tried as it is."""
    reading = _with(**{broken.path: broken.text})
    lock = _sample_lock()
    check_lock(reading, lock, "pack")
    check_company(reading, lock, None, "pack")
    return reading.world.diagnostics.found


@cache
def _sample_lock() -> Lock:
    sample = (ROOT / "docs/reference/rule-codes/sample.yaml").read_text(encoding="utf-8")
    rules = current_rules(_with(**{"dprk/sample.yaml": sample}), "pack")
    return tried(None, rules, Backtest(data="0" * 64, rows=40_000, share=0.003, budget=0.005))


def _with(**changed: str) -> Reading:
    return read_texts("pack", pack_texts(**changed), FIELDS, REGISTER, (EDITION,))


_READERS: Mapping[str, Callable[[Broken], tuple[Diagnostic, ...]]] = {
    "check": _checked,
    "lint": _linted,
    "lists": _entries,
    "fields": _fields,
    "overlay": _overlaid,
    "lock": _locked,
}
