"""Names in Han, kana or Hangul cut into terms: place, brand, trade words, legal form.

Known words are taken from both ends, the longest first; the brand is what no list of generic
words explains.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from screener.index.alphabetic import alphabetic_terms
from screener.index.lexicon import Lexicon
from screener.index.numerals import han_number
from screener.index.terms import NATIVE_SCRIPTS, Reading, Term, numeral, reading_of
from screener.index.trade_words import NATIVE_WORDS
from screener.text.folding import Token
from screener.text.legal_forms import RUN_FORMS, run_form
from screener.text.romanization import is_hangul

_NUMBERED = re.compile(
    r"[第제]([零一二三四五六七八九十]{1,3})|([零一二三四五六七八九十]{1,3})(?=[号호])"
)
_ADMINISTRATIVE = frozenset("省市县区镇乡州号호第제시군도")
_GENERAL = frozenset("总총")
_LONGEST_STEM = 4
_SHORTEST_BRAND = 2
_STARTING: dict[str, list[str]] = {}
for _word in sorted({*RUN_FORMS, *(word for word in NATIVE_WORDS if not word.isascii())}):
    _STARTING.setdefault(_word[0], []).append(_word)


class Run(NamedTuple):
    """Han, kana or Hangul written together, each character with its place in the raw text."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def cut(self, first: int, last: int) -> "Run":
        """Return the characters from ``first`` up to but not including ``last``."""
        return Run(self.text[first:last], self.starts[first:last], self.ends[first:last])

    def joined(self, other: "Run") -> "Run":
        """Return this run and the one after it as one."""
        return Run(self.text + other.text, self.starts + other.starts, self.ends + other.ends)


def native_reading(tokens: Sequence[Token], lexicon: Lexicon) -> Reading:
    """Return the reading of a name in Han, kana or Hangul."""
    terms: list[Term] = []
    legal: list[Term] = []
    groups = joined_runs(tokens)
    whole = ""
    for group in groups:
        if isinstance(group, Token):
            terms.extend(alphabetic_terms((group,), lexicon))
            continue
        kept, forms = _without_forms(group)
        legal.extend(_term(form, lexicon) for form in forms)
        terms.extend(native_terms(kept, lexicon))
        terms.extend(_general(form, lexicon) for form in forms if form.text[0] in _GENERAL)
        whole = kept.text if len(groups) == 1 and is_hangul(kept.text) else ""
    return reading_of(terms, legal, whole)


def joined_runs(tokens: Sequence[Token]) -> list[Token | Run]:
    """Return native tokens joined with their neighbours, and the others one by one."""
    groups: list[Token | Run] = []
    for token in tokens:
        if token.script not in NATIVE_SCRIPTS:
            groups.append(token)
            continue
        run = _run(token)
        before = groups[-1] if groups else None
        if isinstance(before, Run):
            groups[-1] = before.joined(run)
        else:
            groups.append(run)
    return groups


def _run(token: Token) -> Run:
    """Return a token with a raw place for each of its characters.

    Folding keeps one character for one here, but for compatibility forms; those share the
    place of the whole token.
    """
    length = len(token.form)
    if token.end - token.start == length:
        places = range(token.start, token.end)
        return Run(token.form, tuple(places), tuple(place + 1 for place in places))
    return Run(token.form, (token.start,) * length, (token.end,) * length)


def _without_forms(run: Run) -> tuple[Run, list[Run]]:
    """Return a run without the legal forms at its ends, and those forms."""
    forms: list[Run] = []
    while (form := run_form(run.text)) and len(form) < len(run.text):
        cut = len(run.text) - len(form)
        forms.append(run.cut(cut, len(run.text)))
        run = run.cut(0, cut)
    form = run_form(run.text, leading=True)
    if form and len(form) < len(run.text):
        forms.append(run.cut(0, len(form)))
        run = run.cut(len(form), len(run.text))
    return run, forms


def _general(form: Run, lexicon: Lexicon) -> Term:
    """Return the word that a form such as 총회사 holds beside the company: a general corporation."""
    return Term(lexicon.word("general"), form.starts[0], form.ends[0])


