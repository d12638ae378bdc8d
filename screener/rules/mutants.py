"""Mutants: a rule or named condition with one change, compiled and ready to be asked."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from typing import Literal, NamedTuple, TypeVar

from msgspec.structs import replace

from screener.rules.compile import Compiler
from screener.rules.conditions import Node
from screener.rules.evaluate import Evaluator, state_of
from screener.rules.leaves import Facts
from screener.rules.points import RulePoints, rule_points
from screener.rules.schema import Condition, NamedCondition, Rule, Truth
from screener.rules.variants import Variant, variants

Kind = Literal["logic", "score"]
Answer = tuple[str, int]
"""What a rule or condition answers, and the points of a rule that hits, else 0."""

TRUTHS = {Truth.TRUE: "true", Truth.UNKNOWN: "unknown", Truth.FALSE: "false"}
"""Truth values as the tests of named conditions write them."""


class Asked(NamedTuple):
    """A named condition, compiled."""

    node: Node

    def answer(self, facts: Facts, _: date) -> Answer:
        """Return its truth in a word."""
        return TRUTHS[self.node.truth(facts)], 0


class Pieces(NamedTuple):
    """A rule, compiled in parts; a part taken away is None."""

    when: Node
    unless: Node | None
    extras: tuple[Node | None, ...]
    exemptions: tuple[tuple[Node | None, date], ...]
    points: RulePoints

    def answer(self, facts: Facts, as_of: date) -> Answer:
        """Return the outcome for a row, as ``Evaluator`` does without its proof."""
        when = self.when.truth(facts)
        unless = self.unless.truth(facts) if self.unless is not None else None
        met = any(
            node is not None and as_of <= expires and node.truth(facts) is Truth.TRUE
            for node, expires in self.exemptions
        )
        state = state_of(when, unless, "met" if met else None)
        if state != "hit":
            return state, 0
        added = [
            at
            for at, node in enumerate(self.extras)
            if node is not None and node.truth(facts) is Truth.TRUE
        ]
        return state, self.points.given(added)


class Mutant(NamedTuple):
    """A changed rule or condition: what changed, and the test that would notice."""

    kind: Kind
    change: str
    advice: str
    asked: Asked | Pieces


class Breeder:
    """Makes mutants; what does not change is compiled once and shared."""

    def __init__(self, evaluator: Evaluator, compiler: Compiler) -> None:
        """``compiler`` is not the evaluator's own: leaves of mutants must not join the pack's."""
        self._evaluator = evaluator
        self._compiler = compiler

    def whole(self, subject: Rule | NamedCondition) -> Asked | Pieces:
        """Return a rule or named condition as it stands."""
        if isinstance(subject, NamedCondition):
            return Asked(self._compiler.node(subject.condition))
        return Pieces(
            when=self._compiler.node(subject.when),
            unless=self._compiler.node(subject.unless) if subject.unless is not None else None,
            extras=tuple(self._compiler.node(extra.condition) for extra in subject.more),
            exemptions=tuple(
                (self._compiler.node(one.when), date.fromisoformat(one.expires))
                for one in subject.exemptions
            ),
            points=self._points(subject),
        )

    def mutants(self, subject: Rule | NamedCondition) -> Iterator[Mutant]:
        """Yield the mutants of a rule or named condition, in the order written."""
        whole = self.whole(subject)
        if isinstance(whole, Pieces) and isinstance(subject, Rule):
            yield from self._logic(subject, whole)
            yield from self._score(subject, whole)
        elif isinstance(subject, NamedCondition):
            for change, advice, node in self._variants(subject.condition, "condition"):
                yield Mutant("logic", change, advice, Asked(node))

    def _logic(self, rule: Rule, whole: Pieces) -> Iterator[Mutant]:
        for change, advice, node in self._variants(rule.when, "when"):
            yield Mutant("logic", change, advice, whole._replace(when=node))
        if rule.unless is not None:
            advice = "add a test that misses by the veto alone"
            yield Mutant("logic", "unless removed", advice, whole._replace(unless=None))
            for change, advice, node in self._variants(rule.unless, "unless"):
                yield Mutant("logic", change, advice, whole._replace(unless=node))
        for at, one in enumerate(rule.exemptions):
            advice = f"add a test that is excepted: {one.reason}"
            for change, told, left in self._with_removed(one.when, f"except[{at}]", advice):
                parts = _changed(whole.exemptions, at, (left, whole.exemptions[at][1]))
                yield Mutant("logic", change, told, whole._replace(exemptions=parts))

    def _score(self, rule: Rule, whole: Pieces) -> Iterator[Mutant]:
        for at, extra in enumerate(rule.more):
            where = f"adds.more[{at}]"
            advice = "add a test with this extra, and its points"
            for change, told, left in self._with_removed(extra.condition, where, advice):
                extras = _changed(whole.extras, at, left)
                yield Mutant("score", change, told, whole._replace(extras=extras))
            more = _changed(rule.more, at, replace(extra, points=extra.points + 1))
            yield from self._rescored(
                replace(rule, more=more), f"{where} one point more", advice, whole
            )
        for change, advice, rescored in _other_points(rule):
            yield from self._rescored(rescored, change, advice, whole)

    def _rescored(self, rule: Rule, change: str, advice: str, whole: Pieces) -> Iterator[Mutant]:
        """Yield the mutant with a rule's new points, unless a cap swallows the change."""
        points = self._points(rule)
        numbers = range(len(rule.more))
        chosen = [
            some for count in range(len(rule.more) + 1) for some in combinations(numbers, count)
        ]
        if any(points.given(some) != whole.points.given(some) for some in chosen):
            yield Mutant("score", change, advice, whole._replace(points=points))

    def _with_removed(
        self, condition: Condition, where: str, advice: str
    ) -> Iterator[tuple[str, str, Node | None]]:
        """Yield a part taken away, then its variants."""
        yield f"{where} removed", advice, None
        yield from self._variants(condition, where)

    def _variants(self, condition: Condition, where: str) -> Iterator[Variant]:
        return variants(condition, where, self._compiler)

    def _points(self, rule: Rule) -> RulePoints:
        return rule_points(rule, self._evaluator.grades, self._evaluator.pack.policy)


def _other_points(rule: Rule) -> Iterator[tuple[str, str, Rule]]:
    """Yield a rule with other points."""
    advice = "add points to a test that hits"
    yield "adds.points one more", advice, replace(rule, points=rule.points + 1)
    if rule.cap is not None:
        advice = "add a test that reaches the cap, with its points"
        yield "adds.cap removed", advice, replace(rule, cap=None)


_Item = TypeVar("_Item")


def _changed(items: tuple[_Item, ...], at: int, item: _Item) -> tuple[_Item, ...]:
    return (*items[:at], item, *items[at + 1 :])
