"""Streets, districts and parks that are called after a place and lie in another one.

Every city of China has a Beijing Road, and Kashgar has an industrial park of Shenzhen: neither
says where it lies. A street, a district or a township is no evidence at all; a park or a building may well
stand in the city it is called after, so that it speaks for that city and against none.
"""

import re

from screener.text.folding import Folded

_SIDES = frozenset(
    "east west south north middle central upper lower e w s n dong xi nan bei zhong new old".split()
)
_STREETS = frozenset(
    "road rd street str st avenue ave boulevard blvd lane highway hwy expressway drive alley ro daero gil lu jie "
    "dajie dadao square plaza tower building bldg".split()
)
_DISTRICTS = frozenset("district qu dong town township village zhen xiang cun".split())
_PARKS = frozenset(
    "park parks zone estate market mall hotel mansion center centre bazaar plaza".split()
)
_NEW_TOWNS = frozenset("city town area district".split())
_WORDS_OF_A_PARK = 5

_HAN_STREET = re.compile(r"[东西南北中]?(?:路|街|大道|大街|巷|弄|胡同|通り)")
_HAN_DISTRICT = re.compile(r"新?区|[镇乡村]|街道")
_HANGUL_STREET = re.compile(r"거리|대로|길(?!림)|로데오")
_HAN_BUILDING = re.compile(r"[^\W\d_]{0,6}?(?:大厦|广场|市场|酒店|宾馆)")
_HAN_PARK = re.compile(
    r"[^\W\d_]{0,6}?(?:产业园|工业园|科技园|物流园|园区|开发区|新城|商城|商贸城|国际城|大厦|广场|市场|酒店|宾馆)"
)
_STREET_BEFORE = re.compile(
    r"\b(?:calle|avenida|rua|rue|улица|ул|проспект|đường|phố|jalan|jl)\.?\s+(?:d[aei]l?\s+)?(?:la\s+)?$",
    re.IGNORECASE,
)  # Romance, Russian, Vietnamese and Malay put the street first.
_DIVISIONS = frozenset("省市县")
_REACH = 24
_DIVIDERS = re.compile(r"[,;:|\n，、；：()（）]")


def is_street(folded: Folded, start: int, end: int) -> bool:
    """Say whether a stretch of the joined text is what a street is called after.

    >>> from screener.text.folding import fold
    >>> is_street(fold("88 Beijing West Road, Dandong"), 2, 9)
    True
    >>> is_street(fold("88 Jiangcheng Road Dandong"), 16, 23), is_street(fold("乌鲁木齐中路"), 0, 4)
    (False, True)
    """
    rest, following = _behind(folded, end)
    if rest:
        return bool(_HAN_STREET.match(rest) or _HANGUL_STREET.match(rest))
    named = following[1:2] if following[:1] and following[0] in _SIDES else following[:1]
    if any(word in _STREETS or _HAN_STREET.fullmatch(word) for word in (*following[:1], *named)):
        return True
    first = folded.span(start, end)[0]
    return _STREET_BEFORE.search(folded.raw, max(0, first - _REACH), first) is not None


def is_district(folded: Folded, end: int) -> bool:
    """Say whether a district or township follows a name: Chaoyang District lies in Beijing.

    大田镇 is a town of 平度, where 大田 is a county of Fujian.

    >>> from screener.text.folding import fold
    >>> is_district(fold("大连市中山区"), 5), is_district(fold("大连市"), 2)
    (True, False)
    >>> is_district(fold("平度市大田镇"), 5), is_district(fold("Datian Town, Pingdu"), 6)
    (True, True)
    """
    rest, following = _behind(folded, end)
    if rest:
        return _HAN_DISTRICT.match(rest) is not None
    return bool(following[:1] and following[0] in _DISTRICTS)


def is_park(folded: Folded, end: int) -> bool:
    """Say whether a park, a market or a building follows a name that it is called after.

    >>> from screener.text.folding import fold
    >>> is_park(fold("Beijing Industrial Park, Hetian"), 7), is_park(fold("喀什深圳产业园"), 4)
    (True, True)
    >>> is_park(fold("Beijing, Ritan Park"), 7), is_park(fold("广州市喀什大厦"), 3)
    (False, False)
    """
    rest, following = _behind(folded, end)
    if rest:
        # A city written out as one says where a building stands; parks are called so, too.
        stands = folded.joined[end - 1] in _DIVISIONS and _HAN_BUILDING.match(rest)
        return not stands and _HAN_PARK.match(rest) is not None
    if following[:1] == ["new"] and following[1:2] and following[1] in _NEW_TOWNS:
        return True
    return not _PARKS.isdisjoint(following)


def _behind(folded: Folded, end: int) -> tuple[str, list[str]]:
    """Return the rest of the word that a stretch ends in, and the words behind it up to a divider."""
    last = folded.token_at(end - 1)
    rest = folded.joined[end : folded.starts[last + 1]]
    following: list[str] = []
    for before, token in zip(
        folded.tokens[last : last + _WORDS_OF_A_PARK],
        folded.tokens[last + 1 : last + 1 + _WORDS_OF_A_PARK],
        strict=False,
    ):
        if _DIVIDERS.search(folded.raw, before.end, token.start) or token.form.isdigit():
            break
        following.append(token.form)
    return rest, following
