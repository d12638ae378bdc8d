"""Cells that are filled and cannot be read as what their column holds; their rows are screened all the same."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from screener.codes.countries import countries
from screener.codes.dates import plain_text, read_date
from screener.codes.hs import digits_of
from screener.codes.money import read_money, read_number
from screener.codes.short_years import days_of_short_year
from screener.codes.units import currency_code
from screener.model.columns import Columns
from screener.model.field import Field

_CURRENCY = "currency"
_SHOWN = 200
_MOST_KNOWN = 1 << 16
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)

_BETWEEN_CODES = re.compile(r"\s*[;,/|、，；+&\n]\s*|\s+(?=\d{6})")


class Problem(NamedTuple):
    """A cell that cannot be read: its field, what is wrong, what to do, and the cell."""

    field: str
    wrong: str
    remedy: str
    text: str


def problems(columns: Columns, fields: Mapping[str, Field]) -> Iterator[tuple[int, Problem]]:
    """Yield the cells of a batch that cannot be read, each with the place of its row, from 0.

    What cannot be read is unknown to every rule.
    """
    for name, column in columns.columns.items():
        kind = name if name == _CURRENCY else fields[name].type
        if kind not in _READERS:
            continue
        faults = {at: fault for at, text in enumerate(column.values)
                  if (fault := _fault(kind, text)) is not None}  # fmt: skip
        if faults:
            for row in np.flatnonzero(np.isin(column.codes, list(faults))).tolist():
                code = int(column.codes[row])
                yield row, Problem(name, *faults[code], column.values[code][:_SHOWN])


@lru_cache(_MOST_KNOWN)
def _fault(kind: str, text: str) -> tuple[str, str] | None:
    """Return what is wrong with a cell of a kind and what to do; None if it can be read."""
    return _READERS[kind](text)


def _money(text: str) -> tuple[str, str] | None:
    # Any currency will do: one that is stated nowhere is a gap of its own column.
    amount = read_money(text, currency="USD")
    if amount is None:
        return "it is no amount", "write one number, as 1234.50, with its currency if you like"
    if amount.amount < 0:
        return "the amount is below zero", "state the price; leave credits and returns out"
    return None


def _number(text: str) -> tuple[str, str] | None:
    return None if read_number(text) is not None else ("it is no number", "write one number")


def _date(text: str) -> tuple[str, str] | None:
    if read_date(text) is not None:
        return None
    if read_date(text, day_first=True) is not None:
        return "it may be either of two days", "write it as YYYY-MM-DD"
    if days_of_short_year(plain_text(text)):
        return "its year has two digits, so that it may be another day", "write it as YYYY-MM-DD"
    return "it is no day", "write it as YYYY-MM-DD"


def _hs(text: str) -> tuple[str, str] | None:
    if digits_of(text) is not None:
        return None
    if _SHORTENED.fullmatch(text.strip()):
        return "a spreadsheet shortened the code", "format its column as text and export it anew"
    bare = text.replace(".", "").replace(" ", "")
    if bare.isdecimal() and digits_of(f"0{bare}") is not None:
        return "the code has an odd number of digits", "put back its leading zero if it lost one"
    codes = [one for one in _BETWEEN_CODES.split(text) if one]
    if len(codes) > 1 and all(map(digits_of, codes)):
        return "the cell holds several HS codes", "give each code a line of its own"
    return "it is no HS code", "write 2, 4, 6, 8 or 10 digits"


def _country(text: str) -> tuple[str, str] | None:
    if countries(text) is not None:
        return None
    return "no country can be read", "write its name or its two-letter code"


def _currency(text: str) -> tuple[str, str] | None:
    if currency_code(text) is not None:
        return None
    return "no currency is known by it", "write its three-letter code"


_READERS = {
    "money": _money, "number": _number, "date": _date, "hs": _hs, "country": _country,
    _CURRENCY: _currency,
}  # fmt: skip
