"""Numbers in names: digits, ordinals, number words, Roman and Chinese numerals.

Numbered factories, funds and army corps differ by their number alone, so a number is read
the same however it is written.
"""

import re

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_UNITS += " fifteen sixteen seventeen eighteen nineteen"
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh"
_ORDINALS += " twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50}
_TENS |= {"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_WORDS = {word: value for words in (_UNITS, _ORDINALS) for value, word in enumerate(words.split())}
_UNIT_VALUES = {word: value for word, value in _WORDS.items() if 1 <= value <= 9}
_ROMAN = " i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" ")
_ROMAN_VALUES = {numeral: value for value, numeral in enumerate(_ROMAN) if value}
_HAN_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}

_DIGITS = re.compile(r"(?:no|nr)?0*(\d{1,9})(?:st|nd|rd|th)?")
_HAN = re.compile(r"[零〇一二两三四五六七八九十]{1,4}")

NUMBER_SIGNS = frozenset({"no", "nr", "num", "number", "numero", "第", "제"})
"""Words that announce a number and say nothing themselves."""

_COUNTING = frozenset([*NUMBER_SIGNS, *_WORDS, *_TENS])


def counts(form: str) -> bool:
    """Say whether a token may be, or begin, a number other than a Roman one.

    >>> counts("eighth"), counts("no"), counts("kn95"), counts("huayang")
    (True, True, True, False)
    """
    return form in _COUNTING or not form.isalpha()


def number(form: str) -> int | None:
    """Return the number a token stands for on its own, or None.

    >>> number("8th"), number("eighth"), number("08"), number("no8"), number("kn95")
    (8, 8, 8, 8, None)
    """
    if form[-1:].isalpha() and form in _WORDS:
        return _WORDS[form]
    if form in _TENS:
        return _TENS[form]
    digits = _DIGITS.fullmatch(form)
    return int(digits.group(1)) if digits else None


def tens_and_units(first: str, second: str) -> int | None:
    """Return the number that two words say together.

    >>> tens_and_units("forty", "four"), tens_and_units("forty", "4"), tens_and_units("ten", "four")
    (44, 44, None)
    """
    if first not in _TENS:
        return None
    value = _UNIT_VALUES.get(second)
    if value is None and second.isdigit() and 1 <= int(second) <= 9:
        value = int(second)
    return None if value is None else _TENS[first] + value


def roman(form: str) -> int | None:
    """Return the value of a Roman numeral up to twenty, or None.

    >>> roman("viii"), roman("xx"), roman("mix")
    (8, 20, None)
    """
    return _ROMAN_VALUES.get(form)


def han_number(text: str) -> int | None:
    """Return the value of a Chinese numeral up to ninety-nine, or None.

    >>> han_number("八"), han_number("十二"), han_number("三十"), han_number("三八")
    (8, 12, 30, 38)
    """
    if not _HAN.fullmatch(text):
        return None
    if "十" not in text:
        return int("".join(str(_HAN_DIGITS[digit]) for digit in text))
    tens, _, units = text.partition("十")
    if len(tens) > 1 or len(units) > 1 or "十" in units:
        return None
    return 10 * _HAN_DIGITS.get(tens, 1) + _HAN_DIGITS.get(units, 0)
