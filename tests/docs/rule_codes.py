"""The pages of codes, and what the checker says to their examples."""

import re
from pathlib import Path
from typing import NamedTuple

from screener.content.diagnostics import Diagnostic, Diagnostics
from screener.lists.entries import read_entries
from screener.lists.soundness import check_entries
from screener.rules.silences import Silenced
from tests.contract.source_files import ROOT
from tests.rules.checked_world import PACK, linted

FOLDER = ROOT / "docs" / "reference" / "rule-codes"
SAMPLE = "dprk/sample.yaml"
_FILE = re.compile(r"^# (\S+\.yaml)\n", re.MULTILINE)
_TOP_KEY = re.compile(r"^([\w-]+):", re.MULTILINE)
_BLOCK = re.compile(r"^## (\w+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_YAML = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Page(NamedTuple):
    """A page: its title line, its parts by heading."""

    title: str
    parts: dict[str, str]

    def example(self, heading: str) -> str:
        """Return the YAML below a heading."""
        found = _YAML.search(self.parts[heading])
        assert found is not None, heading
        return found[1]


def page(code: str) -> Page:
    """Return the page of a code."""
    text = (FOLDER / f"{code}.md").read_text(encoding="utf-8")
    title, _, rest = text.partition("\n")
    return Page(title, {match[1]: match[2] for match in _BLOCK.finditer(rest)})


def files(example: str) -> dict[str, str]:
    """Return the files that an example makes of the sample rule; a comment names another."""
    pieces = _FILE.split(example)
    named = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    if pieces[0].strip():
        named[SAMPLE] = pieces[0]
    sample = (FOLDER / "sample.yaml").read_text(encoding="utf-8")
    return {SAMPLE: sample, **{path: _merged(path, text, sample) for path, text in named.items()}}


def _merged(path: str, text: str, sample: str) -> str:
    """Return a file with the keys of an example in place of its own."""
    own = PACK / path
    base = own.read_text(encoding="utf-8") if own.is_file() else ""
    if path.startswith("dprk/"):
        base = sample
    keys = {*_TOP_KEY.findall(text)}
    blocks = re.split(r"^(?=[\w-]+:)", base, flags=re.MULTILINE)
    kept = "".join(block for block in blocks if block.partition(":")[0] not in keys)
    return f"{text}\n{kept}"


def found(example: str) -> tuple[list[Diagnostic], tuple[Silenced, ...]]:
    """Return what lint says to an example, beyond what it says to the pack without it."""
    given = files(example)
    lists = [(path, text) for path, text in given.items() if path.startswith("watchlists/")]
    diagnostics = Diagnostics()
    check_entries(read_entries("own", lists, diagnostics), diagnostics)
    rules = {path: text for path, text in given.items() if not path.startswith("watchlists/")}
    said, silenced = linted(**rules)
    mine = [one for one in said if Path(one.path).relative_to("pack").as_posix() not in _SHIPPED]
    return [*diagnostics.found, *mine], silenced


_SHIPPED = frozenset(
    path.relative_to(PACK).as_posix() for path in PACK.rglob("*.yaml") if path.parent != PACK
)
