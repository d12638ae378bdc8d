"""Chinese company names written in pinyin from end to end: Dandong Huayang Fuzhuang Youxian Gongsi.

Such a name ends with its legal form in pinyin; before it stand trade words, in whole words or in
syllables. They are the trade words that the Han stand for, so the name meets its English and its
Han writing by the same words. What is left in front is place and brand.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from screener.index.alphabetic import alphabetic_terms
from screener.index.lexicon import Lexicon, latin_key
from screener.index.terms import Reading, Term, reading_of
from screener.index.trade_words import NATIVE_WORDS
from screener.text.folding import Token
from screener.text.legal_forms import RUN_FORMS
from screener.text.romanization import is_hangul

_ENDINGS = ("si", "chang", "hang")
"""How a name in pinyin may end: with a company (gongsi), a works (chang) or a firm (hang)."""

_USUAL = ("食品",)
"""Foods (shipin) are met more often than trinkets (饰品)."""


class _Written(NamedTuple):
    """Tokens as one word, and which token each letter is of."""

    letters: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the raw offsets of some letters; the whole token where letters do not count up."""
        return self._raw(first)[0], self._raw(last - 1)[1]

    def _raw(self, at: int) -> tuple[int, int]:
        nth = max(index for index, start in enumerate(self.starts) if start <= at)
        token = self.tokens[nth]
        if token.marks is not None:
            return token.start, token.end
        place = token.start + at - self.starts[nth]
        return place, place + 1


def ends_in_pinyin(forms: Sequence[str]) -> bool:
    """Say whether the tokens of a name may end as those of Chinese companies do.

    >>> ends_in_pinyin(["youxian", "gongsi"]), ends_in_pinyin(["huayang", "garment"])
    (True, False)
    """
    return bool(forms) and forms[-1].endswith(_ENDINGS)


def pinyin_reading(tokens: Sequence[Token], lexicon: Lexicon) -> Reading | None:
    """Return the reading of a name that ends in pinyin as Chinese companies do, else None."""
    if not ends_in_pinyin([token.form for token in tokens]):
        return None
    starts, at = [], 0
    for token in tokens:
        starts.append(at)
        at += len(token.form)
    written = _Written("".join(token.form for token in tokens), tuple(tokens), tuple(starts))
    form = _ending(written.letters, _forms())
    last = len(written.letters) - len(form)
    taken: list[tuple[int, list[Term]]] = []
    while word := _ending(written.letters[:last], _trades()):
        start, end = written.span(last - len(word), last)
        last -= len(word)
        taken.append((last, [Term(one, start, end) for one in lexicon.words(_trades()[word])]))
    # A trade word begins as a word does, or behind another one: Rongchang is no works (chang) of Rong.
    while taken and taken[-1][0] not in starts:
        taken.pop()
    if not form and not taken:
        return None
    last = taken[-1][0] if taken else len(written.letters) - len(form)
    front = [token for token, start in zip(tokens, starts, strict=True) if start < last]
    if not front or starts[len(front) - 1] + len(front[-1].form) > last:
        return None
    terms = [term for _, words in reversed(taken) for term in words]
    legal = (Term(lexicon.word(form), *written.span(len(written.letters) - len(form), at)),)
    # What is a function word elsewhere (da, de, la) is a syllable here.
    first = alphabetic_terms(front, lexicon, frozenset())
    return reading_of((*first, *terms), legal if form else ())


def _ending(letters: str, table: dict[str, str]) -> str:
    """Return the longest word of a table that some letters end with, something before it."""
    longest = min(len(letters) - 1, max(map(len, table)))
    return next(
        (letters[-length:] for length in range(longest, 0, -1) if letters[-length:] in table), ""
    )


@cache
def _forms() -> dict[str, str]:
    """Return the legal forms of Chinese companies by their pinyin."""
    return {latin_key(form, "hani"): form for form in RUN_FORMS if form.endswith("公司")}


@cache
def _trades() -> dict[str, str]:
    """Return the trade words in Han by their pinyin; of those that sound alike the usual one."""
    found: dict[str, str] = {}
    for word in (*_USUAL, *NATIVE_WORDS):
        if not word.isascii() and not is_hangul(word) and len(word) > 1:
            found.setdefault(latin_key(word, "hani"), word)
    return found | {"chang": "厂"}
