"""The worked examples of the rule design prove themselves against the shipped lists."""

import shutil
from pathlib import Path

import pytest

from screener.factory import load
from screener.pipeline import Screener
from screener.resources import shipped
from screener.rules.mutate import mutate
from tests.rules.checked_world import AS_OF, PACK

RULES = {
    "dprk.border-handwork",
    "dprk.military-mask-arm",
    "listed.cbp-dprk-maker",
    "location.dprk-loading-or-address",
    "origin.dprk-declared",
    "route.third-country-finishing",
}
CONDITIONS = {"machine-made", "origin-cn-or-blank"}


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Screener:
    """Return a screener with the examples for its pack, and the shipped columns and lists."""
    folder = tmp_path_factory.mktemp("examples") / "rules"
    shutil.copytree(PACK, folder)
    for name in ("fields.yaml", "basis.yaml"):
        (folder / name).write_text((shipped("rules") / name).read_text(encoding="utf-8"), "utf-8")
    return load(rules=Path(folder), as_of=AS_OF)


def test_every_example_loads(examples: Screener) -> None:
    assert {rule.id for rule in examples.pack.rules} == RULES
    assert set(examples.pack.conditions) == CONDITIONS


def test_every_test_of_the_examples_passes(examples: Screener) -> None:
    results = examples.run_rule_tests()

    assert {result.subject for result in results} == RULES | CONDITIONS
    assert [(one.subject, one.test, one.got) for one in results if not one.passed] == []


def test_every_edit_of_the_examples_is_noticed(examples: Screener) -> None:
    results = mutate(examples.evaluator, examples.examined, examples.today)

    survivors = [
        (result.subject, one.change)
        for result in results
        for one in result.mutations
        if not one.caught
    ]
    assert survivors == []
    assert all(result.mutations for result in results)
