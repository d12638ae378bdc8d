"""Korean place names in Latin letters, by the published rules of three systems.

RR is the Republic of Korea's of 2000, MR that of McCune and Reischauer (1939), DPRK that of
1992. Only what place names need is here; sounds change within one word, as the rules say.
"""

from typing import Literal, NamedTuple

System = Literal["RR", "MR", "DPRK"]

_FIRST_SYLLABLE = 0xAC00
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
# The sound a final is heard as before a consonant.
_CLOSED = dict(
    zip(
        "ㄱㄲㄳㄷㅅㅆㅈㅊㅌㅎㅂㅄㅍㄴㄵㄶㄹㄼㅀㅁㄻㅇㅋㄺ", "kkkttttttttppnnnlllmmNkk", strict=False
    )
)
_CLOSED.update({"ㅂ": "p", "ㅄ": "p", "ㅍ": "p", "ㄷ": "t", "ㅎ": "t"})
_BEFORE_NASAL = {"k": "N", "t": "n", "p": "m"}


class _Syllable(NamedTuple):
    initial: str
    vowel: int
    final: str


def romanized(name: str, system: System) -> str:
    """Return a name of Hangul syllables in Latin letters, capitalised.

    >>> [romanized("신의주", system) for system in ("RR", "MR", "DPRK")]
    ['Sinuiju', 'Sinŭiju', 'Sinŭiju']
    >>> [romanized("평성", system) for system in ("RR", "MR", "DPRK")]
    ['Pyeongseong', "P'yŏngsŏng", 'Phyŏngsŏng']
    >>> romanized("전주", "MR"), romanized("철원", "RR"), romanized("선릉", "RR")
    ('Chŏnju', 'Cheorwon', 'Seolleung')
    """
    syllables = [_syllable(character) for character in name]
    written = ""
    before = ""
    for at, syllable in enumerate(syllables):
        following = syllables[at + 1].initial if at + 1 < len(syllables) else None
        previous = syllables[at - 1].final if at else None
        onset, before = _onset(syllable.initial, previous, before, system, first=at == 0)
        written += before + onset + _VOWELS[system][syllable.vowel]
        before = _coda(syllable.final, following, system)
    return (written + before).replace("N", "ng").capitalize()


def _syllable(character: str) -> _Syllable:
    code = ord(character) - _FIRST_SYLLABLE
    initial, rest = divmod(code, 588)
    vowel, final = divmod(rest, 28)
    return _Syllable(_INITIALS[initial], vowel, _FINALS[final])


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
    parts = {
        "ㄳ": ("k", "ㅅ"),
        "ㄵ": ("n", "ㅈ"),
        "ㄺ": ("l", "ㄱ"),
        "ㄻ": ("l", "ㅁ"),
        "ㄼ": ("l", "ㅂ"),
    }
    kept, moved = parts.get(final, ("", final))
    if moved in ("ㅎ", "ㄶ", "ㅀ"):
        return {"ㅎ": "", "ㄶ": "n", "ㅀ": "r"}[moved]
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
        return voiced, coda
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
