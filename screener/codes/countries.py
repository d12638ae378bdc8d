"""Countries: ISO 3166-1 codes, and what a country column says in words."""

import re
import unicodedata
from functools import cache, lru_cache
from itertools import takewhile

from screener.codes.territories import TERRITORIES

_MAX_CHARACTERS = 300
_WORD_LIKE_CODES = frozenset({"usa"})
_PARTS = re.compile(r"[,;/|+&\n()\[\]、，；／：:]|\s[-–—]\s|\s(?:and|y|et|und)\s", re.IGNORECASE)
_POSTCODE = re.compile(r"(?<!\w)(?:[A-Z]{1,3}[- ]?)?\d{4,}(?:-\d+)?(?!\w)")
_LONGEST_NAME = 5
# New Mexico is no Mexico, Lake Chad and the Bank of China no country.
_BEGINS_A_NAME = frozenset(
    "new lake mount of the north south east west inner upper lower st saint".split()
)
_ORIGIN_PHRASE = re.compile(
    r"^\s*(?:made in|product of|produce of|country of origin|origin|coo)\b[\s:.]*", re.IGNORECASE
)
# Written far more often for "not available" than for Namibia, which stays readable by name.
_NO_ANSWER = frozenset({"na"})
_SPELLED_OUT = {"rep": "republic", "dem": "democratic"}
_GATE = (
    "northkorea", "koreanorth", "dprkorea", "dprofkorea", "koreadpr", "nordkorea", "coreadelnorte", "coreedunord", "coreiadonorte",
    "coreadelnord", "noordkorea", "севернаякорея", "democraticpeoplesrepublicofkorea", "koreademocraticpeoplesrepublicof",
)  # fmt: skip
# North Korean barbecue is a dish, not a country misspelt.
_SWAPPED = 2
_OF_ITS_PEOPLE = frozenset({"northkorean", "nordkoreas"})
_FILLERS = frozenset({"of", "the", "and"})


def is_country(code: str) -> bool:
    """Whether ``code`` is an assigned ISO 3166-1 alpha-2 code in capitals.

    >>> is_country("KP"), is_country("kp"), is_country("UK")
    (True, False, False)
    """
    return code in _codes()


def country_codes() -> tuple[str, ...]:
    """Return the assigned alpha-2 codes in alphabetical order."""
    return tuple(sorted(_codes()))


def country(text: str) -> str | None:
    """Return the one country that ``text`` names, or None.

    >>> country("Korea, Republic of"), country("Korea DPR"), country("PRC"), country("VNM")
    ('KR', 'KP', 'CN', 'VN')
    >>> country("Korea") is None
    True
    """
    codes = countries(text)
    return codes[0] if codes is not None and len(codes) == 1 else None


def countries(text: str) -> tuple[str, ...] | None:
    """Return the countries a country column names, in order; None if none can be read.

    >>> countries("China, Vietnam")
    ('CN', 'VN')
    >>> countries("CN - China")
    ('CN',)
    >>> countries("to be advised") is None
    True
    """
    codes, _ = _read(text)
    return codes or None


def countries_in_address(text: str) -> tuple[str, ...]:
    """Return the countries that an address names in words.

    ISO codes do not count here: they abbreviate provinces and words as often as countries. A
    postcode parts like a comma; the last words of an address may be its country without one.

    >>> countries_in_address("Dongguan, GD, PRC"), countries_in_address("Industrial Estate, PRK")
    (('CN',), ())
    >>> countries_in_address("7 Beijing Road, China 832000"), countries_in_address("Ulsan South Korea")
    (('CN',), ('KR',))
    """
    parts = [
        part.strip()
        for piece in _PARTS.split(text[:_MAX_CHARACTERS])
        for part in _POSTCODE.split(piece)
        if part.strip(" .-–—")
    ]
    worded = [part for part in parts if not _is_code(part)]
    return countries(", ".join(worded)) or (_last_of(worded[-1]) if worded else ())


def _last_of(part: str) -> tuple[str, ...]:
    """Return the country that the last words of an address name, if they are no part of a name."""
    words = part.split()
    for at in range(max(1, len(words) - _LONGEST_NAME), len(words)):
        tail = " ".join(words[at:])
        code = None if _is_code(tail) else _named(tail)
        if code is not None and words[at].lower() not in _FILLERS:
            return () if words[at - 1].lower() in _BEGINS_A_NAME else (code,)
    return ()


