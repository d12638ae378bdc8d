"""Rows of a batch told apart by the orders and pairs they meet, each kind looked at once."""

from collections.abc import Callable, Container, Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from screener.codes.countries import countries as countries_of
from screener.match.goods_named import Plain
from screener.match.listing_days import DATES, RecordDay, record_day
from screener.match.order_regions import MATERIAL, ORIGIN, REGIONS
from screener.match.orders import GOODS, Orders
from screener.model.columns import MISSING, Codes, Columns, combinations

Flags = npt.NDArray[np.bool_]
COLUMNS = (*REGIONS, *GOODS, *DATES)
"""The columns that decide which orders and pairs a record meets, and how these bear on it."""

_FEW = 8
"""Rows that are sooner looked at one by one than told apart."""


class Kinds(NamedTuple):
    """A number for each row, -1 where it meets nothing; rows of one number meet alike.

    That is the same entries by the same legs on days that lie alike to them. ``dated`` are the
    rows of which the day is told: those that meet an order, and few more. Names found in a row are left out of account.
    """

    codes: Codes
    dated: Flags


def kinds_of(orders: Orders, columns: Columns, as_of: str) -> Kinds:
    """Return the kinds of the rows of a batch; each row of a small one is of its own."""
    return (_each if columns.rows <= _FEW else _told_apart)(orders, columns, as_of)


def _each(orders: Orders, columns: Columns, as_of: str) -> Kinds:
    met = [orders.met(*_record(columns, row, as_of)) for row in range(columns.rows)]
    codes = [row if several else MISSING for row, several in enumerate(met)]
    dated = [any(one.dated for one in several) for several in met]
    return Kinds(np.array(codes, dtype=np.int32), np.array(dated, dtype=np.bool_))


def _told_apart(orders: Orders, columns: Columns, as_of: str) -> Kinds:
    regions = [
        *(_coded(columns, name, _placing(orders, name)) for name in REGIONS),
        *(
            _coded(columns, name, lambda one: _countries(one, orders.telling))
            for name in (ORIGIN, MATERIAL)
        ),
    ]
    ruled = _in_regions(orders, columns)
    goods, plain = _goods(orders, columns)
    ordered = np.array([bool(orders.naming(one)) for one in plain], dtype=np.bool_)[goods]
    dated = ruled | ordered
    # Where a region is met, its goods are weighed by every word.
    worded = [columns.columns[name].codes for name in GOODS if name in columns.columns]
    parts = [
        *regions,
        goods,
        *(np.where(ruled, codes, MISSING) for codes in worded),
        np.where(dated, _days(orders, columns, as_of), MISSING),
    ]
    numbers, rows = combinations(parts, columns.rows)
    meets = [bool(orders.met(*_record(columns, row, as_of))) for row in rows.tolist()]
    meeting = np.array(meets, dtype=np.bool_)[numbers]
    return Kinds(np.where(meeting, numbers, MISSING).astype(np.int32), dated & meeting)


def _record(columns: Columns, row: int, as_of: str) -> tuple[dict[str, str], tuple[()], RecordDay]:
    values = {
        name: value
        for name in COLUMNS
        if name in columns.columns and (value := columns.columns[name].at(row)) is not None
    }
    return values, (), record_day(values, as_of)


def _coded(columns: Columns, name: str, key: Callable[[str], object]) -> Codes:
    """Return for each row the number of what its value in a column comes to."""
    if name not in columns.columns:
        return np.full(columns.rows, MISSING, dtype=np.int32)
    column = columns.columns[name]
    return _numbered(map(key, column.values), column.codes)


def _numbered(keys: Iterable[object], codes: Codes) -> Codes:
    numbers: dict[object, int] = {}
    of_value = [numbers.setdefault(key, len(numbers)) for key in keys]
    # The last place answers for rows without a value, whose code is -1.
    return np.array([*of_value, MISSING], dtype=np.int32)[codes]


def _countries(text: str, telling: Container[str]) -> tuple[str, ...]:
    return tuple(one for one in countries_of(text) or () if one in telling)


def _placing(orders: Orders, name: str) -> Callable[[str], object]:
    """Return what tells values of a column apart by the orders whose country they state."""
    return lambda value: tuple((one.order.entry.id, one.both) for one in orders.placed(name, value))


def _in_regions(orders: Orders, columns: Columns) -> Flags:
    """Return which rows state a country that is a leg of an order."""
    ruled = np.zeros(columns.rows, dtype=np.bool_)
    for name in REGIONS:
        if name in columns.columns:
            column = columns.columns[name]
            within = [bool(orders.placed(name, one)) for one in column.values]
            ruled |= np.array([*within, False], dtype=np.bool_)[column.codes]
    return ruled


def _goods(orders: Orders, columns: Columns) -> tuple[Codes, list[Plain]]:
    """Return for each row the number of the goods it is about, and what each number means.

    Goods in words and goods in a code alone are told apart: they are met in other columns.
    """
    present = [columns.columns[name] for name in GOODS if name in columns.columns]
    pairs, rows = combinations([column.codes for column in present], columns.rows)
    numbers: dict[tuple[Plain, bool], int] = {}
    of_pair = []
    for row in rows.tolist():
        description, code = (
            columns.columns[name].at(row) if name in columns.columns else None for name in GOODS
        )
        key = orders.stated(description, code), description is None
        of_pair.append(numbers.setdefault(key, len(numbers)))
    return np.array(of_pair, dtype=np.int32)[pairs], [plain for plain, _ in numbers]


def days_of(columns: Columns, as_of: str) -> tuple[Codes, list[RecordDay]]:
    """Return for each row the number of its day, and the day of each number."""
    present = {name: columns.columns[name] for name in DATES if name in columns.columns}
    pairs, rows = combinations([column.codes for column in present.values()], columns.rows)
    days = [
        record_day(
            {name: value for name, column in present.items() if (value := column.at(row))}, as_of
        )
        for row in rows.tolist()
    ]
    return pairs, days


def _days(orders: Orders, columns: Columns, as_of: str) -> Codes:
    """Return for each row the number of how its day lies to the lives of all orders."""
    pairs, days = days_of(columns, as_of)
    return _numbered(map(orders.lying, days), pairs)
