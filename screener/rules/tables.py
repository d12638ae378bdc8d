"""A leaf over a batch: in which rows it is not false, and its answer in any of them."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from screener.rules.answers import Answer, Kinds, Texts, Truths, ValueAnswers, judged
from screener.rules.encoding import Codes, HitSets, grouped
from screener.rules.leaves import FALSE, Facts, Leaf
from screener.rules.row import Row
from screener.rules.schema import Truth


class Table(Protocol):
    """The answers of one leaf, numbered by ``of``."""

    @property
    def of(self) -> Kinds:
        """The different answers."""

    @property
    def is_cheap(self) -> bool:
        """Whether its rows are known without judging many values."""

    @property
    def count(self) -> int:
        """In about how many rows it may be other than false; never too few."""

    def rows(self) -> Codes:
        """Return the rows in which it may be other than false, each once, in any order."""

    def kinds(self, rows: Codes) -> Codes:
        """Return the number of its answer in some rows."""


def truths(table: Table, rows: Codes) -> Truths:
    """Return the truth of a leaf in some rows; an error is unknown."""
    # The answers come first: asking may bring new kinds.
    kinds = table.kinds(rows)
    return table.of.truths[kinds]


class Groups:
    """Rows by a number that each has."""

    def __init__(self, codes: Codes, size: int) -> None:
        """Take the number of each row, all of them less than ``size``."""
        self.codes = codes
        self.counts: Codes = np.bincount(codes, minlength=size)

    @cached_property
    def _order(self) -> Codes:
        return np.argsort(self.codes, kind="stable")

    @cached_property
    def _starts(self) -> Codes:
        return np.cumsum(self.counts) - self.counts

    def rows(self, chosen: Codes) -> Codes:
        """Return the rows that have one of some numbers.

        >>> Groups(np.array([1, 0, 1, 2]), 3).rows(np.array([1, 2])).tolist()
        [0, 2, 3]
        """
        lengths = self.counts[chosen]
        before = np.cumsum(lengths) - lengths
        shift = np.repeat(self._starts[chosen] - before, lengths)
        found: Codes = self._order[np.arange(len(shift)) + shift]
        return found


class Located(NamedTuple):
    """Columns of a batch that leaves read: their values in each row, by answer number.

    ``groups`` holds for each row one of the batch's values, ``numbers`` what it is to the leaves.
    """

    answers: ValueAnswers
    groups: Groups
    numbers: Codes


class _OfGroups(ABC):
    """A leaf whose answer hangs on a number that each row has."""

    of: Kinds

    def __init__(self, groups: Groups) -> None:
        self._groups = groups

    @abstractmethod
    def _each(self) -> Codes:
        """Return the answer of each number."""

    @cached_property
    def _open(self) -> Codes:
        """The numbers for which it may be other than false."""
        kinds = self._each()
        return np.flatnonzero(self.of.truths[kinds] != Truth.FALSE)

    @property
    def count(self) -> int:
        """The number of rows."""
        return int(self._groups.counts[self._open].sum())

    def rows(self) -> Codes:
        """Return them."""
        return self._groups.rows(self._open)


class ByValue(_OfGroups):
    """A leaf that reads values."""

    is_cheap = False

    def __init__(self, leaf: Leaf, at: Located) -> None:
        """Judge nothing yet."""
        super().__init__(at.groups)
        self._leaf = leaf
        self._at = at
        self.of = at.answers.of(leaf)

    def _each(self) -> Codes:
        return self._at.answers.kinds(self._leaf, self._at.numbers)

    def kinds(self, rows: Codes) -> Codes:
        """Return answers, judging the values of these rows only."""
        numbers = self._at.numbers[self._groups.codes[rows]]
        return self._at.answers.kinds(self._leaf, numbers)


class Told(NamedTuple):
    """The texts of a column of a batch: each row's, and which number stands for an empty one."""

    known: Texts
    groups: Groups
    values: Sequence[str | None]
    is_empty: NDArray[np.bool_]


class ByText(_OfGroups):
    """A leaf that asks a text for phrases."""

    is_cheap = True

    def __init__(self, leaf: Leaf, concerned: Codes, at: Told) -> None:
        """Judge it for every text that it concerns, for no text, and for one that says nothing.

        ``concerned`` are the numbers of texts that say one of its phrases, in rising order.
        """
        super().__init__(at.groups)
        self._concerned = concerned
        self._at = at
        self.of = Kinds()
        known = at.known
        unsaid = (self.of.number(judged(leaf, each)) for each in (known.unsaid, known.empty))
        self._unsaid = np.array(list(unsaid), dtype=np.int64)
        texts = (at.values[number] or "" for number in concerned.tolist())
        found = (self.of.number(judged(leaf, known.of(text))) for text in texts)
        self._found = np.array(list(found), dtype=np.int64)

    def _each(self) -> Codes:
        kinds = self._unsaid[self._at.is_empty.astype(np.int64)]
        kinds[self._concerned] = self._found
        return kinds

    def kinds(self, rows: Codes) -> Codes:
        """Return answers."""
        texts = self._groups.codes[rows]
        kinds = self._unsaid[self._at.is_empty[texts].astype(np.int64)]
        at, found = _places(self._concerned, texts)
        kinds[found] = self._found[at]
        return kinds


