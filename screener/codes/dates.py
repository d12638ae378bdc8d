"""Dates as written on trade papers; an ambiguous one is unknown, never guessed."""

import re
import unicodedata
from datetime import date, timedelta
from functools import lru_cache

_MAX_CHARACTERS = 40
FIRST_YEAR, LAST_YEAR = 1950, 2100
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january enero janvier",
            "feb february febrero",
            "mar march marzo mars",
            "apr april abril avril",
            "may mayo mai",
            "jun june junio juin",
            "jul july julio juillet",
            "aug august agosto",
            "sep sept september septiembre septembre",
            "oct october octubre octobre",
            "nov november noviembre novembre",
            "dec december diciembre",
        ),
        start=1,
    )
    for name in names.split()
}
_TIME = re.compile(r"(?:t|\s+)\d{1,2}:\d{2}.*$", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_HAN = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?")
_HANGUL = re.compile(r"(\d{4})\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일?")
_DOTTED_YEAR_FIRST = re.compile(r"(\d{4})\.\s*(\d{1,2})\.\s*(\d{1,2})\.?")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_DAY_NAMED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[\s.-]*(?:de\s+)?([a-z]{3,10})\.?[\s,.-]*(?:de\s+)?(\d{4})"
)
_NAMED_DAY = re.compile(r"([a-z]{3,10})\.?\s*(\d{1,2})(?:st|nd|rd|th)?[\s,]+(\d{4})")
_SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
# Day 0 of the serial numbers of spreadsheets, allowing for their 29 February 1900.
_SERIAL_ZERO = date(1899, 12, 30)
_SERIALS = range(36_526, 54_789)  # 2000 to 2049: outside, a five-digit number is no date


@lru_cache(maxsize=4_096)
def read_date(text: str, *, day_first: bool | None = None) -> date | None:
    """Return the day that ``text`` names, or None.

    ``day_first`` settles 03/05/2026 where the caller knows the habit of the file; without it
    such a date is unknown. Dots mean day first. A spreadsheet's serial number is read if it
    falls in 2000 to 2049.

    >>> read_date("2026年3月5日"), read_date("5 March 2026"), read_date("15/03/2026")
    (datetime.date(2026, 3, 5), datetime.date(2026, 3, 5), datetime.date(2026, 3, 15))
    >>> read_date("03/05/2026") is None
    True
    """
    if len(text) > _MAX_CHARACTERS:
        return None
    bare = plain_text(text)
    for shape in (_HAN, _HANGUL, _COMPACT, _DOTTED_YEAR_FIRST):
        match = shape.fullmatch(bare)
        if match is not None:
            return _day(*match.groups())
    match = _YEAR_FIRST.fullmatch(bare)
    if match is not None:
        return _day(match.group(1), match.group(3), match.group(4))
    match = _YEAR_LAST.fullmatch(bare)
    if match is not None:
        return _year_last(match, day_first)
    return _with_month_name(bare) or _serial(bare)


def plain_text(text: str) -> str:
    """Return the text of a cell of dates in plain small letters, without an hour behind the day.

    >>> plain_text(" ２３/11/26 08:30 ")
    '23/11/26'
    """
    folded = unicodedata.normalize("NFKC", text).strip().lstrip("'").lower()
    return _TIME.sub("", folded).strip()


def _year_last(match: re.Match[str], day_first: bool | None) -> date | None:  # noqa: FBT001
    first, separator, second, year = match.groups()
    european, american = _day(year, second, first), _day(year, first, second)
    if separator == ".":
        return european
    if european is None or american is None or european == american:
        return european or american
    if day_first is None:
        return None
    return european if day_first else american


def _with_month_name(bare: str) -> date | None:
    match = _DAY_NAMED.fullmatch(bare)
    if match is not None:
        day, name, year = match.groups()
    else:
        match = _NAMED_DAY.fullmatch(bare)
        if match is None:
            return None
        name, day, year = match.groups()
    month = MONTHS.get(name)
    return _day(year, str(month), day) if month is not None else None


def _serial(bare: str) -> date | None:
    match = _SERIAL.fullmatch(bare)
    number = int(match.group(1)) if match is not None else 0
    return _SERIAL_ZERO + timedelta(days=number) if number in _SERIALS else None


def _day(year: str, month: str, day: str) -> date | None:
    """Return the day if there is such a day in a year that trade papers may name."""
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None
