"""The ways to read a text as a company name.

Legal forms at either end are set aside; everything else is cut into terms.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from screener.index.alphabetic import alphabetic_terms
from screener.index.layout import layout
from screener.index.lexicon import Lexicon, latin_key
from screener.index.native import native_reading
from screener.index.pinyin_names import ends_in_pinyin, pinyin_reading
from screener.index.terms import NATIVE_SCRIPTS, Reading, Term, reading_of
from screener.text.folding import Token, plain_forms, tokens_of

_LETTERS_FOR_OWN_READING = 4
_SLASH = re.compile(r"\s*/\s*")
_OTHERWISE = frozenset({"aka", "dba", "fka", "formerly"})
_SHORTEST_BESIDE_SLASH = 4
LINKS = frozenset({"and", "the", "of", "for"})
"""Words left out of a name written as one word."""


def readings(text: str, lexicon: Lexicon) -> tuple[Reading, ...]:
    """Return the ways to read a text as a name, the fullest first.

    A text in two scripts is read once in each; a name with an address behind its legal form
    is read also without what follows, and two names in one text (Al-Qa'ida/Islamic Army, X dba
    Y) each by itself too.

    >>> lexicon = Lexicon({"dandong", "textile", "garment"})
    >>> (reading,) = readings("Dandong Hua Yang Textiles & Garments Co., Ltd.", lexicon)
    >>> [term.word.form for term in reading.terms]
    ['dandong', 'hua', 'yang', 'textile', 'garment']
    """
    tokens = tokens_of(text)
    alphabetic, native = _by_script(tokens)
    found = [
        *(_alphabetic(alphabetic, lexicon) if alphabetic else ()),
        *((native_reading(native, lexicon),) if native else ()),
    ]
    if "/" not in text and _OTHERWISE.isdisjoint([token.form for token in alphabetic]):
        return tuple(reading for reading in found if reading.terms)
    names = list(_names_beside(text, alphabetic))
    if len(names) > 1:
        found += [reading for name in names for reading in _alphabetic(name, lexicon)]
    return tuple(reading for reading in found if reading.terms)


def plain_name(text: str) -> list[str] | None:
    """Return the tokens of a text that is read as one name in plain letters; None for any other."""
    forms = None if "/" in text else plain_forms(text)
    if forms is None or not _OTHERWISE.isdisjoint(forms) or ends_in_pinyin(forms):
        return None
    return forms


def _names_beside(text: str, tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """Yield the names that a slash or a word such as "dba" sets beside each other."""
    name: list[Token] = []
    for before, token in pairwise([None, *tokens]):
        if token is None:
            continue
        split = token.form in _OTHERWISE or (before is not None and _slashed(text, before, token))
        if split and name:
            yield tuple(name)
            name = []
        if token.form not in _OTHERWISE:
            name.append(token)
    if name:
        yield tuple(name)


def _slashed(text: str, before: Token, after: Token) -> bool:
    """Say whether a slash stands between two words (not I/E or IMP/EXP)."""
    lengths = len(before.form), len(after.form)
    return min(lengths) >= _SHORTEST_BESIDE_SLASH and bool(
        _SLASH.fullmatch(text[before.end : after.start])
    )


def _by_script(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Return the tokens of the alphabets and the Han, kana and Hangul ones, digits with both.

    A few letters beside a native name (LG전자) belong to it.
    """
    if all(token.script not in NATIVE_SCRIPTS for token in tokens):
        return tokens, ()
    letters = sum(
        len(token.form)
        for token in tokens
        if token.script not in NATIVE_SCRIPTS and token.script != "digit"
    )
    if letters < _LETTERS_FOR_OWN_READING:
        return (), tokens
    alphabetic = [
        token
        for index, token in enumerate(tokens)
        if token.script not in NATIVE_SCRIPTS and not _beside_native(tokens, index)
    ]
    native = [
        token
        for index, token in enumerate(tokens)
        if token.script in NATIVE_SCRIPTS or _beside_native(tokens, index)
    ]
    return tuple(alphabetic), tuple(native)


def _beside_native(tokens: tuple[Token, ...], index: int) -> bool:
    """Say whether a number is written together with Han or Hangul (第8军团)."""
    token = tokens[index]
    if token.script != "digit":
        return False
    before = index > 0 and tokens[index - 1].end == token.start
    after = index + 1 < len(tokens) and tokens[index + 1].start == token.end
    return (before and tokens[index - 1].script in NATIVE_SCRIPTS) or (
        after and tokens[index + 1].script in NATIVE_SCRIPTS
    )


def _alphabetic(tokens: tuple[Token, ...], lexicon: Lexicon) -> tuple[Reading, ...]:
    """Return the readings of a name in an alphabet, in pinyin from end to end first."""
    chinese = pinyin_reading(tokens, lexicon)
    if chinese is not None:
        return (chinese,)
    found = layout([token.form for token in tokens])
    if not found.named:
        return (reading_of(alphabetic_terms(tokens, lexicon)),)
    legal = tuple([_span(tokens[first:last], lexicon) for first, last in found.legal])
    kept = [tokens[index] for index in found.kept]
    whole = reading_of(alphabetic_terms(kept, lexicon), legal, _written_as_one(kept))
    if not found.head:
        return (whole,)
    before = [tokens[index] for index in found.head]
    head = reading_of(alphabetic_terms(before, lexicon), legal, _written_as_one(before))
    return (whole, head)


def _written_as_one(tokens: Sequence[Token]) -> str:
    """Return a name without its spaces and links, in Latin letters."""
    return "".join(
        [
            form if form.isascii() else latin_key(form, script)
            for form, _, _, script, _ in tokens
            if form not in LINKS
        ]
    )


def _span(tokens: Sequence[Token], lexicon: Lexicon) -> Term:
    """Return several tokens as one term."""
    form = " ".join([token.form for token in tokens])
    return Term(lexicon.word(form), tokens[0].start, tokens[-1].end)