def _term(run: Run, lexicon: Lexicon) -> Term:
    return Term(lexicon.word(run.text), run.starts[0], run.ends[-1])


def native_terms(run: Run, lexicon: Lexicon) -> list[Term]:
    """Return the terms of a run: known words from both ends, the brand between them."""
    counted = numbered(run)
    if counted is not None:
        value, first, last = counted
        number = Term(numeral(value), run.starts[first], run.ends[last - 1])
        after = native_terms(run.cut(last, len(run.text)), lexicon)
        return [*native_terms(run.cut(0, first), lexicon), number, *after]
    front: list[Term] = []
    first, last = 0, len(run.text)
    while length := _known_prefix(run.text[first:last], lexicon):
        front.extend(known_pieces(run.cut(first, first + length), lexicon))
        first += length
    back: list[Term] = []
    while length := _known_suffix(run.text[first:last], lexicon):
        back[:0] = known_pieces(run.cut(last - length, last), lexicon)
        last -= length
    place, core = _place_beside(run.cut(first, last), lexicon, led=bool(front))
    brand = [_term(core, lexicon)] if says(core.text) else []
    return [*front, *place, *brand, *back]


def _place_beside(run: Run, lexicon: Lexicon, *, led: bool) -> tuple[list[Term], Run]:
    """Return the place that stands before a brand, or apart behind it, and the brand.

    ``led`` says that a known word stands before: then no place does.
    """
    length = len(run.text)
    for size in range(min(_LONGEST_STEM, length - _SHORTEST_BRAND), 1, -1):
        apart = run.starts[length - size] != run.ends[length - size - 1]
        for first, wanted in ((0, not led), (length - size, apart)):
            last = first + size
            if wanted and run.text[first:last] in lexicon.stems:
                place = Term(
                    lexicon.stem(run.text[first:last]), run.starts[first], run.ends[last - 1]
                )
                if first:
                    return [place], run.cut(0, first)
                last += run.text[last] in _ADMINISTRATIVE and length - last > _SHORTEST_BRAND
                return [place], run.cut(last, length)
    return [], run


def numbered(run: Run) -> tuple[int, int, int] | None:
    """Return the first number in a run (第八, 二号): its value and where it stands, or None."""
    for found in _NUMBERED.finditer(run.text):
        value = han_number(found.group(1) or found.group(2))
        if value is not None:
            return value, found.start(), found.end()
    return None


def says(text: str) -> bool:
    """Say whether a piece of a run is more than an administrative suffix or number sign."""
    return bool(text) and text not in _ADMINISTRATIVE


def known_pieces(run: Run, lexicon: Lexicon) -> list[Term]:
    """Return a known piece as its words, each standing on the whole piece."""
    text = run.text
    if len(text) > 2 and text[-1] in _ADMINISTRATIVE and not lexicon.is_native(text):
        text = text[:-1]
    pieces = _translated(run.text) or ((0, len(run.text), text),)
    return [
        Term(word, run.starts[first], run.ends[last - 1])
        for first, last, form in pieces
        for word in lexicon.words(form)
    ]


def _translated(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a compound of trade words cut into them, or nothing if it is no such compound."""
    pieces: list[tuple[int, int, str]] = []
    at = 0
    while at < len(text):
        longest = max(
            (word for word in _STARTING.get(text[at], ()) if text.startswith(word, at)),
            key=len,
            default="",
        )
        if not longest:
            return ()
        if longest not in RUN_FORMS:
            pieces.append((at, at + len(longest), longest))
        at += len(longest)
    return tuple(pieces)


def _known_prefix(text: str, lexicon: Lexicon) -> int:
    """Return the length of the longest known word a run begins with."""
    for length in range(min(lexicon.longest_native, len(text)), 1, -1):
        if lexicon.is_native(text[:length]):
            suffixed = text[length : length + 1] in _ADMINISTRATIVE and length + 1 < len(text)
            return length + 1 if suffixed and not lexicon.is_native(text[length:]) else length
    return 0


def _known_suffix(text: str, lexicon: Lexicon) -> int:
    """Return the length of the longest known word a run ends with."""
    for length in range(min(lexicon.longest_native, len(text)), 0, -1):
        if lexicon.is_native(text[-length:]):
            return length
    return 0
