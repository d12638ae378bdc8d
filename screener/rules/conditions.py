"""Conditions compiled: three-valued, and each leaf shared by all rules that ask the same.

`all` is false if a part is false, else unknown if a part is unknown; `any` is the mirror
image; `at_least` is true or false as soon as the unknown parts cannot change it. A part that
makes an error spoils a condition that the other parts do not settle, in whatever order they
are written.
"""

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from screener.rules.column_tests import opposite
from screener.rules.leaves import Facts, FiredLeaf, Leaf
from screener.rules.proof import Proof
from screener.rules.schema import All, AnyOf, AtLeast, Condition, Truth


class Node(Protocol):
    """A compiled condition."""

    def truth(self, facts: Facts) -> Truth:
        """Return its truth, asking no more leaves than needed, in the order written.

        An error that a leaf made is raised where the truth hangs on that leaf.
        """

    def proof(self, facts: Facts) -> Proof:
        """Return the tree that shows its truth, every leaf asked."""


class One(NamedTuple):
    """A single leaf."""

    leaf: Leaf

    def truth(self, facts: Facts) -> Truth:
        """Return the answer of the leaf."""
        return facts.answer(self.leaf).truth

    def proof(self, facts: Facts) -> Proof:
        """Return the answer as a node."""
        return facts.proof(self.leaf)


class Every(NamedTuple):
    """True if every part is."""

    parts: tuple[Node, ...]

    def truth(self, facts: Facts) -> Truth:
        """Return the least of the parts' truths."""
        least, error = Truth.TRUE, None
        for part in self.parts:
            try:
                truth = part.truth(facts)
            except Exception as problem:  # noqa: BLE001  another part may be false
                error = problem
                continue
            if truth is Truth.FALSE:
                return truth
            if truth is Truth.UNKNOWN:
                least = truth
        if error is not None:
            raise error
        return least

    def proof(self, facts: Facts) -> Proof:
        """Return the parts' proofs under one node."""
        children = tuple(part.proof(facts) for part in self.parts)
        return Proof(
            label="all of these", truth=min(child.truth for child in children), children=children
        )


class Some(NamedTuple):
    """True if one part is."""

    parts: tuple[Node, ...]

    def truth(self, facts: Facts) -> Truth:
        """Return the greatest of the parts' truths."""
        greatest, error = Truth.FALSE, None
        for part in self.parts:
            try:
                truth = part.truth(facts)
            except Exception as problem:  # noqa: BLE001  another part may be true
                error = problem
                continue
            if truth is Truth.TRUE:
                return truth
            if truth is Truth.UNKNOWN:
                greatest = truth
        if error is not None:
            raise error
        return greatest

    def proof(self, facts: Facts) -> Proof:
        """Return the parts' proofs under one node."""
        children = tuple(part.proof(facts) for part in self.parts)
        return Proof(
            label="any of these", truth=max(child.truth for child in children), children=children
        )


class Count(NamedTuple):
    """True if so many parts are."""

    least: int
    parts: tuple[Node, ...]

    def truth(self, facts: Facts) -> Truth:
        """Return true or false where the unknown parts cannot change it."""
        truths, error = [], None
        for part in self.parts:
            try:
                truths.append(part.truth(facts))
            except Exception as problem:  # noqa: BLE001  the others may be enough
                truths.append(Truth.UNKNOWN)
                error = problem
        truth = self._of(truths)
        if truth is Truth.UNKNOWN and error is not None:
            raise error
        return truth

    def proof(self, facts: Facts) -> Proof:
        """Return the parts' proofs under one node."""
        children = tuple(part.proof(facts) for part in self.parts)
        return Proof(
            label=f"at least {self.least} of these",
            truth=self._of([child.truth for child in children]),
            children=children,
        )

    def _of(self, truths: list[Truth]) -> Truth:
        true = truths.count(Truth.TRUE)
        if true >= self.least:
            return Truth.TRUE
        possible = true + truths.count(Truth.UNKNOWN)
        return Truth.UNKNOWN if possible >= self.least else Truth.FALSE


class Opposite(NamedTuple):
    """True where the inside is false; no rule writes it, mutations do."""

    inner: Node

    def truth(self, facts: Facts) -> Truth:
        """Return the opposite truth; unknown stays unknown."""
        return opposite(self.inner.truth(facts))

    def proof(self, facts: Facts) -> Proof:
        """Return the inner proof under one node."""
        inner = self.inner.proof(facts)
        return Proof(label="not this", truth=opposite(inner.truth), children=(inner,))


class Named(NamedTuple):
    """A named condition; its meaning is its label."""

    meaning: str
    inner: Node

    def truth(self, facts: Facts) -> Truth:
        """Return the truth of the condition."""
        return self.inner.truth(facts)

    def proof(self, facts: Facts) -> Proof:
        """Return the condition's proof under its meaning."""
        inner = self.inner.proof(facts)
        return Proof(label=self.meaning, truth=inner.truth, children=(inner,))


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """Return the conditions directly inside; none for leaves and named conditions."""
    return condition.parts if isinstance(condition, All | AnyOf | AtLeast) else ()


def walk(condition: Condition) -> Iterator[Condition]:
    """Yield a condition and everything inside it, in the order written."""
    yield condition
    for part in parts_of(condition):
        yield from walk(part)


def leaves_of(*nodes: Node) -> tuple[Leaf, ...]:
    """Return every leaf of some nodes, each once, in the order written."""
    found: dict[int, Leaf] = {}
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        if isinstance(node, One):
            found.setdefault(node.leaf.number, node.leaf)
        elif isinstance(node, Named):
            waiting.append(node.inner)
        elif isinstance(node, Every | Some | Count):
            waiting.extend(reversed(node.parts))
    return tuple(found.values())


def necessary(node: Node) -> Leaf | None:
    """Return the leaf to ask first: where it is false, the whole is false.

    Every part of `all` is necessary, so the first with such a leaf will do; an analyst's first
    line is usually the goods, which are rare.
    """
    if isinstance(node, One):
        return None if isinstance(node.leaf, FiredLeaf) else node.leaf
    if isinstance(node, Named):
        return necessary(node.inner)
    if isinstance(node, Every):
        found = (necessary(part) for part in node.parts)
        return next((leaf for leaf in found if leaf is not None), None)
    return None
