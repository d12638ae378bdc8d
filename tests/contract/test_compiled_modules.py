"""What the modules that can be compiled to C may not use (decision 0030)."""

import tomllib
from pathlib import Path

import pytest

from tests.contract.source_files import ROOT

HOOK = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"][
    "build"
]["targets"]["wheel"]["hooks"]["mypyc"]
MODULES = sorted(path for pattern in HOOK["include"] for path in ROOT.glob(pattern.lstrip("/")))
assert len(MODULES) > 50, "the modules that are compiled were not found"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_is_kept_by_cached_property(path: Path) -> None:
    # A compiled class has no dictionary to keep it in, so it would be made anew at each use.
    assert "@cached_property" not in path.read_text(encoding="utf-8")
