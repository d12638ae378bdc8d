"""Readings of names in plain letters without where their words stand.

Most names that are asked for are on no list, so where their words stand is never shown; a name
that is found is read again by ``readings``, which gives the same words
(``tests/index/test_quick_readings.py`` holds them against each other).
"""

from collections.abc import Sequence

from screener.index.alphabetic import next_words
from screener.index.layout import layout
from screener.index.lexicon import IGNORED, Lexicon
from screener.index.readings import LINKS, plain_name, readings
from screener.index.terms import Reading, Term, reading_of

NOWHERE = -1
"""Start and end of a word whose place was not noted."""


def quick_readings(text: str, lexicon: Lexicon) -> tuple[Reading, ...]:
    """Return the readings of a text; one in plain letters without legal forms and places."""
    forms = plain_name(text)
    if not forms:
        return readings(text, lexicon) if forms is None else ()
    found = layout(forms)
    return tuple(
        [
            _reading([forms[index] for index in kept], lexicon, named=found.named)
            for kept in ((found.kept, found.head) if found.head else (found.kept,))
        ]
    )


def placed(text: str, reading: Reading, lexicon: Lexicon) -> Reading:
    """Return a reading of a text with the places of its words and with its legal forms."""
    if reading.terms[0].start != NOWHERE:
        return reading
    words = [term.word for term in reading.terms]
    return next(
        one for one in readings(text, lexicon) if [term.word for term in one.terms] == words
    )


def _reading(forms: list[str], lexicon: Lexicon, *, named: bool) -> Reading:
    whole = "".join([form for form in forms if form not in LINKS]) if named else ""
    return reading_of(_terms(forms, lexicon), whole=whole)


def _terms(forms: list[str], lexicon: Lexicon) -> Sequence[Term]:
    """Return the terms that some tokens stand for."""
    told = [form for form in forms if form not in IGNORED] or forms
    last = len(told) - 1
    terms: list[Term] = []
    at = 0
    while at <= last:
        words, follows = lexicon.alone(told[at])
        length = 1
        if words is None or (follows and at < last and told[at + 1] in follows):
            length, words = next_words(told, at, lexicon)
        terms += [Term(word, NOWHERE, NOWHERE) for word in words]
        at += length
    return terms
