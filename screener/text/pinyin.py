"""Which Latin words can be read as Chinese syllables."""

import re
from functools import lru_cache

_FINALS_OF = {
    "b": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "p": "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng u",
    "d": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un",
    "t": "a e ai ei ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan un v ve ue",
    "l": "a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve ue",
    "g|k|h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j|q|x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh|ch|sh": "a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "r": "e i ao ou an en ang eng ong u uo ui uan un",
    "z|c|s": "a e i ai ei ao ou an en ang eng ong u uo ui uan un",
    "y": "a o e ao ou an ang i in ing ong u ue uan un",
    "w": "a o ai ei an en ang eng u",
}
_BARE = "a|o|e|ai|ei|ao|ou|an|en|ang|er"


def _alternatives(finals: str) -> str:
    return "|".join(sorted(finals.split(), key=lambda final: (-len(final), final)))


_SYLLABLE = "|".join(f"(?:{initials})(?:{_alternatives(f)})" for initials, f in _FINALS_OF.items())
_WORD = re.compile(f"(?:(?:{_BARE})(?:{_SYLLABLE})+|(?:{_SYLLABLE}){{2,}})")
_NASAL = re.compile("(?<=[aei])ng(?![aeiou])")
_HISS = re.compile("([szc])h")


@lru_cache(maxsize=65_536)
def reads_as_pinyin(word: str) -> bool:
    """Say whether a word can be read as two or more Chinese syllables.

    >>> reads_as_pinyin("huayang"), reads_as_pinyin("huayamg"), reads_as_pinyin("toyota")
    (True, False, False)
    """
    return _WORD.fullmatch(word) is not None


@lru_cache(maxsize=65_536)
def sounds_merged(word: str) -> str:
    """Return pinyin without the differences that many speakers do not make.

    Final n and ng, and s, z, c beside sh, zh, ch.

    >>> sounds_merged("zhongsheng") == sounds_merged("zongsen")
    True
    """
    return _NASAL.sub("n", _HISS.sub(r"\1", word))
