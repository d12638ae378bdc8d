"""Dates as lists state them: a day, or as much of it as the source says."""

import re
from datetime import date

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def is_date(text: str) -> bool:
    """Say whether a text is a whole day.

    >>> is_date("2016-07-06"), is_date("2016-07"), is_date("2016-02-30")
    (True, False, False)
    """
    return is_partial_date(text) and text.count("-") == 2  # noqa: PLR2004 - year, month, day


def is_partial_date(text: str) -> bool:
    """Say whether a text is a year, a month or a day.

    >>> is_partial_date("2016"), is_partial_date("2016-13"), is_partial_date("July 2016")
    (True, False, False)
    """
    shape = _SHAPE.fullmatch(text)
    if shape is None:
        return False
    year, month, day = (int(part or 1) for part in shape.groups())
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def age_in_days(day: str, today: date) -> int | None:
    """Return the days since a day; 0 for one that is not over, None if the text is no whole day.

    >>> age_in_days("2026-11-01", date(2026, 11, 26)), age_in_days("2026", date(2026, 11, 26))
    (25, None)
    >>> age_in_days("2026-11-26", date(2026, 11, 25))
    0
    """
    return max(0, (today - date.fromisoformat(day)).days) if is_date(day) else None
