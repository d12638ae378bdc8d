"""What may follow a Korean word in one run of Hangul, and the forms that a verb takes.

Korean writes particles and endings together with the word they belong to. The lists of words hold
nouns (생산) and the stems of verbs (만들-); here stands how either goes on.
"""

import re
from functools import cache

from screener.text.romanization import composed, is_hangul, syllable

# Letters that follow a word without changing it: particles, the plural, the copula.
_PARTICLES = frozenset(
    "은 는 이 가 을 를 에 의 로 와 과 도 만 등 들 용 인 임 및 에서 으로 에게 까지 부터 에는 에도 에서는 에서의 "
    "로서 로부터 으로부터 이나 나 이며 이고 라고 이라고 이라는 라는 이다 입니다 인지 들은 들이 들을 들의 에서도 으로는 "
    "뿐 뿐만 뿐이 외에 이외 부근 근처 인근 소재 이지만 지만 인데 현지 시내 쪽 방면 국적 입니까 인가요 인지요 일까요 이었음 였음 이었습니다 "
    "였습니다 에서는요 께 께서 한테 보다 처럼 마다 조차 이라 라 랑 이랑 하고".split()
)
# What is of, in or bound for a place; a particle may follow.
_OF_PLACE = ("산", "제", "측", "내", "외", "발", "행")
_OF_ORIGIN = ("산", "제")  # but for 제과, a bakery
# What makes a verb of a noun (교체해, 변경할, 제거된); 하지 and 되지 come before a denial.
_VERB_ENDING = re.compile(r"(?:하(?!지)|해|한|할|합|함|했|되(?!지)|돼|된|될|됨|됩|됐)[가-힣]{0,6}")
_DENIED = re.compile(r"[하되]지(?:는|도|를|가)?")
# What makes of a kind of work its place, its goods or its time (회수처, 생산분, 선적예정).
_OF_WORK = ("장소", "현장", "완료", "예정", "지점", "중", "분", "품", "지", "처", "소", "후")
_FINALS = ("", "ㄴ", "ㄹ", "ㅂ", "ㅁ", "ㅆ")
_ANY_ENDING = re.compile(r"(?!지)[가-힣]{0,6}")
# The vowel of a stem before the past and 서: 맡기, 맡겨; by their numbers in the order of Unicode.
_JOINED = {20: 6, 18: 4, 8: 9, 13: 14}
_MARK = "-"
_FEWEST = 2


def goes_on(rest: str) -> bool:
    """Say whether what follows a word changes nothing but its part in the sentence.

    >>> goes_on("에서는"), goes_on("산으로"), goes_on("산업")
    (True, True, False)
    """
    return rest in _PARTICLES or _with_particle(rest, _OF_PLACE)


def names_origin(rest: str) -> bool:
    """Say whether what follows the name of a place makes it that of what comes from there.

    >>> names_origin("산"), names_origin("제입니다"), names_origin("에서")
    (True, True, False)
    """
    return rest != "제과" and _with_particle(rest, _OF_ORIGIN)


def goes_on_as_work(word: int, rest: str) -> bool:
    """Say whether what follows a noun of so many letters makes a verb of it, or a noun of work.

    >>> goes_on_as_work(2, "하였습니다"), goes_on_as_work(2, "처"), goes_on_as_work(2, "하지")
    (True, True, False)
    """
    if _VERB_ENDING.fullmatch(rest):
        return True
    return word >= _FEWEST and _with_particle(rest, _OF_WORK)


def goes_before_denial(rest: str) -> bool:
    """Say whether what follows a noun makes of it a verb that is denied: 사용하지 않음.

    >>> goes_before_denial("하지는"), goes_before_denial("하여")
    (True, False)
    """
    return _DENIED.fullmatch(rest) is not None


def ends_verb(rest: str) -> bool:
    """Say whether what follows the form of a stem ends a verb; 지 comes before a denial."""
    return _ANY_ENDING.fullmatch(rest) is not None


def is_stem(text: str) -> bool:
    """Say whether a list gives a word as the stem of a verb."""
    return text.endswith(_MARK) and is_hangul(text[-2:-1])


@cache
def forms_of(stem: str) -> tuple[str, ...]:
    """Return how the forms of a verb begin, from its stem as a list gives it.

    A stem in 하 is one of 되, too.

    >>> forms_of("만들-")
    ('만들', '만드', '만든', '만듭', '만듦')
    >>> forms_of("맡기-")
    ('맡기', '맡긴', '맡길', '맡깁', '맡김', '맡겨', '맡겼')
    """
    stem = stem.removesuffix(_MARK)
    before, last = stem[:-1], syllable(stem[-1])
    if stem.endswith("하"):
        return tuple(before + form for form in "하 한 할 합 함 해 했 되 된 될 됩 됨 돼 됐".split())
    if last.final == "ㄹ":
        plain = (composed(last._replace(final=final)) for final in ("", "ㄴ", "ㅂ", "ㄻ"))
        return (stem, *(before + one for one in plain))
    if last.final:
        return (stem,)
    joined = last._replace(vowel=_JOINED.get(last.vowel, last.vowel))
    forms = [last._replace(final=final) for final in _FINALS[:-1]]
    forms += [joined._replace(final=final) for final in ("", "ㅆ")]
    return tuple(dict.fromkeys(before + composed(form) for form in forms))


def _with_particle(rest: str, suffixes: tuple[str, ...]) -> bool:
    return any(
        rest.startswith(one) and (rest == one or rest[len(one) :] in _PARTICLES) for one in suffixes
    )
