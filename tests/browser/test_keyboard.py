"""The main path of every screen by the keyboard alone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Site, tab_to

pytestmark = pytest.mark.slow

GOODS = "hand crocheted dolls"


def _press(page: Page, selector: str) -> None:
    """Go to what a selector names by Tab, and press Enter there."""
    tab_to(page, selector)
    page.keyboard.press("Enter")


def _type(page: Page, selector: str, text: str) -> None:
    tab_to(page, selector)
    page.keyboard.type(text)


def test_a_line_is_screened_and_decided(site: Site, open_tab: Open) -> None:
    page = open_tab()
    page.goto(f"{site.address}/screen")
    _type(page, "#product_description", GOODS)
    _type(page, "#supplier_name", "Dandong Keyboard Crafts")
    page.keyboard.press("Enter")
    page.wait_for_url("**/screenings/*")

    tab_to(page, "input[name=status]")
    page.keyboard.press("Space")
    _type(page, "#reason_code", "papers")
    _type(page, "#note", "Asked for the payroll.")
    _press(page, "#decide button")

    expect(page.locator("#history")).to_contain_text("Asked for the payroll.")
    expect(page.locator("#history")).to_contain_text("information requested")


def test_a_row_is_pasted_and_screened_as_it_was_read(site: Site, open_tab: Open) -> None:
    page = open_tab()
    page.goto(f"{site.address}/screen")
    tab_to(page, "#row")
    page.keyboard.insert_text("Description\tVendor\ncrochet hats\tYalu Pasting")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    page.wait_for_selector("#read-as")
    _press(page, "section .act button")

    page.wait_for_url("**/screenings/*")
    expect(page.locator(".record").first).to_contain_text("Yalu Pasting")


def test_a_line_of_the_queue_is_opened_by_its_row(
    site: Site, ids: dict[str, str], open_tab: Open
) -> None:
    page = open_tab()
    page.goto(f"{site.address}/queue?state=any")
    page.keyboard.press("j")
    expect(page.locator("tbody tr").first.locator("a")).to_be_focused()

    tab_to(page, f"a[href$='{ids['stop']}']")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("T4 stop")


def test_a_file_is_corrected_and_sent(site: Site, open_tab: Open, tmp_path: Path) -> None:
    path = tmp_path / "orders.csv"
    path.write_text(f"Description,Supplier Name\n{GOODS},Dandong Crafts\n", encoding="utf-8")
    page = open_tab()
    page.goto(f"{site.address}/batches")
    # Which file is chosen in a window of the browser itself.
    tab_to(page, "#file")
    page.locator("#file").set_input_files(path)
    _press(page, "button.main")

    page.wait_for_selector("#column-0")
    _type(page, "#column-0", "Notes")
    _press(page, "button[formaction$='/send']")

    expect(page.get_by_role("status")).to_contain_text("waits for the worker")


def test_results_are_walked_and_downloaded(site: Site, ids: dict[str, str], open_tab: Open) -> None:
    page = open_tab()
    page.goto(f"{site.address}/batches/{ids['batch']}")
    expect(page.get_by_text("j and k walk")).to_be_visible()
    tab_to(page, "a[href$='results.csv']")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "results.csv"

    page.keyboard.press("j")
    page.keyboard.press("Enter")

    expect(page.get_by_role("link", name="All rows of the batch")).to_be_visible()


def test_a_supplier_is_searched_and_a_document_noted(
    site: Site, ids: dict[str, str], open_tab: Open
) -> None:
    page = open_tab()
    page.goto(f"{site.address}/suppliers")
    _type(page, "#name", "Dandong Crafts")
    # The name goes in the body, so the address stays as it was.
    with page.expect_navigation():
        page.keyboard.press("Enter")
    _press(page, f"a[href$='{ids['supplier']}']")

    page.wait_for_url("**/suppliers/*")
    _type(page, "#item", "Labour records")
    _type(page, "#paper-title", "Roster by keyboard")
    _press(page, "#documents form button")

    expect(page.locator("#documents")).to_contain_text("Labour records: Roster by keyboard")


def test_a_rule_is_read_and_a_draft_begun(site: Site, open_tab: Open) -> None:
    page = open_tab()
    page.goto(f"{site.address}/rules")
    for key in ("j", "j", "k"):
        page.keyboard.press(key)
    expect(page.locator("tbody tr").first.locator("a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/rules/*.*")

    _press(page, "a[href*='editor?from=']")

    expect(page.locator("#yaml")).to_contain_text("rule: own.")


def test_a_list_an_entry_and_a_claim_are_read(site: Site, open_tab: Open) -> None:
    page = open_tab()
    page.goto(f"{site.address}/lists")
    _type(page, "#name", "백토교화소")
    page.keyboard.press("Enter")
    page.wait_for_selector("#found")
    _press(page, "a[href$='/E-PAEKTO']")
    page.wait_for_selector("#spellings")
    _press(page, "a[href$='/claims/B-11']")

    expect(page.get_by_role("heading", level=1)).to_have_text("B-11")


def test_the_keys_are_turned_off_and_on(site: Site, open_tab: Open) -> None:
    page = open_tab()
    page.goto(f"{site.address}/evidence")
    _press(page, "[data-keys-switch]")
    page.reload()

    page.keyboard.press("j")

    first = page.locator("tbody tr").first.locator("a").first
    expect(first).not_to_be_focused()
    page.get_by_role("button", name="Turn the keys on").click()
    page.locator("main").focus()
    page.keyboard.press("j")
    expect(first).to_be_focused()
