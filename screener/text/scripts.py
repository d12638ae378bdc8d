"""Which script a character belongs to, as far as matching cares."""

from functools import lru_cache
from typing import Literal, get_args

Script = Literal["latn", "cyrl", "hani", "kana", "hang", "digit", "other"]

SCRIPTS: tuple[Script, ...] = get_args(Script)
"""Every script, in a fixed order."""

_RANGES: tuple[tuple[int, int, Script], ...] = (
    (0x0400, 0x052F, "cyrl"),
    (0x1100, 0x11FF, "hang"),
    (0x2E80, 0x2FDF, "hani"),
    (0x3005, 0x3007, "hani"),
    (0x3040, 0x30FF, "kana"),
    (0x3130, 0x318F, "hang"),
    (0x31F0, 0x31FF, "kana"),
    (0x3400, 0x4DBF, "hani"),
    (0x4E00, 0x9FFF, "hani"),
    (0xA960, 0xA97F, "hang"),
    (0xAC00, 0xD7FF, "hang"),
    (0xF900, 0xFAFF, "hani"),
    (0x20000, 0x323AF, "hani"),
)

# Where Latin letters stand, those with marks, of phonetics and of full width among them.
_LATIN = (
    (0x0041, 0x02FF), (0x1D00, 0x1DBF), (0x1E00, 0x1EFF), (0x2071, 0x209C), (0x212A, 0x212B),
    (0x2C60, 0x2C7F), (0xA722, 0xA7FF), (0xAB30, 0xAB6F), (0xFB00, 0xFB06), (0xFF21, 0xFF5A),
)  # fmt: skip


@lru_cache(maxsize=65_536)
def script_of(character: str) -> Script:
    """Return the script of one character.

    >>> script_of("丹"), script_of("신"), script_of("ŏ"), script_of("8")
    ('hani', 'hang', 'latn', 'digit')
    """
    if character.isdigit():
        return "digit"
    code = ord(character)
    for first, last, script in _RANGES:
        if first <= code <= last:
            return script
    latin = character.isalpha() and any(first <= code <= last for first, last in _LATIN)
    return "latn" if latin else "other"


def main_script(text: str) -> Script:
    """Return the script most letters of a text are in; digits count only alone.

    >>> main_script("제8군단"), main_script("KN95")
    ('hang', 'latn')
    """
    counts: dict[Script, int] = {}
    for character in text:
        if character.isalnum():
            script = script_of(character)
            counts[script] = counts.get(script, 0) + 1
    letters = {script: count for script, count in counts.items() if script != "digit"} or counts
    return max(letters, key=lambda script: (letters[script], script)) if letters else "other"