class Patterns(NamedTuple):
    """Which of some columns are filled: each row's pattern, and a row of each."""

    groups: Groups
    filled: Sequence[Row]


class Sets(NamedTuple):
    """The hits of a batch: the sets, and the rows that have each."""

    hits: HitSets
    groups: Groups


class ByHits:
    """A leaf that looks at hits, and at whether columns are filled."""

    is_cheap = True

    def __init__(self, leaf: Leaf, concerned: Codes, sets: Sets, patterns: Patterns) -> None:
        """Judge it for every set of hits that it concerns, and for no hits.

        ``concerned`` are the sets with a hit that may count, in rising order.
        """
        self._concerned = concerned
        self._sets = sets
        self._patterns = patterns.groups
        self.of = Kinds()
        self._unfound = self._judged(leaf, (), patterns.filled)
        values = sets.hits.values
        self._found = np.array(
            [self._judged(leaf, values[each], patterns.filled) for each in concerned.tolist()],
            dtype=np.int64,
        ).reshape(len(concerned), len(patterns.filled))

    def _judged(self, leaf: Leaf, hits: tuple[object, ...], filled: Sequence[Row]) -> Codes:
        rows = (Row(each.values, hits) for each in filled)  # type: ignore[arg-type]
        return np.array([self.of.number(judged(leaf, Facts(row))) for row in rows], dtype=np.int64)

    @cached_property
    def _open(self) -> Codes:
        return np.flatnonzero(self.of.truths[self._unfound] != Truth.FALSE)

    @property
    def count(self) -> int:
        """The number of rows, counted twice where a set concerns it and columns are empty."""
        found, unfound = self._sets.groups.counts, self._patterns.counts
        return int(found[self._concerned].sum() + unfound[self._open].sum())

    def rows(self) -> Codes:
        """Return them."""
        found = self._sets.groups.rows(self._concerned)
        if not len(self._open):
            return found
        return np.union1d(found, self._patterns.rows(self._open))

    def kinds(self, rows: Codes) -> Codes:
        """Return answers."""
        patterns = self._patterns.codes[rows]
        kinds = self._unfound[patterns]
        at, found = _places(self._concerned, self._sets.groups.codes[rows])
        kinds[found] = self._found[at, patterns[found]]
        return kinds


class ByRule:
    """A leaf that asks whether another rule fired."""

    is_cheap = True

    def __init__(self, total: int) -> None:
        """Begin with a rule that fired in no row of ``total``."""
        self.of = Kinds()
        self._kinds = np.full(total, self.of.number(FALSE), dtype=np.int64)

    def learn(self, rows: Codes, answer: Answer) -> None:
        """Take over what the other rule's outcome means in some rows."""
        self._kinds[rows] = self.of.number(answer)

    @cached_property
    def _rows(self) -> Codes:
        return np.flatnonzero(self.of.truths[self._kinds] != Truth.FALSE)

    @property
    def count(self) -> int:
        """The number of rows."""
        return len(self._rows)

    def rows(self) -> Codes:
        """Return them."""
        return self._rows

    def kinds(self, rows: Codes) -> Codes:
        """Return answers."""
        return self._kinds[rows]


def _places(among: Codes, numbers: Codes) -> tuple[Codes, NDArray[np.bool_]]:
    """Return the places of numbers among sorted ones, and which of them are there at all.

    >>> at, found = _places(np.array([2, 5]), np.array([5, 1, 2]))
    >>> at.tolist(), found.tolist()
    ([1, 0], [True, False, True])
    """
    if not len(among):
        return np.empty(0, dtype=np.int64), np.zeros(len(numbers), dtype=np.bool_)
    at = np.minimum(np.searchsorted(among, numbers), len(among) - 1)
    found = among[at] == numbers
    return at[found], found


def patterns(columns: Sequence[str], filled: Mapping[str, Codes], total: int) -> Patterns:
    """Return which of some columns are filled in each row; one that is missing never is.

    ``filled`` gives 0 or 1 for each of ``total`` rows.
    """
    codes = np.zeros(total, dtype=np.int64)
    present = [name for name in columns if name in filled]
    for name in present:
        codes = codes * 2 + filled[name]
    first, group = grouped(codes)
    rows = [Row({name: name for name in present if filled[name][row]}) for row in first.tolist()]
    return Patterns(Groups(group, len(first)), rows)
