"""Distinct records of a run, each screened once: what is to be told of them, held in bounded memory."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from screener.batch.problems import Problem, problems
from screener.batch.tables import Line
from screener.evidence.answers import Answer, answers_of
from screener.model.columns import columns_of
from screener.model.screening import Screening
from screener.pipeline import Screener

MOST_HELD = 192 * 2**20
"""Bytes of records and answers that are held; beyond, all are forgotten and screened anew."""
_SELF = 600  # bytes of an entry beside its texts
_PLACES, _GOODS = frozenset({"place", "facility"}), frozenset({"goods"})

_key = msgspec.msgpack.Encoder().encode


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


class Known:
    """The records that were screened so far, for one day."""

    def __init__(self, screener: Screener, as_of: str, *, every: bool) -> None:
        """Begin with none; ``every`` asks for the screening of each record."""
        self._screener = screener
        self._as_of = as_of
        self._every = every
        self._records: dict[bytes, Record] = {}
        self._told: dict[Told, Told] = {}
        self._held = 0

    def records(self, lines: Sequence[Line]) -> list[Record]:
        """Return what is told of each line; only those that were not seen are screened.

        What is told alike is one object.
        """
        if self._held > MOST_HELD:
            self._records.clear()
            self._told.clear()
            self._held = 0
        keys = [_key(line.values) for line in lines]
        known = self._records
        new = {key: line for key, line in zip(keys, lines, strict=True) if key not in known}
        if new:
            self._add(new)
        return [known[key] for key in keys]

    def _add(self, new: dict[bytes, Line]) -> None:
        lines = list(new.values())
        columns = columns_of([line.values for line in lines], self._screener.record_fields)
        faults: dict[int, list[Problem]] = {}
        for at, problem in problems(columns, self._screener.fields):
            faults.setdefault(at, []).append(problem)
        verdicts = self._screener.screen_columns(columns, [""] * len(lines), as_of=self._as_of)
        answers = answers_of(verdicts, every=self._every)
        told = [self._one(_told(answer)) for answer in answers.distinct]
        for at, (key, number) in enumerate(zip(new, answers.of_row.tolist(), strict=True)):
            self._records[key] = Record(told[number], tuple(faults.get(at, ())))
            self._held += len(key) + _SELF

    def _one(self, told: Told) -> Told:
        """Return the object that stands for all that is told alike."""
        one = self._told.setdefault(told, told)
        if one is told:
            self._held += len(told.after_id) + sum(map(len, told.cells)) + _SELF
        return one


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
