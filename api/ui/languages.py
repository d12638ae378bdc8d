"""The languages of the pages: their texts, and how they write days and numbers."""

from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import NamedTuple

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from babel.support import Translations
from fastapi import Request

COOKIE = "screener_language"
ENGLISH = "en"
NAMES = {ENGLISH: "English", "zh_Hans": "简体中文", "ko": "한국어"}
"""The languages there are, each in its own words."""
_BY_TAG = {"en": ENGLISH, "zh": "zh_Hans", "ko": "ko"}
_DAY = 10


class Language(NamedTuple):
    """One language: its code, its texts, and its ways with days and numbers."""

    code: str
    locale: Locale
    texts: Translations

    @property
    def tag(self) -> str:
        """The language as HTML names it."""
        return self.code.replace("_", "-")

    def day(self, text: str | None) -> str:
        """Return an ISO day, or the day of an ISO time; what is neither stays as it is."""
        if not text:
            return "–"
        try:
            return format_date(date.fromisoformat(text[:_DAY]), "medium", locale=self.locale)
        except ValueError:
            return text

    def time(self, text: str | None) -> str:
        """Return an ISO time, in UTC."""
        if not text:
            return "–"
        moment = datetime.fromisoformat(text).astimezone(UTC)
        day = format_date(moment.date(), "medium", locale=self.locale)
        return f"{day} {format_time(moment.time(), 'HH:mm', locale=self.locale)} UTC"

    def month(self, text: str) -> str:
        """Return an ISO month such as ``2026-11``."""
        return format_skeleton("yMMM", date.fromisoformat(f"{text}-01"), locale=self.locale)

    def script(self, code: str) -> str:
        """Return the name of a script, given as ISO 15924 does; what is none stays as it is."""
        return str(self.locale.scripts.get(code.title(), code))

    def number(self, value: float) -> str:
        """Return a number with the separators of the language."""
        return format_decimal(value, "#,##0.##", locale=self.locale)

    def share(self, value: float) -> str:
        """Return a share (0 to 1) in percent."""
        return format_percent(value, locale=self.locale)


@cache
def language(code: str) -> Language:
    """Return a language by its code; its texts are read once."""
    locale = Locale.parse(code)
    if code == ENGLISH:
        return Language(code, locale, Translations())
    source = files("api.ui").joinpath("locales", code, "LC_MESSAGES", "messages.po")
    compiled = BytesIO()
    with source.open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=locale))
    compiled.seek(0)
    return Language(code, locale, Translations(compiled))


def language_of(request: Request) -> Language:
    """Return the language that was chosen, or the first of those the browser asks for."""
    chosen = request.cookies.get(COOKIE, "")
    if chosen in NAMES:
        return language(chosen)
    for part in request.headers.get("accept-language", "").split(","):
        known = _BY_TAG.get(part.split(";")[0].strip().split("-")[0].lower())
        if known is not None:
            return language(known)
    return language(ENGLISH)
