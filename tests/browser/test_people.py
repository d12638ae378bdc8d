"""Several people with keys of their own: signing in, deciding at once, consenting, their names."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Playwright, expect

from screener.model.access import SCOPES, Scope
from screener.pipeline import Screener
from tests.browser.conftest import (
    HOSTILE,
    Open,
    Site,
    launched,
    running,
    screened,
    stays_text,
    tab_to,
)

pytestmark = pytest.mark.slow
scripts = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])

_ROUNDS = 3
# Both forms are sent at the same moment, each by its own browser.
_SENDS = (
    "at => setTimeout(() => document.querySelector('#decide').requestSubmit(), at - Date.now())"
)
_SOON_MILLISECONDS = 400


@pytest.fixture(scope="module", name="guarded")
def _guarded(screener: Screener, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return a service that wants keys."""
    with running(screener, tmp_path_factory.mktemp("guarded")) as guarded:
        guarded.repository.keys.create("admin", SCOPES, actor="test")
        yield guarded


def _signed_in(page: Page, guarded: Site, person: str, *scopes: Scope) -> Page:
    token = guarded.repository.keys.create(person, scopes or SCOPES, actor="test").token
    page.goto(f"{guarded.address}/screen")
    page.get_by_label("Your key").fill(token)
    page.get_by_role("button", name="Sign in").click()
    return page


def _fill_in(page: Page, note: str, decision: str = "cleared") -> None:
    page.get_by_label(decision, exact=True).check()
    page.locator("#reason_code").select_option("other_party")
    page.get_by_label("Note", exact=True).fill(note)


def test_two_browsers_decide_the_same_case_at_the_same_moment(
    playwright: Playwright, guarded: Site
) -> None:
    browsers = [launched(playwright) for _ in range(2)]
    pages = [
        _signed_in(browser.new_page(locale="en-US"), guarded, person)
        for browser, person in zip(browsers, ("ann", "bob"), strict=True)
    ]
    for turn in range(_ROUNDS):
        screened(pages[0], guarded, supplier_name=f"Dandong {turn} Crafts")
        case = pages[0].url.partition("#")[0]
        pages[1].goto(case)
        for page in pages:
            _fill_in(page, "Another firm.")

        at = pages[0].evaluate("Date.now()") + _SOON_MILLISECONDS
        for page in pages:
            page.evaluate(_SENDS, at)
        for page in pages:
            page.wait_for_selector("#history .note, main > [role=alert]")

        refused = [page for page in pages if page.get_by_role("alert").count()]
        made = guarded.repository.dispositions.of(case.rpartition("/")[2])
        assert (len(made), len(refused)) == (1, 1)
        told = refused[0].get_by_role("alert")
        expect(told).to_contain_text("somebody else has decided on it meanwhile")
        expect(refused[0].locator("main")).to_contain_text("Another firm.")
        refused[0].get_by_role("link", name="Back to the page").click()
        expect(refused[0].locator("#history")).to_contain_text(made[0].person)
    for browser in browsers:
        browser.close()


@scripts
def test_a_second_person_consents(guarded: Site, open_tab: Open, *, script: bool) -> None:
    ann = _signed_in(open_tab(script=script), guarded, "ann")
    screened(ann, guarded, notes="made at 백토 교화소", supplier_name=f"Stop {script}")
    _fill_in(ann, "Counsel is informed.", "stopped")
    ann.get_by_role("button", name="Decide").click()
    expect(ann.locator("#history")).to_contain_text("Awaits a second person")
    expect(ann.get_by_role("button", name="Consent")).to_have_count(0)

    bob = _signed_in(open_tab(script=script), guarded, "bob", "read", "approve")
    bob.goto(f"{guarded.address}/queue?state=awaiting_second_person")
    bob.locator("tbody", has_text=f"Stop {script}").get_by_role("link", name="1").click()
    expect(bob.locator("#decide")).to_have_count(0)
    bob.get_by_role("button", name="Consent").click()

    expect(bob.locator("#history")).to_contain_text("Consented: bob")


@scripts
def test_who_signs_out_is_out(guarded: Site, open_tab: Open, *, script: bool) -> None:
    page = open_tab(script=script)
    page.goto(f"{guarded.address}/queue")
    page.get_by_label("Your key").fill("fls_wrong")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_contain_text("The key is unknown")
    _signed_in(page, guarded, "cai", "read")
    expect(page.locator(".person")).to_have_text("cai")

    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{guarded.address}/queue")

    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")


def test_signing_in_and_out_by_the_keyboard(guarded: Site, open_tab: Open) -> None:
    token = guarded.repository.keys.create("dee", SCOPES, actor="test").token
    page = open_tab()
    page.goto(f"{guarded.address}/lists")
    expect(page.get_by_label("Your key")).to_be_focused()
    page.keyboard.type(token)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Lists")

    tab_to(page, "form[action$='sign-out'] button")
    page.keyboard.press("Enter")

    expect(page.get_by_label("Your key")).to_be_focused()


@scripts
def test_markup_in_names_of_people_in_reasons_and_in_what_was_refused(
    guarded: Site, open_tab: Open, *, script: bool
) -> None:
    page = _signed_in(open_tab(script=script), guarded, HOSTILE)
    stays_text(page)
    screened(page, guarded, supplier_name=f"{HOSTILE} {script}")
    page.get_by_text("Suppress a hit for this supplier").click()
    page.locator("#reason").fill(HOSTILE)
    page.get_by_role("button", name="Suppress").click()
    page.locator("#suppressions summary", has_text="End it").click()
    page.locator("#suppressions input[name=reason]").fill(HOSTILE)
    page.get_by_role("button", name="End it").click()
    page.locator("#documents summary").click()
    for field in ("#paper-title", "#paper-note"):
        page.locator(field).fill(HOSTILE)
    page.get_by_role("button", name="Note it").click()
    expect(page.locator("#suppressions")).to_contain_text(HOSTILE)
    stays_text(page)
    page.get_by_role("link", name="All documents of the supplier").click()
    expect(page.locator("#documents")).to_contain_text(HOSTILE)
    stays_text(page)

    page.go_back()
    _fill_in(page, HOSTILE)
    page.locator("#decide").evaluate("form => { form.elements.after.value = 'another'; }")
    page.get_by_role("button", name="Decide").click()

    expect(page.get_by_role("alert")).to_contain_text("somebody else has decided")
    stays_text(page)
