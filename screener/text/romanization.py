"""Hangul in Latin letters by the published rules of three systems.

* ``RR``, the Revised Romanization: Ministry of Culture and Tourism of the Republic of Korea,
  Notification 2000-8 of 7 July 2000. Its chapter 3.8, which writes letters rather than sounds, is
  ``letters``.
* ``MR``: G. M. McCune and E. O. Reischauer, "The Romanization of the Korean Language, Based upon Its
  Phonetic Structure", Transactions of the Korea Branch of the Royal Asiatic Society 29 (1939), 1-55.
* ``DPRK``: "Rules of the Latin Alphabetical Transcription of the Korean Language" of 1992, presented
  to the United Nations Group of Experts on Geographical Names in 1994, revised in 2002 and 2012.

Sounds change within one word, as the rules say: a closed syllable before a nasal or a liquid
(Wangsimni, Amrokgang), a plain consonant between voiced sounds. What no rule can know from the
letters is left out: sounds that come in where two words were joined.
"""

from itertools import pairwise
from typing import Literal, NamedTuple

System = Literal["RR", "MR", "DPRK"]
SYSTEMS: tuple[System, ...] = ("MR", "RR", "DPRK")

_FIRST_SYLLABLE = 0xAC00
_I = 20
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FINALS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
_VOWELS: dict[System, list[str]] = {
    "RR": "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(),
    "MR": "a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ we wi yu ŭ ŭi i".split(),
    "DPRK": "a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ we wi yu ŭ ŭi i".split(),
}
_PLAIN: dict[System, str] = {
    "RR": "g kk n d tt r m b pp s ss - j jj ch k t p h",
    "MR": "k kk n t tt r m p pp s ss - ch tch ch' k' t' p' h",
    "DPRK": "k kk n t tt r m p pp s ss - j jj ch kh th ph h",
}
_VOICED: dict[System, dict[str, str]] = {
    "RR": {},
    "MR": {"ㄱ": "g", "ㄷ": "d", "ㅂ": "b", "ㅈ": "j"},
    "DPRK": {"ㄱ": "g", "ㄷ": "d", "ㅂ": "b"},
}
# The sound that a final is heard as before a consonant; N stands for ng.
_HEARD = {
    "k": "ㄱㄲㄳㅋㄺ",
    "t": "ㄷㅅㅆㅈㅊㅌㅎ",
    "p": "ㅂㅄㅍㄿ",
    "n": "ㄴㄵㄶ",
    "l": "ㄹㄼㄽㄾㅀ",
    "m": "ㅁㄻ",
    "N": "ㅇ",
}
_CLOSED = {final: heard for heard, finals in _HEARD.items() for final in finals}
_DOUBLE = {
    "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ", "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ",
    "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
_BREATHED = {"ㄱ": "ㅋ", "ㄷ": "ㅌ", "ㅈ": "ㅊ"}
_WITHOUT_BREATH = {"ㅎ": "", "ㄶ": "ㄴ", "ㅀ": "ㄹ"}
_SOFTENED = {"ㄷ": "ㅈ", "ㅌ": "ㅊ"}
_BEFORE_NASAL = {"k": "N", "t": "n", "p": "m"}


class Syllable(NamedTuple):
    """The letters of a syllable; the vowel by its number in the order of Unicode."""

    initial: str
    vowel: int
    final: str


def is_hangul(text: str) -> bool:
    """Say whether a text is of whole Hangul syllables and nothing else.

    >>> is_hangul("신의주"), is_hangul("ㅋㅋ"), is_hangul("제8")
    (True, False, False)
    """
    return bool(text) and all("가" <= character <= "힣" for character in text)


def romanized(name: str, system: System) -> str:
    """Return a name of Hangul syllables in Latin letters, capitalised.

    >>> [romanized("신의주", system) for system in ("RR", "MR", "DPRK")]
    ['Sinuiju', 'Sinŭiju', 'Sinŭiju']
    >>> [romanized("평성", system) for system in ("RR", "MR", "DPRK")]
    ['Pyeongseong', "P'yŏngsŏng", 'Phyŏngsŏng']
    >>> romanized("전주", "MR"), romanized("철원", "RR"), romanized("선릉", "RR")
    ('Chŏnju', 'Cheorwon', 'Seolleung')
    """
    syllables = _assimilated([syllable(character) for character in name])
    written = ""
    before = ""
    for at, one in enumerate(syllables):
        following = syllables[at + 1].initial if at + 1 < len(syllables) else None
        previous = syllables[at - 1].final if at else None
        onset, before = _onset(one.initial, previous, before, system, first=at == 0)
        written += before + onset + _VOWELS[system][one.vowel]
        before = _coda(one.final, following, system)
    return (written + before).replace("N", "ng").capitalize()


def transliterated(name: str) -> str:
    """Return a name letter by letter, as chapter 3.8 of the Revised Romanization has it.

    >>> transliterated("덕천"), transliterated("송림리")
    ('Deogcheon', 'Songlimli')
    """
    letters = {**_letters("RR"), "ㄹ": "l", "ㅇ": ""}
    written = ""
    for one in map(syllable, name):
        final = "".join(
            "ng" if part == "ㅇ" else letters[part] for part in _DOUBLE.get(one.final, one.final)
        )
        written += letters[one.initial] + _VOWELS["RR"][one.vowel] + final
    return written.capitalize()


def syllable(character: str) -> Syllable:
    """Return the letters of one Hangul syllable.

    >>> syllable("백").initial, syllable("백").final
    ('ㅂ', 'ㄱ')
    """
    code = ord(character) - _FIRST_SYLLABLE
    initial, rest = divmod(code, 588)
    vowel, final = divmod(rest, 28)
    return Syllable(_INITIALS[initial], vowel, _FINALS[final])


def composed(one: Syllable) -> str:
    """Return the Hangul character of some letters; the inverse of ``syllable``.

    >>> composed(syllable("룡")._replace(initial="ㅇ"))
    '용'
    """
    initial, final = _INITIALS.index(one.initial), _FINALS.index(one.final)
    return chr(_FIRST_SYLLABLE + initial * 588 + one.vowel * 28 + final)


def _assimilated(syllables: list[Syllable]) -> list[Syllable]:
    """Return syllables after breath has joined a plain consonant and i has softened d and t."""
    changed = list(syllables)
    for at, (one, after) in enumerate(pairwise(syllables)):
        if one.final in _WITHOUT_BREATH and after.initial in _BREATHED:
            changed[at] = changed[at]._replace(final=_WITHOUT_BREATH[one.final])
            changed[at + 1] = after._replace(initial=_BREATHED[after.initial])
        elif one.final in _SOFTENED and after.initial == "ㅇ" and after.vowel == _I:
            changed[at] = changed[at]._replace(final="")
            changed[at + 1] = after._replace(initial=_SOFTENED[one.final])
    return changed


def _coda(final: str, following: str | None, system: System) -> str:
    """Return the letters of a final, which may move over to the next syllable."""
    if not final:
        return ""
    heard = _CLOSED[final]
    if following is None:
        return heard
    if following == "ㅇ" and final != "ㅇ":
        return _moved(final, system)
    if following in "ㄴㅁ" or (following == "ㄹ" and heard in _BEFORE_NASAL):
        return _BEFORE_NASAL.get(heard, heard)
    return heard


def _moved(final: str, system: System) -> str:
    """Return a final that a following vowel takes over, as that syllable's first sound."""
    if final in _WITHOUT_BREATH:
        return {"ㅎ": "", "ㄶ": "n", "ㅀ": "r"}[final]
    letters = _DOUBLE.get(final, final)
    kept, moved = _CLOSED[letters[0]] if len(letters) > 1 else "", letters[-1]
    letter = _VOICED[system].get(moved) or _letters(system)[moved]
    return kept + letter


def _letters(system: System) -> dict[str, str]:
    return dict(zip(_INITIALS, _PLAIN[system].split(), strict=True))


def _onset(
    initial: str, previous: str | None, coda: str, system: System, *, first: bool
) -> tuple[str, str]:
    """Return the letters of an initial, and those of the coda before it, which it may change."""
    if initial == "ㅇ":
        return "", coda
    if initial == "ㄹ" and not first:
        return _liquid(coda, system)
    if initial == "ㄴ" and coda == "l":
        return "l", coda
    voiced = _VOICED[system].get(initial)
    if voiced and not first and (not previous or coda in ("n", "m", "N", "l")):
        hard = system == "MR" and coda == "l" and initial in "ㄷㅈ"
        return (_letters(system)[initial] if hard else voiced), coda
    if system == "DPRK" and initial == "ㄱ" and coda == "k":
        return "g", coda
    return _letters(system)[initial], coda


def _liquid(coda: str, system: System) -> tuple[str, str]:
    """Return how ㄹ is written behind a coda: Silla, Gangneung, but Songrim in the DPRK."""
    if coda == "":
        return "r", coda
    if coda == "l":
        return "l", coda
    if system == "DPRK":
        return "r", coda
    return ("l", "l") if coda == "n" else ("n", coda)
