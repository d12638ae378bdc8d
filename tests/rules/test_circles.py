"""Tests of screener.rules.circles."""

import pytest

from tests.rules.checked_world import PACK, checked

CONDITION = """condition: {name}
version: 1
meaning: Something
{body}
tests:
  - {{name: a, row: {{notes: b}}, expect: false}}
"""


def condition(name: str, body: str) -> dict[str, str | None]:
    return {f"conditions/{name}.yaml": CONDITION.format(name=name, body=body)}


@pytest.mark.parametrize(
    ("files", "in_circles"),
    [
        (condition("a", "use: b") | condition("b", "use: machine-made"), []),
        (condition("a", "use: a"), ["a"]),
        (condition("a", "use: b") | condition("b", "use: a"), ["a", "b"]),
        (
            condition("a", "all: [{use: b}, {use: machine-made}]")
            | condition("b", "any: [{use: c}]")
            | condition("c", "at_least: {n: 1, of: [{use: b}]}"),
            ["b", "c"],
        ),
    ],
    ids=["a chain", "itself", "two", "beside a chain"],
)
def test_conditions_in_a_circle_are_each_reported(
    files: dict[str, str | None], in_circles: list[str]
) -> None:
    _, found = checked(**files)

    circles = [problem for problem in found if problem.code == "R029"]
    assert [problem.path for problem in circles] == [
        f"pack/conditions/{name}.yaml" for name in in_circles
    ]


def test_rules_that_ask_each_other_are_each_reported() -> None:
    origin = (PACK / "origin/dprk-declared.yaml").read_text(encoding="utf-8")
    asked = "when:\n  fired: {}\n"
    when = "when:\n  finds: {any_of: [P-KP], in: [country_of_origin]}\n"
    assert when in origin
    says = origin.replace("{place}", "here")

    _, found = checked(
        **{
            "origin/dprk-declared.yaml": says.replace(when, asked.format("origin.second")),
            "origin/second.yaml": says.replace(when, asked.format("origin.dprk-declared")).replace(
                "origin.dprk-declared\nversion", "origin.second\nversion"
            ),
        }
    )

    assert [(problem.code, problem.path) for problem in found if problem.severity == "error"] == [
        ("R029", "pack/origin/dprk-declared.yaml"),
        ("R029", "pack/origin/second.yaml"),
    ]
