"""Matching a batch: each distinct value found once, each distinct combination settled once."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from screener.codes.hs import digits_of
from screener.match.context import Settled, Situation
from screener.match.features import NOTHING, FoundValue
from screener.match.matcher import Matcher
from screener.model.columns import MISSING, Codes, Column, Columns, combinations

DESCRIPTION = "product_description"
CODE = "hs_code"


class Standing(NamedTuple):
    """A candidate that stands: its field, its number among those of the value, and as what."""

    field: str
    number: int
    namesake: bool


class Matched(NamedTuple):
    """What stands in each row of a batch.

    ``group_of`` numbers the combination of each row, ``groups`` holds what stands in each.
    """

    columns: Columns
    found: Mapping[str, list[FoundValue]]
    group_of: Codes
    groups: tuple[tuple[Standing, ...], ...]

    def settled(self, row: int) -> tuple[Settled, ...]:
        """Return the candidates that stand in one row."""
        return tuple(
            Settled(
                standing.field,
                self._value(standing.field, row).candidates[standing.number],
                standing.namesake,
            )
            for standing in self.groups[int(self.group_of[row])]
        )

    def _value(self, field: str, row: int) -> FoundValue:
        return self.found[field][int(self.columns.columns[field].codes[row])]


def match_columns(matcher: Matcher, columns: Columns) -> Matched:
    """Return what stands in each row of a batch of records."""
    found = {name: matcher.find(name, column.values) for name, column in columns.columns.items()}
    telling = {
        name: values for name, values in found.items() if any(value != NOTHING for value in values)
    }
    description = columns.columns.get(DESCRIPTION)
    described = (
        np.zeros(columns.rows, dtype=np.int32)
        if description is None
        else (description.codes != MISSING).astype(np.int32)
    )
    headings = _headings(matcher, columns)
    parts = [_shapes(columns.columns[name], values) for name, values in telling.items()]
    group_of, first = combinations([*parts, described, headings.codes], columns.rows)
    groups = tuple(_settle(matcher, columns, telling, headings, int(row)) for row in first)
    return Matched(columns, found, group_of, groups)


def _shapes(column: Column, values: list[FoundValue]) -> Codes:
    """Return for each row the number of the shape of its found value."""
    if len(values) == 1:
        return column.codes
    numbers: dict[object, int] = {}
    shapes = np.array(
        [
            numbers.setdefault(
                (
                    tuple(candidate.shape() for candidate in value.candidates),
                    value.readings(),
                ),
                len(numbers),
            )
            for value in values
        ],
        dtype=np.int32,
    )
    return np.where(column.codes == MISSING, MISSING, shapes[column.codes]).astype(np.int32)


def _headings(matcher: Matcher, columns: Columns) -> Column:
    """Return the digits of the codes that may contradict a goods word; others say nothing."""
    column = columns.columns.get(CODE)
    if column is None:
        return Column([], np.full(columns.rows, MISSING, dtype=np.int32))
    digits = [digits_of(value) or "" for value in column.values]
    telling = [code if code.startswith(matcher.veto_headings) else "" for code in digits]
    numbers: dict[str, int] = {}
    codes = np.array(
        [numbers.setdefault(code, len(numbers)) if code else MISSING for code in telling],
        dtype=np.int32,
    )
    rows = np.where(column.codes == MISSING, MISSING, codes[column.codes]).astype(np.int32)
    return Column(list(numbers), rows)


def _settle(
    matcher: Matcher,
    columns: Columns,
    telling: Mapping[str, list[FoundValue]],
    headings: Column,
    row: int,
) -> tuple[Standing, ...]:
    """Return what stands in the record of one row."""
    situation = Situation(
        {
            name: values[int(columns.columns[name].codes[row])]
            for name, values in telling.items()
            if columns.columns[name].codes[row] != MISSING
        },
        headings.at(row) or "",
        described=DESCRIPTION in columns.columns
        and columns.columns[DESCRIPTION].at(row) is not None,
    )
    return tuple(
        Standing(
            one.field,
            situation.found[one.field].candidates.index(one.candidate),
            one.namesake,
        )
        for one in matcher.settle(situation)
    )
