"""Where a name written in Han may stand inside a run of characters.

Chinese is written without spaces, so "集安" stands by accident in "密集安装" and "东港" in
"广东港口". A short place or party name counts only where at least one of its sides is clean
(domain.md 2.5, rule 2).
"""

import re
import unicodedata

from screener.index.trade_words import COUNTRIES, SPELLINGS
from screener.text.folding import Folded
from screener.text.korean_words import names_origin
from screener.text.legal_forms import covered, legal_forms

SHORT = 3
_VIETNAMESE = re.compile("[\u1ea0-\u1ef9\u01a0\u01a1\u01af\u01b0\u0110\u0111]")

_VOYAGE = frozenset(
    {"m", "mv", "mt", "ss", "f", "fv", "fishing", "vessel", "ship", "v", "voy", "voyage", "imo"}
)
"""Words that stand beside the name of a ship, as in "MV Petrel 8 V.023E"."""

_BEFORE = (
    "省", "市", "县", "区", "州", "国", "道", "郡", "在", "于", "从", "自", "往", "返", "抵", "经", "由", "到", "至",
    "与", "和", "及", "或", "是", "为", "给", "去", "赴", "来", "含", "用", "有", "无", "非", "不", "的", "达", "运",
    "途", "过", "境", "进", "转", "送", "退", "放", "派", "驻", "将", "把", "向", "予", "离", "路", "产", "厂", "地", "址", "司", "港", "岸", "辽宁", "吉林", "中国",
    "朝鲜", "平安", "延边", "丹东",
)  # fmt: skip
_BEHIND = (
    "市", "县", "区", "镇", "州", "省", "道", "郡", "里", "港", "口岸", "站", "海关", "监狱", "教化所", "劳教所",
    "纺织", "服装", "被服", "工厂", "厂", "产", "加工", "制造", "生产", "缝制", "完成", "交货", "发货", "发出",
    "出口", "进口", "贸易", "公司", "地区", "方面", "籍", "人", "工", "的", "和", "与", "及", "等", "验货", "质检",
    "提货", "返", "经", "运", "车间", "工场", "进出口", "有限", "手工", "针织", "编织", "假发", "之", "至", "到", "→",
    "那边", "这边", "一侧", "验收", "检查", "检验", "做", "钩", "缝", "织", "绣", "货", "女工", "分厂", "出货", "进货", "回货",
)  # fmt: skip


def stands_clean(folded: Folded, start: int, end: int) -> bool:
    """Say whether a Han name at a stretch of the joined text is bounded on one side.

    >>> from screener.text.folding import fold
    >>> stands_clean(fold("密集安装"), 1, 3), stands_clean(fold("吉林省集安市"), 3, 5)
    (False, True)
    """
    first, last = folded.token_at(start), folded.token_at(end - 1)
    if start == folded.starts[first] or end == folded.starts[last + 1]:
        return True
    before = folded.joined[folded.starts[first] : start]
    behind = folded.joined[end : folded.starts[last + 1]]
    return before.endswith(_BEFORE) or behind.startswith(_BEHIND)


def administrative_suffix(folded: Folded, end: int, suffixes: frozenset[str]) -> bool:
    """Say whether an administrative suffix directly follows a name (평성시, 平城市, Sonchon-gun)."""
    last = folded.token_at(end - 1)
    rest = folded.joined[end : folded.starts[last + 1]]
    if rest:
        return any(rest.startswith(suffix) for suffix in suffixes)
    if last + 1 >= len(folded.tokens):
        return False
    return folded.tokens[last + 1].form in _LATIN_SUFFIXES | suffixes


def origin_suffix(folded: Folded, end: int) -> bool:
    """Say whether the suffix of what comes from a place directly follows its name in Hangul.

    >>> from screener.text.folding import fold
    >>> origin_suffix(fold("청진산 인형"), 2), origin_suffix(fold("조선산업"), 2)
    (True, False)
    """
    last = folded.token_at(end - 1)
    return names_origin(folded.joined[end : folded.starts[last + 1]])


def is_vietnamese(text: str) -> bool:
    """Say whether a text holds a letter that Vietnamese has and English has not.

    >>> is_vietnamese("hạt"), is_vietnamese("hat")
    (True, False)
    """
    return _VIETNAMESE.search(unicodedata.normalize("NFC", text)) is not None


_LATIN_SUFFIXES = frozenset(
    "si shi gun kun do to ri ni up eup guyok county city province district prefecture".split()
)


def nothing_beside(folded: Folded, start: int, end: int) -> bool:
    """Say whether a text holds nothing beside a stretch but legal forms or words of a voyage.

    >>> from screener.text.folding import fold
    >>> name = fold("MV Petrel 8 V.023E")
    >>> nothing_beside(name, 2, 8), nothing_beside(fold("Petrel Foods Ltd"), 0, 6)
    (True, False)
    """
    forms = [token.form for token in folded.tokens]
    first, last = folded.token_at(start), folded.token_at(end - 1)
    legal = covered(legal_forms(forms))
    whole = start == folded.starts[first] and end == folded.starts[last + 1]
    return whole and all(
        first <= at <= last or at in legal or form in _VOYAGE or any(map(str.isdigit, form))
        for at, form in enumerate(forms)
    )


def names_a_firm(value: str, folded: Folded, start: int, end: int) -> bool:
    """Say whether a stretch of a text is part of the name of a firm: words of a firm stand beside it.

    Nothing else may, up to the next comma, bracket or stroke: behind those stands another party.

    >>> from screener.text.folding import fold
    >>> for value in ("Kim Chol Sam Textile Co., Ltd.", "Kim Chol Sam", "Textile Bank / Kim Chol Sam"):
    ...     at = value.index("Kim")
    ...     names_a_firm(value, fold(value), at, at + 12)
    True
    False
    False
    >>> for value in ("Kim Chol Sam Bakery LLC", "Kim Chol Sam of Daesong Bakery LLC"):
    ...     names_a_firm(value, fold(value), 0, 12)
    True
    False
    """
    begins = max((match.end() for match in _APART.finditer(value, 0, start)), default=0)
    apart = _APART.search(value, end)
    ends = apart.start() if apart is not None else len(value)
    part = [token for token in folded.tokens if begins <= token.start and token.end <= ends]
    forms = [token.form for token in part]
    legal = covered(legal_forms(forms))
    beside = [at for at, token in enumerate(part) if token.end <= start or end <= token.start]
    trade = {at for at in beside if forms[at] in SPELLINGS}
    telling = {at for at in trade if SPELLINGS[forms[at]] not in COUNTRIES} | legal & {*beside}
    # Behind a legal form the whole part is one name, whatever its other words say.
    one_name = bool(legal & {*beside}) and _SETS_APART.isdisjoint(forms)
    return bool(telling) and (trade | legal >= {*beside} or one_name)


_SETS_APART = frozenset("of at for from by via on to and mr mrs ms dr president director".split())
"""Words that set a person apart from a firm named beside."""
_APART = re.compile(r"[,;/|()\[\]<>:]|\s[-–—&+]\s|\b(?:c/o|dba|attn)\b", re.IGNORECASE)
