"""The days that a date on a trade paper may mean: one, either of two, or those of a month or year."""

import re
from datetime import date, timedelta

from screener.codes.dates import FIRST_YEAR, LAST_YEAR, MONTHS, plain_text, read_date
from screener.codes.short_years import days_of_short_year

_DECEMBER = 12
_YEAR = re.compile(r"(\d{4})\s*[年년]?")
_YEAR_FIRST = re.compile(r"(\d{4})(?:\s*[年년]\s*|\s*[-/. ]\s*)(\d{1,2})\s*[月월]?\.?")
_MONTH_FIRST = re.compile(r"(\d{1,2})\s*[-/. ]\s*(\d{4})")
_NAMED_FIRST = re.compile(r"([a-z]{3,10})\.?(?:\s+de)?[\s,/.-]*(\d{4})")
_NAMED_LAST = re.compile(r"(\d{4})[\s,/.-]*([a-z]{3,10})\.?")


def days_meant(text: str, as_of: date | None = None) -> tuple[date, date] | None:
    """Return the first and the last day that ``text`` may mean; None if no day can be read.

    They are one day where the text names one. Of a date that can be read with the day or with
    the month first they are the two readings, of one whose year has two digits the earliest and
    the latest of its readings, and nothing between is meant; ``as_of`` is the day of judging, far
    past which no paper is dated.

    >>> days_meant("4 March 2022")
    (datetime.date(2022, 3, 4), datetime.date(2022, 3, 4))
    >>> days_meant("03/04/2022")
    (datetime.date(2022, 3, 4), datetime.date(2022, 4, 3))
    >>> days_meant("11/23/26"), days_meant("23/11/26")[0]
    ((datetime.date(2026, 11, 23), datetime.date(2026, 11, 23)), datetime.date(2023, 11, 26))
    >>> days_meant("Feb 2024"), days_meant("spring of 2024")
    ((datetime.date(2024, 2, 1), datetime.date(2024, 2, 29)), None)
    """
    readings = [read_date(text, day_first=first) for first in (True, False)]
    days = [day for day in readings if day is not None]
    if days:
        return min(days), max(days)
    bare = plain_text(text)
    if short := days_of_short_year(bare, as_of):
        return short[0], short[-1]
    month = _month(bare)
    if month is not None:
        year, number = month
        return _days_of(year, number, number)
    year_alone = _YEAR.fullmatch(bare)
    return _days_of(int(year_alone[1]), 1, _DECEMBER) if year_alone is not None else None


def _month(bare: str) -> tuple[int, int] | None:
    """Return the year and the month that a text names and nothing else."""
    if (match := _YEAR_FIRST.fullmatch(bare)) is not None:
        return int(match[1]), int(match[2])
    if (match := _MONTH_FIRST.fullmatch(bare)) is not None:
        return int(match[2]), int(match[1])
    if (match := _NAMED_FIRST.fullmatch(bare)) is not None and match[1] in MONTHS:
        return int(match[2]), MONTHS[match[1]]
    if (match := _NAMED_LAST.fullmatch(bare)) is not None and match[2] in MONTHS:
        return int(match[1]), MONTHS[match[2]]
    return None


def _days_of(year: int, first: int, last: int) -> tuple[date, date] | None:
    """Return the first day of one month of a year and the last of another, if there are such."""
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= first <= last <= _DECEMBER):
        return None
    after = date(year + last // _DECEMBER, last % _DECEMBER + 1, 1)
    return date(year, first, 1), after - timedelta(days=1)
