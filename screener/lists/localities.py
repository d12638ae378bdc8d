"""Gazetteers: tables of localities that are evidence of where something is, never hits."""

import csv
import io

from screener.codes.countries import is_country
from screener.errors import ListError
from screener.model.listing import Locality

COLUMNS = ["names", "country", "admin", "kind"]
KINDS = ("country", "admin", "city", "port")


def read_localities(path: str, text: str) -> tuple[Locality, ...]:
    """Return the localities of a table in its order.

    Columns: names (joined by ``|``), country (ISO 3166-1), admin (ISO 3166-2, empty for a
    country), kind.

    Raises:
        ListError: A row is not of that form; the line is named.

    """
    rows = csv.DictReader(io.StringIO(text), strict=True)
    if rows.fieldnames != COLUMNS:
        message = f"the columns must be {', '.join(COLUMNS)}"
        raise ListError(message, path=path, line=1)
    try:
        return tuple(_locality(row, path, rows.line_num) for row in rows)
    except csv.Error as error:
        raise ListError(str(error), path=path, line=rows.line_num) from error


def _locality(row: dict[str, str | None], path: str, line: int) -> Locality:
    values = [row.get(column) for column in COLUMNS]
    names, country, admin, kind = (value or "" for value in values)
    forms = tuple(names.split("|"))
    if None in values or None in row:
        problem = f"a row has {len(COLUMNS)} columns"
    elif not all(any(character.isalnum() for character in form) for form in forms):
        problem = f'"{names}" holds an empty name'
    elif kind not in KINDS:
        problem = f'"{kind}" is no kind of locality; one of {", ".join(KINDS)}'
    elif not is_country(country):
        problem = f'"{country}" is no country code'
    elif not _goes_with(admin, country, kind):
        problem = f'"{admin}" does not go with {kind} and {country}'
    else:
        return Locality(names=forms, country=country, admin=admin or None, kind=kind)
    raise ListError(problem, path=path, line=line)


def _goes_with(admin: str, country: str, kind: str) -> bool:
    """Say whether a division is given where one must be, and is one of the country."""
    if not admin:
        return kind != "admin"
    return kind != "country" and admin.startswith(f"{country}-")
