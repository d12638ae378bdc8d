"""Whether the goods that a listing names are the goods that a record states."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from screener.codes.hs import digits_of
from screener.match.goods_families import FAMILIES
from screener.text.folding import Token, fold, plain_forms

_PARTS = re.compile(r"[,;/()]|\band\b|\bor\b|\bincluding\b|\bcontaining\b", re.IGNORECASE)
_SAYS_NOTHING = frozenset(
    "a all any by certain crude derivative downstream from good hand in made manufactured of other "
    "part produced product refined such the their thereof these using various whole with".split()
)
_ALPHABETS = frozenset({"latn", "cyrl"})
_LONGEST_PLAIN = 3
_LENGTHS = (2, 4, 6)
"""Digits of the beginnings of codes that families name."""
_NO_MATERIAL = frozenset({("cotton", "candy"), ("silk", "flower"), ("silk", "screen")})
"""Words behind a material with which it names something else."""
_ENDS_A_PHRASE = frozenset(
    "for of in with from by to and or per at on without as made packed produced grown "
    "fresh frozen dried raw roasted refined crude fired cured ground whole crushed "
    "product part material article goods good item assorted various leaf leave bean fillet flour "
    "paste puree juice powder pulp kernel seed oil meal dore bullion bar ingot ore concentrate "
    "nugget dust granule jewelry jewellery stem strip lamina scrap burley virginia crop parcel gem "
    "stone rough origin country".split()
)
"""Words behind a noun that leave it the head of its phrase, or say in which form it comes."""
_JUST_ASKED = 64
"""Texts of which is kept what they say: several questions are asked of one, one after another."""


class Said(NamedTuple):
    """What a text says: the words of alphabets in order, each without its plural, and the rest."""

    words: tuple[str, ...]
    joined: str


class _Spoken(NamedTuple):
    """What a text says, with the tokens of its words."""

    words: tuple[str, ...]
    joined: str
    tokens: tuple[Token, ...]


class GoodsNamed(NamedTuple):
    """The goods that a listing names: families, and phrases that no family holds."""

    families: frozenset[int]
    phrases: tuple[tuple[str, ...], ...]


class _Use(NamedTuple):
    """A phrase, its family, and whether it names the whole of it."""

    words: tuple[str, ...]
    family: int
    names: bool


class _Phrases(NamedTuple):
    """Phrases of alphabets by their first word, and those of scripts without spaces."""

    by_word: Mapping[str, tuple[_Use, ...]]
    unspaced: tuple[_Use, ...]

    def unspaced_in(self, joined: str) -> Iterator[_Use]:
        """Yield the phrases without spaces that a folded text holds; one in ASCII holds none."""
        if not joined.isascii():
            yield from (use for use in self.unspaced if use.words[0] in joined)


class Plain(NamedTuple):
    """The goods that a record is about: families, and words where no code says better."""

    families: frozenset[int]
    words: frozenset[str]


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


def narrow(named: GoodsNamed) -> GoodsNamed:
    """Return what a listing names without whole classes of goods: apparel, seafood, toys.

    >>> narrow(goods_named(["apparel"])) == goods_named([])
    True
    """
    kept = frozenset(one for one in named.families if not FAMILIES[one].broad)
    return GoodsNamed(kept, named.phrases)


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
    return stated | _under(code)


def plainly_stated(description: str | None, code: str | None, *, made_up: bool = True) -> Plain:
    """Return the goods that a record is about, leaving out words that stand beside others.

    An HS code decides, where there is one and the family has codes; a word counts where it is
    the head of its phrase, or the material that something is made of. Narrower than
    ``is_named``, for what is context and no match. Without ``made_up``, codes of things made of
    a material do not name the material.
    """
    by_code = _under(code, made_up=made_up)
    text = description or ""
    coded = code is not None and digits_of(code) is not None
    by_word = {
        one.family
        for one in _heads(text)
        if FAMILIES[one.family].made_of or not (coded and FAMILIES[one.family].headings)
    }
    words = frozenset() if coded else frozenset(said(text).words)
    return Plain(by_code | by_word, words)


def is_among(named: GoodsNamed, plain: Plain) -> bool:
    """Say whether goods that a listing names are among those that a record is about.

    >>> bricks, tea = goods_named(["Bricks"]), goods_named(["Tea"])
    >>> is_among(bricks, plainly_stated("red bricks, fired", None))
    True
    >>> is_among(bricks, plainly_stated("toy bricks", "9503.00"))
    False
    >>> is_among(tea, plainly_stated("tea towels", None))
    False
    """
    return not named.families.isdisjoint(plain.families) or any(
        plain.words.issuperset(phrase) for phrase in named.phrases
    )


def is_about(named: GoodsNamed, description: str | None, code: str | None) -> bool:
    """Say whether a record is about goods that a listing names, words beside others left out.

    As ``is_among``, but phrases that no family holds, and so no code, count whatever the code is.

    >>> gold = goods_named(["gold"])
    >>> is_about(gold, "gold dore bars", None), is_about(gold, "gold colored frames", None)
    (True, False)
    >>> is_about(goods_named(["bone black"]), "bone black", "3802.90")
    True
    """
    plain = plainly_stated(description, code)
    words = frozenset(said(description or "").words)
    return is_among(named, plain) or any(words.issuperset(one) for one in named.phrases)


def stretch(named: GoodsNamed, description: str) -> tuple[int, int]:
    """Return the offsets of the first words in a description that a listing names; else all of it.

    >>> stretch(goods_named(["Bricks"]), "red bricks, fired")
    (4, 10)
    """
    spoken = _spoken(description)
    phrases = _phrases()
    for at, word in enumerate(spoken.words):
        for use in phrases.by_word.get(word, ()):
            end = at + len(use.words)
            if use.family in named.families and spoken.words[at:end] == use.words:
                return spoken.tokens[at].start, spoken.tokens[end - 1].end
    for use in phrases.unspaced:
        start = spoken.joined.find(use.words[0])
        if use.family in named.families and start >= 0:
            return fold(description).span(start, start + len(use.words[0]))
    for phrase in named.phrases:
        if frozenset(spoken.words).issuperset(phrase):
            token = spoken.tokens[spoken.words.index(phrase[0])]
            return token.start, token.end
    return 0, len(description)


@lru_cache(maxsize=_JUST_ASKED)
def said(text: str) -> Said:
    """Return what a text says.

    >>> said("Disposable Gloves")
    Said(words=('disposable', 'glove'), joined='disposablegloves')
    """
    forms = plain_forms(text)
    if forms is not None:
        return Said(tuple(_singular(one) for one in forms if not one.isdigit()), "".join(forms))
    folded = fold(text)
    words = (_singular(token.form) for token in folded.tokens if token.script in _ALPHABETS)
    return Said(tuple(words), folded.joined)


def _under(code: str | None, *, made_up: bool = True) -> frozenset[int]:
    """Return the families that a tariff code falls under, or is not only made of."""
    digits = digits_of(code) if code else None
    if digits is None:
        return frozenset()
    headings = _headings(made_up=made_up)
    found = (headings.get(digits[:length], frozenset()) for length in _LENGTHS)
    return frozenset().union(*found)


@lru_cache(maxsize=_JUST_ASKED)
def _spoken(text: str) -> _Spoken:
    folded = fold(text)
    tokens = tuple(token for token in folded.tokens if token.script in _ALPHABETS)
    return _Spoken(tuple(_singular(one.form) for one in tokens), folded.joined, tokens)


def _heads(text: str) -> Iterator[_Use]:
    """Yield the uses of phrases that are the head of theirs, or name a material."""
    phrases = _phrases()
    words, joined = said(text)
    for at, word in enumerate(words):
        for use in phrases.by_word.get(word, ()):
            end = at + len(use.words)
            if words[at:end] == use.words and (
                _is_material(words, at, end)
                if FAMILIES[use.family].made_of
                else _ends_its_phrase(words, end, text)
            ):
                yield use
    yield from phrases.unspaced_in(joined)


def _is_material(words: tuple[str, ...], at: int, end: int) -> bool:
    """Say whether the word of a material means it: a machine for cotton candy holds no cotton."""
    return (words[at], *words[end : end + 1]) not in _NO_MATERIAL


def _ends_its_phrase(words: tuple[str, ...], end: int, text: str) -> bool:
    """Say whether no other noun follows: "tea, 50 bags" and "tea for sale", but no "tea towel"."""
    if end >= len(words) or words[end] in _ENDS_A_PHRASE:
        return True
    tokens = _spoken(text).tokens
    return bool(text[tokens[end - 1].end : tokens[end].start].strip(" -'’&"))


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
    found.update(use.family for use in phrases.unspaced_in(text.joined) if members or use.names)
    return frozenset(found)


@cache
def _headings(*, made_up: bool) -> Mapping[str, frozenset[int]]:
    """Return the families under each beginning of a tariff code."""
    found: dict[str, frozenset[int]] = {}
    for number, family in enumerate(FAMILIES):
        for prefix in family.headings if made_up else set(family.headings) - family.made_up:
            found[prefix] = found.get(prefix, frozenset()) | {number}
    return found


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


@lru_cache(maxsize=65_536)
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
