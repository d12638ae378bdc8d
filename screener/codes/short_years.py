"""Dates whose year has two digits, which may stand for several days."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from screener.codes.dates import MONTHS

PIVOT = 50
"""Years from 50 on are those of 1950 to 1999, those below of 2000 to 2049."""
AHEAD, BEHIND = timedelta(days=366), timedelta(days=5 * 366)
"""How far past the day of judging a paper may be dated, and how far before its latest reading
another is still meant: papers of an entry are kept for five years (19 CFR 163.4)."""

_PARTS = re.compile(r"'?(\d{1,2})([-/.])\s*(\d{1,2})\2\s*'?(\d{1,2})\.?")
_KOREAN = re.compile(r"\d{2}\. ")  # 26. 11. 23. has its year first
_NAMED = re.compile(r"(\d{1,2})[\s./-]*([a-z]{3,10})\.?[\s,./-]*'?(\d{2})")
_WRITTEN = re.compile(r"'?(\d{2})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号일]?")
_YEAR_DIGITS = 2


def days_of_short_year(bare: str, as_of: date | None = None) -> tuple[date, ...]:
    """Return the days that a date with a year of two digits may mean, in order; none if it is none.

    Figures are read with the year last, behind day and month or month and day, and with the year
    first; dots are not read with the month first. A month by its name stands behind its day. Of
    several readings those far past ``as_of`` are not meant, nor those years before the latest.

    >>> [str(day) for day in days_of_short_year("23/11/26")]
    ['2023-11-26', '2026-11-23']
    >>> [str(day) for day in days_of_short_year("24/01/31", date(2026, 11, 25))]
    ['2024-01-31']
    >>> [str(day) for day in days_of_short_year("11/12/26")]
    ['2026-11-12', '2026-12-11']
    >>> [str(day) for day in days_of_short_year("23-nov-26")], days_of_short_year("45/13/67")
    (['2026-11-23'], ())
    """
    days = sorted({*_readings(bare)})
    if as_of is not None:
        days = [day for day in days if day - as_of <= AHEAD] or days[:1]
    return tuple(day for day in days if days[-1] - day <= BEHIND)


def _readings(bare: str) -> Iterator[date]:
    if (match := _PARTS.fullmatch(bare)) is not None:
        first, separator, second, third = match.groups()
        orders = [(first, second, third)]
        if not _KOREAN.match(bare):
            orders.append((third, second, first))
        if separator != ".":
            orders.append((third, first, second))
    elif (match := _NAMED.fullmatch(bare)) is not None and match[2] in MONTHS:
        orders = [(match[3], str(MONTHS[match[2]]), match[1])]
    elif (match := _WRITTEN.fullmatch(bare)) is not None:
        orders = [(match[1], match[2], match[3])]
    else:
        return
    for year, month, day in orders:
        if len(year) == _YEAR_DIGITS:
            try:
                yield date(_century(int(year)), int(month), int(day))
            except ValueError:
                continue


def _century(year: int) -> int:
    return year + (1900 if year >= PIVOT else 2000)
