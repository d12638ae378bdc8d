"""Literals of tests: what is wrong with one, by the type of its column."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

import re2

from screener.codes.countries import is_country
from screener.codes.hs_edition import not_in_edition
from screener.codes.money import read_money
from screener.content.diagnostics import suggestion
from screener.model.field import FieldType
from screener.rules.known import Known
from screener.rules.literals import (
    country_literal,
    date_literal,
    hs_literal,
    money_literal,
    number_literal,
)

_ENTRY_ID = re.compile(r"[A-Z]{1,12}(?:-[A-Z0-9]{1,30})+")
_COUNTRY_SHAPE = re.compile(r"[A-Z]{2}")
_AMOUNT_ADVICE = 'write a number, a currency and a unit, e.g. "1 CNY per piece"'


class Problem(NamedTuple):
    """What is wrong with a literal, and what to do."""

    code: str
    message: str
    advice: str | None = None
    instead: str | None = None
    """What was meant beyond doubt."""


def wrong_literal(kind: FieldType, test: str, text: str, known: Known) -> Problem | None:
    """Return what is wrong with a literal of a test on a column of a type, or None."""
    if not text.strip():
        return Problem("R004", f'"{test}" has an empty value')
    check = _BY_TEST.get(test) or _BY_TYPE[kind]
    return check(text, known)


def is_share(text: str) -> bool:
    """Whether ``text`` is a similarity, a number from 0 to 1.

    >>> is_share("0.9"), is_share("90")
    (True, False)
    """
    number = number_literal(text)
    return number is not None and 0 <= number <= 1


def wrong_date(text: str) -> Problem | None:
    """Return what is wrong with a day, or None.

    >>> wrong_date("2026-13-01").code
    'R018'
    """
    if date_literal(text) is not None:
        return None
    return Problem("R018", f'"{text}" is not a date', "write the day as YYYY-MM-DD")


def _money(text: str, _: Known) -> Problem | None:
    if read_money(text) is None:
        return Problem("R015", f'"{text}" is not an amount', _AMOUNT_ADVICE)
    if money_literal(text) is None:
        message = f'"{text}" does not say for how much: a limit needs its unit'
        return Problem("R016", message, _AMOUNT_ADVICE)
    return None


def _number(text: str, _: Known) -> Problem | None:
    return None if number_literal(text) is not None else Problem("R004", f'"{text}" is no number')


def _date(text: str, _: Known) -> Problem | None:
    return wrong_date(text)


def _day_or_days(text: str, _: Known) -> Problem | None:
    return None if number_literal(text) is not None else wrong_date(text)


def _hs(text: str, _: Known) -> Problem | None:
    digits = hs_literal(text)
    if digits is not None:
        problem = not_in_edition(digits)
        advice = "look the goods up in the tariff; an older code is written with its edition"
        return Problem("R019", f'"{text}": {problem}', advice) if problem is not None else None
    advice = "write 2, 4, 6, 8 or 10 digits, with or without dots, in quotes"
    return Problem("R012", f'"{text}" is not an HS code', advice)


def _country(text: str, _: Known) -> Problem | None:
    if country_literal(text) is not None:
        return None
    advice = "write the two capital letters of ISO 3166-1, e.g. CN, KP, KR"
    capitals = text.upper() if is_country(text.upper()) else None
    return Problem("R014", f'"{text}" is not a country code', advice, capitals)


def _words(text: str, known: Known) -> Problem | None:
    """Refuse country codes and names of known places: neither is looked for as words."""
    bare = text.strip()
    if _COUNTRY_SHAPE.fullmatch(bare) and is_country(bare):
        message = f'"{bare}" in free text is an abbreviation as often as a country'
        return Problem("R063", message, "test a country column, or use finds")
    place = known.place_names.get(bare.casefold())
    if place is None:
        return None
    message = f'"{bare}" is a place; words do not tell places of one name apart'
    return Problem("R061", message, f"write finds: {{any_of: [{place}]}}")


def _pattern(text: str, _: Known) -> Problem | None:
    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(text, options)
    except re2.error as error:
        reason = error.args[0] if error.args else error
        shown = reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)
        return Problem("R074", f"not a pattern of RE2: {shown}")
    return None


def _place(text: str, known: Known) -> Problem | None:
    places = tuple(dict.fromkeys(known.place_names.values()))
    if text in places:
        return None
    if _ENTRY_ID.fullmatch(text):
        return Problem("R024", f'no place "{text}"', suggestion(text, places, "places"))
    place = known.place_names.get(text.strip().casefold())
    advice = f"write {place}" if place is not None else "write the id of a place: P-..."
    return Problem("R061", f'"{text}" is not the id of a place', advice)


def _listed(text: str, known: Known) -> Problem | None:
    if known.named(text):
        return None
    names = [*known.entries, *known.lists]
    return Problem("R024", f'no entry or list "{text}"', suggestion(text, names, "entries"))


def _provision(text: str, known: Known) -> Problem | None:
    provisions = known.evidence.provisions
    if text in provisions:
        return None
    return Problem(
        "R024", f'no provision "{text}"', suggestion(text, sorted(provisions), "provisions")
    )


def _any_code(_text: str, _known: Known) -> Problem | None:
    """Accept every code: the values of such columns are the user's own."""


_Check = Callable[[str, Known], Problem | None]
_BY_TEST: Mapping[str, _Check] = {
    "pattern": _pattern,
    "on_list": _listed,
    "listed_with_goods": _provision,
    "within_days_of": _day_or_days,
}
_BY_TYPE: Mapping[FieldType, _Check] = {
    "money": _money,
    "number": _number,
    "date": _date,
    "hs": _hs,
    "country": _country,
    "place": _place,
    "text": _words,
    "name": _words,
    "code": _any_code,
}
