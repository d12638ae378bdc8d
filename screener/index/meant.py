"""Names asked for once more as they may be meant: misread, spelt by another system, glued, or cut off.

What is listed is searched for the name as written; a name with words that no list and no table
knows is searched for again with those words as a scan, a narrow column or a lost space may have
changed them. So the search itself stays exact, and a name of known words costs nothing more.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from screener.index.cut_names import CutNames
from screener.index.looks import LIKENESS, SHORTEST_MISREAD, Looks, of_letters
from screener.index.made import Once
from screener.index.names import NameIndex, NameMatch
from screener.index.parties_beside import parties_beside
from screener.index.weights import DEFAULT_THRESHOLD, ROMANIZED
from screener.model.hit import LOOK_ALIKE, Aligned, Comparison
from screener.text.folding import Token, plain_forms, tokens_of
from screener.text.korean_sound import korean_sound
from screener.text.legal_forms import LEGAL_WORDS

_SHORTEST_GLUED = 12
_LONGEST_GLUED = 60
_SHORTEST_PIECE = 3
_SHORTEST_CUT_NAME = 20
"""Characters of a name from which its last word may be cut off: columns of manifests are wider."""
_SHORTEST_CUT = 3
_SHORTEST_SOUND = 5
_SHORTEST_ODD = 3
"""Characters of a word with figures, or an l among capitals, from which it may be misread."""
_AMONG_CAPITALS = re.compile(r"[A-Z0-9]*(?:[A-Z]l|l[A-Z])[A-Zl0-9]*")
_MOST_WORDS = 100_000
_LIKENESS = {
    LOOK_ALIKE: LIKENESS,
    "romanization": ROMANIZED,
    "glued": 1.0,
    "abbreviation": 0.98,
    "fuzzy": 0.98,
}
"""How alike a name is to what it is meant as, by what was changed."""

_LONG_FORMS = ("company", "corporation", "limited", "incorporated", "cooperative", "partnership")
"""Words of legal forms that are long enough to be misspelt: CORPROATION, Limtied."""

_Search = Callable[[Sequence[str], float], list[tuple[NameMatch, ...]]]


class _Change(NamedTuple):
    """A word as it may be meant, in place of the one written; ``at`` is where it stands."""

    written: str
    meant: str
    how: str
    start: int
    at: int

    @property
    def grown(self) -> int:
        """How much longer the text is for it."""
        return len(self.meant) - len(self.written)


class _Meant(NamedTuple):
    """A name as it may be meant, and what was changed, from left to right."""

    text: str
    changes: tuple[_Change, ...]


class MeantNames:
    """The names of a list, searched as written and as meant."""

    def __init__(self, names: NameIndex, korean: Iterable[str] = ()) -> None:
        """Keep the index that is searched; ``korean`` are listed words that are Korean names."""
        self._sounds: dict[str, str] = {}
        self._otherwise: dict[str, str] = {}
        for word in sorted(korean):
            sound = korean_sound(word)
            if len(sound) >= _SHORTEST_SOUND:
                other = self._sounds.setdefault(sound, word)
                if other != word:
                    self._otherwise.update({word: other, other: word})
        self._names = names
        self._cut = CutNames(names)
        self._lexicon = names.rows.lexicon
        self._listed = names.rows.vocabulary.ids
        self._known: dict[str, bool] = {}
        self._plain: dict[str, bool] = {}
        self._words: dict[tuple[str, bool], tuple[str, str] | None] = {}
        self._looks = Once(self._looks_of_words)
        self._legal_looks = Once(_looks_of_legal_forms)

    def search(
        self, values: Sequence[str], threshold: float = DEFAULT_THRESHOLD
    ) -> list[tuple[NameMatch, ...]]:
        """Return, for each value, the listed names it or a party in it may mean as a whole, best first.

        >>> index = NameIndex.build([(1, "Songdowon Trading Company")], {"trading"})
        >>> (match,) = MeantNames(index).search(["S0NGDOWON TRADING"])[0]
        >>> match.similarity, match.alignment[0].ours, match.alignment[0].how
        (0.95, 'S0NGDOWON', 'look_alike')
        """
        found = self._both(self._names.search, values, threshold, cut_off=True)
        beside = [(at, one) for at, text in enumerate(values) for one in parties_beside(text)]
        if not beside:
            return found
        names = [one.text for _, one in beside]
        again = self._both(self._names.search, names, threshold, cut_off=False)
        for (at, one), matches in zip(beside, again, strict=True):
            found[at] = _better(found[at], [_moved(match, one.start) for match in matches])
        return found

    def search_all_within(
        self, values: Sequence[str], threshold: float = DEFAULT_THRESHOLD
    ) -> list[tuple[NameMatch, ...]]:
        """Return, for each text, the listed names found among its words, best first."""
        return self._both(self._names.search_all_within, values, threshold, cut_off=False)

    def compare(self, first: str, second: str) -> Comparison:
        """Return how alike two names are, as written or one of them as it may be meant.

        The similarity is the same either way round.
        """
        found = [self._names.compare(first, second)]
        found += self._compared(first, second)
        found += [_turned(one) for one in self._compared(second, first)]
        return max(found, key=lambda one: one.similarity)

    def _compared(self, value: str, other: str) -> Iterator[Comparison]:
        """Yield how a name as it may be meant is like another one, told in the words as written."""
        meant = self._meant(value, cut_off=True)
        if meant is not None:
            found = self._names.compare(meant.text, other)
            alignment = tuple(_told(one, meant.changes) for one in found.alignment)
            yield Comparison(round(found.similarity * _likeness(meant), 3), alignment)

    def _both(
        self, search: _Search, values: Sequence[str], threshold: float, *, cut_off: bool
    ) -> list[tuple[NameMatch, ...]]:
        found = search(values, threshold)
        asked = (self._meant(value, cut_off=cut_off) for value in values)
        meant = [(at, one) for at, one in enumerate(asked) if one is not None]
        again = search([one.text for _, one in meant], threshold) if meant else []
        for (at, one), matches in zip(meant, again, strict=True):
            told = (_written(match, one) for match in matches)
            found[at] = _better(
                found[at], [match for match in told if match.similarity >= threshold]
            )
        if cut_off:
            for at, value in enumerate(values):
                begun = self._cut.matches(value)
                found[at] = _better(found[at], begun) if begun else found[at]
        return found

    def _meant(self, value: str, *, cut_off: bool) -> _Meant | None:
        """Return a name as it may be meant, or None if it can only mean what it says."""
        changes = tuple(self._changes(value, cut_off=cut_off))
        if not changes:
            return None
        text, end = "", 0
        for change in changes:
            text += value[end : change.start] + change.meant
            end = change.start + len(change.written)
        return _Meant(text + value[end:], changes)

    def _changes(self, value: str, *, cut_off: bool) -> Iterator[_Change]:
        cut_off = cut_off and len(value) >= _SHORTEST_CUT_NAME
        if not cut_off and self._says_only_what_it_says(value):
            return
        tokens = tokens_of(value)
        cut = tokens[-1] if cut_off and tokens else None
        grown = 0
        for token in tokens:
            if token.script != "latn":
                continue
            written = value[token.start : token.end]
            found = _cut_form(tokens) if token is cut else None
            if found is None and self._knows(token.form):
                found = self._respelt(token.form)
            elif found is None:
                found = self._word(token.form, odd=_is_odd(written))
                if found is None and (token is cut or value[token.end :].startswith(".")):
                    found = self._completed(token.form)
            if found is not None:
                change = _Change(written, *found, token.start, token.start + grown)
                grown += change.grown
                yield change

    def _says_only_what_it_says(self, text: str) -> bool:
        """Say whether each word of a text in plain letters means itself, however it is written."""
        forms = plain_forms(text)
        if forms is None:
            return False
        plain = self._plain
        return all(plain[form] if form in plain else self._is_plain(form) for form in forms)

    def _is_plain(self, form: str) -> bool:
        if len(self._plain) > _MOST_WORDS:
            # A fresh one, since another thread may be reading the old.
            self._plain = {}
        if form.isdigit():
            plain = True
        elif self._knows(form):
            plain = self._respelt(form) is None
        else:
            plain = all(self._word(form, odd=odd) is None for odd in (False, True))
        self._plain[form] = plain
        return plain

    def _knows(self, form: str) -> bool:
        """Say whether a word is listed, generic, a place or of a legal form; found out once."""
        known = self._known.get(form)
        if known is None:
            if len(self._known) > _MOST_WORDS:
                # A fresh one, since another thread may be reading the old.
                self._known = {}
            known = form in LEGAL_WORDS or form in self._listed or self._lexicon.knows(form)
            self._known[form] = known
        return known

    def _respelt(self, form: str) -> tuple[str, str] | None:
        """Return how a listed Korean word is spelt in the name of another party, if it is."""
        other = self._otherwise.get(form)
        return (other, "romanization") if other else None

    def _word(self, form: str, *, odd: bool) -> tuple[str, str] | None:
        """Return what an unknown word may be meant as and how it was changed; worked out once."""
        key = form, odd
        if key not in self._words:
            if len(self._words) > _MOST_WORDS:
                self._words = {}
            found = self._words[key] = self._misread_or_glued(form, odd=odd)
            return found
        return self._words[key]

    def _misread_or_glued(self, form: str, *, odd: bool) -> tuple[str, str] | None:
        shortest = _SHORTEST_ODD if odd else SHORTEST_MISREAD
        looks = [self._legal_looks(), *([self._looks()] if len(form) >= shortest else ())]
        ways = (one.meant(form) for one in looks if of_letters(form))
        meant = next((way for way in ways if way is not None), None)
        if meant is not None:
            return meant, LOOK_ALIKE
        pieces = self._pieces(form)
        if pieces:
            return " ".join(pieces), "glued"
        spelt = self._sounds.get(korean_sound(form))
        if spelt:
            return spelt, "romanization"
        near = process.extractOne(form, _LONG_FORMS, scorer=OSA.distance, score_cutoff=1)
        return (near[0], "fuzzy") if near and near[1] else None

    def _looks_of_words(self) -> Looks:
        listed = (word for word in self._listed if word.isascii() and len(word) >= _SHORTEST_ODD)
        return Looks([*listed, *self._lexicon.latin_words()])

    def _pieces(self, form: str) -> tuple[str, ...]:
        """Return the fewest known words that a word was glued from, a listed brand among them."""
        if not (_SHORTEST_GLUED <= len(form) <= _LONGEST_GLUED and form.isalpha()):
            return ()
        best: list[tuple[str, ...] | None] = [()] + [None] * len(form)
        for end in range(1, len(form) + 1):
            for start in range(end):
                before, piece = best[start], form[start:end]
                if before is None or not self._is_piece(piece):
                    continue
                rival = best[end]
                if rival is None or _neater((*before, piece), rival):
                    best[end] = (*before, piece)
        cut = best[-1] or ()
        return cut if any(piece in self._listed for piece in cut) else ()

    def _is_piece(self, piece: str) -> bool:
        if len(piece) < _SHORTEST_PIECE:
            return piece in ("co", "of")
        return piece == "and" or self._knows(piece)

    def _completed(self, form: str) -> tuple[str, str] | None:
        """Return the word of business that the last word of a name was cut off from."""
        if not (len(form) >= _SHORTEST_CUT and form.isascii() and form.isalpha()):
            return None
        begun = self._lexicon.begun_by(form)
        return (min(begun, key=lambda word: (len(word), word)), "abbreviation") if begun else None


def _cut_form(tokens: Sequence[Token]) -> tuple[str, str] | None:
    """Return the word that the last of a name was cut off from behind a word of a legal form."""
    if len(tokens) < _SHORTEST_PIECE or tokens[-2].form not in LEGAL_WORDS:
        return None
    form = tokens[-1].form
    if form in LEGAL_WORDS:
        return None
    return next(((word, "abbreviation") for word in _LONG_FORMS if word.startswith(form)), None)


def _is_odd(written: str) -> bool:
    """Say whether a word shows that it was misread: figures among letters, an l among capitals."""
    return not written.isalpha() or bool(_AMONG_CAPITALS.fullmatch(written))


def _neater(pieces: Sequence[str], others: Sequence[str]) -> bool:
    """Say whether some pieces are fewer than others, or as many and longer in front."""
    return (len(pieces), [-len(one) for one in pieces]) < (
        len(others),
        [-len(one) for one in others],
    )


def _written(match: NameMatch, meant: _Meant) -> NameMatch:
    """Return a match of a name as meant, told of the name as written."""
    start = _place(match.start, meant.changes)
    end = _place(match.end, meant.changes, behind=True)
    alignment = tuple(_told(one, meant.changes) for one in match.alignment)
    similarity = round(match.similarity * _likeness(meant), 3)
    return match._replace(similarity=similarity, alignment=alignment, start=start, end=end)


def _likeness(meant: _Meant) -> float:
    """Return how alike a name is to what it is meant as."""
    return min(_LIKENESS[change.how] for change in meant.changes)


def _turned(comparison: Comparison) -> Comparison:
    """Return a comparison the other way round."""
    opposite = {"split": "glued", "glued": "split"}
    alignment = tuple(
        Aligned(
            ours=one.theirs, theirs=one.ours, how=opposite.get(one.how, one.how),
            weight=one.weight, system=one.system,
        )
        for one in comparison.alignment
    )  # fmt: skip
    return Comparison(comparison.similarity, alignment)


def _place(at: int, changes: Sequence[_Change], *, behind: bool = False) -> int:
    """Return where in a name as written a place in it as meant lies; a changed word stays whole."""
    grown = 0
    for change in changes:
        if at <= change.at:
            break
        if at <= change.at + len(change.meant) - (not behind):
            return change.start + (len(change.written) if behind else 0)
        grown += change.grown
    return at - grown


def _told(one: Aligned, changes: Sequence[_Change]) -> Aligned:
    """Return how words met, told of the words as written."""
    ours, how = one.ours, one.how
    for change in changes:
        if change.how == "glued":
            changed = set(ours.split()) <= set(change.meant.split())
        else:
            told = re.sub(rf"\b{change.meant}\b", change.written, ours)
            changed, ours = told != ours, told
        if changed and how != "legal_form":
            how = change.how
    return Aligned(ours=ours, theirs=one.theirs, how=how, weight=one.weight, system=one.system)


def _moved(match: NameMatch, by: int) -> NameMatch:
    """Return a match of a part of a value, told of the value."""
    return match._replace(start=match.start + by, end=match.end + by)


def _better(found: Sequence[NameMatch], others: Sequence[NameMatch]) -> tuple[NameMatch, ...]:
    """Return the better match of each key, best first."""
    best = {match.key: match for match in found}
    for match in others:
        if match.key not in best or match.similarity > best[match.key].similarity:
            best[match.key] = match
    return tuple(sorted(best.values(), key=lambda match: (-match.similarity, match.key)))


def _looks_of_legal_forms() -> Looks:
    ascii_forms = (word for word in LEGAL_WORDS if word.isascii())
    return Looks(word for word in ascii_forms if len(word) >= _SHORTEST_ODD or word == "co")
