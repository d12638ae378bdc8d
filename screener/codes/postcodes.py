"""What a postcode says of the division its address lies in.

Only postcodes of the People's Republic of China are read: six digits, of which the first two
stand for the province (standard of China Post). Other countries' shapes overlap too much.
"""

import re
import unicodedata
from collections.abc import Iterator

_PROVINCES = {
    "01": "NM", "02": "NM", "03": "SX", "04": "SX", "05": "HE", "06": "HE", "07": "HE",
    "10": "BJ", "11": "LN", "12": "LN", "13": "JL", "15": "HL", "16": "HL", "20": "SH",
    "21": "JS", "22": "JS", "23": "AH", "24": "AH", "25": "SD", "26": "SD", "27": "SD",
    "30": "TJ", "31": "ZJ", "32": "ZJ", "33": "JX", "34": "JX", "35": "FJ", "36": "FJ",
    "40": "CQ", "41": "HN", "42": "HN", "43": "HB", "44": "HB", "45": "HA", "46": "HA",
    "47": "HA", "51": "GD", "52": "GD", "53": "GX", "54": "GX", "55": "GZ", "56": "GZ",
    "57": "HI", "61": "SC", "62": "SC", "63": "SC", "64": "SC", "65": "YN", "66": "YN",
    "67": "YN", "71": "SN", "72": "SN", "73": "GS", "74": "GS", "75": "NX", "81": "QH",
    "83": "XJ", "84": "XJ", "85": "XZ",
}  # fmt: skip
_DIGITS = re.compile(r"(?:CN|PRC|P)?[-. ]?(\d{3}) ?(\d{3})(?:\.0+)?", re.ASCII)
"""Six digits, also as a label, a workbook or a typist writes them: CN-832000, 832000.0, 832 000."""
_LONGEST = 40
_WRITTEN = re.compile(r"(?<![\w.-])\d{6}(?![\w-])", re.ASCII)


def division_of(postcode: str) -> str | None:
    """Return the ISO 3166-2 division a Chinese postcode lies in, or None if it says nothing.

    >>> division_of("118000"), division_of("34301")
    ('CN-LN', None)
    >>> division_of("CN-832000"), division_of("832000.0"), division_of("８３２０００")
    ('CN-XJ', 'CN-XJ', 'CN-XJ')
    """
    written = _DIGITS.fullmatch(unicodedata.normalize("NFKC", postcode[:_LONGEST]).strip().upper())
    if written is None or len(postcode) > _LONGEST:
        return None
    province = _PROVINCES.get(written[1][:2])
    return f"CN-{province}" if province else None


def divisions_in(address: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and division of each Chinese postcode that stands by itself in an address.

    >>> list(divisions_in("Ji'an 134200, China; tel. 0435-6222222"))
    [(6, 12, 'CN-JL')]
    """
    for match in _WRITTEN.finditer(address):
        division = division_of(match.group())
        if division is not None:
            yield match.start(), match.end(), division
