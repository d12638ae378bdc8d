"""Checks of a rule's head: id, days, numbers, group, relations, what its status asks for."""

import re
from collections.abc import Iterator

from screener.content.diagnostics import Diagnostics, suggestion
from screener.content.nodes import MapNode, ScalarNode
from screener.rules.checker_literals import wrong_date
from screener.rules.rule_file import RuleFile
from screener.rules.schema import COUNTED
from screener.rules.world import World, place_of

RULE_ID = re.compile(r"[a-z][a-z0-9-]{0,39}(?:\.[a-z0-9][a-z0-9-]{0,59})+")
CONDITION_ID = re.compile(r"[a-z][a-z0-9-]{0,59}")

_Path = tuple[str | int, ...]


def check_id(
    node: MapNode, key: str, form: re.Pattern[str], expected: str, diagnostics: Diagnostics
) -> None:
    """Report an id of a wrong form, or one that is not that of its file (R007)."""
    value = node.get(key)
    if not isinstance(value, ScalarNode) or value.is_blank:
        return
    if form.fullmatch(value.text) is None:
        advice = "write small letters, digits and hyphens; in a rule, parts joined by dots"
        diagnostics.add("R007", value.mark, f'"{value.text}" is not an id', advice)
    elif value.text != expected:
        message = f'"{value.text}" stands in the file of "{expected}"'
        advice = "the id is the path: rename the file, never a published id"
        diagnostics.add("R007", value.mark, message, advice)


def check_header(node: MapNode, written: RuleFile, world: World) -> None:
    """Report what is wrong in the head of a rule, its text aside."""
    for code, path, message in (*_wrong_days(written), *_wrong_numbers(written)):
        world.diagnostics.add(code, place_of(node, *path), message)
    for key in _missing_for_status(written):
        message = f'missing key "{key}" in a rule with status {written.status}'
        world.diagnostics.add("R002", place_of(node, "status"), message)
    _check_reviewer(node, written, world)
    if written.replaced_by is not None and written.replaced_by not in world.known.rules:
        advice = suggestion(written.replaced_by, sorted(world.known.rules), "rules")
        message = f'no rule "{written.replaced_by}" that could replace this one'
        world.diagnostics.add("R026", place_of(node, "replaced_by"), message, advice)
    for number, related in enumerate(written.related):
        if related.how != "renamed" and related.rule not in world.known.rules:
            place = place_of(node, "related", number, "rule")
            advice = suggestion(related.rule, sorted(world.known.rules), "rules")
            world.diagnostics.add("R026", place, f'no rule "{related.rule}"', advice)
    _check_group(node, written, world)


def _check_reviewer(node: MapNode, written: RuleFile, world: World) -> None:
    """Report a rule that counts and that only its owner has looked at (R076)."""
    reviewer, owner = ((text or "").strip() for text in (written.reviewed_by, written.owner))
    if written.status in COUNTED and reviewer and reviewer.casefold() == owner.casefold():
        message = f"{reviewer} owns this rule and cannot review it"
        advice = "name the role of a second person who looked at the rule and at its backtest"
        world.diagnostics.add("R076", place_of(node, "reviewed_by"), message, advice)


def _check_group(node: MapNode, written: RuleFile, world: World) -> None:
    policy, group = world.known.policy, written.adds.group
    if policy is not None and group not in policy.groups:
        message = f'"{group}" is not a group of the policy'
        advice = suggestion(group, policy.groups, "groups")
        world.diagnostics.add("R005", place_of(node, "adds", "group"), message, advice)


def _wrong_days(written: RuleFile) -> Iterator[tuple[str, _Path, str]]:
    days: list[tuple[_Path, str | None]] = [
        (("introduced",), written.introduced),
        (("review_by",), written.review_by),
        (("until",), written.until),
        *((("except", n, "expires"), one.expires) for n, one in enumerate(written.exemptions)),
    ]
    for path, text in days:
        problem = wrong_date(text) if text else None
        if problem is not None:
            yield problem.code, path, f"{problem.message}; {problem.advice}"


def _wrong_numbers(written: RuleFile) -> Iterator[tuple[str, _Path, str]]:
    if written.version < 1:
        yield "R004", ("version",), "versions count from 1"
    numbers: list[tuple[_Path, int | None]] = [
        (("adds", "points"), written.adds.points),
        (("adds", "cap"), written.adds.cap),
        *((("adds", "more", n, "points"), more.points) for n, more in enumerate(written.adds.more)),
    ]
    for path, number in numbers:
        if number is not None and number < 0:
            yield "R004", path, "points are not negative: nothing subtracts"


def _missing_for_status(written: RuleFile) -> Iterator[str]:
    """Yield the keys that a rule of this status must have."""
    if written.status != "draft" and not written.owner.strip():
        yield "owner"
    if written.status in COUNTED and not (written.reviewed_by or "").strip():
        yield "reviewed_by"
    if written.status == "deprecated" and written.until is None:
        yield "until"
    if written.status == "deprecated" and not (written.replaced_by or written.reason):
        yield "replaced_by"
