"""Tests of docs/reference/rule-language.md: its examples load, and it names every test."""

import re

import pytest

from screener.rules.checker_columns import TESTS
from screener.rules.checker_conditions import OPERATORS
from tests.rules.checked_world import HERE, checked

REFERENCE = (HERE.parents[1] / "docs/reference/rule-language.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", REFERENCE, re.DOTALL)
assert EXAMPLES, "the reference has no examples"


@pytest.mark.parametrize("text", EXAMPLES, ids=lambda text: text.splitlines()[0])
def test_example_of_the_reference_loads(text: str) -> None:
    kind, _, name = text.splitlines()[0].partition(": ")
    folder = "conditions/" if kind == "condition" else ""

    pack, found = checked(**{f"{folder}{name.replace('.', '/')}.yaml": text})

    assert [problem.render() for problem in found if problem.severity == "error"] == []
    assert pack is not None


@pytest.mark.parametrize("kind", list(TESTS))
def test_reference_names_every_test_of_a_type(kind: str) -> None:
    (row,) = [line for line in REFERENCE.splitlines() if line.startswith(f"| {kind} |")]

    assert [test for test in TESTS[kind] if f"`{test}" not in row] == []


@pytest.mark.parametrize("key", OPERATORS)
def test_reference_names_every_condition(key: str) -> None:
    assert f"`{key}: " in REFERENCE
