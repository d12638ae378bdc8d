"""What kind of word a token of a company name is, and the form that stands for it."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from itertools import product
from math import prod
from typing import NamedTuple

from anyascii import anyascii
from pypinyin import Style, lazy_pinyin, pinyin

from screener.index.korean_places import korean_places
from screener.index.numerals import counts, roman
from screener.index.spelling import SpellingIndex, spelling_similarity
from screener.index.trade_words import COUNTRIES, NATIVE_WORDS, PHRASES, PLACE_SPELLINGS, SPELLINGS
from screener.index.weights import (
    BOTH_PINYIN,
    SHORTEST_MISSPELT,
)
from screener.index.word_forms import phrase_lengths, singular, without_suffix
from screener.text.hangul import spellings
from screener.text.romanization import is_hangul
from screener.text.scripts import Script, main_script


class Kind(IntEnum):
    """What a word says about a company; only a WORD can carry a match."""

    WORD = 0
    GENERIC = 1
    PLACE = 2
    NUMBER = 3
    INITIAL = 4


class Word(NamedTuple):
    """A word of a name as it is compared.

    ``form`` stands for every spelling of the same word. ``key`` is how the word is spelt in
    Latin letters (Hangul stays: spelling it takes rules of its own). ``path`` says where a
    place lies ("CN-LN/dandong"), empty where several places share the name.
    """

    form: str
    kind: Kind
    key: str
    script: Script
    path: str = ""


class Alone(NamedTuple):
    """What a token stands for by itself (None: it must be read with its neighbours).

    ``follows`` are the next tokens with which it may stand for something else.
    """

    words: tuple[Word, ...] | None
    follows: frozenset[str]


# Function words: they neither carry nor support.
IGNORED = frozenset(
    "and und et the of for de la le les du des del der die das da do dos di van von zu in to by on "
    "with al el ul и или для".split()
)


@lru_cache(maxsize=65_536)
def latin_key(form: str, script: Script) -> str:
    """Return how a word is spelt in Latin letters, as far as one spelling can say it.

    >>> latin_key("华洋", "hani"), latin_key("газпром", "cyrl"), latin_key("대성", "hang")
    ('huayang', 'gazprom', '대성')
    """
    if script == "hani":
        return "".join(lazy_pinyin(form)).lower()
    if script in {"cyrl", "kana", "other"}:
        return anyascii(form).replace("'", "").lower()
    return form


def latin_keys(word: Word) -> tuple[str, ...]:
    """Return every way a word is spelt in Latin letters, its key first.

    Hangul by every system and usage, Han by every reading of its characters if they are few.

    >>> word = Word("重光", Kind.WORD, "zhongguang", "hani")
    >>> latin_keys(word)
    ('zhongguang', 'chongguang')
    """
    if word.script == "hang" or (word.script == "hani" and word.kind is Kind.WORD):
        return _several_keys(word.form, word.key, word.script)
    return (word.key,)


@lru_cache(maxsize=65_536)
def _several_keys(form: str, key: str, script: Script) -> tuple[str, ...]:
    further = spellings(key) if script == "hang" else _readings(form)
    return tuple(dict.fromkeys((key, *further)))


def _readings(form: str) -> tuple[str, ...]:
    """Return the pinyin of some Han by every reading; ü as v and as u."""
    several = pinyin(form, style=Style.NORMAL, heteronym=True)
    ways = [dict.fromkeys((*ways, *(way.replace("v", "u") for way in ways))) for ways in several]
    if prod(map(len, ways)) > _MOST_READINGS:
        return ()
    return tuple("".join(way) for way in product(*ways))


def telling(phrase: str) -> str:
    """Return a phrase without its function words, or as it is if it has no others.

    >>> telling("bosnia and herzegovina")
    'bosnia herzegovina'
    """
    kept = [word for word in phrase.split() if word not in IGNORED]
    return " ".join(kept) if kept else phrase


class Lexicon:
    """The generic words and places by which the words of a name are judged.

    ``generic`` holds folded words and phrases of business (trades, places, legal forms);
    ``places`` maps the folded names of places to where they lie: two places contradict each
    other when neither path begins with the other.
    """

    def __init__(self, generic: Iterable[str], places: Mapping[str, str] | None = None) -> None:
        """Bring the words into the forms in which they are looked up."""
        known = places or {}
        respelt = {one: known[usual] for one, usual in PLACE_SPELLINGS.items() if usual in known}
        named = sorted((respelt | {**known}).items())
        self.places = {telling(name): path for name, path in named if _long_enough(name)}
        tables = SPELLINGS.keys() | NATIVE_WORDS.keys() | PHRASES.keys() | COUNTRIES.keys()
        self.generic = frozenset(filter(_whole, map(telling, generic))) | tables
        self._known = self.generic.union(self.places)
        self.stems = self._stems()
        places_in_hangul = self._known.difference(self.places, NATIVE_WORDS)
        self._korean = korean_places(filter(is_hangul, places_in_hangul), self._known)
        self._phrases = phrase_lengths(self._known)
        self._words: dict[str, Word] = {}
        self._standing: dict[str, tuple[Word, ...]] = {}
        self._alone: dict[str, Alone] = {}
        self._sorted = sorted(self._known)
        self._told = frozenset({*self._known, *self._korean.respelt, *PHRASES, *NATIVE_WORDS})
        self._begun = sorted(self._known.union(self._korean.respelt))
        self._spelling: SpellingIndex | None = None
        self._native = frozenset(
            word
            for word in self._known
            if not word.isascii() and main_script(word) in {"hani", "hang"}
        )
        self.longest_native = max(map(len, self._native), default=0)

    def is_listed(self, phrase: str) -> bool:
        """Say whether a word or phrase stands among the generic ones and places as it is."""
        return phrase in self._known

    def is_native(self, text: str) -> bool:
        """Say whether a piece of Han or Hangul is a generic word or a place."""
        return text in self._native

    def phrase(self, forms: Sequence[str], at: int) -> tuple[int, str]:
        """Return the longest generic phrase or place from ``at`` on: its tokens and its form.

        Two tokens that only together make a known word (Liao Ning, Im port) count as one.
        Without a phrase the answer is one token, as it stands.
        """
        for length in self._phrases.get(forms[at], ()):
            phrase = " ".join(forms[at : at + length])
            if at + length <= len(forms) and phrase in self._known:
                return length, phrase
        if at + 1 < len(forms):
            joined = forms[at] + forms[at + 1]
            if joined in self._korean.respelt:
                return 2, joined
            if len(joined) >= _SHORTEST_SPLIT and self._splits(forms[at], forms[at + 1], joined):
                return 2, joined
        return 1, forms[at]

    def plain(self, forms: Sequence[str], at: int) -> tuple[Word, ...] | None:
        """Return the words of a token that can only stand for itself, else None.

        It is no number or letter, begins no phrase and makes no known word with the next one.
        """
        found, follows = self.alone(forms[at])
        if found is None or (follows and at + 1 < len(forms) and forms[at + 1] in follows):
            return None
        return found

    def alone(self, form: str) -> "Alone":
        """Return what a token stands for by itself, and the next tokens with which it may not."""
        known = self._alone.get(form)
        if known is None:
            if len(self._alone) >= _MOST_WORDS_KEPT:
                self._alone.clear()
            counted = len(form) < 2 or counts(form) or roman(form) is not None
            words = None if counted else self._standing_alone(form)
            known = self._alone[form] = Alone(words, self._follows(form))
        return known

    def _standing_alone(self, form: str) -> tuple[Word, ...]:
        """Return the words of a token; one that no table knows is not kept, it is soon made."""
        if self._ordinary(form):
            return (Word(form, Kind.WORD, form, "latn"),)
        return self.words(form)

    def _ordinary(self, form: str) -> bool:
        """Say whether a token is in plain letters and known to no table: most brands are."""
        if form in self._told or not form.isascii():
            return False
        return form[-1] != "s" or singular(form) not in self._known

    def _follows(self, form: str) -> frozenset[str]:
        """Return the tokens that make a known word with a form, or go on a phrase it begins."""
        at = bisect_right(self._begun, form)
        if at == len(self._begun) or not self._begun[at].startswith(form):
            return _NONE
        return frozenset(self._following(form, at))

    def _following(self, form: str, at: int) -> Iterable[str]:
        """Yield those tokens; ``at`` is where what begins with the form is listed."""
        known = self._begun
        while at < len(known) and known[at].startswith(form):
            rest = known[at][len(form) :]
            if " " not in rest:
                yield rest
            elif rest[0] == " ":
                yield rest.split()[0]
            at += 1

    def _splits(self, first: str, second: str, joined: str) -> bool:
        return joined in self._known and not (self.knows(first) or self.knows(second))

    def knows(self, form: str) -> bool:
        """Say whether a folded word is generic or a place, in the singular or the plural."""
        return self.word(form).kind in {Kind.GENERIC, Kind.PLACE}

    def misspelt(self, forms: Sequence[str]) -> dict[str, str]:
        """Return the generic word or place each of some unknown words is a slip away from.

        Words of fewer than six letters are left alone: too many brands lie beside a word.
        """
        if self._spelling is None:
            self._spelling = SpellingIndex(self.latin_words())
        known = self._spelling.words
        long = sorted({form for form in forms if len(form) >= SHORTEST_MISSPELT})
        if not long:
            return {}
        near = self._spelling.near(long)
        return self._meant((long[index], known[other], edits) for index, other, edits in near)

    def misspelt_in(self, spelling: SpellingIndex) -> dict[str, str]:
        """Return the same for all words of an index, by looking for the known words in it."""
        known, forms = self.latin_words(), spelling.words
        near = spelling.near(known)
        return self._meant((forms[other], known[index], edits) for index, other, edits in near)

    def latin_words(self) -> list[str]:
        """Return the generic words and places of one word in Latin letters, sorted."""
        return [word for word in self._sorted if word.isascii() and " " not in word]

    def begun_by(self, form: str) -> list[str]:
        """Return the longer generic words, no places, that begin with some letters."""
        found = []
        for at in range(bisect_right(self._sorted, form), len(self._sorted)):
            word = self._sorted[at]
            if not word.startswith(form):
                break
            if word.isalpha() and word not in self.places:
                found.append(word)
        return found

    def _meant(self, near: Iterable[tuple[str, str, int]]) -> dict[str, str]:
        """Return for each form the likeliest of the known words it lies so many edits from."""
        meant: dict[str, tuple[int, str]] = {}
        for form, generic, edits in near:
            if len(form) < SHORTEST_MISSPELT:
                continue
            if spelling_similarity(form, generic, edits) > BOTH_PINYIN:
                best = meant.get(form)
                meant[form] = min((edits, generic), best) if best else (edits, generic)
        return {form: self.word(generic).form for form, (_, generic) in sorted(meant.items())}

    def words(self, form: str) -> tuple[Word, ...]:
        """Return the words a token stands for: one, or the two of IMPEX and 进出口."""
        known = self._standing.get(form)
        if known is None:
            if len(self._standing) >= _MOST_WORDS_KEPT:
                self._standing.clear()
            two = PHRASES.get(form) or NATIVE_WORDS.get(form, "")
            parts = two.split() if " " in two or form in PHRASES else [form]
            known = self._standing[form] = tuple(self.word(part) for part in parts)
        return known

    def word(self, form: str) -> Word:
        """Return the word a folded token (or joined phrase) is."""
        known = self._words.get(form)
        if known is None:
            if len(self._words) >= _MOST_WORDS_KEPT:
                self._words.clear()
            known = self._words[form] = self._read(form)
        return known

    def _read(self, form: str) -> Word:
        form = self._korean.latin.get(form) or self._korean.respelt.get(form, form)
        if len(form) > 1 and form.isascii() and not self._may_be_known(form):
            return Word(form, Kind.WORD, form, "latn")
        script: Script = "latn" if form.isascii() else main_script(form)
        for name in (form, SPELLINGS.get(form, form), without_suffix(form)):
            if name in self.places:
                return self._place(name, script)
        standing = self._generic(form, script)
        if standing in COUNTRIES:
            return Word(standing, Kind.PLACE, standing, script, COUNTRIES[standing])
        if standing is not None:
            return Word(standing, Kind.GENERIC, standing, script)
        kind = Kind.INITIAL if len(form) == 1 and script not in {"hani", "hang"} else Kind.WORD
        return Word(form, kind, latin_key(form, script), script)

    def _may_be_known(self, form: str) -> bool:
        return form in self._known or singular(form) in self._known

    def _stems(self) -> dict[str, str]:
        """Return Han place names without their suffix that are no known words, with where they lie.

        In a company's name a place goes without: 林口恩旺 is Enwang of 林口县. Some are brands as
        well, so they count as places only where a brand stands beside them.
        """
        found: dict[str, str] = {}
        for name, path in self.places.items():
            stem = without_suffix(name)
            if stem != name and stem not in self._known:
                found[stem] = path if found.get(stem, path) == path else ""
        return found

    def stem(self, stem: str) -> Word:
        """Return the place that a name of ``stems`` stands for."""
        path, key = self.stems[stem], latin_key(stem, "hani")
        standing = key if not path or path.endswith("*/") else path
        return Word(standing, Kind.PLACE, key, "hani", path)

    def _place(self, form: str, script: Script) -> Word:
        path = self.places[form]
        key = latin_key(form, script).replace(" ", "")
        standing = key if not path or path.endswith("*/") else path
        return Word(standing, Kind.PLACE, key, script, path)

    def _generic(self, form: str, script: Script) -> str | None:
        """Return the form that stands for a generic word, or None for any other word."""
        if form in NATIVE_WORDS:
            return NATIVE_WORDS[form]
        if form in SPELLINGS:
            return SPELLINGS[form]
        if form in self.generic:
            if script == "hani":
                return self._han_place(form)
            one = singular(form)
            return one if one in self.generic else form.replace(" ", "")
        one = singular(form)
        return SPELLINGS.get(one, one) if one in self.generic else None

    def _han_place(self, form: str) -> str:
        """Return the pinyin of a Han word that is also known in Latin letters, else the word."""
        bare = without_suffix(form)
        form = bare if bare in self.generic else form
        key = latin_key(form, "hani")
        return key if key in self.generic else form


_NONE: frozenset[str] = frozenset()
_MOST_WORDS_KEPT = 262_144
_MOST_READINGS = 24
_SHORTEST_SPLIT = 6
_SHORTEST_PLACE = 3
_SHORTEST_NATIVE_PLACE = 2


def _long_enough(name: str) -> bool:
    """Say whether the name of a place is more than an initial or a syllable of a brand."""
    return len(name) >= (_SHORTEST_PLACE if name.isascii() else _SHORTEST_NATIVE_PLACE)


def _whole(phrase: str) -> bool:
    """Say whether a phrase is more than trade words in a row, each known by itself."""
    return " " not in phrase or any(word not in SPELLINGS for word in phrase.split())
