"""Conditions of rule files: one key each, read into values (rules.md, 3.3)."""

import re
from collections.abc import Callable, Mapping

from screener.content.diagnostics import Diagnostics, suggestion
from screener.content.nodes import ListNode, MapNode, Node, ScalarNode
from screener.rules.checker_columns import read_test
from screener.rules.checker_finds import read_compare, read_finds
from screener.rules.known import Known
from screener.rules.schema import All, AnyOf, AtLeast, Condition, Fired, Use

_SMALL_NUMBER = re.compile(r"[0-9]{1,4}")
_NOT_COUNTED = frozenset({"draft", "retired"})


def read_condition(node: Node, known: Known, diagnostics: Diagnostics) -> Condition | None:
    """Return the condition that ``node`` writes; None with diagnostics if it is wrong."""
    return _ConditionReader(known, diagnostics).read(node)


def read_vetoes(node: Node, known: Known, diagnostics: Diagnostics) -> Condition | None:
    """Return the condition of `unless`: one of a list that is shown is enough."""
    reader = _ConditionReader(known, diagnostics)
    return reader.any_of(node, "unless") if isinstance(node, ListNode) else reader.read(node)


class _ConditionReader:
    def __init__(self, known: Known, diagnostics: Diagnostics) -> None:
        self._known = known
        self._diagnostics = diagnostics

    def read(self, node: Node) -> Condition | None:
        if isinstance(node, ListNode):
            advice = "write all: or any: before the list"
            self._diagnostics.add("R004", node.mark, "a condition is not a list", advice)
            return None
        if not isinstance(node, MapNode) or not node.entries:
            advice = 'write one line "field: {test: value}"'
            self._diagnostics.add("R004", node.mark, "a condition is a key and its value", advice)
            return None
        found = [self._one(key, value) for key, value in node.entries]
        if len(node.entries) > 1:
            message = (
                'each condition is one line "field: {test: value}"; '
                f"this one has {len(node.entries)} keys"
            )
            advice = 'put a "- " before each key to make separate conditions'
            self._diagnostics.add("R020", node.entries[0][0].mark, message, advice)
            return None
        return found[0]

    def _one(self, key: ScalarNode, value: Node) -> Condition | None:
        operator = _OPERATORS.get(key.text)
        if operator is not None:
            return operator(self, value)
        field = self._known.fields.get(key.text)
        if field is None:
            advice = suggestion(key.text, [*_OPERATORS, *self._known.fields], "known")
            self._diagnostics.add("R021", key.mark, f'unknown field "{key.text}"', advice)
            return None
        if not isinstance(value, MapNode):
            advice = f"write {key.text}: {{test: value}}"
            self._diagnostics.add("R004", value.mark, f"{key.text} needs a test", advice)
            return None
        return read_test(field, value, self._known, self._diagnostics)

    def all_of(self, node: Node) -> Condition | None:
        """Read `all`."""
        parts = self._parts(node, "all")
        return All(parts) if parts is not None else None

    def any_of(self, node: Node, key: str = "any") -> Condition | None:
        """Read `any`."""
        parts = self._parts(node, key)
        return AnyOf(parts) if parts is not None else None

    def at_least(self, node: Node) -> Condition | None:
        """Read `at_least: {n: ..., of: [...]}`."""
        if not isinstance(node, MapNode):
            self._diagnostics.add("R004", node.mark, "write at_least: {n: 2, of: [...]}")
            return None
        for key, _ in node.entries:
            if key.text not in {"n", "of"}:
                message = f'unknown key "{key.text}" in at_least'
                self._diagnostics.add("R001", key.mark, message, "known keys: n, of")
        number, parts = node.get("n"), self._listed(node)
        if not isinstance(number, ScalarNode):
            self._diagnostics.add("R002", node.mark, 'missing key "n" in at_least')
            return None
        if parts is None:
            return None
        count = int(number.text) if _SMALL_NUMBER.fullmatch(number.text) else 0
        if not 1 <= count <= len(parts):
            message = f"at least {number.text} of {len(parts)} can never be asked for"
            advice = f"write a number from 1 to {len(parts)}"
            self._diagnostics.add("R023", number.mark, message, advice)
            return None
        return AtLeast(count, parts)

    def _listed(self, node: MapNode) -> tuple[Condition, ...] | None:
        listed = node.get("of")
        if listed is None:
            self._diagnostics.add("R002", node.mark, 'missing key "of" in at_least')
            return None
        return self._parts(listed, "of")

    def use(self, node: Node) -> Condition | None:
        """Read `use`: the name of a condition of the pack."""
        if not isinstance(node, ScalarNode):
            self._diagnostics.add("R004", node.mark, "use names one condition")
            return None
        if node.text not in self._known.conditions:
            advice = suggestion(node.text, sorted(self._known.conditions), "conditions")
            self._diagnostics.add("R026", node.mark, f'no condition "{node.text}"', advice)
            return None
        return Use(node.text)

    def fired(self, node: Node) -> Condition | None:
        """Read `fired`: the id of a rule that is evaluated."""
        if not isinstance(node, ScalarNode):
            self._diagnostics.add("R004", node.mark, "fired names one rule")
            return None
        status = self._known.rules.get(node.text)
        if status is None:
            advice = suggestion(node.text, sorted(self._known.rules), "rules")
            self._diagnostics.add("R026", node.mark, f'no rule "{node.text}"', advice)
            return None
        if status in _NOT_COUNTED:
            message = f"{node.text} is {status} and is never evaluated"
            self._diagnostics.add("R031", node.mark, message)
            return None
        return Fired(node.text)

    def finds(self, node: Node) -> Condition | None:
        """Read `finds`."""
        return read_finds(node, self._known, self._diagnostics)

    def compare(self, node: Node) -> Condition | None:
        """Read `compare`."""
        return read_compare(node, self._known, self._diagnostics)

    def _parts(self, node: Node, key: str) -> tuple[Condition, ...] | None:
        """Return the conditions of a list, having read every one."""
        if not isinstance(node, ListNode):
            advice = 'write each condition on a line of its own after "- "'
            self._diagnostics.add("R004", node.mark, f'"{key}" must be a list', advice)
            return None
        if not node.items:
            self._diagnostics.add("R022", node.mark, f'"{key}" lists nothing')
            return None
        read = [self.read(item) for item in node.items]
        parts = tuple(part for part in read if part is not None)
        return parts if len(parts) == len(read) else None


_OPERATORS: Mapping[str, Callable[[_ConditionReader, Node], Condition | None]] = {
    "all": _ConditionReader.all_of,
    "any": _ConditionReader.any_of,
    "at_least": _ConditionReader.at_least,
    "finds": _ConditionReader.finds,
    "use": _ConditionReader.use,
    "compare": _ConditionReader.compare,
    "fired": _ConditionReader.fired,
}

OPERATORS = tuple(_OPERATORS)
"""The keys of conditions that are no columns, in the order of the reference."""
