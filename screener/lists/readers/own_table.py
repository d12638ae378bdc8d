"""A company's own list as CSV or XLSX; its headings may be mapped to those of the plain format."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import get_args

from screener.codes.countries import countries
from screener.lists.listed import Item, Listed, ListedKind, ListedName
from screener.lists.readers.days import day
from screener.lists.readers.grid import Columns, Record, Row, csv_rows, records
from screener.lists.readers.lines import Source, refused
from screener.lists.readers.workbooks import sheet_rows

NEEDED = ("id", "name")
KNOWN = (
    "aliases", "kind", "country", "addresses", "listed_on", "changed_on", "ended_on", "status",
    "goods", "source", "remarks",
)  # fmt: skip
SEPARATOR = "|"
DELIMITERS = ",;\t"
"""What may part the columns; spreadsheets write semicolons where a comma is the decimal mark."""
_KINDS: tuple[str, ...] = get_args(ListedKind)


def read_csv(sources: Sequence[Source], mapping: Mapping[str, str] | None = None) -> Iterator[Item]:
    """Yield the entries of a CSV file; ``mapping`` gives our column for headings of the file.

    A heading mapped to nothing ("") is passed over. Columns are parted by the one of comma,
    semicolon and tab that leaves the most known headings in the first row.

    Raises:
        ListError: The file is not of that form.

    """
    (source,) = sources
    rows = csv_rows(source, partial(_delimiter, columns(mapping or {})))
    return _read(source.path, rows, mapping or {})


def read_workbook(
    sources: Sequence[Source], mapping: Mapping[str, str] | None = None
) -> Iterator[Item]:
    """Yield the entries of the first sheet of a workbook; see ``read_csv``.

    Raises:
        ListError: The file is not of that form.

    """
    (source,) = sources
    return _read(source.path, sheet_rows(source), mapping or {})


def columns(mapping: Mapping[str, str]) -> Columns:
    """Return the headings to expect: ours, and those mapped to ours."""
    accepted = {
        name: (name, *(heading for heading, ours in mapping.items() if ours == name))
        for name in (*NEEDED, *KNOWN)
    }
    return Columns(
        needed={name: accepted[name] for name in NEEDED},
        known={name: accepted[name] for name in KNOWN},
        unused=tuple(heading for heading, ours in mapping.items() if not ours),
    )


def _delimiter(expected: Columns, head: str) -> str:
    """Return what parts the row of headings into the most that are known, the first of equals."""
    return max(DELIMITERS, key=lambda mark: expected.known_among(head.strip().split(mark)))


def _read(path: str, rows: Iterable[Row], mapping: Mapping[str, str]) -> Iterator[Listed]:
    return map(partial(_listed, path), records(path, rows, columns(mapping)))


def _listed(path: str, record: Record) -> Listed:
    kind = record.get("kind") or "organization"
    if not record.get("id") or not record.get("name") or kind not in _KINDS:
        problem = "a row without id or name, or of no kind"
        remedy = f"give each an id, a name and one of {', '.join(_KINDS)}"
        raise refused(path, record.line, problem, remedy)
    return Listed(
        key=record.get("id"),
        name=record.get("name"),
        line=record.line,
        kind=next(one for one in get_args(ListedKind) if one == kind),
        names=tuple(ListedName(text=one) for one in record.several("aliases", SEPARATOR)),
        countries=_countries(path, record),
        addresses=record.several("addresses", SEPARATOR),
        goods=record.several("goods", SEPARATOR),
        basis=record.get("source") or None,
        status=record.get("status") or None,
        listed_on=day(path, record.line, record.get("listed_on")),
        changed_on=day(path, record.line, record.get("changed_on")),
        ended_on=day(path, record.line, record.get("ended_on")),
        remarks=record.get("remarks") or None,
    )


def _countries(path: str, record: Record) -> tuple[str, ...]:
    stated = record.get("country")
    found = countries(stated) if stated else ()
    if found is None:
        problem = f'"{stated}" names no country'
        raise refused(path, record.line, problem, "write an ISO 3166-1 code or a country's name")
    return found
