"""Distinct answers of a batch: rows that are alike are put together, and written out, once."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from screener.evidence.canonical import screening_json
from screener.evidence.cells import words
from screener.evidence.verdicts import Verdicts
from screener.model.columns import Codes
from screener.model.screening import Screening

_ENCODER = msgspec.json.Encoder()
_ID, _NO_ID = b'{"line_id":', b'""'


class Answer(NamedTuple):
    """What rows that are alike have in common: added cells, gaps, and the screening if shown."""

    cells: tuple[str, ...]
    missing: tuple[str, ...]
    screening: Screening | None
    after_id: bytes


class Answers(NamedTuple):
    """The distinct answers in the order in which they first occur, and for each row its number."""

    distinct: Sequence[Answer]
    of_row: Codes


def json_after(line_id: str, after_id: bytes) -> bytes:
    """Return the canonical JSON of a screening with the id of a row put before the rest."""
    return json_before(line_id) + after_id


def json_before(line_id: str) -> bytes:
    """Return how the canonical JSON of a screening begins: with the id of its row."""
    return _ID + _ENCODER.encode(line_id)


def answers_of(verdicts: Verdicts, *, every: bool = False) -> Answers:
    """Return the answers of a batch that was screened without ids (each of them empty).

    A screening is there for rows that have something to tell, or for ``every`` one.
    """
    of_row = verdicts.alike
    first: dict[int, int] = {}
    for row, at in enumerate(of_row.tolist()):
        first.setdefault(at, row)
    return Answers([_answer(verdicts, first[at], every) for at in range(len(first))], of_row)


def _answer(verdicts: Verdicts, row: int, every: bool) -> Answer:  # noqa: FBT001 - as asked of all
    screening = verdicts.screening(row) if every or verdicts.shown(row) else None
    cells = (*verdicts.figures(row), *words(screening))
    after_id = b"" if screening is None else screening_json(screening).removeprefix(_ID + _NO_ID)
    return Answer(cells, verdicts.missing(row), screening, after_id)
