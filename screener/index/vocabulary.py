"""The words of a list's names: their weights, and which of them a given word may be.

The weight of a word is its inverse document frequency, as in the Soft TF-IDF of Cohen,
Ravikumar and Fienberg, "A Comparison of String Distance Metrics for Name-Matching Tasks"
(IIWeb 2003): what many names share says little. A list of twenty names knows little about
frequency, so a background of ordinary company names is added, in which generic words and
places are common and all others unseen.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screener.index.lexicon import Kind, Lexicon, Word, latin_keys
from screener.index.made import Made
from screener.index.spelling import SpellingIndex, distinct, forgiven, likeness, other_pinyin
from screener.index.weights import (
    BACKGROUND_NAMES,
    BOTH_PINYIN,
    EXTENDED,
    GENERIC_WEIGHT,
    INITIAL_WEIGHT,
    MISSPELT_GENERIC,
    NUMBER_WEIGHT,
    PLACE_WEIGHT,
    ROMANIZED,
    ROMANIZED_BY_USAGE,
    SHORT_WORDS,
)
from screener.index.word_content import WordContent, by_key
from screener.text.hangul import USAGE, spellings
from screener.text.pinyin import reads_as_pinyin
from screener.text.scripts import SCRIPTS, Script

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
_SHORTEST_HAN = 2
_NATIVE: tuple[Script, ...] = ("hani", "hang")
_NATIVE_NUMBERS = [SCRIPTS.index(script) for script in _NATIVE]

SUPPORT = {
    Kind.GENERIC: GENERIC_WEIGHT,
    Kind.PLACE: PLACE_WEIGHT,
    Kind.NUMBER: NUMBER_WEIGHT,
    Kind.INITIAL: INITIAL_WEIGHT,
}
"""Weights of the kinds of word that cannot carry a match; a rare brand weighs one."""


class Part(NamedTuple):
    """A word of a name with what it weighs.

    ``near`` is the generic word it may be a misspelling of; left alone in a comparison it
    then weighs no more than that (``floor``). ``pinyin`` says whether it is a word that reads
    as Chinese syllables.
    """

    word: Word
    near: str
    weight: float
    floor: float
    pinyin: bool = False


class Meeting(NamedTuple):
    """How alike two words are, and how they meet.

    ``brands`` is how alike they are in names whose distinctive words are all pinyin.
    """

    similarity: float
    how: str
    brands: float | None = None


EXACT = Meeting(1.0, "exact")
MISSPELT = Meeting(MISSPELT_GENERIC, "fuzzy")


def meeting(ours: Word, theirs: Word, near: Mapping[str, str], edits: int) -> Meeting | None:
    """Return how two words meet, or None; the same either way round.

    Words that cannot carry meet only themselves, or a misspelling of themselves. Han and
    Hangul meet themselves and their own Latin spellings, never a near one.
    """
    if ours.form == theirs.form:
        return EXACT
    if ours.kind is not Kind.WORD or theirs.kind is not Kind.WORD:
        return _misspelling(ours, theirs, near) or _named_alike(ours, theirs)
    if _native(ours) and _native(theirs):
        both_han = ours.script == theirs.script == "hani"
        return _extension(ours.form, theirs.form) if both_han else None
    if _native(ours) or _native(theirs):
        return _spelt(*((ours, theirs) if _native(ours) else (theirs, ours)))
    if ours.key == theirs.key:
        return Meeting(ROMANIZED, "romanization")
    return _fuzzy(ours.key, theirs.key, edits)


def _spelt(native: Word, latin: Word) -> Meeting | None:
    """Return the meeting of a Han or Hangul word and one that may be its Latin spelling."""
    if latin.key not in latin_keys(native):
        return None
    usual = native.script == "hang" and spellings(native.form)[latin.key] == USAGE
    return Meeting(ROMANIZED_BY_USAGE if usual else ROMANIZED, "romanization")


def _named_alike(ours: Word, theirs: Word) -> Meeting | None:
    """Return the meeting of a place in Han or Hangul and a word that may be its Latin spelling."""
    for native, latin in ((ours, theirs), (theirs, ours)):
        named = native.script == "hang" or (native.script == "hani" and native.kind is Kind.PLACE)
        if named and latin.script == "latn" and latin.key in latin_keys(native):
            return Meeting(ROMANIZED, "romanization")
    return None


def _fuzzy(ours: str, theirs: str, edits: int) -> Meeting | None:
    """Return the meeting of two words of which one may be the other misspelt."""
    return _slip(ours, theirs, edits) if 0 < edits <= forgiven(ours, theirs) else None


def _slip(ours: str, theirs: str, edits: int) -> Meeting:
    """Return the meeting of two words that lie so many edits apart and are forgiven them."""
    brands = BOTH_PINYIN if other_pinyin(ours, theirs) else None
    return Meeting(likeness(ours, theirs, edits), "fuzzy", brands)


def _misspelling(ours: Word, theirs: Word, near: Mapping[str, str]) -> Meeting | None:
    """Return the meeting of a generic word and an unknown one that is a slip away from it."""
    for word, other in ((ours, theirs), (theirs, ours)):
        if word.kind is Kind.WORD and near.get(word.form) == other.form:
            return MISSPELT
    return None


def _extension(first: str, second: str) -> Meeting | None:
    """Return the meeting of two Han brands of which one is the other and a further word."""
    short, long = sorted((first, second), key=len)
    if len(short) >= 2 and len(long) >= len(short) + 2 and long.startswith(short):
        return Meeting(EXTENDED, "glued")
    return None


Table = dict[Word, dict[int, Meeting]]
"""How each word meets words of a list, by their ids; one form may be spelt in several ways."""

_MOST_KNOWN = 65_536


class _Neighbours(NamedTuple):
    """How one word meets words of the list, and which generic words it and they may misspell."""

    met: dict[int, Meeting]
    near: dict[str, str]


class Vocabulary:
    """The distinct words of a list, each with an id in the order of their forms."""

    def __init__(self, content: WordContent, lexicon: Lexicon) -> None:
        """Prepare the look-ups."""
        self.content = content
        self.lexicon = lexicon
        self.near = content.near
        self.spelling = content.spelling
        self.ids = dict(zip(content.forms, range(len(content.forms)), strict=True))
        self.weights = self._weighed()
        self.floors = self._floors()
        self.surely_carrying = self._carrying()
        self.parts = Made(lambda word: self.part(content.word(word), self.near))
        self._counts = content.counts.data
        self.by_key = by_key(content)
        self._neighbours: dict[Word, _Neighbours] = {}
        self._misspelling: dict[str, tuple[int, ...]] = {}
        for form, meant in sorted(self.near.items()):
            self._misspelling[meant] = (*self._misspelling.get(meant, ()), self.ids[form])
        self._native = bool(content.of(Kind, _NATIVE))
        lettered = (content.kinds == Kind.WORD) & ~np.isin(content.scripts, _NATIVE_NUMBERS)
        self._lettered = lettered.tobytes()
        self._sounding = np.full(len(content.forms), -1, np.int8)
        han = [content.forms[word] for word in content.of({Kind.WORD}, {"hani"})]
        self._han = [form for form in han if len(form) >= _SHORTEST_HAN]

    @classmethod
    def build(
        cls, words: Iterable[Word], frequency: Mapping[str, int], names: int, lexicon: Lexicon
    ) -> "Vocabulary":
        """Return the vocabulary of some words, of which the least of a form stands for all."""
        distinct: dict[str, Word] = {}
        for word in words:
            other = distinct.setdefault(word.form, word)
            if other is not word and word < other:
                distinct[word.form] = word
        ordered = [distinct[form] for form in sorted(distinct)]
        # Most words are spelt as their form, so that these stand nearly in order.
        spelt = [word.key for word in ordered if word.kind is Kind.WORD and not _native(word)]
        spelling = SpellingIndex(sorted(dict.fromkeys(spelt)))
        near = {
            form: meant
            for form, meant in lexicon.misspelt_in(spelling).items()
            if form in distinct and distinct[form].kind is Kind.WORD
        }
        further = [
            (at, key)
            for at, word in enumerate(ordered)
            if _native(word) and word.kind is not Kind.NUMBER
            for key in latin_keys(word)[1:]
        ]
        content = WordContent(
            forms=[word.form for word in ordered],
            kinds=np.array([word.kind for word in ordered], np.uint8),
            scripts=np.array([SCRIPTS.index(word.script) for word in ordered], np.uint8),
            keys={at: word.key for at, word in enumerate(ordered) if word.key != word.form},
            paths={at: word.path for at, word in enumerate(ordered) if word.path},
            spelt=[key for _, key in further],
            spelt_of=np.array([at for at, _ in further], np.int64),
            counts=np.array([frequency.get(word.form, 0) for word in ordered], np.int64),
            names=names,
            near=near,
            spelling=spelling,
        )
        return cls(content, lexicon)

    def part(self, word: Word, near: Mapping[str, str]) -> Part:
        """Return a word with what it weighs in this list."""
        meant = near.get(word.form, "") if word.kind is Kind.WORD else ""
        weight = self.weight(word)
        floor = min(weight, SUPPORT[Kind.GENERIC]) if meant else weight
        pinyin = word.kind is Kind.WORD and word.script == "latn" and reads_as_pinyin(word.key)
        return Part(word, meant, weight, floor, pinyin)

    def weight(self, word: Word) -> float:
        """Return what a word weighs, between 0 and 1."""
        if word.kind is not Kind.WORD:
            return SUPPORT[word.kind]
        total = self.content.names + BACKGROUND_NAMES
        known = self.ids.get(word.form)
        count = 0 if known is None else self._counts[known]
        letters = len(word.form) if not _native(word) else 2 * len(word.form)
        return _rarity(count, total) * SHORT_WORDS.get(letters, 1.0)

    def _weighed(self) -> Floats:
        """Return what each word of the list weighs, by id."""
        content = self.content
        total = content.names + BACKGROUND_NAMES
        counts, of = np.unique(content.counts, return_inverse=True)
        rarity = np.array([_rarity(count, total) for count in counts.tolist()], np.float64)
        letters = np.fromiter(map(len, content.forms), np.int64, len(content.forms))
        letters[np.isin(content.scripts, _NATIVE_NUMBERS)] *= 2
        share = np.ones(1 + max(SHORT_WORDS), np.float64)
        share[list(SHORT_WORDS)] = list(SHORT_WORDS.values())
        share = np.append(share, 1.0)
        weights = rarity[of] * share[np.minimum(letters, len(share) - 1)]
        for kind, weight in SUPPORT.items():
            weights[content.kinds == kind] = weight
        return weights

    def _floors(self) -> Floats:
        """Return what each word of the list weighs where it meets nothing, by id."""
        floors = self.weights.copy()
        near = [self.ids[form] for form in self.near]
        floors[near] = np.minimum(floors[near], SUPPORT[Kind.GENERIC])
        return floors

    def _carrying(self) -> Flags:
        """Say which words of the list are distinctive and no misspelling of a generic one."""
        flags = np.asarray(self.content.kinds == Kind.WORD, np.bool_)
        flags[[self.ids[form] for form in self.near]] = False
        return flags

    def sounding(self, words: Integers) -> Flags:
        """Say which words of the list may stand among brands that are all pinyin."""
        known = self._sounding
        for word in distinct(words[known[words] < 0]).tolist():
            part = self.parts[word]
            known[word] = part.pinyin or part.word.kind is not Kind.WORD
        return np.asarray(known[words] == 1, np.bool_)

    def near_of(self, words: Iterable[Word]) -> dict[str, str]:
        """Return the generic word that each of some words may be a misspelling of."""
        forms = {word.form for word in words if word.kind is Kind.WORD}
        near = self.lexicon.misspelt([form for form in forms if form not in self.ids])
        near.update((form, self.near[form]) for form in forms if form in self.near)
        return near

    def neighbours(self, words: Sequence[Word]) -> tuple[Table, dict[str, str]]:
        """Return, for each distinct word, the words of the list it may be and how they meet.

        Only words that can carry are looked up by spelling; the others meet themselves. Beside
        it the generic word that each unknown word, theirs or ours, may be a misspelling of.
        What was found for a word is kept, since it hangs on no other word asked for.
        """
        known = self._neighbours
        new = [word for word in words if word not in known]
        if len(known) + len(new) > _MOST_KNOWN:
            # A fresh one, since another thread may be reading the old.
            known = self._neighbours = {}
            new = list(words)
        if new:
            known.update(self._found(new))
        near: dict[str, str] = {}
        for word in words:
            near.update(known[word].near)
        return {word: known[word].met for word in words}, near

    def _found(self, words: Sequence[Word]) -> dict[Word, _Neighbours]:
        """Return the neighbours of each of some words."""
        meant = self.near_of(words)
        found = {
            word: _Neighbours({}, {word.form: meant[word.form]} if word.form in meant else {})
            for word in words
        }
        for word, index in self._alike(words, meant):
            self._meet(word, index, 0, found[word])
        for word, index, edits in self._misspelt([one for one in words if one.kind is Kind.WORD]):
            if not self._lettered[index]:
                self._meet(word, index, edits, found[word])
                continue
            # Two words in letters, each forgiven so many edits: they meet, whatever else they are.
            form, key = self.content.forms[index], self.content.keys.get(index)
            if form in self.near:
                found[word].near[form] = self.near[form]
            found[word].met[index] = _slip(word.key, form if key is None else key, edits)
        return found

    def _meet(self, word: Word, index: int, edits: int, found: _Neighbours) -> None:
        """Note how a word meets one of the list, if it does, and what that may be meant for."""
        part = self.parts[index]
        if part.near:
            found.near[part.word.form] = part.near
        met = meeting(word, part.word, found.near, edits)
        if met is not None:
            found.met[index] = met

    def _alike(self, words: Iterable[Word], near: Mapping[str, str]) -> Iterable[tuple[Word, int]]:
        """Yield each word with the words of the list of the same form, key or Han beginning.

        And with the generic words it may be meant for, or that may be meant for it.
        """
        for word in words:
            if word.form in self.ids:
                yield word, self.ids[word.form]
            for index in self._misspelling.get(word.form, ()):
                yield word, index
            if word.kind is Kind.WORD:
                if near.get(word.form) in self.ids:
                    yield word, self.ids[near[word.form]]
                yield from self._spelt_alike(word)
                if _brand_in_han(word):
                    for form in self._kindred(word.form):
                        yield word, self.ids[form]
            elif self._native or _native(word):
                yield from self._spelt_alike(word)

    def _spelt_alike(self, word: Word) -> Iterable[tuple[Word, int]]:
        for key in latin_keys(word):
            for index in self.by_key.get(key, ()):
                yield word, index

    def _kindred(self, form: str) -> Iterable[str]:
        """Yield the Han brands of the list that begin with a form or that it begins with."""
        for length in range(2, len(form)):
            if form[:length] in self.ids:
                yield form[:length]
        at = bisect_left(self._han, form)
        while at < len(self._han) and self._han[at].startswith(form):
            yield self._han[at]
            at += 1

    def _misspelt(self, words: Sequence[Word]) -> Iterable[tuple[Word, int, int]]:
        """Yield each word with the words of the list it may be a misspelling of."""
        spelt = [word for word in words if not _native(word)]
        for position, owner, edits in self.spelling.near([word.key for word in spelt]):
            for index in self.by_key[self.spelling.words[owner]]:
                yield spelt[position], index, edits


@lru_cache(maxsize=65_536)
def _rarity(count: int, total: int) -> float:
    """Return how much a word says that stands in so many of a total of names."""
    return log(total / max(1, count)) / log(total)


def _native(word: Word) -> bool:
    return word.script in _NATIVE


def _brand_in_han(word: Word) -> bool:
    return word.kind is Kind.WORD and word.script == "hani" and len(word.form) >= _SHORTEST_HAN
