"""Every code has a page that is true: its bad example raises it, its good example nothing."""

import re

import pytest

from screener.rules.checks import CHECKS, Check
from tests.docs import rule_codes

HEADINGS = ["What", "Why", "Bad", "Good", "Silencing"]
ELSEWHERE = {
    "R033": "needs an earlier pack",
    "R072": "stands in an overlay",
    "R075": "stands in an overlay",
    "R077": "needs a lock beside an overlay",
}
RUN = [check for check in CHECKS if check.code not in ELSEWHERE]
WARNINGS = [check for check in RUN if check.severity == "warning"]
assert len(RUN) > 50, "the checks are missing"
assert WARNINGS, "no check is a warning"


def _code(check: Check) -> str:
    return check.code


def test_pages_are_those_of_the_codes() -> None:
    pages = {path.stem for path in rule_codes.FOLDER.glob("R*.md")} - {"README"}

    assert pages == {check.code for check in CHECKS}


def test_the_index_lists_every_code_with_its_title() -> None:
    text = (rule_codes.FOLDER / "README.md").read_text(encoding="utf-8")
    listed = re.findall(
        r"^\| \[(R\d+)\]\((R\d+)\.md\) \| (\w+)(, by the day)? \| (.+) \|$", text, re.MULTILINE
    )

    assert listed == [
        (one.code, one.code, one.severity, ", by the day" * one.dated, one.title) for one in CHECKS
    ]


@pytest.mark.parametrize("check", CHECKS, ids=_code)
def test_a_page_says_what_why_and_how(check: Check) -> None:
    page = rule_codes.page(check.code)

    assert page.title == f"# {check.code} {check.title}"
    assert [*page.parts] == HEADINGS
    assert all(text.strip() for text in page.parts.values())


@pytest.mark.parametrize("check", RUN, ids=_code)
def test_the_bad_example_raises_the_code_and_no_other(check: Check) -> None:
    found, _ = rule_codes.found(rule_codes.page(check.code).example("Bad"))

    assert {(one.code, one.severity) for one in found} == {(check.code, check.severity)}


@pytest.mark.parametrize("check", RUN, ids=_code)
def test_the_good_example_raises_nothing(check: Check) -> None:
    found, _ = rule_codes.found(rule_codes.page(check.code).example("Good"))

    assert [one.render() for one in found] == []


@pytest.mark.parametrize("check", WARNINGS, ids=_code)
def test_a_warning_is_silenced_as_its_page_says(check: Check) -> None:
    page = rule_codes.page(check.code)

    found, silenced = rule_codes.found(page.example("Bad") + page.example("Silencing"))

    assert [one.render() for one in found] == []
    assert {one.found.code for one in silenced} == {check.code}


def test_the_sample_rule_is_clean() -> None:
    found, silenced = rule_codes.found("x: {}\n")

    assert (found, silenced) == ([], ())
