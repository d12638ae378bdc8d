"""The comparison form of a text, with every character traced back to where it came from.

One explanation for the whole product: compatibility forms and width are unified (NFKC),
case is folded, diacritics are dropped (not the voicing marks of kana, nor the parts of
Hangul syllables), apostrophes and modifier letters inside words and invisible characters
go, Han variants become simplified. Everything that is neither letter nor digit separates
tokens. The folded form is compared and never shown; hits point into the text as sent.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from itertools import accumulate
from typing import NamedTuple

from screener.text.scripts import Script, script_of
from screener.text.variants import simplified

# Apostrophes and modifier letters as typed for McCune-Reischauer (domain.md 2.5, rule 1).
_DROPPED = frozenset("'’‘ʼʻ`´ʹ′＇ˈ\u00ad\u200b\u200c\u200d\u2060\ufeff\u180e\ufe0e\ufe0f")
_VOICING = frozenset("\u3099\u309a")
_HALF_WIDTH_VOICING = frozenset("\uff9e\uff9f")
_JOINS_KANA = "ー"
_MARKUP = re.compile(r"</?[A-Za-z][^<>]{0,200}>|&(?:#\d{1,6}|#[xX][0-9A-Fa-f]{1,5}|[A-Za-z]{2,8});")


class Token(NamedTuple):
    """One run of letters or digits of one kind of script.

    ``start`` and ``end`` are offsets into the text as sent. ``marks`` holds the span of each
    folded character, relative to ``start``; None where they run one to one.
    """

    form: str
    start: int
    end: int
    script: Script
    marks: tuple[tuple[int, int], ...] | None = None


class Folded(NamedTuple):
    """A text cut into tokens.

    ``raw`` is the text as sent, but for the markup of HTML (see ``unmarked``), at the same offsets.
    ``joined`` is all token forms written together; ``starts[i]`` is where token i begins in
    it, in rising order, with the length of ``joined`` as its last value.
    """

    raw: str
    tokens: tuple[Token, ...]
    joined: str
    starts: tuple[int, ...]

    def token_at(self, position: int) -> int:
        """Return the number of the token that a position of ``joined`` lies in."""
        return bisect_right(self.starts, position) - 1

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the raw text of a stretch of ``joined``."""
        first, last = self.token_at(start), self.token_at(end - 1)
        return (
            _raw_span(self.tokens[first], start - self.starts[first])[0],
            _raw_span(self.tokens[last], end - 1 - self.starts[last])[1],
        )


def _raw_span(token: Token, at: int) -> tuple[int, int]:
    """Return the raw span of one folded character of a token."""
    start, end = (at, at + 1) if token.marks is None else token.marks[at]
    return token.start + start, token.start + end


@lru_cache(maxsize=65_536)
def _fold_cluster(cluster: str) -> str:
    """Return the folded form of one character with the marks that follow it."""
    composed = unicodedata.normalize("NFKC", cluster)
    folded = unicodedata.normalize("NFKD", composed.casefold())
    kept = "".join(
        character
        for character in folded
        if not unicodedata.combining(character) or character in _VOICING
    )
    once = unicodedata.normalize("NFC", kept.casefold())
    return "".join(
        simplified(character) if script_of(character) == "hani" else character
        for character in once
        if character not in _DROPPED
    )


def _clusters(raw: str) -> list[tuple[int, int]]:
    """Return the spans of characters together with the marks and jamo that follow them."""
    spans: list[tuple[int, int]] = []
    for index, character in enumerate(raw):
        attached = (
            unicodedata.combining(character)
            or "\u1160" <= character <= "\u11ff"
            or character in _HALF_WIDTH_VOICING
        )
        if spans and attached:
            spans[-1] = (spans[-1][0], index + 1)
        else:
            spans.append((index, index + 1))
    return spans


def _kind(character: str) -> Script | None:
    """Return the script a character continues a token in, or None for a separator."""
    if character == _JOINS_KANA:
        return "kana"
    return script_of(character) if character.isalnum() else None


def _same_token(left: Script, right: Script) -> bool:
    """Say whether two neighbouring characters belong to one token.

    Digits stay with alphabetic letters (KN95, 12gg) and apart from Han and Hangul (第8军团).
    """
    if left == right:
        return True
    alphabetic = {"latn", "cyrl", "other", "digit"}
    return left in alphabetic and right in alphabetic


_NO_APOSTROPHES = str.maketrans("", "", "'`")
_PLAIN_RUN = re.compile("[a-z0-9]+")
_RUN = re.compile(r"[^\s!-&(-/:-@\[-_{-~\u3001\u3002\uff0c\uff1a\uff1b\uff08\uff09]+")


def _token(characters: list[tuple[str, int, int, Script]]) -> Token:
    """Return one token made of folded characters with their spans and scripts."""
    start, end = characters[0][1], characters[-1][2]
    letters = [part[3] for part in characters if part[3] != "digit"]
    marks = tuple((part[1] - start, part[2] - start) for part in characters)
    plain = all(mark == (at, at + 1) for at, mark in enumerate(marks))
    form = "".join(part[0] for part in characters)
    return Token(form, start, end, letters[0] if letters else "digit", None if plain else marks)


