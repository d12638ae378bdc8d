"""Fees for work, found in running text: a fee word beside an amount and a currency."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

import msgspec

from screener.codes.money import Money, amount_pattern, either, money_of, stated_currency
from screener.codes.units import UNITS

_MAX_TEXT = 100_000
_MAX_FEES = 50
_WINDOW, _GAP_AFTER, _GAP_BEFORE = 80, 30, 12
_FEE_WORDS = (
    "processing fee", "processing fees", "processing charge", "processing charges",
    "processing cost", "processing rate", "piece rate", "piece rates", "piece fee", "piece wage",
    "piecework rate", "piece-work rate", "piecework fee", "piecework pay", "labour charge",
    "labor charge", "labour fee", "labor fee", "labour cost", "labor cost", "making charge",
    "workmanship fee", "workmanship charge", "handwork fee", "hand work fee", "knitting fee",
    "crochet fee", "sewing fee", "conversion fee", "tolling fee", "cmt fee", "cmt charge",
    "cmt price", "cmt cost", "加工费", "加工費", "代加工费", "工缴费", "工繳費", "工钱", "工錢",
    "工费", "工費", "工价", "工價", "计件工资", "計件工資", "计件", "手工费", "手工費", "加工賃",
    "工賃", "加工単価", "加工单价", "加工費單價", "加工费单价",
    "가공비", "임가공비", "가공료", "임가공료", "공임", "공전", "삯", "삯전",
    "costo de maquila", "tarifa por pieza", "pago por pieza", "mano de obra", "phí gia công",
    "tiền công", "плата за обработку", "стоимость обработки", "сдельная оплата",
)  # fmt: skip
_DIGIT = re.compile(r"\d")
_HYPHENS = re.compile(r"[\s-]")
# What may stand between a fee word and its amount; a comma or a price word parts them.
_BLOCKING = re.compile(
    r"\b(?:incl\w*|excl\w*|price|not|no)\b|含|单价|單價|단가|포함", re.IGNORECASE
)


class Fee(msgspec.Struct, frozen=True):
    """A fee in a text, and where it stands, from its first word to its last."""

    money: Money
    start: int
    end: int


def find_fees(text: str) -> tuple[Fee, ...]:
    """Return the fees stated in a free text, in order of place.

    A fee word must stand beside an amount with a currency; the price of goods is no fee.

    >>> [fee.money.text() for fee in find_fees("加工费0.8元/个, unit price 1.20 USD/pc")]
    ['0.8 CNY per piece']
    >>> find_fees("unit price 0.85 USD/pc, processing fee included")
    ()
    """
    if len(text) > _MAX_TEXT or not _may_name_a_fee(text):
        return ()
    # One character stays one character, so that places in the text keep their numbers.
    folded = text if text.isascii() else "".join(_narrow(char) for char in text)
    words = islice(_fee_pattern().finditer(folded), _MAX_FEES)
    found = (_fee(folded, word.start(), word.end()) for word in words)
    fees = {(fee.start, fee.end): fee for fee in found if fee is not None}
    return tuple(fees[place] for place in sorted(fees))


def _may_name_a_fee(text: str) -> bool:
    if _DIGIT.search(text) is None:
        return False
    lowered = _HYPHENS.sub(" ", text.lower())
    return any(word in lowered for word in _FEE_WORDS)


def _fee(text: str, start: int, end: int) -> Fee | None:
    """Return the fee of the fee word at ``start``: the amount after it, else the one before."""
    after = next(_amounts(text, end, min(end + _WINDOW, len(text))), None)
    gap = text[end : after.start()] if after is not None else ""
    if after is not None and _joins(gap, _GAP_AFTER):
        return _placed(after, start, after.end(), unit=_unit_in(gap))
    before = next(reversed(list(_amounts(text, max(0, start - _WINDOW), start))), None)
    if before is not None and _joins(text[before.end() : start], _GAP_BEFORE):
        return _placed(before, before.start(), end)
    return None


def _amounts(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    return (
        match for match in amount_pattern().finditer(text, start, end) if stated_currency(match)
    )


def _placed(match: re.Match[str], start: int, end: int, *, unit: str | None = None) -> Fee | None:
    money = money_of(match, None, unit)
    return Fee(money, start, end) if money is not None and money.amount > 0 else None


def _joins(gap: str, longest: int) -> bool:
    """Whether an amount and a fee word with ``gap`` between them belong together."""
    parted = any(char.isdigit() or char in ",;.。，；、" for char in gap)
    return len(gap) <= longest and not parted and _BLOCKING.search(gap) is None


def _unit_in(gap: str) -> str | None:
    """Return the unit between a fee word and its amount, as in "fee (per piece): RMB 0.80"."""
    match = _unit_pattern().search(gap)
    return match.group(1) if match is not None else None


@lru_cache(maxsize=2048)
def _narrow(char: str) -> str:
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


@cache
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:per\s|/|每)\s?({either(UNITS)})", re.IGNORECASE)


@cache
def _fee_pattern() -> re.Pattern[str]:
    return re.compile(either(_FEE_WORDS).replace(r"\ ", r"[\s-]"), re.IGNORECASE)
