"""Markup put into every place that a page shows stays text: nothing runs, nothing is loaded."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from api.ui.words import FORM_FIELDS
from screener.factory import load
from tests.browser.conftest import HOSTILE, Open, Site, running, screened
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


def _stays_text(page: Page) -> None:
    """Check that what is hostile is read on the page and made no element of it."""
    expect(page.get_by_text("{{ 7*7 }}").first).to_be_visible()
    assert page.locator("img, script:not([src])").count() == 0


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
        _stays_text(page)


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


def test_in_the_texts_of_a_rule(open_tab: Open, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    (pack / "acme").mkdir(parents=True)
    (pack / "overlay.yaml").write_text("extends: dprk-core ^1.0\n", encoding="utf-8")
    (pack / "acme" / "own-words.yaml").write_text(_RULE, encoding="utf-8")
    with running(load(rules=pack, as_of=AS_OF), tmp_path / "home") as site:
        page = open_tab()
        page.goto(f"{site.address}/rules/acme.own-words")
        expect(page.get_by_text(_MARKUP).first).to_be_visible()
        page.goto(f"{site.address}/rules")
        expect(page.get_by_text(_MARKUP).first).to_be_visible()
        screened(page, site)
        expect(page.locator(".reason", has_text=_MARKUP)).to_have_count(1)
        assert page.locator("img, script:not([src])").count() == 0
