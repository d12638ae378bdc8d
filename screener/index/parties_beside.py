"""Cells of a column of names that hold several parties: SUNNY LTD ON BEHALF OF GOODWILL TRADING.

The words that set parties apart say that what they part are names. A sign alone also parts a name
from its address, so what it parts must show by a legal form or a word of trade that it is one.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from screener.index.lexicon import IGNORED
from screener.index.trade_words import SPELLINGS
from screener.text.folding import tokens_of
from screener.text.legal_forms import covered, legal_forms

_BY_WORDS = (
    r"(?:for and )?on behalf of", r"o/b(?:/o)?", r"c/o", r"care of", r"a/c", r"(?:for )?(?:the )?account of",
    r"(?:by|to) (?:the )?order of", r"(?:as )?agents? (?:for|of)", r"(?:an? )?(?:subsidiary|division|branch|unit) of",
    r"d/?b/?a", r"t/a", r"trading as", r"[afn]/?k/?a", r"(?:formerly|previously)(?: known as)?", r"also known as",
    r"attn", r"(?:tel|fax)(?=\W*[0-9])", r"m/s", r"messrs",
)  # fmt: skip
_BY_A_WORD = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(_BY_WORDS).replace(' ', r'[ ]+')})(?![^\W_])[.:]?", re.IGNORECASE
)
_NUMBERED_UNIT = re.compile(
    r"[\s,(-]+(?:no\.?\s*|#\s*)?(?:[0-9]{1,2}(?:st|nd|rd|th)?|second|third|fourth|fifth)\s+"
    r"(?:factory|fty|plant|mill|works|workshop|branch|sub-?factory|warehouse)\W*$"
    r"|[\s,(-]+(?:factory|plant|branch|workshop)\s+(?:no\.?\s*|#\s*)?[0-9]{1,2}\W*$",
    re.IGNORECASE,
)
"""A numbered unit of the party named before it: Goodwill Textile Co., Ltd. No. 2 Factory."""
_BY_A_SIGN = re.compile(
    r"[;|\n\r]|\s[-–—/]\s|,\s|\((?:ex[ .:-]+)?(?=[^()]*\)\W*$)|(?:^|\s)[0-9][.)]\s"
)
_EDGES = " \t.,:;()&"
_LONGEST = 400
_FEWEST_WORDS = 2


class Beside(NamedTuple):
    """The name of one party in a cell, and where it starts there."""

    start: int
    text: str


class _Cut(NamedTuple):
    """A stretch that sets parties apart."""

    start: int
    end: int
    told: bool
    comma: bool = False


def parties_beside(cell: str) -> tuple[Beside, ...]:
    """Return the names that words or signs part in a cell; none where it holds one name.

    >>> [one.text for one in parties_beside("SUNNY LTD O/B GOODWILL TRADING")]
    ['SUNNY LTD', 'GOODWILL TRADING']
    >>> [one.text for one in parties_beside("Sunny Bags - Goodwill Trading, 5 Meiling Road, Hefei")]
    ['Goodwill Trading']
    >>> [one.text for one in parties_beside("Goodwill Textile Corp. No. 2 Factory")]
    ['Goodwill Textile Corp']
    >>> parties_beside("Goodwill (Hefei) Trading Co., Ltd.")
    ()
    """
    if len(cell) > _LONGEST:
        return ()
    cuts = sorted(_cuts(cell))
    if not cuts:
        return ()
    edges = [_Cut(0, 0, told=False), *cuts, _Cut(len(cell), len(cell), told=False)]
    pairs = pairwise(edges)
    names = (_name(cell, before, after) for before, after in pairs)
    return tuple(name for name in names if name is not None)


def _cuts(cell: str) -> Iterator[_Cut]:
    """Yield the stretches that part names, those of words first."""
    taken = [_Cut(*found.span(), told=True) for found in _BY_A_WORD.finditer(cell)]
    unit = _NUMBERED_UNIT.search(cell)
    if unit is not None:
        taken.append(_Cut(unit.start(), len(cell), told=False))
    yield from taken
    for found in _BY_A_SIGN.finditer(cell):
        comma = found.group().startswith(",")
        inside = any(one.start <= found.start() < one.end for one in taken)
        if not inside and not (comma and _begins_with_form(cell[found.end() :])):
            yield _Cut(*found.span(), told=False, comma=comma)


def _begins_with_form(text: str) -> bool:
    """Say whether a text begins with a legal form: the comma of "Goodwill Co., Ltd." parts nothing."""
    found = legal_forms([token.form for token in tokens_of(text)])
    return bool(found) and found[0].first == 0


def _name(cell: str, before: _Cut, after: _Cut) -> Beside | None:
    """Return what stands between two cuts, if it is the name of a party."""
    text = cell[before.end : after.start]
    start = before.end + len(text) - len(text.lstrip(_EDGES))
    text = text.strip(_EDGES)
    forms = [token.form for token in tokens_of(text)]
    legal = covered(legal_forms(forms))
    words = [form for at, form in enumerate(forms) if at not in legal]
    if not words or len(forms) < _FEWEST_WORDS:
        return None
    told = before.told or after.told
    trade = [word in SPELLINGS for word in words if word not in IGNORED]
    by_trade = not before.comma and any(trade) and not all(trade)
    return Beside(start, text) if told or legal or by_trade else None
