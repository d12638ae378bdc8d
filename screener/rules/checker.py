"""One rule or condition file: its mapping becomes a value, with every check of its parts."""

from typing import NamedTuple

from screener.content.diagnostics import Diagnostics
from screener.content.nodes import ListNode, MapNode, Node, ScalarNode
from screener.content.structs import read_struct
from screener.rules.checker_conditions import OPERATORS, read_condition, read_vetoes
from screener.rules.checker_evidence import UNJUDGED, check_evidence
from screener.rules.checker_examples import (
    check_limits,
    check_list,
    check_presence,
    read_examples,
    read_mutation_ok,
)
from screener.rules.checker_exceptions import check_exceptions
from screener.rules.checker_header import CONDITION_ID, RULE_ID, check_header, check_id
from screener.rules.checker_logic import check_condition_logic, check_logic
from screener.rules.checker_phrases import check_phrases
from screener.rules.checker_wording import check_wording
from screener.rules.known import Known
from screener.rules.rule_file import ConditionFile, RuleFile
from screener.rules.schema import (
    All,
    At,
    Condition,
    Example,
    Exemption,
    Extra,
    NamedCondition,
    Rule,
)
from screener.rules.world import World, Written

_HEAD_OF_CONDITION = frozenset({"condition", "version", "meaning", "tests", "x"})
UNREAD = All(())
"""Stands for a condition that could not be read; its pack is refused."""


class _Conditions(NamedTuple):
    """The conditions of a rule, None for what could not be read, and mutations accepted."""

    when: Condition | None
    unless: Condition | None
    more: tuple[Condition | None, ...]
    exempted: tuple[Condition | None, ...]
    mutation_ok: tuple[str, ...]


def read_rule(node: MapNode, expected_id: str, world: World) -> Rule | None:
    """Return the rule of one file, all checks made; None if its head could not be read.

    A rule with a diagnostic may come back too; its pack is refused.
    """
    known, diagnostics = world.known, world.diagnostics
    written = read_struct(node, RuleFile, diagnostics)
    check_id(node, "rule", RULE_ID, expected_id, diagnostics)
    check_phrases(node, known, diagnostics)
    conditions = _conditions(node, known, diagnostics)
    check_list(node.get("tests"), diagnostics)
    tests = read_examples(node.get("tests"), known, diagnostics, of_rule=True)
    check_presence(node, _text(node, "status"), tests, diagnostics)
    if written is None:
        return None
    check_header(node, written, world)
    rule = _rule(node, written, conditions, tests)
    _check_rule(Written(rule, node, conditions.when is not None), world)
    return rule


def _check_rule(written: Written, world: World) -> None:
    check_evidence(written, world)
    check_wording(written, world)
    check_exceptions(written, world)
    check_logic(written, world)
    if written.rule.status not in UNJUDGED:
        check_limits(written, world)


def _conditions(node: MapNode, known: Known, diagnostics: Diagnostics) -> _Conditions:
    unless = node.get("unless")
    return _Conditions(
        when=_read(node.get("when"), known, diagnostics),
        unless=read_vetoes(unless, known, diagnostics) if unless is not None else None,
        more=_each(node.get("adds"), "more", "if", known, diagnostics),
        exempted=_each(node, "except", "when", known, diagnostics),
        mutation_ok=read_mutation_ok(node.get("x"), diagnostics),
    )


def _read(node: Node | None, known: Known, diagnostics: Diagnostics) -> Condition | None:
    """Return a condition; one that is not there was reported as a missing key."""
    return read_condition(node, known, diagnostics) if node is not None else None


def _each(
    node: Node | None, listed: str, key: str, known: Known, diagnostics: Diagnostics
) -> tuple[Condition | None, ...]:
    """Return the conditions under ``key`` of each item of a list."""
    value = node.get(listed) if isinstance(node, MapNode) else None
    items = value.items if isinstance(value, ListNode) else ()
    return tuple(
        _read(item.get(key), known, diagnostics) if isinstance(item, MapNode) else None
        for item in items
    )


def _rule(
    node: MapNode, written: RuleFile, conditions: _Conditions, tests: tuple[Example, ...]
) -> Rule:
    return Rule(
        id=written.rule,
        version=written.version,
        title=_flat(written.title),
        family=written.family,
        status=written.status,
        owner=written.owner,
        introduced=written.introduced,
        review_by=written.review_by,
        why=_flat(written.why),
        basis=written.basis,
        claims=written.claims,
        form=written.wording.form,
        asserts=written.wording.asserts,
        never_say=written.wording.never_say,
        when=conditions.when or UNREAD,
        unless=conditions.unless,
        group=written.adds.group,
        points=written.adds.points,
        cap=written.adds.cap,
        more=_extras(written, conditions),
        raises_to=written.raises_to,
        says=_flat(written.says),
        asks=tuple(map(_flat, written.asks)),
        exemptions=_exemptions(written, conditions),
        tests=tests,
        reviewed_by=written.reviewed_by,
        related=tuple((one.rule, one.how) for one in written.related),
        until=written.until,
        replaced_by=written.replaced_by,
        mutation_ok=conditions.mutation_ok,
        at=At(node.mark.path, node.mark.line, node.mark.column),
    )


def _extras(written: RuleFile, conditions: _Conditions) -> tuple[Extra, ...]:
    return tuple(
        Extra(condition=condition or UNREAD, points=more.points, claims=more.claims)
        for more, condition in zip(written.adds.more, conditions.more, strict=True)
    )


def _exemptions(written: RuleFile, conditions: _Conditions) -> tuple[Exemption, ...]:
    return tuple(
        Exemption(
            reason=_flat(one.reason),
            when=condition or UNREAD,
            approved_by=one.approved_by,
            expires=one.expires,
        )
        for one, condition in zip(written.exemptions, conditions.exempted, strict=True)
    )


def read_named_condition(node: MapNode, expected: str, world: World) -> NamedCondition | None:
    """Return the condition of one file, all checks made; None if it could not be read."""
    known, diagnostics = world.known, world.diagnostics
    head = tuple(entry for entry in node.entries if entry[0].text in _HEAD_OF_CONDITION)
    body = tuple(entry for entry in node.entries if entry[0].text not in _HEAD_OF_CONDITION)
    written = read_struct(MapNode(node.mark, head), ConditionFile, diagnostics)
    check_id(node, "condition", CONDITION_ID, expected, diagnostics)
    check_list(node.get("tests"), diagnostics)
    tests = read_examples(node.get("tests"), known, diagnostics, of_rule=False)
    if not body:
        advice = f"one of: {', '.join(OPERATORS)}, or a column"
        diagnostics.add("R002", node.mark, "this condition is named and not written", advice)
        return None
    whole = MapNode(body[0][0].mark, body)
    condition = read_condition(whole, known, diagnostics)
    if written is None or condition is None:
        return None
    check_condition_logic(condition, whole, {}, diagnostics)
    return NamedCondition(
        name=written.condition,
        version=written.version,
        meaning=_flat(written.meaning),
        condition=condition,
        tests=tests,
        mutation_ok=read_mutation_ok(node.get("x"), diagnostics),
        at=At(node.mark.path, node.mark.line, node.mark.column),
    )


def _flat(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def _text(node: MapNode, key: str) -> str:
    value = node.get(key)
    return value.text if isinstance(value, ScalarNode) else ""
