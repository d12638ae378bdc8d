"""No violation of WCAG A or AA on any page, light or dark, as axe-core sees it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Open, Site

pytestmark = pytest.mark.slow

_AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
_RUN = "tags => axe.run(document, {runOnly: tags}).then(found => found.violations.map("
_RUN += "one => one.id + ': ' + one.nodes.map(node => node.target.join(' ')).join(', ')))"
PAGES = {
    "screen": "/screen?example",
    "stop": "/screenings/{stop}",
    "case": "/screenings/{case}",
    "queue": "/queue",
    "batches": "/batches",
    "draft": "/batches/drafts/{draft}",
    "waiting": "/batches/{waiting}",
    "batch": "/batches/{batch}",
    "report": "/batches/{batch}/report",
    "row": "/batches/{batch}/rows/1",
    "suppliers": "/suppliers",
    "supplier": "/suppliers/{supplier}",
    "rules": "/rules",
    "rule": "/rules/entity.detention-site",
    "lists": "/lists",
    "list": "/lists/dprk-parties",
    "entry": "/lists/dprk-parties/entries/E-PAEKTO",
    "evidence": "/evidence",
    "source": "/evidence/asia-review-2026",
    "claim": "/evidence/claims/B-11",
    "error": "/rules/none.such",
    "sign-in": "/sign-in",
}


def _violations(page: Page) -> list[str]:
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found = page.evaluate(_RUN, _TAGS)
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_a_violation(
    site: Site, ids: dict[str, str], open_tab: Open, name: str, scheme: str
) -> None:
    if not _AXE.is_file():
        pytest.skip("axe-core is not installed: npm ci --prefix tests/browser")
    page = open_tab(scheme=scheme)
    page.goto(site.address + PAGES[name].format(**ids))
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")

    assert _violations(page) == []


def test_the_check_sees_what_is_wrong(site: Site, open_tab: Open) -> None:
    if not _AXE.is_file():
        pytest.skip("axe-core is not installed: npm ci --prefix tests/browser")
    page = open_tab()
    page.goto(f"{site.address}/screen")
    page.evaluate("document.querySelector('label[for=row]').remove()")

    assert any(one.startswith("label") for one in _violations(page))
