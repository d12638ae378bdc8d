"""Where a record states the country of an order: in columns, in addresses, in words beside goods.

A column says it by a country's code or name. A text says it only where the country is told of the
goods ("Turkmen cotton", "cotton from Turkmenistan") or behind a label of origin: goods go to
countries and through them, too.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from screener.codes.countries import countries, countries_in_address
from screener.codes.identifiers import manufacturer_country
from screener.codes.territories import TERRITORIES
from screener.match.catalogue import Catalogue
from screener.match.find import governed
from screener.match.goods_families import FAMILIES
from screener.match.goods_named import GoodsNamed, is_about
from screener.match.mentions import Prose
from screener.match.reading import read
from screener.text.scripts import script_of

ORIGIN, MATERIAL = "country_of_origin", "material_origin"

Affirms = Callable[[str, int, int], bool]
"""Says of a stretch of a text that it is neither denied nor a mere mention."""


def _by_code(text: str) -> tuple[str, ...]:
    return countries(text) or ()


def _by_maker(text: str) -> tuple[str, ...]:
    country = manufacturer_country(text)
    return (country,) if country else ()


READERS: Mapping[str, Callable[[str], tuple[str, ...]]] = {
    ORIGIN: _by_code,
    MATERIAL: _by_code,
    "manufacturer_country": _by_code,
    "manufacturer_id": _by_maker,
    "manufacturer_address": countries_in_address,
    "supplier_country": _by_code,
    "supplier_address": countries_in_address,
    "country_of_export": _by_code,
}
"""The columns that state a country, each with what reads it."""
TEXTS = ("product_description", "notes", "documents")
"""The columns in which words beside goods state it."""
REGIONS = (*READERS, *TEXTS)

_PEOPLE = {
    "CD": ("Congolese",),
    "MW": ("Malawian",),
    "TM": ("Turkmenistani", "Туркменск"),
    "ZW": ("Zimbabwean",),
}
"""What things of a country are called where its name is no part of the word."""
_ALPHABETS = ("latn", "cyrl")
_NAMES_FROM = 3
_ELSEWHERE = re.compile(
    r"\b(?:to|for|via|through|into|destination|consignee|buyer|customer|market|deliver\w*|sale|sold|"
    r"not|no|never|except|other than|instead of)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"\b(?:to|for|via|through|into|not|non|except)[\s-]+(?:the\s+)?$", re.IGNORECASE
)
_LINK = (
    r"(?:\b(?:from|origin(?:ating)?|sourced?|ex|of|de|du|aus|из)\b(?:\s+(?:is|in|from|of|the))*[\s:：=(\-–]*"
    r"|\b(?:grown|ginned|harvested|picked|produced|made|spun|milled|mined|cultivated)\b"
    r"[^\n.;:!?]{0,20}?\bin(?:\s+the)?\s+"
    r"|\s*[:：=(（–-]\s*|来自|產自|产自|产地[:：]?\s*)"
)
_LABEL = (
    r"(?:\b(?:origin|coo|made in|products? of|produce of|grown in)\b|原产地|原产国|产地|원산지)"
    r"[\s:：=.\-–]*(?:(?:is|the)\s+)?"
)
_LABELLED = re.compile(_LABEL, re.IGNORECASE)
_LIKE_AN_I = str.maketrans("İı", "ii")


class Words(NamedTuple):
    """What finds the region of one order in words.

    ``named`` are its goods, ``name`` is the region alone, ``beside`` with goods of the order, ``label`` behind the word
    for origin.
    """

    named: GoodsNamed
    name: re.Pattern[str]
    beside: re.Pattern[str]
    label: re.Pattern[str]


class Told(NamedTuple):
    """Where a text states the country of an order, and whether with goods of it."""

    start: int
    end: int
    goods: bool


def words_of(names: tuple[str, ...], named: GoodsNamed, code: str = "") -> Words:
    """Return what finds a region by its names, alone and beside goods that an order names.

    ``code`` stands for it, too, behind a label of origin.
    """
    name = _any_of(names)
    goods = _any_of(
        [
            *(
                word
                for family in sorted(named.families)
                for word in (*FAMILIES[family].names, *FAMILIES[family].members)
            ),
            *(" ".join(phrase) for phrase in named.phrases),
        ]
    )
    before = rf"{name}(?:['’]s)?[\s\-的之产產산の]*(?:[^\W\d_]+[\s\-]+){{0,2}}{goods}"
    behind = rf"{goods}[^\n.;|!?。；]{{0,40}}?{_LINK}{name}"
    at_end = rf"{goods}(?:[\s-]+[^\W\d_]+){{0,2}}\s*[,，]\s*{name}(?=\s*(?:[.;,)]|$))"
    return Words(
        named,
        _compiled(name),
        _compiled(f"{before}|{behind}|{at_end}"),
        _compiled(rf"{_LABEL}(?:{name}|(?<![A-Za-z\d]){code or '(?!)'}(?![A-Za-z\d]))"),
    )


def told(words: Words, text: str, affirms: Affirms, *, anywhere: bool) -> Told | None:
    """Return where a text states the region of an order; None if it does nowhere.

    ``anywhere`` takes the name by itself, too, as in a column that tells where materials are from.
    """
    for match in words.beside.finditer(text):
        inside = text[match.start() : match.end()]
        if not _ELSEWHERE.search(inside) and _stands(match, text, affirms):
            return Told(match.start(), match.end(), is_about(words.named, inside, None))
    for match in (words.name if anywhere else words.label).finditer(text):
        if _stands(match, text, affirms):
            return Told(match.start(), match.end(), goods=False)
    return None


def _stands(match: re.Match[str], text: str, affirms: Affirms) -> bool:
    return not _GOES_ON.search(text, 0, match.start()) and affirms(text, match.start(), match.end())


def affirming(catalogue: Catalogue) -> Affirms:
    """Return what says of a stretch of a text that it is neither denied nor a mere mention."""

    def affirms(text: str, start: int, end: int) -> bool:
        told = governed(catalogue, read(catalogue, text))
        verdict = Prose(told.folded, told.sentences, told.terms).judge(start, end, default="site")
        return verdict.statement is None and verdict.mention is None

    return affirms


def hints_of(countries: Iterable[str]) -> tuple[str, ...]:
    """Return what a text that tells of one of some countries by its name holds: see ``may_tell``."""
    names = (name for country in countries for name in names_of(country))
    return tuple(dict.fromkeys(_lowered(max(name.split(), key=len)) for name in names))


def may_tell(hints: Iterable[str], text: str) -> bool:
    """Say whether a text may tell where goods are from by a country's name or, behind a label, code.

    False is sure, and soon known.
    """
    lowered = _lowered(text)
    return any(hint in lowered for hint in hints) or _LABELLED.search(text) is not None


def _lowered(text: str) -> str:
    """Return a text in which letters are alike that are alike when case is ignored in a pattern."""
    return text.translate(_LIKE_AN_I).casefold()


@cache
def names_of(country: str) -> tuple[str, ...]:
    """Return the names of a country, and what its things are called; no codes."""
    lines = (line.split("|") for line in TERRITORIES.splitlines())
    names = next((line[_NAMES_FROM:] for line in lines if line[0] == country), [])
    return (*names, *_PEOPLE.get(country, ()))


def _any_of(words: list[str] | tuple[str, ...]) -> str:
    longest = sorted(dict.fromkeys(words), key=lambda one: (-len(one), one))
    return f"(?:{'|'.join(map(_bounded, longest)) or '(?!)'})"


def _bounded(word: str) -> str:
    """Return a pattern for a word: whole in alphabets, in Cyrillic with its endings."""
    pattern = r"[\s-]+".join(map(re.escape, word.split()))
    if script_of(word[0]) not in _ALPHABETS:
        return pattern
    ending = r"\w{0,3}" if script_of(word[0]) == "cyrl" else r"(?:e?s)?"
    return rf"(?<!\w){pattern}{ending}(?!\w)"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
