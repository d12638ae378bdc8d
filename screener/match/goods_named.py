"""Whether the goods that a listing names are the goods that a record states."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from screener.codes.hs import digits_of
from screener.match.goods_families import FAMILIES
from screener.text.folding import fold

_PARTS = re.compile(r"[,;/()]|\band\b|\bor\b|\bincluding\b|\bcontaining\b", re.IGNORECASE)
_SAYS_NOTHING = frozenset(
    "a all any by certain crude derivative downstream from good hand in made manufactured of "
    "other part produced product refined such the their thereof these using various with".split()
)
_ALPHABETS = frozenset({"latn", "cyrl"})
_LONGEST_PLAIN = 3


class Said(NamedTuple):
    """What a text says: the words of alphabets in order, each without its plural, and the rest."""

    words: tuple[str, ...]
    joined: str


class GoodsNamed(NamedTuple):
    """The goods that a listing names: families, and phrases that no family holds."""

    families: frozenset[int]
    phrases: tuple[tuple[str, ...], ...]


def goods_named(texts: Iterable[str]) -> GoodsNamed:
    """Return what the goods column of a listing names.

    >>> named = goods_named(["Palm Oil and Palm Oil Products"])
    >>> is_named(named, "refined palm olein, RBD", None), is_named(named, "coconut oil", None)
    (True, False)
    """
    families: set[int] = set()
    phrases: list[tuple[str, ...]] = []
    for text in texts:
        for part in _PARTS.split(text):
            found = _families(said(part), members=False)
            families |= found
            words = tuple(word for word in said(part).words if word not in _SAYS_NOTHING)
            if words and not found:
                phrases.append(words)
    return GoodsNamed(frozenset(families), tuple(phrases))


def is_named(named: GoodsNamed, description: str | None, code: str | None) -> bool:
    """Say whether a description or an HS code speaks of goods that a listing names.

    >>> tomatoes = goods_named(["tomato products"])
    >>> is_named(tomatoes, "paste in drums", "2002.90"), is_named(tomatoes, "番茄酱", None)
    (True, True)
    >>> is_named(goods_named(["calcium chloride"]), "calcium carbonate", None)
    False
    """
    if not named.families.isdisjoint(families_of(description, code)):
        return True
    words = frozenset(said(description or "").words)
    return any(words.issuperset(phrase) for phrase in named.phrases)


def families_of(description: str | None, code: str | None) -> frozenset[int]:
    """Return the families that a record's description or HS code may belong to, by number."""
    stated = _families(said(description), members=True) if description else frozenset()
    digits = digits_of(code) if code else None
    if digits is None:
        return stated
    return stated | {
        number
        for number, family in enumerate(FAMILIES)
        if any(digits.startswith(prefix) for prefix in family.headings)
    }


def said(text: str) -> Said:
    """Return what a text says.

    >>> said("Disposable Gloves")
    Said(words=('disposable', 'glove'), joined='disposablegloves')
    """
    folded = fold(text)
    words = (_singular(token.form) for token in folded.tokens if token.script in _ALPHABETS)
    return Said(tuple(words), folded.joined)


def _families(text: Said, *, members: bool) -> frozenset[int]:
    """Return the families that a text names, or names a member of."""
    phrases = _phrases()
    words = text.words
    found = {
        use.family
        for at, word in enumerate(words)
        for use in phrases.by_word.get(word, ())
        if (members or use.names) and words[at : at + len(use.words)] == use.words
    }
    found.update(
        use.family
        for use in phrases.unspaced
        if (members or use.names) and use.words[0] in text.joined
    )
    return frozenset(found)


class _Use(NamedTuple):
    """A phrase, its family, and whether it names the whole of it."""

    words: tuple[str, ...]
    family: int
    names: bool


class _Phrases(NamedTuple):
    """Phrases of alphabets by their first word, and those of scripts without spaces."""

    by_word: Mapping[str, tuple[_Use, ...]]
    unspaced: tuple[_Use, ...]


@cache
def _phrases() -> _Phrases:
    by_word: dict[str, tuple[_Use, ...]] = {}
    unspaced: list[_Use] = []
    for number, family in enumerate(FAMILIES):
        for names, texts in ((True, family.names), (False, family.members)):
            for text in texts:
                spoken = said(text)
                if spoken.words:
                    use = _Use(spoken.words, number, names)
                    by_word[use.words[0]] = (*by_word.get(use.words[0], ()), use)
                else:
                    unspaced.append(_Use((spoken.joined,), number, names))
    return _Phrases(by_word, tuple(unspaced))


def _singular(word: str) -> str:
    """Return an English word without the ending of its plural; others may lose an s, too.

    >>> _singular("accessories"), _singular("dresses"), _singular("glass"), _singular("gas")
    ('accessory', 'dress', 'glass', 'gas')
    """
    if len(word) <= _LONGEST_PLAIN or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word[:-1]
