"""Names of persons laid side by side: order is free, an initial may stand for a name.

A person goes by fewer names in one paper than in another, so names that only one side has
say little; a name on each side that the other lacks says that two persons are meant, however
many others they share (Arabic and Korean names share most of theirs). Spellings of one name
differ in vowels and doubled letters more than in consonants.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii
from rapidfuzz.distance import OSA

from screener.index.lexicon import latin_key
from screener.index.weights import (
    PERSON_BY_ONE_NAME,
    PERSON_CONTRADICTED,
    PERSON_EXTRA_NAME,
    PERSON_INITIAL,
    PERSON_VOWEL,
    ROMANIZED,
    ROMANIZED_BY_USAGE,
)
from screener.model.hit import Aligned, Comparison
from screener.text.folding import Token, fold
from screener.text.hangul import USAGE, spellings

_TITLES = frozenset(
    "mr mrs ms miss dr prof sir lady lord president prasident monsieur madame senor senora herr "
    "frau general gen colonel col captain capt sheikh shaikh shaykh sheik haji hajji mullah mulla "
    "maulvi mawlawi sayyed jr sr".split()
)
_FATHERS = frozenset("bin ibn ben bint binti".split())
_PARTICLES = _FATHERS | frozenset(
    "al el ad an as ul ur e i y de da do dos das di del della der den von van na and of the".split()
)
_RESPELT = (
    ("sch", "sh"), ("tch", "ch"), ("ph", "f"), ("gh", "g"), ("kh", "k"), ("dh", "d"), ("ck", "k"),
    ("qu", "k"), ("q", "k"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("yj", "y"),
    ("iy", "y"), ("ij", "y"), ("ii", "y"), ("ey", "e"), ("ej", "e"),
)  # fmt: skip
_VOWELS = str.maketrans(dict.fromkeys("eiouy", "a"))
_ALLOWED = ((3, 0.5), (5, 1.0), (8, 1.5), (99, 2.0))
"""Edits forgiven a name of up to so many letters; a vowel for a vowel counts as less."""


class Given(NamedTuple):
    """One name of a person: how it is spelt, how it sounds, where it stands."""

    form: str
    key: str
    start: int
    end: int


class _Met(NamedTuple):
    """A name of ours that met one of theirs."""

    ours: int
    theirs: int
    similarity: float
    how: str


def compare_persons(first: str, second: str) -> Comparison:
    """Return how alike two names of persons are, the same either way round.

    >>> compare_persons("Putin, Vladimir", "Vladimir Vladimirovich Putin").similarity
    0.941
    >>> compare_persons("Kim Song Min", "Kim Song Chol").similarity
    0.533
    """
    tokens = fold(first).tokens, fold(second).tokens
    system = _in_hangul(*tokens)
    if system:
        likeness = ROMANIZED_BY_USAGE if system == USAGE else ROMANIZED
        line = Aligned(
            ours=first, theirs=second, how="romanization", weight=likeness, system=system
        )
        return Comparison(likeness, (line,))
    plain = [all(token.form.isascii() for token in side) for side in tokens]
    romanize = plain[0] is not plain[1]
    ours, theirs = (_names(side, romanize=romanize) for side in tokens)
    if not ours or not theirs:
        return Comparison(0.0, ())
    if _one(ours) == _one(theirs) and len(ours) != len(theirs):
        line = Aligned(ours=first, theirs=second, how="glued", weight=1.0)
        return Comparison(1.0, (line,))
    ours, theirs = _initials(ours, theirs), _initials(theirs, ours)
    met = _meetings(ours, theirs)
    similarity, share = _scored(ours, theirs, met)
    if _fathers_swapped(tokens, met):
        similarity, share = round(similarity * PERSON_BY_ONE_NAME, 3), share * PERSON_BY_ONE_NAME
    lines = tuple(
        Aligned(
            ours=first[ours[one.ours].start : ours[one.ours].end],
            theirs=second[theirs[one.theirs].start : theirs[one.theirs].end],
            how=one.how,
            weight=round(share * one.similarity * _weight(ours, theirs, one), 3),
        )
        for one in sorted(met)
    )
    return Comparison(similarity, lines)


def _in_hangul(ours: Sequence[Token], theirs: Sequence[Token]) -> str:
    """Return the system that explains one name as the other in Hangul, family name first or last."""
    for native, latin in ((ours, theirs), (theirs, ours)):
        known = spellings("".join(token.form for token in native))
        forms = [token.form for token in latin]
        for order in (forms, forms[-1:] + forms[:-1]) if known else ():
            if system := known.get("".join(order)):
                return system
    return ""


def _names(tokens: Sequence[Token], *, romanize: bool) -> list[Given]:
    """Return the names among the tokens, without titles and particles unless all are such."""
    named = [token for token in tokens if token.form not in _TITLES | _PARTICLES] or list(tokens)
    found = []
    for token in named:
        form = "abdul" if token.form == "abd" else token.form
        if romanize:
            form = anyascii(latin_key(form, token.script)).replace("'", "").lower()
        # A vowel sign that stands alone has no Latin letter.
        if form:
            found.append(Given(form, sound(form), token.start, token.end))
    return found


@lru_cache(maxsize=65_536)
def sound(form: str) -> str:
    """Return a name as it sounds, as far as romanizations of one name differ.

    >>> sound("Schwarz".lower()), sound("qaddafi"), sound("zelenskyy")
    ('shvarz', 'kadafi', 'zelensky')
    """
    for written, heard in _RESPELT:
        form = form.replace(written, heard)
    return "".join(letter for at, letter in enumerate(form) if at == 0 or letter != form[at - 1])


def _one(names: Sequence[Given]) -> str:
    return "".join(name.form for name in names)


def _initials(names: list[Given], others: list[Given]) -> list[Given]:
    """Return the names with letters written together (JC) cut where the other spells them out."""
    if any(len(other.form) == 1 for other in others):
        return names
    starts = "".join(other.form[0] for other in others)
    cut: list[Given] = []
    for name in names:
        if len(name.form) == 2 and sound(name.form) == name.form and name.form in starts:
            letters = zip(name.form, (name.start, name.start + 1), strict=True)
            cut += [Given(letter, letter, at, at + 1) for letter, at in letters]
        else:
            cut.append(name)
    return cut


def _meetings(ours: Sequence[Given], theirs: Sequence[Given]) -> list[_Met]:
    """Return the best meetings such that no name is used twice."""
    possible = [
        _Met(one, other, similarity, how)
        for one, our in enumerate(ours)
        for other, their in enumerate(theirs)
        for similarity, how in _alike(our, their)
    ]

    def order(met: _Met) -> tuple[float, list[str], int, int]:
        forms = sorted((ours[met.ours].form, theirs[met.theirs].form))
        worth = met.similarity * _weight(ours, theirs, met)
        return -worth, forms, abs(met.ours - met.theirs), met.ours

    chosen: list[_Met] = []
    for met in sorted(possible, key=order):
        if all(met.ours != other.ours and met.theirs != other.theirs for other in chosen):
            chosen.append(met)
    return chosen


def _alike(our: Given, their: Given) -> list[tuple[float, str]]:
    """Return how alike two names are and how they meet; nothing if they do not."""
    if our.form == their.form:
        return [(1.0, "exact")]
    short, long = sorted((our.form, their.form), key=len)
    if len(short) == 1:
        return [(PERSON_INITIAL, "abbreviation")] if long.startswith(short) else []
    if our.key == their.key:
        return [(0.98, "romanization")]
    shorter = min(len(our.key), len(their.key))
    cost = _cost(our.key, their.key)
    if cost > next(edits for letters, edits in _ALLOWED if shorter <= letters or letters == 99):
        return []
    return [(round(1 - cost / max(len(our.key), len(their.key)), 3), "fuzzy")]


def _cost(first: str, second: str) -> float:
    """Return the edits between two names, of which vowels for vowels count as less."""
    edits = OSA.distance(first, second)
    consonants = OSA.distance(first.translate(_VOWELS), second.translate(_VOWELS))
    return consonants + PERSON_VOWEL * (edits - consonants)


def _weight(ours: Sequence[Given], theirs: Sequence[Given], met: _Met) -> float:
    return min(_worth(ours[met.ours]), _worth(theirs[met.theirs]))


def _worth(name: Given) -> float:
    return 0.5 if len(name.form) == 1 else 1.0


def _scored(
    ours: Sequence[Given], theirs: Sequence[Given], met: Sequence[_Met]
) -> tuple[float, float]:
    """Return the similarity, and what a unit of met weight adds to it."""
    left = {one.ours for one in met}, {one.theirs for one in met}
    alone = [
        sum(_worth(name) for at, name in enumerate(side) if at not in used)
        for side, used in zip((ours, theirs), left, strict=True)
    ]
    both = sum(_weight(ours, theirs, one) for one in met)
    if not met:
        return 0.0, 0.0
    factor = 1.0
    if all(alone):
        factor = PERSON_CONTRADICTED
        lonely = sum(alone)
    else:
        lonely = PERSON_EXTRA_NAME * sum(alone)
    whole = [one for one in met if one.how != "abbreviation"]
    if not whole or (len(met) == 1 and sum(alone) > 0):
        factor *= PERSON_BY_ONE_NAME
    share = 2 * factor / (2 * both + lonely)
    total = sum(one.similarity * _weight(ours, theirs, one) for one in met)
    return round(share * total, 3), share


def _fathers_swapped(tokens: tuple[Sequence[Token], Sequence[Token]], met: list[_Met]) -> bool:
    """Say whether who is whose son is told the other way round (Salman bin Muhammad)."""
    told = all(any(token.form in _FATHERS for token in side) for side in tokens)
    order = [one.theirs for one in sorted(met)]
    return told and order != sorted(order) and order[0] != 0 and len(order) == len(set(order))
