"""The List of Goods Produced by Child Labor or Forced Labor of the US Department of Labor."""

import re
from collections.abc import Iterable, Iterator, Sequence

from screener.codes.countries import country
from screener.lists.listed import Item, Listed
from screener.lists.readers.grid import Columns, Record, Row, csv_rows, records
from screener.lists.readers.lines import Source, refused
from screener.lists.readers.workbooks import sheet_rows
from screener.lists.texts import countries_of

KINDS_OF_LABOR = {
    "child_labor": ("Child Labor", "child_labor"),
    "forced_labor": ("Forced Labor", "forced_labor"),
    "forced_child_labor": ("Forced Child Labor", "forced_child_labor"),
    "derived": (
        "Derived Labor Exploitation", "derived_labor_exploitation", "Downstream Good",
        "Produced with inputs",
    ),
}  # fmt: skip
COLUMNS = Columns(
    needed={
        "country": ("Country/Area", "Country", "Countries/Areas"),
        "good": ("Good", "Goods"),
        "child_labor": KINDS_OF_LABOR["child_labor"],
        "forced_labor": KINDS_OF_LABOR["forced_labor"],
    },
    known={
        "region": ("Region",),
        "sector": ("Sector",),
        "forced_child_labor": KINDS_OF_LABOR["forced_child_labor"],
        "derived": KINDS_OF_LABOR["derived"],
    },
)
_YES = frozenset({"yes", "x", "true", "✓"})
_NO = frozenset({"", "no", "false", "-", "n/a"})
_NOT_OF_KEYS = re.compile(r"[^a-z0-9]+")


def read_csv(sources: Sequence[Source]) -> Iterator[Item]:
    """Yield the pairs of country and good of the CSV file.

    Raises:
        ListError: The file is not of the published layout.

    """
    (source,) = sources
    return _read(source.path, csv_rows(source))


def read_workbook(sources: Sequence[Source]) -> Iterator[Item]:
    """Yield the pairs of country and good of the first sheet of the workbook.

    Raises:
        ListError: The file is not of the published layout.

    """
    (source,) = sources
    return _read(source.path, sheet_rows(source))


def _read(path: str, rows: Iterable[Row]) -> Iterator[Listed]:
    for record in records(path, rows, COLUMNS):
        yield _listed(path, record)


def _listed(path: str, record: Record) -> Listed:
    area, good = record.get("country"), record.get("good")
    if not area or not good:
        problem = "a row without country or good"
        raise refused(path, record.line, problem, "the file may be cut short; load it anew")
    code = country(area)
    return Listed(
        key=f"{code or _slug(area)}-{_slug(good)}",
        name=f"{good} ({area})",
        line=record.line,
        kind="goods",
        countries=countries_of([area]),
        goods=(good,),
        programmes=tuple(
            name.replace("_", " ") for name in KINDS_OF_LABOR if _marked(path, record, name)
        ),
        details=tuple(
            (name, text) for name in ("country", "region", "sector") if (text := record.get(name))
        ),
    )


def _marked(path: str, record: Record, name: str) -> bool:
    mark = record.get(name).casefold()
    if mark not in _YES | _NO:
        problem = f'"{mark}" says neither yes nor no to {name.replace("_", " ")}'
        raise refused(path, record.line, problem, "the layout may have changed; report it")
    return mark in _YES


def _slug(text: str) -> str:
    return _NOT_OF_KEYS.sub("-", text.casefold()).strip("-")
