"""What a process remembers between requests; it makes answers quicker and no answer another."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from itertools import islice

import msgspec

from screener.model.record import Record
from screener.model.screening import Screening

_MOST_RECORDS = 4_096
_MOST_DAYS = 64
_FRESH_SECONDS = 1.0


class Memory:
    """Screenings of the records seen last, and what stands around each answer.

    It belongs to one set of lists and rules: when they are loaded anew, so is the memory.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing; the clock is one of seconds."""
        self._clock = clock
        self._lock = threading.Lock()
        self._screenings: dict[str, Screening] = {}
        self._days: dict[str, msgspec.Raw] = {}
        self._fresh: tuple[float, msgspec.Raw] | None = None

    def known(self, contents: Sequence[str]) -> dict[str, Screening]:
        """Return the screenings that are known, by the contents of their records."""
        with self._lock:
            found = {one: self._screenings[one] for one in contents if one in self._screenings}
            for one, screening in found.items():
                # What is asked for again goes last.
                del self._screenings[one]
                self._screenings[one] = screening
        return found

    def keep(self, screenings: Mapping[str, Screening]) -> None:
        """Remember screenings; those asked for least lately go."""
        with self._lock:
            self._screenings.update(screenings)
            surplus = len(self._screenings) - _MOST_RECORDS
            if surplus > 0:
                for one in list(islice(self._screenings, surplus)):
                    del self._screenings[one]

    def of_day(self, day: str, made: Callable[[], object]) -> msgspec.Raw:
        """Return what is the same in every answer judged by a day, made the first time."""
        if day not in self._days:
            if len(self._days) >= _MOST_DAYS:
                self._days.clear()
            self._days[day] = msgspec.Raw(msgspec.json.encode(made()))
        return self._days[day]

    def fresh(self, made: Callable[[], object]) -> msgspec.Raw:
        """Return what changes by itself, at most a second old."""
        at, known = self._clock(), self._fresh
        if known is None or at - known[0] > _FRESH_SECONDS:
            known = self._fresh = (at, msgspec.Raw(msgspec.json.encode(made())))
        return known[1]


def content_of(record: Record, as_of: str) -> str:
    """Return all of a record that a screening rests on: everything but the caller's own key."""
    return f"{as_of} {record.model_dump_json(exclude={'line_id'}, exclude_none=True)}"
