"""Pages in several languages: the catalogues are whole, days and numbers are localised."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from api.ui.languages import ENGLISH, NAMES, language
from tests.api.ui.conftest import Person, words
from tests.contract.source_files import ROOT
from tests.rule_drafts import DRAFT, ROWS

UI = ROOT / "api" / "ui"
OTHERS = [code for code in NAMES if code != ENGLISH]
assert OTHERS, "no other language was found"
_METHODS = [("**/templates/**.html", "jinja2"), ("**/words.py", "python")]
_OPTIONS = {"**/templates/**.html": {"extensions": "jinja2.ext.i18n"}}
_PLACE = re.compile(r"%\(\w+\)s")


def _texts() -> Iterator[str | tuple[str, ...]]:
    """Yield every text of templates and words, as catalogues know it."""
    for _, _, text, _, _ in extract_from_dir(str(UI), _METHODS, _OPTIONS):
        yield text


def _catalogue(code: str) -> list[Message]:
    with (UI / "locales" / code / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return [message for message in read_po(file, locale=code) if message.id]


@pytest.mark.parametrize("code", OTHERS)
def test_a_catalogue_holds_every_text_and_no_other(code: str) -> None:
    known = {message.id for message in _catalogue(code)}

    assert set(_texts()) == known


@pytest.mark.parametrize("code", OTHERS)
def test_every_text_is_translated_with_its_places_to_fill(code: str) -> None:
    wrong = []
    for message in _catalogue(code):
        first = message.id if isinstance(message.id, str) else message.id[0]
        told = message.string if isinstance(message.string, str) else (message.string or ("",))[0]
        if not told or sorted(_PLACE.findall(first)) != sorted(_PLACE.findall(told)):
            wrong.append(first)

    assert wrong == []


@pytest.mark.parametrize(("code", "title"), [("zh_Hans", "筛查一行"), ("ko", "한 줄 심사")])
def test_a_language_is_chosen_and_remembered(person: Person, code: str, title: str) -> None:
    answer = person.send("/language", {"code": code, "following": "/screen"}, seen="/screen")

    assert title in words(answer)
    assert f'<html lang="{code.replace("_", "-")}">' in answer.text
    assert title in words(person.see("/screen"))


@pytest.mark.parametrize(
    ("asked", "code"),
    [("ko-KR,ko;q=0.9", "ko"), ("zh-CN", "zh-Hans"), ("fr,ko", "ko"), ("fr", "en"), ("", "en")],
)
def test_the_language_of_the_browser_is_the_first(person: Person, asked: str, code: str) -> None:
    page = person.client.get("/ui/screen", headers={"Accept-Language": asked})

    assert f'<html lang="{code}">' in page.text


@pytest.mark.parametrize("code", OTHERS)
def test_every_kind_of_page_opens_in_every_language(person: Person, code: str) -> None:
    path = person.screened()
    person.send("/language", {"code": code}, seen="/screen")

    pages = [path, "/queue", "/batches", "/suppliers", "/rules", "/rules/editor", "/lists"]
    pages += ["/evidence", person.supplier()]
    assert {person.see(page).status_code for page in pages} == {200}


@pytest.mark.parametrize(
    ("code", "told"), [("zh_Hans", "1 行改变等级"), ("ko", "1행의 등급이 바뀝니다")]
)
def test_a_draft_is_judged_in_every_language(person: Person, code: str, told: str) -> None:
    person.send("/language", {"code": code}, seen="/screen")
    fields = {"yaml": DRAFT, "rows": ROWS, "act": "try"}

    assert told in words(person.send("/rules/editor", fields, seen="/rules/editor"))


def test_a_language_that_is_none_changes_nothing(person: Person) -> None:
    answer = person.send("/language", {"code": "../x", "following": "/screen"}, seen="/screen")

    assert '<html lang="en">' in answer.text


@pytest.mark.parametrize(
    ("code", "day"), [("en", "Mar 1, 2026"), ("zh_Hans", "2026年3月1日"), ("ko", "2026. 3. 1.")]
)
def test_days_are_written_as_the_language_does(code: str, day: str) -> None:
    assert language(code).day("2026-03-01T10:00:00.000000Z") == day


def test_what_is_no_day_stays_as_it_is() -> None:
    assert language("en").day("2025") == "2025"
    assert language("en").day(None) == "–"
    assert language("ko").number(12345.678) == "12,345.68"
    assert language("en").share(0.385) == "38%"


def test_catalogues_lie_where_the_package_looks() -> None:
    found = {path.parent.parent.name for path in Path(UI / "locales").glob("*/*/messages.po")}

    assert found == set(OTHERS)
