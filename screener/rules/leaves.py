"""Leaves: single questions about a row, each judged at most once however many rules ask."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from screener.rules.proof import Proof
from screener.rules.row import Row
from screener.rules.schema import Truth


class Judgement(NamedTuple):
    """The answer of a leaf; ``hits``, ``settles`` and ``grounded`` as in ``Proof``."""

    truth: Truth
    hits: tuple[str, ...] = ()
    settles: tuple[str, ...] = ()
    grounded: bool = False


FALSE = Judgement(Truth.FALSE)
UNKNOWN = Judgement(Truth.UNKNOWN)
GROUNDED = Judgement(Truth.TRUE, grounded=True)


class Firing(NamedTuple):
    """What another rule's outcome means to a rule that asks whether it fired."""

    truth: Truth
    settles: tuple[str, ...] = ()
    grounded: bool = False


NOT_FIRED = Firing(Truth.FALSE)


class Leaf(Protocol):
    """One question. ``reads`` names the columns whose values (not hits) it depends on."""

    @property
    def number(self) -> int:
        """Its number in the pack."""

    @property
    def label(self) -> str:
        """The question as a statement in plain words."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it looks at, in the order written."""

    @property
    def reads(self) -> tuple[str, ...]:
        """The columns whose values decide it together; empty if hits and gaps do."""

    def judge(self, facts: "Facts") -> Judgement:
        """Return the answer for a row."""


class Facts:
    """One row while it is judged: typed values and answers, each made once.

    ``fired`` says what the rules judged so far mean to rules that ask about them; leaves in
    ``removed`` are false whatever the row says (evidence/whatif).
    """

    __slots__ = ("_answers", "_typed", "entries", "fired", "removed", "row")

    def __init__(self, row: Row, removed: frozenset[int] = frozenset()) -> None:
        """Start with nothing judged."""
        self.row = row
        self.removed = removed
        self.entries = frozenset([hit.entry for hit in row.hits])
        self.fired: dict[str, Firing] = {}
        self._answers: dict[int, Judgement | Exception] = {}
        self._typed: dict[str, object] = {}

    def typed(self, column: str, read: Callable[[Mapping[str, str]], object]) -> object:
        """Return a column's value as its type reads it, which is done once."""
        if column not in self._typed:
            self._typed[column] = read(self.row.values)
        return self._typed[column]

    def answer(self, leaf: Leaf) -> Judgement:
        """Return the leaf's answer; an error it made is raised again each time."""
        known = self._answers.get(leaf.number)
        if known is None:
            known = self._judged(leaf)
            self._answers[leaf.number] = known
        if isinstance(known, Exception):
            raise known.with_traceback(None)
        return known

    def learn(self, answers: Mapping[int, Judgement | Exception]) -> None:
        """Take over answers, by leaf number, that another row with the same values gave."""
        self._answers.update(answers)

    def _judged(self, leaf: Leaf) -> Judgement | Exception:
        if leaf.number in self.removed:
            return FALSE
        try:
            return leaf.judge(self)
        except Exception as problem:  # noqa: BLE001  an error spoils the rules that ask, no others
            return problem

    def proof(self, leaf: Leaf) -> Proof:
        """Return the leaf's answer as a node; one that made an error proves nothing."""
        error = None
        try:
            judged = self.answer(leaf)
        except Exception as problem:  # noqa: BLE001  the outcome of the rule tells of it
            judged, error = UNKNOWN, type(problem).__name__
        return Proof(
            label=leaf.label,
            truth=judged.truth,
            leaf=leaf.number,
            columns=leaf.columns,
            hits=judged.hits,
            settles=judged.settles,
            grounded=judged.grounded,
            error=error,
        )


class FiredLeaf(NamedTuple):
    """Whether another rule fired."""

    number: int
    label: str
    rule: str
    columns: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()

    def judge(self, facts: Facts) -> Judgement:
        """Return what the other rule's outcome, judged before, means."""
        firing = facts.fired.get(self.rule, NOT_FIRED)
        return Judgement(firing.truth, settles=firing.settles, grounded=firing.grounded)
