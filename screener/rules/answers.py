"""Answers of leaves by value: judged when first needed, once for each value of any batch."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from screener.model.columns import occurring
from screener.rules.column_leaves import ColumnLeaf
from screener.rules.encoding import Codes
from screener.rules.leaves import Facts, Judgement, Leaf
from screener.rules.row import Row
from screener.rules.says import Prose
from screener.rules.schema import Truth

Answer = Judgement | Exception
Values = tuple[str | None, ...]
Truths = NDArray[np.int8]

_NOT_JUDGED = -1
_SAYS_NOTHING = "\N{MIDDLE DOT}"
"""A text without a letter or digit, so that it says no phrase."""


class Kinds:
    """The different answers of one leaf, by number; an error is unknown and told by its type."""

    def __init__(self) -> None:
        """Know no answer."""
        self.answers: list[Answer] = []
        self.truths: Truths = np.empty(0, dtype=np.int8)
        self._numbers: dict[Judgement | str, int] = {}

    def number(self, answer: Answer) -> int:
        """Return the number of an answer; a new one gets the next."""
        key = type(answer).__name__ if isinstance(answer, Exception) else answer
        found = self._numbers.setdefault(key, len(self.answers))
        if found == len(self.answers):
            truth = Truth.UNKNOWN if isinstance(answer, Exception) else answer.truth
            self.answers.append(answer)
            self.truths = np.append(self.truths, np.int8(truth))
        return found


class ValueAnswers:
    """What leaves that read the same columns answer, by the values of these columns."""

    def __init__(self, columns: tuple[str, ...], leaves: Sequence[Leaf]) -> None:
        """Know no value."""
        self.columns = columns
        self.leaves = tuple(leaves)
        self._numbers: dict[Values, int] = {}
        self._values: list[Values] = []
        self._facts: dict[int, Facts] = {}
        self._kinds = {leaf.number: Kinds() for leaf in leaves}
        self._known = {leaf.number: np.empty(0, dtype=np.int64) for leaf in leaves}

    def __len__(self) -> int:
        """Return how many values are known."""
        return len(self._numbers)

    def begin(self) -> None:
        """Keep of the values only what leaves answered; most are not read again by another leaf."""
        self._facts.clear()

    def numbers(self, values: Sequence[Values]) -> Codes:
        """Return the number of each tuple of values, in the order of the columns."""
        known = self._numbers
        for each in values:
            if each not in known:
                known[each] = len(self._values)
                self._values.append(each)
        return np.array([known[each] for each in values], dtype=np.int64)

    def of(self, leaf: Leaf) -> Kinds:
        """Return the answers that a leaf has given so far."""
        return self._kinds[leaf.number]

    def kinds(self, leaf: Leaf, numbers: Codes) -> Codes:
        """Return the number of a leaf's answer for each number of a value."""
        known = self._known[leaf.number]
        if len(known) < len(self._values):
            room = np.full(len(self._values) * 2, _NOT_JUDGED, dtype=np.int64)
            room[: len(known)] = known
            known = self._known[leaf.number] = room
        found = known[numbers]
        missing = numbers[found == _NOT_JUDGED]
        if not len(missing):
            return found
        kinds = self._kinds[leaf.number]
        for number in occurring(missing):
            known[number] = kinds.number(judged(leaf, self._read(number)))
        return known[numbers]

    def _read(self, number: int) -> Facts:
        """Return the values of a number as leaves judge them."""
        found = self._facts.get(number)
        if found is None:
            pairs = zip(self.columns, self._values[number], strict=True)
            row = Row({name: value for name, value in pairs if value})
            found = self._facts[number] = Facts(row)
        return found


class Texts:
    """The texts of one column that were asked for phrases, read once each."""

    def __init__(self, leaf: ColumnLeaf) -> None:
        """Know no text; ``leaf`` is any that reads the column."""
        self._column = leaf.column
        self._facts: dict[str, Facts] = {}
        self.empty = Facts(Row({}))
        self.unsaid = self.of(_SAYS_NOTHING)

    def __len__(self) -> int:
        """Return how many texts are known."""
        return len(self._facts)

    def of(self, text: str) -> Facts:
        """Return a row that holds nothing but the text."""
        found = self._facts.get(text)
        if found is None:
            found = self._facts[text] = Facts(Row({self._column.name: text}))
        return found

    def said(self, text: str) -> frozenset[str] | None:
        """Return the phrases that a text says, be it misspelt; None if it is not read as a text."""
        prose = self._column.typed(self.of(text))
        return prose.says | prose.nearly_says if isinstance(prose, Prose) else None


def judged(leaf: Leaf, facts: Facts) -> Answer:
    """Return a leaf's answer, or the error that it made."""
    try:
        return leaf.judge(facts)
    except Exception as problem:  # noqa: BLE001  an error is an answer like others
        return problem
