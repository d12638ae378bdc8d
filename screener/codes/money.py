"""Amounts of money with their currency and the unit they are for."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

import msgspec

from screener.codes.units import CURRENCIES, UNITS, currency_code, unit_of_count

_MAX_CHARACTERS = 200
_FINEST = Decimal("0.000001")
_UNIT_GROUPS = ("per", "alone", "each", "rate", "front")
_TENTHS = ("角", "毛钱", "毛", "jiao", "mao")


class Money(msgspec.Struct, frozen=True):
    """An amount in a currency, per ``unit`` or, where it is None, per nothing that is stated."""

    amount: Decimal
    currency: str
    unit: str | None

    def text(self) -> str:
        """Return the amount as a rule writes it.

        >>> Money(Decimal("0.80"), "CNY", "piece").text()
        '0.80 CNY per piece'
        """
        return f"{self.amount:f} {self.currency}" + (f" per {self.unit}" if self.unit else "")

    def compared(self, other: "Money") -> int | None:
        """Return -1, 0 or 1 as this is below, equal to or above ``other``.

        None if currency or unit differ or are not stated, or an amount is not positive: zero
        on a trade paper means that nobody filled it in.

        >>> read_money("0.80 CNY per piece").compared(read_money("12 yuan per dozen"))
        -1
        >>> read_money("0.80 USD per piece").compared(read_money("1 CNY per piece")) is None
        True
        """
        same = self.currency == other.currency and self.unit == other.unit
        if not same or self.unit is None or min(self.amount, other.amount) <= 0:
            return None
        return (self.amount > other.amount) - (self.amount < other.amount)


def read_money(text: str, *, currency: str | None = None, unit: str | None = None) -> Money | None:
    """Return the amount that ``text`` states, or None.

    ``currency`` and ``unit`` are those of the record; they count only where the text has none.

    >>> read_money("0,80 yuan/pc").text(), read_money("¥0.8").text()
    ('0.80 CNY per piece', '0.8 CNY')
    >>> read_money("1.20", currency="USD", unit="PCS").text()
    '1.20 USD per piece'
    >>> read_money("1.20") is None
    True
    """
    if len(text) > _MAX_CHARACTERS:
        return None
    folded = unicodedata.normalize("NFKC", text).strip().strip("'")
    match = amount_pattern().fullmatch(folded)
    own = currency_code(currency) if currency else None
    return money_of(match, own, unit) if match is not None else None


def read_number(text: str) -> Decimal | None:
    """Return the number that ``text`` states, with or without a unit of count, or None.

    >>> read_number("1,200 PCS"), read_number("0,85"), read_number("4%")
    (Decimal('1200'), Decimal('0.85'), Decimal('4'))
    >>> read_number("about 12") is None
    True
    """
    folded = unicodedata.normalize("NFKC", text[:_MAX_CHARACTERS]).strip().strip("'")
    match = _number_pattern().fullmatch(folded)
    return _number(match.group(1)) if match is not None else None


def stated_currency(match: re.Match[str]) -> str | None:
    """Return the currency as written in a match of ``amount_pattern``, or None."""
    return match["before"] or match["after"] or match["last"]


def money_of(match: re.Match[str], currency: str | None, unit: str | None) -> Money | None:
    """Return the amount of a match, with the record's currency and unit where it has none."""
    word = stated_currency(match)
    code = currency_code(word, currency) if word else currency
    tenth = word is not None and word.lower() in _TENTHS
    amount = _number(match["number"])
    if tenth:
        code, amount = "CNY", amount / 10 if amount is not None else None
    if code is None or amount is None:
        return None
    stated = next((match[name] for name in _UNIT_GROUPS if match[name]), unit)
    counted = unit_of_count(stated) if stated else None
    if counted is None:
        return Money(amount, code, None)
    name, count = counted
    if count > 1:
        amount = (amount / count).quantize(_FINEST).normalize()
    return Money(amount, code, name)


def _number(text: str) -> Decimal | None:
    """Return a number in either habit of writing thousands and decimals.

    A comma is decimal unless three digits follow it; a point is decimal unless it groups.
    """
    bare = re.sub(r"[\s']", "", text)
    if "," in bare and "." in bare:
        decimal = max(bare.rfind(","), bare.rfind("."))
        grouped = bare[:decimal].replace(",", "").replace(".", "")
        bare = f"{grouped}.{bare[decimal + 1 :]}"
    elif re.fullmatch(r"-?[1-9]\d{0,2}(?:,\d{3})+", bare):
        bare = bare.replace(",", "")
    elif re.fullmatch(r"-?[1-9]\d{0,2}(?:\.\d{3}){2,}", bare):
        bare = bare.replace(".", "")
    bare = bare.replace(",", ".")
    return Decimal(bare) if re.fullmatch(r"-?\d{1,15}(?:\.\d{1,10})?", bare) else None


@cache
def amount_pattern() -> re.Pattern[str]:
    """Return the pattern of an amount: unit, currency and number in their usual orders."""
    currency = either([*CURRENCIES, "¥", *_TENTHS])
    unit = rf"(?:\d{{1,4}}\s*)?{either(UNITS)}"
    number = r"-?\d[\d.,']*(?:\s\d{3})*(?:[.,]\d+)?(?<![.,'])"
    return re.compile(
        rf"(?:(?:per|每|一|1|a|por|за)\s?(?P<each>{unit})\s*(?:에|당|[:=])?\s*"
        rf"|(?P<rate>{either(UNITS)})\s?(?:당|あたり)\s*)?"
        rf"(?:(?P<before>{currency})\s?(?:(?:/|per\s?)(?P<front>{unit}))?\s*[:=]?\s*)?"
        rf"(?<![\d.,])(?P<number>{number})"
        rf"(?:\s?(?P<after>{currency}))?"
        rf"(?:\s?(?:/|per\b|a\b|por\b|за\b|每|一)\s?(?P<per>{unit}|[^\W\d_]{{1,20}})"
        rf"|\s(?P<alone>each|ea|apiece|pcs?|pce|piece)\b)?"
        rf"(?:\s?(?P<last>{currency}))?",
        re.IGNORECASE,
    )


@cache
def _number_pattern() -> re.Pattern[str]:
    return re.compile(rf"(-?\d[\d.,'\s]*?)\s*(?:%|{either(UNITS)})?", re.IGNORECASE)


def either(words: Iterable[str]) -> str:
    """Return a pattern of the words, longest first; a Latin word must stand alone."""
    listed = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_bounded(word) for word in listed) + ")"


def _bounded(word: str) -> str:
    """Return the pattern of one word; letters beside it belong to another word."""
    letters = r"[^\W\d_]"
    first = f"(?<!{letters})" if _joins_letters(word[0]) else ""
    last = f"(?!{letters})" if _joins_letters(word[-1]) else ""
    return first + re.escape(word) + last


def _joins_letters(char: str) -> bool:
    return char.isalpha() and ord(char) < 0x2E80  # noqa: PLR2004  Han, kana and Hangul stand close
