"""Tests of one column: which a type has, how many values they take, what may stand beside."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from screener.codes.hs_edition import EDITIONS, not_in_edition
from screener.codes.units import meant_unit
from screener.content.diagnostics import Diagnostics, Fix, suggestion
from screener.content.fixes import listed, rewritten
from screener.content.nodes import ListNode, MapNode, Mark, Node, ScalarNode
from screener.model.field import Field
from screener.rules.checker_literals import is_share, wrong_literal
from screener.rules.implies import excludes
from screener.rules.known import Known
from screener.rules.literals import hs_literal, is_whole_line, money_literal
from screener.rules.schema import Test

MISSING = "is_missing"
_GOODS_PRICE = "goods-price"


class Shape(NamedTuple):
    """How many values a test takes, and the options that may stand beside it."""

    fewest: int
    most: int
    options: tuple[str, ...] = ()


_ONE, _TWO, _MANY = Shape(1, 1), Shape(2, 2), Shape(1, 10_000)
_WORDS = {"says_any": _MANY, "says_all": _MANY, "says_none": _MANY}
_MEMBERS = {"is": _ONE, "in": _MANY, "not_in": _MANY}
_LIMITS = {"below": _ONE, "at_most": _ONE, "above": _ONE, "at_least": _ONE, "between": _TWO}
_UNDER = Shape(1, 10_000, ("edition",))
TESTS: Mapping[str, Mapping[str, Shape]] = {
    "text": {**_WORDS, "similar_to": _MANY, "pattern": _MANY},
    "name": {"on_list": Shape(1, 10_000, ("similarity", "needs_same_place")), **_WORDS},
    "hs": {"under": _UNDER, "not_under": _UNDER},
    "country": {**_MEMBERS, "listed_with_goods": _MANY},
    "place": {"within": _MANY, "near": _MANY},
    "money": _LIMITS,
    "number": _LIMITS,
    "date": {"on_or_after": _ONE, "before": _ONE, "within_days_of": _TWO},
    "code": _MEMBERS,
}
"""The tests of each type of column; every type also has ``is_missing``."""

# A list is wanted where several values mean "one of them"; one alone may stand without.
SCALAR_WILL_DO = frozenset({"on_list", "similar_to", "pattern", "within", "near"})
_OPTIONS: Mapping[str, tuple[Callable[[str], bool], str]] = {
    "similarity": (is_share, "a number from 0 to 1"),
    "needs_same_place": (lambda text: text in {"true", "false"}, "true or false"),
    "edition": (lambda text: text in EDITIONS, f"an edition of the HS: {', '.join(EDITIONS)}"),
}


def read_test(field: Field, node: MapNode, known: Known, diagnostics: Diagnostics) -> Test | None:
    """Return the test that ``{test: value}`` writes for a column; None if it is wrong."""
    return _TestReader(field, known, diagnostics).read(node)


class _TestReader:
    def __init__(self, field: Field, known: Known, diagnostics: Diagnostics) -> None:
        self._field = field
        self._known = known
        self._diagnostics = diagnostics
        self._tests = {**TESTS[field.type], MISSING: _ONE}
        self._wrong = False

    def read(self, node: MapNode) -> Test | None:
        test = self._only_test(node)
        if test is None:
            return None
        key, value = test
        if _GOODS_PRICE in self._field.compare_with and key.text != MISSING:
            message = f"{self._field.name} compared with a fixed figure: its level shows nothing"
            advice = f"compare: {self._field.name} is below 0.5 x peer_median_price"
            self._say("R052", key.mark, message, advice)
        shape = self._tests[key.text]
        values = self._values(key, value, shape)
        options = self._options(node, key, shape)
        for literal in values:
            self._check(key.text, literal)
        self._check_edition(values, dict(options).get("edition"))
        if self._wrong:
            return None
        texts = tuple(literal.text for literal in values)
        if key.text == "between" and self._is_crossed(texts):
            message = f"nothing lies between {texts[0]} and {texts[1]}: this can never match"
            self._say("R031", values[0].mark, message, "write the lower limit first")
            return None
        return Test(self._field.name, key.text, texts, options)

    def _is_crossed(self, limits: tuple[str, ...]) -> bool:
        """Say whether the first of two limits is above the second."""
        low, high = (
            Test(self._field.name, test, (text,))
            for test, text in zip(("at_least", "at_most"), limits, strict=True)
        )
        return excludes(low, high)

    def _only_test(self, node: MapNode) -> tuple[ScalarNode, Node] | None:
        """Return the one key that is a test; the others must be options of it."""
        options = {name for shape in self._tests.values() for name in shape.options}
        found = [(key, value) for key, value in node.entries if key.text in self._tests]
        for key, _ in node.entries:
            if key.text not in self._tests and key.text not in options:
                self._report_no_test(key)
        if len(found) > 1:
            names = ", ".join(key.text for key, _ in found)
            advice = 'put each test in a condition of its own, after a "- "'
            self._say("R020", found[1][0].mark, f"one test a condition; this has {names}", advice)
        if not found and not self._wrong:
            self._say("R002", node.mark, f"no test for {self._field.name}", self._known_tests())
        return found[0] if len(found) == 1 and not self._wrong else None

    def _report_no_test(self, key: ScalarNode) -> None:
        kind = f"{'an' if self._field.type == 'hs' else 'a'} {self._field.type} field"
        message = f'"{key.text}" is not a test for {self._field.name}, which is {kind}'
        advice = suggestion(key.text, self._tests, "tests")
        if self._field.type == "place" and key.text in _WORDS:
            advice = f"a place is asked for by its id: {{within: [P-...]}}; {advice}"
        self._say("R028", key.mark, message, advice)

    def _known_tests(self) -> str:
        return f"tests: {', '.join(self._tests)}"

    def _values(self, key: ScalarNode, value: Node, shape: Shape) -> tuple[ScalarNode, ...]:
        """Return the literals; a list where one is wanted, or the reverse, is reported."""
        items = value.items if isinstance(value, ListNode) else (value,)
        if isinstance(value, ListNode) and not items:
            self._say("R022", value.mark, f'"{key.text}" lists nothing')
        elif isinstance(value, ListNode) and shape is _ONE:
            self._say("R004", value.mark, f'"{key.text}" takes one value, not a list')
        elif not shape.fewest <= len(items) <= shape.most:
            self._say("R004", value.mark, f'"{key.text}" takes {shape.fewest} values in a list')
        elif isinstance(value, ScalarNode) and self._wants_list(key.text, shape):
            message = f'"{key.text}" must be a list'
            self._say("R004", value.mark, message, f"write [{value.text}]", listed(value))
        literals = tuple(item for item in items if isinstance(item, ScalarNode))
        if len(literals) != len(items):
            self._say("R004", value.mark, f'"{key.text}" takes plain values')
        return literals

    def _wants_list(self, test: str, shape: Shape) -> bool:
        return shape.most > 1 and test not in SCALAR_WILL_DO

    def _options(
        self, node: MapNode, test: ScalarNode, shape: Shape
    ) -> tuple[tuple[str, str], ...]:
        options = []
        for key, value in node.entries:
            if key is test:
                continue
            if key.text not in shape.options:
                self._say("R028", key.mark, f'"{key.text}" does not go with "{test.text}"')
            elif not isinstance(value, ScalarNode) or not _OPTIONS[key.text][0](value.text):
                self._say("R004", value.mark, f'"{key.text}" must be {_OPTIONS[key.text][1]}')
            else:
                options.append((key.text, value.text))
        return tuple(options)

    def _check_edition(self, codes: tuple[ScalarNode, ...], edition: str | None) -> None:
        """Report codes that are younger than the edition the test names."""
        for code in codes if edition is not None and not self._wrong else ():
            digits = hs_literal(code.text)
            problem = not_in_edition(digits, edition) if digits and edition else None
            if problem is not None:
                self._say("R019", code.mark, f'"{code.text}": {problem}')

    def _check(self, test: str, literal: ScalarNode) -> None:
        problem = wrong_literal(self._field.type, test, literal.text, self._known)
        if test == MISSING and literal.text not in {"true", "false"}:
            self._say("R004", literal.mark, f'"{MISSING}" is true or false')
        elif problem is None and test != MISSING and self._field.type == "money":
            self._check_unit(literal)
        elif problem is not None and test != MISSING:
            fix = rewritten(literal, problem.instead) if problem.instead is not None else None
            self._say(problem.code, literal.mark, problem.message, problem.advice, fix)

    def _check_unit(self, literal: ScalarNode) -> None:
        """Report a limit that no record reaches: of a misspelt unit, or of none of its line."""
        amount = money_literal(literal.text)
        if amount is None or amount.unit is None:
            return
        whole = is_whole_line(self._field)
        if whole and amount.unit != "line":
            message = f"{self._field.name} is that of the whole line, never per {amount.unit}"
            advice = f'write "{amount.amount:f} {amount.currency} per line"'
            self._say("R016", literal.mark, message, advice)
        near = meant_unit(amount.unit)
        if not whole and near is not None:
            message = f'"{amount.unit}" is not a unit that papers use'
            self._say("R016", literal.mark, message, f'did you mean "{near}"?')

    def _say(
        self,
        code: str,
        mark: Mark,
        message: str,
        advice: str | None = None,
        fix: Fix | None = None,
    ) -> None:
        self._wrong = True
        self._diagnostics.add(code, mark, message, advice, fix=fix)
