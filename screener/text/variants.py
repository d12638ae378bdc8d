"""Han variants: traditional, Japanese and variant forms folded to simplified ones.

OpenCC's tables (Apache-2.0) are used character by character, so that a folded text keeps
the length of what it came from and spans can be traced back.
"""

from functools import cache

from opencc import OpenCC


@cache
def _converters() -> tuple[OpenCC, OpenCC]:
    return OpenCC("jp2t"), OpenCC("t2s")


@cache
def simplified(character: str) -> str:
    """Return the simplified form of one Han character, or the character itself.

    >>> simplified("義"), simplified("鮮"), simplified("労"), simplified("丹")
    ('义', '鲜', '劳', '丹')
    """
    seen = [character]
    while (step := _step(seen[-1])) not in seen:
        seen.append(step)
    return seen[-1]


def _step(character: str) -> str:
    """Return what the tables make of a character in one step, if it stays one character."""
    shinjitai, traditional = _converters()
    direct = str(traditional.convert(character))
    # Characters that are already simplified Chinese must not pass the Japanese table: it
    # reads some of them (芸, 弁) as Japanese abbreviations of other characters.
    if direct == character and not _chinese(character):
        direct = str(traditional.convert(shinjitai.convert(character)))
    return direct if len(direct) == 1 else character


def _chinese(character: str) -> bool:
    """Say whether a character is ordinary simplified Chinese (it is in GB 2312)."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