def _is_code(part: str) -> bool:
    compact = "".join(_words(part))
    return compact not in _WORD_LIKE_CODES and compact in _iso_codes()


def unread_countries(text: str) -> tuple[str, ...]:
    """Return the parts of a country column that name no country.

    A column with such a part cannot show that a country is absent.

    >>> unread_countries("China, Korea")
    ('Korea',)
    """
    _, rest = _read(text)
    return rest


_SUBDIVISION = re.compile(r"(?<![\w-])([A-Z]{2})-(?:[A-Z]{2,3}|\d{2,3})(?![\w-])")
"""The code of a part of a country (ISO 3166-2): CN-XJ lies in CN."""


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return codes and unread parts, taking the longest name at each place."""
    if len(text) > _MAX_CHARACTERS:
        return (), (text[:_MAX_CHARACTERS],)
    text = _ORIGIN_PHRASE.sub("", text)
    text = _SUBDIVISION.sub(r"\1", text)
    whole = _named(text)
    if whole is not None:
        return (whole,), ()
    parts = [part.strip() for part in _PARTS.split(text) if part.strip(" .-–—")]
    codes: list[str] = []
    rest: list[str] = []
    while parts:
        taken, code = _longest(parts)
        (codes if code is not None else rest).append(code if code is not None else parts[0])
        parts = parts[taken:]
    return tuple(dict.fromkeys(codes)), tuple(dict.fromkeys(rest))


def _longest(parts: list[str]) -> tuple[int, str | None]:
    """Return how many parts make the longest country name here, and its code."""
    for taken in range(min(len(parts), 4), 0, -1):
        code = _named(" ".join(parts[:taken]))
        if code is not None:
            return taken, code
    return 1, None


def _named(text: str) -> str | None:
    """Return the country of a single code or name."""
    words = _words(text)
    compact = "".join(words)
    if compact in _NO_ANSWER or not compact:
        return None
    names = _names()
    return names.get(compact) or names.get(_unordered(words)) or _slip_of_gate(compact)


def _slip_of_gate(compact: str) -> str | None:
    """Return KP for its name with one slip; no other country's name lies so near.

    A typing error must not hide the country of which every good is barred.
    """
    if compact in _OF_ITS_PEOPLE:
        return None
    near = any(_a_slip_apart(compact, name) for name in _GATE)
    return "KP" if near else None


def _a_slip_apart(ours: str, theirs: str) -> bool:
    """Say whether one letter is missing, added or another, or two neighbours are swapped."""
    first = _shared(ours, theirs)
    ours, theirs = ours[first:], theirs[first:]
    last = _shared(ours[::-1], theirs[::-1])
    ours, theirs = ours[: len(ours) - last], theirs[: len(theirs) - last]
    return max(len(ours), len(theirs)) <= 1 or (
        len(ours) == len(theirs) == _SWAPPED and ours == theirs[::-1]
    )


def _shared(ours: str, theirs: str) -> int:
    """Return how many letters two words begin with alike."""
    pairs = zip(ours, theirs, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _words(text: str) -> list[str]:
    """Return the words of a name without case, marks and punctuation."""
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    kept = "".join(char for char in folded if not unicodedata.combining(char))
    plain = re.sub(r"['`´‘’ʻ.]", "", unicodedata.normalize("NFC", kept))
    words = re.sub(r"[^\w]+|_", " ", plain).split()
    return [_SPELLED_OUT.get(word, word) for word in words]


def _unordered(words: list[str]) -> str:
    """Return one key for "Republic of Korea" and "Korea, Republic of"."""
    return " ".join(sorted(word for word in words if word not in _FILLERS))


@cache
def _codes() -> frozenset[str]:
    return frozenset(line.split("|", 1)[0] for line in TERRITORIES.splitlines())


@cache
def _iso_codes() -> frozenset[str]:
    return frozenset(
        code.lower() for line in TERRITORIES.splitlines() for code in line.split("|", 2)[:2]
    )


@cache
def _names() -> dict[str, str]:
    """Return every code and name, in running and in unordered form, with its country."""
    lines = [line.split("|") for line in TERRITORIES.splitlines()]
    # Codes first: a short name such as Vietnamese "Bỉ" (Belgium) must not take the code BI.
    names = {code.lower(): line[0] for line in lines for code in line[:2]}
    for code, _, *written in lines:
        for words in map(_words, written):
            names.setdefault("".join(words), code)
            if len(words) > 1:
                names.setdefault(_unordered(words), code)
    return names
