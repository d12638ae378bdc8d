"""Distinct records of a run, each screened once: what is to be told of them, held in bounded memory."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import SEEK_END
from tempfile import TemporaryFile
from typing import IO, NamedTuple
from weakref import finalize

import msgspec

from screener.batch.problems import Problem, problems
from screener.evidence.answers import Answer, answers_of
from screener.model.columns import columns_of
from screener.model.screening import Screening
from screener.pipeline import Screener

MOST_HELD = 64 * 2**20
"""Bytes of records that are held; beyond, those that are shown go to a temporary file."""
MOST_KEYS = 1_000_000
"""Records that are known; beyond, all are forgotten. A key with its place takes some 130 bytes."""
_SELF = 2_000  # bytes of an answer beside its texts
_LENGTH = 4  # bytes in the file that tell how long a record is that follows them
_PLACES, _GOODS = frozenset({"place", "facility"}), frozenset({"goods"})

Values = Mapping[str, str]


class Told(NamedTuple):
    """What files and counts tell of an answer, without the screening it came from.

    ``after_id`` is its JSON after the line id, empty if it is not shown. ``named`` are the places and
    goods that it names and the questions it asks, each with its kind; ``reasons`` one row each.
    """

    cells: tuple[str, ...]
    missing: tuple[str, ...]
    after_id: bytes
    rules: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    named: tuple[tuple[str, str], ...] = ()
    reasons: tuple[tuple[str, ...], ...] = ()


class Record(NamedTuple):
    """What is told of a record, and which of its cells cannot be read."""

    told: Told
    problems: tuple[Problem, ...]


_ENCODER, _DECODER = msgspec.msgpack.Encoder(), msgspec.msgpack.Decoder(Record)


class Known:
    """The records of a run that were screened so far, by the keys that ``rows.distinct`` gives."""

    def __init__(self) -> None:
        """Begin with none."""
        # Numbers are places in the file that holds what memory should not.
        self._records: dict[bytes, Record | int] = {}
        self._alike: dict[Record, Record] = {}
        self._held = 0
        self._spool: IO[bytes] | None = None

    @property
    def is_full(self) -> bool:
        """Whether more is held than should be."""
        return self._held > MOST_HELD or len(self._records) > MOST_KEYS

    def make_room(self) -> None:
        """Put the screenings held into a file that is gone with the process; forget all if they are too many.

        Raises:
            OSError: The folder for temporary files is full, or cannot be written to.

        """
        if self._held > MOST_HELD:
            self._put_away()
        if self.is_full:
            self._records.clear()
            self._alike.clear()
            self._held = 0

    def unknown(self, keys: Iterable[bytes]) -> list[int]:
        """Return the places of the keys whose records were not screened yet."""
        known = self._records
        return [at for at, key in enumerate(keys) if key not in known]

    def add(self, keys: Iterable[bytes], records: Iterable[Record]) -> None:
        """Keep what is told of records; what is told alike becomes one object."""
        for key, given in zip(keys, records, strict=True):
            record = self._alike.setdefault(given, given)
            if record is given:
                self._held += _size(record)
            self._records[key] = record

    def records(self, keys: Iterable[bytes]) -> list[Record]:
        """Return what is told of each key's record; all of them are known."""
        known = self._records
        fetched: dict[int, Record] = {}
        found = []
        for key in keys:
            record = known[key]
            if isinstance(record, int):
                if record not in fetched:
                    fetched[record] = self._fetched(record)
                record = fetched[record]
            found.append(record)
        return found

    def _put_away(self) -> None:
        """Write each record that is shown to the file, and keep its place."""
        if self._spool is None:
            self._spool = TemporaryFile()  # noqa: SIM115 - open as long as this is
            finalize(self, self._spool.close)
        at = self._spool.seek(0, SEEK_END)
        places: dict[int, int] = {}
        for record in self._alike:
            if record.told.after_id:
                places[id(record)] = at
                data = _ENCODER.encode(record)
                at += self._spool.write(len(data).to_bytes(_LENGTH) + data)
        for key, kept in self._records.items():
            self._records[key] = places.get(id(kept), kept)
        self._alike = {one: one for one in self._alike if id(one) not in places}
        self._held = sum(map(_size, self._alike))

    def _fetched(self, at: int) -> Record:
        assert self._spool is not None
        self._spool.seek(at)
        length = int.from_bytes(self._spool.read(_LENGTH))
        return _DECODER.decode(self._spool.read(length))


def _size(record: Record) -> int:
    """Return about how many bytes of memory a record takes."""
    return len(record.told.after_id) + sum(map(len, record.told.cells)) + _SELF


def screened(
    screener: Screener, given: Sequence[Values], as_of: str, *, every: bool
) -> list[Record]:
    """Return what is told of records, given by their filled fields, for a day.

    ``every`` asks for the screening of each of them, not only of those with something to tell.
    """
    if not given:
        return []
    columns = columns_of(given, screener.record_fields)
    faults: dict[int, list[Problem]] = {}
    for at, problem in problems(columns, screener.fields):
        faults.setdefault(at, []).append(problem)
    verdicts = screener.screen_columns(columns, [""] * len(given), as_of=as_of)
    answers = answers_of(verdicts, every=every)
    told = [_told(answer) for answer in answers.distinct]
    numbers = answers.of_row.tolist()
    return [Record(told[number], tuple(faults.get(at, ()))) for at, number in enumerate(numbers)]


def _told(answer: Answer) -> Told:
    screening = answer.screening
    if screening is None:
        return Told(answer.cells, answer.missing, b"")
    hits = screening.hits
    return Told(
        answer.cells,
        answer.missing,
        answer.after_id,
        tuple(sorted({reason.rule for reason in screening.reasons})),
        tuple(sorted({hit.entry for hit in hits})),
        tuple(sorted({hit.list for hit in hits})),
        tuple(_named(screening)),
        tuple(_reasons(screening)),
    )


def _named(screening: Screening) -> Iterator[tuple[str, str]]:
    """Yield the places and goods that are named, not in passing, and what is to be asked."""
    hits = [hit for hit in screening.hits if hit.role != "mention"]
    for name, kinds in (("place", _PLACES), ("goods", _GOODS)):
        for entry in sorted({hit.entry for hit in hits if hit.kind in kinds}):
            yield name, entry
    for question in screening.questions:
        yield "question", question


def _reasons(screening: Screening) -> Iterator[tuple[str, ...]]:
    """Yield one row a reason: what it says, the texts it was found in, claims and questions."""
    texts = {hit.id: hit.text for hit in screening.hits}
    for reason in screening.reasons:
        found = dict.fromkeys(texts[one] for one in reason.hits if one in texts)
        yield (
            screening.tier,
            reason.rule,
            reason.title,
            reason.sentence,
            "; ".join(found),
            "; ".join(reason.claims),
            " ".join(reason.asks),
        )
