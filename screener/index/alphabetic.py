"""Names in an alphabet cut into terms: numbers, letters written apart, known phrases, words."""

from collections.abc import Sequence

from screener.index.lexicon import IGNORED, Lexicon, Word
from screener.index.numerals import NUMBER_SIGNS, counts, number, roman, tens_and_units
from screener.index.terms import Term, numeral
from screener.text.folding import Token

_CLEAR_ROMAN = frozenset("ii iii iv vii viii ix xii xiii xiv xv xvi xvii xviii xix xx".split())


def alphabetic_terms(
    tokens: Sequence[Token], lexicon: Lexicon, ignored: frozenset[str] = IGNORED
) -> tuple[Term, ...]:
    """Return the terms of alphabetic tokens; function words (``ignored``) are none."""
    told = [token for token in tokens if token.form not in ignored] or list(tokens)
    forms = [token.form for token in told]
    terms: list[Term] = []
    at = 0
    while at < len(told):
        length, found = 1, lexicon.plain(forms, at)
        if found is None:
            length, found = next_words(forms, at, lexicon)
        start, end = told[at].start, told[at + length - 1].end
        terms.extend([Term(word, start, end) for word in found])
        at += length
    return tuple(terms)


def next_words(forms: list[str], at: int, lexicon: Lexicon) -> tuple[int, tuple[Word, ...]]:
    """Return how many tokens the next term takes, and its words."""
    form = forms[at]
    if counts(form) or roman(form) is not None:
        counted = _number(forms, at)
        if counted is not None:
            length, value = counted
            return length, (numeral(value),)
    if len(form) == 1:
        letters = _letters(forms, at)
        if letters > 1:
            return letters, lexicon.words("".join(forms[at : at + letters]))
    length, form = lexicon.phrase(forms, at)
    return length, lexicon.words(form)


def _number(forms: list[str], at: int) -> tuple[int, int] | None:
    """Return how many tokens a number takes and its value, or None if there is none."""
    sign = 1 if forms[at] in NUMBER_SIGNS and at + 1 < len(forms) else 0
    first = at + sign
    if first + 1 < len(forms):
        together = tens_and_units(forms[first], forms[first + 1])
        if together is not None:
            return sign + 2, together
    value = number(forms[first])
    if value is None and _reads_as_roman(forms, first):
        value = roman(forms[first])
    return None if value is None else (sign + 1, value)


def _reads_as_roman(forms: list[str], at: int) -> bool:
    """Say whether a Roman numeral stands where it cannot be a word or an initial."""
    if at == 0:
        return False
    return forms[at] in _CLEAR_ROMAN or (at > 1 and at == len(forms) - 1)


def _letters(forms: list[str], at: int) -> int:
    """Return how many single letters stand in a row from ``at`` on."""
    end = at
    while end < len(forms) and len(forms[end]) == 1 and forms[end].isalpha():
        end += 1
    return end - at
