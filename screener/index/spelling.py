"""Words a slip of the hand apart: found for a whole batch at once, exactly and without loss.

Two words one edit apart share a form with one letter left out (Mor and Fraenkel's deletion
neighbourhood); from ten letters on two edits are looked for in the same way. Forms are held
as hashes in one sorted array, each with its owner in one number, so a batch of words is a batch
of binary searches; what is found is measured by rapidfuzz, so that hashes that collide do no harm. An edit is an insertion, deletion or substitution, or a swap
of neighbours (optimal string alignment).
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, TypeVar
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from screener.index.weights import (
    BOTH_PINYIN,
    COST_OF_EDIT,
    ONE_EDIT_FROM,
    TWO_EDITS_FROM,
)
from screener.text.pinyin import reads_as_pinyin, sounds_merged

Allowance = Callable[[str], int]
"""How many edits a word is forgiven, at most two; two words the fewer of both."""

Hashes = NDArray[np.uint64]
Number = TypeVar("Number", bound=np.integer[Any])
Places = NDArray[np.int64]

_LONGEST = 40
_MODULUS = 2**64
_BASE = 0x9E3779B97F4A7C15
_DOWNWARD = pow(_BASE, -1, _MODULUS)
_DOWN = np.uint64(_DOWNWARD)
_HIGH = 0xFFFFFFFF_00000000
_HASH = np.uint64(_HIGH)
_OWNER = np.uint64(0x00000000_FFFFFFFF)
_HALF = np.uint64(32)
_NONE = np.empty(0, np.uint64)
_MOST_EDITS = 2
_FEW_FORMS = 40
"""Forms that are hashed faster one by one than as a table."""


def forgiven(first: str, second: str) -> int:
    """Return how many edits two words may lie apart and still be one word misspelt.

    >>> forgiven("huafu", "huafuu"), forgiven("ford", "fjord"), forgiven("petrochina", "petrochna")
    (1, 0, 2)
    """
    return min(allowed(first), allowed(second))


def allowed(word: str) -> int:
    """Return how many edits a word is forgiven: the longer it is, the more."""
    if ONE_EDIT_FROM <= len(word) <= _LONGEST and word.isalpha():
        return 2 if len(word) >= TWO_EDITS_FROM else 1
    return 0


def spelling_similarity(first: str, second: str, edits: int) -> float:
    """Return how alike two words are that lie so many edits apart, for words forgiven them.

    Brands of Chinese companies lie close together: Hengda and Hengde are two companies
    rather than one and a slip of the hand. What many do not hear (n, ng; s, sh) is forgiven.

    >>> spelling_similarity("huayang", "huayamg", 1), spelling_similarity("hengda", "hengde", 1)
    (0.857, 0.5)
    """
    if edits > forgiven(first, second):
        return 0.0
    return BOTH_PINYIN if other_pinyin(first, second) else likeness(first, second, edits)


def other_pinyin(first: str, second: str) -> bool:
    """Say whether two words are sound pinyin that nobody hears alike.

    >>> other_pinyin("hengda", "hengde"), other_pinyin("huayang", "huayan")
    (True, False)
    """
    return (
        reads_as_pinyin(first)
        and reads_as_pinyin(second)
        and sounds_merged(first) != sounds_merged(second)
    )


def likeness(first: str, second: str, edits: int) -> float:
    """Return the share of two words that so many edits leave alike.

    >>> likeness("chase", "chace", 1)
    0.8
    """
    return round(1 - COST_OF_EDIT * edits / max(len(first), len(second)), 3)


def edits_between(first: str, second: str) -> int:
    """Return the number of edits between two words."""
    return OSA.distance(first, second)


class SpellingIndex:
    """Finds the words of a list that a given word may be a misspelling of.

    ``allowance`` says how many edits a word is forgiven, by its own letters alone.
    ``words`` keeps the list in order; ``forms`` is one sorted array of hashes (high half) and
    the places of their words (low half), so that it can be saved and opened by memory map.
    """

    def __init__(
        self,
        words: Sequence[str],
        allowance: Allowance = allowed,
        forms: Hashes | None = None,
    ) -> None:
        """Hash every form of the words that may be forgiven an edit, unless they come hashed."""
        self.words = words
        self._allowance = allowance
        self.forms = _hashed(words, allowance) if forms is None else forms

    def near(self, words: Sequence[str]) -> list[tuple[int, int, int]]:
        """Return (position in ``words``, position in the list, edits) of what may be meant.

        Sorted; a word itself, at no edits, is not returned.
        """
        left, right = _meeting(self.forms, _hashed(words, self._allowance))
        if len(left) == 0:
            return []
        asked, known = left.tolist(), right.tolist()
        edits = cpdist(
            [words[index] for index in asked],
            [self.words[index] for index in known],
            scorer=OSA.distance,
            score_cutoff=_MOST_EDITS,
        )
        meant = np.flatnonzero((edits > 0) & (edits <= _MOST_EDITS)).tolist()
        allowance, counts = self._allowance, edits.tolist()
        allowed_ours = list(map(allowance, words))
        # Who has forms is forgiven one edit; only who needs two is asked for more.
        return [
            (asked[at], known[at], counts[at])
            for at in meant
            if counts[at] == 1
            or (allowed_ours[asked[at]] > 1 and allowance(self.words[known[at]]) > 1)
        ]


class SameIndex:
    """Finds the texts of a list that are written exactly as a given one, empty ones never.

    ``forms`` is one sorted array of checksums (CRC-32, high half) and places (low half).
    """

    def __init__(self, words: Sequence[str], forms: Hashes | None = None) -> None:
        """Sum every text, unless the sums come with them; see ``SpellingIndex``."""
        self.words = words
        self.forms = _summed(words) if forms is None else forms

    def find(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Return (position in ``words``, position in the list) of those that are the same."""
        if len(self.forms) == 0:
            return []
        left, right = _meeting(self.forms, _summed(words))
        return [
            (index, owner)
            for index, owner in zip(left.tolist(), right.tolist(), strict=True)
            if words[index] == self.words[owner]
        ]


