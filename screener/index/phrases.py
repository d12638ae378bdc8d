"""Every alias and cue found in one pass over a text (Aho and Corasick, 1975).

Phrases are compared without the separators inside them, so that hyphens, spaces, dots and
broken lines make no difference; what keeps "chat" from holding "hat" is the check that a
match begins and ends where a word of its script may begin and end.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from screener.index.respelling import respelt
from screener.index.words import Word, Words
from screener.text.folding import Folded, Token, plain_forms, tokens_of
from screener.text.korean_words import (
    ends_verb,
    goes_before_denial,
    goes_on,
    goes_on_as_work,
)
from screener.text.scripts import Script, script_of

_SHORT = 5
_RESPELT = 0.95
# A Hangul company name runs on from the town it begins with: 라선수공예무역회사.
_COMPANY_ENDS = ("회사", "공장", "상사", "무역", "총국", "사업소", "합작", "은행")
# Addresses in Hangul run on as well: the division before its town (길림성훈춘시) or behind it
# (단동요녕성), and the part behind the town (단동시진안구). Firms of the DPRK begin with their country.
_DIVISIONS = "길림|지린|요녕|료녕|요령|랴오닝|흑룡강|헤이룽장"
_DIVISION_BEFORE = re.compile(
    rf"(?:중국|조선|북조선|북한)?(?:(?:{_DIVISIONS})성?)?(?:연변(?:조선족)?(?:자치)?주?|[가-힣]{{2,6}}(?:성|시|자치주|자치구))?"
)
_DIVISION_BEHIND = re.compile(rf"[시현구]?(?:{_DIVISIONS})성?(?:중국)?")
_DIVIDED, _SHORTEST_CITY = frozenset("시현주"), 2
_PARTS = ("구", "동", "진", "향", "현", "로", "가", "시", "읍", "리")
_PAUSES = frozenset(",;:()[]，、；：。（）！？!?")
_SYLLABIC = frozenset({"hani", "hang"})
_PREPOSITIONS = frozenset("在于从由自经到往至赴")
Cut = Callable[[str], tuple[Token, ...]]
_PLAIN = frozenset({"latn", "digit"})
_SEAMS = frozenset(".-–—·'’\n\r/&_")


class Phrase(NamedTuple):
    """One phrase and what finding it means; ``fuzzy`` lets misspellings count.

    A ``cue`` says something only of what is found beside it; a ``stem`` goes on with the ending of a verb,
    a ``carrier`` of denials with that before a denial.
    """

    text: str
    use: int
    fuzzy: bool = False
    inside: bool = False
    tails: frozenset[str] = frozenset()
    cue: bool = False
    stem: bool = False
    carrier: bool = False


class Found(NamedTuple):
    """A phrase found: its use, its stretch of tokens and of the joined text, its likeness."""

    use: int
    start: int
    end: int
    similarity: float


class _Use(NamedTuple):
    phrase: Phrase
    punctuated: bool


class _Pattern(NamedTuple):
    length: int
    first: Script
    last: Script
    starts_word: bool
    ends_word: bool
    tokens: int
    uses: tuple[_Use, ...]


class Stream(NamedTuple):
    """A text as compared: forms of its tokens, and which of them were altered.

    ``seen`` says that they were altered to the words they look like.
    """

    folded: Folded
    altered: frozenset[int]
    similarity: tuple[float, ...]
    seen: bool = False


Streams = tuple[Stream, tuple[tuple[Stream | None, bool], ...]]
"""A text as written, and as it may be meant; True: that counts for fuzzy phrases alone."""


def _letters_of(raw: str) -> list[str] | None:
    """Return the forms of the tokens of a text if all are of Latin letters and digits."""
    forms = plain_forms(raw)
    if forms is not None:
        return forms
    tokens = tokens_of(raw)
    if all(token.script in _PLAIN and token.form.isascii() for token in tokens):
        return [token.form for token in tokens]
    return None


def _stream(folded: Folded, words: Sequence[Word | None], plain: Sequence[str]) -> Stream:
    """Return the folded text with other forms for some of its tokens."""
    altered = frozenset(at for at, word in enumerate(words) if word is not None)
    if not altered and all(
        token.form == form for token, form in zip(folded.tokens, plain, strict=True)
    ):
        return Stream(folded, altered, ())
    tokens = [
        _compared(token, form if word is None else word.form)
        for token, word, form in zip(folded.tokens, words, plain, strict=True)
    ]
    return Stream(
        _rejoined(folded.raw, tokens),
        altered,
        tuple(1.0 if word is None else word.similarity for word in words),
    )


def _compared(token: Token, form: str) -> Token:
    """Return a token with another form, every letter of which stands for the whole token."""
    if form == token.form:
        return token
    whole = ((0, token.end - token.start),) * len(form)
    return Token(form, token.start, token.end, token.script, whole)


def _rejoined(raw: str, tokens: Sequence[Token]) -> Folded:
    starts = (0, *accumulate(len(token.form) for token in tokens))
    return Folded(raw, tuple(tokens), "".join(token.form for token in tokens), starts)


class PhraseIndex:
    """Finds every phrase of the lists in a text; built once, used for any number of texts."""

    def __init__(self, phrases: Iterable[Phrase], words: Words, cut: Cut = tokens_of) -> None:
        """Group the phrases by what they look like when compared.

        ``cut`` gives the tokens of a phrase, for a caller that keeps those it has cut.
        """
        self._words = words
        grouped: dict[str, list[Phrase]] = {}
        counts: dict[str, int] = {}
        for phrase in phrases:
            tokens = cut(phrase.text)
            joined = "".join([words.plain(token) for token in tokens])
            if joined:
                grouped.setdefault(joined, []).append(phrase)
                counts[joined] = max(counts.get(joined, 1), len(tokens))
        self._patterns = [
            _pattern(joined, counts[joined], uses) for joined, uses in grouped.items()
        ]
        self._bounded = [(pattern.starts_word, pattern.ends_word) for pattern in self._patterns]
        self._automaton = AhoCorasick(list(grouped), matchkind=MatchKind.Standard)
        telling = [joined for joined, uses in grouped.items() if any(map(_tells, uses))]
        self._telling = AhoCorasick(telling, matchkind=MatchKind.Standard)

    def may_tell(self, raw: str) -> bool:
        """Say whether a text may hold a phrase that tells something by itself, as no cue does.

        Surely not only for one line of Latin letters in which no word is glued, and no such phrase
        begins and ends where words do, however the words may be meant.
        """
        forms = None if "\n" in raw else _letters_of(raw)
        if forms is None:
            return True
        plain = self._words.plainly(forms)
        told = [form for form in plain if form is not None]
        if len(told) == len(plain):
            return self._tells(told)
        ways = self._words.ways(forms)
        return ways is None or any(map(self._tells, ways))

    def _tells(self, forms: Sequence[str]) -> bool:
        """Say whether a telling phrase begins and ends where some words do."""
        found = self._telling.find_matches_as_indexes("".join(forms), overlapping=True)
        if not found:
            return False
        edges = {0, *accumulate(map(len, forms))}
        return any(start in edges and end in edges for _, start, end in found)

    def streams(self, folded: Folded) -> Streams:
        """Return the text as written, and as it may be meant.

        That is with misspellings mended (True: they count for fuzzy phrases alone), with
        look-alikes replaced, and with glued and broken words respelt.
        """
        analysed = [self._words.analysis(token) for token in folded.tokens]
        plain = [one.plain for one in analysed]
        misspelt = [one.misspelt for one in analysed]
        repaired = [one.repaired for one in analysed]
        seen = _stream(folded, repaired, plain)._replace(seen=True) if any(repaired) else None
        respell = "\n" in folded.raw or any(one.glued for one in analysed)
        return (
            _stream(folded, [None] * len(plain), plain),
            (
                (_stream(folded, misspelt, plain) if any(misspelt) else None, True),
                (seen, False),
                (self._respelt(folded) if respell else None, False),
            ),
        )

    def _respelt(self, folded: Folded) -> Stream | None:
        """Return the text with glued words cut and broken ones put together, or None."""
        changed = respelt(folded, self._words.split, self._words.known)
        if changed is None:
            return None
        tokens = [
            token if at in changed.altered else _compared(token, self._words.plain(token))
            for at, token in enumerate(changed.tokens)
        ]
        likeness = (_RESPELT if at in changed.altered else 1.0 for at in range(len(tokens)))
        return Stream(_rejoined(folded.raw, tokens), changed.altered, tuple(likeness))

    def find(self, folded: Folded) -> list[tuple[Stream, Found]]:
        """Return every phrase in a text, in order of place, longer before shorter."""
        return self.find_in(self.streams(folded))

    def find_in(self, streams: Streams) -> list[tuple[Stream, Found]]:
        """Return the same of a text as an index with the same words has prepared it."""
        exact, others = streams
        found = [(exact, match) for match in self._matches(exact, fuzzy=False)]
        for stream, fuzzy in others:
            if stream is not None:
                found.extend((stream, match) for match in self._matches(stream, fuzzy=fuzzy))
        return found

    def _matches(self, stream: Stream, *, fuzzy: bool) -> Iterator[Found]:
        text = stream.folded
        begins = {start: at for at, start in enumerate(text.starts[:-1])}
        stops = {stop: at for at, stop in enumerate(text.starts[1:])}
        for number, start, end in self._automaton.find_matches_as_indexes(
            text.joined, overlapping=True
        ):
            first = begins.get(start, -1)
            if first < 0 and self._bounded[number][0]:
                continue
            last = stops.get(end, -1)
            if last < 0 and self._bounded[number][1]:
                continue
            pattern = self._patterns[number]
            first = first if first >= 0 else text.token_at(start)
            last = last if last >= 0 else text.token_at(end - 1)
            if stream.altered and stream.altered.isdisjoint(range(first, last + 1)):
                continue
            if last > first and not _sound_seams(text, pattern, start, (first, last)):
                continue
            yield from _uses(stream, pattern, Found(0, start, end, 1.0), (first, last), fuzzy=fuzzy)


def _tells(phrase: Phrase) -> bool:
    return not phrase.cue


def _pattern(joined: str, tokens: int, phrases: Sequence[Phrase]) -> _Pattern:
    first, last = script_of(joined[0]), script_of(joined[-1])
    open_scripts = ("hani", "kana", "hang")
    uses = tuple(_Use(phrase, bool(_PAUSES & set(phrase.text))) for phrase in phrases)
    return _Pattern(
        len(joined), first, last, first not in open_scripts, last not in open_scripts, tokens, uses
    )


def _uses(
    stream: Stream, pattern: _Pattern, found: Found, tokens: tuple[int, int], *, fuzzy: bool
) -> Iterator[Found]:
    """Yield what a match of a pattern means, for each phrase that is so written."""
    text, (first, last) = stream.folded, tokens
    paused = last > first and _paused(text, first, last)
    similarity = min(stream.similarity[first : last + 1]) if stream.altered else 1.0
    for phrase, punctuated in pattern.uses:
        if (fuzzy and not phrase.fuzzy) or (paused and not punctuated):
            continue
        begins = pattern.starts_word or _begins(text, pattern, phrase, found.start, first)
        if begins and (pattern.ends_word or _ends(text, pattern, phrase, found.end, last)):
            yield Found(phrase.use, found.start, found.end, similarity)


def _parts_follow(pattern: _Pattern, text: Folded, end: int, rest: str) -> bool:
    """Say whether a name with its suffix goes before the name of a part of it (단동시진안구)."""
    return (
        pattern.length > _SHORTEST_CITY
        and text.joined[end - 1] in _DIVIDED
        and len(rest) > 1
        and rest.endswith(_PARTS)
    )


def _sound_seams(text: Folded, pattern: _Pattern, start: int, tokens: tuple[int, int]) -> bool:
    """Say whether a short word may be read across the seams between its tokens.

    "D.P.R.K." and "KN 95" may; "a bag" is not "abag", nor "c hat" a "chat".
    """
    first, last = tokens
    if last - first + 1 <= pattern.tokens or pattern.length > _SHORT:
        return True
    # Characters set apart one by one (新 义 州, 신 의 주) are one word spaced out, which a preposition
    # may be written together with (在新 义 州).
    before = text.joined[text.starts[first] : start]
    rest = text.tokens[first + 1 : last + 1]
    if (before == "" or before[-1] in _PREPOSITIONS) and all(
        len(one) == 1 and script_of(one) in _SYLLABIC
        for one in (text.joined[start : text.starts[first + 1]], *(one.form for one in rest))
    ):
        return True
    for left, right in zip(text.tokens[first:last], text.tokens[first + 1 : last + 1], strict=True):
        between = set(text.raw[left.end : right.start])
        if not between <= _SEAMS and left.form[-1].isdigit() == right.form[0].isdigit():
            return False
    return True


def _paused(text: Folded, first: int, last: int) -> bool:
    """Say whether a comma or the like stands inside: "beanie, machine knit" is no machine."""
    between = (
        text.raw[left.end : right.start]
        for left, right in zip(
            text.tokens[first:last], text.tokens[first + 1 : last + 1], strict=True
        )
    )
    return any(_PAUSES & set(gap) for gap in between)


def _begins(text: Folded, pattern: _Pattern, phrase: Phrase, start: int, first: int) -> bool:
    """Say whether a word of the pattern's script may begin here."""
    if start == text.starts[first] or pattern.first in ("hani", "kana"):
        return True
    if pattern.first != "hang":
        return False
    before = text.joined[text.starts[first] : start]
    return phrase.inside or bool(phrase.tails and _DIVISION_BEFORE.fullmatch(before))


def _ends(text: Folded, pattern: _Pattern, phrase: Phrase, end: int, last: int) -> bool:
    """Say whether a word of the pattern's script may end here."""
    stop = text.starts[last + 1]
    if end == stop or pattern.last in ("hani", "kana"):
        return True
    if pattern.last != "hang":
        return False
    rest = text.joined[end:stop]
    if phrase.stem:
        return ends_verb(rest)
    if (phrase.carrier and goes_before_denial(rest)) or (
        phrase.inside and goes_on_as_work(pattern.length, rest)
    ):
        return True
    if phrase.tails and (
        rest.endswith(_COMPANY_ENDS)
        or _DIVISION_BEHIND.fullmatch(rest)
        or _parts_follow(pattern, text, end, rest)
    ):
        return True
    return goes_on(rest) or any(
        rest.startswith(tail)
        and (rest == tail or goes_on(rest[len(tail) :]) or phrase.inside is False)
        for tail in phrase.tails
    )
