"""What the words of a list are made of and saved as."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from screener.index.lexicon import Kind, Word
from screener.index.spelling import SpellingIndex
from screener.text.scripts import SCRIPTS, Script

Integers = NDArray[np.int64]
Octets = NDArray[np.uint8]


class WordContent(NamedTuple):
    """What a vocabulary is made of: its words by their forms, and in how many names each stands.

    Beside each form its kind and script as numbers. ``keys`` and ``paths`` hold those of words
    that are not spelt as their form, and of places; ``spelt`` the further Latin spellings of
    words in Han and Hangul, each of the word in ``spelt_of``. ``near`` says which generic word
    each of some words may be a misspelling of.
    """

    forms: Sequence[str]
    kinds: Octets
    scripts: Octets
    keys: dict[int, str]
    paths: dict[int, str]
    spelt: Sequence[str]
    spelt_of: Integers
    counts: Integers
    names: int
    near: dict[str, str]
    spelling: SpellingIndex

    def word(self, at: int) -> Word:
        """Return a word by its id."""
        form, kind, script = self.forms[at], self.kinds[at], self.scripts[at]
        key, path = self.keys.get(at, form), self.paths.get(at, "")
        return Word(form, Kind(kind), key, SCRIPTS[script], path)

    def of(self, kinds: Iterable[Kind], scripts: Iterable[Script]) -> list[int]:
        """Return the ids of the words of some kinds in some scripts."""
        numbers = [SCRIPTS.index(script) for script in scripts]
        found = np.isin(self.kinds, [*kinds]) & np.isin(self.scripts, numbers)
        ids: list[int] = np.flatnonzero(found).tolist()
        return ids


def by_key(content: WordContent) -> dict[str, tuple[int, ...]]:
    """Return the ids of the words of each spelling, ascending, numbers left out."""
    found: dict[str, tuple[int, ...]] = dict(
        zip(content.forms, zip(range(len(content.forms))), strict=True)
    )
    for at in content.of({Kind.NUMBER}, SCRIPTS):
        del found[content.forms[at]]
    for at in content.keys:
        found.pop(content.forms[at], None)
    further = zip(content.spelt_of.tolist(), content.spelt, strict=True)
    for at, key in (*content.keys.items(), *further):
        found[key] = tuple(sorted((*found.get(key, ()), at)))
    return found
