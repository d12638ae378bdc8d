"""The day that a record is judged by, and where it lies in the life of a listing."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from screener.codes.day_spans import days_meant
from screener.model.hit import TimeLeg
from screener.model.listing import Entry

DATES = ("ship_date", "doc_date")
"""The columns that state the day of a record."""
AS_OF = "as_of"
"""Stands for the column of a day that no column states."""

_ENDED = frozenset({"inactive", "revoked", "superseded", "inactive (superseded)", "delisted"})
_WHOLE_DAY = 10


class RecordDay(NamedTuple):
    """The first and the last day that a record may be of, and the column that states it.

    They are one day unless a date can be read in two ways, or names a month or a year.
    """

    first: str
    last: str
    column: str


class Life(NamedTuple):
    """When a listing began and ended, as far as its list says.

    ``gone_by`` is the day of a list that says that it ended and not when: by then it had.
    """

    listed: str | None
    ended: str | None
    gone_by: str | None = None


def record_day(values: Mapping[str, str], as_of: str) -> RecordDay:
    """Return the day that a record is judged by.

    A record that states no day is judged by ``as_of``; of two days the later counts, since goods
    enter after they ship.

    >>> record_day({"ship_date": "03/04/2022", "doc_date": "2022-03-20"}, "2026-11-25")
    RecordDay(first='2022-03-20', last='2022-04-03', column='ship_date')
    """
    today = date.fromisoformat(as_of)
    stated = [
        (days[1].isoformat(), name, days[0].isoformat())
        for name in DATES
        if name in values and (days := days_meant(values[name], today)) is not None
    ]
    last, column, _ = max(stated, default=(as_of, AS_OF, as_of))
    return RecordDay(max((first for _, _, first in stated), default=as_of), last, column)


def life_of(entry: Entry, edition_day: str) -> Life:
    """Return when a listing began and ended, as its list of a day says."""
    return Life(entry.listed_on, entry.ended_on, edition_day if ends_unsaid(entry) else None)


def ends_unsaid(entry: Entry) -> bool:
    """Say whether a list says that a listing ended and not when."""
    return entry.ended_on is None and (entry.status or "").casefold() in _ENDED


def time_leg(life: Life, day: RecordDay) -> TimeLeg:
    """Return where a day lies; of a month or a year of a list, its first day begins, its last ends.

    The answer holds for every day that the record may be of; where it would not, it is
    ``unsure``. So it is for a day before that of a list which says that a listing ended and not
    when. To take it for ended would clear goods that entered while an order stood, to take it
    for standing would hold goods by an order that is known to be gone: both say more than the list.

    >>> day = RecordDay("2021-06-24", "2021-06-24", "ship_date")
    >>> time_leg(Life("2021-06", None), day), time_leg(Life("2021-06-25", None), day)
    ('applies', 'before')
    >>> time_leg(Life(None, "2021-06-24"), day), time_leg(Life(None, "2021"), day)
    ('ended', 'applies')
    >>> time_leg(Life(None, None, "2021-06-24"), day), time_leg(Life(None, None, "2026-11-25"), day)
    ('ended', 'unsure')
    """
    first, last = _leg(life, day.first), _leg(life, day.last)
    return first if first == last else "unsure"


def _leg(life: Life, day: str) -> TimeLeg:
    ended = life.ended if life.gone_by is None else life.gone_by
    if ended is not None and (
        day >= ended if len(ended) == _WHOLE_DAY else day[: len(ended)] > ended
    ):
        return "ended"
    if life.listed is not None and day[: len(life.listed)] < life.listed:
        return "before"
    return "applies" if life.gone_by is None else "unsure"
