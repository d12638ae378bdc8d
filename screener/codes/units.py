"""Currencies and units of count as written on trade papers."""

import difflib
import re

# ISO 4217 without KGS: on trade papers these letters are kilograms.
_CURRENCIES = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN
BZD CAD CDF CHF CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL
GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KHR KMF KPW
KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN
NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK
SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS
VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW
"""
_OTHER_CURRENCIES = {
    "CNY": "rmb renminbi yuan yuans kuai cnh 人民币 人民幣 元 圆 圓 块 塊 块钱 元人民币 위안 "
    "위안화 юаней юань",
    "USD": "us$ usd$ $ dollar dollars 美元 美金 달러 미달러 dólares dólar долларов доллар",
    "HKD": "hk$ 港元 港币 港幣",
    "TWD": "nt$ ntd 新台币 新台幣 台币 台幣",
    "EUR": "€ euro euros 欧元 歐元 유로 евро",
    "JPY": "yen 日元 日圆 日圓 円 엔",
    "KRW": "₩ won 韩元 韓元 韩币 원",
    "GBP": "£ pound pounds 英镑",
    "VND": "₫ đ đồng dong 越南盾",
    "RUB": "₽ rub rouble roubles ruble rubles руб рублей 卢布",
    "THB": "฿ baht",
    "INR": "₹ rupee rupees",
}
_UNITS = {
    "piece": "piece pieces pc pcs pce pces ea each unit units item items no nos pza pzas pieza "
    "piezas stk stück шт apiece article articles garment garments toy toys doll dolls hat hats "
    "cap caps beanie beanies bag bags mask masks blanket blankets cushion cushions scrubber "
    "scrubbers loofah loofahs sponge sponges flower flowers wig wigs "
    "个 個 件 只 隻 条 條 顶 頂 片 枚 支 朵 개 장 벌 매 점 cái chiếc 個あたり",
    "pair": "pair pairs pr prs 双 雙 对 對 켤레 쌍",
    "set": "set sets 套 세트",
    "dozen": "dozen dozens doz dz dzn dzs 打 다스",
    "gross": "gross grs",
    "kg": "kg kgs kilo kilos kilogram kilograms 公斤 千克 킬로",
    "g": "g gr gram grams 克",
    "m": "m mtr mtrs meter meters metre metres 米",
    "carton": "carton cartons ctn ctns box boxes 箱 盒 박스",
    "pack": "pack packs pkt packet 包",
    "hour": "hour hours hr hrs 小时 小時 时 시간",
    "day": "day days 天 日 일",
    "month": "month months 月 월",
    "line": "line lines",
}
_TELLING = 4
"""Letters of a word below which one more or less makes another word."""

_NEAR = 0.85
_PIECES = {"piece": 1, "dozen": 12, "gross": 144}

UNITS: dict[str, str] = {word: unit for unit, words in _UNITS.items() for word in words.split()}
CURRENCIES: dict[str, str] = {code.lower(): code for code in _CURRENCIES.split()} | {
    word: code for code, words in _OTHER_CURRENCIES.items() for word in words.split()
}


def meant_unit(word: str) -> str | None:
    """Return the unit that a word seems to misspell; None for a unit, or a word unlike any.

    >>> meant_unit("pice"), meant_unit("piece"), meant_unit("roll")
    ('piece', None, None)
    """
    if word in UNITS:
        return None
    names = [name for name in UNITS if name.isascii() and len(name) >= _TELLING]
    near = difflib.get_close_matches(word, names, n=1, cutoff=_NEAR)
    return UNITS[near[0]] if near else None


def currency_code(text: str, record_currency: str | None = None) -> str | None:
    """Return the ISO 4217 code of a currency word or sign, or None.

    A sign that several currencies share is read as the record's own if it can be, else as the
    yuan or the US dollar.

    >>> currency_code("元"), currency_code("RMB"), currency_code("¥", "JPY"), currency_code("$")
    ('CNY', 'CNY', 'JPY', 'USD')
    """
    word = text.strip().lower().rstrip(".")
    if word in {"¥", "￥"}:
        return record_currency if record_currency in {"CNY", "JPY"} else "CNY"
    if word == "$" and record_currency is not None and record_currency.endswith("D"):
        return record_currency
    return CURRENCIES.get(word)


def unit_of_count(text: str) -> tuple[str, int] | None:
    """Return the unit and how many of it ``text`` names, or None for nothing.

    Dozens and gross are pieces. A word that is not known stays as it is, so that it equals
    only itself.

    >>> unit_of_count("pcs"), unit_of_count("dozen"), unit_of_count("100 pcs"), unit_of_count("件")
    (('piece', 1), ('piece', 12), ('piece', 100), ('piece', 1))
    """
    match = re.fullmatch(r"(\d{1,6})?\s*(.*?)\.?", text.strip().lower(), re.DOTALL)
    count, word = match.groups() if match is not None else (None, "")
    if not word:
        return None
    unit = UNITS.get(word, word)
    return ("piece" if unit in _PIECES else unit), int(count or 1) * _PIECES.get(unit, 1)
