"""Harmonized System codes: 2 to 10 digits, compared by prefix."""

import re
import unicodedata
from functools import lru_cache

_LABEL = re.compile(
    r"^(?:hs|hts|htsus|htsa|taric|tariff)\b[\s._-]*(?:code|no|number)?[\s:.#]*", re.IGNORECASE
)
_SHAPE = re.compile(r"\d[\d .\-]*\d")
_LOST_ZERO = re.compile(r"\d{4}\.\d")
_FLOAT_OF_WHOLE = re.compile(r"((?:\d\d){3,5})\.0")
_LENGTHS = frozenset({2, 4, 6, 8, 10})
_MAX_CHARACTERS = 40
_RESERVED_CHAPTERS = frozenset({"00", "77"})


@lru_cache(maxsize=65_536)
def digits_of(text: str) -> str | None:
    """Return the digits of an HS code, or None if ``text`` is not one.

    Dots, spaces and hyphens do not count. A zero that a spreadsheet dropped behind the heading
    is put back; where digits are missing elsewhere nothing is guessed.

    >>> digits_of("6307.90.98 91"), digits_of("HTS 0101.21"), digits_of("6307.9")
    ('6307909891', '010121', '630790')
    >>> digits_of("63O7.90") is None, digits_of("950300007") is None
    (True, True)
    """
    if len(text) > _MAX_CHARACTERS:
        return None
    bare = _LABEL.sub("", unicodedata.normalize("NFKC", text).strip().lstrip("'"))
    if _LOST_ZERO.fullmatch(bare):
        bare += "0"
    whole = _FLOAT_OF_WHOLE.fullmatch(bare)
    if whole is not None:
        bare = whole.group(1)
    if not bare.isascii() or not _SHAPE.fullmatch(bare):
        return None
    digits = re.sub(r"\D", "", bare)
    return digits if len(digits) in _LENGTHS and digits[:2] not in _RESERVED_CHAPTERS else None


def hs_chapter(text: str) -> str | None:
    """Return the two digits of the chapter, or None.

    >>> hs_chapter("9503.00")
    '95'
    """
    digits = digits_of(text)
    return digits[:2] if digits is not None else None


def hs_heading(text: str) -> str | None:
    """Return the four digits of the heading; None if the code is shorter or is none.

    >>> hs_heading("9503.00.00"), hs_heading("95")
    ('9503', None)
    """
    digits = digits_of(text)
    return digits[:4] if digits is not None and len(digits) > 2 else None  # noqa: PLR2004


def is_under(code: str, prefix: str) -> bool | None:
    """Whether ``code`` lies under ``prefix``; None if it is too short to tell, or unreadable.

    >>> is_under("9503.00.00", "9503"), is_under("6307.90", "9503"), is_under("95", "9503.00")
    (True, False, None)
    """
    digits, wanted = digits_of(code), digits_of(prefix)
    if digits is None or wanted is None:
        return None
    if len(digits) < len(wanted) and wanted.startswith(digits):
        return None
    return digits.startswith(wanted)
