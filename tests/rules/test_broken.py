"""Tests on the corpus of broken files: each is reported at its place, whatever is wrong in it."""

import re

import pytest

from screener.rules.checks import BY_CODE, CHECKS
from tests.contract.source_files import ROOT
from tests.rules.broken_files import Broken, broken_files
from tests.rules.checked_world import checked

FILES = broken_files()
PACK_FILES = [one for one in FILES if one.kind == "check"]
assert len(FILES) >= 150, "the corpus of broken files is missing"
assert {one.kind for one in FILES} == {
    "check", "lint", "lists", "fields", "overlay", "lock",
}  # fmt: skip


def _name(broken: Broken) -> str:
    return broken.name


@pytest.mark.parametrize("broken", FILES, ids=_name)
def test_a_broken_file_is_reported_at_its_place(broken: Broken) -> None:
    there = [one for one in broken.found() if f"/{one.path}".endswith(f"/{broken.reported}")]

    raised = sorted((one.code, one.line, one.column) for one in there)

    assert raised == sorted(broken.expected)


@pytest.mark.parametrize("broken", FILES, ids=_name)
def test_code_and_severity_are_those_of_the_table(broken: Broken) -> None:
    raised = {(one.code, one.severity) for one in broken.found() if one.code in BY_CODE}

    table = {(code, BY_CODE[code].severity) for code, _ in raised}
    assert raised <= table | ({("R033", "warning")} if broken.kind == "lock" else set())


@pytest.mark.parametrize("broken", FILES, ids=_name)
def test_every_message_shows_its_line_and_a_caret(broken: Broken) -> None:
    for one in broken.found():
        assert one.message
        assert one.line >= 1
        assert 1 <= one.column < one.end_column
        assert "^" in one.render() or not one.source


@pytest.mark.parametrize("broken", PACK_FILES, ids=_name)
def test_a_broken_file_stops_the_pack_unless_it_only_warns(broken: Broken) -> None:
    pack, found = checked(**{broken.path: broken.text})

    assert (pack is None) == any(one.severity == "error" for one in found)


def test_every_code_has_a_broken_file() -> None:
    covered = {code for broken in FILES for code, _, _ in broken.expected}

    assert sorted(BY_CODE.keys() - covered) == []


def test_no_code_is_raised_that_the_table_does_not_have() -> None:
    written = {
        code
        for path in (ROOT / "screener").rglob("*.py")
        for code in re.findall(r'"(R\d{3})"', path.read_text(encoding="utf-8"))
    }

    assert written - BY_CODE.keys() == set()


def test_codes_are_listed_once_and_in_order() -> None:
    codes = [check.code for check in CHECKS]

    assert codes == sorted(set(codes))
