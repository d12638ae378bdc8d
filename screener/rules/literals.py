"""Literals of rules and values of columns, read by type; checker and evaluation share them."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from screener.codes.countries import countries, is_country, unread_countries
from screener.codes.dates import read_date
from screener.codes.hs import digits_of
from screener.codes.money import Money, read_money, read_number
from screener.model.field import Field

# `total_value` is the value of the whole line, not of one of the record's units.
_WHOLE_LINE = "line-value"


class Countries(NamedTuple):
    """What a country column says.

    Only where ``complete`` (every part was read) can the column show that a country is absent.
    """

    codes: tuple[str, ...]
    complete: bool


def money_literal(text: str) -> Money | None:
    """Return a limit with all three parts, amount, currency and unit, else None.

    >>> money_literal("1 CNY per piece").text()
    '1 CNY per piece'
    >>> money_literal("1 CNY") is None
    True
    """
    money = read_money(text)
    return money if money is not None and money.unit is not None else None


def number_literal(text: str) -> Decimal | None:
    """Return a plain decimal number, else None: no grouping, no exponent, no percent sign.

    >>> number_literal("0.5"), number_literal("1_000")
    (Decimal('0.5'), None)
    """
    plain = text.removeprefix("-").replace(".", "", 1)
    return read_number(text) if plain.isascii() and plain.isdigit() else None


def date_literal(text: str) -> date | None:
    """Return the day written as YYYY-MM-DD, else None.

    >>> date_literal("2026-05-04"), date_literal("4.5.2026")
    (datetime.date(2026, 5, 4), None)
    """
    found = read_date(text)
    return found if found is not None and found.isoformat() == text else None


def hs_literal(text: str) -> str | None:
    """Return the digits of an HS code of 2, 4, 6, 8 or 10 digits, else None.

    >>> hs_literal("9503.00"), hs_literal("63O1")
    ('950300', None)
    """
    digits = digits_of(text)
    return digits if digits is not None and digits == text.replace(".", "") else None


def country_literal(text: str) -> str | None:
    """Return an ISO 3166-1 alpha-2 code in capitals, else None.

    >>> country_literal("KP"), country_literal("North Korea")
    ('KP', None)
    """
    return text if is_country(text) else None


def read_value(field: Field, values: Mapping[str, str]) -> object | None:
    """Return what a record says in ``field`` as its type reads it; None if nothing readable.

    ``values`` are the filled columns of the record; money without a currency or unit of its
    own takes the record's. A ``Money``, ``Decimal``, ``date``, ``Countries`` or text comes back.
    """
    text = values.get(field.name)
    return _READERS[field.type](field, text, values) if text is not None else None


def is_whole_line(field: Field) -> bool:
    """Say whether the amounts of a column are those of a whole line."""
    return _WHOLE_LINE in field.compare_with


def money_value(field: Field, text: str, values: Mapping[str, str]) -> Money | None:
    """Return an amount with the record's currency and unit where it names none."""
    unit = "line" if is_whole_line(field) else values.get("uom")
    return read_money(text, currency=values.get("currency"), unit=unit)


def country_value(text: str) -> Countries | None:
    """Return the countries that a column names, or None if none can be read."""
    codes = countries(text)
    return Countries(codes, not unread_countries(text)) if codes is not None else None


_Reader = Callable[[Field, str, Mapping[str, str]], object | None]

_READERS: dict[str, _Reader] = {
    "money": money_value,
    "number": lambda _field, text, _values: read_number(text),
    "date": lambda _field, text, _values: read_date(text),
    "hs": lambda _field, text, _values: digits_of(text),
    "country": lambda _field, text, _values: country_value(text),
    "text": lambda _field, text, _values: text,
    "name": lambda _field, text, _values: text,
    "place": lambda _field, text, _values: text,
    "code": lambda _field, text, _values: text,
}
