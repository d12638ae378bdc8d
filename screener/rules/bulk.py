"""A batch laid out for the leaves of a pack: a table for each leaf that is asked for."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

import numpy as np

from screener.rules.answers import Texts, ValueAnswers, Values
from screener.rules.column_leaves import ColumnLeaf
from screener.rules.encoding import Codes, Encoded, HitSets, combined, grouped
from screener.rules.finds import FindsLeaf
from screener.rules.leaves import FiredLeaf, Judgement, Leaf
from screener.rules.row import essence
from screener.rules.same_place import SamePlaceLeaf
from screener.rules.tables import (
    ByHits,
    ByRule,
    ByText,
    ByValue,
    Groups,
    Located,
    Patterns,
    Sets,
    Table,
    Told,
    patterns,
)

K = TypeVar("K")

HitsLeaf = FindsLeaf | SamePlaceLeaf
Source = tuple[str, ...]
"""Columns that leaves read together."""


class Readers(NamedTuple):
    """The leaves of a pack by what they look at.

    ``sources`` has those that read values, by their columns; ``by_phrase`` those that ask texts
    for phrases, by column and phrase; ``by_entry`` and ``by_list`` those that look at hits.
    """

    sources: Mapping[Source, tuple[Leaf, ...]]
    texts: Mapping[str, tuple[ColumnLeaf, ...]]
    by_phrase: Mapping[tuple[str, str], tuple[int, ...]]
    by_entry: Mapping[str, tuple[int, ...]]
    by_list: Mapping[str, tuple[int, ...]]
    hit_leaves: tuple[HitsLeaf, ...]


class Known(NamedTuple):
    """What is remembered beyond a batch: answers by value, and texts with their phrases."""

    answers: dict[Source, ValueAnswers]
    texts: dict[str, Texts]


def readers(leaves: Iterable[Leaf]) -> Readers:
    """Return the leaves of a pack by what they look at."""
    sources: dict[Source, list[Leaf]] = {}
    texts: dict[str, list[ColumnLeaf]] = {}
    hit_leaves: list[HitsLeaf] = []
    for leaf in leaves:
        if isinstance(leaf, FindsLeaf | SamePlaceLeaf):
            hit_leaves.append(leaf)
        elif isinstance(leaf, ColumnLeaf) and leaf.phrases:
            texts.setdefault(leaf.column.name, []).append(leaf)
        elif not isinstance(leaf, FiredLeaf):
            sources.setdefault(leaf.reads, []).append(leaf)
    asking = [leaf for each in texts.values() for leaf in each]
    return Readers(
        {source: tuple(each) for source, each in sources.items()},
        {column: tuple(each) for column, each in texts.items()},
        _by(((leaf.column.name, one), leaf.number) for leaf in asking for one in leaf.phrases),
        _by((one, leaf.number) for leaf in hit_leaves for one in leaf.search.entries),
        _by((one, leaf.number) for leaf in hit_leaves for one in leaf.search.lists),
        tuple(hit_leaves),
    )


def _by(pairs: Iterable[tuple[K, int]]) -> dict[K, tuple[int, ...]]:
    found: dict[K, list[int]] = {}
    for key, number in pairs:
        found.setdefault(key, []).append(number)
    return {key: tuple(each) for key, each in found.items()}


class Batch:
    """The records of a batch as leaves see them."""

    def __init__(
        self, to: Readers, known: Known, columns: Mapping[str, Encoded], hits: HitSets
    ) -> None:
        """Judge nothing yet."""
        self.total = len(hits.codes)
        self._fired: dict[str, ByRule] = {}
        self._to = to
        self._known = known
        self._columns = columns
        self._hits = Sets(hits, Groups(hits.codes, len(hits.values)))
        self._filled = {name: _filled(column) for name, column in columns.items()}
        self._concerned = _concerned(to, hits)
        self._tables: dict[int, Table] = {}
        self._located: dict[Source, Located] = {}
        self._told: dict[str, tuple[Told, dict[int, list[int]]]] = {}
        self._patterns: dict[tuple[str, ...], Patterns] = {}

    def table(self, leaf: Leaf) -> Table:
        """Return the answers of a leaf; of one that asks for a rule, as far as that is judged."""
        found = self._tables.get(leaf.number)
        if found is None:
            found = self._tables[leaf.number] = self._new(leaf)
        return found

    def learn(self, rule: str, rows: Codes, answer: Judgement) -> None:
        """Take over what a rule's outcome in some rows means to leaves that ask for the rule."""
        self._fired.setdefault(rule, ByRule(self.total)).learn(rows, answer)

    def alike(self, rows: Codes) -> Codes:
        """Return for each of some rows a number: rows with the same one are the same to every leaf.

        They have the same hits, too, under the same ids.
        """
        numbers = _classes(self._hits.hits, rows)
        for source, leaves in self._to.sources.items():
            at = self._at(source)
            values, group = np.unique(at.numbers[at.groups.codes[rows]], return_inverse=True)
            kinds = np.stack([at.answers.kinds(leaf, values) for leaf in leaves], axis=1)
            classes = np.unique(kinds, axis=0, return_inverse=True)[1].reshape(-1)
            numbers = combined(numbers, classes[group].astype(np.int64))
        for leaves in self._to.texts.values():
            for leaf in leaves:
                numbers = combined(numbers, self.table(leaf).kinds(rows))
        for asked in self._to.hit_leaves:
            self._pattern(asked.fills)
        for each in self._patterns.values():
            numbers = combined(numbers, each.groups.codes[rows])
        return grouped(numbers)[1]

    def _new(self, leaf: Leaf) -> Table:
        if isinstance(leaf, FiredLeaf):
            return self._fired.setdefault(leaf.rule, ByRule(self.total))
        if isinstance(leaf, FindsLeaf | SamePlaceLeaf):
            concerned = self._concerned.get(leaf.number, ())
            return ByHits(
                leaf, np.array(concerned, dtype=np.int64), self._hits, self._pattern(leaf.fills)
            )
        if isinstance(leaf, ColumnLeaf) and leaf.phrases:
            told, saying = self._texts(leaf.column.name)
            return ByText(leaf, np.array(saying.get(leaf.number, ()), dtype=np.int64), told)
        return ByValue(leaf, self._at(leaf.reads))

    def _pattern(self, columns: tuple[str, ...]) -> Patterns:
        found = self._patterns.get(columns)
        if found is None:
            found = self._patterns[columns] = patterns(columns, self._filled, self.total)
        return found

    def _at(self, source: Source) -> Located:
        found = self._located.get(source)
        if found is None:
            found = self._located[source] = self._locate(source)
        return found

    def _texts(self, column: str) -> tuple[Told, dict[int, list[int]]]:
        """Return the texts of a column, and for leaves those that say one of their phrases."""
        found = self._told.get(column)
        if found is None:
            found = self._told[column] = self._read(column)
        return found

    def _read(self, column: str) -> tuple[Told, dict[int, list[int]]]:
        empty = Encoded([None], np.zeros(self.total, dtype=np.int64))
        values, codes = self._columns.get(column, empty)
        known = self._known.texts[column]
        every = [leaf.number for leaf in self._to.texts[column]]
        saying: dict[int, list[int]] = {}
        for number, text in enumerate(values):
            said = known.said(text) if text else frozenset()
            asking = (self._to.by_phrase.get((column, one), ()) for one in said or ())
            leaves = set(every) if said is None else {leaf for each in asking for leaf in each}
            for leaf in leaves:
                saying.setdefault(leaf, []).append(number)
        is_empty = np.array([not text for text in values], dtype=np.bool_)
        return Told(known, Groups(codes, len(values)), values, is_empty), saying

    def _locate(self, source: Source) -> Located:
        """Return the distinct values of columns in this batch, and each row's."""
        present = [self._columns[name] for name in source if name in self._columns]
        if len(source) == 1 and present:
            values: list[Values] = [(value or None,) for value in present[0].values]
            groups = Groups(present[0].codes, len(values))
        else:
            first, codes = self._joint(present)
            values = [
                tuple(self._columns[name].at(row) if name in self._columns else None for name in source)
                for row in first.tolist()
            ]  # fmt: skip
            groups = Groups(codes, len(values))
        answers = self._known.answers[source]
        return Located(answers, groups, answers.numbers(values))

    def _joint(self, columns: Sequence[Encoded]) -> tuple[Codes, Codes]:
        numbers = np.zeros(self.total, dtype=np.int64)
        for column in columns:
            numbers = combined(numbers, column.codes)
        return grouped(numbers)


def _filled(column: Encoded) -> Codes:
    """Return 1 for each row in which a column is filled, else 0."""
    return np.array([bool(value) for value in column.values], dtype=np.int64)[column.codes]


def _concerned(to: Readers, hits: HitSets) -> dict[int, list[int]]:
    """Return for leaves the sets with a hit that they may count, in rising order."""
    found: dict[int, list[int]] = {}
    for number, each in enumerate(hits.values):
        leaves: set[int] = set()
        for hit in each:
            leaves.update(to.by_entry.get(hit.entry, ()), to.by_list.get(hit.list, ()))
        for leaf in leaves:
            found.setdefault(leaf, []).append(number)
    return found


def _classes(hits: HitSets, rows: Codes) -> Codes:
    """Return for each of some rows a number for its hits: the same where they are the same."""
    values, group = np.unique(hits.codes[rows], return_inverse=True)
    numbers: dict[object, int] = {}
    classes = [
        numbers.setdefault(
            tuple((hit.id, essence(hit)) for hit in hits.values[value]), len(numbers)
        )
        for value in values.tolist()
    ]
    return np.array(classes, dtype=np.int64)[group.reshape(-1)]
