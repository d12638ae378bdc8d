"""Bulk and single-row evaluation agree: on every inline test, and on random rows of each rule.

``benchmarks/soak/rules_agree.py`` compares 10,000 rows a rule.
"""

import random

import pytest

from benchmarks.soak.rules_agree import disagreements, random_rows
from screener.pipeline import Screener
from tests.rules.packs import RULES as FILES

RULES = sorted(
    f"{path.parent.name}.{path.stem}"
    for path in FILES.glob("*/*.yaml")
    if path.parent.name != "conditions"
)
assert RULES, "the pack has no rule"


@pytest.mark.slow
def test_both_ways_agree_on_every_inline_test(screener: Screener) -> None:
    pack = screener.pack
    rows = [test.row for rule in pack.rules for test in rule.tests]
    rows += [test.row for named in pack.conditions.values() for test in named.tests]

    assert disagreements(screener, rows) == []


@pytest.mark.parametrize("name", RULES)
def test_both_ways_agree_on_random_rows(name: str, screener: Screener) -> None:
    rule = next(one for one in screener.pack.rules if one.id == name)
    rows = list(random_rows(rule, 40, random.Random(name)))

    assert disagreements(screener, rows) == []


def test_random_rows_reach_more_than_one_answer(screener: Screener) -> None:
    rule = next(one for one in screener.pack.rules if one.id == "dprk.border-handwork")
    rows = list(random_rows(rule, 300, random.Random(1)))

    states = {
        screener.evaluator.explain(row, screener.today, rule.id).state
        for row in screener.examined(rows)
    }
    assert {"hit", "miss", "unknown"} <= states
