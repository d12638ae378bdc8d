"""Files for the tests of reading: written, screened, and their results read back."""

import csv
from pathlib import Path
from typing import NamedTuple

from screener.batch.mapping import Dictionary
from screener.batch.reader import open_file
from screener.batch.runner import Order, Run
from screener.batch.source import Reading, source_of
from screener.batch.tables import Line, Reject
from screener.pipeline import Screener
from tests.conftest import AS_OF


def orders_in(folder: Path, text: str) -> Path:
    """Write a CSV file of orders."""
    path = folder / "orders.csv"
    path.write_text(text, encoding="utf-8")
    return path


class Screened(NamedTuple):
    """What came of a file: result rows, rejects, unread cells, and what the user was told."""

    results: list[dict[str, str]]
    rejects: list[dict[str, str]]
    problems: list[dict[str, str]]
    remarks: tuple[str, ...]


def screened(
    screener: Screener,
    path: Path,
    *,
    encoding: str | None = None,
    reading: Reading | None = None,
    mapping: Dictionary | None = None,
) -> Screened:
    """Return what comes of a file on disk, as its results say."""
    folder = path.with_name(path.name + ".screened")
    how = reading or Reading(encoding)
    opened = open_file(source_of(path), mapping or Dictionary(screener.fields), how)
    Run(screener, opened, folder, Order(AS_OF)).execute("")
    results, rejects, problems = (
        _rows(folder / f"{name}.csv") for name in ("results", "rejects", "problems")
    )
    return Screened(results, rejects, problems, (*opened.remarks, *opened.late()))


def _rows(path: Path) -> list[dict[str, str]]:
    others = csv.field_size_limit(10_000_000)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    finally:
        csv.field_size_limit(others)


class Read(NamedTuple):
    """What a file is read as: the fields of its records, its rejects, and what the user is told."""

    values: list[dict[str, str]]
    rejects: list[Reject]
    remarks: str

    @property
    def suppliers(self) -> list[str | None]:
        """The supplier of each record."""
        return [values.get("supplier_name") for values in self.values]


def read_file(screener: Screener, path: Path, *, reading: Reading | None = None) -> Read:
    """Return what a file on disk is read as."""
    opened = open_file(source_of(path), Dictionary(screener.fields), reading or Reading())
    found = list(opened.lines)
    return Read(
        [one.values for one in found if isinstance(one, Line)],
        [one for one in found if isinstance(one, Reject)],
        "\n".join((*opened.remarks, *opened.late())),
    )
