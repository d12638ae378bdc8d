"""A row copied out of a spreadsheet, read as a record."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from screener.batch.mapping import Dictionary
from screener.codes.countries import country
from screener.codes.dates import read_date
from screener.codes.hs import digits_of
from screener.codes.identifiers import manufacturer_country
from screener.codes.money import read_number
from screener.codes.units import currency_code
from screener.errors import InputError
from screener.model.field import Field
from screener.text.folding import tokens_of
from screener.text.legal_forms import legal_forms, run_form

LONGEST = 200_000
_DELIMITERS = "\t;,|"
_HS_LENGTHS = (6, 8, 10)
_ID_LENGTHS = range(8, 16)
_CODE_LENGTH = 3
_REST = "notes"
_GOODS = "product_description"


class Pasted(NamedTuple):
    """What a row is read as, cell by cell (its header or number, its text, its field).

    ``more`` counts rows below the one that was read.
    """

    values: dict[str, str]
    cells: tuple[tuple[str, str, str | None], ...]
    header: bool
    more: int


def pasted(text: str, fields: Mapping[str, Field]) -> Pasted:
    """Return the first row of a pasted text as the fields of a record.

    With a header row it is read as a file is. Without one, each cell is read by its look;
    a cell that looks like nothing known is put into the notes, which are searched as well.

    Raises:
        InputError: There is no row, or it is too long.

    """
    rows = rows_of(text)
    dictionary = Dictionary(fields)
    if len(rows) > 1 and dictionary.tells(rows[0]):
        return _under_header(rows, dictionary)
    cells = rows[0]
    read: list[tuple[str, str, str | None]] = []
    values: dict[str, str] = {}
    if len(cells) == 1:
        return Pasted(
            {_GOODS: cells[0]}, (("1", cells[0], _GOODS),), header=False, more=len(rows) - 1
        )
    for at, cell in enumerate(cells, start=1):
        field = next((name for name, fits in _LOOKS if name not in values and fits(cell)), _REST)
        values[field] = f"{values[field]}; {cell}" if field in values else cell
        read.append((str(at), cell, field))
    return Pasted(values, tuple(read), header=False, more=len(rows) - 1)


def rows_of(text: str) -> list[list[str]]:
    """Return the filled rows of a pasted text, cell by cell.

    Raises:
        InputError: There is none, or the text is too long or no table.

    """
    if len(text) > LONGEST:
        message = f"the text has {len(text)} characters; paste one row, of {LONGEST} at most"
        raise InputError(message)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        read = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        message = f"the row cannot be read: {error}"
        raise InputError(message) from error
    rows = [[cell.strip() for cell in row] for row in read]
    filled = [row for row in rows if any(row)]
    if not filled:
        message = "there is no row; paste one row of a spreadsheet, with or without its header"
        raise InputError(message)
    return filled


def _under_header(rows: Sequence[Sequence[str]], dictionary: Dictionary) -> Pasted:
    headers = rows[0]
    cells = [*rows[1], *[""] * (len(headers) - len(rows[1]))][: len(headers)]
    values = dictionary.map(headers).values(cells)
    read = tuple(
        (header, cell, dictionary.field_of(header))
        for header, cell in zip(headers, cells, strict=True)
        if cell
    )
    return Pasted(values, read, header=True, more=len(rows) - 2)


def _is_id(cell: str) -> bool:
    compact = cell.replace(" ", "")
    mixed = compact.isalnum() and not compact.isalpha() and not compact.isdigit()
    return mixed and len(compact) in _ID_LENGTHS and manufacturer_country(cell) is not None


def _is_hs(cell: str) -> bool:
    digits = digits_of(cell)
    bare = cell.replace(".", "").replace(" ", "")
    return digits is not None and bare == digits and len(digits) in _HS_LENGTHS


def _is_date(cell: str) -> bool:
    return not cell.isdigit() and read_date(cell) is not None


def _is_currency(cell: str) -> bool:
    return len(cell) == _CODE_LENGTH and currency_code(cell) is not None


def _is_firm(cell: str) -> bool:
    forms = [token.form for token in tokens_of(cell)]
    return bool(legal_forms(forms)) or any(run_form(form) is not None for form in forms)


def _is_description(cell: str) -> bool:
    letters = sum(character.isalpha() for character in cell)
    return letters * 2 > len(cell) and (len(cell.split()) > 1 or not cell.isascii())


def _never_number(fits: Callable[[str], bool]) -> Callable[[str], bool]:
    return lambda cell: read_number(cell) is None and fits(cell)


def _looks() -> Iterator[tuple[str, Callable[[str], bool]]]:
    """Yield what a cell looks like, the surest look first."""
    yield "manufacturer_id", _is_id
    yield "hs_code", _is_hs
    yield "ship_date", _is_date
    yield "currency", _is_currency
    yield "country_of_origin", _never_number(lambda cell: country(cell) is not None)
    yield "supplier_name", _never_number(_is_firm)
    yield "manufacturer_name", _never_number(_is_firm)
    yield "product_description", _never_number(_is_description)


_LOOKS = tuple(_looks())
