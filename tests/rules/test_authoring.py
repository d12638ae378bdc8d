"""Drafts, versions and the one layout of rule files."""

from pathlib import Path

import msgspec
import pytest

from screener.errors import RuleError
from screener.rules.authoring import CONDITION_KEYS, RULE_KEYS, arranged, with_version
from screener.rules.rule_file import ConditionFile, RuleFile
from tests.rules.packs import RULES

SHIPPED = sorted(RULES.rglob("*.yaml"))
assert SHIPPED, "the pack has no file"

MIXED = """# A rule, in the order it came to mind.

version: 3   # the third
# Its name.
rule: dprk.sample
tests:
  - {name: one, row: {notes: a}, expect: hit}

says: >
  A sentence.

  Another.
when:
  notes: {says_any: [a]}  \n"""
ORDERED = """# A rule, in the order it came to mind.

# Its name.
rule: dprk.sample
version: 3   # the third

when:
  notes: {says_any: [a]}
says: >
  A sentence.

  Another.

tests:
  - {name: one, row: {notes: a}, expect: hit}
"""


def test_keys_come_in_order_and_comments_stay_with_them() -> None:
    assert arranged(MIXED, "sample.yaml") == ORDERED


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(RULES)))
def test_the_shipped_pack_has_the_layout(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert arranged(text, str(path)) == text


def test_every_key_of_a_rule_or_condition_has_its_place() -> None:
    rule = {field.encode_name for field in msgspec.structs.fields(RuleFile)}
    condition = {field.encode_name for field in msgspec.structs.fields(ConditionFile)}

    assert rule - {*RULE_KEYS} == set()
    assert condition - {*CONDITION_KEYS} == set()


def test_a_version_rises_by_one_and_nothing_else_moves() -> None:
    assert with_version(MIXED, "sample.yaml") == MIXED.replace("version: 3 ", "version: 4 ")
    assert with_version("name: a\nversion: '1.0.0'\n", "pack.yaml", "1.1.0") == (
        "name: a\nversion: 1.1.0\n"
    )


@pytest.mark.parametrize("text", ["rule: a.b\n", "rule: a.b\nversion: new\n", "- a\n", "a: [\n"])
def test_a_file_without_a_version_is_refused(text: str) -> None:
    with pytest.raises(RuleError):
        with_version(text, "sample.yaml")


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\x85", "\u2028"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_a_version_is_raised_where_the_parser_found_it(line_break: str, start: str) -> None:
    lines = [
        "rule: dprk.sample",
        f'title: "one{line_break}two"',
        "version: 3  # third",
        "family: price",
    ]
    before = start + "\n".join(lines) + "\n"

    assert with_version(before, "sample.yaml") == before.replace("version: 3", "version: 4")


def test_a_byte_order_mark_stays_at_the_top() -> None:
    assert arranged("\ufeff" + MIXED, "sample.yaml") == "\ufeff" + ORDERED


def test_a_layout_that_would_change_a_text_is_refused_with_its_key() -> None:
    text = "rule: dprk.sample\nsays: |\n  one   \n  two\n"

    with pytest.raises(RuleError, match="under says; write blanks"):
        arranged(text, "sample.yaml")


def test_what_is_no_yaml_is_refused_with_its_place_once() -> None:
    with pytest.raises(RuleError) as refused:
        arranged("rule: [\n", "sample.yaml")

    assert str(refused.value).count("sample.yaml:") == 1
