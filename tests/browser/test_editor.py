"""A draft rule in the browser: checked, tried, saved; messages lead to their place."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Site, tab_to, violations
from tests.rule_drafts import DRAFT, ROWS

pytestmark = pytest.mark.slow
scripts = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])


def _edited(page: Page, site: Site, text: str) -> None:
    page.goto(f"{site.address}/rules")
    page.get_by_role("link", name="Draft a rule").click()
    page.get_by_label("The rule, as YAML").fill(text)


@scripts
def test_a_draft_is_checked_tried_and_saved(
    site: Site, ids: dict[str, str], open_tab: Open, *, script: bool
) -> None:
    page = open_tab(script=script)
    _edited(page, site, DRAFT.replace("family:", "famly:"))
    page.get_by_role("button", name="Check").click()
    expect(page.get_by_role("link", name="own/bolts.yaml:4:1")).to_be_visible()
    assert not script or violations(page) == []

    page.get_by_label("The rule, as YAML").fill(DRAFT)
    page.get_by_label("Rows of a spreadsheet").fill(ROWS)
    page.get_by_role("button", name="Try", exact=True).click()
    moved = page.get_by_role("region", name="Rows that move")
    expect(moved.locator("tbody tr")).to_have_count(1)
    assert not script or violations(page) == []
    page.get_by_label("or a batch").select_option(ids["batch"])
    page.get_by_role("button", name="Try", exact=True).click()
    expect(moved.get_by_role("link", name="2", exact=True)).to_be_visible()

    page.get_by_role("button", name="Save as a draft").click()

    expect(page.get_by_role("status").first).to_contain_text("overlays/company/own/bolts.yaml")


def test_a_message_leads_to_its_place_by_the_keyboard(site: Site, open_tab: Open) -> None:
    page = open_tab()
    _edited(page, site, DRAFT.replace("family:", "famly:"))
    tab_to(page, "button[value=check]")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-line]")
    tab_to(page, "[data-line='4']")
    page.keyboard.press("Enter")

    chosen = page.evaluate(
        "() => { const at = document.activeElement;"
        " return at.value.slice(at.selectionStart, at.selectionEnd); }"
    )
    assert chosen == "famly"
