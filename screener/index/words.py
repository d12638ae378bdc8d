"""Words as the phrase index compares them: singular, stemmed, and repaired where misspelt.

English plurals follow Harman's S-stemmer (1991) as far as the singular is a known word;
Cyrillic words pass the Snowball stemmer for Russian. Misspellings follow domain.md 2.5,
rule 6: optimal string alignment distance (a swap of neighbours is one edit), one edit from
six letters, two from ten, never where the misspelt word is itself a word of the trade.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA
from snowballstemmer import stemmer

from screener.index.looks import (
    LIKENESS,
    SHORTEST_MISREAD,
    SHORTEST_SEEN,
    SHORTEST_WITH_ZERO,
    Looks,
    has_zeros_alone,
    look,
    of_letters,
)
from screener.index.made import Once
from screener.index.respelling import SHORTEST_GLUED, pieces, stated_place
from screener.text.folding import Token
from screener.text.scripts import Script

FUZZY_FROM = 6
TWO_EDITS_FROM = 10
_MOST_EDITS = 2
_MOST_WORDS = 100_000
_SHORTEST_GOODS = 3

# Words that end like plurals and mean something else than their "singular".
_NO_PLURALS = frozenset(
    "ours news goods works customs clothes arms means series species lens status basis analysis thus "
    "plus glasses always perhaps towards besides whereas across previous various chess process "
    "address access express business witness sans".split()
)


class Word(NamedTuple):
    """The form compared, and how alike it is to the word as written (1.0: the same)."""

    form: str
    similarity: float


@lru_cache(maxsize=65_536)
def _russian_stem(form: str) -> str:
    return str(stemmer("russian").stemWord(form))


def singulars(form: str) -> tuple[str, ...]:
    """Return what a word may be the English plural of, likeliest first.

    >>> singulars("eyelashes"), singulars("scarves"), singulars("teddies")
    (('eyelashe', 'eyelash'), ('scarve', 'scarf', 'scarfe'), ('teddie', 'teddy'))
    """
    if len(form) < 4 or not form.endswith("s") or form.endswith("ss") or form in _NO_PLURALS:
        return ()
    found = [form[:-1]]
    if form.endswith("ies"):
        found.append(form[:-3] + "y")
    elif form.endswith("ves"):
        found.extend((form[:-3] + "f", form[:-3] + "fe"))
    elif form.endswith("es"):
        found.append(form[:-2])
    return tuple(found)


class Analysis(NamedTuple):
    """How a token is compared: as written, as the word it misspells, as what it looks like.

    ``glued`` says that it is several words written as one.
    """

    plain: str
    misspelt: Word | None
    repaired: Word | None
    glued: bool


class Words:
    """The known words of the lists, and the spellings that lead to them.

    ``known`` are all words that occur in aliases and cues; ``goods`` those of goods and terms,
    the only ones that a misspelling may lead to; ``trade`` real words of the trade, which
    are never taken for misspellings; ``places`` names, without their spaces, that are looked for
    in words glued together.
    """

    def __init__(
        self, known: Iterable[str], goods: Iterable[str], trade: frozenset[str],
        places: Iterable[str] = (),
    ) -> None:  # fmt: skip
        """Keep the vocabularies; the goods words sorted, so that ties fall one way."""
        self._known = frozenset(known)
        self._trade = trade
        self._places = frozenset(places)
        wanted = frozenset(goods)
        targets = sorted(
            word for word in wanted if len(word) >= FUZZY_FROM and word.isascii() and word.isalpha()
        )
        self._targets = _by_start([*targets, *map(_plural, targets)])
        self._wanted = frozenset(
            form
            for word in wanted
            if word.isascii() and len(word) >= _SHORTEST_GOODS
            for form in (word, _plural(word))
        )
        self._goods = wanted
        self._near: dict[tuple[tuple[str, ...], int], list[str]] = {}
        self._plainly: dict[str, str | None] = {}
        self._analysed: dict[tuple[str, Script], Analysis] = {}
        self._shortened = Once(self._every_skeleton)
        self._looks = Once(lambda: Looks(self._known))
        """The second index: the known words by how they look."""

    def _every_skeleton(self) -> dict[str, tuple[str, ...]]:
        """The words of the trade that are no goods, by their skeletons."""
        return _skeletons(
            word for word in self._trade if self._goods.isdisjoint((word, *singulars(word)))
        )

    def plain(self, token: Token) -> str:
        """Return the form compared exactly: singular or stem."""
        if token.script == "cyrl":
            return _russian_stem(token.form)
        if token.script != "latn":
            return token.form
        return self._singular(token.form)

    def _singular(self, form: str) -> str:
        """Return the known word that a form is the plural of, else the form."""
        return next((word for word in singulars(form) if word in self._known), form)

    def analysis(self, token: Token) -> Analysis:
        """Return the forms a token is compared by; worked out once for each distinct token."""
        key = (token.form, token.script)
        found = self._analysed.get(key)
        if found is None:
            if len(self._analysed) > _MOST_WORDS:
                self._analysed.clear()
            found = Analysis(
                self.plain(token),
                self.misspelt(token),
                self.repaired(token),
                token.script == "latn" and bool(self.split(token.form)),
            )
            self._analysed[key] = found
        return found

    def plainly(self, forms: Sequence[str]) -> list[str | None]:
        """Return the forms compared exactly of words in plain letters that can only mean themselves.

        None if one may be misspelt, glued or hide look-alikes.
        """
        known = self._plainly
        return [known[form] if form in known else self._plainly_alone(form) for form in forms]

    def _plainly_alone(self, form: str) -> str | None:
        if len(self._plainly) > _MOST_WORDS:
            # A fresh one, since another thread may be reading the old.
            self._plainly = {}
        one = self._analysed_alone(form)
        meant = one.misspelt or one.repaired or one.glued
        found = self._plainly[form] = None if meant else one.plain
        return found

    def ways(self, forms: Sequence[str]) -> list[list[str]] | None:
        """Return words in plain letters as written, as misspelt ones are meant, and look-alikes.

        None if one is glued.
        """
        analysed = [self._analysed_alone(form) for form in forms]
        if any(one.glued for one in analysed):
            return None
        ways = ([one.misspelt for one in analysed], [one.repaired for one in analysed])
        plain = [one.plain for one in analysed]
        return [plain] + [
            [form if word is None else word.form for form, word in zip(plain, way, strict=True)]
            for way in ways
            if any(way)
        ]

    def _analysed_alone(self, form: str) -> Analysis:
        script: Script = "digit" if form.isdigit() else "latn"
        return self.analysis(Token(form, 0, len(form), script))

    def split(self, form: str) -> tuple[str, ...]:
        """Return the words that an unknown word was glued from, or nothing."""
        if len(form) < SHORTEST_GLUED or form in self._known or form in self._trade:
            return ()
        return pieces(form, self._wanted) or stated_place(form, self._places, self._trade)

    def known(self, form: str) -> str | None:
        """Return the known word that a form is, in the singular or the plural, or None."""
        singular = self._singular(form)
        return singular if singular in self._known else None

    def misspelt(self, token: Token) -> Word | None:
        """Return the goods or term word that a token misspells, or None."""
        return self._nearest(token.form) if token.script == "latn" else None

    def repaired(self, token: Token) -> Word | None:
        """Return the known word that a token looks like (S1NUIJU, SlNUIJU, D0LL), or None."""
        form = token.form
        suspicious = _suspicious(token)
        if not suspicious and (token.script != "latn" or form in self._trade):
            return None
        shortest = _shortest_seen(form) if suspicious else SHORTEST_MISREAD
        if len(form) < shortest or not of_letters(form) or self.known(form):
            return None
        ones = (form, *singulars(look(form)))
        meant = (self._looks().meant(one) for one in ones if len(one) >= shortest - suspicious)
        found = next((word for word in meant if word), None)
        return Word(self._singular(found), LIKENESS) if found else None

    def _nearest(self, form: str) -> Word | None:
        if not (len(form) >= FUZZY_FROM - 1 and form.isascii() and form.isalpha()):
            return None
        if form in self._known or form in self._trade:
            return None
        if any(_cut_short(form, word) for word in self._shortened().get(_skeleton(form), ())):
            return None
        if any(word in self._known or word in self._trade for word in singulars(form)):
            return None
        # People seldom mistype the first letter but by a swap.
        starts = (form[0],) if form[0] == form[1] else (form[0], form[1::-1])
        alike = self._alike(starts, len(form))
        best = process.extract(form, alike, scorer=OSA.distance, score_cutoff=_MOST_EDITS, limit=5)
        allowed = [
            (distance, word)
            for word, distance, _ in best
            if distance <= (_MOST_EDITS if len(word) >= TWO_EDITS_FROM else 1)
        ]
        if not allowed:
            return None
        distance, word = min(allowed)
        return Word(self._singular(word), round(1 - distance / max(len(word), len(form)), 3))

    def _alike(self, starts: tuple[str, ...], letters: int) -> list[str]:
        """Return the words that so many letters with such starts may misspell."""
        found = self._near.get((starts, letters))
        if found is None:
            found = self._near[starts, letters] = [
                word
                for start in starts
                for length in range(letters - _MOST_EDITS, letters + _MOST_EDITS + 1)
                for word in self._targets.get((start, length), ())
            ]
        return found


_NO_VOWELS = str.maketrans("", "", "aeiou")
_HISSING = ("s", "x", "z", "ch", "sh")


def _skeleton(word: str) -> str:
    """Return a word as trade papers shorten it: its first letter and the consonants behind."""
    return word[:1] + word[1:].translate(_NO_VOWELS)


def _skeletons(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return the words of each skeleton."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(_skeleton(word), []).append(word)
    return {skeleton: tuple(alike) for skeleton, alike in found.items()}


def _cut_short(form: str, word: str) -> bool:
    """Say whether a form is a word with vowels left out: TURBN may be a turbine.

    >>> _cut_short("turbn", "turbine"), _cut_short("toupe", "taupe")
    (True, False)
    """
    letters = iter(word)
    return len(form) < len(word) and all(letter in letters for letter in form)


def _by_start(words: Iterable[str]) -> dict[tuple[str, int], list[str]]:
    """Return words by their first letter, and by the first two, with their length."""
    found: dict[tuple[str, int], list[str]] = {}
    for word in words:
        for start in (word[:1], word[:2]):
            found.setdefault((start, len(word)), []).append(word)
    return found


def _plural(word: str) -> str:
    return word + ("es" if word.endswith(_HISSING) else "s")


def _shortest_seen(form: str) -> int:
    """Return how many characters a word that shows look-alikes must have to be looked through."""
    if has_zeros_alone(form):
        return SHORTEST_WITH_ZERO
    return SHORTEST_SEEN - (not form.isascii())


def _suspicious(token: Token) -> bool:
    """Say whether a token may surely hide look-alikes: letters with digits, two alphabets, rn, vv."""
    form = token.form
    if token.script == "latn":
        mixed = not form.isalpha() or not form.isascii()
        return mixed or "rn" in form or "vv" in form
    return token.script == "cyrl" and any(character.isascii() for character in form)
