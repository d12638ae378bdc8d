"""What each column of a file is probably read as, told by its header and by its values."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from screener.batch.mapping import Dictionary
from screener.batch.tables import Table
from screener.batch.wrapped import inside
from screener.codes.countries import country
from screener.codes.dates import read_date
from screener.codes.hs import digits_of
from screener.codes.identifiers import manufacturer_country

SAMPLE_ROWS = 500
SURE = 0.9
"""From here on a proposal needs no look: the header is the field's name or a usual header of it."""
_SAMPLES = 3
_FEWEST_VALUES = 3
_LONGEST_SAMPLE = 40
_MOST_ALIKE = 0.9
_HS_LENGTHS = (6, 8, 10)
_WORDS_OF_A_DESCRIPTION = 3


class Proposal(NamedTuple):
    """How one column would be read: as which field if any, how surely (0 to 1), and why."""

    header: str
    field: str | None
    confidence: float
    why: str
    samples: tuple[str, ...]


def propose(table: Table, dictionary: Dictionary) -> tuple[Proposal, ...]:
    """Return a proposal for each column, from its header and the first rows of the table.

    Values decide only where the header says nothing, and only for fields that no header claims.
    """
    rows = [raw.cells for raw in islice(table.rows, SAMPLE_ROWS) if raw.fault is None]
    columns = [_filled(rows, at) for at in range(len(table.headers))]
    by_header = [_by_header(header, dictionary) for header in table.headers]
    taken = {field for field, _, _ in by_header if field is not None}
    found = []
    for header, values, guess in zip(table.headers, columns, by_header, strict=True):
        best = guess if guess.field is not None else _by_values(values, taken)
        taken.update({best.field} - {None})  # type: ignore[arg-type]  # the set holds no None now
        samples = tuple(_shortened(value) for value in values[:_SAMPLES])
        found.append(Proposal(header, *best, samples))
    return tuple(found)


class _Guess(NamedTuple):
    field: str | None
    confidence: float
    why: str


_NO_GUESS = _Guess(None, 0.0, "neither header nor values are known; carried along")


def _filled(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    """Return the distinct filled values of a column in the order in which they come."""
    return list(
        dict.fromkeys(cell for row in rows if at < len(row) and (cell := inside(row[at]).strip()))
    )


def _by_header(header: str, dictionary: Dictionary) -> _Guess:
    field = dictionary.field_of(header)
    if field is not None:
        own = header.strip().casefold().replace(" ", "_") == field
        return (
            _Guess(field, 1.0, "its name") if own else _Guess(field, 0.95, "a usual header of it")
        )
    near = dictionary.close(header) if header else None
    return _NO_GUESS if near is None else _Guess(near, 0.6, "its header is nearly one of it")


def _by_values(values: Sequence[str], taken: set[str]) -> _Guess:
    for field, why, fits in _looks():
        if field in taken or len(values) < _FEWEST_VALUES:
            continue
        share = sum(map(fits, values)) / len(values)
        if share >= _MOST_ALIKE:
            return _Guess(field, round(0.7 * share, 2), f"{share:.0%} of its values {why}")
    return _NO_GUESS


def _looks() -> Iterator[tuple[str, str, Callable[[str], bool]]]:
    """Yield what values look like, the surest look first."""
    yield "manufacturer_id", "are built like a manufacturer's id", _is_manufacturer_id
    yield "country_of_origin", "name countries", lambda value: country(value) is not None
    yield "hs_code", "are built like HS codes", _is_hs
    yield (
        "doc_date",
        "are dates",
        lambda value: not value.isdigit() and read_date(value) is not None,
    )
    yield "product_description", "are several words", _is_description


def _is_manufacturer_id(value: str) -> bool:
    compact = value.replace(" ", "")
    return (
        _FEWEST_ID <= len(compact) <= _MOST_ID
        and compact.isalnum()
        and not compact.isalpha()
        and not compact.isdigit()
        and manufacturer_country(value) is not None
    )


_FEWEST_ID, _MOST_ID = 8, 15


def _is_hs(value: str) -> bool:
    digits = digits_of(value)
    dotted = value.replace(".", "").replace(" ", "")
    return digits is not None and dotted == digits and len(digits) in _HS_LENGTHS


def _is_description(value: str) -> bool:
    letters = sum(character.isalpha() for character in value)
    words = len(value.split())
    return letters * 2 > len(value) and (words >= _WORDS_OF_A_DESCRIPTION or not value.isascii())


def _shortened(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= _LONGEST_SAMPLE else line[: _LONGEST_SAMPLE - 1] + "…"
