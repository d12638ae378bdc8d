"""Tests of screener.rules.policy."""

import pytest

from screener.content.diagnostics import Diagnostics
from screener.content.nodes import compose
from screener.rules.policy import read_policy
from screener.rules.schema import Group, Policy
from tests.rules.checked_world import HERE, PACK

TEXT = (PACK / "policy.yaml").read_text(encoding="utf-8")


def read(text: str) -> tuple[Policy | None, list[tuple[str, str]]]:
    diagnostics = Diagnostics()
    node = compose(text, "policy.yaml", diagnostics)
    assert node is not None
    policy = read_policy(node, diagnostics)
    return policy, [(problem.code, problem.message) for problem in diagnostics.errors]


def test_policy_is_read_as_written() -> None:
    policy, problems = read(TEXT)

    assert problems == []
    assert policy is not None
    assert policy.tiers == {"T1": 20, "T2": 57, "T3": 101}
    assert (policy.without_floor, policy.families_for_context_t3) == ("T1", 4)
    assert policy.within_group == (100, 25, 10)
    assert policy.groups["labour"] == Group(id="labour", note="")
    assert policy.groups["price"].note == "only relative to peers doing the same work"
    assert policy.grade_caps == {
        "single-anonymous": 35,
        "single-outlet": 45,
        "official-record": 100,
    }
    assert policy.review_budget == 0.005


def test_shipped_policy_is_read() -> None:
    _, problems = read((HERE.parents[1] / "rules/policy.yaml").read_text(encoding="utf-8"))

    assert problems == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("T1: 20, ", "", "rising"),
        ("T1: 20", "T1: 0", "rising"),
        ("T1: 20", "T1: 57", "rising"),
        ("T3: 101", "T4: 101", "rising"),
        ("without_floor: T1", "without_floor: T2", "points alone show no more"),
        ("families_for_context_t3: 4", "families_for_context_t3: 0", "at least 1"),
        ("[100, 25, 10]", "[]", "do not rise"),
        ("[100, 25, 10]", "[120, 25]", "do not rise"),
        ("[100, 25, 10]", "[100, -5]", "do not rise"),
        ("official-record: 100", "official-record: -1", "nothing subtracts"),
        ("0.5% of lines at T2 or above", "0.5%", "write it like"),
    ],
)
def test_wrong_policy_is_refused(old: str, new: str, message: str) -> None:
    assert old in TEXT

    policy, problems = read(TEXT.replace(old, new))

    assert policy is None
    assert [code for code, _ in problems] == ["R004"]
    assert message in problems[0][1]


def test_policy_that_is_no_mapping_is_refused() -> None:
    assert read("[a]") == (None, [("R004", "a policy must be a mapping of keys")])
