"""The day that a record is judged by, and where it lies in the life of a listing."""

from collections.abc import Mapping

from screener.codes.dates import read_date
from screener.model.hit import TimeLeg
from screener.model.listing import Entry

DATES = ("ship_date", "doc_date")
"""The columns that state the day of a record."""

_ENDED = frozenset({"inactive", "revoked", "superseded", "inactive (superseded)", "delisted"})
_WHOLE_DAY = 10


def record_day(values: Mapping[str, str], as_of: str) -> tuple[str, str]:
    """Return the day that a record is judged by, and where it is stated.

    A record that states no day is judged by ``as_of``; of two days the later counts, since goods
    enter after they ship.
    """
    stated = [
        (day.isoformat(), name)
        for name in DATES
        if name in values and (day := read_date(values[name])) is not None
    ]
    return max(stated, default=(as_of, "as_of"))


def end_of(entry: Entry, edition_day: str) -> str | None:
    """Return the day on which a listing ended, None while it stands.

    Where a list says that it ended and not when, it had by the day of the list.
    """
    if entry.ended_on is None and (entry.status or "").casefold() in _ENDED:
        return edition_day
    return entry.ended_on


def time_leg(listed: str | None, ended: str | None, day: str) -> TimeLeg:
    """Return where a day lies; of a month or a year, its first day begins and its last ends.

    >>> time_leg("2021-06", None, "2021-06-24"), time_leg("2021-06-24", None, "2021-06-23")
    ('applies', 'before')
    >>> time_leg(None, "2020-03-24", "2020-03-24"), time_leg(None, "2020", "2020-06-01")
    ('ended', 'applies')
    """
    if ended is not None and (
        day >= ended if len(ended) == _WHOLE_DAY else day[: len(ended)] > ended
    ):
        return "ended"
    return "before" if listed is not None and day[: len(listed)] < listed else "applies"
