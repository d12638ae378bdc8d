"""The number in a ship's name, in the ways that papers write it.

Fishing vessels of one fleet differ by their number alone: Zhen Fa 7 is written ZHEN FA NO.7 or
ZHENFA 7号, and Zhen Fa 8 is another ship.
"""

import re

from screener.model.listing import Entry
from screener.text.folding import Folded, fold

VESSEL = "vessel"
"""The column that ships are looked for in."""

_SIGNS = frozenset({"no", "nr", "num", "number", "hao", "号", "号船", "第", "호"})
_FEWEST = 3
_ROMAN = ("II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX").split()
_VALUES = (2, 3, 4, 6, 7, 8, 9, *range(11, 21))
_ROMAN_OF = dict(zip(_VALUES, _ROMAN, strict=True))
"""Roman numerals of two letters or more: a single V stands for the voyage."""
_OF_THE_NAME = re.compile(r"[1-9]\d?")
"""A bare number of a ship; a voyage has more digits, or a zero or a letter with them."""


def is_ship(entry: Entry) -> bool:
    """Say whether an entry is a ship: it has a name that is looked for in that column alone."""
    return any(VESSEL in alias.fields for alias in entry.aliases)


def spellings(name: str) -> tuple[str, ...]:
    """Return a ship's name and the other ways to write its number, if it ends in one.

    >>> spellings("Zhen Fa 7")[:4], spellings("White Petrel")
    (('Zhen Fa 7', 'Zhen Fa No. 7', 'Zhen Fa 7号', 'Zhen Fa 第7号'), ('White Petrel',))
    """
    tokens = list(fold(name).tokens)
    while tokens and tokens[-1].form in _SIGNS:
        tokens.pop()
    digits = tokens.pop().form if tokens else ""
    while tokens and tokens[-1].form in _SIGNS:
        tokens.pop()
    if not tokens or not digits.isascii() or not digits.isdigit():
        return (name,)
    base, number = name[: tokens[-1].end], int(digits)
    if sum(len(token.form) for token in tokens) < _FEWEST:
        return (name,)
    written = [
        f"{number}", f"No. {number}", f"{number}号", f"第{number}号", f"{number} Hao", f"Hao {number}",
        f"{number:02}", f"No. {number:02}", f"{number:03}", f"No. {number:03}", f"Number {number}",
        *([_ROMAN_OF[number]] if number in _ROMAN_OF else []),
    ]  # fmt: skip
    return tuple(dict.fromkeys([name, *(f"{base} {one}" for one in written)]))


def is_numbered_on(folded: Folded, start: int, end: int) -> bool:
    """Say whether a bare number behind a name makes it the name of another ship.

    >>> name = fold("Petrel 8 V.023E")
    >>> is_numbered_on(name, 0, 6), is_numbered_on(name, 0, 7)
    (True, False)
    """
    if folded.joined[start:end][-1].isdigit():
        return False
    last = folded.token_at(end - 1)
    behind = folded.tokens[last + 1 : last + 2]
    return bool(behind) and _OF_THE_NAME.fullmatch(behind[0].form) is not None
