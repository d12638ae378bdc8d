"""The texts of published files: one line of what can be printed, and the countries they name."""

import re
import unicodedata
from collections.abc import Iterable

from screener.codes.countries import country

UNREADABLE = "�"
"""Stands where a character could not be read, in the file or before it was made."""

_GAPS = re.compile(r"\s+")
_WINDOWS = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_UNPRINTABLE = frozenset({"Cc", "Cs", "Co", "Cn"})


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
