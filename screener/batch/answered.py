"""The records of a chunk with what is told of each."""

from collections.abc import Iterator, Sequence
from functools import cached_property

import numpy as np

from screener.batch.known import Record, Told
from screener.batch.problems import Problem
from screener.batch.rows import Distinct, Rows
from screener.batch.stretches import Numbers


class Answered:
    """Rows, the distinct answers among them, and which of these each row has."""

    def __init__(self, rows: Rows, distinct: Distinct, records: Sequence[Record]) -> None:
        """Take what is told of each distinct record; what is told alike is one object."""
        self.rows = rows
        self.record_of = distinct.of_row
        self._first = distinct.first
        self.problems: list[tuple[Problem, ...]] = [record.problems for record in records]
        numbers: dict[int, int] = {}
        of_record = [numbers.setdefault(id(one.told), len(numbers)) for one in records]
        self.told: list[Told] = list({id(one.told): one.told for one in records}.values())
        self._of_record = np.array(of_record, dtype=np.int64)
        self.of_row: Numbers = self._of_record[self.record_of]

    def sizes(self) -> Iterator[tuple[Told, int]]:
        """Yield each answer with the number of its rows."""
        counts = np.bincount(self.of_row, minlength=len(self.told))
        yield from zip(self.told, counts.tolist(), strict=True)

    def rows_where(self, records: Sequence[bool]) -> Numbers:
        """Return the rows of those distinct records that are said so of."""
        return np.flatnonzero(np.array(records, dtype=np.bool_)[self.record_of])

    def rows_of(self, told: int) -> Numbers:
        """Return the rows of an answer, by its number."""
        order, ends = self._grouped
        return order[ends[told] : ends[told + 1]]

    def records_of(self, told: Sequence[bool]) -> tuple[list[dict[str, str]], list[int], list[int]]:
        """Return the distinct records of some answers: their fields, answers and numbers of rows."""
        wanted = np.flatnonzero(np.array(told, dtype=np.bool_)[self._of_record])
        sizes = np.bincount(self.record_of, minlength=len(self.problems))[wanted]
        values = self.rows.values(self._first[wanted].tolist())
        return values, self._of_record[wanted].tolist(), sizes.tolist()

    @cached_property
    def _grouped(self) -> tuple[Numbers, Numbers]:
        """All rows, those of one answer together and in order, and where each answer begins."""
        order = np.argsort(self.of_row, kind="stable")
        return order, np.searchsorted(self.of_row[order], np.arange(len(self.told) + 1))
