"""Manufacturer identification codes (MID) of US customs entries."""

import re
import unicodedata

import msgspec

from screener.codes.countries import is_country

_MAX_CHARACTERS = 15
_MAX_WRITTEN = 40
_SHORTEST_WITHOUT_NUMBER = 8
_SHAPE = re.compile(r"([A-Z]{2})([A-Z0-9]{2,6}?)(\d{0,4})([A-Z]{3})")
# Two full words of a name and a number: a column that cuts codes short cuts off the city.
_WITHOUT_CITY = re.compile(r"([A-Z]{2})([A-Z]{6})(\d{1,4})()")
_ENDS_OF_FIRMS = frozenset(
    {"LTD", "INC", "LLC", "LLP", "PLC", "PTE", "PTY", "BHD", "SRL", "SAS", "OOO"}
)
# Canadian makers carry their province: X and its letter.
_CANADIAN = frozenset(
    {"XA", "XB", "XC", "XM", "XN", "XO", "XP", "XQ", "XS", "XT", "XV", "XW", "XY"}
)


class ManufacturerId(msgspec.Struct, frozen=True, kw_only=True):
    """The parts of a code: country, letters of the maker's name, digits of its address.

    The last three letters begin a city's name. Many cities share them, so they are not kept
    apart and never name a place.
    """

    text: str
    country: str
    maker: str
    number: str


def read_manufacturer_id(text: str) -> ManufacturerId | None:
    """Return the parts of a code, or None if ``text`` has not the shape of one.

    >>> read_manufacturer_id("CNDANHUA123DAN").country
    'CN'
    >>> read_manufacturer_id("KPSINEXP12").country
    'KP'
    >>> read_manufacturer_id("KPI-0034") is None
    True
    """
    if len(text) > _MAX_WRITTEN:
        return None
    code = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", text)).upper()
    match = _SHAPE.fullmatch(code) or _WITHOUT_CITY.fullmatch(code)
    if match is None or len(code) > _MAX_CHARACTERS:
        return None
    prefix, maker, number, _ = match.groups()
    if not number and len(code) < _SHORTEST_WITHOUT_NUMBER:
        return None
    country = "CA" if prefix in _CANADIAN else prefix
    if not is_country(country) or not any(char.isalpha() for char in maker):
        return None
    return ManufacturerId(text=code, country=country, maker=maker, number=number)


def code_as_name(name: str) -> ManufacturerId | None:
    """Return the code that stands where the name of a firm is expected, or None.

    Files of entries put codes under "Manufacturer". Only a code written in one piece with its number and
    its city is told from a name, and none that ends as a firm does.

    >>> code_as_name("KPSINEXP12SIN").country
    'KP'
    >>> [code_as_name(name) for name in ("KPSINEXP12", "KPTECH2000LTD", "KP Plastics 12 Sin", "Kia")]
    [None, None, None, None]
    """
    code = read_manufacturer_id(name) if re.fullmatch(r"\w+", name.strip()) else None
    if code is None or not code.number or code.text[-1].isdigit():
        return None
    return None if code.text[-3:] in _ENDS_OF_FIRMS else code


def manufacturer_country(text: str) -> str | None:
    """Return the country that a manufacturer identification code begins with, or None.

    >>> manufacturer_country("KPSINTEX12SIN")
    'KP'
    """
    code = read_manufacturer_id(text)
    return code.country if code is not None else None
