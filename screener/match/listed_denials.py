"""Lists under one denial, and commas behind which a denial no longer reaches.

"No child, prison or North Korean labour" denies three things; "no prison labour, North Korean
workers 30" denies one and states another.
"""

import re
from collections.abc import Sequence

# What joins the members of a list.
_JOINS = re.compile(
    r"\b(?:and|or|nor|y|e|o|u|ni|и|или|ни|et|ou|und|oder|noch|sowie|hoặc|hay|và|veya|ve|atau|dan|nem"
    r"|né|lub|ani)\b|[、及和或与與]|및|또는|혹은|(?<=[가-힣])(?:이나|나|과|와)(?=\s)|や|または|又は|および|及び|ならびに|並びに"
)
_JOINED = re.compile(r"[,，]\s*(?:(?:and|or|nor)\b|或|及|和)", re.IGNORECASE)
# A verb behind the comma, or people behind it who are counted or at work, make a new statement.
_NEW_VERB = re.compile(
    r"[,，]\s*(?:但|而|却|现|另|只|仅|其中|主要|全部|实际)*"
    r"(?:由|有|使用|用|雇用|雇佣|聘用|招用|安排|委托|交由|交给)"
)
_AT_WORK = re.compile(
    r"\s*(?:[:：x×-]?\s*[1-9]\d*\s*(?:%|名|人|位|个|명|чел|pax|persons?|people|workers?|heads?)?\s*"
    r"(?:[,，;；.。)）]|$)|(?:负责|来|正在|在此|在厂)?"
    r"(?:缝|编织|钩|加工|生产|制作|作业|完成|做|干活|上班|工作)"
    r"|(?:sew|knit|stitch|crochet|work|make|do|assemble|pack|process|produce|finish)(?:e?s)?\b)",
    re.IGNORECASE,
)
# "We use no North Korean yarn, North Korean hands or prison labour", as Korean says it: the list
# stands between who speaks and the verb. "Origin North Korea, no prison labour used" is no list.
_SPEAKER = re.compile(r"(?:당사|우리|저희|폐사|자사)(?:는|에서는)\s")
_OBJECT = re.compile(r"[을를]\s")
_PARTICLE = re.compile(r"(?:에서|에|은|는|이|가|로|고|며|음|함|됨|임)(?=\s|$)")
# "But our subcontractor does", "but the audit confirmed it".
_TURNED = re.compile(
    r"\b(?:but|however|yet|nevertheless|nonetheless|whereas|while)\b[^.;]{0,60}\b"
    r"(?:(?:do|does|did)(?=\s*(?:[.,;!]|so\b|$))|(?:uses?|used|employs?|employed) (?:it|them|some)\b"
    r"|(?:confirmed|found|proved|showed|established|revealed) (?:it|them|some|otherwise|the (?:contrary|opposite))\b)",
    re.IGNORECASE,
)
_TURNED_WITHIN = 160
# Countries to which nothing may be sold on.
_SOLD_ON = re.compile(
    r"수출|판매|전매|輸出|販売|転売|\br[eé]-?export|реэкспорт|экспорт", re.IGNORECASE
)
_BARRED = re.compile(
    r"\s*(?:(?:et|y|e|и|the|la)\s+|l['’])?(?:이란|쿠바|시리아|러시아|イラン|キューバ|シリア|ロシア|"
    r"Iran|Irán|Иран|Cuba|Куб|Syri|Siria|Сири|Russi|Rusia)",
    re.IGNORECASE,
)


_ITEM_ENDS = re.compile(r"[,，、]")
_NO_ITEM = re.compile(
    r"\d|(?:에서|에|은|는|이|가|로|고|며|음|함|됨|임|し|て|で|り|た|る|ます|です|を|に|が)\s*$|^\s*$"
)
_SENTENCE_MARKS = ".!?;:。！？；：\n"
_PAIR = 2


def joined(raw: str, start: int, end: int) -> bool:
    """Say whether a word that joins the members of a list stands in a stretch."""
    return _JOINS.search(raw, start, end) is not None


def turned(raw: str, start: int) -> bool:
    """Say whether what was denied or forbidden before an offset is taken back of another behind it.

    >>> turned("We use no forced labour in our own factory, but our subcontractor does.", 23)
    True
    """
    return _TURNED.search(raw, start, start + _TURNED_WITHIN) is not None


def begins_anew(raw: str, denied: int, start: int, end: int) -> bool:
    """Say whether a name at ``start`` to ``end`` stands in a statement of its own behind a comma.

    ``denied`` is where the denial before it ends. A comma before "or" is one of a list.
    """
    comma = max(raw.rfind(mark, denied, start) for mark in ",，")
    if comma < 0 or _JOINED.match(raw, comma):
        return False
    return _NEW_VERB.search(raw, comma, start) is not None or _AT_WORK.match(raw, end) is not None


def stands_alone(raw: str, start: int, denial: int) -> bool:
    """Say whether nothing but a list of three things or more stands in a sentence before a denial.

    A note in Korean or Japanese puts the denial of all last; what is counted is not denied, and the end
    of a verb ends a clause.

    >>> stands_alone("여권 압수, 임금 체불, 이동 제한 없음", 0, 18)
    True
    """
    first = max(raw.rfind(mark, 0, start) for mark in _SENTENCE_MARKS) + 1
    items = _ITEM_ENDS.split(raw[first:denial])
    return len(items) > _PAIR and not any(map(_NO_ITEM.search, items))


def is_list(raw: str, start: int, commas: Sequence[int], denial: int) -> bool:
    """Say whether the commas between a name at ``start`` and a denial behind it are those of a list.

    ``commas`` are the offsets behind each of them; of none there is no list.
    """
    if not commas:
        return False
    if _SOLD_ON.search(raw, 0, denial):
        return all(_BARRED.match(raw, at) for at in commas)
    speaker = _SPEAKER.search(raw, 0, start)
    if speaker is None or not _OBJECT.search(raw, commas[-1], denial):
        return False
    items = raw[speaker.end() : commas[-1]]
    return not _PARTICLE.search(items.replace(",", " ").replace("，", " "))
