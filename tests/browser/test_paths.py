"""The main path of every screen, with and without scripts."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from screener.worker import run_batch
from tests.browser.conftest import HOSTILE, Open, Site, screened

pytestmark = pytest.mark.slow

GOODS = "hand crocheted dolls"
scripts = pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])


@scripts
def test_a_line_is_screened_decided_and_leaves_the_queue(
    site: Site, open_tab: Open, *, script: bool
) -> None:
    page = open_tab(script=script)
    supplier = f"Dandong {script} Crafts"
    screened(page, site, supplier_name=supplier)
    expect(page.get_by_role("heading", level=1)).to_contain_text("T2 review")
    expect(page.locator("dd mark", has_text="hand crocheted")).to_be_visible()
    page.goto(f"{site.address}/queue")
    row = page.locator("tbody", has_text=supplier)
    row.get_by_role("link", name="1", exact=True).click()

    page.get_by_label("cleared").check()
    page.locator("#reason_code").select_option("documents_suffice")
    page.get_by_label("Note").fill("Workshop visited, payroll seen.")
    page.get_by_role("button", name="Decide").click()

    expect(page.locator("#history")).to_contain_text("Workshop visited, payroll seen.")
    page.goto(f"{site.address}/queue")
    expect(page.locator("tbody", has_text=supplier)).to_have_count(0)


@scripts
def test_a_pasted_row_fills_the_form(site: Site, open_tab: Open, *, script: bool) -> None:
    page = open_tab(script=script)
    page.goto(f"{site.address}/screen")
    page.locator("#row").fill("Description\tVendor\tOrigin\ncrochet hats\tYalu Trading\tCN")

    page.get_by_role("button", name="Read the row").click()

    expect(page.locator("#product_description")).to_have_value("crochet hats")
    expect(page.locator("#supplier_name")).to_have_value("Yalu Trading")


@scripts
def test_content_is_read_from_rule_to_claim_to_entry(
    site: Site, open_tab: Open, *, script: bool
) -> None:
    page = open_tab(script=script)
    page.goto(f"{site.address}/rules")
    page.get_by_role("link", name="Detention facility of the DPRK named as party or site").click()
    expect(page.locator("pre")).to_contain_text("fires if")
    page.get_by_role("link", name="B-11", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("B-11")
    page.get_by_role("link", name=re.compile("Paekto Reeducation")).click()
    expect(page.locator("table")).to_contain_text("백토교화소")
    page.get_by_role("link", name="Evidence", exact=True).click()
    page.get_by_role("link", name=re.compile("Face Masks")).first.click()
    expect(page.get_by_role("heading", name="What must not be said")).to_be_visible()


@scripts
def test_a_name_and_a_supplier_are_found(site: Site, open_tab: Open, *, script: bool) -> None:
    page = open_tab(script=script)
    screened(page, site, supplier_name="Yalu River Handwork")
    page.goto(f"{site.address}/lists")
    page.get_by_label("Look up a name").fill("백토교화소")
    page.get_by_role("button", name="Look up").click()
    expect(page.locator("table").first).to_contain_text("Paekto")
    page.goto(f"{site.address}/suppliers")
    page.get_by_label("A part of the name").fill("river hand")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Yalu River Handwork").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Yalu River Handwork")


@scripts
def test_a_document_is_asked_for_and_the_pack_fetched(
    site: Site, open_tab: Open, *, script: bool
) -> None:
    page = open_tab(script=script)
    screened(page, site, supplier_name=f"Tumen {script} Handwork")
    page.locator("#documents summary").click()
    page.locator("#item").select_option("labour-records")
    page.get_by_label("What it is called").fill(HOSTILE)
    page.get_by_role("button", name="Note it").click()
    expect(page.locator("#documents")).to_contain_text("asked for Labour records")

    page.get_by_role("link", name="All documents of the supplier").click()

    expect(page.locator("#documents")).to_contain_text(HOSTILE)
    expect(page.get_by_role("region", name="Lines by month").locator("tbody tr")).to_have_count(1)
    with page.expect_download() as download:
        page.get_by_role("link", name="Evidence pack").click()
    assert download.value.suggested_filename == "evidence-pack.zip"


def _drafted(page: Page, site: Site, path: Path) -> None:
    rows = f"Description,Supplier Name\n{GOODS},Dandong Crafts\nsteel bolts,Acme\n"
    path.write_text(rows, encoding="utf-8")
    page.goto(f"{site.address}/batches")
    page.locator("#file").set_input_files(path)
    page.get_by_role("button", name="Look at it").click()


@scripts
def test_a_file_is_looked_at_corrected_and_sent(
    site: Site, open_tab: Open, tmp_path: Path, *, script: bool
) -> None:
    page = open_tab(script=script)
    _drafted(page, site, tmp_path / "orders.csv")
    rows = page.get_by_role("region", name="First rows")
    expect(rows.locator("th", has_text="Product description")).to_be_visible()

    page.get_by_label("Description", exact=True).select_option("notes")
    page.get_by_role("button", name="Read the rows anew").click()
    expect(rows.locator("th", has_text="Notes")).to_be_visible()
    page.get_by_role("button", name="Screen the file").click()

    expect(page.get_by_role("status")).to_contain_text("waits for the worker")
    page.get_by_role("link", name="Look again").click()
    expect(page.get_by_role("progressbar")).to_be_visible()


def test_the_page_of_a_batch_follows_it_by_itself(
    site: Site, open_tab: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SCREENER_HOME", str(site.home))
    page = open_tab()
    _drafted(page, site, tmp_path / "orders.csv")
    page.get_by_role("button", name="Screen the file").click()
    expect(page.get_by_role("status")).to_contain_text("waits for the worker")

    run_batch(page.url.rpartition("/")[2])

    expect(page.get_by_text("2 rows", exact=True)).to_be_visible()


@scripts
def test_results_are_filtered_sorted_and_opened(
    site: Site, ids: dict[str, str], open_tab: Open, *, script: bool
) -> None:
    page = open_tab(script=script)
    page.goto(f"{site.address}/batches/{ids['batch']}")
    page.get_by_role("columnheader", name="Supplier").get_by_role("link").click()
    expect(page.locator("tbody tr").first).to_contain_text("<img")

    page.locator("#tier").select_option("T2")
    if not script:
        page.get_by_role("button", name="Show", exact=True).click()

    expect(page.get_by_text("1 row", exact=True)).to_be_visible()
    page.get_by_role("link", name="1", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("T2 review")
    page.get_by_role("button", name="Keep it to decide on it").click()
    expect(page.get_by_role("button", name="Decide")).to_be_visible()
    page.goto(f"{site.address}/batches/{ids['batch']}")
    page.get_by_role("link", name="Report for people").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@scripts
def test_a_hit_is_suppressed_until_a_day_and_ended(
    site: Site, open_tab: Open, *, script: bool
) -> None:
    page = open_tab(script=script)
    screened(page, site, supplier_name=f"Hunchun {script} Crafts")
    page.get_by_text("Suppress a hit for this supplier").click()
    page.locator("#entry").select_option("P-DANDONG")
    page.locator("#reason").fill("A street of that name.")
    page.get_by_role("button", name="Suppress").click()
    suppressed = page.locator("#suppressions")
    expect(suppressed).to_contain_text("A street of that name.")

    suppressed.locator("summary", has_text="End it").click()
    suppressed.get_by_label("Why").first.fill("It is the town after all.")
    suppressed.get_by_role("button", name="End it").click()

    expect(suppressed).to_contain_text("It is the town after all.")
    page.goto(f"{site.address}/suppliers")
    page.get_by_role("link", name=f"Hunchun {script} Crafts").click()
    expect(page.get_by_role("region", name="Suppressions")).to_contain_text("ended")


@scripts
def test_a_language_is_chosen_and_kept(site: Site, open_tab: Open, *, script: bool) -> None:
    page = open_tab(script=script)
    page.goto(f"{site.address}/queue")

    page.get_by_label("Language").select_option("ko")
    if not script:
        page.get_by_role("button", name="Set").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("대기열")
    page.goto(f"{site.address}/rules")
    expect(page.locator("html")).to_have_attribute("lang", "ko")