def _folded_characters(run: str) -> Iterator[tuple[str, int, int, Script | None]]:
    """Yield the folded characters of a run; a separator has no script."""
    for start, end in _clusters(run):
        folded = _fold_cluster(run[start:end])
        if not folded and run[start] not in _DROPPED:
            yield "", start, end, None
        for character in folded:
            yield character, start, end, _kind(character)


@lru_cache(maxsize=262_144)
def _tokens_of_run(run: str) -> tuple[Token, ...]:
    """Return the tokens of a run without plain separators, relative to its start."""
    if run.isascii() and run.isalnum():
        return (Token(run.lower(), 0, len(run), "digit" if run.isdigit() else "latn"),)
    tokens: list[Token] = []
    open_token: list[tuple[str, int, int, Script]] = []
    for character, start, end, script in _folded_characters(run):
        if open_token and (script is None or not _same_token(open_token[-1][3], script)):
            tokens.append(_token(open_token))
            open_token = []
        if script is not None:
            open_token.append((character, start, end, script))
    if open_token:
        tokens.append(_token(open_token))
    return tuple(tokens)


def unmarked(raw: str) -> str:
    """Return a text without the tags and entities of HTML, every other character in its place.

    A tag separates words as a space does; a soft hyphen and <wbr> do not. A letter written as
    an entity is followed by as many invisible characters as its name was long.

    >>> unmarked("face<br>mask"), unmarked("beb&eacute;") == "bebé" + 7 * "\u00ad"
    ('face    mask', True)
    """
    if "<" not in raw and "&" not in raw:
        return raw
    return _MARKUP.sub(_plain, raw)


def _plain(match: re.Match[str]) -> str:
    """Return what a tag or entity stands for, as long as it is written."""
    written = match.group()
    length = len(written)
    if written.startswith("<"):
        return ("\u00ad" if written[1:].lower().startswith("wbr") else " ") * length
    letter = unescape(written)
    if letter in _DROPPED:
        return "\u00ad" * length
    if len(letter) == 1 and letter.isalnum():
        return letter.ljust(length, "\u00ad")
    return " " * length


def plain_forms(raw: str) -> list[str] | None:
    """Return the forms of the tokens of a plain ASCII text; None for a text that takes more.

    >>> plain_forms("Kyo-hwa-so No. 3"), plain_forms("Men's"), plain_forms("Tʼosǒng-ni")
    (['kyo', 'hwa', 'so', 'no', '3'], ['mens'], None)
    """
    raw = unmarked(raw)
    if not raw.isascii():
        return None
    lowered = raw.lower()
    if "'" in lowered or "`" in lowered:
        # Dropped inside words and between them: what stands on both sides is one run.
        lowered = lowered.translate(_NO_APOSTROPHES)
    return _PLAIN_RUN.findall(lowered)


def tokens_of(raw: str) -> tuple[Token, ...]:
    """Return the tokens of a text alone; see ``fold``.

    >>> [token.form for token in tokens_of("Kyo-hwa-so No. 3")]
    ['kyo', 'hwa', 'so', 'no', '3']
    """
    raw = unmarked(raw)
    if raw.isascii() and "'" not in raw and "`" not in raw:
        return tuple([_plain_token(run) for run in _PLAIN_RUN.finditer(raw.lower())])
    tokens: list[Token] = []
    for run in _RUN.finditer(raw):
        at = run.start()
        for form, start, end, script, marks in _tokens_of_run(run.group()):
            tokens.append(Token(form, at + start, at + end, script, marks))
    return tuple(tokens)


def _plain_token(run: re.Match[str]) -> Token:
    """Return the token of a run of ASCII letters and digits, made as cheaply as can be."""
    form = run.group()
    start, end = run.span()
    return tuple.__new__(Token, (form, start, end, "digit" if form.isdigit() else "latn", None))


def fold(raw: str) -> Folded:
    """Return the comparison form of a text, cut into tokens that know where they stand.

    >>> [token.form for token in fold("Kyo-hwa-so No. 3 (Tʼosǒng-ni)").tokens]
    ['kyo', 'hwa', 'so', 'no', '3', 'tosong', 'ni']
    >>> [token.form for token in fold("新義州敎化所").tokens]
    ['新义州教化所']
    """
    # One text is folded by several stages, one after another.
    return _kept(raw) if len(raw) <= _LONGEST_KEPT else _folded(raw)


def _folded(raw: str) -> Folded:
    raw = unmarked(raw)
    tokens = tokens_of(raw)
    starts = (0, *accumulate(len(token.form) for token in tokens))
    return Folded(raw, tokens, "".join(token.form for token in tokens), starts)


_kept = lru_cache(maxsize=2_048)(_folded)
_LONGEST_KEPT = 2_000


def comparison_form(text: str) -> str:
    """Return the tokens of a text with single spaces between them.

    >>> comparison_form("Compañía  ALGODÓN S.A.")
    'compania algodon s a'
    """
    return " ".join(token.form for token in fold(text).tokens)