def _summed(words: Sequence[str]) -> Hashes:
    """Return the checksum of each text that is not empty, and whose it is, sorted."""
    sums = [crc32(word.encode()) << 32 | at for at, word in enumerate(words) if word]
    forms = np.array(sums, np.uint64)
    forms.sort()
    return forms


def _meeting(known: Hashes, asked: Hashes) -> tuple[Hashes, Hashes]:
    """Return the owners of hashes that both have, of those asked and of those known, each once."""
    if len(known) == 0 or len(asked) == 0:
        return _NONE, _NONE
    hashes = asked & _HASH
    low = known.searchsorted(hashes)
    # Few forms are known; only for those is it worth looking how many have them.
    there = (known[np.minimum(low, len(known) - 1)] & _HASH == hashes).nonzero()[0]
    there = there[low[there] < len(known)]
    if len(there) == 0:
        return _NONE, _NONE
    hashes, asked, low = hashes[there], asked[there] & _OWNER, low[there]
    counts = known.searchsorted(hashes | _OWNER, side="right") - low
    firsts = np.repeat(low - np.cumsum(counts) + counts, counts)
    owners = known[firsts + np.arange(len(firsts))] & _OWNER
    pairs = distinct((np.repeat(asked, counts) << _HALF) | owners)
    return pairs >> _HALF, pairs & _OWNER


def distinct(values: NDArray[Number]) -> NDArray[Number]:
    """Return the distinct values, ascending; faster than numpy's own, which hashes first."""
    ordered = np.sort(values)
    first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered[first]


def _hashed(words: Sequence[str], edits_of: Allowance) -> Hashes:
    """Return the hashes of each word with so many letters left out, and whose they are, sorted.

    A word that is forgiven no edit has none.
    """
    by_length: dict[tuple[int, int], list[int]] = {}
    for index, word in enumerate(words):
        edits = edits_of(word)
        if edits:
            by_length.setdefault((len(word), edits), []).append(index)
    counts = [
        len(indices) * (1, 1 + length, 1 + length + length * (length - 1) // 2)[edits]
        for (length, edits), indices in by_length.items()
    ]
    forms = np.empty(sum(counts), np.uint64)
    end = 0
    for ((length, edits), indices), count in zip(by_length.items(), counts, strict=True):
        start, end = end, end + count
        if edits < _MOST_EDITS and count <= _FEW_FORMS:
            forms[start:end] = [form for at in indices for form in _few(words[at], at)]
            continue
        letters = _letters([words[index] for index in indices], length)
        table = forms[start:end].reshape(len(indices), -1)
        np.bitwise_and(_shortened(letters, edits), _HASH, out=table)
        table |= np.array(indices, np.uint64)[:, None]
    forms.sort()
    return forms


def _few(word: str, owner: int) -> list[int]:
    """Return the hashes of one word whole and without each letter, with its owner."""
    sums, power = [0], _powers_of(len(word))
    for letter, one in zip(word, power, strict=True):
        sums.append(sums[-1] + ord(letter) * one)
    whole = sums[-1]
    forms = [whole, *(below * _DOWNWARD + whole - above for below, above in pairwise(sums))]
    return [form & _HIGH | owner for form in forms]


def _letters(words: list[str], length: int) -> Hashes:
    """Return words of one length as a table of code points."""
    joined = "".join(words).encode("utf-32-le")
    return np.frombuffer(joined, np.uint32).reshape(-1, length).astype(np.uint64)


@lru_cache(maxsize=256)
def _powers(length: int) -> Hashes:
    """Return what the letters of a word count in its hash, by their place."""
    return np.array(_powers_of(length), np.uint64)


@lru_cache(maxsize=256)
def _powers_of(length: int) -> list[int]:
    return [pow(_BASE, length - 1 - at, _MODULUS) for at in range(length)]


@lru_cache(maxsize=256)
def _two_of(length: int) -> tuple[Places, Places]:
    """Return the places of every two letters of a word, the first before the second."""
    return np.triu_indices(length, 1)


def _shortened(letters: Hashes, edits: int) -> Hashes:
    """Return, a row a word, the hashes of the word whole, and without each letter and each two.

    The hash is a polynomial modulo 2**64. Its base is odd, so it has an inverse, and taking
    letters out is a matter of sums: what stood before a gap moves down by one power.
    """
    length = letters.shape[1]
    sums = np.zeros((len(letters), length + 1), np.uint64)
    np.cumsum(letters * _powers(length), axis=1, out=sums[:, 1:])
    whole = sums[:, -1:]
    without_one = sums[:, :-1] * _DOWN + whole - sums[:, 1:]
    if edits < 2:
        return np.concatenate([whole, without_one], axis=1)
    first, second = _two_of(length)
    without_two = (
        sums[:, first] * _DOWN * _DOWN
        + (sums[:, second] - sums[:, first + 1]) * _DOWN
        + whole
        - sums[:, second + 1]
    )
    return np.concatenate([whole, without_one, without_two], axis=1)
