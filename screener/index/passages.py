"""A longer text cut into passages of terms, in which listed names are looked for."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from screener.index.alphabetic import alphabetic_terms
from screener.index.lexicon import Lexicon
from screener.index.native import Run, joined_runs, known_pieces, numbered, says
from screener.index.rows import NameRows
from screener.index.terms import NATIVE_SCRIPTS, Reading, Term, numeral
from screener.text.folding import Token
from screener.text.legal_forms import closes, covered, legal_forms

_BREAK = re.compile(r"[;\n\r。；！？!?|]")
_SPACING = re.compile(r"[\s()（）・·]*")


def passages(text: str, tokens: Sequence[Token], rows: NameRows) -> tuple[Reading, ...]:
    """Return the passages of a text: what stands between breaks, in one kind of script.

    A run of Han or Hangul is cut by the words of the list and the generic ones. Legal forms
    are left out wherever they stand.
    """
    found = []
    for together in _together(text, tokens):
        if any(token.script in NATIVE_SCRIPTS for token in together):
            terms = tuple(_native(together, rows.lexicon, rows.native_brands))
            found.append(Reading(terms, ()))
        else:
            found.append(Reading(_alphabetic(together, rows.lexicon), ()))
    return tuple(reading for reading in found if reading.terms)


def _together(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield tokens that stand together: no break between them, and one kind of script."""
    if not tokens:
        return
    passage = [tokens[0]]
    for before, token in pairwise(tokens):
        between = text[before.end : token.start]
        native = _is_native(token, among=passage)
        joined = native == _is_native(passage[-1], among=passage)
        if _BREAK.search(between) or not joined or (native and not _SPACING.fullmatch(between)):
            yield passage
            passage = []
        passage.append(token)
    yield passage


def _is_native(token: Token, among: Sequence[Token]) -> bool:
    """Say whether a token is Han, kana or Hangul; a number is what stands before it."""
    if token.script != "digit":
        return token.script in NATIVE_SCRIPTS
    scripts = [other.script for other in among if other.script != "digit"]
    return bool(scripts) and scripts[-1] in NATIVE_SCRIPTS


def _alphabetic(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Term, ...]:
    """Return the terms of a passage in an alphabet, without its plain legal forms."""
    forms = [token.form for token in tokens]
    dropped = covered(form for form in legal_forms(forms) if closes(form, forms))
    kept = [token for index, token in enumerate(tokens) if index not in dropped]
    return alphabetic_terms(kept, lexicon) if kept else ()


def _native(tokens: Sequence[Token], lexicon: Lexicon, brands: AbstractSet[str]) -> Iterator[Term]:
    """Yield the terms of a Han or Hangul passage."""
    for group in joined_runs(tokens):
        if isinstance(group, Token):
            yield from alphabetic_terms((group,), lexicon)
        else:
            yield from _cut(group, lexicon, brands)


def _cut(run: Run, lexicon: Lexicon, brands: AbstractSet[str]) -> Iterator[Term]:
    """Yield the known words of a run, the longest first at each place, and what lies between."""
    longest = (
        max(lexicon.longest_native, *map(len, brands), 1) if brands else lexicon.longest_native
    )
    at, unknown = 0, 0
    while at < len(run.text):
        piece = _known(run.text, at, longest, lexicon, brands)
        if piece == 0:
            at += 1
            continue
        if unknown < at:
            yield from _unknown(run.cut(unknown, at), lexicon)
        known = run.cut(at, at + piece)
        if known.text in brands:
            yield Term(lexicon.word(known.text), known.starts[0], known.ends[-1])
        else:
            yield from known_pieces(known, lexicon)
        at += piece
        unknown = at
    if unknown < len(run.text):
        yield from _unknown(run.cut(unknown, len(run.text)), lexicon)


def _known(text: str, at: int, longest: int, lexicon: Lexicon, brands: AbstractSet[str]) -> int:
    """Return the length of the longest known word at a place; 0 for none."""
    for length in range(min(longest, len(text) - at), 0, -1):
        piece = text[at : at + length]
        if piece in brands or lexicon.is_native(piece):
            return length
    return 0


def _unknown(run: Run, lexicon: Lexicon) -> Iterator[Term]:
    if not says(run.text):
        return
    counted = numbered(run)
    word = lexicon.word(run.text) if counted is None else numeral(counted[0])
    yield Term(word, run.starts[0], run.ends[-1])
