"""Tests that a rule lacks, and rows that no file would hold."""

from collections.abc import Mapping

from screener.codes.day_spans import days_meant
from screener.content.nodes import ListNode, MapNode, ScalarNode
from screener.model.field import Field
from screener.rules.checker_evidence import UNJUDGED
from screener.rules.finds import CARRIED_AS
from screener.rules.known import Known
from screener.rules.literals import read_value
from screener.rules.reader import Reading
from screener.rules.schema import Compare, Condition, Finds, Test
from screener.rules.world import Written, leaves_of

_READ_BY_TYPE = frozenset({"money", "number", "date", "hs"})
_GAPLESS = frozenset({"is_missing"})


def lint_tests(reading: Reading) -> None:
    """Report rules without a test of a missing column (R054), and unlike rows (R056)."""
    for written in reading.rules:
        if written.rule.status not in UNJUDGED and written.readable:
            _check_missing(written, reading)
        _check_rows(written, reading)


def _check_missing(written: Written, reading: Reading) -> None:
    expected = {example.expect for example in written.rule.tests}
    leaves = tuple(leaves_of(written.rule.when, reading.world.named))
    columns = [column for leaf in leaves for column in gaps_of(leaf, reading.world.known)]
    if columns and "unknown" not in expected:
        message = f"no test shows what this rule answers without {columns[0]}"
        advice = "add a row that leaves it out, with expect: unknown"
        reading.world.diagnostics.add(
            "R054", written.key("tests"), message, advice, severity="warning"
        )


def gaps_of(leaf: Condition, known: Known) -> tuple[str, ...]:
    """Return the columns whose emptiness leaves a test open."""
    columns: tuple[str, ...] = ()
    match leaf:
        case Test(column, test) if test not in _GAPLESS:
            columns = (column,)
        case Compare(left, _, _, right):
            columns = (left, right)
        case Finds():
            if leaf.columns is None:
                return _carriers(leaf, known)
            columns = leaf.columns
    return tuple(name for name in columns if _is_gap(known.fields.get(name)))


def _carriers(leaf: Finds, known: Known) -> tuple[str, ...]:
    """Return the columns that settle whether entries are there; any one of them does."""
    kinds = {CARRIED_AS[kind] for kind in known.sought_kinds(leaf)}
    return tuple(name for name, field in known.fields.items() if kinds & {*field.carries})


def _is_gap(field: Field | None) -> bool:
    return field is not None and field.gap_if_empty


def _check_rows(written: Written, reading: Reading) -> None:
    """Report cells that their column could not be read from; a test of a gap may hold some."""
    tests = written.node.get("tests")
    rows = {(one.at.line, one.at.column): one for one in written.rule.tests}
    for item in tests.items if isinstance(tests, ListNode) else ():
        example = rows.get((item.mark.line, item.mark.column))
        if example is None or not isinstance(item, MapNode) or example.expect == "unknown":
            continue
        for part in ("row", "with"):
            cells = item.get(part)
            for key, value in cells.entries if isinstance(cells, MapNode) else ():
                field = reading.world.known.fields.get(key.text)
                if isinstance(value, ScalarNode) and _is_unlike(field, value.text, example.row):
                    message = f'no file has "{value.text}" in {key.text}'
                    advice = f"write it as a {field.type if field else 'text'} column holds it"
                    reading.world.diagnostics.add(
                        "R056", value.mark, message, advice, severity="warning"
                    )


def _is_unlike(field: Field | None, text: str, row: Mapping[str, str]) -> bool:
    if field is None or field.type not in _READ_BY_TYPE or not text.strip():
        return False
    value = read_value(field, {**row, field.name: text})
    if field.type == "money" and value is None:
        return not any(char.isdigit() for char in text)
    if (
        field.type == "date"
    ):  # of two readings, or a month: unread by a test, and yet as files hold it
        return days_meant(text) is None
    return value is None
