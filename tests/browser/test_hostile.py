"""Markup put into every place that a page shows stays text: nothing runs, nothing is loaded."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from api.ui.words import FORM_FIELDS
from screener.pipeline import Screener
from screener.trial import checked
from tests.browser.conftest import HOSTILE, Open, Site, running, screened, stays_text
from tests.conftest import AS_OF

pytestmark = pytest.mark.slow

# A rule's texts have no braces but those of placeholders.
_MARKUP = "<script>alert(7)</script><img src=x onerror=alert(8)>"
_RULE = f"""rule: acme.own-words
version: 1
title: "{_MARKUP}"
family: product
status: active
owner: "{_MARKUP}"
introduced: 2026-05-04
review_by: 2027-05-04
reviewed_by: compliance-lead
why: "{_MARKUP}"
basis: [advisory-2018]
claims: [B-06]
wording: {{form: reported, asserts: [profile-warrants-questions], never_say: ["<img src=y>"]}}
when:
  product_description: {{says_any: [dolls]}}
adds: {{group: place-and-product, points: 5}}
says: "{_MARKUP}"
asks: ["{_MARKUP}"]
tests:
  - {{name: "{_MARKUP}", row: {{product_description: dolls}}, expect: hit}}
  - {{name: b, row: {{product_description: bolts}}, expect: miss}}
  - {{name: c, row: {{supplier_name: "{_MARKUP}"}}, expect: unknown}}
"""


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without"])
def test_in_every_field_of_a_line_and_of_a_decision(
    site: Site, open_tab: Open, *, script: bool
) -> None:
    page = open_tab(script=script)
    screened(page, site, **dict.fromkeys(FORM_FIELDS, HOSTILE))
    page.get_by_label("held").check()
    page.locator("#reason_code").select_option("other")
    page.get_by_label("Note", exact=True).fill(HOSTILE)
    page.get_by_label("Papers it rests on").fill(HOSTILE)
    page.get_by_role("button", name="Decide").click()

    for path in ("", "queue?state=held&tier=T0", "suppliers"):
        if path:
            page.goto(f"{site.address}/{path}")
        stays_text(page)


@pytest.mark.parametrize(
    "path",
    [
        "/batches", "/batches/drafts/{draft}", "/batches/{waiting}", "/batches/{batch}",
        "/batches/{batch}/rows/2", "/batches/{batch}/report",
    ],
)  # fmt: skip
def test_in_the_name_the_headers_and_the_cells_of_a_file(
    site: Site, ids: dict[str, str], open_tab: Open, path: str
) -> None:
    page = open_tab()

    page.goto(site.address + path.format(**ids))

    if not path.endswith("report"):
        expect(page.get_by_text("{{ 7*7 }}").first).to_be_attached()
    assert page.locator("img, script:not([src])").count() == 0


def test_in_the_texts_of_a_rule(screener: Screener, open_tab: Open, tmp_path: Path) -> None:
    pack = checked(screener, _RULE, AS_OF).pack
    assert pack is not None, "the rule has errors"
    with running(screener.judging_by(pack, AS_OF), tmp_path / "home") as site:
        page = open_tab()
        page.goto(f"{site.address}/rules/acme.own-words")
        expect(page.get_by_text(_MARKUP).first).to_be_visible()
        page.goto(f"{site.address}/rules")
        expect(page.get_by_text(_MARKUP).first).to_be_visible()
        screened(page, site)
        expect(page.locator(".reason", has_text=_MARKUP)).to_have_count(1)
        assert page.locator("img, script:not([src])").count() == 0


def test_in_a_draft_and_in_the_rows_that_it_is_tried_on(site: Site, open_tab: Open) -> None:
    page = open_tab()
    page.goto(f"{site.address}/rules/editor")
    page.locator("#yaml").fill(f"{HOSTILE}: 1\n</textarea>{HOSTILE}\n")
    page.locator("#rows").fill(HOSTILE)
    page.get_by_role("button", name="Check").click()
    expect(page.locator("#messages li").first).to_be_visible()
    assert page.locator("img, script:not([src])").count() == 0

    page.locator("#yaml").fill(_RULE.replace("status: active", "status: draft"))
    page.locator("#rows").fill(f"dolls {HOSTILE}")
    page.get_by_role("button", name="Try", exact=True).click()

    expect(page.locator("#effect")).to_be_visible()
    assert page.locator("img, script:not([src])").count() == 0


def test_in_the_address_of_a_webhook(site: Site, open_tab: Open) -> None:
    """No page shows webhooks; REST gives their addresses as data that no browser runs."""
    page = open_tab()
    page.goto(f"{site.address}/queue")
    root = site.address.removesuffix("/ui")
    address = "http://127.0.0.1/<script>alert(9)</script><svg/onload=alert(9)>"
    made = page.request.post(f"{root}/v1/webhooks", data={"url": address})
    assert made.ok, made.text()

    page.goto(f"{root}/v1/webhooks")

    assert "alert(9)" in page.content()
    assert page.locator("svg, script").count() == 0
