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
_WRITTEN = re.compile(r"(?<![\w.,-])(?:(?:CN|PRC)[- ]?)?(\d{6})(?![\w-]|[.,]\d)", re.ASCII)
_NARROW = {ord("０") + digit: str(digit) for digit in range(10)}
_REACH = 16
_OTHER_NUMBER = re.compile(
    r"(?:\b(?:tel|telephone|phone|ph|fax|mob|mobile|cell|order|po|p\.\s?o|box|inv|invoice|ref|reference|contract|lot|"
    r"batch|item|code|id|licen[cs]e|reg|number|no|nr)|#|№|电话|传真|手机|订单|订单号|合同|合同号|发票|发票号|批号|编号|"
    r"전화|팩스|주문|번호)[\s.:：#№()（）]*(?:(?:no|nr|number|号|번호)[\s.:：#]*)?$",
    re.IGNORECASE,
)
_OF_POST = re.compile(
    r"(?:\b(?:post(?:al)?|zip)[\s-]*(?:code|no)|邮政编号|우편번호)[\s.:：]*$", re.IGNORECASE
)
_NUMBER_OF_A_HOUSE = re.compile(r"\s*(?:号|호)")


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

    A postcode may begin with the letters of the country. Numbers of telephones, orders and houses
    are none.

    >>> list(divisions_in("Ji'an 134200, China; tel. 0435-6222222"))
    [(6, 12, 'CN-JL')]
    >>> list(divisions_in("Order No. 832000, tel 832001")), list(divisions_in("Post code: 832000"))
    ([], [(11, 17, 'CN-XJ')])
    """
    for match in _WRITTEN.finditer(address.translate(_NARROW)):
        division = division_of(match[1])
        if division is not None and not _is_other(address, *match.span()):
            yield *match.span(), division


def _is_other(address: str, start: int, end: int) -> bool:
    """Say whether a number is that of a telephone, an order or a house."""
    if _NUMBER_OF_A_HOUSE.match(address, end):
        return True
    before = address[max(0, start - _REACH) : start]
    return _OF_POST.search(before) is None and _OTHER_NUMBER.search(before) is not None
