"""Every way a Hangul name is spelt in Latin letters, and the system that explains each.

Beside the three published systems (``screener.text.romanization``) there is usage: words
written apart or together, suffixes of places without their change of sound (Tosŏng-ri beside
T'osŏng-ni), r and n at the beginning of a word as either Korea writes them (Ryongsan, Yongsan),
spellings that families and companies are used to (Lee, Park, Daesung).
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise, product
from types import MappingProxyType

from screener.text.folding import tokens_of
from screener.text.romanization import (
    SYSTEMS,
    Syllable,
    composed,
    is_hangul,
    romanized,
    syllable,
    transliterated,
)

LETTERS = "RR letters"
USAGE = "usage"
_LONGEST = 12
_LONGEST_USUAL = 3
_PERSON = 3
"""Syllables of most names of persons: the family name and two more."""
SUFFIXES = tuple("로동자구 노동자구 구역 시 군 구 도 리 읍 면 동 항 역 강 산".split())
# The vowels before which r and n fall silent at the beginning of a word (i and those with y).
_SOFT = frozenset((2, 3, 6, 7, 12, 17, 20))
# Syllables of Chinese origin that have an r in the north where the south writes none.
_NORTHERN = frozenset("량려력련렬렴렵령례료룡류륙륜률륭리린림립라락란람랍랑래랭략로록론롱뢰루르릉")
_INITIAL_USAGE = {
    "ㄱ": "g k", "ㄲ": "kk g k", "ㄴ": "n", "ㄷ": "d t", "ㄸ": "tt d", "ㄹ": "r l", "ㅁ": "m", "ㅂ": "b p",
    "ㅃ": "pp b", "ㅅ": "s", "ㅆ": "ss s", "ㅇ": "", "ㅈ": "j ch", "ㅉ": "jj j", "ㅊ": "ch", "ㅋ": "k", "ㅌ": "t th",
    "ㅍ": "p ph", "ㅎ": "h",
}  # fmt: skip
_VOWEL_USAGE = (
    "a", "ae ai", "ya", "yae", "", "e", "", "ye", "o", "wa", "wae", "oe oi", "yo", "u oo", "wo", "we",
    "wi ui", "yu yoo", "u eu", "ui eui", "i ee",
)  # fmt: skip
# The vowels that the systems differ on, by number, and how one name spells all of its own.
_DIFFERING = {4: ("eo", "o", "u", "u"), 6: ("yeo", "yo", "yu", "you")}
_STYLES = (0, 1, 2, 3)
_REVISED = ("eo", "eu")
_FINAL_USAGE = {
    "ㄱ": "k g",
    "ㄴ": "n",
    "ㄹ": "l",
    "ㅁ": "m",
    "ㅂ": "p b",
    "ㅅ": "t",
    "ㅇ": "ng",
    "": "",
}
# Families, as they write themselves; the systems add their own spellings.
_FAMILIES = {
    "김": "kim gim", "이": "lee yi rhee ri li", "리": "lee yi rhee ri li", "박": "park pak bark",
    "최": "choi choe chay", "정": "chung jung jong chong jeong", "강": "kang gang", "조": "cho jo",
    "윤": "yoon yun", "장": "chang jang", "임": "lim rim yim im", "림": "lim rim yim im", "한": "han hahn",
    "오": "oh o", "서": "suh seo so", "신": "shin sin", "권": "kwon", "황": "hwang whang", "안": "ahn an",
    "송": "song", "전": "chun jun jon chon", "홍": "hong", "유": "yoo you ryu yu", "류": "yoo ryu ryoo yu",
    "고": "ko koh go", "문": "moon mun", "양": "yang ryang", "량": "yang ryang", "손": "son sohn",
    "배": "bae pae", "백": "paik baek paek baik", "허": "huh hur ho", "노": "noh roh no ro",
    "로": "noh roh no ro", "남": "nam", "심": "shim sim", "하": "ha", "곽": "kwak gwak", "성": "sung song",
    "차": "cha", "주": "joo chu ju", "우": "woo u wu", "구": "koo ku gu", "라": "ra na rha", "나": "na ra rha",
    "현": "hyun hyon", "여": "yeo ryo yo", "려": "ryo yo yeo", "태": "tae thae",
}  # fmt: skip


@lru_cache(maxsize=65_536)
def spellings(name: str) -> Mapping[str, str]:
    """Return the folded Latin spellings of a Hangul name, each with the system it follows.

    Where several systems agree, MR is named before RR and DPRK, and usage last. Empty for
    anything but up to twelve whole syllables.

    >>> found = spellings("백토")
    >>> [found[spelling] for spelling in ("paekto", "baekto", "paektho", "baektho")]
    ['MR', 'RR', 'DPRK', 'usage']
    """
    if not is_hangul(name) or len(name) > _LONGEST:
        return MappingProxyType({})
    found: dict[str, str] = {}
    for spelling, system in _all(name):
        folded = "".join(token.form for token in tokens_of(spelling))
        found.setdefault(folded, system)
    return MappingProxyType(found)


def _all(name: str) -> Iterator[tuple[str, str]]:
    """Yield every spelling, the likeliest explanation of each first."""
    for system in SYSTEMS:
        yield romanized(name, system), system
    yield transliterated(name), LETTERS
    written = _beginnings(name)
    for system in SYSTEMS:
        for form in written:
            for pieces in ((form,), *_divided(form)):
                yield "".join(romanized(piece, system) for piece in pieces), system
            for stem, suffix in _suffixed(form):
                for end in (suffix, _voiced(suffix, system)):
                    yield romanized(stem, system) + end, system
        if system == "MR":
            yield from ((romanized(one, system), system) for one in map(_doubled, written))
    for form in written:
        yield from ((spelling, USAGE) for spelling in _usual(form))
    yield from ((spelling, USAGE) for spelling in _families(name))


def _families(name: str) -> Iterator[str]:
    """Yield a family name, or the name of a person of three syllables, as families write it."""
    families = _FAMILIES.get(name[0], "").split()
    if len(name) == 1:
        yield from families
    elif len(name) == _PERSON:
        given = [*(romanized(name[1:], system) for system in SYSTEMS), *_usual(name[1:])]
        yield from (family + rest for family in families for rest in given)


def _beginnings(name: str) -> list[str]:
    """Return a name with its first syllable as either Korea writes it, the one given first."""
    first, rest = syllable(name[0]), name[1:]
    written = [name]
    soft = first.vowel in _SOFT
    if first.initial == "ㄹ":
        written += [composed(first._replace(initial="ㅇ" if soft else "ㄴ")) + rest]
    elif first.initial == "ㄴ" and soft:
        written += [composed(first._replace(initial="ㅇ")) + rest]
    northern = composed(first._replace(initial="ㄹ"))
    silent = first.initial == ("ㅇ" if soft else "ㄴ")
    if silent and northern in _NORTHERN:
        written += [northern + rest]
    return written


def _doubled(name: str) -> str:
    """Return a name with n behind n for r, as maps in this system write it: Ŭnnyul, Hoemun-ni."""
    letters = [syllable(character) for character in name]
    doubled = [
        after._replace(initial="ㄴ") if (one.final, after.initial) == ("ㄴ", "ㄹ") else after
        for one, after in pairwise(letters)
    ]
    return name[0] + "".join(map(composed, doubled))


def _divided(name: str) -> Iterator[tuple[str, str]]:
    """Yield a long name cut in two words of two syllables or more: sounds do not change there."""
    for cut in range(2, len(name) - 1):
        yield name[:cut], name[cut:]


def _suffixed(name: str) -> Iterator[tuple[str, str]]:
    """Yield the stem of a place with its suffix, in the letters that it begins a word with."""
    for suffix in SUFFIXES:
        if name.endswith(suffix) and len(name) > len(suffix) + 1:
            stem = name.removesuffix(suffix)
            for beginning in _beginnings(suffix):
                for system in SYSTEMS:
                    yield stem, romanized(beginning, system)


def _voiced(suffix: str, system: str) -> str:
    """Return a suffix as MR and DPRK write it behind a voiced sound: -gun, -dong, -do."""
    softer = {"K": "G", "T": "D", "P": "B"}
    return suffix if system == "RR" else softer.get(suffix[0], suffix[0]) + suffix[1:]


def _usual(name: str) -> Iterator[str]:
    """Yield a short name as people spell it syllable by syllable, by no system."""
    if len(name) > _LONGEST_USUAL:
        return
    most = 2 if len(name) < _LONGEST_USUAL else 1
    letters = [syllable(character) for character in name]
    differ = any(one.vowel in _DIFFERING for one in letters)
    for style in _STYLES if differ else (0,):
        ways = [_ways(one, style, most) for one in letters]
        yield from ("".join(spelling) for spelling in product(*ways))


def _ways(one: Syllable, style: int, most: int) -> list[str]:
    """Return the spellings of a syllable; a vowel of the Revised Romanization takes its consonants."""
    initials = _INITIAL_USAGE[one.initial].split() or [""]
    if one.initial == "ㅅ" and one.vowel in (16, 20):
        initials = [*initials, "sh"]
    differing = _DIFFERING.get(one.vowel)
    vowels = [differing[style]] if differing else _VOWEL_USAGE[one.vowel].split()[:most]
    finals = _FINAL_USAGE.get(one.final, "").split() or [""]
    return [
        initial + vowel + final
        for vowel in vowels
        for initial in (initials[:1] if vowel.endswith(_REVISED) else initials)
        for final in finals
    ]


def system_between(first: str, second: str) -> str:
    """Return the system by which one of two folded names spells the other, or nothing.

    >>> system_between("정주", "jeongju"), system_between("chongju", "정주")
    ('RR', 'MR')
    """
    for native, latin in ((first, second), (second, first)):
        if found := spellings(native.replace(" ", "")).get(latin.replace(" ", "")):
            return found
    return ""
