"""What a report is made of: the counts of a run, and the records to act on."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from screener.model.screening import Screening


class Share(NamedTuple):
    """How many lines of one supplier, place or goods family reached each tier from T1 on."""

    name: str
    tiers: Mapping[str, int]

    @property
    def acted_on(self) -> int:
        """The lines at T2 or above."""
        return sum(self.tiers.get(tier, 0) for tier in ACTED_ON)


class Record(NamedTuple):
    """One answer to act on: the lines that have it, the first of them as read, its screening."""

    lines: int
    line_ids: tuple[str, ...]
    values: Mapping[str, str]
    screening: Screening


class Account(NamedTuple):
    """A run as its report tells it; ``summary`` is that of summary.json without timings.

    Shares come with the most lines at T2 or above first; gaps and questions are counts of lines.
    ``titles`` are those of rules, by id, ``changes`` the lines by what became of them since an
    earlier run, where one was named, ``stale`` the reasons why lists are stale, by id.
    """

    summary: Mapping[str, object]
    suppliers: tuple[Share, ...]
    places: tuple[Share, ...]
    goods: tuple[Share, ...]
    gaps: Mapping[str, int]
    questions: Mapping[str, int]
    records: tuple[Record, ...]
    titles: Mapping[str, str]
    changes: Mapping[str, int] | None = None
    stale: Mapping[str, str] = MappingProxyType({})


ACTED_ON = ("T2", "T3", "T4")
TOLD = ("T1", *ACTED_ON)
