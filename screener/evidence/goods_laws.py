"""Laws that speak of certain goods alone, and whether the goods of a record are outside of them."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from screener.codes.hs import digits_of, hs_chapter
from screener.match.goods_families import FAMILIES
from screener.match.goods_named import plainly_stated
from screener.model.hit import Hit
from screener.model.listing import Entry
from screener.model.source import Provision

DESCRIPTION = "product_description"
_CODE = "hs_code"
_CHAPTER = 2

Codes = frozenset[str]
"""Beginnings of tariff codes that goods may fall under; none where their kind is not known."""


def codes_of(values: Mapping[str, str], hits: Iterable[Hit], entries: Mapping[str, Entry]) -> Codes:
    """Return what the goods of a record may fall under: by its code, its words, and goods found."""
    code = values.get(_CODE, "")
    stated = [digits_of(code) or ""] if hs_chapter(code) else []
    found = (
        heading.replace(".", "")
        for hit in hits
        if hit.kind == "goods" and hit.mention is None
        for heading in entries[hit.entry].headings
    )
    return frozenset([*stated, *found]) | codes_in_words(values.get(DESCRIPTION, ""))


@lru_cache(maxsize=20_000)
def codes_in_words(description: str) -> Codes:
    """Return what the goods that a description is about may fall under.

    What something is made of counts where nothing else tells what it is: a cotton doll is a toy.

    >>> sorted(codes_in_words("cotton dolls")), codes_in_words("G-12 per drawing")
    (['9503', '9504', '9505'], frozenset())
    """
    about = plainly_stated(description, None).families
    kinds = [one for one in about if not FAMILIES[one].made_of] or about
    return frozenset(code for one in kinds for code in FAMILIES[one].headings)


def may_cover(provision: Provision, codes: Codes) -> bool:
    """Say whether a law speaks of all goods, or goods of some of these codes may be among its own."""
    return not provision.only_chapters or any(
        code[:_CHAPTER] in provision.only_chapters
        or any(code.startswith(one) or one.startswith(code) for one in provision.on_the_border)
        for code in codes
    )


def leaves_out(provision: Provision, codes: Codes) -> bool:
    """Say whether goods are known, and none that a law speaks of."""
    return bool(codes) and not may_cover(provision, codes)
