"""Inline tests of rules and conditions: their rows, and which there must be."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Literal

import msgspec

from screener.codes.money import Money
from screener.content.diagnostics import Diagnostics, suggestion
from screener.content.nodes import ListNode, MapNode, Node, ScalarNode
from screener.content.structs import read_struct
from screener.model.field import Field
from screener.rules.checker_evidence import UNJUDGED
from screener.rules.checker_finds import report_column
from screener.rules.fields import with_derived
from screener.rules.known import Known
from screener.rules.literals import money_literal, number_literal, read_value
from screener.rules.schema import At, Example, Test
from screener.rules.world import World, Written, leaves_of, place_of

_LIMITED = frozenset({"below", "at_most", "above", "at_least", "between"})


class _Test(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    expect: str
    row: dict[str, str] | None = None
    like: str | None = None
    changes: dict[str, str] = msgspec.field(default_factory=dict, name="with")
    points: int | None = None


class RuleTest(_Test, frozen=True, kw_only=True):
    """An inline test of a rule as its file writes it."""

    expect: Literal["hit", "miss", "unknown", "excepted"]


class ConditionTest(_Test, frozen=True, kw_only=True):
    """An inline test of a named condition as its file writes it."""

    expect: Literal["true", "false", "unknown"]


UNWRITTEN = "write such a line"
"""What stands in a row of a new draft until its author writes it."""


class _Accepted(msgspec.Struct, frozen=True, kw_only=True):
    mutation_ok: tuple[str, ...]
    reason: str


def read_examples(
    node: Node | None, known: Known, diagnostics: Diagnostics, *, of_rule: bool
) -> tuple[Example, ...]:
    """Return the inline tests that are right, each with its full row.

    A test gives a ``row``, or says ``like`` another and what it changes ``with``. Empty cells
    are left out.
    """
    if not isinstance(node, ListNode):
        return ()
    kind = RuleTest if of_rule else ConditionTest
    written: dict[str, tuple[_Test, Node]] = {}
    for item in node.items:
        _check_columns(item, known, diagnostics)
        test = read_struct(item, kind, diagnostics)
        if test is not None and test.name in written:
            message = f'a test is called "{test.name}" already'
            diagnostics.add("R008", place_of(item, "name"), message)
        elif test is not None:
            written[test.name] = (test, item)
    read = (_example(name, written, diagnostics) for name in written)
    return tuple(example for example in read if example is not None)


def _check_columns(item: Node, known: Known, diagnostics: Diagnostics) -> None:
    for part in ("row", "with"):
        cells = item.get(part) if isinstance(item, MapNode) else None
        for key, _ in cells.entries if isinstance(cells, MapNode) else ():
            field = known.fields.get(key.text)
            if field is None:
                report_column(key.text, key.mark, known, diagnostics)
            elif field.derived_from:
                message = f"{key.text} is derived; fill {', '.join(field.derived_from)}"
                diagnostics.add("R021", key.mark, message)


def _example(
    name: str, written: Mapping[str, tuple[_Test, Node]], diagnostics: Diagnostics
) -> Example | None:
    test, node = written[name]
    if test.points is not None and test.expect != "hit":
        message = f'"points" goes with "expect: hit", not with {test.expect}'
        diagnostics.add("R004", place_of(node, "points"), message)
        return None
    row = _row(name, written, diagnostics)
    if row is None:
        return None
    mark = node.mark
    return Example(
        name=name,
        row={column: text for column, text in row.items() if text.strip()},
        expect=test.expect,
        points=test.points,
        at=At(mark.path, mark.line, mark.column),
    )


def _row(
    name: str, written: Mapping[str, tuple[_Test, Node]], diagnostics: Diagnostics
) -> dict[str, str] | None:
    """Return the row of a test, following what it is like; None with a diagnostic."""
    changes: list[Mapping[str, str]] = []
    followed: list[str] = []
    while True:
        test, node = written[name]
        followed.append(name)
        if (test.row is None) == (test.like is None):
            message = f'test "{name}" needs either a row or "like" another test'
            diagnostics.add("R002", node.mark, message)
            return None
        changes.append(test.changes)
        if test.row is not None:
            changes.append(test.row)
            break
        if test.like not in written:
            advice = suggestion(str(test.like), written, "tests")
            message = f'no test is called "{test.like}"'
            diagnostics.add("R026", place_of(node, "like"), message, advice)
            return None
        name = str(test.like)
        if name in followed:
            message = f'"{followed[0]}" is like itself in the end'
            diagnostics.add("R029", place_of(node, "like"), message)
            return None
    row: dict[str, str] = {}
    for cells in reversed(changes):
        row.update(cells)
    return row


def check_presence(
    node: MapNode, status: str, examples: Sequence[Example], diagnostics: Diagnostics
) -> None:
    """Report a rule without a test that hits, or without one that misses (R050, R051).

    A row that still holds what a draft is given is none.
    """
    written = node.get("tests")
    if status in UNJUDGED or (isinstance(written, ListNode) and len(written.items) > len(examples)):
        return  # A test that could not be read has its own message, and may be the one.
    expected = {one.expect for one in examples if UNWRITTEN not in one.row.values()}
    for verdict, code, what in (("hit", "R050", "hits"), ("miss", "R051", "misses")):
        if verdict not in expected:
            message = f"no test of this rule {what}"
            advice = f"add a row to tests with expect: {verdict}"
            diagnostics.add(code, place_of(node, "tests"), message, advice)


def check_limits(written: Written, world: World) -> None:
    """Report limits without a test at them, as warnings (R053)."""
    rule = written.rule
    conditions = [rule.when, *(extra.condition for extra in rule.more)]
    leaves = [leaf for condition in conditions for leaf in leaves_of(condition, world.named)]
    for column, text in _untested(leaves, rule.tests, world.known.fields):
        message = f"no test has {column} exactly at {text}"
        world.diagnostics.add("R053", written.place("tests"), message, severity="warning")


def _untested(
    leaves: Sequence[object], examples: Sequence[Example], fields: Mapping[str, Field]
) -> Iterator[tuple[str, str]]:
    """Yield (column, limit) for each limit that no test row meets exactly."""
    limits = dict.fromkeys(
        (leaf.column, text)
        for leaf in leaves
        if isinstance(leaf, Test) and leaf.test in _LIMITED
        for text in leaf.values
    )
    rows = [with_derived(example.row, fields) for example in examples] if limits else []
    for column, text in limits:
        values = [read_value(fields[column], row) for row in rows]
        if not any(_is_at(value, text) for value in values):
            yield column, text


def _is_at(value: object, text: str) -> bool:
    if isinstance(value, Money):
        limit = money_literal(text)
        return limit is not None and value.compared(limit) == 0
    return isinstance(value, Decimal) and value == number_literal(text)


def check_list(node: Node | None, diagnostics: Diagnostics) -> None:
    """Report tests that are no list, or an empty one."""
    if isinstance(node, ListNode) and not node.items:
        diagnostics.add("R022", node.mark, '"tests" lists nothing')
    elif isinstance(node, ScalarNode | MapNode):
        diagnostics.add("R004", node.mark, '"tests" must be a list')


def read_mutation_ok(node: Node | None, diagnostics: Diagnostics) -> tuple[str, ...]:
    """Return the mutations that ``x`` lists as needing no test; a reason must stand beside.

    The rest of ``x`` is the author's own and is not read.
    """
    entries = node.entries if isinstance(node, MapNode) else ()
    ours = tuple(entry for entry in entries if entry[0].text in ("mutation_ok", "reason"))
    if node is None or not any(key.text == "mutation_ok" for key, _ in ours):
        return ()
    written = read_struct(MapNode(node.mark, ours), _Accepted, diagnostics)
    return written.mutation_ok if written is not None else ()
