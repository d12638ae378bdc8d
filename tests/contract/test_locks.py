"""The locks hold every dependency with hashes, and name neither an index nor a machine."""

import re
import tomllib

import pytest
from packaging.requirements import Requirement

from tests.contract.source_files import ROOT

LOCKS = (
    "requirements.lock",
    "requirements-service.lock",
    "requirements-dev.lock",
    "requirements-spark.lock",
)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_PIN = re.compile(r"^([a-z0-9.-]+)==([^\s;]+)(?:\s*;[^\\]*)?\s*\\$")


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _pins(name: str) -> dict[str, set[str]]:
    """Return the versions a lock pins; one may differ by Python version."""
    pins: dict[str, set[str]] = {}
    for line in _text(name).splitlines():
        if not line.startswith((" ", "#")):
            found = _PIN.match(line)
            assert found is not None, line
            pins.setdefault(found[1], set()).add(found[2])
    return pins


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_pins_one_version_with_a_hash(name: str) -> None:
    blocks = re.split(r"\n(?=\S)", _text(name).strip())

    assert len(blocks) > len(PROJECT["dependencies"])
    assert [block for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_names_an_index_or_a_place_on_disk(name: str) -> None:
    assert re.findall(r"://|--(?:extra-)?index|--find-links|\s/\S+", _text(name)) == []


@pytest.mark.parametrize("text", PROJECT["dependencies"])
def test_the_lock_holds_a_version_each_dependency_accepts(text: str) -> None:
    wanted = Requirement(text)
    versions = _pins("requirements.lock")[_key(wanted.name)]

    assert [version for version in versions if version not in wanted.specifier] == []


EXTRAS = [
    ("requirements-spark.lock" if extra == "spark" else "requirements-dev.lock", text)
    for extra, texts in PROJECT["optional-dependencies"].items()
    for text in texts
]


@pytest.mark.parametrize(("lock", "text"), EXTRAS)
def test_a_lock_holds_a_version_each_extra_accepts(lock: str, text: str) -> None:
    wanted = Requirement(text)
    versions = _pins(lock)[_key(wanted.name)]

    assert [version for version in versions if version not in wanted.specifier] == []


@pytest.mark.parametrize("name", LOCKS[1:])
def test_tools_are_tested_with_the_versions_that_are_shipped(name: str) -> None:
    shipped, tools = _pins("requirements.lock"), _pins(name)

    assert {name: tools.get(name) for name in shipped} == shipped
