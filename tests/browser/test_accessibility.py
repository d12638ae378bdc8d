"""No violation of WCAG A or AA on any page, light or dark, as axe-core sees it."""

import pytest

from tests.browser.conftest import COLOURS, Open, Site, violations

pytestmark = pytest.mark.slow

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
    "editor": "/rules/editor?from=dprk.border-handwork",
    "lists": "/lists",
    "list": "/lists/dprk-parties",
    "entry": "/lists/dprk-parties/entries/E-PAEKTO",
    "evidence": "/evidence",
    "source": "/evidence/asia-review-2026",
    "claim": "/evidence/claims/B-11",
    "error": "/rules/none.such",
    "sign-in": "/sign-in",
}


@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_a_violation_light_or_dark(
    site: Site, ids: dict[str, str], open_tab: Open, name: str
) -> None:
    page = open_tab()
    page.goto(site.address + PAGES[name].format(**ids))
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")

    light = violations(page)
    page.emulate_media(color_scheme="dark")
    dark = violations(page, COLOURS)

    assert (light, dark) == ([], [])


def test_the_check_sees_what_is_hard_to_read_in_the_dark(site: Site, open_tab: Open) -> None:
    page = open_tab()
    page.goto(f"{site.address}/screen")
    page.emulate_media(color_scheme="dark")
    page.evaluate("document.querySelector('h1').style.color = '#333'")

    assert any(one.startswith("color-contrast") for one in violations(page, COLOURS))


def test_the_check_sees_what_is_wrong(site: Site, open_tab: Open) -> None:
    page = open_tab()
    page.goto(f"{site.address}/screen")
    page.evaluate("document.querySelector('label[for=row]').remove()")

    assert any(one.startswith("label") for one in violations(page))
