"""What a publisher's file says of one party, one vessel, or one pair of country and goods."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal

import msgspec

from screener.codes.countries import country

ListedKind = Literal["organization", "person", "vessel", "aircraft", "goods"]

UNREADABLE = "�"
"""Stands where a character could not be read, in the file or before it was made."""

_GAPS = re.compile(r"\s+")
_WINDOWS = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_UNPRINTABLE = frozenset({"Cc", "Cs", "Co", "Cn"})


class ListedName(msgspec.Struct, frozen=True, kw_only=True):
    """Another name; ``quality`` is the publisher's own word for it (aka, Good, f.k.a., ...).

    ``weak`` names are those that the publisher itself calls too common to match alone.
    """

    text: str
    quality: str = ""
    weak: bool = False


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One entry as its publisher's file states it; nothing is guessed.

    ``key`` is the publisher's own number where there is one, unique within the file. Dates are
    ISO texts of a day, a month or a year. ``status`` is the publisher's word for whether the
    entry still stands; ``details`` are further columns as published, in file order.
    """

    key: str
    name: str
    line: int
    kind: ListedKind = "organization"
    names: tuple[ListedName, ...] = ()
    countries: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    basis: str | None = None
    status: str | None = None
    listed_on: str | None = None
    changed_on: str | None = None
    ended_on: str | None = None
    remarks: str | None = None
    details: tuple[tuple[str, str], ...] = ()


class Published(msgspec.Struct, frozen=True):
    """The day of which a file says that it is, as ISO text."""

    day: str


Item = Listed | Published
"""What readers yield: entries, and the day of the file where it states one."""


def clean(text: str | None) -> str:
    r"""Return a text in one line; what cannot be printed becomes ``UNREADABLE``.

    Control characters that are Windows punctuation read as Latin-1 are taken for what they were
    in Windows, as browsers do: the US screening list writes Xi\x92an for Xi’an.

    >>> clean("  KOREA  MINING\nDEVELOPMENT "), clean("Xi\x92an")
    ('KOREA MINING DEVELOPMENT', 'Xi’an')
    """
    if not text:
        return ""
    gapless = _GAPS.sub(" ", text).strip()
    if gapless.isprintable():
        return gapless
    gapless = gapless.translate(_WINDOWS)
    return "".join(
        UNREADABLE if unicodedata.category(one) in _UNPRINTABLE else one
        for one in gapless
        if unicodedata.category(one) != "Cf"
    )


def distinct(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Return the texts that hold something, cleaned, each once, in their order."""
    return tuple(dict.fromkeys(text for one in texts if (text := clean(one))))


def countries_of(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Return the countries that texts name, as ISO 3166-1 alpha-2 codes, each once, in order.

    A text that names none is left out: lists name regions and former states, too.

    >>> countries_of(["Korea, North", "China", "China", "region: Northern Mali"])
    ('KP', 'CN')
    """
    return tuple(dict.fromkeys(code for one in texts if one and (code := country(one))))
