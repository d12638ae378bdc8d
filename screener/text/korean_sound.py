"""How a Korean name sounds, whatever system spelt it in Latin letters.

McCune-Reischauer, the Revised Romanization, the system of the DPRK and common usage differ in
whether a stop is voiced, in the letters for breath and in eo, eu and ae: Tangun, Dangun; Kwangson,
Gwangseon. Two spellings of one name have one sound; a few names that differ share one as well.
"""

import re

_PARTS = (
    ("weo", "wo"),
    ("eo", "o"),
    ("eu", "u"),
    ("ae", "e"),
    ("oo", "u"),
    ("ee", "i"),
    ("sh", "s"),
    ("ch", "c"),
    ("kh", "k"),
    ("th", "t"),
    ("ph", "p"),
)
_SOUNDS = str.maketrans("gdbjl", "ktpcr")
_TWICE = re.compile(r"(.)\1")
_SYLLABLE = (
    "(?:kk|kh|k|g|n|tt|th|t|d|r|l|m|pp|ph|p|b|ss|sh|s|jj|j|tch|ch|h)?"
    "(?:yae|ya|yeo|ye|yo|yu|wae|wa|weo|wo|we|wi|ae|a|eo|eui|eu|e|oe|oo|o|ui|u|ee|i)"
    "(?:ng|k|n|l|m|p|t|s|g|b|r)?"
)
_SYLLABLES = re.compile(f"(?:{_SYLLABLE}){{2,}}")


def korean_sound(form: str) -> str:
    """Return how a folded word sounds if it is Korean.

    >>> korean_sound("tangun") == korean_sound("dangun")
    True
    >>> korean_sound("kwangson") == korean_sound("gwangseon")
    True
    """
    for letters, sound in _PARTS:
        form = form.replace(letters, sound)
    return _TWICE.sub(r"\1", form.translate(_SOUNDS))


def reads_as_korean(form: str) -> bool:
    """Say whether a folded word can be two or more Korean syllables in Latin letters.

    >>> [reads_as_korean(word) for word in ("tangun", "gwangseon", "hyoksin", "complex", "space")]
    [True, True, True, False, False]
    """
    return bool(_SYLLABLES.fullmatch(form))
